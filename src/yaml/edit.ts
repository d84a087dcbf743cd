import { editBlockList, editLongFlowList, flowListInstead, insertInFlow, mergeFlow, type Sheet } from './edit-flow.ts';
import { Edits } from './edits.ts';
import { inline, isSameValue, keyText, type Quotes, type Value, valueIn } from './emit.ts';
import { CannotEdit, isEmpty, Layout } from './layout.ts';
import type { Entry, Node, Table } from './node.ts';

/** An entry to be written, with the comment behind it and the one above it; pieces in the place of a value make a group. */
export interface Piece {
  readonly key: string;
  readonly value: Value | readonly Piece[];
  readonly comment?: string | undefined;
  readonly above?: string | undefined;
  readonly blankBefore?: boolean;
}

/** Where comments begin, behind what is shorter. */
const COMMENT_COLUMN = 40;
const LONGEST_LINE = 120;

/**
 * Changes single values of a YAML text. Whatever is not changed stays as it is to the byte: comments, order, quotes,
 * spaces, line ends. A text of a shape that does not allow it throws `CannotEdit`.
 */
export class Editor {
  readonly #layout: Layout;
  readonly #sheet: Sheet;
  readonly #step: number;
  /** Entries of flow tables, which have no lines to speak of. */
  readonly #inFlow = new Set<Entry>();

  constructor(text: string, root: Table) {
    const isJson = text[root.start] === '{' && text[root.entries[0]?.key.start ?? 0] === '"';
    this.#layout = new Layout(text);
    this.#sheet = { layout: this.#layout, edits: new Edits(this.#layout), quotes: isJson ? 'double' : 'none' };
    this.#step = this.#stepOf(root);
    this.#noteFlow(root, false);
  }

  result(): string {
    return this.#sheet.edits.result();
  }

