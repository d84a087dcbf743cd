import type { ChalkInstance } from 'chalk';
import type { Way } from '../questionnaire/question.ts';
import { cutAtWord, displayWidth, wrap } from '../report/layout.ts';
import type { Text } from '../text/text.ts';
import type { Item, Shown } from './shown.ts';

/** What a prompt is drawn with. */
export interface Canvas {
  readonly colour: ChalkInstance;
  readonly text: Text;
  readonly columns: number;
  readonly rows: number;
  /** Ends a prompt without an answer. */
  readonly signal: AbortSignal;
}

export const CURSOR = '›';
const TICKED = '[x] ';
const UNTICKED = '[ ] ';
/** Lines said of what is pointed at. */
const MORE_LINES = 3;
/** Options that stay in sight however low the terminal is. */
const FEWEST = 2;
/** Options in sight that are enough to give room to help. */
const ROOMY = 6;

interface Pointed {
  readonly active: number;
  readonly ticked: readonly string[];
  readonly note: string;
  /** The first line of the list in sight. */
  readonly top: number;
}

interface Layout {
  readonly width: number;
  readonly help: readonly string[];
  /** The lines of each item, headings included, without cursor and box. */
  readonly items: readonly (readonly string[])[];
  /** Lines of the list in sight. */
  readonly room: number;
  readonly isScrolled: boolean;
  /** Lines kept for what is said of an option. */
  readonly more: number;
}

/** Options are wrapped where all fit, else cut; if they still do not fit they scroll, and help that is long goes first. */
function layoutOf(own: Shown, { columns, rows, text }: Canvas): Layout {
  const width = columns - 1;
  const box = own.several === true ? TICKED.length : 0;
  // A free line above the ways out, and the keys.
  const fixed = wrap(own.title, width - 2).length + wayLines(own, width).length + 2;
  const noted = own.several === true ? wrap(text.interview.noneTicked, width - 2).length : 0;
  const help = own.help.map((words) => wrap(words, width - 2));
  const set = (shape: (title: string) => string[], shownHelp: readonly string[], mostMore = MORE_LINES): Layout => {
    const items = own.items.map((item) => ('heading' in item ? [item.heading] : shape(item.title)));
    const about = own.items.map((item, index) => aboutLines(item, items[index], width).length);
    const more = Math.min(mostMore, Math.max(noted, ...about));
    const room = rows - 1 - fixed - shownHelp.length - Math.max(1, more);
    const total = items.reduce((sum, lines) => sum + lines.length, 0);
    if (total <= room) return { width, help: shownHelp, items, more, room: total, isScrolled: false };
    // A line above and one below say how many are out of sight.
    return { width, help: shownHelp, items, more, room: Math.max(FEWEST, room - 2), isScrolled: true };
  };
  const whole = (title: string) => wrap(title, width - 2 - box);
  const cut = (title: string) => [cutAtWord(title, width - 2 - box)];
  const tries = [set(whole, help.flat()), set(cut, help.flat()), set(cut, help.at(-1) ?? []), set(cut, [])];
  const isRoomy = ({ isScrolled, room }: Layout) => !isScrolled || room >= ROOMY;
  return tries.find(({ isScrolled }) => !isScrolled) ?? tries.slice(1).find(isRoomy) ?? set(cut, [], 1);
}

/** What is said of an option that is pointed at: its words where they are cut, and what they mean. */
function aboutLines(item: Item | undefined, lines: readonly string[] | undefined, width: number): string[] {
  if (item === undefined || 'heading' in item) return [];
  const isCut = lines !== undefined && lines.length === 1 && lines[0] !== item.title;
  const words = [...(isCut ? [item.title] : []), ...(item.more === undefined ? [] : [item.more])];
  const all = words.flatMap((one) => wrap(one, width - 2));
  return all.length <= MORE_LINES
    ? all
    : [...all.slice(0, MORE_LINES - 1), cutAtWord(`${all[MORE_LINES - 1]} …`, width - 2)];
}

function wayLines(own: Shown, width: number): string[] {
  return own.ways.flatMap(({ title }) => wrap(title, width - 2));
}

