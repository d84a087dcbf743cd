import type { Diagram } from './diagram.ts';
import { Kleene, type Proof } from './kleene.ts';
import { full, type Knowledge, type Model } from './model.ts';
import { reachability, reachableWhere } from './reach.ts';
import { Restricted } from './restricted.ts';
import type { Truth } from './truth.ts';

/** What follows from what is known: exact where the diagram has a root for it, by Kleene's tables elsewhere. */
export class Values {
  readonly #model: Model;
  readonly #diagram: Diagram | undefined;
  readonly #knowledge: Knowledge;
  readonly #kleene: Kleene;
  readonly #reach: ((node: number) => number) | undefined;
  readonly #proofs = new Map<string, Proof>();
  #restricted: Restricted | undefined;

  constructor(model: Model, diagram: Diagram | undefined, knowledge: Knowledge) {
    this.#model = model;
    this.#diagram = diagram;
    this.#knowledge = knowledge;
    this.#kleene = new Kleene(model, knowledge);
    this.#reach = diagram && reachability(diagram, knowledge);
  }

  truth(predicate: string): Truth {
    const mask = this.#mask(predicate);
    if (mask === undefined) return this.#kleene.predicate(predicate);
    return mask === 1 ? 'no' : mask === 2 ? 'yes' : 'unknown';
  }

  /** The set of outcomes still possible, as a bit mask. */
  outcomes(decision: string): number {
    return this.#mask(decision) ?? this.#kleene.outcomes(decision);
  }

  /**
   * The outcomes of a decision in the cases in which `condition` has one of the values `wanted` (a bit mask: of outcomes for
   * a decision, 2 for a predicate that holds). All of them where it can have none, or where there is no diagram.
   */
  outcomesWhere(decision: string, condition: string, wanted: number): number {
    const [value, where] = [this.#diagram?.roots.get(decision), this.#diagram?.roots.get(condition)];
    if (this.#diagram === undefined || value === undefined || where === undefined) return this.outcomes(decision);
    return reachableWhere(this.#diagram, this.#knowledge, where, wanted, value) || this.outcomes(decision);
  }

  /** Why the value is what it is. Empty while it is open. */
  proof(id: string): Proof {
    const known = this.#proofs.get(id) ?? this.#prove(id);
    this.#proofs.set(id, known);
    return known;
  }

  #prove(id: string): Proof {
    const isPredicate = this.#model.predicates.has(id);
    const byKleene = isPredicate ? this.#kleene.predicate(id) !== 'unknown' : isOne(this.#kleene.outcomes(id));
    if (byKleene) return this.#kleene.proof(id);
    const settled = isPredicate ? this.truth(id) !== 'unknown' : isOne(this.outcomes(id));
    return settled ? { through: [id], variables: this.#sufficient(id) } : { through: [], variables: [] };
  }

  /** For each id, the variables that can still change its value. */
  relevant(ids: readonly string[]): Set<number>[] {
    return ids.map((id) => this.relevantToAny([id]));
  }

  /** The variables that can still change the value of one of them. */
  relevantToAny(ids: readonly string[]): Set<number> {
    const diagram = this.#diagram;
    const found = new Set<number>();
    const open: number[] = [];
    for (const id of ids) {
      const root = diagram?.roots.get(id);
      if (root === undefined) for (const variable of this.#mentioned(id)) found.add(variable);
      else if (!isOne(this.#reach?.(root) ?? 0)) open.push(root);
    }
    if (diagram === undefined || open.length === 0) return found;
    this.#restricted ??= new Restricted(diagram, this.#knowledge);
    for (const variable of this.#restricted.relevant(open)) found.add(variable);
    return found;
  }

  #mask(id: string): number | undefined {
    const root = this.#diagram?.roots.get(id);
    return root === undefined ? undefined : this.#reach?.(root);
  }

  /** A smallest set of known variables (none can be left out) that alone gives the settled value. */
  #sufficient(id: string): number[] {
    const root = this.#diagram?.roots.get(id);
    if (this.#diagram === undefined || root === undefined) return [];
    const value = this.#mask(id);
    const kept = [...this.#knowledge];
    const needed: number[] = [];
    for (const [index, variable] of this.#model.variables.entries()) {
      const all = full(variable.size);
      const known = kept[index] ?? all;
      if (known === all) continue;
      kept[index] = all;
      if (reachability(this.#diagram, kept)(root) === value) continue;
      kept[index] = known;
      needed.push(index);
    }
    return needed;
  }

  /** Without a diagram: every open variable below the value that is itself open. */
  #mentioned(id: string): Set<number> {
    const found = new Set<number>();
    const seen = new Set<string>();
    const visit = (name: string): void => {
      if (seen.has(name)) return;
      seen.add(name);
      const predicate = this.#model.predicates.get(name);
      const conditions = predicate ? [predicate] : (this.#model.decisions.get(name) ?? []).map((row) => row.when);
      for (const pending = [...conditions]; pending.length > 0; ) {
        const condition = pending.pop();
        if (condition === undefined || this.#kleene.truth(condition) !== 'unknown') continue;
        if (condition.op === 'is') found.add(condition.variable);
        else if (condition.op === 'not') pending.push(condition.of);
        else if (condition.op === 'at-least') pending.push(...condition.of);
        else visit(condition.id);
      }
    };
    visit(id);
    return found;
  }
}

function isOne(mask: number): boolean {
  return mask !== 0 && (mask & (mask - 1)) === 0;
}
