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

/** A maker, a hospital and a mutual insurer: everything that a report can say, and the hospital's other lists. */
describe.each([
  ['imaging/therapixel-mammoscreen', 'full', ['--all']],
  ['monitoring/remote-monitoring-ai', 'full', ['--all']],
  ['insurance/mutuelle-health-pricing', 'full', ['--all']],
  ['imaging/therapixel-mammoscreen', 'by-control', ['--by', 'control']],
  ['insurance/mutuelle-health-pricing', 'by-control', ['--by', 'control']],
  ['imaging/therapixel-mammoscreen', 'human-oversight', ['--by', 'human-oversight']],
  ['monitoring/remote-monitoring-ai', 'human-oversight', ['--by', 'human-oversight']],
  ['monitoring/remote-monitoring-ai', 'for-supplier', ['--for', 'supplier']],
])('%s, %s', (example, folder, args) => {
  test.each([
    ['en', 'terminal', 'txt'],
    ['fr', 'terminal', 'txt'],
    ['fr', 'markdown', 'md'],
  ])('in %s for the %s', async (language, format, extension) => {
    const all = [`examples/${example}.yaml`, '--as-of', '2026-11-22', '--lang', language, '--format', format, ...args];
    const file = `../golden/${folder}/${basename(example)}.${language}.${extension}`;
    await expect(run(all).out).toMatchFileSnapshot(file);
  });
});
