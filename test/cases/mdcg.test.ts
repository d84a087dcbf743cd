import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Assessment, Settled } from '../../src/assessment/contract.ts';
import { ROOT } from '../law/real.ts';
import { assessed, holds, written } from './assessed.ts';
import type { Facts } from './describe.ts';
import { CONVENTIONS, factsFrom, type Statements, unmapped } from './mdcg-mapping.ts';

/** The official examples of what is a device, under which regulation and in which class. */
interface Example {
  readonly id: string;
  readonly about: string;
  readonly source: string;
  readonly states: Statements;
  /** What the statements leave out and the guidance's own reason implies. */
  readonly added?: Readonly<Record<string, { readonly is: string | readonly string[]; readonly because: string }>>;
  /** The word by which the guidance hedges its answer. */
  readonly hedged?: string;
  readonly expect: Outcome;
  /** Where the program says something else than the guidance, and why. */
}

interface Outcome {
  /** `not-excluded`: the guidance only says that the step in question does not take it out. */
  readonly device: 'yes' | 'no' | 'not-excluded';
  readonly regulation: 'mdr' | 'ivdr' | 'none' | 'open';
  readonly class?: string;
  /** The rule that gives the class. */
  readonly rule?: string;
  /** A rule that the guidance says does not apply. */
  readonly never?: string;
  readonly 'notified-body'?: 'yes' | 'no';
  /** Whether it is high-risk by Article 6(1) of the AI Act, if it is AI. */
  readonly 'annex-i'?: 'yes' | 'no';
  /** What the report must ask for where it leaves something open. */
  readonly asks?: readonly string[];
}

const read = (file: string): Example[] => parse(readFileSync(`${ROOT}test/cases/${file}`, 'utf8')).cases;
const EXAMPLES = [...read('mdcg-2019-11.yaml'), ...read('mdcg-2021-24.yaml')];
const CERTAIN = EXAMPLES.filter(({ hedged }) => hedged === undefined);
const HEDGED = EXAMPLES.filter(({ hedged }) => hedged !== undefined);
const CLASSED = CERTAIN.filter(({ expect: { class: given } }) => given !== undefined);

function factsOf({ states, added = {} }: Example): Facts {
  const more = Object.entries(added).map(([fact, { is }]) => [fact, written(is)]);
  return { ...factsFrom(states), ...Object.fromEntries(more) };
}

const reports = new Map<string, Assessment>();
function reportOn(example: Example): Assessment {
  const report = reports.get(example.id) ?? assessed(factsOf(example));
  reports.set(example.id, report);
  return report;
}

const deviceIn = ({ classification }: Assessment) => classification.device;
const asked = ({ questions }: Assessment) => questions.map(({ fact }) => fact);
const annexI = ({ classification: { aiAct } }: Assessment) => aiAct.routes.find(({ id }) => id === 'annex-i')?.value;

/** The places that give the class: those of its outcome, and those of the rules that hold on the way to it. */
function citedForClass(report: Assessment): string[] {
  const { class: given, because } = deviceIn(report);
  return [...given.source, ...because.filter(({ value }) => value === 'yes').flatMap(({ source }) => source)];
}

/** What a hedged example must come out as, or may. */
function isOrMayBe({ value, possible }: { readonly value: string | null; readonly possible: readonly string[] }) {
  return value === null || value === 'unknown' ? possible : [value];
}

const isOpen = ({ value }: Settled) => value === null;

describe('an official example with a certain answer', () => {
  test.each(CERTAIN)('$id $about: device $expect.device, $expect.regulation', (example) => {
    const { value, regulation } = deviceIn(reportOn(example));
    const expected = example.expect;
    if (expected.device === 'not-excluded') expect(value).not.toBe('no');
    else expect(value).toBe(expected.device);
    if (expected.regulation === 'open') expect(regulation.possible).toEqual(expect.arrayContaining(['mdr', 'ivdr']));
    else expect(regulation).toEqual({ value: expected.regulation, possible: [expected.regulation] });
    expect(asked(reportOn(example))).toEqual(expect.arrayContaining([...(expected.asks ?? [])]));
  });

  test.each(CLASSED)('$id $about: class $expect.class', (example) => {
    const { value, possible } = deviceIn(reportOn(example)).class;
    expect({ value, possible }).toEqual({ value: example.expect.class, possible: [example.expect.class] });
  });

  test.each(CLASSED)('$id $about: by $expect.rule', (example) => {
    expect(citedForClass(reportOn(example))).toContain(example.expect.rule);
  });

  test.each(CERTAIN.filter(({ expect: given }) => given['notified-body'] !== undefined))(
    '$id $about: notified body and Article 6(1) of the AI Act as the class says',
    (example) => {
      expect(deviceIn(reportOn(example)).thirdParty.value).toBe(example.expect['notified-body']);
      expect(annexI(reportOn(example))).toBe(example.expect['annex-i']);
    },
  );
});

describe('an official example with a hedged answer', () => {
  test.each(HEDGED)('$id $about ($hedged): the same answer, or an open one and the question', (example) => {
    const report = reportOn(example);
    const { value, possible, regulation } = deviceIn(report);
    expect(isOrMayBe({ value, possible })).toContain(example.expect.device);
    expect(isOrMayBe(regulation)).toContain(example.expect.regulation);
    const open = value === 'unknown' || isOpen(regulation);
    expect(open).toBe(example.expect.asks !== undefined);
    expect(asked(report)).toEqual(expect.arrayContaining([...(example.expect.asks ?? [])]));
  });

  test.each(EXAMPLES.filter(({ expect: { never } }) => never !== undefined))(
    '$id $about: $expect.never never',
    (example) => {
      expect(holds(example.expect.never ?? '', factsOf(example))).toBe('no');
    },
  );
});

describe('how the examples are read', () => {
  test('the table takes up every statement, and each of its rows has a reason', () => {
    expect(EXAMPLES.flatMap(({ states }) => unmapped(states))).toEqual([]);
    expect(CONVENTIONS.filter(({ because }) => because === '')).toEqual([]);
  });

  test('every fact beyond the statements has its reason', () => {
    const added = EXAMPLES.flatMap((example) => Object.values(example.added ?? {}));
    expect(added.filter(({ because }) => !because?.endsWith('.'))).toEqual([]);
  });

  test('none has been lost', () => {
    expect(new Set(EXAMPLES.map(({ id }) => id)).size).toBe(59 + 24);
  });
});