/** The keys, on one line: those that only save steps are left out where there is no room. */
function keyLine(own: Shown, { interview: { keys } }: Text, width: number): string {
  const has = (wanted: Way) => own.ways.some(({ way }) => way === wanted);
  const all = [
    keys.move,
    ...(own.several ? [keys.tick] : []),
    keys.enter,
    ...(has('why') ? [keys.why] : []),
    ...(has('back') ? [keys.back] : []),
  ];
  const lines = all.map((_, left) => all.slice(0, all.length - left).join(' · '));
  return lines.find((line) => displayWidth(line) <= width - 2) ?? '';
}

/** The place of an option among the items, which headings stand between. */
function indexOf(own: Shown, active: number): number {
  let option = -1;
  return own.items.findIndex((item) => !('heading' in item) && ++option === active);
}

/** The first line in sight once an option is pointed at. */
export function scrolled(own: Shown, canvas: Canvas, active: number, top: number): number {
  const { items, room } = layoutOf(own, canvas);
  const index = indexOf(own, active);
  // From below the list, its end is seen.
  const total = items.reduce((sum, lines) => sum + lines.length, 0);
  if (index === -1) return Math.max(0, total - room);
  const first = items.slice(0, index).reduce((sum, lines) => sum + lines.length, 0);
  const last = first + (items[index]?.length ?? 1);
  if (first < top) return index <= 1 ? 0 : first;
  return last > top + room ? last - room : top;
}

/** The question as lines, none longer than the terminal is wide. */
export function drawn(own: Shown, canvas: Canvas, { active, ticked, note, top }: Pointed): string[] {
  const { colour, text } = canvas;
  const { interview: words } = text;
  const { width, help, items, room, isScrolled, more } = layoutOf(own, canvas);
  const index = indexOf(own, active);
  const list = own.items.flatMap((item, place) =>
    itemLines(item, items[place] ?? [], {
      isActive: place === index,
      isTicked: !('heading' in item) && ticked.includes(item.value),
      several: own.several === true,
      colour,
    }),
  );
  const shown = list.slice(top, top + room);
  // What scrolls has a line an item.
  const countIn = (part: readonly Item[]) => part.filter((item) => !('heading' in item)).length;
  const [above, below] = [countIn(own.items.slice(0, top)), countIn(own.items.slice(top + room))];
  const options = countIn(own.items);
  const ways = own.ways.flatMap(({ title }, place) => {
    const isActive = options + place === active;
    return wrap(title, width - 2).map((line, row) => {
      const cursor = isActive && row === 0 ? CURSOR : ' ';
      return isActive ? colour.cyan(`${cursor} ${line}`) : colour.dim(`${cursor} ${line}`);
    });
  });
  const all = note === '' ? aboutLines(own.items[index], items[index], width) : wrap(note, width - 2);
  const said = all.slice(0, more);
  const told = [...said, ...Array.from({ length: Math.max(0, more - said.length) }, () => '')];
  return [
    ...titleLines(own.title, width, colour),
    ...help.map((line) => `  ${colour.dim(line)}`),
    ...(isScrolled ? [colour.dim(above > 0 ? `  ${words.moreAbove(above)}` : '')] : []),
    ...shown,
    ...(isScrolled ? [colour.dim(below > 0 ? `  ${words.moreBelow(below)}` : '')] : []),
    '',
    ...ways,
    ...told.map((line) => (note === '' ? `  ${colour.dim(line)}` : `  ${colour.yellow(line)}`).trimEnd()),
    ...(more === 0 ? [''] : []),
    `  ${colour.dim(keyLine(own, text, width))}`,
  ];
}

function itemLines(
  item: Item,
  lines: readonly string[],
  {
    isActive,
    isTicked,
    several,
    colour,
  }: { isActive: boolean; isTicked: boolean; several: boolean; colour: ChalkInstance },
): string[] {
  if ('heading' in item) return lines.map((line) => colour.dim(`  ${line}`.trimEnd()));
  return lines.map((line, row) => {
    const cursor = isActive && row === 0 ? CURSOR : ' ';
    const box = !several ? '' : row > 0 ? '    ' : isTicked ? TICKED : UNTICKED;
    const words = `${cursor} ${box}${line}`;
    return isActive ? colour.cyan(words) : words;
  });
}

function titleLines(title: string, width: number, colour: ChalkInstance): string[] {
  return wrap(title, width - 2).map((line, row) => `${row === 0 ? colour.cyan('?') : ' '} ${colour.bold(line)}`);
}
