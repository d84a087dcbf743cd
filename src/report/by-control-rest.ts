import type { AssessedDuty, SharedControl } from '../assessment/contract.ts';
import { isDueBy } from '../assessment/verdict.ts';
import { dutiesIn, isToDo, listed } from './by-control.ts';
import { type Context, counts, dueTogether, where } from './context.ts';
import { plannedBy } from './duties.ts';
import type { Item, Section } from './view.ts';

type Look = Pick<Section, 'glyph' | 'tone' | 'hint'>;

/** The controls that are to be answered, planned or, where nothing is to be left out, in place. */
export function otherControls(context: Context): Section[] {
  const { report, text, all } = context;
  const controls = report.controls.filter(
    (control) => servedBy(context, control).length > 0 && !isToDo(context, control),
  );
  const open = controls.filter(({ status }) => status === 'unanswered');
  const planned = controls.filter(
    (control) => control.status === 'planned' && applying(servedBy(context, control)).some(isNotInPlace),
  );
  const mayBeNeeded = controls.filter((control) => {
    const lacking = lackedBy(context, control);
    return lacking.length > 0 && applying(lacking).length === 0 && !planned.includes(control);
  });
  const inPlace = controls.filter(({ status }) => status === 'in-place');
  const toItem = (control: SharedControl) => item(context, control, []);
  return [
    ...unanswered(context, open),
    ...section(text.work.mayBeNeeded, mayBeNeeded, all ? toItem : null, {
      glyph: '?',
      tone: 'caution',
      hint: text.questionsSettle,
    }),
    ...section(text.work.planned, planned, (control) => plannedItem(context, control), {
      glyph: '◷',
      tone: 'plain',
      hint: null,
    }),
    ...(all ? section(text.work.inPlace, inPlace, toItem, { glyph: '✔', tone: 'good', hint: null }) : []),
  ];
}

/** What only soft law or good practice asks for stands apart, and fails no gate unless asked to. */
export function recommendedControls(context: Context): Section[] {
  const { report, text } = context;
  const controls = report.controls.filter(
    (control) =>
      control.status !== 'in-place' &&
      servedBy(context, control).length === 0 &&
      applying(dutiesIn(context, control.serves)).some(isNotInPlace),
  );
  const toItem = (control: SharedControl) => {
    const notes = [listed(context, applying(dutiesIn(context, control.serves))), text.status[control.status]];
    return { ...item(context, control, notes), where: where(context, control.location) };
  };
  return section(text.work.goodPractice, controls, toItem, { glyph: '·', tone: 'quiet', hint: null });
}

/** Those that a duty in force waits for, then the others, each with the key to answer under. */
function unanswered(context: Context, controls: readonly SharedControl[]): Section[] {
  const { report, text } = context;
  const wants = (control: SharedControl) => applying(lackedBy(context, control));
  const isInForce = (duty: AssessedDuty) => isDueBy(duty, report.asOf);
  const inForce = (control: SharedControl) => wants(control).filter(isInForce).length;
  const soonest = (control: SharedControl) =>
    wants(control)
      .map((duty) => dueTogether(context, duty))
      .sort()[0] ?? '';
  const today = controls.filter((control) => inForce(control) > 0).sort((a, b) => inForce(b) - inForce(a));
  const later = controls
    .filter((control) => inForce(control) === 0 && wants(control).length > 0)
    .sort((a, b) => (soonest(a) < soonest(b) ? -1 : soonest(a) > soonest(b) ? 1 : wants(b).length - wants(a).length));
  const toItem = (control: SharedControl) => item(context, control, numbers(context, wants(control)));
  const look: Look = { glyph: '?', tone: 'caution', hint: text.answerThere(report.source.path) };
  return [
    ...section(text.work.unansweredToday, today, toItem, look),
    ...section(text.work.unansweredLater, later, toItem, look),
  ];
}

function section(
  heading: (count: number) => string,
  controls: readonly SharedControl[],
  toItem: ((control: SharedControl) => Item) | null,
  look: Look,
): Section[] {
  const items = toItem === null ? [] : controls.map(toItem);
  return controls.length === 0 ? [] : [{ ...look, heading: heading(controls.length), compact: true, items }];
}

function item(context: Context, control: SharedControl, notes: readonly string[]): Item {
  const { all } = context;
  return {
    title: control.title,
    id: control.id,
    where: all ? where(context, control.location) : '',
    source: all ? [...notes, listed(context, servedBy(context, control))] : notes,
    lines: [],
    doubts: [],
  };
}

function plannedItem(context: Context, control: SharedControl): Item {
  const wanting = applying(servedBy(context, control)).filter(isNotInPlace);
  const notes = [plannedBy(context, { controls: [control] }), ...numbers(context, wanting)];
  return { ...item(context, control, notes), where: where(context, control.location) };
}

/** How many duties, where one control serves several: those in force apart from those that are not. */
function numbers({ report, text }: Context, duties: readonly AssessedDuty[]): string[] {
  if (duties.length < 2) return [];
  const now = duties.filter((duty) => isDueBy(duty, report.asOf)).length;
  const later = duties.length - now;
  return [...(now > 0 ? [text.work.inForce(now)] : []), ...(later > 0 ? [text.work.later(later, now > 0)] : [])];
}

/** Of the duties that need a control, those that count in the verdict. */
function servedBy(context: Context, { serves }: SharedControl): AssessedDuty[] {
  return dutiesIn(context, serves).filter((duty) => counts(context, duty));
}

function lackedBy(context: Context, control: SharedControl): AssessedDuty[] {
  return servedBy(context, control).filter(({ id }) => control.lackedBy.includes(id));
}

function applying(duties: readonly AssessedDuty[]): AssessedDuty[] {
  return duties.filter(({ applies }) => applies === 'yes');
}

function isNotInPlace({ status }: AssessedDuty): boolean {
  return status !== 'in-place' && status !== 'spared';
}
