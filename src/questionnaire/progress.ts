import { REPORTED, type Settled } from '../assessment/contract.ts';
import { Derived } from '../assessment/derived.ts';
import type { Description } from '../description/description.ts';
import type { LoadedLaw } from '../law/artefact.ts';
import { eventHappened } from '../law/moment.ts';
import type { Truth } from '../logic/truth.ts';
import { possibleControls } from './controls.ts';
import { groupOf, type Session } from './session.ts';
import { Standing } from './standing.ts';
import { openFor, STEPS, wantedAt } from './steps.ts';

/** Where somebody stands who answers: what is settled, what is still possible, and at most how many questions are left. */
export interface Progress {
  /** Possible outcomes from the least to the most severe. */
  readonly level: Settled;
  readonly isDevice: Truth;
  readonly regulation: Settled;
  readonly deviceClass: Settled;
  readonly thirdParty: Truth;
  /** How many duties apply for certain, and how many more may. */
  readonly duties: { readonly apply: number; readonly mayApply: number };
  /** Never fewer than will be asked, whatever is answered: facts that can still change something, controls that may be needed. */
  readonly left: { readonly facts: number; readonly controls: number };
  /** The same by group of facts and by area of controls; those with nothing left are not named. */
  readonly groups: readonly { readonly group: string; readonly left: number }[];
  readonly areas: readonly { readonly area: string; readonly left: number }[];
}

export function progressOf(law: LoadedLaw, description: Description, session: Session): Progress {
  const derived = new Derived(law, description, { asOf: session.asOf, proposals: session.proposals ?? [] });
  const standing = new Standing(derived);
  const facts = factsLeft(derived, standing).filter((fact) => !session.skipped.has(groupOf(fact)));
  const areas = possibleControls(derived, standing, session).map(({ area, controls }) => ({
    area,
    left: controls.length,
  }));
  return {
    level: derived.ordered(REPORTED.level),
    isDevice: derived.truth(REPORTED.isDevice),
    regulation: derived.ordered(REPORTED.regulation),
    deviceClass: derived.ordered(REPORTED.deviceClass),
    thirdParty: derived.truth(REPORTED.thirdParty),
    duties: { apply: standing.apply.length, mayApply: standing.mayApply.length - standing.apply.length },
    left: { facts: facts.length, controls: areas.reduce((sum, { left }) => sum + left, 0) },
    groups: byGroup(facts),
    areas,
  };
}

/** The facts that can still change something, in the author's order. */
function factsLeft(derived: Derived, standing: Standing): string[] {
  const open = new Set(STEPS.flatMap((step) => [...openFor(wantedAt(step, derived, standing), derived)]));
  // Once it is known whether an event has happened, its day is asked for.
  for (const { id, days } of derived.loaded.law.events)
    if (derived.truth(eventHappened(id)) === 'unknown') for (const day of days) open.add(day);
  return derived.loaded.law.facts
    .map(({ id }) => id)
    .filter((id) => open.has(id) && !derived.description.answers.has(id));
}

function byGroup(facts: readonly string[]): Progress['groups'] {
  const groups = [...new Set(facts.map(groupOf))];
  return groups.map((group) => ({ group, left: facts.filter((fact) => groupOf(fact) === group).length }));
}
