import type { Day } from '../law/day.ts';
import { daysBetween } from '../law/day.ts';
import type { LawDate } from '../law/law.ts';
import { dutyApplies } from '../law/moment.ts';
import { lawUsed } from './assess.ts';
import type { AssessedDuty, Assessment, LawUsed } from './contract.ts';
import { type DateOfLaw, type LawOfDates, lawOfDates } from './dates-of-law.ts';
import type { Derived } from './derived.ts';
import { type OwnDay, ownDays } from './own-days.ts';

/** The JSON form of `aiact-check timeline`: fields may be added, never renamed. */
export interface Timeline {
  readonly format: 'aiact-check/timeline@1';
  readonly language: 'en' | 'fr';
  readonly tool: { readonly version: string };
  readonly law: LawUsed;
  readonly asOf: Day;
  readonly source: { readonly path: string } | null;
  readonly system: { readonly name: string; readonly version: string | null } | null;
  /** In order, each once. */
  readonly days: readonly TimelineDay[];
  /** For a system, the duties that wait for an event whose day is not known. */
  readonly waiting: readonly (DutiesDue & { readonly event: string })[];
  /** For a system, the duties that it is spared, by reason. */
  readonly spared: readonly {
    readonly reason: string;
    readonly ends: string;
    readonly duties: readonly string[];
  }[];
}

export interface TimelineDay {
  readonly date: Day;
  /** Days from `asOf`: negative in the past, 0 on the day itself. */
  readonly inDays: number;
  /** The first day to come. */
  readonly next: boolean;
  readonly dates: readonly DateOfLaw[];
  /** Null without a system, and on days on which nothing falls due. */
  readonly duties: DutiesDue | null;
  readonly own: readonly OwnDay[];
}

export interface DutiesDue {
  /** Those of law that apply, and those of them that are not in place. */
  readonly applying: readonly DutyDue[];
  readonly notInPlace: readonly DutyDue[];
  /** Those that may apply or may fall due then, as the open questions come out. */
  readonly possible: readonly DutyDue[];
  /** What soft law and good practice ask for from that day on. */
  readonly recommended: readonly DutyDue[];
}

export interface DutyDue {
  readonly id: string;
  readonly title: string;
}

export interface System {
  readonly assessment: Assessment;
  readonly derived: Derived;
}

/** The days of the law in order or, for a system, those that matter to it. */
export function timelineOf(law: LawOfDates, asOf: Day, toolVersion: string, system?: System): Timeline {
  const { loaded } = law;
  const all = lawOfDates(law);
  const days = system === undefined ? daysOfLaw(all) : daysOfSystem(all, system);
  const sorted = [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  const next = sorted.find(({ date }) => date > asOf)?.date;
  return {
    format: 'aiact-check/timeline@1',
    language: loaded.language,
    tool: { version: toolVersion },
    law: lawUsed(loaded),
    asOf,
    source: system === undefined ? null : { path: system.assessment.source.path },
    system: system?.assessment.system ?? null,
    days: sorted.map((day) => ({ ...day, inDays: daysBetween(asOf, day.date), next: day.date === next })),
    waiting: system === undefined ? [] : waitingOf(system.assessment.duties),
    spared: system === undefined ? [] : sparedOf(system.assessment.duties),
  };
}

type BareDay = Omit<TimelineDay, 'inDays' | 'next'>;

function dayIn(days: Map<Day, BareDay>, date: Day): BareDay {
  return days.get(date) ?? { date, dates: [], duties: null, own: [] };
}

function daysOfLaw(all: readonly DateOfLaw[]): Map<Day, BareDay> {
  const days = new Map<Day, BareDay>();
  for (const entry of all) {
    const day = dayIn(days, entry.date);
    days.set(entry.date, { ...day, dates: [...day.dates, entry] });
  }
  return days;
}

function daysOfSystem(all: readonly DateOfLaw[], { assessment, derived }: System): Map<Day, BareDay> {
  const days = new Map<Day, BareDay>();
  const behind = new Map<Day, Set<LawDate['id']>>();
  for (const duty of assessment.duties) {
    for (const { date, certain } of daysOf(duty)) {
      const day = dayIn(days, date);
      days.set(date, { ...day, duties: withDuty(day.duties ?? NONE, duty, certain) });
      const own = behind.get(date) ?? new Set();
      for (const id of datesBehind(duty.id, derived)) own.add(id);
      behind.set(date, own);
    }
  }
  for (const [date, ids] of behind) {
    const dates = all.filter((entry) => entry.date === date && ids.has(entry.id));
    days.set(date, { ...dayIn(days, date), dates });
  }
  for (const own of ownDays(derived)) {
    const day = dayIn(days, own.date);
    days.set(own.date, { ...day, own: [...day.own, own] });
  }
  return days;
}

const NONE: DutiesDue = { applying: [], notInPlace: [], possible: [], recommended: [] };

function withDuty(due: DutiesDue, duty: AssessedDuty, certain: boolean): DutiesDue {
  const own = { id: duty.id, title: duty.title };
  if (duty.level !== 'law') return { ...due, recommended: [...due.recommended, own] };
  if (!certain || duty.applies !== 'yes') return { ...due, possible: [...due.possible, own] };
  const applying = [...due.applying, own];
  const notInPlace = duty.status === 'in-place' ? due.notInPlace : [...due.notInPlace, own];
  return { ...due, applying, notInPlace };
}

/** The days on which a duty falls due or may; none where it waits for an event of which no day is known. */
function daysOf(duty: AssessedDuty): { date: Day; certain: boolean }[] {
  if (duty.applies === 'no' || duty.status === 'spared') return [];
  const { from, to } = duty.window;
  if (waitsForEvent(duty)) return to === null ? [] : [{ date: to, certain: true }];
  if (from !== null && from === to) return [{ date: from, certain: true }];
  return duty.due.possible.flatMap((day) => (isDay(day) ? [{ date: day, certain: false }] : []));
}

function waitsForEvent({ beforeTitle, onceTitle, within }: AssessedDuty): boolean {
  return beforeTitle !== null || onceTitle !== null || within !== null;
}

function isDay(text: string): boolean {
  return /^\d/.test(text);
}

function datesBehind(id: string, derived: Derived): readonly string[] {
  const due = derived.lawModel.duties.find((duty) => duty.id === id)?.due ?? '';
  if (!derived.lawModel.outcomes.has(due)) return [due];
  return derived.outcomesWhere(due, dutyApplies(id)).possible;
}

function waitingOf(duties: readonly AssessedDuty[]): Timeline['waiting'] {
  const events = new Map<string, DutiesDue>();
  for (const duty of duties) {
    const open = duty.applies !== 'no' && duty.status !== 'spared' && waitsForEvent(duty) && duty.window.to === null;
    if (!open) continue;
    const event = duty.beforeTitle ?? duty.onceTitle ?? '';
    events.set(event, withDuty(events.get(event) ?? NONE, duty, true));
  }
  return [...events].map(([event, due]) => ({ event, ...due }));
}

function sparedOf(duties: readonly AssessedDuty[]): Timeline['spared'] {
  const reasons = new Map<string, { reason: string; ends: string; duties: string[] }>();
  for (const { id, status, spared } of duties) {
    if (status !== 'spared' || spared === null) continue;
    const key = `${spared.reason}\n${spared.ends}`;
    const own = reasons.get(key) ?? { ...spared, duties: [] };
    reasons.set(key, { ...own, duties: [...own.duties, id] });
  }
  return [...reasons.values()];
}
