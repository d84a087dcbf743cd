import type { Node, Scalar } from '../yaml/node.ts';
import { readCondition } from './condition.ts';
import { Fields, firstKey, meant, type Report } from './fields.ts';
import {
  type Citation,
  type Contested,
  type InTime,
  LANGUAGES,
  type Language,
  type LawCondition,
  type ScaleRow,
} from './law.ts';
import type { Kind, RawEntry, Symbols } from './symbols.ts';

export type Words = Record<Language, Record<string, Record<string, string>>>;

/** Reads the keys that entries of several kinds share. Texts go to `words`, faults to `report`. */
export class EntryReader {
  readonly entry: RawEntry;
  readonly fields: Fields;
  readonly symbols: Symbols;
  readonly report: Report;
  readonly #words: Words;

  constructor(entry: RawEntry, symbols: Symbols, report: Report, words: Words) {
    this.entry = entry;
    this.fields = new Fields(entry.source, entry.table, report);
    this.symbols = symbols;
    this.report = report;
    this.#words = words;
    this.fields.optional(entry.kind);
  }

  condition(fields: Fields, key: string): LawCondition | undefined {
    const node = fields.optional(key);
    return node && readCondition(node, fields.source, this.symbols, this.report);
  }

  due(fields: Fields): string | undefined {
    const node = fields.optional('due');
    if (node?.kind !== 'scalar') return undefined;
    const known = [...this.symbols.ids.date, ...this.symbols.ids.scale];
    if (!known.includes(node.text))
      fields.fault(node, `no date or schedule is called "${node.text}"${meant(node.text, known)}`);
    return node.text;
  }

  reference(key: string, kind: Kind, fields = this.fields): string | undefined {
    const node = fields.optional(key);
    if (node === undefined) return undefined;
    const ids = this.symbols.ids[kind];
    if (node.kind === 'scalar' && ids.has(node.text)) return node.text;
    const text = node.kind === 'scalar' ? node.text : '';
    fields.fault(node, `no ${kind} is called "${text}"${meant(text, ids)}`);
    return undefined;
  }

  inTime(fields: Fields): InTime {
    const textFrom = fields.day('text-from');
    const textUntil = fields.day('text-until');
    const proposal = this.reference('proposal', 'act', fields);
    return { ...(textFrom && { textFrom }), ...(textUntil && { textUntil }), ...(proposal && { proposal }) };
  }

  contested(fields: Fields, prefix: string): ScaleRow['contested'] {
    return this.rivals(fields, prefix, (instead) => {
      const when = this.condition(instead, 'when');
      const due = prefix === '' ? undefined : this.reference('due', 'date', instead);
      return { ...(when && { when }), ...(due && { due }) };
    });
  }

  rivals<T>(fields: Fields, prefix: string, readInstead: (instead: Fields) => T): Contested<T>[] {
    return fields.tables('contested').flatMap((row, index) => {
      this.put(`contested.${prefix}${index}`, row, 'reading', true);
      const source = this.citations(row, true);
      const instead = row.sub('instead');
      const inTime = this.inTime(row);
      row.required('instead');
      row.done();
      if (instead === undefined) return [];
      const read = readInstead(instead);
      instead.done();
      return [{ source, instead: read, ...inTime }];
    });
  }

  citations(fields: Fields, needed: boolean): Citation[] {
    const node = fields.optional('source');
    if (node === undefined) {
      if (needed) fields.fault(firstKey(fields.table), '"source" is missing');
      return [];
    }
    const nodes = node.kind === 'list' ? node.items : [node];
    for (const item of nodes) this.checkCitation(item);
    return nodes.flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
  }

  checkCitation(node: Node | undefined): void {
    if (node === undefined) return;
    const [act = '', place = ''] = node.kind === 'scalar' ? split(node) : [];
    if (!this.symbols.ids.act.has(act)) {
      this.fields.fault(
        node,
        `a citation is "act:place"; no act is called "${act}"${meant(act, this.symbols.ids.act)}`,
      );
    } else if (!/\d|annex-|figure-|[IVX]/.test(place))
      this.fields.fault(node, `cite the place in ${act}: article and paragraph`);
  }

  required<T extends string>(key: string, allowed: readonly [T, ...T[]] | readonly T[]): T {
    this.fields.required(key);
    return this.fields.oneOf(key, allowed) ?? (allowed[0] as T);
  }

  requiredText(key: string): string {
    this.fields.required(key);
    return this.fields.text(key) ?? '';
  }

  text(key: string, needed: boolean): void {
    this.put(key, this.fields, key, needed);
  }

  put(name: string, fields: Fields, key: string, needed: boolean): void {
    const words = fields.words(key);
    if (words === undefined) {
      if (needed && fields.optional(key) === undefined)
        fields.fault(firstKey(fields.table), `"${key}: { en, fr }" is missing`);
      return;
    }
    for (const language of LANGUAGES) {
      const all = this.#words[language];
      const own = all[this.entry.id] ?? {};
      own[name] = words[language];
      all[this.entry.id] = own;
    }
  }
}

function split(node: Scalar): [string, string] {
  const colon = node.text.indexOf(':');
  return colon === -1 ? [node.text, ''] : [node.text.slice(0, colon), node.text.slice(colon + 1)];
}
