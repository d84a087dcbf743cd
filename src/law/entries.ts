import type { Node, Scalar, Span } from '../yaml/node.ts';
import type { Source } from '../yaml/source.ts';
import { readCondition } from './condition.ts';
import { Fields, firstKey, meant, type Report } from './fields.ts';
import {
  type Act,
  type Citation,
  type Concept,
  type Contested,
  type Control,
  type Duty,
  type Event,
  type Fact,
  type FactType,
  type InTime,
  LANGUAGES,
  type Language,
  type LawCondition,
  type LawDate,
  NEVER,
  type Needs,
  type Option,
  type Penalty,
  type Scale,
  type ScaleRow,
  STRATA,
  TRUE,
} from './law.ts';
import type { Kind, RawEntry, Symbols } from './symbols.ts';

export type Words = Record<Language, Record<string, Record<string, string>>>;

const FACT_TYPES: readonly FactType[] = ['yes-no', 'choice', 'ordered', 'list', 'date', 'country', 'text'];

/** Reads the keys of one entry of a known kind. Texts go to `words`, faults to `report`. */
export class EntryReader {
  readonly #entry: RawEntry;
  readonly #fields: Fields;
  readonly #symbols: Symbols;
  readonly #report: Report;
  readonly #words: Words;

  constructor(entry: RawEntry, symbols: Symbols, report: Report, words: Words) {
    this.#entry = entry;
    this.#fields = new Fields(entry.source, entry.table, report);
    this.#symbols = symbols;
    this.#report = report;
    this.#words = words;
    this.#fields.optional(entry.kind);
  }

  version(): string {
    const version = this.#fields.text('version') ?? '';
    this.#fields.required('version');
    this.#fields.done();
    return version;
  }

  act(): Act {
    const act = {
      id: this.#entry.id,
      url: this.#requiredText('url'),
      force: this.#required('force', ['binding', 'guidance', 'draft', 'standard'] as const),
      area: this.#required('area', ['ai-act', 'devices', 'oversight', 'data'] as const),
      citeAs: this.#fields.oneOf('cite-as', ['article', 'section', 'question', 'paragraph'] as const) ?? 'article',
      checkedOn: this.#fields.day('checked-on') ?? '',
    };
    this.#fields.required('checked-on');
    this.#text('title', true);
    this.#text('short', true);
    this.#fields.done();
    return act;
  }

  group(): string {
    this.#text('title', true);
    this.#text('help', false);
    this.#fields.done();
    return this.#entry.id;
  }

  fact(): Fact {
    const type = this.#required('type', FACT_TYPES);
    this.#text('title', true);
    this.#text('question', true);
    this.#text('help', false);
    const claims = this.#reference('claims', 'scale');
    const fact: Fact = {
      id: this.#entry.id,
      type,
      source: this.#citations(this.#fields, type !== 'text'),
      options: type === 'yes-no' ? [option('no'), option('yes')] : this.#options(type),
      ...(claims === undefined ? {} : { claims }),
    };
    this.#fields.done();
    return fact;
  }

