import type { Condition, Model } from './model.ts';

/**
 * Reduced ordered multi-valued decision diagrams of a model's predicates and decisions. Because the variables are
 * independent and each stands once on a path, what can be reached under what is known is exactly what is possible.
 *
 * Nodes 0 to 31 are leaves: 0 is "no" and 1 "yes" for a predicate, outcome n for a decision. Node n + 32 tests the
 * variable `tests[n]` and has one child per value, from `children[firstChild[n]]` on. Children come before parents.
 */
export interface Diagram {
  readonly tests: ArrayLike<number>;
  readonly firstChild: ArrayLike<number>;
  readonly children: ArrayLike<number>;
  readonly roots: ReadonlyMap<string, number>;
  /** For each variable its place in the order in which a path tests them. */
  readonly order: readonly number[];
}

export const LEAVES = 32;
const NO: number = 0;
const YES: number = 1;

export class NodeBudgetExceeded extends Error {}

/**
 * Builds the diagrams of the given predicates and decisions. The variables `first` are tested before all others: the
 * order changes the size, never a result. Throws NodeBudgetExceeded above `budget` nodes.
 */
export function buildDiagram(
  model: Model,
  ids: readonly string[],
  first: readonly number[] = [],
  budget = 200_000,
): Diagram {
  const builder = new Builder(model, ids, first, budget);
  return builder.build(ids);
}

class Builder {
  readonly #model: Model;
  readonly #budget: number;
  /** Position of each variable; after the first ones, in the order of appearance in a depth-first walk: others grow far larger. */
  readonly #position: number[];
  readonly #variableAt: number[] = [];
  readonly #nodes: { test: number; children: number[] }[] = [];
  readonly #unique = new Map<string, number>();
  readonly #choices = new Map<string, number>();
  readonly #built = new Map<string, number>();

  constructor(model: Model, ids: readonly string[], first: readonly number[], budget: number) {
    this.#model = model;
    this.#budget = budget;
    this.#position = new Array<number>(model.variables.length).fill(-1);
    for (const variable of first) this.#place(variable);
    const walked = new Set<string>();
    for (const id of ids) this.#walk(id, walked);
  }

  build(ids: readonly string[]): Diagram {
    const roots = new Map(ids.map((id) => [id, this.#root(id)]));
    return { ...compact(this.#nodes, roots, this.#variableAt), order: this.#position };
  }

  #walk(id: string, walked: Set<string>): void {
    if (walked.has(id)) return;
    walked.add(id);
    const predicate = this.#model.predicates.get(id);
    if (predicate !== undefined) this.#walkCondition(predicate, walked);
    for (const row of this.#model.decisions.get(id) ?? []) this.#walkCondition(row.when, walked);
  }

  #walkCondition(condition: Condition, walked: Set<string>): void {
    if (condition.op === 'is') this.#place(condition.variable);
    else if (condition.op === 'at-least') for (const part of condition.of) this.#walkCondition(part, walked);
    else if (condition.op === 'not') this.#walkCondition(condition.of, walked);
    else this.#walk(condition.id, walked);
  }

  #place(variable: number): void {
    if (this.#position[variable] !== -1) return;
    this.#position[variable] = this.#variableAt.length;
    this.#variableAt.push(variable);
  }

  #root(id: string): number {
    const known = this.#built.get(id);
    if (known !== undefined) return known;
    const predicate = this.#model.predicates.get(id);
    const root =
      predicate !== undefined
        ? this.#condition(predicate)
        : (this.#model.decisions.get(id) ?? []).reduceRight(
            (otherwise, row) => this.#choose(this.#condition(row.when), row.outcome, otherwise),
            NO,
          );
    this.#built.set(id, root);
    return root;
  }

  #condition(condition: Condition): number {
    switch (condition.op) {
      case 'is': {
        const size = this.#model.variables[condition.variable]?.size ?? 0;
        const children = Array.from({ length: size }, (_, value) => ((condition.values >>> value) & 1 ? YES : NO));
        return this.#node(this.#position[condition.variable] ?? 0, children);
      }
      case 'not':
        return this.#choose(this.#condition(condition.of), NO, YES);
      case 'predicate':
        return this.#root(condition.id);
      case 'decision':
        return this.#relabel(this.#root(condition.id), condition.outcomes, new Map());
      case 'at-least':
        return this.#atLeast(condition.threshold, condition.of);
    }
  }

  #atLeast(threshold: number, conditions: readonly Condition[]): number {
    // reached[n] is the diagram of "at least n of the conditions seen so far".
    const reached = Array.from({ length: threshold + 1 }, (_, n) => (n === 0 ? YES : NO));
    for (const part of conditions) {
      const holds = this.#condition(part);
      for (let n = threshold; n > 0; n--) reached[n] = this.#choose(holds, reached[n - 1] ?? NO, reached[n] ?? NO);
    }
    return reached[threshold] ?? NO;
  }

  /** Where `condition` is yes the diagram `then`, elsewhere `otherwise`. */
  #choose(condition: number, then: number, otherwise: number): number {
    if (condition === YES || then === otherwise) return then;
    if (condition === NO) return otherwise;
    if (then === YES && otherwise === NO) return condition;
    const key = `${condition},${then},${otherwise}`;
    const known = this.#choices.get(key);
    if (known !== undefined) return known;
    const test = Math.min(this.#test(condition), this.#test(then), this.#test(otherwise));
    const size = this.#model.variables[this.#variableAt[test] ?? 0]?.size ?? 0;
    const children: number[] = [];
    for (let value = 0; value < size; value++) {
      children.push(
        this.#choose(
          this.#child(condition, test, value),
          this.#child(then, test, value),
          this.#child(otherwise, test, value),
        ),
      );
    }
    const result = this.#node(test, children);
    this.#choices.set(key, result);
    return result;
  }

