import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { assess, DEFAULT_POLICY } from '../../src/assessment/assess.ts';
import { assessChanges } from '../../src/assessment/changes.ts';
import { compare } from '../../src/assessment/comparison.ts';
import type { Comparison, DutyChange } from '../../src/assessment/comparison-contract.ts';
import { COMPARISON_SCHEMA } from '../../src/assessment/comparison-schema.ts';
import type { Policy } from '../../src/assessment/contract.ts';
import { Derived } from '../../src/assessment/derived.ts';
import type { System } from '../../src/assessment/timeline.ts';
import type { Description } from '../../src/description/description.ts';
import { readDescription } from '../../src/description/read.ts';
import { loadLaw } from '../../src/law/artefact.ts';
import { Source } from '../../src/yaml/source.ts';
import { DEVICE, describeSystem, type Facts, NEUTRAL } from '../cases/describe.ts';
import { ROOT } from '../law/real.ts';

const law = loadLaw(`${ROOT}dist/law`, 'en');
const AS_OF = '2026-11-22';

const isComparison = new Ajv().compile(COMPARISON_SCHEMA);

function read(text: string, path = 'system.yaml'): Description {
  const { description, problems } = readDescription(new Source(path, text), law.law);
  if (description === undefined) throw new Error(JSON.stringify(problems));
  return description;
}

function system(description: Description, asOf = AS_OF, horizon = asOf, policy: Partial<Policy> = {}): System {
  const options = { toolVersion: '0', asOf, horizon, evidence: new Map(), policy: { ...DEFAULT_POLICY, ...policy } };
  return {
    assessment: assess(description, law, options),
    derived: new Derived(law, description, { asOf, proposals: [] }),
  };
}

/** Two descriptions under the law of one day, as JSON would have it and as its schema says. */
function compared(before: Description, after: Description, policy: Partial<Policy> = {}): Comparison {
  const [one, other] = [system(before, AS_OF, AS_OF, policy), system(after, AS_OF, AS_OF, policy)];
  const changes = assessChanges(one.derived, other.derived);
  return written(compare(one, other, { of: 'descriptions', evidence: 'not-looked-for', changes }));
}

function written(comparison: Comparison): Comparison {
  const json = JSON.parse(JSON.stringify(comparison)) as Comparison;
  expect(isComparison(json), JSON.stringify(isComparison.errors)).toBe(true);
  return json;
}

const changed = (before: Facts, after: Facts, was: Facts = {}, is: Facts = was) =>
  compared(read(describeSystem(before, was)), read(describeSystem(after, is)));

const ids = (changes: readonly { readonly id: string }[]) => changes.map(({ id }) => id);
const codes = ({ worse }: Comparison) => worse.map(({ code }) => code);

const EXAMPLES = new Map(
  globSync('examples/*/*.yaml', { cwd: ROOT })
    .sort()
    .map((path) => [path, read(readFileSync(ROOT + path, 'utf8'), path)]),
);

/** An example by its path, and the places of answers and controls that are taken away. */
const anyExample = fc.constantFrom(...EXAMPLES.keys());
const anyPlaces = fc.array(fc.nat({ max: 100 }), { maxLength: 40 });

function example(path: string): Description {
  const found = EXAMPLES.get(path);
  if (found === undefined) throw new Error(path);
  return found;
}

function without(description: Description, facts: readonly number[], controls: readonly number[]): Description {
  const rest = <T>(map: ReadonlyMap<string, T>, gone: readonly number[], stays = (_: string) => false) =>
    new Map([...map].filter(([id], index) => stays(id) || !gone.includes(index)));
  const isClaim = (id: string) => law.law.facts.some((fact) => fact.id === id && fact.claims !== undefined);
  return {
    ...description,
    answers: rest(description.answers, facts, (id) => isClaim(id) || id === 'system.name'),
    controls: rest(description.controls, controls),
  };
}

const lists = ({ facts, controls, acceptedGaps, roles, dates, duties, worse, better }: Comparison) => [
  facts,
  controls,
  acceptedGaps,
  roles,
  dates,
  ...Object.values(duties),
  worse,
  better,
];

