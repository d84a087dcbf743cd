import type { Span } from './node.ts';

/** Lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What stands in one line: `endColumn` is the first column behind it. */
export interface Region extends Place {
  readonly endColumn: number;
}

/** A text with a name, which can say where an offset stands. */
export class Source {
  readonly path: string;
  readonly text: string;
  #lineStarts: number[] | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  place(offset: number): Place {
    const starts = this.#starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }

  /** What stands there, up to the end of its first line. */
  region({ start, end }: Span): Region {
    const { line, column } = this.place(start);
    const length = Math.max(1, Math.min(end - start, this.line(line).length - column + 1));
    return { line, column, endColumn: column + length };
  }

  line(number: number): string {
    const start = this.#starts()[number - 1] ?? 0;
    const end = this.text.indexOf('\n', start);
    return this.text.slice(start, end === -1 ? undefined : end).replace(/\r$/, '');
  }

  #starts(): number[] {
    if (this.#lineStarts === undefined) {
      this.#lineStarts = [0];
      for (let at = this.text.indexOf('\n'); at !== -1; at = this.text.indexOf('\n', at + 1)) {
        this.#lineStarts.push(at + 1);
      }
    }
    return this.#lineStarts;
  }
}

/** Something wrong with an input, said so that it can be mended. `code` and `args` become words in `text/`. */
export interface Problem {
  readonly code: ProblemCode;
  readonly args: Readonly<Record<string, string>>;
  readonly path: string;
  /** Absent where the file as a whole is meant. */
  readonly place?: Place & { readonly length: number; readonly frame: string };
}

export type ProblemCode =
  | 'cannot-read'
  | 'cannot-write'
  | 'not-found'
  | 'is-folder'
  | 'not-regular'
  | 'nothing-found'
  | 'no-git'
  | 'no-repository'
  | 'unknown-revision'
  | 'not-in-revision'
  | 'too-large'
  | 'not-utf8'
  | 'binary'
  | 'empty'
  | 'no-answers'
  | 'syntax'
  | 'duplicate-key'
  | 'too-deep'
  | 'too-many-nodes'
  | 'tag'
  | 'several-documents'
  | 'wrong-kind'
  | 'unknown-key'
  | 'missing-key'
  | 'invalid-value'
  | 'repeated-value'
  | 'newer-format'
  | 'not-baseline'
  | 'unknown-id'
  | 'rule';

export function problem(
  source: Source,
  span: Span | undefined,
  code: ProblemCode,
  args: Record<string, string> = {},
): Problem {
  if (span === undefined) return { code, args, path: source.path };
  const { line, column, endColumn } = source.region(span);
  const frame = source.line(line);
  return { code, args, path: source.path, place: { line, column, length: endColumn - column, frame } };
}
