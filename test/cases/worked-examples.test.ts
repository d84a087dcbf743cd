import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { AssessedDuty, Assessment, Contested } from '../../src/assessment/contract.ts';
import { ROOT } from '../law/real.ts';
import { assessed, written } from './assessed.ts';
import { BOUGHT, DEVICE, type Facts, NEUTRAL } from './describe.ts';

/** Twenty-two health systems, and what a report must and must not say of each. */
const STARTS = { neutral: NEUTRAL, device: DEVICE, bought: BOUGHT } satisfies Record<string, Facts>;

interface Says {
  readonly level?: string | null;
  readonly possible?: readonly string[];
  /** What gives a prohibition. */
  readonly by?: string;
  readonly routes?: readonly string[];
  readonly points?: readonly string[];
  readonly from?: string;
  readonly exempted?: string;
  readonly overlays?: readonly string[];
  readonly 'out-of-scope'?: string;
  readonly device?: string;
  readonly class?: string;
  readonly 'third-party'?: string;
  /** Whether the one who describes it is its provider under the AI Act. */
  readonly provider?: string;
  /** Places of the law on which a duty that applies rests, with its day or `yes`. */
  readonly applies?: Readonly<Record<string, string>>;
  readonly not?: readonly string[];
  readonly penalty?: string;
  readonly contested?: readonly { readonly rule: string; readonly source: string; readonly would?: string }[];
  readonly asks?: readonly string[];
}

interface Variant {
  readonly like?: keyof typeof STARTS;
  readonly given?: Readonly<Record<string, string | readonly string[]>>;
  readonly says: Says;
}

interface Example extends Variant {
  readonly number: number;
  readonly about: string;
  readonly source: readonly string[];
  readonly like: keyof typeof STARTS;
  readonly also?: readonly (Variant & { readonly when: string })[];
}

const examples: Example[] = parse(readFileSync(`${ROOT}test/cases/worked-examples.yaml`, 'utf8')).examples;

const textOf = (given: Variant['given'] = {}): Facts =>
  Object.fromEntries(Object.entries(given).map(([fact, value]) => [fact, written(value)]));

/** Each example and each of its variants, as a system of its own. */
const SYSTEMS = examples.flatMap(({ number, about, like, given, says, also = [] }) => {
  const facts: Facts = { ...STARTS[like], ...textOf(given) };
  const own = { id: `${number}`, about, facts, says };
  const variants = also.map((variant) => {
    const start: Facts = variant.like === undefined ? facts : STARTS[variant.like];
    return {
      id: `${number}`,
      about: `${about}: ${variant.when}`,
      facts: { ...start, ...textOf(variant.given) },
      says: variant.says,
    };
  });
  return [own, ...variants];
});

const holding = (named: readonly { id: string; value: string }[]) =>
  named.filter(({ value }) => value === 'yes').map(({ id }) => id);

/** `ai-act:27` is also the place of a duty that rests on `ai-act:27(1)`; `ai-act` of any of that act. */
const restsOn = ({ source }: AssessedDuty, place: string) =>
  source.some((cited) => cited === place || cited.startsWith(`${place}(`) || cited.startsWith(`${place}:`));

const dutiesUnder = ({ duties }: Assessment, place: string) =>
  duties.filter((duty) => duty.applies === 'yes' && restsOn(duty, place));

function doubtsIn({ classification, duties }: Assessment): Contested[] {
  return [
    ...classification.aiAct.contested,
    ...classification.device.contested,
    ...duties.flatMap(({ contested }) => contested),
  ];
}

/** The same things as `says` names, taken from a report. */
function summaryOf(report: Assessment, says: Says) {
  const { aiAct, device, overlays } = report.classification;
  const provider = report.roles.find(({ act, role }) => act === 'eu-ai-act' && role === 'provider');
  const all = {
    level: aiAct.value,
    possible: aiAct.possible,
    routes: holding(aiAct.routes),
    points: holding(aiAct.points),
    from: aiAct.from?.value,
    exempted: aiAct.exempted,
    overlays: holding(overlays),
    'out-of-scope': aiAct.outOfScope,
    device: device.value,
    class: device.class.value,
    'third-party': device.thirdParty.value,
    provider: provider?.value,
  };
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in says));
}

/** The part of `says` that `summaryOf` speaks of. */
function summarised({ applies, not, contested, asks, by, penalty, ...rest }: Says) {
  return rest;
}

test.each(SYSTEMS)('$id $about', ({ facts, says }) => {
  const report = assessed(facts);
  const { because } = report.classification.aiAct;
  expect(summaryOf(report, says)).toEqual(summarised(says));
  if (says.by !== undefined)
    expect(because.filter(({ value }) => value === 'yes').flatMap(({ source }) => source)).toContain(says.by);
  for (const [place, day] of Object.entries(says.applies ?? {})) {
    const due = dutiesUnder(report, place).map(({ due: { value } }) => (day === 'yes' ? 'yes' : value));
    expect(due, place).toContain(day);
  }
  const wrongly = (says.not ?? []).flatMap((place) => dutiesUnder(report, place));
  expect(wrongly.map(({ id }) => id)).toEqual([]);
  if (says.penalty !== undefined) {
    const broken = report.duties.filter(({ prohibition, status }) => prohibition && status === 'missing');
    expect(broken.map(({ penalty }) => penalty?.id)).toEqual([says.penalty]);
  }
  for (const { rule, source, would } of says.contested ?? []) {
    const found = doubtsIn(report).filter((doubt) => doubt.rule === rule && doubt.source.includes(source));
    expect(found, `${rule} ${source}`).not.toEqual([]);
    const outcomes = found.flatMap((doubt) => doubt.would.flatMap(({ possible }) => possible));
    if (would !== undefined) expect(outcomes).toContain(would);
  }
  expect(report.questions.map(({ fact }) => fact)).toEqual(expect.arrayContaining([...(says.asks ?? [])]));
});

test('all twenty-two are there, each with the places of the law that it rests on', () => {
  expect(examples.map(({ number }) => number)).toEqual(Array.from({ length: 22 }, (_, index) => index + 1));
  expect(examples.filter(({ source }) => source.length === 0)).toEqual([]);
});
