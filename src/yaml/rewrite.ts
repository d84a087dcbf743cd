import { Composer, isMap, isScalar, Parser, Scalar, YAMLMap } from 'yaml';
import { inline, type Value, valueIn } from './emit.ts';
import type { Node, Table } from './node.ts';

/** What to write where: the keys that lead there, each a whole key of its table. */
export interface Written {
  readonly path: readonly string[];
  readonly value: Value;
}

/** The text with each alias replaced by what it stands for, so that one can be changed without the other. */
export function withoutAliases(text: string, root: Table): string {
  const aliases: Node[] = [];
  const find = (node: Node): void => {
    if (text[node.start] === '*' && node.end > node.start) aliases.push(node);
    else if (node.kind === 'list') node.items.forEach(find);
    else if (node.kind === 'table') for (const { value } of node.entries) find(value);
  };
  find(root);
  return aliases.reduceRight((so, node) => so.slice(0, node.start) + inline(valueIn(node)) + so.slice(node.end), text);
}

/**
 * Writes a text anew with some values changed, for texts whose shape does not let them be changed in place. Comments and
 * order stay; spaces may not.
 */
export function rewrite(text: string, changes: readonly Written[]): string {
  const composer = new Composer({ schema: 'failsafe', version: '1.2' });
  const [document] = [...composer.compose(new Parser().parse(text))];
  if (document === undefined) throw new Error('there is no document');
  for (const { path, value } of changes) {
    // What stands in the place of a table makes way for one.
    for (const depth of path.keys()) {
      const above = path.slice(0, depth);
      if (depth > 0 && !isMap(document.getIn(above, true))) document.setIn(above, new YAMLMap());
    }
    document.setIn(path, nodeOf(value));
  }
  const whole = document.toString({ lineWidth: 0 });
  const written = /\n$/.test(text) ? whole : whole.replace(/\n$/, '');
  return text.includes('\r\n') ? written.replaceAll(/\r?\n/g, '\r\n') : written;

  function nodeOf(value: Value): unknown {
    if (value.kind !== 'list' && value.kind !== 'table') return new Scalar(value.text);
    const inner =
      value.kind === 'list'
        ? value.items.map(nodeOf)
        : new Map(value.entries.map(([key, own]) => [key, nodeOf(own)] as const));
    const node = document?.createNode(inner);
    if (node !== undefined && !isScalar(node)) Object.assign(node, { flow: true });
    return node;
  }
}
