import type { ChalkInstance } from 'chalk';
import type { InputError } from '../assessment/contract.ts';
import type { ProblemWords } from '../text/problems-en.ts';
import { type Text, textOf } from '../text/text.ts';
import type { Problem } from '../yaml/source.ts';
import { cutEnd, cutStart, displayWidth, wrap } from './layout.ts';
import { visible } from './safe.ts';
import { fittingBlocks, linesOf, SCREEN_LINES } from './screen.ts';
import { lineWidth } from './terminal.ts';

export interface ProblemOptions {
  readonly width: number;
  readonly colour: ChalkInstance;
}

/** Of what stands in the file, columns: a value may be as long as the file. */
const ROOM_FOR_VALUE = 160;

/** What is wrong with the files, on a screen: the first faults with the line they stand in, the others in brief. */
export function terminalProblems(
  problems: readonly Problem[],
  language: 'en' | 'fr',
  { width, colour }: ProblemOptions,
): string {
  const text = textOf(language);
  const columns = lineWidth(width);
  const first = problems.slice(0, SCREEN_LINES);
  const frames = first.map((problem) => framedLines(problem, text, columns, colour));
  const isMore = fittingBlocks(frames, SCREEN_LINES + 1, 1).length < problems.length;
  const framed = isMore ? fittingBlocks(frames, SCREEN_LINES / 2, 1) : frames;
  const brief = first
    .slice(framed.length)
    .map((problem) => messageLines(problem, inOneLine(wordsOf(problem, text)), columns, colour));
  const listed = fittingBlocks(brief, SCREEN_LINES - linesOf(framed, 1) - 1, 0);
  const hidden = problems.length - framed.length - listed.length;
  const tail = [...listed.flat(), ...(hidden === 0 ? [] : [text.andMoreItems(hidden)])];
  return `${[...framed, ...(tail.length === 0 ? [] : [tail])].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

export function problemToError({ code, args, path, place }: Problem, repositoryPath: string, text: Text): InputError {
  const message = inOneLine(text.problem(code, args));
  return { path, repositoryPath, line: place?.line ?? null, column: place?.column ?? null, code, message };
}

function inOneLine({ message, remedy }: ProblemWords): string {
  return remedy === undefined ? message : `${message} ${remedy}`;
}

function wordsOf({ code, args }: Problem, text: Text): ProblemWords {
  const short = (value: string, key: string) =>
    key === 'oneOf' || code === 'rule' ? value : cutEnd(value, ROOM_FOR_VALUE);
  return text.problem(
    code,
    Object.fromEntries(Object.entries(args).map(([key, value]) => [key, short(visible(value), key)])),
  );
}

function messageLines(problem: Problem, spoken: string, columns: number, colour: ChalkInstance): string[] {
  const place = visible(placeOf(problem));
  const words = spoken.trim();
  if (displayWidth(place) + 2 + displayWidth(words) <= columns) return [`${colour.bold(place)}  ${words}`];
  return [
    ...wrap(place, columns).map((line) => colour.bold(line)),
    ...wrap(words, columns - 2).map((line) => `  ${line}`),
  ];
}

function framedLines(problem: Problem, text: Text, columns: number, colour: ChalkInstance): string[] {
  const { message, remedy } = wordsOf(problem, text);
  return [
    ...messageLines(problem, message, columns, colour),
    ...frame(problem, columns, colour),
    ...(remedy === undefined ? [] : wrap(remedy, columns - 2).map((line) => `  ${colour.green(line)}`)),
  ];
}

function placeOf({ path, place }: Problem): string {
  return place === undefined ? path : `${path}:${place.line}:${place.column}`;
}

/** The line, cut around the place where it is long, with carets under what is meant. */
function frame({ place }: Problem, columns: number, colour: ChalkInstance): string[] {
  if (place === undefined || place.frame.trim() === '') return [];
  const gutter = `  ${place.line} | `;
  const room = columns - gutter.length;
  const start = place.column - 1;
  const end = start + place.length;
  const mark = cutEnd(oneLine(place.frame.slice(start, end)), Math.ceil(room / 2));
  const before = cutStart(oneLine(place.frame.slice(0, start)), Math.floor(room / 2) - 1);
  const after = cutEnd(oneLine(place.frame.slice(end)), Math.max(1, room - displayWidth(before + mark)));
  const line = displayWidth(before + mark + after) <= room ? before + mark + after : before + mark;
  const carets = ' '.repeat(gutter.length + displayWidth(before)) + '^'.repeat(Math.max(1, displayWidth(mark)));
  return [`${colour.dim(gutter)}${line.trimEnd()}`, colour.red(carets)];
}

/** Spaces kept, tabs as two of them. */
function oneLine(part: string): string {
  return visible(part.replaceAll('\t', '  '));
}
