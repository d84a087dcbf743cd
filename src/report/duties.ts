import type { AssessedControl, AssessedDuty } from '../assessment/contract.ts';
import { isDueBy, isMissing } from '../assessment/verdict.ts';
import { daysBetween } from '../law/day.ts';
import {
  type Context,
  citeAll,
  citeFirst,
  contestedLine,
  counts,
  day,
  dueTogether,
  eventAhead,
  whenDue,
  where,
} from './context.ts';
import { faults } from './faults.ts';
import type { Item, Section } from './view.ts';

/** What is missing in force and what only comes later are never mixed. */
export function missingDuties(context: Context): Section[] {
  const { report, text } = context;
  const applying = report.duties.filter((duty) => counts(context, duty) && duty.applies === 'yes');
  const missing = applying.filter(isMissing);
  const now = missing.filter((duty) => isDueBy(duty, report.asOf));
  const later = missing.filter((duty) => !isDueBy(duty, report.asOf));
  const heading = text.sections.missingToday(now.length);
  const today: Section[] =
    now.length === 0 ? [] : [{ ...full(context, prohibitionsFirst(now)), heading, glyph: '✖', tone: 'danger' }];
  return [...today, ...byDay(context, later, applying)];
}

export function prohibitionsFirst(duties: readonly AssessedDuty[]): AssessedDuty[] {
  return [...duties].sort((a, b) => Number(b.prohibition) - Number(a.prohibition));
}

export function otherDuties(context: Context): Section[] {
  const { report, text, all } = context;
  const law = report.duties.filter((duty) => counts(context, duty));
  const having = (status: AssessedDuty['status']) => law.filter((duty) => duty.status === status);
  const list = (
    heading: (count: number) => string,
    own: readonly AssessedDuty[],
    glyph: string,
    tone: Section['tone'],
  ): Section[] =>
    own.length === 0
      ? []
      : [
          {
            heading: heading(own.length),
            glyph,
            tone,
            compact: true,
            hint: null,
            items: own.map((duty) => short(context, duty)),
          },
        ];
  return [
    ...unanswered(context, having('unanswered')),
    ...list(text.sections.planned, having('planned'), '◷', 'plain'),
    ...spared(context, having('spared')),
    ...(all ? list(text.sections.inPlace, having('in-place'), '✔', 'good') : []),
    ...(all ? list(text.sections.notApplicable, having('not-applicable'), '·', 'quiet') : []),
  ];
}

/** What is no law stands apart, and fails no gate unless asked to. */
export function goodPractice(context: Context): Section[] {
  const { report, text, all } = context;
  const applying = report.duties.filter((duty) => !counts(context, duty) && duty.applies === 'yes');
  const open = applying.filter(({ status }) => status !== 'in-place' && status !== 'spared');
  const shown = all ? applying : open;
  if (shown.length === 0) return [];
  const items = shown.map((duty) => short(context, duty, text.status[duty.status]));
  return [
    { heading: text.sections.goodPractice(open.length), glyph: '·', tone: 'quiet', compact: true, hint: null, items },
  ];
}

/** By the day on which they fall due, the next one first; then those that only wait for an event. */
function byDay(context: Context, missing: readonly AssessedDuty[], applying: readonly AssessedDuty[]): Section[] {
  const { report, text } = context;
  const groups = new Map<string, AssessedDuty[]>();
  const key = (duty: AssessedDuty) => dueTogether(context, duty);
  for (const duty of missing) groups.set(key(duty), [...(groups.get(key(duty)) ?? []), duty]);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([of, own]) => {
      const total = applying.filter((duty) => duty.status !== 'spared' && key(duty) === of).length;
      const event = of.slice(1);
      const heading = !of.startsWith('~')
        ? text.sections.dueBy(day(context, of), daysBetween(report.asOf, of), own.length, total)
        : event === ''
          ? text.sections.dueOpen(own.length)
          : text.sections.dueBefore(event, own.length, total);
      return { ...full(context, own), heading, glyph: '◷', tone: 'caution' };
    });
}

