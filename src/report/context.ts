import type { AssessedDuty, Assessment, Contested, Location } from '../assessment/contract.ts';
import { counts as levelCounts } from '../assessment/verdict.ts';
import { isDay } from '../law/day.ts';
import { formatDay } from '../text/dates.ts';
import { type Text, textOf } from '../text/text.ts';
import { cite } from './citation.ts';

/** A longer path would take the line from the words: its last part is told. */
const LONGEST_PATH = 24;

/** Stands before the event, so that no day comes after it. */
export const NO_DAY = '~';

/** What days, sources and doubts are told from. */
export interface Told {
  readonly report: Pick<Assessment, 'asOf' | 'language' | 'law'>;
  readonly text: Text;
}

/** An assessment with the words to tell it. */
export interface Context extends Told {
  readonly report: Assessment;
  readonly all: boolean;
}

export function contextOf(report: Assessment, all: boolean): Context {
  return { report, text: textOf(report.language), all };
}

/** Name and version. */
export function systemName({ name, version }: Assessment['system']): string {
  return version === null ? name : `${name} ${version}`;
}

export function citeAll({ report, text }: Told, sources: readonly string[]): string {
  return sources.map((source) => cite(source, report.law.acts, text)).join(' · ');
}

export function citeFirst(context: Told, sources: readonly string[]): string {
  return citeAll(context, sources.slice(0, 1));
}

export function day({ report }: Told, iso: string): string {
  return formatDay(iso, report.language);
}

/** `file:line`, the path cut to its last part where it is long. */
export function where({ report }: Context, location: Pick<Location, 'line'> | null): string {
  return location === null ? '' : whereIn(report.source.path, location);
}

export function whereIn(path: string, location: Pick<Location, 'line'>): string {
  const short = path.length <= LONGEST_PATH ? path : (path.split(/[\\/]/).at(-1) ?? path);
  return `${short}:${location.line}`;
}

/** The event that lies ahead of a duty, in words; null where nothing does. */
export function eventAhead(
  { text }: Pick<Told, 'text'>,
  { beforeTitle, onceTitle, within }: Pick<AssessedDuty, 'beforeTitle' | 'onceTitle' | 'within'>,
): string | null {
  const title = beforeTitle ?? onceTitle;
  if (title === null) return null;
  return within === null ? title : text.monthsAfter(within, title);
}

/** What duties that fall due together share: the day or, behind all days, the event that they wait for. */
export function dueTogether(context: Context, duty: AssessedDuty): string {
  return duty.window.to ?? `${NO_DAY}${eventAhead(context, duty) ?? ''}`;
}

/** From when a duty binds: in force, the days that are possible, the event that it must precede. */
export function whenDue(context: Told, duty: AssessedDuty): string {
  const { text } = context;
  if (duty.inForce === 'yes') return text.inForce;
  const event = eventAhead(context, duty);
  const days = duty.due.possible.filter((possible) => possible > context.report.asOf);
  const written = text.or(days.map((iso) => (/^\d/.test(iso) ? day(context, iso) : text.never)));
  if (days.length === 0)
    return event ?? (duty.window.to === null ? text.dayOpen : text.from(day(context, duty.window.to)));
  return event === null ? text.from(written) : text.beforeBesides(text.from(written), event);
}

/** Whether duties of this kind count in the verdict. */
export function counts({ report }: Context, { level }: AssessedDuty): boolean {
  return levelCounts(level, report.policy);
}

export function contestedLine(context: Told, { reading, source, would }: Contested): string {
  const { text } = context;
  const line = text.contested(reading, citeAll(context, source));
  const outcomes = would.flatMap(({ names }) => names.map((outcome) => inWords(context, outcome)));
  return outcomes.length === 0 ? line : `${line} ${text.wouldGive(text.or([...new Set(outcomes)]))}`;
}

/** Days and truths are written as everywhere; other outcomes bring their own words. */
function inWords(context: Told, outcome: string): string {
  const { text } = context;
  if (isDay(outcome)) return day(context, outcome);
  if (outcome === 'never') return text.never;
  return outcome === 'yes' || outcome === 'no' || outcome === 'unknown' ? text.truth[outcome] : outcome;
}
