import { addDays, addMonths, type Day } from '../law/day.ts';
import type { AssessedDuty, AssessedGap, Lapse, Policy } from './contract.ts';
import { reviewEvery } from './controls.ts';
import type { Derived } from './derived.ts';
import { counts } from './verdict.ts';

/**
 * What holds today and will not within the time to warn of, if nothing is done: reviews that fall due again, plans and acceptances
 * that end. The day is the last on which it holds. Earliest first.
 */
export function lapsesOf(
  derived: Derived,
  duties: readonly AssessedDuty[],
  gaps: readonly AssessedGap[],
  on: Day,
  policy: Policy,
): Lapse[] {
  const own = duties.filter((duty) => duty.applies === 'yes' && counts(duty.level, policy));
  const controls = new Map(own.flatMap((duty) => duty.controls).map((control) => [control.id, control]));
  const ofControls = [...controls.values()].flatMap(({ id, status, reviewed, by }): Lapse[] => {
    if (status === 'planned' && by !== null) return [{ of: 'plan', id, on: by }];
    const months = reviewEvery(derived, id);
    if (status !== 'in-place' || reviewed === null || months === undefined) return [];
    return [{ of: 'review', id, on: addMonths(reviewed, months) }];
  });
  const ofGaps = gaps.flatMap(({ duty, state, until }): Lapse[] =>
    state === 'valid' ? [{ of: 'acceptance', id: duty, on: until }] : [],
  );
  const last = addDays(on, policy.warnWithin);
  return [...ofControls, ...ofGaps]
    .filter((lapse) => lapse.on >= on && lapse.on <= last)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