describe('a description compared with itself', () => {
  test('has changed in nothing', () => {
    for (const description of EXAMPLES.values()) {
      const { classification, changes, ...rest } = compared(description, description);
      expect(lists({ ...rest, classification, changes }).flat()).toEqual([]);
      const { routes, points, overlays, ...outcomes } = classification;
      expect([...routes, ...points, ...overlays]).toEqual([]);
      expect([...new Set(Object.values(outcomes).map(({ turn }) => turn))]).toEqual(['same']);
      expect(changes.filter(({ value }) => value !== 'no-sign' && value !== 'not-applicable')).toEqual([]);
    }
  });

  test('though it is written otherwise has changed in nothing', () => {
    const [before, after] = [
      'aiact-check: "1.0"\nsystem: { name: X }\nmarket: { placed-on: 2026-02-01 }\npurpose: { medical: [diagnosis, monitoring] }\ndata: { health: true }\n',
      'aiact-check: "1.0"\n# other words\nsystem:\n  name: "X"\npurpose.medical: [monitoring, diagnosis]\nmarket.placed-on: "2026-02-01"\ndata.health: oui\nuses: unknown\ncontrols: { logging.automatic: unknown }\n',
    ];
    const comparison = compared(read(before ?? ''), read(after ?? ''));
    expect(lists(comparison).flat()).toEqual([]);
    expect(comparison.before.sha256).not.toBe(comparison.after.sha256);
  });
});

test('before and after in each other’s place swap what was added and removed, what begins and ends, worse and better', () => {
  const opposite = { added: 'removed', removed: 'added', changed: 'changed' } as const;
  const kinds = (list: readonly { readonly kind: keyof typeof opposite }[]) => list.map(({ kind }) => kind);
  fc.assert(
    fc.property(anyExample, anyPlaces, anyExample, anyPlaces, (a, aGone, b, bGone) => {
      const [one, other] = [without(example(a), aGone, aGone), without(example(b), bGone, bGone)];
      const [there, back] = [compared(one, other), compared(other, one)];
      for (const key of ['facts', 'controls'] as const) {
        expect(ids(back[key])).toEqual(ids(there[key]));
        expect(kinds(back[key])).toEqual(kinds(there[key]).map((kind) => opposite[kind]));
      }
      const sorted = (changes: readonly DutyChange[]) => ids(changes).sort();
      expect(sorted(back.duties.begin)).toEqual(sorted(there.duties.end));
      expect(sorted(back.duties.worse)).toEqual(sorted(there.duties.better));
      expect(sorted(back.duties.other)).toEqual(sorted(there.duties.other));
      expect(sorted(back.duties.due)).toEqual(sorted(there.duties.due));
      expect(ids(back.dates).sort()).toEqual(ids(there.dates).sort());
      const turn = {
        'more-severe': 'less-severe',
        'less-severe': 'more-severe',
        same: 'same',
        other: 'other',
      } as const;
      expect(back.classification.level.turn).toBe(turn[there.classification.level.turn]);
      expect(back.classification.deviceClass.turn).toBe(turn[there.classification.deviceClass.turn]);
      expect(back.verdict).toEqual({ before: there.verdict.after, after: there.verdict.before });
    }),
    { numRuns: 30 },
  );
});

