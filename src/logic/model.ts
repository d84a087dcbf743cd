/**
 * A model is a set of independent variables and of values derived from them. It knows no law: facts become variables,
 * concepts become predicates, scales become decision lists before they come here.
 */
export interface Model {
  readonly variables: readonly Variable[];
  readonly predicates: Lookup<Condition>;
  readonly decisions: Lookup<readonly Row[]>;
}

/** What a model asks of a map; so that one can be filled as it is read. */
export interface Lookup<V> {
  get(id: string): V | undefined;
  has(id: string): boolean;
  keys(): Iterable<string>;
}

/** A variable takes exactly one of `size` values, numbered from 0. At most 31, so that a set of them is a bit mask. */
export interface Variable {
  readonly id: string;
  readonly size: number;
}

/** The first row whose condition holds gives the outcome (a number below 31). The last row's condition is always true. */
export interface Row {
  readonly outcome: number;
  readonly when: Condition;
}

export type Condition =
  /** The variable's value is in the set `values` (a bit mask). */
  | { readonly op: 'is'; readonly variable: number; readonly values: number }
  /** At least `threshold` of the conditions hold: all, any and count in one. */
  | { readonly op: 'at-least'; readonly threshold: number; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'predicate'; readonly id: string }
  /** The decision's outcome is in the set `outcomes` (a bit mask). */
  | { readonly op: 'decision'; readonly id: string; readonly outcomes: number };

export const NEVER: Condition = { op: 'at-least', threshold: 1, of: [] };

/** For each variable the set of values it may still have (a bit mask, never empty). */
export type Knowledge = readonly number[];

export function nothingKnown(model: Pick<Model, 'variables'>): number[] {
  return model.variables.map((variable) => full(variable.size));
}

/** The mask of all of `size` values. */
export function full(size: number): number {
  return 2 ** size - 1;
}

export function members(mask: number): number[] {
  const found: number[] = [];
  for (let rest = mask, index = 0; rest !== 0; rest >>>= 1, index++) if (rest & 1) found.push(index);
  return found;
}
