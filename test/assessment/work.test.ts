import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { assess, DEFAULT_POLICY } from '../../src/assessment/assess.ts';
import type { AssessedControl, AssessedDuty, Assessment, Policy } from '../../src/assessment/contract.ts';
import { statusOf } from '../../src/assessment/controls.ts';
import type { Derived } from '../../src/assessment/derived.ts';
import { isMissing, isOpen } from '../../src/assessment/verdict.ts';
import { sharedControls } from '../../src/assessment/work.ts';
import type { ControlAnswer, Description } from '../../src/description/description.ts';
import { readDescription } from '../../src/description/read.ts';
import { loadLaw } from '../../src/law/artefact.ts';
import { type Duty, leaves, type Needs } from '../../src/law/law.ts';
import { Source } from '../../src/yaml/source.ts';
import { ROOT } from '../law/real.ts';
import { control, duty } from '../report/fixture.ts';

// The law as built: compiling it anew takes longer than all of these cases together.
const law = loadLaw(`${ROOT}dist/law`, 'en');
const AS_OF = '2026-11-22';
const PLACE = { line: 1, column: 1, endColumn: 2 };
const IN_PLACE: ControlAnswer = { place: PLACE, status: 'in-place', evidence: [] };

const EXAMPLES = globSync('examples/*/*.yaml', { cwd: ROOT })
  .sort()
  .map((path) => {
    const { description } = readDescription(new Source(path, readFileSync(ROOT + path, 'utf8')), law.law);
    if (description === undefined) throw new Error(`${path} does not read`);
    return description;
  });

function check(description: Description, policy: Partial<Policy> = {}): Assessment {
  const options = { toolVersion: '0', asOf: AS_OF, horizon: AS_OF, evidence: new Map() };
  return assess(description, law, { ...options, policy: { ...DEFAULT_POLICY, ...policy } });
}

function having(description: Description, controls: readonly (readonly [string, ControlAnswer])[]): Description {
  return { ...description, controls: new Map([...description.controls, ...controls]) };
}

const statuses = (report: Assessment) => new Map(report.duties.map(({ id, status }) => [id, status]));

/** An example in which some of the controls stand anyhow. */
const anySystem = fc
  .tuple(
    fc.constantFrom(...EXAMPLES),
    fc.array(
      fc.tuple(
        fc.constantFrom(...law.law.controls.map(({ id }) => id)),
        fc
          .tuple(
            fc.constantFrom<ControlAnswer['status']>('in-place', 'planned', 'missing', 'unanswered'),
            fc.constantFrom('2026-06-30', '2027-06-30', '2031-01-01'),
          )
          .map(([status, day]): ControlAnswer => {
            return { ...IN_PLACE, status, ...(status === 'planned' ? { by: { from: day, to: day } } : {}) };
          }),
      ),
      { maxLength: 60 },
    ),
  )
  .map(([description, controls]) => having(description, controls));

