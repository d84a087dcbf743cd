import { nearest } from '../yaml/nearest.ts';
import { describe, type Node, type Scalar, type Span, type Table } from '../yaml/node.ts';
import { type Problem, problem, type Source } from '../yaml/source.ts';
import { isDay } from './day.ts';
import { LANGUAGES, type Language } from './law.ts';

/** Where problems go while rule files are read. */
export class Report {
  readonly problems: Problem[] = [];

  /** A fault in a rule, in plain English: rule authors read it in the linter. */
  fault(source: Source, span: Span, message: string): void {
    this.problems.push(problem(source, span, 'rule', { message }));
  }
}

/** Reads the keys of one table, each once and by name; what is left over is reported by `done`. */
export class Fields {
  readonly source: Source;
  readonly table: Table;
  readonly report: Report;
  readonly #read = new Set<string>();

  constructor(source: Source, table: Table, report: Report) {
    this.source = source;
    this.table = table;
    this.report = report;
  }

  optional(key: string): Node | undefined {
    this.#read.add(key);
    return this.table.entries.find((entry) => entry.key.text === key)?.value;
  }

  required(key: string): Node | undefined {
    const node = this.optional(key);
    if (node === undefined) this.fault(firstKey(this.table), `"${key}" is missing`);
    return node;
  }

  text(key: string): string | undefined {
    return asText(this, this.optional(key));
  }

  oneOf<T extends string>(key: string, allowed: readonly T[]): T | undefined {
    const node = this.optional(key);
    const text = asText(this, node);
    if (node === undefined || text === undefined) return undefined;
    const found = allowed.find((value) => value === text);
    if (found === undefined) this.fault(node, `"${text}" is none of ${allowed.join(', ')}${meant(text, allowed)}`);
    return found;
  }

  flag(key: string): boolean {
    return (
      this.oneOf(key, ['true', 'false', 'yes', 'no']) !== undefined && ['true', 'yes'].includes(this.text(key) ?? '')
    );
  }

  number(key: string): number | undefined {
    const node = this.required(key);
    const text = asText(this, node);
    if (node === undefined || text === undefined) return undefined;
    if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
    this.fault(node, `expected a number, found ${describe(node)}`);
    return undefined;
  }

  day(key: string): string | undefined {
    const node = this.optional(key);
    const text = asText(this, node);
    if (node === undefined || text === undefined) return undefined;
    if (isDay(text)) return text;
    this.fault(node, `expected a day such as 2035-06-30, found ${describe(node)}`);
    return undefined;
  }

  items(key: string): readonly Node[] {
    const node = this.optional(key);
    if (node === undefined) return [];
    if (node.kind === 'list') return node.items;
    this.fault(node, `expected a list, found ${describe(node)}`);
    return [];
  }

  scalars(key: string): Scalar[] {
    return this.items(key).filter((item): item is Scalar => {
      if (item.kind !== 'scalar') this.fault(item, `expected a name, found ${describe(item)}`);
      return item.kind === 'scalar';
    });
  }

  /** The keys of each table in a list. */
  tables(key: string): Fields[] {
    return this.items(key).flatMap((item) => {
      if (item.kind === 'table') return [new Fields(this.source, item, this.report)];
      this.fault(item, `expected keys, found ${describe(item)}`);
      return [];
    });
  }

  sub(key: string): Fields | undefined {
    const node = this.optional(key);
    if (node === undefined) return undefined;
    if (node.kind === 'table') return new Fields(this.source, node, this.report);
    this.fault(node, `expected keys, found ${describe(node)}`);
    return undefined;
  }

  /** A text in every language: `{ en: …, fr: … }`. */
  words(key: string): Record<Language, string> | undefined {
    const fields = this.sub(key);
    if (fields === undefined) return undefined;
    const words = { en: fields.text('en') ?? '', fr: fields.text('fr') ?? '' };
    for (const language of LANGUAGES) {
      if (words[language].trim() === '') this.fault(fields.table, `"${key}" lacks its text in "${language}"`);
    }
    fields.done();
    return words;
  }

  done(): void {
    for (const { key } of this.table.entries) {
      if (!this.#read.has(key.text)) this.fault(key, `no such key here: "${key.text}"${meant(key.text, this.#read)}`);
    }
  }

  fault(span: Span, message: string): void {
    this.report.fault(this.source, span, message);
  }
}

function asText(fields: Fields, node: Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar') return node.text;
  fields.fault(node, `expected a text, found ${describe(node)}`);
  return undefined;
}

/** Faults that concern a whole entry point at its first line, not at all of it. */
export function firstKey(table: Table): Span {
  return table.entries[0]?.key ?? table;
}

/** The tail of a message about an unknown name. */
export function meant(word: string, candidates: Iterable<string>): string {
  const near = nearest(word, candidates);
  return near === undefined ? '' : ` (did you mean "${near}"?)`;
}
