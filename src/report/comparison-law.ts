import type { DateChange, OutcomeChange, TruthChange } from '../assessment/comparison-contract.ts';
import type { Titled } from '../assessment/explanation.ts';
import type { ComparisonTeller, Entry } from './comparison-teller.ts';
import { type Block, type Line, line } from './page.ts';

/** Above this many outcomes, naming them all says less than that it is open. */
const NAMED = 6;

/** What the law makes of the two: level and class in any case, the rest where it turns. */
export function lawBlock(teller: ComparisonTeller): Block {
  const { classification, roles, worse } = teller.comparison;
  const { level, device, regulation, deviceClass, thirdParty, from, routes, points, overlays } = classification;
  const turned = [device, regulation, thirdParty, from].filter(({ turn }) => turn !== 'same');
  const isWorse = (...codes: string[]) => worse.some(({ code }) => codes.includes(code));
  return {
    heading: teller.words.heading.law,
    tone: 'plain',
    lines: [
      outcomeLine(level, isWorse('level', 'level-open'), teller),
      outcomeLine(deviceClass, isWorse('device-class'), teller),
      ...turned.map((change) => outcomeLine(change, change === device && isWorse('device-open'), teller)),
      ...[...routes, ...points, ...overlays, ...roles].map((change) => truthLine(change, teller)),
      ...verdictLines(isWorse('verdict'), teller),
      ...(teller.hasDuties ? [] : [line(0, teller.words.nothingFollows)]),
    ],
  };
}

function outcomeLine({ title, before, after, turn }: OutcomeChange, isWorse: boolean, teller: ComparisonTeller): Line {
  const { words } = teller;
  const [was, is] = [inWords(before, teller), inWords(after, teller)];
  if (turn === 'same') return line(0, words.asBefore(title, is));
  return marked(line(0, words.turned(title, was, is)), isWorse);
}

export function marked(one: Line, isWorse: boolean): Line {
  return isWorse ? { ...one, text: `✖ ${one.text}`, tone: 'danger' } : one;
}

function inWords(outcomes: readonly Titled[], teller: ComparisonTeller): string {
  const { text, words } = teller;
  if (outcomes.length === 0) return words.none;
  if (outcomes.length > NAMED) return words.open;
  return text.or(
    outcomes.map(({ id, title }) => (isTruth(id) ? words.truth[id] : id === 'never' ? text.never : teller.day(title))),
  );
}

function isTruth(id: string): id is 'yes' | 'no' {
  return id === 'yes' || id === 'no';
}

function truthLine({ id, title, source, before, after }: TruthChange, teller: ComparisonTeller): Line {
  const { text, words } = teller;
  return line(0, words.turned(title, text.truth[before], text.truth[after]), [teller.cite(source), id]);
}

function verdictLines(isWorse: boolean, teller: ComparisonTeller): Line[] {
  const { words, text, comparison } = teller;
  const { before, after } = comparison.verdict;
  const said = (verdict: typeof before) => {
    const reasons = verdict.because.map((reason) => text.reason[reason]).join(', ');
    return reasons === '' ? text.verdict[verdict.value] : `${text.verdict[verdict.value]} (${reasons})`;
  };
  const [was, is] = [said(before), said(after)];
  if (was === is) return [line(0, words.asBefore(words.verdict, is))];
  return [marked(line(0, words.turned(words.verdict, was, is)), isWorse)];
}

/** The dates of the law on which duties of the system fall due, as far as they appear, vanish or move. */
export function dateBlocks(teller: ComparisonTeller): Block[] {
  const { dates } = teller.comparison;
  return teller.block(
    teller.words.heading.dates(dates.length),
    dates.map((change) => dateEntry(change, teller)),
  );
}

function dateEntry({ id, title, before, after }: DateChange, teller: ComparisonTeller): Entry {
  const { words } = teller;
  const aside = [teller.cite(after?.source ?? before?.source ?? []), id];
  if (before !== null && after !== null)
    return [line(0, words.turned(title, teller.day(before.date), teller.day(after.date)), aside)];
  if (after !== null)
    return [line(0, words.is(title, teller.day(after.date)), aside), line(1, words.dutiesOn(after.duties))];
  return [line(0, words.is(title, teller.day(before?.date ?? '')), aside), line(1, words.dateGone)];
}
