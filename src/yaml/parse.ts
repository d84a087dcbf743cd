import { Composer, isAlias, isMap, isScalar, isSeq, type ParsedNode, Parser, type YAMLError } from 'yaml';
import type { Node, Scalar } from './node.ts';
import { type Problem, problem, type Source } from './source.ts';

/** A description is a page or two, a rule file not much more; what is far beyond is a mistake or an attack. */
export const LIMITS = { bytes: 200_000, depth: 40, nodes: 20_000 };

export interface Parsed {
  /** One tree per YAML document. Empty when there are problems. */
  readonly documents: readonly Node[];
  readonly problems: readonly Problem[];
}

/** Reads YAML without giving scalars a type: whoever knows what a value is for decides how to read its text. */
export function parse(source: Source): Parsed {
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: true, version: '1.2' });
  const composed = [...composer.compose(new Parser().parse(source.text))];
  const faults = composed.flatMap((document) => [...document.errors, ...document.warnings]);
  const exhausted = faults.find((fault) => fault.code === 'RESOURCE_EXHAUSTION');
  if (exhausted !== undefined) return { documents: [], problems: [explain(source, exhausted)] };
  if (faults.length > 0) return { documents: [], problems: faults.map((fault) => explain(source, fault)) };

  const converter = new Converter(source);
  const documents = composed.flatMap(({ contents }) => (contents === null ? [] : [converter.convert(contents, 0)]));
  return converter.problems.length > 0 ? { documents: [], problems: converter.problems } : { documents, problems: [] };
}

function explain(source: Source, fault: YAMLError): Problem {
  const span = { start: fault.pos[0], end: fault.pos[1] };
  if (fault.code === 'RESOURCE_EXHAUSTION') return problem(source, span, 'too-deep', { limit: String(LIMITS.depth) });
  if (fault.code === 'DUPLICATE_KEY')
    return problem(source, span, 'duplicate-key', { key: source.text.slice(...fault.pos) });
  if (fault.code === 'TAG_RESOLVE_FAILED') return problem(source, span, 'tag');
  const message = fault.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '';
  return problem(source, span, 'syntax', { message, reason: fault.code });
}

/** From the library's nodes to ours, aliases expanded, within the limits. */
class Converter {
  readonly problems: Problem[] = [];
  readonly #source: Source;
  readonly #anchors = new Map<string, ParsedNode>();
  #nodes = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  convert(node: ParsedNode, depth: number): Node {
    const span = { start: node.range[0], end: node.range[1] };
    const nothing: Scalar = { kind: 'scalar', text: '', ...span };
    this.#nodes += 1;
    if (this.#nodes > LIMITS.nodes || depth > LIMITS.depth) {
      const [code, limit] =
        depth > LIMITS.depth ? (['too-deep', LIMITS.depth] as const) : (['too-many-nodes', LIMITS.nodes] as const);
      if (this.problems.length === 0) this.problems.push(problem(this.#source, span, code, { limit: String(limit) }));
      return nothing;
    }
    if (this.problems.length > 0) return nothing;
    if (isAlias(node)) {
      const target = this.#anchors.get(node.source);
      if (target !== undefined) return { ...this.convert(target, depth + 1), ...span };
      this.problems.push(
        problem(this.#source, span, 'syntax', {
          message: `no anchor &${node.source} stands before this alias`,
          reason: 'BAD_ALIAS',
        }),
      );
      return nothing;
    }
    if (node.tag !== undefined) this.problems.push(problem(this.#source, span, 'tag'));
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (isMap(node)) {
      const entries = node.items.map((pair) => {
        const key = this.#key(pair.key, span.start);
        const empty: Node = { kind: 'scalar', text: '', start: key.end, end: key.end };
        return { key, value: pair.value === null ? empty : this.convert(pair.value, depth + 1) };
      });
      return { kind: 'table', entries, ...span };
    }
    if (isSeq(node)) {
      return { kind: 'list', items: node.items.map((item) => this.convert(item as ParsedNode, depth + 1)), ...span };
    }
    return { kind: 'scalar', text: String(node.value ?? ''), ...span };
  }

  #key(key: ParsedNode | null, fallback: number): Scalar {
    if (key === null) return { kind: 'scalar', text: '', start: fallback, end: fallback };
    const span = { start: key.range[0], end: key.range[1] };
    if (isScalar(key)) return { kind: 'scalar', text: String(key.value ?? ''), ...span };
    this.problems.push(
      problem(this.#source, span, 'syntax', { message: 'a key must be a plain word', reason: 'NON_STRING_KEY' }),
    );
    return { kind: 'scalar', text: '', ...span };
  }
}
