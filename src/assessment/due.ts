import type { Period } from '../law/day.ts';
import { addDays, addMonths } from '../law/day.ts';
import { type Duty, NEVER } from '../law/law.ts';
import { eventHappened } from '../law/moment.ts';
import type { Truth } from '../logic/truth.ts';
import type { AssessedDuty, Due } from './contract.ts';
import type { Derived } from './derived.ts';

/**
 * The possible days of a date or schedule, earliest first; `never` last. Days that only come about where `condition` does not
 * hold (or a scale has not that outcome) are no days of what hangs on it.
 */
export function dueOf(
  derived: Derived,
  id: string,
  condition?: { readonly id: string; readonly outcome?: string },
): Due {
  if (!derived.lawModel.outcomes.has(id)) {
    const day = derived.lawModel.dayOf(id);
    return { value: day, possible: [day] };
  }
  const { possible } = derived.outcomes(id);
  if (condition === undefined || possible.length < 2) return dueFrom(possible, derived.lawModel.dayOf);
  return dueFrom(derived.outcomesWhere(id, condition.id, condition.outcome).possible, derived.lawModel.dayOf);
}

export function dueFrom(outcomes: readonly string[], dayOf: (date: string) => string): Due {
  const days = outcomes.map((outcome) => (isNever(outcome) ? NEVER : dayOf(outcome)));
  const possible = [...new Set(days)].sort();
  return { value: possible.length === 1 ? (possible[0] ?? null) : null, possible };
}

function isNever(outcome: string): boolean {
  return outcome.split(':')[0] === NEVER;
}

/** The first and last day on which a duty may fall due, its event included; no last day where it may never do. */
export function windowOf(derived: Derived, duty: Duty, due: Due): AssessedDuty['window'] {
  const days = due.possible.filter((day) => day !== NEVER);
  const [first, last] = [days[0] ?? null, days.at(-1) ?? null];
  if (first === null || last === null) return { from: null, to: null };
  const mayBeSpared = due.possible.includes(NEVER);
  const event = eventOf(derived, duty);
  if (event === undefined) return { from: first, to: mayBeSpared ? null : last };
  return { from: later(first, event.from), to: mayBeSpared || event.to === null ? null : later(last, event.to) };
}

export function inForce({ from, to }: AssessedDuty['window'], asOf: string): Truth {
  if (to !== null && to <= asOf) return 'yes';
  return from === null || from > asOf ? 'no' : 'unknown';
}

/** The days that the event of a duty adds to its own; undefined where it has none, or has it behind it. */
function eventOf(derived: Derived, { before, once, within }: Duty): { from: string; to: string | null } | undefined {
  const event = before ?? once;
  if (event === undefined) return undefined;
  if (within === undefined) return eventDay(derived, event);
  const ahead = eventDay(derived, event);
  const day = ahead ?? plannedDay(derived, event) ?? { from: '', to: null };
  const after = (from: string) => (from === '' ? '' : addMonths(from, within));
  return { from: after(day.from), to: day.to === null ? null : after(day.to) };
}

/** When an event that lies ahead may be; undefined once it has happened, without an end where no day is given. */
function eventDay(derived: Derived, id: string): { from: string; to: string | null } | undefined {
  const happened = derived.truth(eventHappened(id));
  if (happened === 'yes') return undefined;
  // What has not happened yet happens tomorrow at the earliest, whatever an old plan says.
  const tomorrow = addDays(derived.moment.asOf, 1);
  const planned = plannedDay(derived, id);
  const to = planned === undefined ? null : later(planned.to, tomorrow);
  if (happened === 'unknown') return { from: '', to };
  return { from: planned === undefined ? tomorrow : later(planned.from, tomorrow), to };
}

export function plannedDay(derived: Derived, event: string): Period | undefined {
  const days = derived.loaded.law.events.find(({ id }) => id === event)?.days ?? [];
  for (const fact of days) {
    const answer = derived.description.answers.get(fact);
    if (answer?.kind === 'period') return answer.period;
  }
  return undefined;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
