import type { ControlChange, FactChange, GapChange, Said } from '../assessment/comparison-contract.ts';
import type { ComparisonTeller, Entry } from './comparison-teller.ts';
import { cutAtWord, displayWidth } from './layout.ts';
import { type Block, line } from './page.ts';

/** Columns of a text that is shown in part. */
const ROOM_FOR_TEXT = 160;

/** What was changed in the description: facts, controls, accepted gaps. */
export function describedBlocks(teller: ComparisonTeller): Block[] {
  const { facts, controls, acceptedGaps } = teller.comparison;
  const entries = [
    ...facts.map((change) => factEntry(change, teller)),
    ...controls.map((change) => controlEntry(change, teller)),
    ...acceptedGaps.map((change) => gapEntry(change, teller)),
  ];
  return teller.block(teller.words.heading.described(entries.length), entries);
}

function factEntry(change: FactChange, teller: ComparisonTeller): Entry {
  const { id, title, type, kind, before, after, options } = change;
  const { words } = teller;
  const aside = [teller.where(before?.location, after?.location), id];
  if (type === 'text') return textEntry(title, before, after, aside, teller);
  const isTurned = type !== 'list' || kind !== 'changed' || isUnknown(before) || isUnknown(after);
  if (isTurned) return [line(0, words.turned(title, answer(before, teller), answer(after, teller)), aside)];
  return [line(0, title, aside), ...options.map((option) => line(1, words.option[option.after](option.title)))];
}

function isUnknown(said: Said | null): boolean {
  return said?.values.length === 1 && said.values[0]?.id === 'unknown';
}

function answer(said: Said | null, teller: ComparisonTeller): string {
  const { words } = teller;
  if (said === null) return words.noAnswer;
  if (said.values.length === 0) return words.none;
  return said.values
    .map(({ id, title }) => (id === 'yes' || id === 'no' || id === 'unknown' ? words.truth[id] : teller.day(title)))
    .join(', ');
}

/** A text decides nothing: on one line where both are short, else the one below the other. */
function textEntry(
  title: string,
  before: Said | null,
  after: Said | null,
  aside: readonly string[],
  { words, all }: ComparisonTeller,
): Entry {
  const [was, is] = [before, after].map((said) => (said === null ? words.noAnswer : (said.values[0]?.title ?? '')));
  const beside = [...aside, words.decidesNothing];
  const turned = words.turned(title, was ?? '', is ?? '');
  if (displayWidth(turned) <= ROOM_FOR_TEXT / 2) return [line(0, turned, beside)];
  const shown = (text = '') => (all ? text : cutAtWord(text, ROOM_FOR_TEXT));
  return [line(0, title, beside), line(1, words.option.no(shown(was))), line(1, words.option.yes(shown(is)))];
}

function controlEntry({ id, title, before, after }: ControlChange, teller: ComparisonTeller): Entry {
  const { words, text } = teller;
  const status = (said: typeof before) => (said === null ? words.noAnswer : text.status[said.status]);
  const aside = [teller.where(before?.location, after?.location), id];
  const isTurned = before?.status !== after?.status;
  const days = (['reviewed', 'by'] as const).map(
    (key) => [words.control[key], teller.day(before?.[key] ?? ''), teller.day(after?.[key] ?? '')] as const,
  );
  const besides = [
    [words.control.evidence, before?.evidence.join(', ') ?? '', after?.evidence.join(', ') ?? ''] as const,
    [words.control.owner, before?.owner ?? '', after?.owner ?? ''] as const,
    ...days,
  ];
  return [
    line(0, isTurned ? words.turned(title, status(before), status(after)) : words.is(title, status(after)), aside),
    ...besides
      .filter(([, was, is]) => was !== is)
      .map(([label, was, is]) => line(1, words.turned(label, was || words.none, is || words.none))),
    ...(after === null || after.fault === null
      ? []
      : [line(1, text.fault[after.fault](after.faulty.join(', ')), [], 'danger')]),
  ];
}

function gapEntry({ duty, title, before, after }: GapChange, teller: ComparisonTeller): Entry {
  const { words } = teller;
  const said = (gap: typeof before) =>
    gap === null ? words.none : words.gapFor(gap.by, teller.day(gap.since), teller.day(gap.until));
  const aside = [teller.where(before?.location, after?.location), duty];
  const [was, is] = [said(before), said(after)];
  return [
    line(0, was === is ? words.is(words.gap(title), is) : words.turned(words.gap(title), was, is), aside),
    ...(after === null || after.because === before?.because ? [] : [line(1, words.gapReason(after.because))]),
  ];
}