/** Those that apply, the first due before the others; then those that may apply, which only the open questions settle. */
function unanswered(context: Context, own: readonly AssessedDuty[]): Section[] {
  const { report, text, all } = context;
  const first = (duty: AssessedDuty) => duty.window.from ?? duty.window.to ?? '9';
  const sorted = [...own].sort((a, b) => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0));
  const applying = sorted.filter(({ applies }) => applies === 'yes');
  const open = sorted.filter(({ applies }) => applies !== 'yes');
  const items = (duties: readonly AssessedDuty[]) =>
    duties.map((duty) =>
      all ? short(context, duty, whenDue(context, duty)) : { ...short(context, duty), source: [], where: '' },
    );
  const inForce = applying.filter((duty) => duty.inForce === 'yes').length;
  const common = { glyph: '?', tone: 'caution', compact: true } as const;
  return [
    ...(applying.length === 0
      ? []
      : [
          {
            ...common,
            heading: text.sections.unanswered(applying.length, inForce),
            hint: text.answerThere(report.source.path),
            items: items(applying),
          },
        ]),
    ...(open.length === 0
      ? []
      : [
          {
            ...common,
            heading: text.sections.mayApply(open.length),
            hint: text.questionsSettle,
            items: all ? items(open) : [],
          },
        ]),
  ];
}

function spared(context: Context, own: readonly AssessedDuty[]): Section[] {
  if (own.length === 0) return [];
  const { text } = context;
  // Many duties are spared for the same reason, which is worth saying once.
  const reasons = new Map<string, AssessedDuty[]>();
  for (const duty of own) {
    const reason = text.sparedUntil(duty.spared?.reason ?? '', duty.spared?.ends ?? '');
    reasons.set(reason, [...(reasons.get(reason) ?? []), duty]);
  }
  return [...reasons].map(([reason, group]) => ({
    heading: text.sections.spared(group.length),
    glyph: '·',
    tone: 'quiet',
    compact: true,
    hint: reason,
    items: group.map((duty) => short(context, duty)),
  }));
}

function full(context: Context, own: readonly AssessedDuty[]): Pick<Section, 'items' | 'compact' | 'hint'> {
  return { items: own.map((duty) => toDo(context, duty)), compact: false, hint: null };
}

export function toDo(context: Context, duty: AssessedDuty): Item {
  const { text, all } = context;
  const lacking = duty.controls.filter(({ status }) => status === 'missing' || status === 'planned');
  const controls = all ? lacking : lacking.slice(0, 1);
  const owners = controls.flatMap(({ owner }) => (owner === null ? [] : [text.owner(owner)]));
  const due =
    duty.due.value === null || (eventAhead(context, duty) !== null && duty.inForce !== 'yes')
      ? [whenDue(context, duty)]
      : [];
  return {
    title: duty.title,
    id: duty.id,
    where: where(context, duty.location),
    source: [citeAll(context, all ? duty.source : duty.source.slice(0, 1)), ...due, ...new Set(owners)],
    lines: [
      ...controls.flatMap((control) => [...faults(context, control), ...latePlan(context, duty, control), control.how]),
      ...(all && duty.penalty !== null ? [text.penalty(duty.penalty.title)] : []),
    ],
    doubts: duty.contested.map((doubt) => contestedLine(context, doubt)),
  };
}

/** A plan that ends after the day of the duty counts as missing, and is told with its day. */
export function latePlan(
  context: Context,
  { window }: Pick<AssessedDuty, 'window'>,
  { status, by }: AssessedControl,
): string[] {
  const isLate = status === 'planned' && by !== null && window.to !== null && by > window.to;
  return isLate ? [context.text.plannedLate(day(context, by))] : [];
}

/** One line: the key to answer under, and what it is for. */
function short(context: Context, duty: AssessedDuty, note = ''): Item {
  const planned = duty.status === 'planned' ? [plannedBy(context, duty)] : [];
  return {
    title: duty.title,
    id: duty.status === 'not-applicable' || duty.status === 'spared' ? duty.id : keysOf(duty),
    where: where(context, duty.location),
    source: [citeFirst(context, duty.source), ...planned, note],
    lines: [],
    doubts: context.all ? duty.contested.map((doubt) => contestedLine(context, doubt)) : [],
  };
}

export function plannedBy(context: Context, { controls }: Pick<AssessedDuty, 'controls'>): string {
  const last =
    controls
      .map(({ by }) => by ?? '')
      .sort()
      .at(-1) ?? '';
  return last === '' ? context.text.plannedNoDay : context.text.plannedBy(day(context, last));
}

/** The controls that are still to be answered or put in place; the duty itself where no control stands for it. */
function keysOf({ id, status, controls }: AssessedDuty): string {
  const open = status === 'in-place' ? controls : controls.filter((control) => control.status !== 'in-place');
  return open.length === 0 ? id : open.map((control) => control.id).join(', ');
}
