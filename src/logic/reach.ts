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
  const known = new Map<string, number>();
  const together = (one: number, other: number): number => {
    if (one < NODES_FROM) return (wanted >>> one) & 1 ? reach(other) : 0;
    const key = `${one},${other}`;
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

/**
 * The variables whose answer can still change the value at each of the given roots: those left in the diagram once it
 * is restricted to what is known and reduced again.
 */
export function relevant(diagram: Diagram, knowledge: Knowledge, roots: readonly number[]): Set<number>[] {
  const restricted = new Map<number, number>();
  const unique = new Map<string, number>();
  const tests = new Map<number, { test: number; children: number[] }>();

  function restrict(node: number): number {
    if (node < NODES_FROM) return node;
    const done = restricted.get(node);
    if (done !== undefined) return done;
    const test = diagram.tests[node - NODES_FROM] ?? 0;
    const first = diagram.firstChild[node - NODES_FROM] ?? 0;
    const known = knowledge[test] ?? 0;
    const children: number[] = [];
    for (let rest = known, value = 0; rest !== 0; rest >>>= 1, value++) {
      if (rest & 1) children.push(restrict(diagram.children[first + value] ?? 0));
    }
    let result = children[0] ?? 0;
    if (children.some((child) => child !== result)) {
      const key = `${test}:${children.join()}`;
      result = unique.get(key) ?? node;
      unique.set(key, result);
      tests.set(result, { test, children });
    }
    restricted.set(node, result);
    return result;
  }

  return roots.map((root) => {
    const found = new Set<number>();
    const seen = new Set<number>();
    const pending = [restrict(root)];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (node < NODES_FROM || seen.has(node)) continue;
      seen.add(node);
      const inner = tests.get(node);
      if (inner === undefined) continue;
      found.add(inner.test);
      pending.push(...inner.children);
    }
    return found;
  });
}