  /** `comment` takes the place of the one behind the value; null takes it away. Else it stays, in its column where it can. */
  set({ key, value: old }: Entry, value: Value, comment?: string | null): void {
    const { edits, quotes } = this.#sheet;
    if (!isEmpty(old) && isSameValue(value, valueIn(old))) return;
    const colon = this.#layout.afterColon(key);
    if (this.#layout.isBlock(old)) {
      if (old.kind === 'list' && value.kind === 'list' && editBlockList(old, value.items, this.#sheet)) return;
      edits.put(colon, colon, ` ${inline(value, quotes)}`);
      edits.removeLines(old.start, this.#layout.endOf(old));
    } else if (isEmpty(old)) edits.put(colon, colon, `${colon === key.end ? ':' : ''} ${inline(value, quotes)}`);
    else this.#setInline(old, value, comment);
  }

  #setInline(old: Node, value: Value, comment: string | null | undefined): void {
    const { edits, quotes } = this.#sheet;
    const written = this.#layout.written(old);
    const isFlowList = old.kind === 'list' && value.kind === 'list' && written.startsWith('[');
    const isLong = written.includes('\n');
    if (isFlowList && isLong && value.items.length > 0 && old.items.length > 0) {
      editLongFlowList(old, value.items, this.#sheet);
      return;
    }
    const now = isFlowList
      ? flowListInstead(old, value.items, this.#sheet)
      : inline(value, this.#layout.quotesOf(old, quotes));
    edits.put(old.start, old.end, written.endsWith('\n') ? now + this.#layout.eol : now);
    if (!isLong) this.#moveComment(old.end, now.length - written.length, comment);
  }

  /** The comment behind a value on its line, if there is one. */
  commentBehind({ value }: Entry): string | undefined {
    return this.#layout.match(/[ \t]+#[ \t]*([^\r\n]*)/y, this.#layout.endOf(value))?.[1]?.trimEnd();
  }

  /** Puts new entries into the table of `parent` (the root where there is none), behind `after` or before all others. */
  insert(table: Table, parent: Entry | undefined, after: Entry | undefined, pieces: readonly Piece[]): void {
    const opening = this.#layout.text[table.start];
    const [first] = table.entries;
    if (opening === '*') throw new CannotEdit('the table stands elsewhere');
    if (opening === '{' && (first !== undefined || parent === undefined))
      insertInFlow(table, after, pieces.map(asEntry), this.#sheet);
    else if (first === undefined && parent !== undefined) this.insertUnder(parent, pieces);
    else if (first !== undefined && (after ?? parent) !== undefined) {
      const from =
        after === undefined ? this.#layout.afterColon((parent as Entry).key) : this.#layout.endOfEntry(after);
      this.#insertLines(from, this.#layout.columnOf(first.key.start), pieces, after !== undefined);
    } else throw new CannotEdit('the first entry of all stays first');
  }

  /** Gives entries to a key that has none yet: what stands in the place of a table goes. */
  insertUnder(parent: Entry, pieces: readonly Piece[]): void {
    if (this.#inFlow.has(parent)) {
      this.set(parent, { kind: 'table', entries: pieces.map(asEntry) });
      return;
    }
    const { key, value } = parent;
    const colon = this.#layout.afterColon(key);
    if (colon === key.end) throw new CannotEdit('a key without a colon');
    if (!isEmpty(value)) this.#sheet.edits.put(colon, value.end, '');
    const from = isEmpty(value) ? colon : value.end;
    this.#insertLines(from, this.#layout.columnOf(key.start) + this.#step, pieces, true);
  }

  /** Sets some entries of a table and takes others out; the rest stays. New ones stand in the order of `order`. */
  merge(
    parent: Entry,
    table: Table,
    values: ReadonlyMap<string, Value>,
    gone: ReadonlySet<string>,
    order: readonly string[],
  ): void {
    const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
    const stays = table.entries.filter(({ key }) => !gone.has(key.text));
    const written = this.#layout.written(table);
    if (written.startsWith('{') && !written.includes('\n')) {
      mergeFlow(table, stays, values, rank, this.#sheet);
      return;
    }
    for (const entry of table.entries) {
      const value = values.get(entry.key.text);
      if (!stays.includes(entry)) this.#remove(table, entry);
      else if (value !== undefined) this.set(entry, value);
    }
    const added = [...values].filter(([key]) => !stays.some((entry) => entry.key.text === key));
    for (const [key, value] of added.sort(([a], [b]) => rank(a) - rank(b))) {
      const after = stays.findLast((entry) => rank(entry.key.text) < rank(key));
      this.insert(table, parent, after, [{ key, value }]);
    }
  }

  #remove(table: Table, entry: Entry): void {
    const { edits } = this.#sheet;
    const end = this.#layout.endOfEntry(entry);
    const index = table.entries.indexOf(entry);
    const [before, next] = [table.entries[index - 1], table.entries[index + 1]];
    if (this.#layout.isBlock(table)) edits.removeLines(entry.key.start, end);
    else if (next !== undefined) edits.put(entry.key.start, next.key.start, '');
    else edits.put(before === undefined ? entry.key.start : this.#layout.endOfEntry(before), end, '');
  }

  #moveComment(end: number, longer: number, comment: string | null | undefined): void {
    const found = this.#layout.match(/([ \t]+)(#[^\r\n]*)/y, end);
    if (found === null) return;
    const [all, gap = '', old = ''] = found;
    const room = /^ {2,}$/.test(gap) ? ' '.repeat(Math.max(1, gap.length - longer)) : gap;
    const now = comment === null ? '' : room + (comment === undefined ? old : `# ${comment}`);
    this.#sheet.edits.put(end, end + all.length, now);
  }

  #insertLines(from: number, indent: number, pieces: readonly Piece[], skipComments: boolean): void {
    const at = this.#layout.nextLine(from);
    const lines = linesOf(pieces, indent, this.#step, this.#sheet.quotes);
    this.#sheet.edits.putLines(skipComments ? this.#layout.behindComments(at, indent) : at, lines);
  }

  #noteFlow(node: Node, inFlow: boolean): void {
    if (node.kind !== 'table') return;
    const isFlow = inFlow || !this.#layout.isBlock(node);
    for (const entry of node.entries) {
      if (isFlow) this.#inFlow.add(entry);
      this.#noteFlow(entry.value, isFlow);
    }
  }

  /** How far what belongs to a key is indented. */
  #stepOf(root: Table): number {
    const group = root.entries.find(({ value }) => value.kind === 'table' && this.#layout.isBlock(value));
    const inner = group?.value.kind === 'table' ? group.value.entries[0] : undefined;
    if (group === undefined || inner === undefined) return 2;
    return Math.max(1, this.#layout.columnOf(inner.key.start) - this.#layout.columnOf(group.key.start));
  }
}

function asEntry({ key, value }: Piece): readonly [string, Value] {
  return [key, 'kind' in value ? value : { kind: 'table', entries: value.map(asEntry) }];
}

function linesOf(pieces: readonly Piece[], indent: number, step: number, quotes: Quotes): string[] {
  const space = ' '.repeat(indent);
  return pieces.flatMap(({ key, value, comment, above, blankBefore }) => {
    const head = `${space}${keyText(key, quotes)}:`;
    const isGroup = !('kind' in value);
    const line = isGroup ? head : `${head} ${inline(value, quotes)}`;
    const commented = `${line.padEnd(COMMENT_COLUMN - 1)} # ${comment}`;
    return [
      ...(blankBefore ? [''] : []),
      ...(above === undefined ? [] : [`${space}# ${above}`]),
      comment === undefined || commented.length > LONGEST_LINE ? line : commented,
      ...(isGroup ? linesOf(value, indent + step, step, quotes) : []),
    ];
  });
}
