import type { ChalkInstance } from 'chalk';
import { displayWidth, wrap, wrapParts } from './layout.ts';
import { mapStrings, markdown, visible } from './safe.ts';
import { lineWidth } from './terminal.ts';
import { paint } from './terminal-section.ts';
import type { Tone } from './view.ts';

/** What a command has to say about the law, apart from how a format sets it out: headed blocks of indented lines. */
export interface Page {
  readonly title: string;
  readonly facts: readonly string[];
  readonly blocks: readonly Block[];
  readonly legal: string;
}

export interface Block {
  readonly heading: string;
  readonly tone: Tone;
  readonly lines: readonly Line[];
}

export interface Line {
  /** How far it is indented: what stands below a line belongs to it. */
  readonly depth: number;
  readonly text: string;
  /** Citation, id, place in the file: what a reader looks up. */
  readonly aside: readonly string[];
  readonly tone: Tone;
}

export function line(depth: number, text: string, aside: readonly string[] = [], tone: Tone = 'plain'): Line {
  return { depth, text, aside: aside.filter((part) => part !== ''), tone };
}

export interface PageOptions {
  readonly width: number;
  readonly colour: ChalkInstance;
}

const INDENT = 2;

export function terminalPage(page: Page, { width, colour }: PageOptions): string {
  const columns = lineWidth(width);
  const { title, facts, blocks, legal } = mapStrings(page, visible);
  const parts = [
    [
      ...wrap(title, columns).map((words) => colour.bold(words)),
      ...wrapParts(facts, columns).map((words) => colour.dim(words)),
    ],
    ...blocks.map(({ heading, tone, lines }) => [
      ...wrap(heading, columns).map((words) => colour.bold(paint(colour, tone)(words))),
      ...lines.flatMap((one) => terminalLine(one, columns, colour)),
    ]),
    wrap(legal, columns).map((words) => colour.dim(words)),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The aside stands behind the words where it fits, else below them. */
function terminalLine({ depth, text, aside, tone }: Line, columns: number, colour: ChalkInstance): string[] {
  const indent = ' '.repeat(INDENT * (depth + 1));
  const room = columns - indent.length;
  const tint = paint(colour, tone);
  const words = wrap(text, room);
  const beside = aside.join(' · ');
  const last = words.at(-1) ?? '';
  if (beside !== '' && displayWidth(last) + 2 + displayWidth(beside) <= room) {
    return [...words.slice(0, -1).map((part) => indent + tint(part)), `${indent}${tint(last)}  ${colour.dim(beside)}`];
  }
  return [
    ...words.map((part) => indent + tint(part)),
    ...wrapParts(aside, room - INDENT).map((part) => `${indent}${' '.repeat(INDENT)}${colour.dim(part)}`),
  ];
}

export function markdownPage(page: Page): string {
  const { title, facts, blocks, legal } = mapStrings(page, (words) => markdown(visible(words)));
  const parts = [
    `## ${title}`,
    facts.join(' · '),
    ...blocks.map(({ heading, lines }) => [`### ${heading}`, '', ...lines.map(markdownLine)].join('\n')),
    legal,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function markdownLine({ depth, text, aside }: Line): string {
  const beside = aside.length === 0 ? '' : ` · ${aside.join(' · ')}`;
  return `${'  '.repeat(depth)}- ${text}${beside}`;
}
