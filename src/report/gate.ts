import type { ChalkInstance } from 'chalk';
import type { Assessment, InputError } from '../assessment/contract.ts';
import { formatDay } from '../text/dates.ts';
import { type Text, textOf } from '../text/text.ts';
import { contextOf, systemName, whereIn } from './context.ts';
import type { Finding, SystemFindings } from './finding.ts';
import { placeOfError } from './input-errors.ts';
import { cutEnd, displayWidth, wrap, wrapParts } from './layout.ts';
import { summary } from './portfolio.ts';
import { mapStrings, visible } from './safe.ts';
import { fittingBlocks, SCREEN_LINES } from './screen.ts';
import { lineWidth } from './terminal.ts';
import { paint } from './terminal-section.ts';
import { verdictLine } from './verdict.ts';

export interface GateOptions {
  readonly width: number;
  readonly colour: ChalkInstance;
  readonly language: 'en' | 'fr';
}

interface Screen {
  readonly text: Text;
  readonly columns: number;
  readonly colour: ChalkInstance;
}

/** What a release needs to know, on one screen: the verdict of each system, what decides it, and what soon will. */
export function gateReport(
  systems: readonly SystemFindings[],
  errors: readonly InputError[],
  { width, colour, language }: GateOptions,
): string {
  const screen = { text: textOf(language), columns: lineWidth(width), colour };
  const isReady = ({ report }: SystemFindings) => report.verdict.value === 'ready';
  const ordered = [...systems].sort((a, b) => Number(isReady(a)) - Number(isReady(b)));
  const wrong = errors.map((error) => errorLine(error, screen));
  const end = endLines(systems, errors, screen);
  // Each system has its verdict; the lines that are left are shared out among those that fail.
  const room = SCREEN_LINES - wrong.length - end.length - 1;
  // Between the blocks stands a line, behind the last one none.
  const heads = fittingBlocks(
    ordered.map((system) => headLines(system, screen)),
    room + 1,
    1,
  );
  const failing = ordered.slice(0, heads.length).filter((system) => !isReady(system)).length;
  const left = room - heads.flat().length - heads.length;
  const each = Math.max(0, Math.floor(left / Math.max(1, failing)));
  const blocks = heads.map((head, index) => [...head, ...findingLines(ordered[index], each, screen)]);
  return `${[wrong, ...blocks, end]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function headLines({ report }: SystemFindings, { columns, colour }: Screen): string[] {
  const { tone, word, rest, notes } = mapStrings(verdictLine(contextOf(report, false)), visible);
  const [first = '', ...others] = wrap(`${word}   ${rest}`, columns);
  return [
    colour.bold(cutEnd(visible(`${report.source.path} · ${systemName(report.system)}`), columns)),
    colour.bold(paint(colour, tone)(first)),
    ...others,
    ...notes.flatMap((note) => wrap(note, columns)),
  ];
}

/** The most pressing first: all in full where they fit, else what fails in full and the rest a line each, else a line each. */
function findingLines(system: SystemFindings | undefined, room: number, screen: Screen): string[] {
  if (system === undefined || room === 0) return [];
  const { report, findings } = system;
  const own = findings.filter(({ suppression, severity }) => suppression === null && severity !== 'note');
  const told = (inFullWhere: (finding: Finding) => boolean) =>
    own.map((finding) => (inFullWhere(finding) ? inFull(finding, report, screen) : [inBrief(finding, report, screen)]));
  const all = told(() => true);
  if (all.flat().length <= room) return all.flat();
  const failing = told(({ severity }) => severity === 'error');
  return inLines(
    failing.filter((_, index) => own[index]?.severity === 'error').flat().length < room ? failing : told(() => false),
    room,
    screen,
  );
}

/** Whole blocks, as many as there is room for, and the number of the others. */
function inLines(blocks: readonly string[][], room: number, { text }: Screen): string[] {
  if (blocks.flat().length <= room) return blocks.flat();
  const shown = blocks.filter((_, index) => blocks.slice(0, index + 1).flat().length < room);
  return [...shown.flat(), `  ${text.andMoreItems(blocks.length - shown.length)}`];
}

function inFull(finding: Finding, report: Assessment, screen: Screen): string[] {
  const { columns, colour } = screen;
  const [first = '', ...others] = wrap(finding.title, columns - 4);
  // A duty is known by its name; what else was found has to be told.
  const what = report.duties.some(({ id }) => id === finding.rule) ? [] : wrap(finding.message, columns - 4);
  const below = wrapParts([...asideOf(finding, report, screen), finding.rule], columns - 4);
  return [
    `  ${glyphOf(finding, colour)} ${first}`,
    ...others.map((line) => `    ${line}`),
    ...what.map((line) => `    ${line}`),
    ...below.map((line) => `    ${colour.dim(line)}`),
  ];
}

function inBrief(finding: Finding, report: Assessment, screen: Screen): string {
  const { columns, colour } = screen;
  const aside = asideOf(finding, report, screen).join(' · ');
  const title = cutEnd(finding.title, columns - 6 - displayWidth(aside));
  return `  ${glyphOf(finding, colour)} ${title}  ${colour.dim(aside)}`.trimEnd();
}

function glyphOf({ severity }: Finding, colour: ChalkInstance): string {
  return severity === 'error' ? colour.red('✖') : '!';
}

/** How it stands, since when or by when, and where. */
function asideOf({ status, due, location }: Finding, report: Assessment, { text }: Screen): string[] {
  const when = due === null ? '' : due <= report.asOf ? text.inForce : formatDay(due, report.language);
  const where = location === null ? '' : visible(whereIn(report.source.path, location));
  return [status === 'unanswered' ? text.status.unanswered : '', when, where].filter((part) => part !== '');
}

function errorLine(error: InputError, { columns, colour }: Screen): string {
  return `${colour.red('✖')} ${cutEnd(visible(`${placeOfError(error)}  ${error.message}`), columns - 2)}`;
}

function endLines(systems: readonly SystemFindings[], errors: readonly InputError[], screen: Screen): string[] {
  const { text, columns, colour } = screen;
  const [first] = systems;
  if (first === undefined) return [];
  const { asOf, language, law } = first.report;
  const assessments = systems.map(({ report }) => report);
  return [
    ...(systems.length === 1 ? [] : wrap(summary({ assessments, errors }, text), columns)),
    ...wrapParts([text.asOf(formatDay(asOf, language)), text.legal(formatDay(law.checkedOn, language))], columns).map(
      (line) => colour.dim(line),
    ),
  ];
}
