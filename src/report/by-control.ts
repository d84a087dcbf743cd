import type { AssessedDuty, SharedControl } from '../assessment/contract.ts';
import { isDueBy, isMissing } from '../assessment/verdict.ts';
import { daysBetween } from '../law/day.ts';
import { type Context, citeFirst, contestedLine, counts, day, dueTogether, NO_DAY, where } from './context.ts';
import { latePlan, prohibitionsFirst, toDo } from './duties.ts';
import { faults } from './faults.ts';
import type { Item, Section } from './view.ts';

const CITED = 10;
const TODAY = '';

/** A control that is to be put in place, and the duties that are missing for want of it. */
interface Task {
  readonly control: SharedControl;
  readonly missing: readonly AssessedDuty[];
  /** The first moment at which one of those duties presses. */
  readonly moment: string;
}

/** The doubts about duties, in words. */
type Tell = (duties: readonly AssessedDuty[]) => string[];

/** What is to be done, by how soon. Each control stands once; what presses today and what comes later are told and counted apart. */
export function workToDo(context: Context): Section[] {
  const { report, text } = context;
  const missing = report.duties.filter((duty) => counts(context, duty) && isMissing(duty));
  const tasks = tasksOf(context, missing);
  const lacking = (duty: AssessedDuty) => tasks.filter((task) => task.missing.includes(duty));
  const tell = tellingOnce(context);
  return momentsOf(context, missing).flatMap((moment): Section[] => {
    const due = missing.filter((duty) => momentOf(context, duty) === moment);
    const byFacts = prohibitionsFirst(due.filter((duty) => lacking(duty).length === 0));
    const above = due.filter((duty) => lacking(duty).some((task) => task.moment < moment));
    const own = tasks.filter((task) => task.moment === moment);
    const items = [
      ...byFacts.map((duty) => factsItem(context, duty, tell)),
      ...mostFirst(context, own).map((task) => taskItem(context, task, tell)),
    ];
    const look =
      moment === TODAY ? ({ glyph: '✖', tone: 'danger' } as const) : ({ glyph: '◷', tone: 'caution' } as const);
    const heading =
      moment === TODAY
        ? text.work.closeToday(items.length)
        : text.work.closeLater(inWords(context, moment), daysTo(context, moment), items.length);
    const hint = text.work.missing(due.length, above.length);
    return items.length === 0 ? [] : [{ ...look, heading, compact: false, hint, items }];
  });
}

/** The duties of a list, of those that count, as they stand in the order of the law. */
export function dutiesIn({ report }: Context, ids: readonly string[]): AssessedDuty[] {
  return report.duties.filter(({ id }) => ids.includes(id));
}

/** Whether a control is to be put in place for a duty that is missing. One that is unanswered is first of all to be answered. */
export function isToDo(context: Context, { status, lackedBy }: SharedControl): boolean {
  return (
    status !== 'unanswered' && dutiesIn(context, lackedBy).some((duty) => counts(context, duty) && isMissing(duty))
  );
}

/** Citations, with titles where nothing is to be left out. */
export function listed(context: Context, duties: readonly AssessedDuty[]): string {
  const { text, all } = context;
  if (all) return duties.map(({ title, source }) => `${title} (${citeFirst(context, source)})`).join(' · ');
  const cited = duties.slice(0, CITED).map(({ source }) => citeFirst(context, source));
  return [...cited, ...(duties.length > CITED ? [text.andMoreItems(duties.length - CITED)] : [])].join(' · ');
}

function tasksOf(context: Context, missing: readonly AssessedDuty[]): Task[] {
  return context.report.controls
    .filter((control) => isToDo(context, control))
    .map((control) => {
      const own = missing.filter(({ id }) => control.lackedBy.includes(id));
      return { control, missing: own, moment: momentsOf(context, own)[0] ?? NO_DAY };
    });
}

function momentOf(context: Context, duty: AssessedDuty): string {
  return isDueBy(duty, context.report.asOf) ? TODAY : dueTogether(context, duty);
}

function momentsOf(context: Context, duties: readonly AssessedDuty[]): string[] {
  return [...new Set(duties.map((duty) => momentOf(context, duty)))].sort();
}

function inWords(context: Context, moment: string): string {
  const { text } = context;
  if (!moment.startsWith(NO_DAY)) return text.work.byDay(day(context, moment));
  return moment === NO_DAY ? text.work.dayOpen : moment.slice(NO_DAY.length);
}

function daysTo({ report }: Context, moment: string): number | null {
  return moment.startsWith(NO_DAY) ? null : daysBetween(report.asOf, moment);
}

