import type { Edits } from './edits.ts';
import { inline, isSameValue, keyText, type Quotes, type Value, valueIn } from './emit.ts';
import type { Layout } from './layout.ts';
import type { Entry, List, Node, Table } from './node.ts';

const LONGEST_LINE = 120;

/** A text, and where its changes are gathered. */
export interface Sheet {
  readonly layout: Layout;
  readonly edits: Edits;
  /** How words are quoted where nothing else tells: JSON has all of them in quotes. */
  readonly quotes: Quotes;
}

/** New items or entries behind one of a flow collection, on lines of their own where that one has its own. */
function insertBehind(start: number, end: number, texts: readonly string[], { layout, edits, quotes }: Sheet): void {
  const lead = layout.lead(start);
  const comma = layout.match(/[ \t]*,/y, end)?.[0] ?? '';
  const behind = end + comma.length;
  const rest = layout.match(/[ \t]*(?:#[^\r\n]*)?(?=\r?\n)/y, behind);
  if (/^[ \t]*$/.test(lead) && rest !== null) {
    if (comma === '') edits.put(end, end, ',');
    const lines = texts.map((text, index) => {
      const isLast = comma === '' && index === texts.length - 1;
      return layout.eol + lead + text + (isLast ? '' : ',');
    });
    const at = behind + rest[0].length;
    edits.put(at, at, lines.join(''));
    return;
  }
  const indent = layout.columnOf(start);
  let column = layout.lineEnd(end) - layout.lineStart(end);
  let text = '';
  for (const piece of texts) {
    const isLong = column + piece.length > LONGEST_LINE && quotes === 'none';
    const gap = isLong ? layout.eol + ' '.repeat(indent) : ' ';
    column = (isLong ? indent : column) + piece.length + 2;
    text += comma === '' ? `,${gap}${piece}` : `${gap}${piece},`;
  }
  edits.put(behind, behind, text);
}

/** New entries behind one of a flow table, or before all of them. */
export function insertInFlow(
  table: Table,
  after: Entry | undefined,
  entries: readonly (readonly [string, Value])[],
  sheet: Sheet,
): void {
  const { layout, edits, quotes } = sheet;
  const texts = entries.map(([key, value]) => `${keyText(key, quotes)}: ${inline(value, quotes)}`);
  const [first] = table.entries;
  if (after !== undefined) insertBehind(after.key.start, layout.endOfEntry(after), texts, sheet);
  else if (first === undefined) edits.put(table.start, table.end, `{ ${texts.join(', ')} }`);
  else {
    const { start } = first.key;
    const isOwnLine = /^[ \t]*$/.test(layout.lead(start));
    const gap = isOwnLine ? layout.eol + layout.lead(start) : ' ';
    edits.put(start, start, texts.map((text) => `${text},${gap}`).join(''));
  }
}

/** A flow table on one line with some entries set: the others as they are written. `rank` is the place of a new one. */
export function mergeFlow(
  table: Table,
  stays: readonly Entry[],
  values: ReadonlyMap<string, Value>,
  rank: (key: string) => number,
  { layout, edits, quotes }: Sheet,
): void {
  const texts = stays.map((entry) => {
    const { key, value } = entry;
    const now = values.get(key.text);
    if (now === undefined || isSameValue(now, valueIn(value)))
      return { key: key.text, text: layout.text.slice(key.start, layout.endOfEntry(entry)) };
    return { key: key.text, text: `${layout.written(key)}: ${inline(now, layout.quotesOf(value, quotes))}` };
  });
  const added = [...values].filter(([key]) => !texts.some((other) => other.key === key));
  for (const [key, value] of added.sort(([a], [b]) => rank(a) - rank(b))) {
    const behind = texts.findLastIndex((other) => rank(other.key) < rank(key));
    texts.splice(behind + 1, 0, { key, text: `${keyText(key, quotes)}: ${inline(value, quotes)}` });
  }
  const pad = /^\{( *)\S/.exec(layout.written(table))?.[1] ?? '';
  edits.put(table.start, table.end, `{${pad}${texts.map(({ text }) => text).join(', ')}${pad}}`);
}

/** A flow list on one line with other items: those that stay first, as they are written. */
export function flowListInstead(old: List, items: readonly Value[], { layout, quotes }: Sheet): string {
  const { kept, coming } = compare(old, items);
  const own = layout.quotesOf(old.items[0], quotes);
  const texts = [...kept.map((item) => layout.written(item)), ...coming.map((value) => inline(value, own))];
  const pad = /^\[( *)\S/.exec(layout.written(old))?.[1] ?? '';
  return `[${pad}${texts.join(', ')}${pad}]`;
}

/** A flow list over several lines: what goes makes room for what comes; then the rest goes, or comes at the end. */
export function editLongFlowList(old: List, items: readonly Value[], sheet: Sheet): void {
  const { layout, edits } = sheet;
  const quotes = layout.quotesOf(old.items[0], sheet.quotes);
  const { going, coming } = compare(old, items);
  const texts = coming.map((value) => inline(value, quotes));
  for (const item of going.splice(0, texts.length)) edits.put(item.start, item.end, texts.shift() ?? '');
  const last = old.items.at(-1);
  if (texts.length > 0 && last) insertBehind(last.start, last.end, texts, sheet);
  if (going.length > 0) removeItems(old, going, sheet);
}

function removeItems(old: List, going: readonly Node[], { layout, edits }: Sheet): void {
  const lastKept = old.items.findLastIndex((item) => !going.includes(item));
  const trailing = old.items.slice(lastKept + 1);
  const behindComma = ({ end }: Node) => end + (layout.match(/[ \t]*,/y, end)?.[0].length ?? 0);
  for (const [index, item] of old.items.entries()) {
    const next = old.items[index + 1];
    if (index < lastKept && next !== undefined && going.includes(item)) edits.put(item.start, next.start, '');
  }
  const [first] = trailing;
  const last = trailing.at(-1);
  if (first === undefined || last === undefined) return;
  if (trailing.every((item) => layout.isAlone({ start: item.start, end: behindComma(item) })))
    for (const item of trailing) edits.removeLines(item.start, behindComma(item));
  else edits.put(first.start, last.end, '');
  // A comma before the closing bracket is YAML, but not JSON.
  const kept = old.items[lastKept];
  if (kept !== undefined && last.end === behindComma(last)) edits.put(kept.end, behindComma(kept), '');
}

/** A list with an item on each line. False where it has to be written anew. */
export function editBlockList(old: List, items: readonly Value[], { layout, edits, quotes }: Sheet): boolean {
  const { kept, going, coming } = compare(old, items);
  const last = kept.at(-1);
  if (last === undefined || !/^[ \t]*-[ \t]+$/.test(layout.lead(last.start))) return false;
  for (const item of going) edits.removeLines(item.start, item.end);
  const own = layout.quotesOf(last, quotes);
  edits.putLines(
    layout.nextLine(last.end),
    coming.map((value) => layout.lead(last.start) + inline(value, own)),
  );
  return true;
}

function compare(old: List, items: readonly Value[]): { kept: Node[]; going: Node[]; coming: Value[] } {
  const isSame = (value: Value, item: Node) => 'text' in value && item.kind === 'scalar' && value.text === item.text;
  return {
    kept: old.items.filter((item) => items.some((value) => isSame(value, item))),
    going: old.items.filter((item) => !items.some((value) => isSame(value, item))),
    coming: items.filter((value) => !old.items.some((item) => isSame(value, item))),
  };
}
