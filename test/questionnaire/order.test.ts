import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, DEFAULT_POLICY } from '../../src/assessment/assess.ts';
import { type Assessment, REPORTED } from '../../src/assessment/contract.ts';
import { Derived } from '../../src/assessment/derived.ts';
import type { Answer, ControlAnswer, Description } from '../../src/description/description.ts';
import { factsIn, leaves } from '../../src/law/law.ts';
import { nextScreen } from '../../src/questionnaire/next.ts';
import { progressOf } from '../../src/questionnaire/progress.ts';
import type { Screen } from '../../src/questionnaire/screen.ts';
import { controlsByArea, groupOf } from '../../src/questionnaire/session.ts';
import { whyAsked, whyControl } from '../../src/questionnaire/why.ts';
import { systems } from '../cases/known-systems.ts';
import { fullAnswers } from '../law/answers.ts';
import { AS_OF, ASKED, fullyKnown, law } from './people.ts';
import { given, SESSION, walk } from './walk.ts';

const NOT_THERE: ControlAnswer = { place: { line: 0, column: 0, endColumn: 0 }, status: 'missing', evidence: [] };
const UNKNOWN: Answer = { kind: 'unknown', place: { line: 0, column: 0, endColumn: 0 }, text: 'unknown' };
const [known] = systems;
if (known === undefined) throw new Error('no systems');
const base = fullyKnown(known);
const ROLES = law.law.concepts.filter(({ id }) => id.includes(REPORTED.roles)).map(({ id }) => id);
const controls = new Map(law.law.controls.map(({ id }) => [id, NOT_THERE]));

/** Somebody with an answer to everything, likely or not. */
const person: fc.Arbitrary<Description> = fc.oneof(
  fullAnswers(ASKED).map((answers) => ({ ...base, answers, controls })),
  fc.constantFrom(...systems).map(fullyKnown),
);
const random = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }));

function assessed(description: Description): Assessment {
  const options = { toolVersion: '0', asOf: AS_OF, horizon: AS_OF, evidence: new Map(), policy: DEFAULT_POLICY };
  return assess(description, law, options);
}

/** What a description comes to, whatever it says beyond what matters. */
function outcome(description: Description) {
  const { classification, duties, questions } = assessed(description);
  const { aiAct, device, overlays } = classification;
  return {
    settled: [aiAct.value, aiAct.from, device.value, device.regulation.value, device.class.value, overlays],
    duties: duties.flatMap(({ id, applies, due, window, status, level }) =>
      applies === 'no' ? [] : [[id, applies, due.value, window, level === 'law' ? status : null]],
    ),
    questions,
  };
}

/** Answers what is asked, until nothing is. */
function answerAll(from: Description, person: Description, skipped: ReadonlySet<string> = new Set()): Description {
  const answers = new Map(from.answers);
  const answered = new Map(from.controls);
  const apart = new Set<string>();
  const description = { ...from, answers, controls: answered };
  for (;;) {
    const screen = nextScreen(law, description, { ...SESSION, skipped, apart });
    if (screen === null) return description;
    if (screen.stage === 'controls') answered.set(screen.control, person.controls.get(screen.control) ?? NOT_THERE);
    else {
      const said = given(screen, person);
      if (said === undefined) apart.add(screen.together ?? '');
      for (const [fact, answer] of said ?? []) answers.set(fact, answer);
    }
  }
}

describe('whatever the order', () => {
  test('of answers, of taking them back and of answering again, it ends in the same place', () => {
    fc.assert(
      fc.property(person, random, (person, stream) => {
        const draw = (size: number) => Math.floor(stream.next().value * size);
        const answers = new Map<string, Answer>();
        for (let step = 0; step < 40; step++) {
          const [taken] = [...answers.keys()].slice(draw(answers.size));
          const [fact] = ASKED.slice(draw(ASKED.length));
          if (taken !== undefined && draw(3) === 0) answers.delete(taken);
          else if (fact !== undefined) set(answers, fact.id, person.answers.get(fact.id));
        }
        const reached = answerAll({ ...person, answers, controls: new Map() }, person);
        expect(outcome(reached)).toEqual(outcome(walk(person).reached));
        for (const [id, answer] of reached.answers)
          expect([id, bare(answer)]).toEqual([id, bare(person.answers.get(id))]);
      }),
      { numRuns: 25 },
    );
  });

  test('of groups left out and taken up again, it ends in the same place', () => {
    const areaOfControl = new Map([...controlsByArea(law.law)].flatMap(([area, ids]) => ids.map((id) => [id, area])));
    const groups = [...law.law.groups, ...controlsByArea(law.law).keys()];
    fc.assert(
      fc.property(person, fc.subarray(groups), (person, skipped) => {
        const first = answerAll({ ...person, answers: new Map(), controls: new Map() }, person, new Set(skipped));
        for (const id of first.answers.keys()) expect(skipped).not.toContain(groupOf(id));
        for (const id of first.controls.keys()) expect(skipped).not.toContain(areaOfControl.get(id));
        expect(outcome(answerAll(first, person))).toEqual(outcome(walk(person).reached));
      }),
      { numRuns: 25 },
    );
  });

  test('taking back the last answers brings the last screen again', () => {
    for (const system of systems.slice(0, 8)) {
      const steps: [Description, Screen | null][] = [];
      walk(fullyKnown(system), (known, screen) =>
        steps.push([{ ...known, answers: new Map(known.answers), controls: new Map(known.controls) }, screen]),
      );
      for (const [known, screen] of steps) expect(nextScreen(law, known, SESSION)).toEqual(screen);
    }
  });
});

