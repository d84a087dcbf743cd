import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from '../../src/yaml/parse.ts';
import { Source } from '../../src/yaml/source.ts';
import { ROOT, realRules } from './real.ts';

const guide = readFileSync(`${ROOT}rules/README.md`, 'utf8');
const [first = ''] = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => block ?? '');

test('the first example of the guide reads, and is about entries that exist', () => {
  const { documents, problems } = parse(new Source('rules/README.md', first));
  expect(problems).toEqual([]);
  const ids = documents.map((entry) =>
    entry.kind === 'table' && entry.entries[0]?.value.kind === 'scalar' ? entry.entries[0].value.text : '',
  );
  expect(ids.length).toBe(2);
  for (const id of ids) expect([...realRules().entries.keys()]).toContain(id);
});
