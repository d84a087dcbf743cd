import { REPORTED } from '../assessment/contract.ts';
import type { Derived } from '../assessment/derived.ts';
import { openEvents } from '../assessment/questions.ts';
import { type Duty, factsIn, type LawCondition, leaves, namesIn } from '../law/law.ts';
import { dutyApplies } from '../law/moment.ts';
import type { Standing } from './standing.ts';

/**
 * What the questionnaire wants settled, in this order; a step is asked about once nothing open can change those before it. `from` is
 * the day of the rules on high risk, `duties` which ones apply, `days` when those that do are due, `details` what else the report says
 * of them, `doubt` the same of duties of which somebody does not know whether they apply.
 */
export const STEPS = ['level', 'device', 'from', 'roles', 'duties', 'days', 'details', 'doubt'] as const;
export type Step = (typeof STEPS)[number];

/** Values of the law, and facts that count by themselves. */
export interface Wanted {
  readonly values: readonly string[];
  readonly facts: readonly string[];
}

const DEVICE = [REPORTED.isDevice, REPORTED.regulation, REPORTED.deviceClass, REPORTED.thirdParty];

export function wantedAt(step: Step, derived: Derived, standing: Standing): Wanted {
  switch (step) {
    case 'level':
      return { values: [REPORTED.level], facts: [] };
    case 'device':
      return { values: DEVICE, facts: [] };
    case 'from': {
      const mayBind = derived.outcomes(REPORTED.level).possible.includes(REPORTED.highRiskLevel);
      return { values: mayBind ? [REPORTED.regime] : [], facts: [] };
    }
    case 'roles': {
      const shown = derived.loaded.law.concepts.filter(({ id, overlay }) => overlay || id.includes(REPORTED.roles));
      return { values: shown.map(({ id }) => id), facts: [] };
    }
    case 'duties':
      return { values: standing.mayApply.map(({ id }) => dutyApplies(id)), facts: [] };
    case 'days':
      return { values: schedules(standing.apply, derived), facts: [] };
    case 'details':
      return detailsOf(standing.apply, derived, standing);
    case 'doubt': {
      const open = schedules(standing.mayApply, derived).filter((schedule) =>
        standing.mayApply.some((duty) => duty.due === schedule && standing.of(duty).due.possible.length > 1),
      );
      const details = detailsOf(standing.mayApply, derived, standing);
      return { ...details, values: [...open, ...details.values] };
    }
  }
}

/** The facts whose answer can still change one of them. */
export function openFor(wanted: Wanted, derived: Derived): Set<string> {
  return new Set([...derived.openFactsOfAny(wanted.values), ...wanted.facts]);
}

function schedules(duties: readonly Duty[], derived: Derived): string[] {
  return [...new Set(duties.map(({ due }) => due))].filter(
    (due) => derived.lawModel.outcomes.has(due) && derived.outcomes(due).possible.length > 1,
  );
}

/** The events of duties, what shows that they are met, and the ceiling of their penalties. */
function detailsOf(duties: readonly Duty[], derived: Derived, standing: Standing): Wanted {
  // What is open about an event is the same for each duty that hangs on it: the first one tells.
  const events = derived.loaded.law.events.flatMap(({ id }) => {
    for (const duty of duties) {
      if ((duty.before ?? duty.once) !== id) continue;
      const open = openEvents(standing.of(duty), derived);
      if (open.length > 0) return open;
    }
    return [];
  });
  const shown = duties.flatMap(({ needs }) =>
    [...leaves(needs)].flatMap((leaf) => ('holds' in leaf ? leaf.holds : [])),
  );
  const conditions = [...shown, ...ceilings(duties, derived)].filter(
    (condition) => derived.holds(condition) === 'unknown',
  );
  return {
    values: [...events.flatMap(({ id }) => id ?? []), ...conditions.flatMap(namesIn)],
    facts: [...events.flatMap(({ day }) => day ?? []), ...conditions.flatMap(factsIn)],
  };
}

/** What would lower a ceiling that nothing known lowers. */
function ceilings(duties: readonly Duty[], derived: Derived): LawCondition[] {
  const used = new Set(duties.map(({ penalty }) => penalty));
  return derived.loaded.law.penalties
    .filter(({ id }) => used.has(id))
    .flatMap(({ caps }) => {
      const own = caps.filter((cap) => derived.lawModel.exists(cap)).map(({ when }) => when);
      return own.some((when) => derived.holds(when) === 'yes') ? [] : own;
    });
}

/** Those of the facts that can still change something at a step or once it is known which duties apply. */
export function changeAnything(facts: readonly string[], derived: Derived, standing: Standing): Set<string> {
  const found = new Set<string>();
  // The last step takes in what the others before it say of duties that may apply. Most facts are found early.
  for (const step of STEPS) {
    const open = openFor(wantedAt(step, derived, standing), derived);
    for (const fact of facts) if (open.has(fact)) found.add(fact);
    if (found.size === facts.length) break;
  }
  return found;
}
