import type { ChalkInstance } from 'chalk';
import type { InputError, Portfolio } from '../assessment/contract.ts';
import { formatDay } from '../text/dates.ts';
import { type Text, textOf } from '../text/text.ts';
import { placeOfError } from './input-errors.ts';
import { cutStart, displayWidth, pad, wrap } from './layout.ts';
import { type SystemLine, summary, systemLine } from './portfolio.ts';
import { mapStrings, visible } from './safe.ts';
import { lineWidth } from './terminal.ts';
import { paint } from './terminal-section.ts';

/** More would push the table off the screen. */
const REASONS_SHOWN = 5;

export interface PortfolioOptions {
  readonly width: number;
  readonly colour: ChalkInstance;
  readonly all: boolean;
  readonly language: 'en' | 'fr';
}

/** A line a system, then what could not be read, then how many of each verdict. */
export function terminalPortfolio(portfolio: Portfolio, { width, colour, all, language }: PortfolioOptions): string {
  const text = textOf(language);
  const columns = lineWidth(width);
  const systems = portfolio.assessments.map((assessment) => mapStrings(systemLine(assessment, text), visible));
  const [first] = portfolio.assessments;
  const blocks = [
    systems.length === 0 ? [] : table(systems, text, columns, colour),
    behind(systems, text, columns, colour, all),
    mapStrings(portfolio.errors, visible).flatMap((error) => errorLines(error, columns, colour)),
    wrap(summary(portfolio, text), columns),
    first === undefined
      ? []
      : wrap(text.legal(formatDay(first.law.checkedOn, language)), columns).map((line) => colour.dim(line)),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** The path takes what the other columns leave, and keeps its end where it is cut. */
function table(systems: readonly SystemLine[], text: Text, columns: number, colour: ChalkInstance): string[] {
  const { table: words } = text;
  const head = [words.level, words.deviceClass, words.verdict, words.missingToday];
  const cells = systems.map(({ level, deviceClass, verdict, missingNow }) => [
    level,
    deviceClass,
    verdict,
    String(missingNow),
  ]);
  const widths = head.map((word, index) =>
    Math.max(displayWidth(word), ...cells.map((row) => displayWidth(row[index] ?? ''))),
  );
  const rest = widths.reduce((sum, width) => sum + width + 2, 0);
  const longest = Math.max(displayWidth(words.system), ...systems.map(({ path }) => displayWidth(path)));
  const room = Math.min(longest, columns - rest);
  if (room < Math.min(longest, 12)) return systems.flatMap((system) => stacked(system, text, columns, colour));
  const line = (path: string, row: readonly string[]) => [
    pad(cutStart(path, room), room),
    ...row.map((cell, index) => pad(cell, widths[index] ?? 0)),
  ];
  const lines = systems.map((system, index) => {
    const [path = '', level = '', deviceClass = '', verdict = '', missing = ''] = line(system.path, cells[index] ?? []);
    return [path, level, deviceClass, paint(colour, system.tone)(verdict), missing.trimEnd()].join('  ');
  });
  return [colour.dim(line(words.system, head).join('  ').trimEnd()), ...lines];
}

/** What stands behind the verdicts that are not ready; of the others too, where nothing is to be left out. */
function behind(
  systems: readonly SystemLine[],
  text: Text,
  columns: number,
  colour: ChalkInstance,
  all: boolean,
): string[] {
  const own = systems.filter(({ tone }) => all || tone !== 'good');
  const shown = all ? own : own.slice(0, REASONS_SHOWN);
  const lines = shown.flatMap(({ path, told }) => [
    cutStart(path, columns),
    ...wrap(told, columns - 2).map((line) => colour.dim(`  ${line}`)),
  ]);
  return own.length === shown.length ? lines : [...lines, text.andMore(own.length - shown.length)];
}

function stacked(system: SystemLine, text: Text, columns: number, colour: ChalkInstance): string[] {
  const { path, level, deviceClass, verdict, missingNow, tone } = system;
  const rest = wrap([verdict, level, deviceClass, text.missingToday(missingNow)].join(' · '), columns - 2);
  return [...wrap(path, columns), ...rest.map((line) => `  ${paint(colour, tone)(line)}`)];
}

function errorLines(error: InputError, columns: number, colour: ChalkInstance): string[] {
  const [first = '', ...more] = wrap(`${placeOfError(error)} ${error.message}`, columns - 2);
  return [`${colour.red('✖')} ${first}`, ...more.map((words) => `  ${words}`)];
}
