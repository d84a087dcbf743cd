import type { ChalkInstance } from 'chalk';
import type { Assessment } from '../assessment/contract.ts';
import { textOf } from '../text/text.ts';
import { displayWidth, pad, wrap, wrapParts } from './layout.ts';
import { mapStrings, visible } from './safe.ts';
import { paint, sectionLines } from './terminal-section.ts';
import { type Alert, type Row, type VerdictLine, viewOf } from './view.ts';

export interface TerminalOptions {
  /** Columns. No line is longer. */
  readonly width: number;
  readonly colour: ChalkInstance;
  readonly all: boolean;
  readonly by?: string;
}

/** Beyond this, lines are hard to read. */
const WIDEST = 100;
const NARROWEST = 40;

export function terminalReport(assessment: Assessment, { width, colour, all, by }: TerminalOptions): string {
  const columns = lineWidth(width);
  const view = mapStrings(viewOf(assessment, all, by), visible);
  const text = textOf(assessment.language);
  const blocks = [
    header(view.name, view.facts, columns, colour),
    view.alert === null ? [] : alertLines(view.alert, columns, colour),
    rowLines(view.rows, columns, colour),
    ...view.opening.map((words) => wrap(words, columns)),
    ...view.sections.map((section) => sectionLines(section, { columns, colour, text, all })),
    view.verdict === null ? [] : verdictLines(view.verdict, columns, colour),
    wrap(view.legal, columns).map((line) => colour.dim(line)),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** What the law makes of it, without the rest of the report. */
export function headLines(assessment: Assessment, { width, colour }: Omit<TerminalOptions, 'all'>): string[] {
  const columns = lineWidth(width);
  const { alert, rows } = mapStrings(viewOf(assessment, false), visible);
  const alerts = alert === null ? [] : [...alertLines(alert, columns, colour), ''];
  return [...alerts, ...rowLines(rows, columns, colour)];
}

export function lineWidth(width: number): number {
  return Math.max(NARROWEST, Math.min(WIDEST, width));
}

function header(name: string, facts: readonly string[], columns: number, colour: ChalkInstance): string[] {
  const [first = '', ...rest] = wrapParts([name, ...facts], columns);
  return [first.startsWith(name) ? colour.bold(name) + first.slice(name.length) : colour.bold(first), ...rest];
}

function alertLines({ word, reasons }: Alert, columns: number, colour: ChalkInstance): string[] {
  const told = reasons.flatMap(({ title, aside }) => wrapParts([title, ...aside], columns - 2));
  return [colour.red.bold(`✖ ${word}`), ...told.map((line) => `  ${colour.red(line)}`)];
}

function rowLines(rows: readonly Row[], columns: number, colour: ChalkInstance): string[] {
  const labels = Math.max(...rows.map(({ label }) => displayWidth(label)));
  const body = columns - labels - 4;
  const asideOf = ({ aside }: Row) => aside.filter((part) => part !== '').join(' · ');
  const fitting = rows.filter((row) => displayWidth(row.statement) + 2 + displayWidth(asideOf(row)) <= body);
  const widestAside = Math.max(0, ...fitting.map((row) => displayWidth(asideOf(row))));
  const widestStatement = Math.max(0, ...fitting.map(({ statement }) => displayWidth(statement)));
  const column = Math.min(widestStatement, body - widestAside - 2);
  return rows.flatMap((row) => {
    const tint = paint(colour, row.tone);
    const main = fitting.includes(row)
      ? [`${tint(pad(row.statement, column))}  ${colour.dim(asideOf(row))}`]
      : [
          ...wrap(row.statement, body).map((line) => tint(line)),
          ...wrapParts(row.aside, body).map((line) => colour.dim(line)),
        ];
    const notes = row.notes.flatMap((note) => wrap(note, body)).map((line) => colour.dim(line));
    const doubts = row.doubts.flatMap((doubt) => wrap(doubt, body));
    return [...main, ...notes, ...doubts].map((line, index) =>
      `  ${pad(index === 0 ? row.label : '', labels)}  ${line}`.trimEnd(),
    );
  });
}

function verdictLines({ tone, word, rest, notes }: VerdictLine, columns: number, colour: ChalkInstance): string[] {
  const tint = paint(colour, tone);
  const gap = word.endsWith(':') ? ' ' : '   ';
  const indent = displayWidth(word) + gap.length;
  const beside = wrap(rest, columns - indent);
  const first = `${colour.bold(tint(word))}${gap}${beside[0] ?? ''}`.trimEnd();
  return [
    first,
    ...beside.slice(1).map((line) => ' '.repeat(indent) + line),
    ...notes.flatMap((note) => wrap(note, columns)),
  ];
}
