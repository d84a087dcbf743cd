import type { ChalkInstance } from 'chalk';
import type { InputError } from '../assessment/contract.ts';
import { formatDay } from '../text/dates.ts';
import { type Text, textOf } from '../text/text.ts';
import { contextOf, whereIn } from './context.ts';
import type { Finding, SystemFindings } from './findings.ts';
import { cutEnd, displayWidth, wrap, wrapParts } from './layout.ts';
import { summary } from './portfolio.ts';
import { mapStrings, visible } from './safe.ts';
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

/** Lines that a person takes in at once. */
const LINES = 24;

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
  const room = LINES - wrong.length - end.length - 1;
  const heads = fitting(
    ordered.map((system) => headLines(system, screen)),
    room,
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

/** The first blocks that fit, with a line between them; one at least. */
function fitting(blocks: readonly string[][], room: number): readonly string[][] {
  return blocks.filter((_, index) => index === 0 || blocks.slice(0, index + 1).flat().length + index <= room);
}

function headLines({ report }: SystemFindings, { columns, colour }: Screen): string[] {
  const { tone, word, rest, notes } = mapStrings(verdictLine(contextOf(report, false)), visible);
  const name = [report.system.name, report.system.version ?? ''].filter((part) => part !== '').join(' ');
  const [first = '', ...others] = wrap(`${word}   ${rest}`, columns);
  return [
    colour.bold(cutEnd(visible(`${report.source.path} · ${name}`), columns)),
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
  return cutTo(
    failing.filter((_, index) => own[index]?.severity === 'error').flat().length < room ? failing : told(() => false),
    room,
    screen,
  );
}

function cutTo(blocks: readonly string[][], room: number, { text }: Screen): string[] {
  if (blocks.flat().length <= room) return blocks.flat();
  const shown = blocks.filter((_, index) => blocks.slice(0, index + 1).flat().length < room);
  return [...shown.flat(), `  ${text.andMoreItems(blocks.length - shown.length)}`];
}

function inFull(finding: Finding, report: SystemFindings['report'], screen: Screen): string[] {
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

function inBrief(finding: Finding, report: SystemFindings['report'], screen: Screen): string {
  const { columns, colour } = screen;
  const aside = asideOf(finding, report, screen).join(' · ');
  const title = cutEnd(finding.title, columns - 6 - displayWidth(aside));
  return `  ${glyphOf(finding, colour)} ${title}  ${colour.dim(aside)}`.trimEnd();
}

function glyphOf({ severity }: Finding, colour: ChalkInstance): string {
  return severity === 'error' ? colour.red('✖') : '!';
}

/** How it stands, since when or by when, and where. */
function asideOf({ status, due, location }: Finding, report: SystemFindings['report'], { text }: Screen): string[] {
  const when = due === null ? '' : due <= report.asOf ? text.inForce : formatDay(due, report.language);
  const where = location === null ? '' : visible(whereIn(report.source.path, location));
  return [status === 'unanswered' ? text.status.unanswered : '', when, where].filter((part) => part !== '');
}

function errorLine({ path, line, column, message }: InputError, { columns, colour }: Screen): string {
  const place = [path, line, column].filter((part) => part !== null).join(':');
  return `${colour.red('✖')} ${cutEnd(visible(`${place}  ${message}`), columns - 2)}`;
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
