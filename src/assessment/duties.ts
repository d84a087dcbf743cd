import type { EvidenceFound } from '../evidence/evidence.ts';
import { type Duty, leaves, NEVER } from '../law/law.ts';
import { dutyApplies, rivals } from '../law/moment.ts';
import type { Truth } from '../logic/truth.ts';
import type { AssessedControl, AssessedDuty, Contested, Due, DutyStatus, Penalty, Policy } from './contract.ts';
import { assessControl, statusOf } from './controls.ts';
import type { Derived } from './derived.ts';
import { dueFrom, dueOf, windowOf } from './due.ts';

export function assessDuties(derived: Derived, evidence: EvidenceFound, policy: Policy): AssessedDuty[] {
  const controls = new Map<string, AssessedControl>();
  const control = (id: string): AssessedControl => {
    const known = controls.get(id) ?? assessControl(id, derived, evidence, policy);
    controls.set(id, known);
    return known;
  };
  return derived.lawModel.duties.map((duty) => assessDuty(duty, derived, control));
}

function assessDuty(duty: Duty, derived: Derived, control: (id: string) => AssessedControl): AssessedDuty {
  const applies = derived.truth(dutyApplies(duty.id));
  const due = dueOf(derived, duty.due);
  const window = windowOf(derived, duty, due);
  const needed = [...leaves(duty.needs)].flatMap((leaf) => ('control' in leaf ? control(leaf.control) : []));
  const status = dutyStatus(duty, derived, control, applies, due, window.to);
  const accepted = derived.description.acceptedGaps.some(
    (gap) => gap.duty === duty.id && gap.since <= derived.moment.asOf && derived.moment.asOf <= gap.until,
  );
  const isGap = status === 'missing' || status === 'partial' || status === 'unanswered';
  return {
    id: duty.id,
    source: duty.source,
    title: derived.text(duty.id),
    binds: duty.binds,
    applies,
    status: accepted && isGap && !duty.prohibition ? 'accepted' : status,
    due,
    window,
    before: duty.before ?? null,
    beforeTitle: duty.before === undefined ? null : derived.text(duty.before),
    inForce: inForce(window, derived.moment.asOf),
    level: duty.level,
    prohibition: duty.prohibition,
    headline: duty.headline ?? null,
    spared: status === 'spared' ? sparedBecause(duty, derived) : null,
    penalty: duty.penalty === undefined || applies === 'no' ? null : penaltyOf(duty.penalty, derived),
    contested: applies === 'no' && !mayApplyUnderRival(duty) ? [] : contestedDuty(duty, derived, applies, due),
    controls: needed,
    location: needed.find(({ status: found, location }) => found !== 'in-place' && location)?.location ?? needed.find(({ location }) => location)?.location ?? null,
  };
}

function dutyStatus(
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

function inForce({ from, to }: AssessedDuty['window'], asOf: string): Truth {
  if (to !== null && to <= asOf) return 'yes';
  return from === null || from > asOf ? 'no' : 'unknown';
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
  return { id, title: derived.text(id), source: penalty.source, amount: penalty.amount, turnover: penalty.turnover, takes };
}

function mayApplyUnderRival(duty: Duty): boolean {
  return duty.contested.length > 0;
}

/** Rivals that change whether the duty applies or when it is due, and doubts that must be told beside it. */
function contestedDuty(duty: Duty, derived: Derived, applies: Truth, due: Due): Contested[] {
  const found: Contested[] = [];
  for (const { rival, contested } of rivals(derived.loaded.law)) {
    if (rival.entry !== duty.id && rival.entry !== duty.due) continue;
    const under = derived.under(rival);
    const rivalDue = under.lawModel.duties.find(({ id }) => id === duty.id)?.due ?? duty.due;
    const isDate = derived.loaded.law.dates.some(({ id }) => id === rivalDue);
    const newDue = dueFrom(isDate ? [rivalDue] : under.possible(rivalDue), derived.lawModel.dayOf);
    const newApplies = under.truth(dutyApplies(duty.id));
    const would = [
      ...(newApplies === applies ? [] : [{ of: 'applies', possible: [newApplies] }]),
      ...(newApplies === 'no' || newDue.possible.join() === due.possible.join() ? [] : [{ of: 'due', possible: newDue.possible }]),
    ];
    const index = rival.row === undefined ? `${rival.index}` : `${rival.row}.${rival.index}`;
    if (would.length > 0) found.push(derived.doubt(rival.entry, index, contested.source, would));
  }
  if (applies === 'no') return found;
  const passed = new Set(derived.through(dutyApplies(duty.id)));
  for (const entry of [duty, ...derived.loaded.law.concepts.filter(({ id }) => passed.has(id))]) {
    entry.contested.forEach(({ source, instead }, index) => {
      if (Object.keys(instead).length === 0) found.push(derived.doubt(entry.id, `${index}`, source, []));
    });
  }
  return found;
}