/** Those that close most duties at the moment under which they stand; in the order of the law where they close as many. */
function mostFirst(context: Context, tasks: readonly Task[]): Task[] {
  const now = ({ missing, moment }: Task) => missing.filter((duty) => momentOf(context, duty) === moment);
  const closing = (task: Task) => now(task).filter(({ id }) => task.control.closes.includes(id)).length;
  return [...tasks].sort((a, b) => closing(b) - closing(a) || now(b).length - now(a).length);
}

function factsItem(context: Context, duty: AssessedDuty, tell: Tell): Item {
  const item = toDo(context, duty);
  return { ...item, lines: [context.text.work.noControl, ...item.lines], doubts: tell([duty]) };
}

function taskItem(context: Context, task: Task, tell: Tell): Item {
  const { text, all } = context;
  const { control, missing } = task;
  const late = missing.find((duty) => latePlan(context, duty, control).length > 0);
  const served = dutiesIn(context, control.serves).filter((duty) => !missing.includes(duty));
  const inTime = control.status === 'planned' ? served.filter(({ status }) => status === 'planned') : [];
  const open = served.filter((duty) => counts(context, duty) && control.lackedBy.includes(duty.id));
  const recommended = served.filter((duty) => !counts(context, duty) && control.lackedBy.includes(duty.id));
  return {
    title: control.title,
    id: control.id,
    where: where(context, control.location),
    source: control.owner === null ? [] : [text.owner(control.owner)],
    lines: [
      ...faults(context, control),
      ...(late === undefined ? [] : latePlan(context, late, control)),
      control.how,
      ...effects(context, task),
      ...(inTime.length > 0 ? [text.work.inTime(listed(context, inTime))] : []),
      ...alternatives(context, task),
      ...(all && open.length > 0 ? [text.work.alsoOpen(listed(context, open))] : []),
      ...(recommended.length > 0 ? [text.work.alsoRecommended(listed(context, recommended))] : []),
      ...(all ? new Set(missing.flatMap(({ penalty }) => penalty?.title ?? []).map(text.penalty)) : []),
    ],
    doubts: tell(missing),
  };
}

/** What a control closes and what it is a part of, moment by moment: what is in force is never counted with what is not. */
function effects(context: Context, { control, missing, moment: first }: Task): string[] {
  const { text } = context;
  const moments = momentsOf(context, missing).map((moment) => {
    const due = missing.filter((duty) => momentOf(context, duty) === moment);
    const isClosed = ({ id }: AssessedDuty) => control.closes.includes(id);
    return { moment, closed: due.filter(isClosed), part: due.filter((duty) => !isClosed(duty)) };
  });
  return moments.flatMap(({ moment, closed, part }, index) => {
    const when = moment === first ? null : inWords(context, moment);
    const before = moments.slice(0, index);
    const moreClosed = before.some((earlier) => earlier.closed.length > 0);
    const morePart = closed.length > 0 || before.some((earlier) => earlier.closed.length + earlier.part.length > 0);
    return [
      ...(closed.length > 0 ? [text.work.closes(closed.length, listed(context, closed), when, moreClosed)] : []),
      ...(part.length > 0 ? [text.work.partOf(part.length, listed(context, part), when, morePart)] : []),
    ];
  });
}

/** Two controls that each close a duty alone are two ways to do it. */
function alternatives(context: Context, { control, missing }: Task): string[] {
  const { report, text } = context;
  const closed = missing.filter(({ id }) => control.closes.includes(id));
  return report.controls.flatMap(({ id, title, closes }) => {
    const both = closed.filter((duty) => closes.includes(duty.id));
    if (id === control.id || both.length === 0) return [];
    const line = text.work.oneIsEnough(`${title} (${id})`);
    return [both.length === closed.length ? line : `${line} ${text.work.concerns(listed(context, both))}`];
  });
}

/** Doubts about duties, in full the first time, with the duties that they concern where those are not all of a control's. */
function tellingOnce(context: Context): Tell {
  const { text } = context;
  const told = new Set<string>();
  return (duties) => {
    const about = new Map<string, AssessedDuty[]>();
    for (const duty of duties)
      for (const line of new Set(duty.contested.map((doubt) => contestedLine(context, doubt))))
        about.set(line, [...(about.get(line) ?? []), duty]);
    return [...about].map(([line, concerned]) => {
      const words = told.has(line) ? text.contestedAbove : line;
      told.add(line);
      return concerned.length === duties.length ? words : `${words} ${text.work.concerns(listed(context, concerned))}`;
    });
  };
}
