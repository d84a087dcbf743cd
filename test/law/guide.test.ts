import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runCases } from '../../src/assessment/cases.ts';
import { fromCompiled } from '../../src/law/artefact.ts';
import { compile } from '../../src/law/compile.ts';
import { readRuleFiles } from '../../src/law/files.ts';
import { lint } from '../../src/law/lint.ts';
import { parse } from '../../src/yaml/parse.ts';
import { Source } from '../../src/yaml/source.ts';
import { ROOT, realRules } from './real.ts';

const PATH = 'rules/README.md';
const guide = readFileSync(ROOT + PATH, 'utf8');
const examples = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => block ?? '');
const [first = ''] = examples;

test('the first example of the guide reads, and is about entries that exist', () => {
  const { documents, problems } = parse(new Source(PATH, first));
  expect(problems).toEqual([]);
  const ids = documents.map((entry) =>
    entry.kind === 'table' && entry.entries[0]?.value.kind === 'scalar' ? entry.entries[0].value.text : '',
  );
  expect(ids.length).toBe(2);
  for (const id of ids) expect([...realRules().entries.keys()]).toContain(id);
});

test('the example of a change is a rule without a fault, whose cases come out', () => {
  const change = examples.filter((block) => block.startsWith('change: '));
  expect(change).toHaveLength(1);
  const all = compile([...readRuleFiles(`${ROOT}rules`, ROOT), { path: PATH, text: change[0] ?? '' }]);
  const cases = all.cases.filter(({ source }) => source.path === PATH);
  expect(cases).toHaveLength(4);
  expect(lint(all)).toEqual([]);
  expect(runCases({ ...all, cases }, fromCompiled(all, 'en'))).toEqual([]);
}, 60_000);
