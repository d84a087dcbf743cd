import type { Quotes } from './emit.ts';
import type { Entry, Node, Span } from './node.ts';

/** The text has a shape that cannot be changed in place. */
export class CannotEdit extends Error {}

/** How a YAML text is set out: its lines, and where on them values begin and end. */
export class Layout {
  readonly text: string;
  readonly eol: string;

  constructor(text: string) {
    this.text = text;
    this.eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  }

  written({ start, end }: Node): string {
    return this.text.slice(start, end);
  }

  lineStart(offset: number): number {
    return offset === 0 ? 0 : this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  lineEnd(offset: number): number {
    const end = this.text.indexOf('\n', offset);
    return end === -1 ? this.text.length : end;
  }

  columnOf(offset: number): number {
    return offset - this.lineStart(offset);
  }

  /** What stands before it on its line. */
  lead(offset: number): string {
    return this.text.slice(this.lineStart(offset), offset);
  }

  /** Where the next line begins: here, if `offset` is the beginning of one behind a block of text. */
  nextLine(offset: number): number {
    if (offset > 0 && this.text[offset - 1] === '\n') return offset;
    if (!this.#isRestEmpty(offset)) throw new CannotEdit('something else stands behind it');
    return Math.min(this.text.length, this.lineEnd(offset) + 1);
  }

  /** Nothing else on its line but a comment. */
  isAlone({ start, end }: Span): boolean {
    return /^[ \t]*$/.test(this.lead(start)) && this.#isRestEmpty(end);
  }

  #isRestEmpty(offset: number): boolean {
    return /^[ \t]*(?:[ \t]#.*)?\r?$/.test(this.text.slice(offset, this.lineEnd(offset)));
  }

  /** Comments that stand deeper than the entries go on with what was said behind the last one. */
  behindComments(at: number, indent: number): number {
    const line = this.match(/([ \t]*)#[^\n]*(?:\n|$)/y, at);
    return line === null || (line[1]?.length ?? 0) <= indent ? at : this.behindComments(at + line[0].length, indent);
  }

  /** What a sticky pattern finds at a place. */
  match(pattern: RegExp, at: number): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(this.text);
  }

  /** Its items or entries stand on lines of their own. */
  isBlock(node: Node): boolean {
    return node.kind !== 'scalar' && !/[[{*]/.test(this.text[node.start] ?? '');
  }

  /** The end of what is written, without the line ends that the parser counts to blocks. */
  endOf(node: Node): number {
    if (node.kind === 'scalar' || !this.isBlock(node)) return node.end;
    const last = node.kind === 'list' ? node.items.at(-1) : node.entries.at(-1);
    if (last === undefined) return node.end;
    return 'key' in last ? this.endOfEntry(last) : this.endOf(last);
  }

  endOfEntry({ key, value }: Entry): number {
    return isEmpty(value) ? this.afterColon(key) : this.endOf(value);
  }

  /** The end of the key itself where no colon follows on its line. */
  afterColon({ end }: { readonly end: number }): number {
    return end + (this.match(/[ \t]*:/y, end)?.[0].length ?? 0);
  }

  /** How a value is quoted; `otherwise` where it is not. */
  quotesOf(node: Node | undefined, otherwise: Quotes): Quotes {
    const first = node && !isEmpty(node) ? this.text[node.start] : '';
    if (first === '"') return 'double';
    return first === "'" ? 'single' : otherwise;
  }
}

/** Nothing stands behind the key. */
export function isEmpty({ start, end }: Node): boolean {
  return start === end;
}
