import type { LoadedLaw } from '../law/artefact.ts';
import { addDays, type Day } from '../law/day.ts';
import type { Law, LawDate } from '../law/law.ts';
import { dayAt, type LawModel } from '../law/moment.ts';

/** The law at a moment, as far as its dates are concerned. */
export interface LawOfDates {
  readonly loaded: LoadedLaw;
  readonly asOf: Day;
  readonly model: LawModel;
}

export interface DateOfLaw {
  readonly id: string;
  readonly date: Day;
  readonly title: string;
  readonly source: readonly string[];
  /** Which day it was by earlier texts, oldest first; `until` is the last day of that text. */
  readonly history: readonly { readonly date: Day; readonly until: Day; readonly source: readonly string[] }[];
  /** Whom it binds, in words, where no rule rests on it. */
  readonly binds: string | null;
  /** The duties that fall due on it, and the roles that they bind. */
  readonly duties: readonly string[];
  readonly roles: readonly string[];
}

/** The dates that stand in the law as it then was, in the order of their days; those of mere proposals are none. */
export function lawOfDates({ loaded, asOf, model }: LawOfDates): DateOfLaw[] {
  const proposed = proposalsOf(loaded.law);
  const isLaw = ({ history }: LawDate) =>
    (history[0]?.lawFrom ?? '') <= asOf &&
    !(current(history, asOf)?.source ?? []).every((citation) => proposed.has(citation.split(':')[0] ?? ''));
  return loaded.law.dates
    .filter(isLaw)
    .map((date) => dateOfLaw(date, { loaded, asOf, model }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

export function dateOfLaw({ id, history }: LawDate, { loaded, asOf, model }: LawOfDates): DateOfLaw {
  const { texts, law } = loaded;
  const known = history.filter(({ lawFrom }) => lawFrom <= asOf);
  const schedules = new Set(
    law.scales.filter(({ rows }) => rows.some(({ outcome }) => outcome === id)).map((scale) => scale.id),
  );
  const own = model.duties.filter(({ due }) => due === id || schedules.has(due));
  const roles = [...new Set(own.map(({ binds }) => binds))];
  return {
    id,
    date: dayAt(history, asOf),
    title: texts[id]?.title ?? id,
    source: current(history, asOf)?.source ?? [],
    history: known.slice(0, -1).map(({ on, source }, index) => ({
      date: on,
      until: addDays(known[index + 1]?.lawFrom ?? asOf, -1),
      source,
    })),
    binds: texts[id]?.binds ?? null,
    duties: own.map((duty) => duty.id),
    roles: roles.map((role) => texts[role]?.title ?? role),
  };
}

function current(history: LawDate['history'], asOf: Day): LawDate['history'][number] | undefined {
  return history.findLast(({ lawFrom }) => lawFrom <= asOf) ?? history[0];
}

/** The acts that are not law: what rests on one is marked so. */
function proposalsOf(law: Law): Set<string> {
  const entries = [...law.concepts, ...law.duties, ...law.scales.flatMap(({ rows }) => rows)];
  return new Set(entries.flatMap(({ proposal }) => proposal ?? []));
}
