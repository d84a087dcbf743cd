import { type Diagram, LEAVES } from './diagram.ts';
import type { Knowledge } from './model.ts';

/** A name of its own: the tests look up an imported one at every use, and these loops are long. */
const NODES_FROM = LEAVES;

/**
 * For a node the set of leaves still reachable under what is known, as a bit mask; a leaf reaches itself. Worked out when
 * asked for and kept: where most is known, few nodes are ever looked at.
 */
export function reachability(diagram: Diagram, knowledge: Knowledge): (node: number) => number {
  const { tests, firstChild, children } = diagram;
  // No node reaches nothing, so 0 stands for "not yet".
  const masks = new Int32Array(tests.length);
  const reach = (node: number): number => {
    if (node < NODES_FROM) return 1 << node;
    const at = node - NODES_FROM;
    let mask = masks[at] ?? 0;
    if (mask !== 0) return mask;
    const first = firstChild[at] ?? 0;
    for (let rest = knowledge[tests[at] ?? 0] ?? 0, value = 0; rest !== 0; rest >>>= 1, value++) {
      if (rest & 1) mask |= reach(children[first + value] ?? 0);
    }
    masks[at] = mask;
    return mask;
  };
  return reach;
}

/**
 * The leaves that `value` can still reach together with one of the leaves `wanted` (a bit mask) of `condition`: what one thing
 * may be in the cases in which another holds.
 */
export function reachableWhere(
  diagram: Diagram,
  knowledge: Knowledge,
  condition: number,
  wanted: number,
  value: number,
): number {
  const { tests, firstChild, children, order } = diagram;
  const placeOf = (node: number) =>
    node < NODES_FROM ? Number.POSITIVE_INFINITY : order[tests[node - NODES_FROM] ?? 0];
  const reach = reachability(diagram, knowledge);
  const known = new Map<number, number>();
  const nodes = tests.length + NODES_FROM;
  const together = (one: number, other: number): number => {
    if (one < NODES_FROM) return (wanted >>> one) & 1 ? reach(other) : 0;
    const key = one * nodes + other;
    const before = known.get(key);
    if (before !== undefined) return before;
    const place = Math.min(placeOf(one) ?? 0, placeOf(other) ?? 0);
    const child = (node: number, taken: number) =>
      placeOf(node) === place ? (children[(firstChild[node - NODES_FROM] ?? 0) + taken] ?? 0) : node;
    const test = tests[(placeOf(one) === place ? one : other) - NODES_FROM] ?? 0;
    let mask = 0;
    for (let rest = knowledge[test] ?? 0, taken = 0; rest !== 0; rest >>>= 1, taken++) {
      if (rest & 1) mask |= together(child(one, taken), child(other, taken));
    }
    known.set(key, mask);
    return mask;
  };
  return together(condition, value);
}
