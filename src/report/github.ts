import type { Assessment, InputError, Location, Portfolio } from '../assessment/contract.ts';
import { textOf } from '../text/text.ts';
import { contextOf, systemName } from './context.ts';
import type { Finding, SystemFindings } from './finding.ts';
import { locationOfError } from './input-errors.ts';
import { markdownPortfolio, markdownReport } from './markdown.ts';
import { cutTo, mapStrings, visible } from './safe.ts';
import { verdictLine } from './verdict.ts';

type Command = 'error' | 'warning' | 'notice';

/** Each with a place of its own; GitHub shows ten of a kind in a step. */
const NOTES_SHOWN = 5;
/** Bytes; GitHub refuses a summary of more than 1 MiB, and other steps of the job may not write to ours. */
const LONGEST_SUMMARY = 1_000_000;

/** GitHub allows 255 characters. */
const LONGEST_TITLE = 200;

const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const;

/**
 * Annotations of a workflow on GitHub, a line each: what is wrong with files, then the verdict of each system, then what was
 * found, the most pressing first. What is suppressed is not told.
 */
export function githubReport(
  systems: readonly SystemFindings[],
  errors: readonly InputError[],
  { language }: { readonly language: 'en' | 'fr' },
): string {
  const told = (severity: Finding['severity']) =>
    systems.flatMap(({ report, findings }) =>
      findings
        .filter((finding) => finding.suppression === null && finding.severity === severity)
        .map((finding) => findingLine(report, finding)),
    );
  const notes = told('note');
  const text = textOf(language);
  const more = notes.length - NOTES_SHOWN;
  const lines = [
    ...errors.map((error) => fileLine(error, text.findings.fileError)),
    ...systems.map(({ report }) => verdictCommand(report)),
    ...told('error'),
    ...told('warning'),
    ...notes.slice(0, NOTES_SHOWN),
    ...(more > 0 ? [command('notice', {}, text.findings.moreLater(more))] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** Markdown for the summary of a step, cut where GitHub would refuse it. */
export function stepSummary(report: Assessment | Portfolio, language: 'en' | 'fr'): string {
  const parts =
    'assessments' in report
      ? [markdownPortfolio(report, language), ...report.assessments.map((system) => markdownReport(system, false))]
      : [markdownReport(report, false)];
  return cutToLines(parts.join('\n'), LONGEST_SUMMARY, textOf(language).findings.cutHere);
}

function verdictCommand(report: Assessment): string {
  const { word, rest, notes } = mapStrings(verdictLine(contextOf(report, false)), visible);
  const name = visible(systemName(report.system));
  const message = [rest, ...notes].filter((part) => part !== '').join('\n');
  const kind = report.verdict.value === 'ready' ? 'notice' : 'error';
  const title = titleOf(`${name} · ${word.replace(/[\s:]+$/u, '')}`);
  return command(kind, { ...placeIn(report.source.repositoryPath, null), title }, message || word);
}

function findingLine(
  { source, language }: Assessment,
  { rule, severity, title, message, toDo, location, owner }: Finding,
): string {
  const properties = { ...placeIn(source.repositoryPath, location), title: titleOf(`${title} (${rule})`) };
  const owners = owner === null ? [] : [textOf(language).owner(owner)];
  return command(COMMANDS[severity], properties, [message, ...toDo, ...owners].join('\n'));
}

function fileLine(error: InputError, title: string): string {
  const place = placeIn(error.repositoryPath, locationOfError(error));
  return command('error', { ...place, title }, visible(error.message));
}

function titleOf(words: string): string {
  return cutTo(LONGEST_TITLE, words);
}

/** The first line stands for the file where nothing in it is meant. */
function placeIn(path: string, location: Location | null): Record<string, string | number> {
  const file = visible(path);
  if (location === null) return { file, line: 1 };
  const { line, column, endColumn } = location;
  return { file, line, endLine: line, col: column, endColumn };
}

function command(kind: Command, properties: Record<string, string | number>, message: string): string {
  const told = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${kind}${told.length === 0 ? '' : ` ${told.join(',')}`}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Whole lines, as many as there is room for, and a word on the rest. */
function cutToLines(text: string, most: number, note: string): string {
  const size = (words: string) => new TextEncoder().encode(words).length;
  if (size(text) <= most) return text;
  let room = most - size(note) - 3;
  const kept: string[] = [];
  for (const line of text.split('\n')) {
    room -= size(line) + 1;
    if (room < 0) break;
    kept.push(line);
  }
  return `${kept.join('\n')}\n\n${note}\n`;
}
