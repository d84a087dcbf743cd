import type { ChalkInstance } from 'chalk';
import type { Text } from '../text/text.ts';
import { displayWidth, pad, wrap, wrapParts } from './layout.ts';
import type { Item, Section, Tone } from './view.ts';

export interface SectionStyle {
  readonly columns: number;
  readonly colour: ChalkInstance;
  readonly text: Text;
  readonly all: boolean;
}

const ITEMS_SHOWN = 10;
/** The part of a line that the keys of a list may take before they go on lines of their own. */
const WIDEST_KEY = 0.45;

export function sectionLines(section: Section, style: SectionStyle): string[] {
  const { columns, colour, text, all } = style;
  const shown = all ? section.items : section.items.slice(0, ITEMS_SHOWN);
  const hidden = section.items.length - shown.length;
  const tint = paint(colour, section.tone);
  const title = `${section.glyph} ${section.heading}`;
  const hint = section.hint ?? '';
  const isOneLine = hint !== '' && displayWidth(title) + 3 + displayWidth(hint) <= columns;
  const heading = isOneLine
    ? [`${colour.bold(tint(title))}   ${hint}`]
    : [...wrap(title, columns).map((line) => colour.bold(tint(line))), ...indented(hint, 2, columns)];
  const items = section.compact ? list(shown, style) : shown.flatMap((item) => itemLines(item, style));
  const more = hidden === 0 ? [] : indented(text.andMore(hidden), 2, columns);
  return [...heading, ...items, ...more.map((line) => colour.dim(line))];
}

export function paint(colour: ChalkInstance, tone: Tone): (line: string) => string {
  const paints = {
    danger: colour.red,
    caution: colour.yellow,
    good: colour.green,
    quiet: colour.dim,
    plain: (line: string) => line,
  };
  return paints[tone];
}

/** Title and, where it fits beside it, the place; what to do; what it rests on. */
function itemLines(item: Item, { columns, colour }: SectionStyle): string[] {
  const room = columns - 2 - (item.where === '' ? 0 : displayWidth(item.where) + 2);
  const isBeside = displayWidth(item.title) <= room;
  const title = isBeside
    ? [`  ${pad(item.title, room)}  ${colour.dim(item.where)}`.trimEnd()]
    : indented(item.title, 2, columns);
  const references = [...item.source, item.id, ...(isBeside ? [] : [item.where])];
  return [
    ...title,
    ...item.lines.flatMap((line) => indented(line, 6, columns)),
    ...item.doubts.flatMap((doubt) => indented(doubt, 6, columns)),
    ...wrapParts(references, columns - 6).map((line) => colour.dim(`      ${line}`)),
  ];
}

/** Keys and what they are for, in two columns or, where the keys are long, one above the other. */
function list(items: readonly Item[], style: SectionStyle): string[] {
  const keys = Math.max(0, ...items.map(({ id }) => displayWidth(id)));
  return keys <= style.columns * WIDEST_KEY ? beside(items, keys, style) : above(items, style);
}

function beside(items: readonly Item[], keys: number, { columns, colour }: SectionStyle): string[] {
  const room = columns - keys - 5;
  return items.flatMap((item) => {
    const title = wrap(item.title, room);
    const last = title.at(-1) ?? '';
    const reference = wrapParts([...item.source, item.where], room);
    const joins = reference.length === 1 && displayWidth(last) + 2 + displayWidth(reference[0] ?? '') <= room;
    const lines = joins
      ? [...title.slice(0, -1), `${last}  ${colour.dim(reference[0])}`]
      : [...title, ...reference.map((line) => colour.dim(line))];
    const doubts = item.doubts.flatMap((doubt) => wrap(doubt, room));
    return [...lines, ...doubts].map((line, index) => `  ${pad(index === 0 ? item.id : '', keys)}   ${line}`);
  });
}

function above(items: readonly Item[], { columns, colour }: SectionStyle): string[] {
  return items.flatMap((item) => [
    ...indented(item.title, 2, columns),
    ...wrapParts([item.id, ...item.source, item.where], columns - 6).map((line) => colour.dim(`      ${line}`)),
    ...item.doubts.flatMap((doubt) => indented(doubt, 6, columns)),
  ]);
}

function indented(text: string, by: number, columns: number): string[] {
  return text === '' ? [] : wrap(text, columns - by).map((line) => ' '.repeat(by) + line);
}