describe('what is asked', () => {
  test('can change something in the report: it is among the questions of the report, gives a role or a day, or shows whether a duty is met', () => {
    const shown = new Set([
      ...law.law.duties.flatMap(({ needs }) =>
        [...leaves(needs)].flatMap((leaf) => ('holds' in leaf ? factsIn(leaf.holds) : [])),
      ),
      ...law.law.penalties.flatMap(({ caps }) => caps.flatMap(({ when }) => factsIn(when))),
    ]);
    fc.assert(
      fc.property(person, (person) => {
        walk(person, (known, screen) => {
          if (screen?.stage !== 'classification') return;
          const derived = new Derived(law, known, { asOf: AS_OF, proposals: [] });
          const mayBind = derived.outcomes(REPORTED.level).possible.includes(REPORTED.highRiskLevel);
          const beside = derived.openFactsOfAny([...ROLES, ...(mayBind ? [REPORTED.regime] : [])]);
          const open = new Set([...beside, ...assessed(known).questions.map(({ fact }) => fact)]);
          for (const fact of screen.facts) expect([fact, open.has(fact) || shown.has(fact)]).toEqual([fact, true]);
        });
      }),
      { numRuns: 10 },
    );
  });

  test('is all that the report asks for, and what nobody knows is not asked again', () => {
    fc.assert(
      fc.property(person, fc.subarray(ASKED.map(({ id }) => id)), (person, notKnown) => {
        const answers = new Map(person.answers);
        for (const fact of notKnown) answers.set(fact, UNKNOWN);
        const { reached, screens } = walk({ ...person, answers });
        const asked = screens.flatMap((screen) => (screen.stage === 'controls' ? [] : screen.facts));
        for (const fact of notKnown) expect(asked.filter((id) => id === fact).length).toBeLessThanOrEqual(2);
        for (const { fact } of assessed(reached).questions) expect(reached.answers.has(fact)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('is never more than was said to be left, group by group', () => {
    fc.assert(
      fc.property(person, (person) => {
        const said: { facts: number; controls: number; at: [number, number] }[] = [];
        let [facts, controls] = [0, 0];
        walk(person, (known, screen) => {
          if (screen?.stage !== 'controls' || controls === 0)
            said.push({ ...progressOf(law, known, SESSION).left, at: [facts, controls] });
          if (screen?.stage === 'controls') controls += 1;
          else facts += screen?.facts.length ?? 0;
        });
        for (const { facts: leftFacts, controls: leftControls, at } of said) {
          expect(facts - at[0]).toBeLessThanOrEqual(leftFacts);
          expect(controls - at[1]).toBeLessThanOrEqual(leftControls);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('hangs together with something, and says with what', () => {
    for (const system of systems.slice(20, 24)) {
      walk(fullyKnown(system), (known, screen) => {
        if (screen === null) return;
        if (screen.stage === 'controls') {
          const { duties } = whyControl(law, known, SESSION, screen.control);
          expect(duties[0]).toMatchObject({ applies: 'yes', source: [expect.stringContaining(':')] });
          return;
        }
        for (const fact of screen.facts) {
          const { source, values, duties } = whyAsked(law, known, SESSION, fact);
          expect(source.length).toBeGreaterThan(0);
          expect([fact, values.length + duties.length > 0 || fact === 'operator.size']).toEqual([fact, true]);
        }
      });
    }
  });
});

function set(answers: Map<string, Answer>, fact: string, answer: Answer | undefined): void {
  if (answer !== undefined) answers.set(fact, answer);
}

function bare(answer: Answer | undefined) {
  const { place: _, text: __, ...rest } = answer ?? UNKNOWN;
  return rest;
}
