import type { DutyChange, DutyChanges, DutyStanding } from './comparison-contract.ts';
import type { AssessedDuty, Assessment, DutyStatus, Policy } from './contract.ts';
import { counts, effectOf, isOpen } from './verdict.ts';

/** From what needs nothing to what has most to be done. What is missing and what nobody has answered are as bad as each other. */
const BEST_FIRST: readonly (readonly DutyStatus[])[] = [
  ['in-place', 'spared', 'not-applicable'],
  ['planned'],
  ['accepted', 'known'],
  ['partial'],
  ['missing', 'unanswered'],
];

export function dutyChanges(before: Assessment, after: Assessment): DutyChanges {
  const was = new Map(before.duties.map((duty) => [duty.id, duty]));
  const is = new Map(after.duties.map((duty) => [duty.id, duty]));
  // The law of the first day may have duties that the other has not.
  const ids = new Set([...is.keys(), ...was.keys()]);
  const pairs = [...ids].map((id) => ({ was: was.get(id), is: is.get(id) }));
  const of = (holds: (was: AssessedDuty | undefined, is: AssessedDuty | undefined) => boolean) =>
    pairs.flatMap((pair) => (holds(pair.was, pair.is) ? changeOf(pair, before, after) : []));
  const stays = (holds: (was: AssessedDuty, is: AssessedDuty) => boolean) =>
    of((one, other) => {
      if (one === undefined || other === undefined || isOutside(one) || isOutside(other)) return false;
      return one.applies === other.applies && holds(one, other);
    });
  return {
    begin: of((one, other) => applying(other) > applying(one)),
    end: of((one, other) => applying(other) < applying(one)),
    worse: stays((one, other) => rank(other) > rank(one)),
    better: stays((one, other) => rank(other) < rank(one)),
    other: stays((one, other) => rank(other) === rank(one) && other.status !== one.status),
    due: stays((one, other) => dayOf(one) !== dayOf(other)),
  };
}

function changeOf(
  { was, is }: { was: AssessedDuty | undefined; is: AssessedDuty | undefined },
  before: Assessment,
  after: Assessment,
): DutyChange[] {
  const duty = is ?? was;
  if (duty === undefined) return [];
  const { id, title, source, level } = duty;
  const [one, other] = [was && standingOf(was), is && standingOf(is)];
  return [
    { id, title, source, level, before: one ?? null, after: other ?? null, worse: isWorse(was, is, before, after) },
  ];
}

/** Worse for those who decide on a release: open where it was not, less far than it was, or due by the horizon where it was not. */
function isWorse(
  was: AssessedDuty | undefined,
  is: AssessedDuty | undefined,
  before: Assessment,
  after: Assessment,
): boolean {
  if (is === undefined || isOutside(is) || !isOpen(is.status) || !counts(is.level, after.policy)) return false;
  if (was === undefined || isOutside(was) || !isOpen(was.status)) return true;
  return rank(is) > rank(was) || urgency(is, after) > urgency(was, before);
}

/** It counts in the verdict, and is in place where it was open: a plan or an accepted gap leaves it to be done. */
export function isBetter({ level, before, after }: DutyChange, policy: Policy): boolean {
  return counts(level, policy) && before !== null && isOpen(before.status) && after?.status === 'in-place';
}

function isOutside({ applies }: Pick<AssessedDuty, 'applies'>): boolean {
  return applies === 'no';
}

function applying(duty: AssessedDuty | undefined): number {
  return ['no', 'unknown', 'yes'].indexOf(duty?.applies ?? 'no');
}

function rank({ status }: AssessedDuty): number {
  return BEST_FIRST.findIndex((alike) => alike.includes(status));
}

/** What is due within the horizon comes before what is due soon, and that before the rest. */
function urgency(duty: AssessedDuty, report: Assessment): number {
  const effect = effectOf(duty, report);
  return effect === 'fails' || effect === 'open' ? 2 : effect === 'soon' ? 1 : 0;
}

/** The days of the law, and the last day once an event is counted in. */
function dayOf({ due, window }: AssessedDuty): string {
  return [...due.possible, window.to ?? ''].join();
}

function standingOf(duty: AssessedDuty): DutyStanding {
  const { applies, status, due, window, inForce, beforeTitle, onceTitle, within, spared, location, controls } = duty;
  const wants = controls
    .filter((control) => control.status !== 'in-place')
    .map(({ id, title, status: state, fault, evidence }) => ({ id, title, status: state, fault, evidence }));
  return { applies, status, due, window, inForce, beforeTitle, onceTitle, within, spared, location, wants };
}
