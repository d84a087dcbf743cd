import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../cli/run.ts';
import { ROOT } from '../law/real.ts';

/** Reports as a reader sees them. When one changes on purpose: `npx vitest run test/report/golden.test.ts -u`, and read the difference. */
const examples = readdirSync(`${ROOT}examples`, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.yaml'),
);

describe.each(examples)('%s', (path) => {
  const id = basename(path, '.yaml');

  test.each([
    ['en', 'terminal', 'txt'],
    ['fr', 'terminal', 'txt'],
    ['en', 'markdown', 'md'],
    ['fr', 'markdown', 'md'],
  ])('in %s for the %s', async (language, format, extension) => {
    const args = [`examples/${path}`, '--as-of', '2026-11-22', '--lang', language, '--format', format];
    await expect(run(args).out).toMatchFileSnapshot(`../golden/${id}.${language}.${extension}`);
  });
});
