import type { Day } from '../law/day.ts';
import { type Duty, leaves, NEVER, namesIn, type Stratum } from '../law/law.ts';
import { dutyApplies, eventHappened } from '../law/moment.ts';
import type { Rival } from '../law/rival.ts';
import type { Truth } from '../logic/truth.ts';
import type { AssessedControl, AssessedDuty, Contested, Due, DutyStatus, Penalty } from './contract.ts';
import { statusOf } from './controls.ts';
import type { Derived, UnderRival } from './derived.ts';
import { doubtsBehind, doubtsOf } from './doubts.ts';
import { dueFrom, dueOf, inForce, windowOf } from './due.ts';
import { isOpen } from './verdict.ts';

/** What a gap may be excused by: an acceptance that lasts on a day, or the baseline. */
export interface Excuses {
  readonly on?: Day;
  readonly known?: ReadonlySet<string> | undefined;
}

export function assessDuties(
  derived: Derived,
  control: (id: string) => AssessedControl,
  excuses: Excuses = {},
): AssessedDuty[] {
  return derived.lawModel.duties.map((duty) => assessDuty(duty, derived, control, excuses));
}

export function assessDuty(
  duty: Duty,
  derived: Derived,
  control: (id: string) => AssessedControl,
  { on = derived.moment.asOf, known }: Excuses = {},
): AssessedDuty {
  const applies = derived.truth(dutyApplies(duty.id));
  const due = dueOf(derived, duty.due, { id: dutyApplies(duty.id) });
  const window = windowOf(derived, duty, due);
  const needed = [...leaves(duty.needs)].flatMap((leaf) => ('control' in leaf ? control(leaf.control) : []));
  const status = dutyStatus(duty, derived, control, applies, due, window.to);
  let contested: Contested[] | undefined;
  const gap = isOpen(status) && !duty.prohibition ? status : null;
  const set = gap === null ? null : isAccepted(duty, derived, on) ? 'accepted' : known?.has(duty.id) ? 'known' : null;
  return {
    id: duty.id,
    source: duty.source,
    title: derived.text(duty.id),
    binds: duty.binds,
    applies,
    status: set ?? status,
    gap: set === null ? null : gap,
    due,
    window,
    before: duty.before ?? null,
    beforeTitle: aheadTitle(derived, duty.before, 'title'),
    once: duty.once ?? null,
    within: duty.within ?? null,
    onceTitle: aheadTitle(derived, duty.once, 'once'),
    inForce: inForce(window, derived.moment.asOf),
    level: duty.level,
    prohibition: duty.prohibition,
    headline: duty.headline ?? null,
    spared: status === 'spared' ? sparedBecause(duty, derived) : null,
    penalty: duty.penalty === undefined || applies === 'no' ? null : penaltyOf(duty.penalty, derived),
    // Looked at where it is told: few reports tell of every duty.
    get contested() {
      contested ??= contestedDuty(duty, derived, applies, due);
      return contested;
    },
    controls: needed,
    location:
      needed.find(({ status: found, location }) => found !== 'in-place' && location)?.location ??
      needed.find(({ location }) => location)?.location ??
      null,
  };
}

/** Whether an acceptance of its gap lasts on a day. */
export function isAccepted({ id, prohibition }: Duty, { description }: Derived, on: Day): boolean {
  return !prohibition && description.acceptedGaps.some((gap) => gap.duty === id && gap.since <= on && on <= gap.until);
}

/** The words for an event that lies ahead. */
function aheadTitle(derived: Derived, event: string | undefined, key: 'title' | 'once'): string | null {
  if (event === undefined || derived.truth(eventHappened(event)) === 'yes') return null;
  return derived.text(event, key);
}

export function dutyStatus(
  duty: Duty,
  derived: Derived,
  control: (id: string) => AssessedControl,
  applies: Truth,
  due: Due,
  deadline: string | null,
): DutyStatus {
  if (applies === 'no') return 'not-applicable';
  if (due.value === NEVER) return 'spared';
  const status = statusOf(duty.needs, control, (condition) => derived.holds(condition), deadline);
  // Whether it applies is itself a question: nothing is missing yet, but nothing is settled either.
  return applies === 'unknown' && status !== 'in-place' ? 'unanswered' : status;
}

function sparedBecause(duty: Duty, derived: Derived): AssessedDuty['spared'] {
  const scale = derived.loaded.law.scales.find(({ id }) => id === duty.due);
  const [outcome = ''] = derived.outcomes(duty.due).possible;
  const row = scale?.rows.findIndex(({ reason }) => `${NEVER}:${reason}` === outcome) ?? -1;
  return { reason: derived.text(scale?.rows[row]?.reason ?? ''), ends: derived.text(duty.due, `ends.${row}`) };
}

function penaltyOf(id: string, derived: Derived): Penalty | null {
  const penalty = derived.loaded.law.penalties.find((candidate) => candidate.id === id);
  if (penalty === undefined) return null;
  const { asOf } = derived.moment;
  const caps = penalty.caps.filter((cap) => (cap.textFrom ?? '') <= asOf).map((cap) => derived.holds(cap.when));
  const takes = caps.includes('yes') ? 'lower' : caps.includes('unknown') ? null : 'higher';
  return {
    id,
    title: derived.text(id),
    source: penalty.source,
    amount: penalty.amount,
    turnover: penalty.turnover,
    takes,
  };
}

/** Rivals that change whether the duty applies or when it is due, and doubts that must be told beside it. */
function contestedDuty(duty: Duty, derived: Derived, applies: Truth, due: Due): Contested[] {
  const affecting = derived.rivals.filter(({ affects }) => affects.has(duty.id));
  const rules = affecting.length === 0 ? [] : [duty.binds, ...namesIn(duty.when)];
  const found = affecting.flatMap(({ rival, truth, outcomes }) => {
    // Where none of the rules it names comes out otherwise, neither does the duty: most need no second look.
    const differs = rules.some((rule) => truth(rule) !== undefined || outcomes(rule) !== undefined);
    const newApplies = differs || rival.entry === duty.id ? truth(dutyApplies(duty.id)) : undefined;
    const newDue = (newApplies ?? applies) === 'no' ? undefined : dueUnder(rival, duty, derived, outcomes);
    const would = [
      ...(newApplies === undefined ? [] : [{ of: 'applies', possible: [newApplies], names: [newApplies] }]),
      ...(newDue === undefined || newDue.possible.join() === due.possible.join()
        ? []
        : [{ of: 'due', possible: newDue.possible, names: newDue.possible }]),
    ];
    return would.length === 0 ? [] : [derived.contested(rival.entry, rival.words, rival.source, would)];
  });
  if (applies === 'no') return found;
  return [...found, ...doubtsOf(duty, derived), ...doubtsBehind(dutyApplies(duty.id), DUTY_STRATA, derived)];
}

/** Doubts about the classification stand with it; those about what a duty hangs on of its own stand here. */
const DUTY_STRATA: readonly Stratum[] = ['roles', 'duties', 'schedules'];

function dueUnder(rival: Rival, duty: Duty, derived: Derived, outcomes: UnderRival['outcomes']): Due | undefined {
  if (rival.entry === duty.id && rival.due !== undefined) return dueOf(derived, rival.due);
  const possible = outcomes(duty.due);
  return possible && dueFrom(possible, derived.lawModel.dayOf);
}
