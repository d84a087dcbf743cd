/** A YAML tree that keeps the source text of every scalar and the place of every node. Offsets count UTF-16 units. */
export type Node = Scalar | List | Table;

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Scalar extends Span {
  readonly kind: 'scalar';
  /** As written: `3.10` stays `3.10`, `NO` stays `NO`. */
  readonly text: string;
}

export interface List extends Span {
  readonly kind: 'list';
  readonly items: readonly Node[];
}

export interface Table extends Span {
  readonly kind: 'table';
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: Scalar;
  readonly value: Node;
}

export function get(node: Table, key: string): Node | undefined {
  return node.entries.find((entry) => entry.key.text === key)?.value;
}

/** What a reader would call this node, for "expected … but found …". */
export function describe(node: Node): string {
  if (node.kind === 'scalar') return node.text === '' ? 'nothing' : `"${shorten(node.text)}"`;
  return node.kind === 'list' ? 'a list' : 'a group of keys';
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
