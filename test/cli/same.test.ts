import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Assessment } from '../../src/assessment/contract.ts';
import { check, DEVICE, describeSystem } from '../cases/describe.ts';
import { ROOT } from '../law/real.ts';
import { run } from './run.ts';

const MAMMO = `${ROOT}examples/imaging/therapixel-mammoscreen.yaml`;

/** The report without what depends on where in the file an answer stands and how it is written. */
function essence({
  format,
  classification,
  duties,
  verdict,
  questions,
  roles,
  milestones,
  claims,
  system,
}: Assessment) {
  const { aiAct, device, overlays } = classification;
  const bare = { aiAct: { ...aiAct, because: [] }, device: { ...device, because: [] }, overlays };
  const unplaced = <T extends object>(entries: readonly T[]) => entries.map((entry) => ({ ...entry, location: null }));
  const owed = duties.map((duty) => ({ ...duty, location: null, controls: unplaced(duty.controls) }));
  return {
    format,
    classification: bare,
    duties: owed,
    verdict,
    questions,
    roles,
    milestones,
    claims: unplaced(claims),
    system,
  };
}

test.each([
  ['a byte order mark', (text: string) => `\ufeff${text}`],
  ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
  ['both, and no last line end', (text: string) => `\ufeff${text.trimEnd().replaceAll('\n', '\r\n')}`],
])('a file with %s reads as one without', (_, change) => {
  const text = describeSystem(DEVICE, { 'logging.automatic': '{ status: missing, owner: QA }' });
  const [plain, changed] = [check(text), check(change(text))];
  expect({ ...changed, source: null }).toEqual({ ...plain, source: null });
});

describe('the same description', () => {
  const text = readFileSync(MAMMO, 'utf8');
  const given = parse(text, { schema: 'core' }) as Record<string, unknown>;
  const assess = (description: string) => {
    const ran = run(['-', '--format', 'json', '--as-of', '2026-11-22'], { stdin: description, cwd: dirname(MAMMO) });
    if (ran.code === 2) throw new Error(ran.err);
    return essence(JSON.parse(ran.out) as Assessment);
  };
  const plain = assess(text);
  const shuffled = fc
    .shuffledSubarray(Object.keys(given), { minLength: Object.keys(given).length })
    .map((keys) => Object.fromEntries(keys.map((key) => [key, given[key]])));
  const styles: readonly ((value: object) => string)[] = [
    (value) => stringify(value),
    (value) => stringify(value, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'QUOTE_SINGLE' }),
    (value) => stringify(value, { collectionStyle: 'flow', lineWidth: 40 }),
    (value) => stringify(value).replaceAll(/^(?=\S)/gm, '# a remark\n\n'),
    (value) => JSON.stringify(value),
    (value) => JSON.stringify(value, null, '\t').replaceAll('\t', '  '),
  ];

  test('gives the same report in any order, with any remarks, quotes and form', () => {
    expect(plain.classification.aiAct.value).toBe('high-risk');
    fc.assert(
      fc.property(shuffled, fc.constantFrom(...styles), (value, write) => {
        expect(assess(write(value))).toEqual(plain);
      }),
      { numRuns: 15 },
    );
  });

  test('gives the same report with groups as dotted keys and notes of one’s own', () => {
    const { operator, ...rest } = given as { operator: Record<string, unknown> };
    const dotted = Object.fromEntries(Object.entries(operator).map(([key, value]) => [`operator.${key}`, value]));
    expect(assess(stringify({ ...rest, ...dotted, 'x-notes': { anything: [1, { goes: null }] } }))).toEqual(plain);
  });
});
