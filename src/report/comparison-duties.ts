import type { DutyChange, DutyStanding } from '../assessment/comparison-contract.ts';
import { marked } from './comparison-law.ts';
import type { ComparisonTeller, Entry } from './comparison-teller.ts';
import { eventAhead } from './context.ts';
import { faults } from './faults.ts';
import { type Block, line } from './page.ts';
import type { Tone } from './view.ts';

const CONTROLS_NAMED = 3;
/** Duties that move together are named one by one up to here. */
const TOGETHER = 3;

const LEVELS = ['law', 'soft-law', 'good-practice'];

export function dutyBlocks(teller: ComparisonTeller): Block[] {
  const { begin, end, worse, better, other, due } = teller.comparison.duties;
  const { heading } = teller.words;
  const block = (
    name: 'begin' | 'end' | 'worse' | 'better' | 'other',
    own: readonly DutyChange[],
    tone: Tone = 'plain',
  ) =>
    teller.block(
      heading[name](own.length),
      first(own).map((change) => dutyEntry(change, teller)),
      tone,
    );
  return [
    ...block('begin', begin),
    ...block('worse', worse),
    ...block('other', other),
    ...block('better', better, 'good'),
    ...block('end', end),
    ...dueBlocks(due, teller),
  ];
}

/** What makes it worse, then what is law. */
function first(changes: readonly DutyChange[]): DutyChange[] {
  const rank = ({ worse, level }: DutyChange) => (worse ? 0 : LEVELS.length) + LEVELS.indexOf(level);
  return [...changes].sort((a, b) => rank(a) - rank(b));
}

function dutyEntry(change: DutyChange, teller: ComparisonTeller): Entry {
  const { id, title, source, level, before, after, worse } = change;
  const { text, words } = teller;
  const aside = [teller.cite(source), ...(level === 'law' ? [] : [text.explain.level[level]]), id];
  const wants = worse || after?.status === 'partial' ? (after?.wants ?? []) : [];
  const lacking = wants.filter(({ fault }) => fault === null).map((control) => control.title);
  const shown = teller.all ? lacking : lacking.slice(0, CONTROLS_NAMED);
  const rest = lacking.length - shown.length;
  const named = [...shown, ...(rest === 0 ? [] : [text.andMoreItems(rest)])].join(', ');
  return [
    marked(line(0, title, aside), worse),
    line(1, standing(before, after, teller)),
    ...wants.flatMap((control) => faults(teller, control).map((fault) => line(1, fault))),
    ...(named === '' ? [] : [line(1, words.lacks(named))]),
  ];
}

/** How it stood and stands, and when it is due. */
function standing(before: DutyStanding | null, after: DutyStanding | null, teller: ComparisonTeller): string {
  const { words } = teller;
  const [was, is] = [applying(before, teller), applying(after, teller)];
  // That it did not apply is said by the heading.
  const turned = was === is || before === null || before.applies === 'no' ? is : words.arrow(was, is);
  return [
    turned,
    ...(after === null || after.applies === 'no'
      ? []
      : [after.inForce === 'yes' && after.spared === null ? teller.text.inForce : whenDue(after, teller)]),
  ].join(' · ');
}

function applying(standing: DutyStanding | null, { text, words }: ComparisonTeller): string {
  if (standing === null || standing.applies === 'no') return text.truth.no;
  return standing.applies === 'unknown' ? words.mayApply : text.status[standing.status];
}

function dueBlocks(due: readonly DutyChange[], teller: ComparisonTeller): Block[] {
  const { words } = teller;
  const groups = new Map<string, DutyChange[]>();
  for (const change of first(due)) {
    const key = turnedDue(change, teller);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  const entries = [...groups].map(([days, own]): Entry => {
    const isWorse = own.some(({ worse }) => worse);
    const named = teller.all || own.length <= TOGETHER ? own : own.filter(({ worse }) => worse);
    return [
      marked(line(0, words.is(days, words.duties(own.length))), isWorse),
      ...named.map(({ id, title, source, worse }) => marked(line(1, title, [teller.cite(source), id]), worse)),
    ];
  });
  return teller.block(words.heading.due(due.length), entries);
}

/** The last day on which it falls due, with the event that it waits for. */
function whenDue(standing: DutyStanding | null, teller: ComparisonTeller): string {
  return withEvent(daysOf(standing, teller), standing, teller);
}

/** What is the same on both sides is said once. */
function turnedDue({ before, after }: DutyChange, teller: ComparisonTeller): string {
  const { arrow } = teller.words;
  const [one, other] = [before, after].map((standing) => standing && eventAhead(teller, standing));
  if (one !== other) return arrow(whenDue(before, teller), whenDue(after, teller));
  return withEvent(arrow(daysOf(before, teller), daysOf(after, teller)), after, teller);
}

function withEvent(days: string, standing: DutyStanding | null, teller: ComparisonTeller): string {
  const event = standing === null || standing.spared !== null ? null : eventAhead(teller, standing);
  return event === null ? days : teller.text.beforeBesides(days, event);
}

function daysOf(standing: DutyStanding | null, teller: ComparisonTeller): string {
  const { text } = teller;
  if (standing === null) return text.never;
  if (standing.spared !== null) return text.status.spared;
  const { to } = standing.window;
  const days = to === null ? standing.due.possible : [to];
  return text.or(days.map((day) => (day === 'never' ? text.never : teller.day(day))));
}