  #relabel(root: number, outcomes: number, done: Map<number, number>): number {
    if (root < LEAVES) return (outcomes >>> root) & 1 ? YES : NO;
    const known = done.get(root);
    if (known !== undefined) return known;
    const node = this.#nodes[root - LEAVES];
    const children = node?.children.map((child) => this.#relabel(child, outcomes, done)) ?? [];
    const result = this.#node(node?.test ?? 0, children);
    done.set(root, result);
    return result;
  }

  #node(test: number, children: number[]): number {
    const first = children[0] ?? NO;
    if (children.every((child) => child === first)) return first;
    const key = `${test}:${children.join()}`;
    const known = this.#unique.get(key);
    if (known !== undefined) return known;
    if (this.#nodes.length >= this.#budget) throw new NodeBudgetExceeded(`more than ${this.#budget} nodes`);
    this.#nodes.push({ test, children });
    const id = this.#nodes.length - 1 + LEAVES;
    this.#unique.set(key, id);
    return id;
  }

  #test(root: number): number {
    return root < LEAVES ? Number.POSITIVE_INFINITY : (this.#nodes[root - LEAVES]?.test ?? 0);
  }

  #child(root: number, test: number, value: number): number {
    return this.#test(root) === test ? (this.#nodes[root - LEAVES]?.children[value] ?? NO) : root;
  }
}

/** Keeps what the roots reach, in the order of making, with the model's own variable numbers. */
function compact(
  nodes: readonly { test: number; children: number[] }[],
  roots: ReadonlyMap<string, number>,
  variableAt: readonly number[],
): Omit<Diagram, 'order'> {
  const kept = new Set<number>();
  const pending = [...roots.values()];
  for (let root = pending.pop(); root !== undefined; root = pending.pop()) {
    if (root < LEAVES || kept.has(root)) continue;
    kept.add(root);
    pending.push(...(nodes[root - LEAVES]?.children ?? []));
  }
  const renamed = new Map<number, number>();
  for (const id of [...kept].sort((a, b) => a - b)) renamed.set(id, renamed.size + LEAVES);
  const rename = (id: number) => renamed.get(id) ?? id;
  const tests: number[] = [];
  const firstChild: number[] = [];
  const children: number[] = [];
  for (const id of renamed.keys()) {
    const node = nodes[id - LEAVES];
    tests.push(variableAt[node?.test ?? 0] ?? 0);
    firstChild.push(children.length);
    children.push(...(node?.children ?? []).map(rename));
  }
  return { tests, firstChild, children, roots: new Map([...roots].map(([id, root]) => [id, rename(root)])) };
}
