import { LEVELS } from '../assessment/verdict.ts';
import { readYesNo } from '../description/answers.ts';
import type { Problems } from '../description/problems.ts';
import { isDay } from '../law/day.ts';
import { LANGUAGES } from '../law/law.ts';
import { FORMATS } from '../report/formats.ts';
import type { Node } from '../yaml/node.ts';
import { daysIn, horizonIn, outputIn } from './options.ts';

/** What a key is read with. */
export interface Reading {
  readonly problems: Problems;
  /** A path relative to the file as one relative to where we are. */
  readonly inFolder: (path: string) => string;
}

/** From a node to what the option of that name would give; undefined, and a problem, where it cannot. */
type Read = (node: Node, key: string, reading: Reading) => unknown;

/** The keys of a configuration: `systems`, and the long names of options. */
export const KEYS: Readonly<Record<string, Read>> = {
  systems: (node, key, reading) => texts(node, key, reading)?.map(reading.inFolder),
  format: outputs,
  'as-of': (node, key, reading) => formed(node, key, reading, 'day', (text) => (isDay(text) ? text : undefined)),
  horizon: (node, key, reading) => formed(node, key, reading, 'horizon', horizonIn),
  'warn-within': (node, key, reading) => formed(node, key, reading, 'days', daysIn),
  unanswered: oneOf('fail', 'warn'),
  level: oneOf(...LEVELS),
  'require-evidence': yesNo,
  strict: yesNo,
  baseline: path,
  root: path,
  lang: oneOf(...LANGUAGES),
  by: text,
  all: yesNo,
  rules: (node, key, reading) => texts(node, key, reading)?.map(reading.inFolder),
  'with-proposal': texts,
};

function text(node: Node, key: string, { problems }: Reading): string | undefined {
  if (node.kind !== 'scalar') problems.wrongKind(node, key, 'value');
  else if (node.text.trim() !== '') return node.text;
  else problems.add(node, 'invalid-value', { key });
  return undefined;
}

function texts(node: Node, key: string, reading: Reading): string[] | undefined {
  const items = node.kind === 'list' ? node.items : [node];
  const read = items.flatMap((item) => text(item, key, reading) ?? []);
  return read.length === items.length ? read : undefined;
}

function path(node: Node, key: string, reading: Reading): string | undefined {
  const read = text(node, key, reading);
  return read && reading.inFolder(read);
}

function formed<T>(node: Node, key: string, reading: Reading, form: string, read: (text: string) => T | undefined) {
  const written = text(node, key, reading);
  const value = written === undefined ? undefined : read(written);
  if (written !== undefined && value === undefined) reading.problems.invalidValue(node, key, { form });
  return value;
}

function oneOf(...allowed: readonly string[]): Read {
  return (node, key, reading) => {
    const written = text(node, key, reading);
    if (written === undefined || allowed.includes(written)) return written;
    reading.problems.invalidValue(node, key, { oneOf: allowed });
    return undefined;
  };
}

function yesNo(node: Node, key: string, reading: Reading): boolean | undefined {
  const written = text(node, key, reading);
  const answer = written === undefined ? undefined : readYesNo(written);
  if (written !== undefined && answer === undefined) reading.problems.invalidValue(node, key, { oneOf: ['yes', 'no'] });
  return answer && answer === 'yes';
}

function outputs(node: Node, key: string, reading: Reading): unknown {
  const items = node.kind === 'list' ? node.items : [node];
  const read = items.flatMap((item) => {
    const written = text(item, key, reading);
    if (written === undefined) return [];
    const output = outputIn(written);
    const [name = ''] = written.split('=');
    if (output === undefined)
      reading.problems.invalidValue({ ...item, kind: 'scalar', text: name }, key, { oneOf: FORMATS });
    return output === undefined
      ? []
      : [output.file === undefined ? output : { ...output, file: reading.inFolder(output.file) }];
  });
  return read.length === items.length ? read : undefined;
}
