import { describe, type Node, type Scalar } from '../yaml/node.ts';
import type { Source } from '../yaml/source.ts';
import { countryCodes } from './countries.ts';
import { isDay } from './day.ts';
import { meant, type Report } from './fields.ts';
import { type LawCondition, TRUE } from './law.ts';
import type { Symbols } from './symbols.ts';

const FALSE: LawCondition = { op: 'not', of: TRUE };

/** Reads a condition and checks that every name and value in it exists. A faulty part is reported and reads as true. */
export function readCondition(node: Node, source: Source, symbols: Symbols, report: Report): LawCondition {
  return new ConditionReader(source, symbols, report).read(node);
}

class ConditionReader {
  readonly #source: Source;
  readonly #symbols: Symbols;
  readonly #report: Report;

  constructor(source: Source, symbols: Symbols, report: Report) {
    this.#source = source;
    this.#symbols = symbols;
    this.#report = report;
  }

  read(node: Node): LawCondition {
    if (node.kind === 'scalar') return this.#concept(node);
    if (node.kind === 'list') return this.#fault(node, 'a list is no condition: say all: […] or any: […]');
    const [entry, second] = node.entries;
    if (entry === undefined || second !== undefined) {
      return this.#fault(node, 'a condition has exactly one key; join several with all: […] or any: […]');
    }
    const { key, value } = entry;
    switch (key.text) {
      case 'all': {
        const of = this.#list(value);
        return { op: 'at-least', threshold: of.length, of };
      }
      case 'any':
        return { op: 'at-least', threshold: 1, of: this.#list(value) };
      case 'not':
        return { op: 'not', of: this.read(value) };
      case 'count':
        return this.#count(value);
    }
    if (this.#symbols.facts.has(key.text)) return this.#fact(key, value);
    if (this.#symbols.scales.has(key.text)) return this.#scale(key, value);
    if (this.#symbols.ids.concept.has(key.text))
      return this.#fault(key, `"${key.text}" is a concept: write it bare, without a test`);
    const known = [...this.#symbols.facts.keys(), ...this.#symbols.scales.keys(), 'all', 'any', 'not', 'count'];
    return this.#fault(key, `no fact, scale or operator is called "${key.text}"${meant(key.text, known)}`);
  }

  #concept(node: Scalar): LawCondition {
    if (this.#symbols.ids.concept.has(node.text)) return { op: 'concept', id: node.text };
    return this.#fault(node, `no concept is called "${node.text}"${meant(node.text, this.#symbols.ids.concept)}`);
  }

  #list(node: Node): LawCondition[] {
    if (node.kind === 'list' && node.items.length > 0) return node.items.map((item) => this.read(item));
    this.#fault(node, `expected a list of conditions, found ${describe(node)}`);
    return [];
  }

  #count(node: Node): LawCondition {
    const entries =
      node.kind === 'table' ? new Map(node.entries.map((entry) => [entry.key.text, entry.value])) : new Map();
    const atLeast = entries.get('at-least');
    const of = entries.get('of');
    if (atLeast?.kind !== 'scalar' || !/^[1-9]\d*$/.test(atLeast.text) || of === undefined || entries.size !== 2) {
      return this.#fault(node, 'count needs { at-least: a number, of: [ conditions ] }');
    }
    return { op: 'at-least', threshold: Number(atLeast.text), of: this.#list(of) };
  }

  #fact(key: Scalar, test: Node): LawCondition {
    const id = key.text;
    const fact = this.#symbols.facts.get(id);
    if (fact === undefined || fact.type === 'text') return this.#fault(key, `"${id}" is a text: texts decide nothing`);
    if (fact.type === 'date') return this.#date(id, test);
    if (fact.type === 'list') return this.#listFact(id, fact.options, test);
    const allowed = fact.type === 'country' ? countryCodes : fact.options;
    const bound = this.#bound(test);
    if (bound === undefined) return { op: 'fact', fact: id, values: this.#values(test, allowed) };
    if (fact.type !== 'ordered') return this.#fault(test, `"${id}" is not ordered, so it has no at-least or at-most`);
    return { op: 'fact', fact: id, values: this.#beyond(bound, fact.options) };
  }

  #date(id: string, test: Node): LawCondition {
    const [entry] = test.kind === 'table' && test.entries.length === 1 ? test.entries : [];
    const relation = entry?.key.text;
    if ((relation !== 'before' && relation !== 'after') || entry?.value.kind !== 'scalar') {
      return this.#fault(test, `"${id}" is a date: test it with { before: … } or { after: … }`);
    }
    const day = entry.value.text;
    if (!isDay(day) && !this.#symbols.ids.date.has(day)) {
      return this.#fault(
        entry.value,
        `"${day}" is neither a day nor the id of a date${meant(day, this.#symbols.ids.date)}`,
      );
    }
    return { op: relation, fact: id, day };
  }

  #listFact(id: string, options: readonly string[], test: Node): LawCondition {
    const [entry, second] = test.kind === 'table' ? test.entries : [];
    if (entry === undefined || second !== undefined || !['has', 'has-any', 'only'].includes(entry.key.text)) {
      return this.#fault(test, `"${id}" is a list: test it with { has: … }, { has-any: […] } or { only: […] }`);
    }
    const listed = this.#values(entry.value, options);
    const has = (option: string): LawCondition => ({ op: 'has', fact: id, option });
    const [first, ...more] = listed.map(has);
    const some: LawCondition =
      first && more.length === 0 ? first : { op: 'at-least', threshold: 1, of: listed.map(has) };
    if (entry.key.text !== 'only') return some;
    const others = options
      .filter((option) => !listed.includes(option))
      .map((option): LawCondition => ({ op: 'not', of: has(option) }));
    return { op: 'at-least', threshold: others.length + 1, of: [some, ...others] };
  }

  #scale(key: Scalar, test: Node): LawCondition {
    const scale = this.#symbols.scales.get(key.text);
    const bound = this.#bound(test);
    if (bound === undefined) return { op: 'scale', id: key.text, outcomes: this.#values(test, scale?.outcomes ?? []) };
    const order = scale?.order ?? [];
    if (order.length === 0) return this.#fault(test, `"${key.text}" has no order, so it has no at-least or at-most`);
    return { op: 'scale', id: key.text, outcomes: this.#beyond(bound, order) };
  }

  #bound(test: Node): { relation: 'at-least' | 'at-most'; value: Node } | undefined {
    const [entry] = test.kind === 'table' && test.entries.length === 1 ? test.entries : [];
    const relation = entry?.key.text;
    if (entry === undefined || (relation !== 'at-least' && relation !== 'at-most')) return undefined;
    return { relation, value: entry.value };
  }

  #beyond(bound: { relation: 'at-least' | 'at-most'; value: Node }, order: readonly string[]): string[] {
    const [value = ''] = this.#values(bound.value, order);
    const index = order.indexOf(value);
    return bound.relation === 'at-least' ? order.slice(index) : order.slice(0, index + 1);
  }

  #values(node: Node, allowed: Iterable<string>): string[] {
    const options = new Set(allowed);
    const nodes = node.kind === 'list' ? node.items : [node];
    return nodes.flatMap((item) => {
      if (item.kind === 'scalar' && options.has(item.text)) return [item.text];
      const found =
        item.kind === 'scalar'
          ? `no such value: "${item.text}"${meant(item.text, options)}`
          : `expected a value, found ${describe(item)}`;
      this.#fault(item, found);
      return [];
    });
  }

  #fault(node: Node, message: string): LawCondition {
    this.#report.fault(this.#source, node, message);
    return FALSE;
  }
}