  event(): Event {
    this.#text('title', true);
    const event = {
      id: this.#entry.id,
      happened: this.#condition(this.#fields, 'happened') ?? TRUE,
      days: this.#fields.scalars('days').map((day) => {
        if (this.#symbols.facts.get(day.text)?.type !== 'date')
          this.#fields.fault(day, `"${day.text}" is no date fact`);
        return day.text;
      }),
    };
    this.#fields.required('happened');
    this.#fields.required('days');
    this.#fields.done();
    return event;
  }

  date(): LawDate {
    this.#text('title', true);
    this.#fields.required('history');
    const history = this.#fields.tables('history').map((row) => {
      const read = { lawFrom: row.day('law-from') ?? '', on: row.day('on') ?? '', source: this.#citations(row, true) };
      for (const key of ['law-from', 'on']) row.required(key);
      row.done();
      return read;
    });
    if (history.length === 0) this.#fields.fault(firstKey(this.#entry.table), 'a date needs a history');
    if (history.some((row, i) => i > 0 && row.lawFrom <= (history[i - 1]?.lawFrom ?? ''))) {
      this.#fields.fault(firstKey(this.#entry.table), 'the history goes from the oldest law to the newest');
    }
    this.#fields.done();
    return { id: this.#entry.id, history };
  }

  concept(): Concept {
    this.#text('title', true);
    const single = this.#condition(this.#fields, 'when');
    const versions = this.#fields.tables('versions').map((row) => {
      const textFrom = row.day('text-from');
      const when = this.#condition(row, 'when') ?? TRUE;
      row.done();
      return { ...(textFrom === undefined ? {} : { textFrom }), when };
    });
    if ((single === undefined) === (versions.length === 0)) {
      this.#fields.fault(firstKey(this.#entry.table), 'a concept has either "when" or "versions"');
    }
    const concept: Concept = {
      id: this.#entry.id,
      stratum: this.#required('stratum', STRATA),
      source: this.#citations(this.#fields, true),
      versions: single === undefined ? versions : [{ when: single }],
      contested: this.#contested(this.#fields, ''),
      overlay: this.#fields.flag('overlay'),
      ...this.#inTime(this.#fields),
    };
    this.#fields.optional('cases');
    this.#fields.done();
    return concept;
  }

  scale(): Scale {
    this.#text('title', true);
    this.#fields.required('outcomes');
    const rows = this.#fields.tables('outcomes');
    const read = rows.map((row, index) => this.#row(row, index, index === rows.length - 1));
    const order = this.#fields.scalars('order');
    const outcomes = this.#symbols.scales.get(this.#entry.id)?.outcomes ?? [];
    for (const name of order) {
      if (!outcomes.includes(name.text))
        this.#fields.fault(name, `"${name.text}" is no outcome of this scale${meant(name.text, outcomes)}`);
    }
    if (order.length > 0) {
      const missing = outcomes.filter((outcome) => !order.some((name) => name.text === outcome));
      if (missing.length > 0) this.#fields.fault(firstKey(this.#entry.table), `"order" lacks ${missing.join(', ')}`);
    }
    const scale: Scale = {
      id: this.#entry.id,
      stratum: this.#required('stratum', STRATA),
      source: this.#citations(this.#fields, true),
      order: order.map((name) => name.text),
      schedule: read.some((row) => row.outcome === NEVER || this.#symbols.ids.date.has(row.outcome)),
      rows: read,
    };
    this.#fields.optional('cases');
    this.#fields.done();
    return scale;
  }

  duty(): Duty {
    this.#text('title', true);
    const before = this.#reference('before', 'event');
    const penalty = this.#reference('penalty', 'penalty');
    const headline = this.#fields.oneOf('headline', ['oversight', 'data'] as const);
    const needs = this.#fields.required('needs');
    for (const key of ['binds', 'due']) this.#fields.required(key);
    const duty: Duty = {
      id: this.#entry.id,
      source: this.#citations(this.#fields, true),
      binds: this.#reference('binds', 'concept') ?? '',
      when: this.#condition(this.#fields, 'when') ?? TRUE,
      due: this.#due(this.#fields) ?? '',
      needs: needs === undefined ? { all: [] } : this.#needs(needs),
      level: this.#fields.oneOf('level', ['law', 'soft-law', 'good-practice'] as const) ?? 'law',
      prohibition: this.#fields.flag('prohibition'),
      contested: this.#contestedDuty(),
      ...(before === undefined ? {} : { before }),
      ...(penalty === undefined ? {} : { penalty }),
      ...(headline === undefined ? {} : { headline }),
      ...this.#inTime(this.#fields),
    };
    this.#fields.optional('cases');
    this.#fields.done();
    return duty;
  }

  control(): Control {
    for (const key of ['title', 'question', 'shows', 'how']) this.#text(key, true);
    const every = this.#fields.text('review-every');
    const months = /^(\d+)m$/.exec(every ?? '')?.[1];
    if (every !== undefined && months === undefined) {
      this.#fields.fault(
        this.#fields.optional('review-every') ?? this.#entry.table,
        'review-every is a number of months such as 12m',
      );
    }
    this.#fields.done();
    return { id: this.#entry.id, ...(months === undefined ? {} : { reviewEvery: Number(months) }) };
  }

  penalty(): Penalty {
    this.#text('title', true);
    const penalty = {
      id: this.#entry.id,
      source: this.#citations(this.#fields, true),
      amount: this.#fields.number('amount') ?? 0,
      turnover: this.#fields.number('turnover') ?? 0,
      caps: this.#fields.tables('caps').map((row) => {
        const cap = {
          when: this.#condition(row, 'when') ?? TRUE,
          source: this.#citations(row, true),
          ...this.#inTime(row),
        };
        row.oneOf('takes', ['lower']);
        row.done();
        return cap;
      }),
    };
    this.#fields.done();
    return penalty;
  }

  situation(): Node | undefined {
    const given = this.#fields.required('given');
    this.#fields.done();
    return given;
  }

  leftOut(): void {
    this.#text('why', true);
    this.#checkCitation(this.#fields.optional('left-out'));
    this.#fields.done();
  }

  #options(type: FactType): Option[] {
    const rows = this.#fields.tables('options');
    const takesOptions = type === 'choice' || type === 'ordered' || type === 'list';
    if (takesOptions !== rows.length > 0) {
      this.#fields.fault(
        firstKey(this.#entry.table),
        takesOptions ? `a ${type} needs "options"` : `a ${type} has no "options"`,
      );
    }
    return rows.map((row) => {
      const id = row.text('is') ?? '';
      const since = row.text('since');
      row.required('is');
      this.#put(`option.${id}`, row, 'title', true);
      this.#put(`option.${id}.help`, row, 'help', false);
      const source = this.#citations(row, false);
      row.done();
      return { id, source, ...(since === undefined || since === '1.0' ? {} : { since }) };
    });
  }

  #row(row: Fields, index: number, last: boolean): ScaleRow {
    const named = ['is', 'on', 'never'].filter((key) => row.optional(key) !== undefined);
    if (named.length !== 1) row.fault(firstKey(row.table), 'an outcome has exactly one of "is", "on" and "never"');
    const reason = this.#reference('never', 'concept', row);
    const outcome = reason === undefined ? (row.text('is') ?? this.#reference('on', 'date', row) ?? '') : NEVER;
    if (row.optional('is') !== undefined) this.#put(`outcome.${outcome}`, row, 'title', true);
    this.#put(`short.${outcome}`, row, 'short', false);
    if (reason !== undefined) this.#put(`ends.${index}`, row, 'ends', true);
    const when = this.#condition(row, 'when');
    if (row.flag('otherwise') !== last || (when === undefined) !== last) {
      row.fault(firstKey(row.table), 'each row has "when", but for the last, which has "otherwise: true"');
    }
    const read = {
      outcome,
      when: when ?? TRUE,
      source: this.#citations(row, false),
      contested: this.#contested(row, `${index}.`),
      ...(reason === undefined ? {} : { reason }),
      ...this.#inTime(row),
    };
    row.done();
    return read;
  }

  #contested(fields: Fields, prefix: string): ScaleRow['contested'] {
    return this.#rivals(fields, prefix, (instead) => {
      const when = this.#condition(instead, 'when');
      const due = prefix === '' ? undefined : this.#reference('due', 'date', instead);
      return { ...(when && { when }), ...(due && { due }) };
    });
  }

  #contestedDuty(): Duty['contested'] {
    return this.#rivals(this.#fields, '', (instead) => {
      const when = this.#condition(instead, 'when');
      const due = this.#due(instead);
      const binds = this.#reference('binds', 'concept', instead);
      return { ...(when && { when }), ...(due && { due }), ...(binds && { binds }) };
    });
  }

  #rivals<T>(fields: Fields, prefix: string, readInstead: (instead: Fields) => T): Contested<T>[] {
    return fields.tables('contested').flatMap((row, index) => {
      this.#put(`contested.${prefix}${index}`, row, 'reading', true);
      const source = this.#citations(row, true);
      const instead = row.sub('instead');
      row.required('instead');
      row.done();
      if (instead === undefined) return [];
      const read = readInstead(instead);
      instead.done();
      return [{ source, instead: read }];
    });
  }

  #needs(node: Node): Needs {
    if (node.kind === 'scalar') {
      if (!this.#symbols.ids.control.has(node.text)) {
        this.#fields.fault(node, `no control is called "${node.text}"${meant(node.text, this.#symbols.ids.control)}`);
      }
      return { control: node.text };
    }
    const [entry] = node.kind === 'table' && node.entries.length === 1 ? node.entries : [];
    const parts = entry?.value.kind === 'list' ? entry.value.items : [];
    if (entry?.key.text === 'all') return { all: parts.map((part) => this.#needs(part)) };
    if (entry?.key.text === 'any') return { any: parts.map((part) => this.#needs(part)) };
    if (entry?.key.text === 'holds') {
      return { holds: readCondition(entry.value, this.#entry.source, this.#symbols, this.#report) };
    }
    this.#fields.fault(node, 'needs is a control, { all: […] }, { any: […] } or { holds: condition }');
    return { all: [] };
  }

  #due(fields: Fields): string | undefined {
    const node = fields.optional('due');
    if (node?.kind !== 'scalar') return undefined;
    const known = [...this.#symbols.ids.date, ...this.#symbols.ids.scale];
    if (!known.includes(node.text))
      fields.fault(node, `no date or schedule is called "${node.text}"${meant(node.text, known)}`);
    return node.text;
  }

  #condition(fields: Fields, key: string): LawCondition | undefined {
    const node = fields.optional(key);
    return node && readCondition(node, fields.source, this.#symbols, this.#report);
  }

  #reference(key: string, kind: Kind, fields = this.#fields): string | undefined {
    const node = fields.optional(key);
    if (node === undefined) return undefined;
    const ids = this.#symbols.ids[kind];
    if (node.kind === 'scalar' && ids.has(node.text)) return node.text;
    const text = node.kind === 'scalar' ? node.text : '';
    fields.fault(node, `no ${kind} is called "${text}"${meant(text, ids)}`);
    return undefined;
  }

  #inTime(fields: Fields): InTime {
    const textFrom = fields.day('text-from');
    const textUntil = fields.day('text-until');
    const proposal = this.#reference('proposal', 'act', fields);
    return { ...(textFrom && { textFrom }), ...(textUntil && { textUntil }), ...(proposal && { proposal }) };
  }

  #citations(fields: Fields, needed: boolean): Citation[] {
    const node = fields.optional('source');
    if (node === undefined) {
      if (needed) fields.fault(firstKey(fields.table), '"source" is missing');
      return [];
    }
    const nodes = node.kind === 'list' ? node.items : [node];
    for (const item of nodes) this.#checkCitation(item);
    return nodes.flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
  }

  #checkCitation(node: Node | undefined): void {
    if (node === undefined) return;
    const [act = '', place = ''] = node.kind === 'scalar' ? split(node) : [];
    if (!this.#symbols.ids.act.has(act)) {
      this.#fields.fault(
        node,
        `a citation is "act:place"; no act is called "${act}"${meant(act, this.#symbols.ids.act)}`,
      );
    } else if (!/\d|annex-|figure-|[IVX]/.test(place))
      this.#fields.fault(node, `cite the place in ${act}: article and paragraph`);
  }

  #required<T extends string>(key: string, allowed: readonly [T, ...T[]] | readonly T[]): T {
    this.#fields.required(key);
    return this.#fields.oneOf(key, allowed) ?? (allowed[0] as T);
  }

  #requiredText(key: string): string {
    this.#fields.required(key);
    return this.#fields.text(key) ?? '';
  }

  #text(key: string, needed: boolean): void {
    this.#put(key, this.#fields, key, needed);
  }

  #put(name: string, fields: Fields, key: string, needed: boolean): void {
    const words = fields.words(key);
    if (words === undefined) {
      if (needed && fields.optional(key) === undefined)
        fields.fault(firstKey(fields.table), `"${key}: { en, fr }" is missing`);
      return;
    }
    for (const language of LANGUAGES) {
      const all = this.#words[language];
      const own = all[this.#entry.id] ?? {};
      own[name] = words[language];
      all[this.#entry.id] = own;
    }
  }
}

