import { describe, expect, test } from 'vitest';
import { assess, DEFAULT_POLICY } from '../../src/assessment/assess.ts';
import type { Assessment } from '../../src/assessment/contract.ts';
import type { Description } from '../../src/description/description.ts';
import { systems } from '../cases/known-systems.ts';
import { AS_OF, ASKED, fullyKnown, law } from './people.ts';
import { type Walk, walk } from './walk.ts';

const people = systems.map((system) => ({ id: system.id, person: fullyKnown(system) }));
const walks = people.map(({ id, person }) => ({ id, person, ...walk(person) }));

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}

const each = (of: (walk: Walk) => number) => walks.map(of);
const longest = (of: (walk: Walk) => number) => Math.max(...each(of));

function assessed(description: Description): Assessment {
  const options = { toolVersion: '0', asOf: AS_OF, horizon: AS_OF, evidence: new Map(), policy: DEFAULT_POLICY };
  return assess(description, law, options);
}

describe('people who know all there is to know of each of the 69 systems', () => {
  test('are asked for the level on 8 screens in the middle, never on more than 12', () => {
    expect(walks).toHaveLength(69);
    expect(median(each(({ toLevel }) => toLevel))).toBeLessThanOrEqual(8);
    expect(longest(({ toLevel }) => toLevel)).toBeLessThanOrEqual(12);
  });

  test('are asked for level, device, class and day on 12 screens in the middle', () => {
    expect(median(each(({ toDates }) => toDates))).toBeLessThanOrEqual(12);
  });

  test('get through everything on at most half as many screens as there are questions, and half of those about facts', () => {
    const all = ASKED.length + law.law.controls.length;
    expect(longest(({ factScreens, controls }) => factScreens + controls)).toBeLessThanOrEqual(all / 2);
    expect(longest(({ factScreens }) => factScreens)).toBeLessThanOrEqual(ASKED.length / 2);
    // Fact by fact, boxes that are left empty included.
    expect(median(each(({ facts, controls }) => facts + controls))).toBeLessThanOrEqual(all / 2);
    expect(median(each(({ facts }) => facts))).toBeLessThanOrEqual(ASKED.length / 2);
  });

  test('see at most 12 boxes or options a screen', () => {
    expect(longest(({ widest }) => widest)).toBeLessThanOrEqual(12);
  });

  test('are asked nothing twice', () => {
    for (const { screens } of walks) {
      const asked = screens.flatMap((screen) => (screen.stage === 'controls' ? [screen.control] : screen.facts));
      // A box of a single-valued fact that is left empty leaves it open: it is then asked for by itself, where it still matters.
      const again = asked.filter((id, index) => asked.indexOf(id) !== index);
      expect(again.filter((id) => !['ai.technique', 'operator.roles', 'device.conformity-route'].includes(id))).toEqual(
        [],
      );
    }
  });

  test.each(walks)('$id: ticks say what they know', ({ reached, person }) => {
    for (const [fact, answer] of reached.answers) {
      const { place: _, text: __, ...said } = answer;
      const { place: ___, text: ____, ...known } = person.answers.get(fact) ?? answer;
      expect([fact, said]).toEqual([fact, known]);
    }
  });

  test.each(walks)('$id: what is reached is classified as if everything were said', ({ reached, person }) => {
    expect(outcome(assessed(reached))).toEqual(outcome(assessed(person)));
  });
});

/** What follows from the facts: the reasons given for it may be shorter, and doubts looked at by other facts too. */
function outcome({ classification, roles, duties, questions, verdict }: Assessment) {
  const { aiAct, device, overlays } = classification;
  return {
    level: [aiAct.value, aiAct.outOfScope === null, aiAct.from],
    device: [device.value, device.regulation.value, device.class.value, device.thirdParty.value],
    overlays: overlays.map(({ id, value }) => [id, value]),
    roles: roles.map(({ act, role, value }) => [act, role, value]),
    duties: duties.map(({ id, applies, due, window, level, status, penalty }) =>
      // Controls of duties that are no law are not asked about.
      applies === 'no' ? [id] : [id, applies, due.value, window, level === 'law' ? status : null, penalty?.takes],
    ),
    questions,
    verdict: verdict.value,
  };
}
