import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from './cli/run.ts';
import { ROOT } from './law/real.ts';

/** The library as a program that depends on it gets it: built, by its own name for things. */
const library = (await import(`${ROOT}dist/index.js`)) as typeof import('../src/index.ts');

test('the library gives the same report as the command line', () => {
  const path = 'examples/hospital-operations/valenciennes-saniia-er-flow.yaml';
  const law = library.loadLaw('fr');
  const { description } = library.readDescription(new library.Source(path, readFileSync(ROOT + path, 'utf8')), law.law);
  if (description === undefined) throw new Error('the example does not read');
  const cited = [...description.controls.values()].flatMap(({ evidence }) => evidence);
  const report = library.assess(description, law, {
    toolVersion: JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')).version,
    asOf: '2026-11-22',
    horizon: { months: 12 },
    evidence: library.lookForEvidence(cited, `${ROOT}examples/hospital-operations`, ROOT),
    policy: library.DEFAULT_POLICY,
  });
  const { out } = run([path, '--format', 'json', '--lang', 'fr', '--as-of', '2026-11-22', '--horizon', '12m']);
  expect(JSON.parse(JSON.stringify(report))).toEqual(JSON.parse(out));
});
