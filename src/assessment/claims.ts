import { addDays } from '../law/day.ts';
import type { AssessedDuty, AssessedGap, Claim, DutyStatus } from './contract.ts';
import type { Derived } from './derived.ts';

/** Compares what is claimed with what the facts give. */
export function assessClaims(derived: Derived): Claim[] {
  return derived.loaded.law.facts.flatMap((fact) => {
    const answer = derived.description.answers.get(fact.id);
    if (fact.claims === undefined || answer?.kind !== 'value') return [];
    const { possible } = derived.ordered(fact.claims);
    const order = derived.loaded.law.scales.find(({ id }) => id === fact.claims)?.order ?? [];
    return [
      {
        fact: fact.id,
        title: derived.text(fact.id),
        claimed: answer.value,
        possible,
        claimedName: derived.text(fact.id, `option.${answer.value}`),
        possibleNames: possible.map((outcome) => derived.nameOf(fact.claims ?? '', outcome)),
        finding: compare(answer.value, possible, order),
        location: answer.place,
      },
    ];
  });
}

function compare(claimed: string, possible: readonly string[], order: readonly string[]): Claim['finding'] {
  if (possible.includes(claimed)) return possible.length === 1 ? 'agrees' : 'open';
  const rank = order.indexOf(claimed);
  if (rank === -1) return 'other';
  if (possible.every((outcome) => order.indexOf(outcome) > rank)) return 'below';
  return possible.every((outcome) => order.indexOf(outcome) < rank) ? 'above' : 'other';
}

/** Days before its end that an acceptance is warned of. */
const ENDING_WITHIN = 30;

/** Where a duty stands so, there is no gap to accept. */
const NOTHING_TO_ACCEPT: readonly DutyStatus[] = ['in-place', 'not-applicable', 'spared'];

/** `on` is the day by which they are judged. */
export function assessGaps(derived: Derived, duties: readonly AssessedDuty[], on: string): AssessedGap[] {
  return derived.description.acceptedGaps.map(({ place, ...gap }) => {
    const used = duties.some(({ id, status }) => id === gap.duty && !NOTHING_TO_ACCEPT.includes(status));
    const state = on < gap.since ? 'not-yet' : !used ? 'unused' : on > gap.until ? 'expired' : 'valid';
    const ending = state === 'valid' && gap.until <= addDays(on, ENDING_WITHIN);
    return { ...gap, state, ending, location: place };
  });
}
