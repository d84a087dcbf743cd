import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeSystem } from '../cases/describe.ts';
import { fullAnswers } from './answers.ts';
import { EARLIER_ARTICLES } from './omnibus/earlier-articles.ts';
import { LATER_ARTICLES } from './omnibus/later-articles.ts';
import type { Row } from './omnibus/row.ts';
import { MEDICAL, PLAIN } from './omnibus/systems.ts';
import { ROOT, realLaw } from './real.ts';
import { assessedOn, DAYS, type Difference, described, differencesOf, valueAt } from './two-days.ts';

/**
 * What Regulation (EU) 2026/1744 changed on 27 July 2026, article by article: each row either changes the report of its
 * system as the article says, or changes nothing; and no report of any system changes in anything else.
 */
const ROWS: readonly Row[] = [...EARLIER_ARTICLES, ...LATER_ARTICLES];
const systemOf = (row: Row) => described(describeSystem(row.system));

/** The differences that no row accounts for. */
function unexplained(differences: readonly Difference[]): string[] {
  return differences
    .filter((difference) => !ROWS.some(({ explains }) => explains?.(difference, differences)))
    .map(({ path, before, after }) => `${path}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`);
}

/** A duty that one of the rows puts in the place of another. */
const isReplaced = (id: string) =>
  ROWS.some(({ explains }) => explains?.({ path: `duties[${id}]`, before: {}, after: undefined }, []));

describe.each(ROWS.map((row) => [row.article, row.did, row] as const))('Article %s: %s', (_, __, row) => {
  const reports = DAYS.map((day) => assessedOn(day, systemOf(row)));
  const dutiesUnder = (article: string) =>
    reports.map(({ duties }) =>
      duties.filter(({ applies, source }) => applies !== 'no' && source.some((cited) => articleOf(cited) === article)),
    );

  test.each(Object.entries(row.changes ?? {}))('changes %s', (path, values) => {
    expect(reports.map((report) => valueAt(report, path))).toEqual(values);
  });

  test.each(Object.entries(row.stays ?? {}))('leaves %s', (path, value) => {
    expect(reports.map((report) => valueAt(report, path))).toEqual([value, value]);
  });

  test.each(row.untouched ?? [])('leaves the duties of Article %s but for their days', (article) => {
    const [before, after] = dutiesUnder(article).map((duties) =>
      duties
        .filter(({ id }) => !isReplaced(id))
        .map(({ id, title, binds, penalty, controls }) => [id, title, binds, penalty?.id, controls]),
    );
    expect(after).toEqual(before);
  });

  test.each(row.bindsOthers ?? [])('has no duty of Article %s on either day', (article) => {
    expect(dutiesUnder(article)).toEqual([[], []]);
  });

  test('says all that changes for its system', () => {
    expect(unexplained(differencesOf(systemOf(row)))).toEqual([]);
  });
});

function articleOf(citation: string): string | undefined {
  return /^ai-act:([^(]+)/.exec(citation)?.[1];
}

const examples = readdirSync(`${ROOT}examples`, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => join(ROOT, 'examples', path));

test.each(examples)('nothing but these rows changes %s', (path) => {
  expect(unexplained(differencesOf(described(readFileSync(path, 'utf8'), path)))).toEqual([]);
});

test('nothing but these rows changes any system', () => {
  const { law } = realLaw();
  const anything = described(describeSystem(PLAIN));
  fc.assert(
    fc.property(fullAnswers(law.facts.filter(({ type }) => type !== 'text')), (answers) => {
      expect(unexplained(differencesOf({ ...anything, answers }))).toEqual([]);
    }),
    { numRuns: 300, seed: 20_260_727 },
  );
}, 120_000);

test.each(
  realLaw()
    .law.facts.find(({ id }) => id === 'uses')
    ?.options.map(({ id }) => id) ?? [],
)('Annex III was not amended: %s is listed, or not, on both days', (use) => {
  const facts = {
    ...PLAIN,
    uses: `[${use}]`,
    'deployment.by': '[public-authority]',
    'people.emotion-reason': 'safety',
  };
  const [before, after] = DAYS.map((day) => assessedOn(day, described(describeSystem(facts))).classification.aiAct);
  expect([after?.points, after?.value]).toEqual([before?.points, before?.value]);
});

test.each(['I', 'IIa', 'IIb', 'III'])('the class of a device decides the same on both days: %s', (deviceClass) => {
  const harm = { I: 'none', IIa: 'minor', IIb: 'serious-deterioration', III: 'death' }[deviceClass] ?? '';
  const facts =
    deviceClass === 'I'
      ? { 'purpose.medical': '[conception-support]', 'purpose.used-for': 'none' }
      : { 'purpose.likely-harm': harm };
  const system = described(describeSystem({ ...MEDICAL, ...facts }));
  const levels = DAYS.map((day) => assessedOn(day, system).classification.aiAct.value);
  expect(levels).toEqual(deviceClass === 'I' ? ['minimal', 'minimal'] : ['high-risk', 'high-risk']);
});

test('every row that explains something is needed for one of the systems', () => {
  const all = ROWS.map((row) => differencesOf(systemOf(row)));
  const idle = ROWS.filter(
    ({ explains }) => explains && !all.some((found) => found.some((difference) => explains(difference, found))),
  );
  expect(idle.map(({ article }) => article)).toEqual([]);
});
