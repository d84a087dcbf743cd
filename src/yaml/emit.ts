import type { Node } from './node.ts';

/** What is to be written: a word of the format, somebody's text, or several of those. */
export type Value =
  | { readonly kind: 'word' | 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'table'; readonly entries: readonly (readonly [key: string, value: Value])[] };

export type Quotes = 'none' | 'single' | 'double';

/** Text that is the same with and without quotes wherever it stands, in a flow collection too. */
const BARE = /^[\p{L}\p{N}_./](?:[\p{L}\p{M}\p{N}_./?()+-]| (?! |$))*$/u;
/** What other readers of YAML take for a number, a day or a truth. */
const TYPED = /^(?:true|false|yes|no|on|off|y|n|null)$|^[.\d][\d._e+-]*$|^0[xob]/i;
/** What must be written out: controls, formats, lone surrogates, private use, separators; and what ends the text or begins an escape. */
const ESCAPED = /["\\\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
const NAMED: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' };

/** On one line, in flow style. `quotes` is how the neighbours are written; text that needs more gets more. */
export function inline(value: Value, quotes: Quotes = 'none'): string {
  switch (value.kind) {
    case 'list':
      return `[${value.items.map((item) => inline(item, quotes)).join(', ')}]`;
    case 'table': {
      const entries = value.entries.map(([key, inner]) => `${keyText(key, quotes)}: ${inline(inner, quotes)}`);
      return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
    }
    default:
      return scalar(value.text, value.kind, quotes);
  }
}

export function keyText(key: string, quotes: Quotes): string {
  return scalar(key, 'word', quotes === 'double' ? quotes : 'none');
}

function scalar(text: string, kind: 'word' | 'text', quotes: Quotes): string {
  const isBare = BARE.test(text) && (kind === 'word' || !TYPED.test(text));
  if (quotes === 'none' && isBare) return text;
  ESCAPED.lastIndex = 0;
  if (quotes === 'single' && !ESCAPED.test(text.replaceAll(/["\\]/g, ''))) return `'${text.replaceAll("'", "''")}'`;
  return `"${text.replaceAll(ESCAPED, escaped)}"`;
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = (digits: number) => code.toString(16).padStart(digits, '0');
  return NAMED[character] ?? (code > 0xffff ? `\\U${hex(8)}` : `\\u${hex(4)}`);
}

/** What stands in a text, to be written elsewhere. */
export function valueIn(node: Node): Value {
  if (node.kind === 'scalar') return { kind: 'word', text: node.text };
  if (node.kind === 'list') return { kind: 'list', items: node.items.map(valueIn) };
  return { kind: 'table', entries: node.entries.map(({ key, value }) => [key.text, valueIn(value)] as const) };
}

/** Whether two values say the same, however they are written. */
export function isSameValue(a: Value, b: Value): boolean {
  return JSON.stringify(bare(a)) === JSON.stringify(bare(b));
}

function bare(value: Value): unknown {
  if (value.kind === 'list') return value.items.map(bare);
  return value.kind === 'table' ? value.entries.map(([key, inner]) => [key, bare(inner)]) : { text: value.text };
}
