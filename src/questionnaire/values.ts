import { readYesNo } from '../description/answers.ts';
import type { Fact } from '../law/law.ts';
import { type Value, valueIn } from '../yaml/emit.ts';
import { get, type Node } from '../yaml/node.ts';
import { parse } from '../yaml/parse.ts';
import { Source } from '../yaml/source.ts';

/** What a control is told by, in the order in which it is written. */
export const CONTROL_KEYS = ['status', 'evidence', 'reviewed', 'by', 'owner', 'note'];

const NOTHING: Node = { kind: 'scalar', text: '', start: 0, end: 0 };

export function nodeOf(answer: string): Node {
  return parse(new Source('', answer)).documents[0] ?? NOTHING;
}

/** An answer that has been read without fault, as it is written into a file. */
export function factValue(fact: Fact, node: Node): Value {
  if (node.kind === 'scalar') return scalarValue(fact, node.text);
  const items = node.kind === 'list' ? node.items : [];
  if (fact.type !== 'list') return scalarValue(fact, '');
  const words = items.flatMap((item) => (item.kind === 'scalar' ? [wordOf(item.text)] : []));
  const isNone = words.every(({ text }) => text === 'none') && !fact.options.some(({ id }) => id === 'none');
  return isNone ? { kind: 'word', text: 'none' } : { kind: 'list', items: words };
}

function scalarValue(fact: Fact, text: string): Value {
  if (text === '') return { kind: 'word', text: 'unknown' };
  if (fact.type === 'yes-no') return { kind: 'word', text: readYesNo(text) ?? text };
  if (fact.type === 'list' && fact.options.some(({ id }) => id === text.replace(/\s*\?$/, '')))
    return { kind: 'list', items: [wordOf(text)] };
  // Of the countries only Norway's code is something else to other readers.
  const isText = fact.type === 'text' || fact.type === 'country';
  return { kind: isText ? 'text' : 'word', text };
}

function wordOf(text: string): { readonly kind: 'word'; readonly text: string } {
  return { kind: 'word', text: text === '' ? 'unknown' : text.replace(/\s+\?$/, '?') };
}

export function controlValue(node: Node): Value {
  if (node.kind === 'scalar') return { kind: 'word', text: statusWord(node.text) };
  const given = keysOf(node);
  const entries = CONTROL_KEYS.flatMap((key) => {
    const value = given.get(key);
    return value === undefined ? [] : [[key, value] as const];
  });
  const others = [...given].filter(([key]) => !CONTROL_KEYS.includes(key));
  return { kind: 'table', entries: [...entries, ...others] };
}

/** The keys that an answer to a control sets; a bare word is its status. */
export function keysOf(node: Node): Map<string, Value> {
  if (node.kind !== 'table') {
    const word = node.kind === 'scalar' ? statusWord(node.text) : '';
    return new Map([['status', { kind: 'word', text: IN_TABLE[word] ?? word }]]);
  }
  return new Map(
    node.entries.map(({ key, value }) => {
      const isWord = key.text === 'status' || key.text === 'by' || key.text === 'reviewed';
      if (key.text === 'status' && value.kind === 'scalar')
        return [key.text, { kind: 'word', text: statusWord(value.text) }] as const;
      return [key.text, isWord ? valueIn(value) : textsIn(valueIn(value))] as const;
    }),
  );
}

const IN_TABLE: Readonly<Record<string, string>> = { yes: 'in-place', no: 'missing' };

function statusWord(text: string): string {
  return text === '' ? 'unknown' : (readYesNo(text) ?? text);
}

function textsIn(value: Value): Value {
  if (value.kind === 'list') return { ...value, items: value.items.map(textsIn) };
  return value.kind === 'word' ? { kind: 'text', text: value.text } : value;
}

/** Whether a control so answered is planned: only then does the day that it is planned for mean something. */
export function isPlanned(status: Value | undefined): boolean {
  return status !== undefined && 'text' in status && status.text === 'planned';
}

export function statusIn(node: Node): Value | undefined {
  if (node.kind !== 'table') return keysOf(node).get('status');
  const status = get(node, 'status');
  return status && valueIn(status);
}