describe('silence', () => {
  test('is never told as better', () => {
    fc.assert(
      fc.property(anyExample, anyPlaces, anyPlaces, (path, facts, controls) => {
        expect(compared(example(path), without(example(path), facts, controls)).better).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('about a control is worse where it was in place, and no better where it was missing', () => {
    const [inPlace, missing] = [{ 'logging.automatic': 'yes' }, { 'logging.automatic': 'no' }];
    expect(changed(DEVICE, DEVICE, inPlace, {}).worse).toEqual([
      { code: 'duties', ids: expect.arrayContaining(['eu-ai-act.art-12.logging']) as string[] },
    ]);
    const silent = changed(DEVICE, DEVICE, missing, {});
    expect([silent.worse, silent.better]).toEqual([[], []]);
    expect(ids(silent.duties.other)).toContain('eu-ai-act.art-12.logging');
    expect(
      changed(DEVICE, DEVICE, missing, { 'logging.automatic': '{ status: planned, by: 2028-01 }' }).better,
    ).toEqual([]);
    expect(changed(DEVICE, DEVICE, missing, inPlace).better.map(({ code }) => code)).toEqual(['duties']);
    const frank = changed(DEVICE, DEVICE, {}, missing);
    expect([codes(frank).filter((code) => code !== 'verdict'), frank.better]).toEqual([[], []]);
  });

  test('about a fact that leaves the level open is worse', () => {
    const { 'purpose.medical': _, ...open } = NEUTRAL;
    expect(codes(changed(NEUTRAL, open))).toEqual(expect.arrayContaining(['level-open', 'device-open']));
  });
});

describe('what was changed in a description', () => {
  test('is told with its words, its places and what of a list is another', () => {
    const { facts } = changed(
      { ...DEVICE, 'purpose.medical': '[diagnosis, monitoring?]' },
      {
        ...DEVICE,
        'purpose.medical': '[prognosis, monitoring]',
        'purpose.likely-harm': 'unknown',
        'data.health': 'yes',
      },
    );
    expect(facts.map(({ id, kind, type }) => [id, kind, type])).toEqual([
      ['purpose.medical', 'changed', 'list'],
      ['purpose.likely-harm', 'changed', 'choice'],
      ['data.health', 'added', 'yes-no'],
    ]);
    const [medical, harm, health] = facts;
    expect(medical?.options.map(({ id, before, after }) => [id, before, after])).toEqual([
      ['diagnosis', 'yes', 'no'],
      ['monitoring', 'unknown', 'yes'],
      ['prognosis', 'no', 'yes'],
    ]);
    expect(medical?.after?.written).toBe('[prognosis, monitoring]');
    expect(harm?.before?.values).toEqual([{ id: 'serious-deterioration', title: 'Serious deterioration of health' }]);
    expect(harm?.after?.values).toEqual([{ id: 'unknown', title: 'unknown' }]);
    expect(health).toMatchObject({ before: null, after: { values: [{ id: 'yes' }], location: { line: 52 } } });
  });

  test('has its texts, which decide nothing', () => {
    const [before, after] = ['A', 'B'].map((name) => read(describeSystem(DEVICE, {}, name, `about ${name}`)));
    const comparison = compared(before as Description, after as Description);
    expect(comparison.facts.map(({ id, type }) => [id, type])).toEqual([
      ['system.name', 'text'],
      ['system.description', 'text'],
    ]);
    expect([comparison.worse, comparison.better, ...Object.values(comparison.duties)].flat()).toEqual([]);
    expect([comparison.before.system.name, comparison.after.system.name]).toEqual(['A', 'B']);
  });

  test('has controls and accepted gaps with all that is said of them', () => {
    const gap = (until: string) =>
      `accepted-gaps: [{ duty: fr.csp-l4001-3.explainability, because: x, by: y, since: 2026-01-01, until: ${until} }]\n`;
    const [was, is] = [
      { 'logging.automatic': '{ status: in-place, evidence: a.md, reviewed: 2026-02 }' },
      { 'logging.automatic': '{ status: in-place, evidence: [a.md, b.md], owner: Z }', 'security.measures': 'no' },
    ];
    const comparison = compared(
      read(describeSystem(DEVICE, was) + gap('2026-11-30')),
      read(describeSystem(DEVICE, is) + gap('2026-12-31')),
    );
    expect(comparison.controls).toMatchObject([
      {
        id: 'logging.automatic',
        kind: 'changed',
        before: { evidence: ['a.md'], owner: null, reviewed: '2026-02-28' },
        after: { evidence: ['a.md', 'b.md'], owner: 'Z', reviewed: null },
      },
      { id: 'security.measures', kind: 'added', before: null, after: { status: 'missing' } },
    ]);
    expect(comparison.acceptedGaps).toMatchObject([
      {
        duty: 'fr.csp-l4001-3.explainability',
        kind: 'changed',
        before: { until: '2026-11-30' },
        after: { until: '2026-12-31' },
      },
    ]);
  });
});

describe('what the law makes of it', () => {
  test('is another class, with the duties that come and go and the days on which they are due', () => {
    const comparison = changed(NEUTRAL, DEVICE);
    const { level, device, deviceClass, regulation, from } = comparison.classification;
    expect([level, device, deviceClass].map(({ before, after }) => [ids(before), ids(after)])).toEqual([
      [['minimal'], ['high-risk']],
      [['no'], ['yes']],
      [['not-a-device'], ['IIb']],
    ]);
    expect([level.turn, deviceClass.turn, regulation.turn]).toEqual(['more-severe', 'more-severe', 'other']);
    expect([ids(from.before), ids(from.after)]).toEqual([[], ['2028-08-02']]);
    expect(ids(comparison.duties.begin)).toContain('eu-ai-act.art-14.override');
    expect(comparison.dates).toContainEqual(
      expect.objectContaining({
        id: 'eu-ai-act.annex-i-applies',
        before: null,
        after: expect.objectContaining({ date: '2028-08-02' }) as object,
      }),
    );
    expect(codes(comparison)).toEqual(expect.arrayContaining(['level', 'device-class', 'duties']));
  });

  test('turns by the most that is possible: to settle on it is no rise, to open above it is', () => {
    const { 'purpose.likely-harm': _, ...open } = DEVICE;
    const [settled, opened] = [changed(open, DEVICE), changed(DEVICE, open)];
    expect(settled.classification.deviceClass.before.length).toBeGreaterThan(1);
    expect(settled.classification.deviceClass.turn).toBe('less-severe');
    expect([codes(settled).includes('device-class'), codes(opened).includes('device-class')]).toEqual([false, true]);
  });

  test('is no rise where one regulation takes the place of the other: their classes are two scales', () => {
    const { classification, worse } = changed(DEVICE, {
      ...DEVICE,
      'purpose.medical': '[in-vitro-information]',
      'device.specimen-data': 'only',
      'device.in-vitro': '[general-laboratory]',
    });
    expect(ids(classification.regulation.after)).toEqual(['ivdr']);
    expect(classification.deviceClass.turn).toBe('other');
    expect(worse.some(({ code }) => code === 'device-class')).toBe(false);
  });
});

describe('duties', () => {
  test('stand worse from in place over planned and partly in place to missing, and better the other way', () => {
    const logged = (status: string): Facts => ({ 'logging.automatic': status });
    const [inPlace, planned, missing] = [logged('yes'), logged('{ status: planned, by: 2028-01 }'), logged('no')];
    const logging = ({ duties }: Comparison, list: 'worse' | 'better') =>
      duties[list].find(({ id }) => id === 'eu-ai-act.art-12.logging');
    for (const [was, is] of [
      [inPlace, planned],
      [planned, missing],
      [inPlace, missing],
    ] as const) {
      expect(logging(changed(DEVICE, DEVICE, was, is), 'worse')).toBeDefined();
      expect(logging(changed(DEVICE, DEVICE, is, was), 'better')).toBeDefined();
    }
    expect(codes(changed(DEVICE, DEVICE, inPlace, planned))).toEqual([]);
    expect(codes(changed(DEVICE, DEVICE, planned, missing))).toEqual(['duties']);
    expect(logging(changed(DEVICE, DEVICE, planned, missing), 'worse')?.after?.wants).toMatchObject([
      { id: 'logging.automatic', status: 'missing' },
    ]);
  });

  test('that do not count under the policy make nothing worse', () => {
    const [was, is] = [{ 'human-guarantee.college': 'yes' }, { 'human-guarantee.college': 'no' }];
    const [before, after] = [was, is].map((controls) => read(describeSystem(DEVICE, controls))) as [
      Description,
      Description,
    ];
    const quiet = compared(before, after);
    expect(quiet.duties.worse.map(({ level }) => level)).toContain('good-practice');
    expect(quiet.worse).toEqual([]);
    expect(codes(compared(before, after, { level: 'good-practice' }))).toContain('duties');
  });

  test('whose day moves are told with both days; sooner than the horizon is worse', () => {
    const placing = (month: string) => ({ ...DEVICE, 'market.planned-placing': month });
    const { duties } = changed(placing('2027-03'), placing('2027-09'));
    expect(duties.due.length).toBeGreaterThan(5);
    expect(new Set(duties.due.map(({ before, after }) => `${before?.window.to} ${after?.window.to}`))).toContain(
      '2027-03-31 2027-09-30',
    );
    const near = (month: string) => system(read(describeSystem(placing(month))), AS_OF, '2027-06-30');
    const options = { of: 'descriptions', evidence: 'not-looked-for', changes: [] } as const;
    const answered = (month: string) => {
      const missing = Object.fromEntries(law.law.controls.map(({ id }) => [id, 'no']));
      return system(read(describeSystem(placing(month), missing)), AS_OF, '2027-06-30');
    };
    expect(codes(written(compare(near('2027-09'), near('2027-03'), options)))).toContain('duties');
    expect(codes(written(compare(answered('2027-09'), answered('2027-03'), options)))).toContain('duties');
    expect(codes(written(compare(answered('2027-03'), answered('2027-09'), options)))).toEqual([]);
  });
});

describe('worse', () => {
  test('is a claim below what the facts give; better, one that is no longer', () => {
    const claims = (level: string) => ({ ...DEVICE, 'claims.ai-act-level': level });
    const comparison = changed(claims('high-risk'), claims('minimal'));
    expect(comparison.worse).toContainEqual({ code: 'claim-below', ids: ['claims.ai-act-level'] });
    expect(changed(claims('minimal'), claims('high-risk')).better).toContainEqual({
      code: 'claim-below',
      ids: ['claims.ai-act-level'],
    });
  });

  test('is not to have answered honestly that something is missing', () => {
    const facts = [DEVICE, DEVICE] as const;
    const { verdict, worse } = changed(
      ...facts,
      { 'ai-literacy.training': 'yes' },
      { 'ai-literacy.training': 'yes', 'explanation.for-users': 'no' },
    );
    expect([verdict.before.value, verdict.after.value, worse]).toEqual(['undetermined', 'not-ready', []]);
  });

  test('is a verdict that was ready and is not', () => {
    const all = Object.fromEntries(law.law.controls.map(({ id }) => [id, 'yes']));
    const comparison = changed(NEUTRAL, NEUTRAL, all, { ...all, 'ai-literacy.training': 'no' });
    expect([comparison.verdict.before.value, comparison.verdict.after.value]).toEqual(['ready', 'not-ready']);
    expect(codes(comparison)).toEqual(['verdict', 'duties']);
    const back = changed(NEUTRAL, NEUTRAL, { ...all, 'ai-literacy.training': 'no' }, all);
    expect([codes(back), back.better.map(({ code }) => code)]).toEqual([[], ['verdict', 'duties']]);
  });

  test('is a change that may be a substantial modification', () => {
    const placed = { ...DEVICE, 'market.stage': 'on-market', 'market.placed-on': '2026-09' };
    const comparison = changed(placed, { ...placed, 'purpose.medical': '[diagnosis, treatment]' });
    const likely = comparison.changes.filter(
      ({ value }) => value === 'likely' || value === 'possible' || value === 'open',
    );
    expect(likely.length).toBeGreaterThan(0);
    expect(comparison.worse).toContainEqual({ code: 'change', ids: ids(likely) });
  });
});

describe('the law of two days', () => {
  const between = (description: Description, before: string, after: string) => {
    const [one, other] = [before, after].map((day) => system(description, day, after)) as [System, System];
    return written(compare(one, other, { of: 'law', evidence: 'not-looked-for', changes: [] }));
  };

  test('shows what an amendment changed: dates, duties, the day of the high-risk rules; nothing of the description', () => {
    const comparison = between(read(describeSystem(DEVICE)), '2026-07-26', '2026-07-28');
    expect([comparison.facts, comparison.controls, comparison.acceptedGaps, comparison.changes].flat()).toEqual([]);
    expect(comparison.dates).toContainEqual(
      expect.objectContaining({
        id: 'eu-ai-act.annex-i-applies',
        before: expect.objectContaining({ date: '2027-08-02' }) as object,
        after: expect.objectContaining({ date: '2028-08-02' }) as object,
      }),
    );
    expect(ids(comparison.duties.begin)).toContain('eu-ai-act.art-4.literacy');
    expect(comparison.duties.begin.find(({ id }) => id === 'eu-ai-act.art-4.literacy')?.before).toBeNull();
    expect(ids(comparison.duties.end)).toContain('eu-ai-act.art-4.literacy-sufficient');
    expect(ids(comparison.duties.due)).toContain('eu-ai-act.art-14.override');
  });

  test('of one day shows nothing', () => {
    for (const description of EXAMPLES.values()) expect(lists(between(description, AS_OF, AS_OF)).flat()).toEqual([]);
  });
});
