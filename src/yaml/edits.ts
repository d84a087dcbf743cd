import { CannotEdit, type Layout } from './layout.ts';

/** Changes to a text, gathered by place and made all at once. What no change touches stays as it is to the byte. */
export class Edits {
  readonly #layout: Layout;
  readonly #all: { readonly start: number; readonly end: number; readonly text: string }[] = [];

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  put(start: number, end: number, text: string): void {
    this.#all.push({ start, end, text });
  }

  /** Whole lines, before the one that begins at `at`. */
  putLines(at: number, lines: readonly string[]): void {
    if (lines.length === 0) return;
    const { text, eol } = this.#layout;
    const isLineStart = at === 0 || text[at - 1] === '\n';
    const joined = lines.join(eol);
    this.put(at, at, isLineStart ? joined + eol : eol + joined);
  }

  removeLines(start: number, end: number): void {
    const { text, eol } = this.#layout;
    const from = this.#layout.lineStart(start);
    const to = this.#layout.nextLine(end);
    const isLastLine = to === text.length && text[to - 1] !== '\n';
    // The line before must not become the last one with a line end if there was none.
    this.put(isLastLine && from > 0 ? from - eol.length : from, to, '');
  }

  /** The text with all changes made. */
  result(): string {
    const { text } = this.#layout;
    const inOrder = this.#all
      .map((edit, index) => ({ ...edit, index }))
      .sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index);
    let result = '';
    let at = 0;
    for (const edit of inOrder) {
      if (edit.start < at) throw new CannotEdit('two changes of one place');
      result += text.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    return result + text.slice(at);
  }
}