describe('the controls of a system', () => {
  test('stand once each, in the order of the law, with every duty that may apply and needs them', () => {
    fc.assert(
      fc.property(anySystem, (description) => {
        const report = check(description);
        const order = law.law.controls.map(({ id }) => id);
        const ids = report.controls.map(({ id }) => id);
        expect(ids).toEqual(order.filter((id) => ids.includes(id)));
        for (const { level, ...shared } of report.controls) {
          const needing = report.duties.filter(
            ({ applies, status, controls }) =>
              applies !== 'no' && status !== 'spared' && controls.some(({ id }) => id === shared.id),
          );
          expect(shared.serves).toEqual(needing.map(({ id }) => id));
          expect(shared).toMatchObject(needing[0]?.controls.find(({ id }) => id === shared.id) ?? {});
          expect(needing.map((served) => served.level)).toContain(level);
          for (const id of shared.lackedBy) expect(shared.serves).toContain(id);
          for (const id of shared.closes) expect(shared.lackedBy).toContain(id);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('close what they say they close, and nothing else', () => {
    fc.assert(
      fc.property(anySystem, fc.nat(), (description, pick) => {
        const report = check(description);
        const shared = report.controls[pick % report.controls.length];
        if (shared === undefined) return;
        const before = statuses(report);
        const after = statuses(check(having(description, [[shared.id, IN_PLACE]])));
        const closed = report.duties.filter(({ id, status }) => isOpen(status) && !isOpen(after.get(id) ?? 'missing'));
        expect(closed.map(({ id }) => id)).toEqual(shared.closes);
        for (const [id, status] of after) if (status !== before.get(id)) expect(shared.serves).toContain(id);
      }),
      { numRuns: 150 },
    );
  });

  test('leave no missing duty out: those that lack something close it together, unless it hangs on facts', () => {
    const byFacts = new Set(
      law.law.duties.filter(({ needs }) => [...leaves(needs)].some((leaf) => 'holds' in leaf)).map(({ id }) => id),
    );
    fc.assert(
      fc.property(anySystem, fc.nat(), (description, pick) => {
        const report = check(description);
        const missing = report.duties.filter((found) => isMissing(found) && !byFacts.has(found.id));
        const one = missing[pick % Math.max(1, missing.length)];
        if (one === undefined) return;
        const lacking = report.controls.filter(({ lackedBy }) => lackedBy.includes(one.id));
        expect(lacking).not.toEqual([]);
        const done = check(
          having(
            description,
            lacking.map(({ id }) => [id, IN_PLACE] as const),
          ),
        );
        expect(isOpen(statuses(done).get(one.id) ?? 'missing')).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  test('that only soft law or good practice asks for are told as such', () => {
    for (const description of EXAMPLES) {
      const { controls, duties } = check(description);
      for (const { level, serves } of controls) {
        const isLaw = duties.some((found) => serves.includes(found.id) && found.level === 'law');
        expect(level === 'law').toBe(isLaw);
      }
    }
  });
});

/** Needs over a few controls, as deep as somebody may write them. */
const CONTROLS = ['a', 'b', 'c', 'd'];
const { needs: anyNeeds } = fc.letrec<{ needs: Needs; leaf: Needs }>((tie) => ({
  leaf: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...CONTROLS).map((id): Needs => ({ control: id })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('yes', 'no', 'unknown').map((is): Needs => {
        return { holds: { op: 'concept', id: is } };
      }),
    },
  ),
  needs: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    tie('leaf'),
    fc.array(tie('needs'), { minLength: 1, maxLength: 3 }).map((all): Needs => ({ all })),
    fc.array(tie('needs'), { minLength: 1, maxLength: 3 }).map((any): Needs => ({ any })),
  ),
}));

type Standing = AssessedControl['status'];

const standings = fc
  .tuple(...CONTROLS.map(() => fc.constantFrom<Standing>('in-place', 'planned', 'missing', 'unanswered')))
  .map((given) => new Map(CONTROLS.map((id, index) => [id, given[index] ?? 'missing'])));

/** What one duty makes of the controls, and what it comes to with some of them in place. */
function oneDuty(needs: Needs, given: ReadonlyMap<string, Standing>, found: Partial<AssessedDuty> = {}) {
  const holds = ({ id = '' }: { id?: string }) => (id === 'yes' || id === 'no' ? id : 'unknown');
  const inLaw = { id: 'moon.duty', needs, level: 'law' } as unknown as Duty;
  const derived = {
    lawModel: { duties: [inLaw] },
    loaded: { law: { controls: CONTROLS.map((id) => ({ id })) } },
    holds,
  } as unknown as Derived;
  const standing = (id: string) => control({ id, status: given.get(id) ?? 'missing' });
  const withAll = (put: readonly string[]) => {
    const at = (id: string) => (put.includes(id) ? control({ id, status: 'in-place' }) : standing(id));
    return isOpen(statusOf(needs, at, (condition) => holds(condition as { id?: string }), null));
  };
  const controls = [...leaves(needs)].flatMap((leaf) => ('control' in leaf ? [standing(leaf.control)] : []));
  const status = statusOf(needs, standing, (condition) => holds(condition as { id?: string }), null);
  const window = { from: '2020-01-01', to: null };
  const duties = [duty({ id: 'moon.duty', status, window, controls, ...found })];
  return { shared: sharedControls(derived, duties, standing, DEFAULT_POLICY), isOpenWith: withAll };
}

describe('a duty that needs several controls', () => {
  test('is closed by one of them where that one is all it lacks, and lacks each that may decide it', () => {
    fc.assert(
      fc.property(anyNeeds, standings, (needs, given) => {
        const { shared, isOpenWith } = oneDuty(needs, given);
        for (const { id, closes, lackedBy } of shared) {
          expect(closes.length > 0).toBe(isOpenWith([]) && !isOpenWith([id]));
          const others = CONTROLS.filter((other) => other !== id);
          const mayDecide = subsets(others).some((put) => isOpenWith(put) && !isOpenWith([...put, id]));
          if (mayDecide) expect(lackedBy).not.toEqual([]);
          // Facts that stand against a duty, and a control named twice, hide what would decide it.
          const named = [...leaves(needs)].map((leaf) => ('control' in leaf ? leaf.control : 'holds'));
          if (!named.includes('holds') && new Set(named).size === named.length)
            expect(lackedBy.length > 0).toBe(mayDecide);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('that may not apply is closed by what is in place, not by a plan', () => {
    const needs: Needs = { all: [{ control: 'a' }, { control: 'b' }] };
    const given = new Map<string, Standing>([
      ['a', 'missing'],
      ['b', 'planned'],
    ]);
    const closes = (applies: AssessedDuty['applies'], status: AssessedDuty['status']) =>
      oneDuty(needs, given, { applies, status }).shared.map((shared) => shared.closes.length);
    expect(closes('yes', 'missing')).toEqual([1, 0]);
    expect(closes('unknown', 'unanswered')).toEqual([0, 0]);
    expect(closes('no', 'not-applicable')).toEqual([]);
  });

  test('may leave a choice: each of two ways closes it', () => {
    const needs: Needs = { any: [{ control: 'a' }, { control: 'b' }] };
    const closes = (a: Standing, b: Standing) =>
      oneDuty(
        needs,
        new Map([
          ['a', a],
          ['b', b],
        ]),
      ).shared.map((shared) => shared.closes.length);
    expect(closes('missing', 'unanswered')).toEqual([1, 1]);
    expect(closes('in-place', 'missing')).toEqual([0, 0]);
  });
});

function subsets([one, ...rest]: readonly string[]): string[][] {
  if (one === undefined) return [[]];
  return subsets(rest).flatMap((some) => [some, [one, ...some]]);
}
