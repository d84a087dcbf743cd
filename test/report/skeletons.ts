import { expect } from 'vitest';
import type { Format } from '../../src/report/formats.ts';
import { readCsv, readXml, type XmlElement } from './readers.ts';

/**
 * What is left of a report without its words: the shape that no user may change. The readers refuse what is not well formed.
 * Formats for a screen wrap their lines, and so have no shape.
 */
export const SKELETONS: Readonly<Record<Exclude<Format, 'terminal' | 'gate'>, (written: string) => unknown>> = {
  json: (written) => shapeOf(JSON.parse(written)),
  sarif: (written) => shapeOf(JSON.parse(written)),
  gitlab: (written) => shapeOf(JSON.parse(written)),
  junit: (written) => elementShape(readXml(written)),
  csv: (written) => tableShape(written.slice(1)),
  jira: tableShape,
  github: (written) => lines(written).map(commandShape),
  markdown: (written) => lines(written).map(markdownShape),
};

function lines(written: string): string[] {
  return written.split('\n').slice(0, -1);
}

function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}

function elementShape({ name, attributes, children, text }: XmlElement): unknown {
  return [name, Object.keys(attributes), text.split('\n').length, children.map(elementShape)];
}

function tableShape(written: string): unknown {
  const records = readCsv(written);
  const formula = /(^|[\n;])[\s"]*[=+@\-\uff1d\uff0b\uff20\uff0d]/;
  expect(records.flat().filter((cell) => formula.test(cell))).toEqual([]);
  return records.map((record) => record.length);
}

/** The name of the command, the names of its properties, and how many lines its message has. */
function commandShape(line: string): unknown {
  const [, command, properties = '', message = ''] = /^::(error|warning|notice)(?: ([^:]+))?::(.*)$/.exec(line) ?? [];
  expect(command, line).toBeDefined();
  for (const percent of message.matchAll(/%(..)?/g)) expect(['25', '0A', '0D']).toContain(percent[1]);
  return [command, properties.split(',').map((pair) => pair.split('=')[0]), message.split('%0A').length];
}

/** What begins a line, and how many cells it has. */
function markdownShape(line: string): unknown {
  expect(line).not.toMatch(/<(?!br>|!-- aiact-check: [^<>]* -->$)[a-z!/?]/i);
  const [mark] = /^(#+ |\| |- |> |<!-- )?/.exec(line) ?? [];
  return [mark, line.split('|').length, line === ''];
}
