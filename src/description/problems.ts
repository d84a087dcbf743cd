import { nearest } from '../yaml/nearest.ts';
import type { Node, Span } from '../yaml/node.ts';
import { type Problem, type ProblemCode, problem, type Source } from '../yaml/source.ts';

/** Gathers what is wrong with a description, so that all of it is told at once. */
export class Problems {
  readonly all: Problem[] = [];
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  add(span: Span, code: ProblemCode, args: Record<string, string> = {}): void {
    this.all.push(problem(this.#source, span, code, args));
  }

  wrongKind(node: Node, key: string, expected: 'value' | 'list' | 'keys'): void {
    this.add(node, 'wrong-kind', { key, expected, found: node.kind });
  }

  unknownKey(span: Span, key: string, candidates: Iterable<string>): void {
    this.add(span, 'unknown-key', { key, ...meant(key, candidates) });
  }

  /** `expected` names what would be valid: a list of words, or a code of the text catalogue. */
  invalidValue(node: Node, key: string, expected: { oneOf: readonly string[] } | { form: string }): void {
    const value = node.kind === 'scalar' ? node.text : '';
    const valid =
      'oneOf' in expected ? { oneOf: expected.oneOf.join(', '), ...meant(value, expected.oneOf) } : expected;
    this.add(node, 'invalid-value', { key, value, ...valid });
  }
}

function meant(word: string, candidates: Iterable<string>): { nearest?: string } {
  const near = nearest(word, candidates);
  return near === undefined ? {} : { nearest: near };
}