function option(id: string): Option {
  return { id, source: [] };
}

function split(node: Scalar): [string, string] {
  const colon = node.text.indexOf(':');
  return colon === -1 ? [node.text, ''] : [node.text.slice(0, colon), node.text.slice(colon + 1)];
}

/** One case of a rule: facts and what must come out. */
export interface RuleCase {
  readonly entry: RawEntry;
  readonly span: Span;
  readonly source: Source;
  readonly like?: string;
  readonly given: readonly { readonly key: Scalar; readonly value: Node }[];
  readonly expect: readonly string[];
  readonly ask: readonly string[];
  readonly asOf?: string;
}

export function readCases(entry: RawEntry, symbols: Symbols, report: Report): RuleCase[] {
  const fields = new Fields(entry.source, entry.table, report);
  return fields.tables('cases').map((row) => {
    const like = row.text('like');
    const asOf = row.day('as-of');
    const given = row.sub('given')?.table.entries ?? [];
    const expected = row.required('expect');
    const ask = row.scalars('ask').map((fact) => fact.text);
    row.done();
    if (like !== undefined && !symbols.ids.situation.has(like)) {
      row.fault(row.table, `no situation is called "${like}"${meant(like, symbols.ids.situation)}`);
    }
    for (const fact of ask)
      if (!symbols.facts.has(fact))
        row.fault(row.table, `no fact is called "${fact}"${meant(fact, symbols.facts.keys())}`);
    const expect = expected?.kind === 'list' ? expected.items : expected === undefined ? [] : [expected];
    return {
      entry,
      span: { start: row.table.start, end: row.table.start + 1 },
      source: entry.source,
      given,
      expect: expect.flatMap((node) => (node.kind === 'scalar' ? [node.text] : [])),
      ask,
      ...(like === undefined ? {} : { like }),
      ...(asOf === undefined ? {} : { asOf }),
    };
  });
}
