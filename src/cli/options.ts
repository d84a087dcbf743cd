import { InvalidArgumentError } from 'commander';
import type { AssessOptions } from '../assessment/assess.ts';
import { isDay } from '../law/day.ts';
import { FORMATS, type Format } from '../report/formats.ts';
import { nearest } from '../yaml/nearest.ts';

/** Where a report goes: to a file, or to standard output. */
export interface Output {
  readonly format: Format;
  readonly file?: string;
}

export type Horizon = AssessOptions['horizon'];

/** Undefined where the text is no horizon. */
export function horizonIn(text: string): Horizon | undefined {
  const months = /^(\d{1,3})(m|y)$/.exec(text);
  if (months) return { months: Number(months[1]) * (months[2] === 'y' ? 12 : 1) };
  return text === 'release' || isDay(text) ? text : undefined;
}

export function daysIn(text: string): number | undefined {
  const days = /^(\d{1,4})d?$/.exec(text);
  return days ? Number(days[1]) : undefined;
}

/** `name` or `name=file`. */
export function outputIn(text: string): Output | undefined {
  const [name = '', ...rest] = text.split('=');
  const format = FORMATS.find((known) => known === name);
  const file = rest.join('=');
  return format && (file === '' ? { format } : { format, file });
}

export function parseDay(text: string): string {
  if (isDay(text)) return text;
  throw new InvalidArgumentError('Expected a day such as 2035-06-30.');
}

export function parseHorizon(text: string): Horizon {
  const horizon = horizonIn(text);
  if (horizon !== undefined) return horizon;
  throw new InvalidArgumentError('Expected a day such as 2035-06-30, a number of months such as 12m, or release.');
}

export function parseDays(text: string): number {
  const days = daysIn(text);
  if (days !== undefined) return days;
  throw new InvalidArgumentError('Expected a number of days such as 90d.');
}

/** Parses one of the formats that a command knows, with its file. */
export function formatIn(formats: readonly Format[]): (text: string, before?: readonly Output[]) => Output[] {
  return (text, before = []) => {
    const output = outputIn(text);
    if (output !== undefined && formats.includes(output.format)) return [...before, output];
    const near = nearest(text.split('=')[0] ?? '', formats);
    throw new InvalidArgumentError(`Expected one of ${formats.join(', ')}.${near ? ` Did you mean ${near}?` : ''}`);
  };
}

export function parseSet(text: string, before: ReadonlyMap<string, string> = new Map()): Map<string, string> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Expected fact=value, such as purpose.significance=drives.');
  return new Map(before).set(text.slice(0, at).trim(), text.slice(at + 1).trim());
}

export function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

/** The day it is here, in local time. */
export function today(now = new Date()): string {
  const minutes = now.getTimezoneOffset();
  return new Date(now.getTime() - minutes * 60_000).toISOString().slice(0, 10);
}
