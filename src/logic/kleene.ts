import { type Condition, type Knowledge, type Model, NEVER } from './model.ts';
import { atLeast, not, type Truth } from './truth.ts';

/** What held on the way to a value: the predicates and decisions passed through and the variables it rests on. */
export interface Proof {
  readonly through: readonly string[];
  readonly variables: readonly number[];
}

/**
 * Values by Kleene's tables: sound, but loose where a variable occurs twice. Possible outcomes of a decision are the
 * rows that may be the first to hold.
 */
export class Kleene {
  readonly #model: Model;
  readonly #knowledge: Knowledge;
  readonly #truths = new Map<string, Truth>();
  readonly #outcomes = new Map<string, number>();
  readonly #proofs = new Map<string, Proof>();

  constructor(model: Model, knowledge: Knowledge) {
    this.#model = model;
    this.#knowledge = knowledge;
  }

  truth(condition: Condition): Truth {
    switch (condition.op) {
      case 'is': {
        const known = this.#knowledge[condition.variable] ?? 0;
        if ((known & condition.values) === 0) return 'no';
        return (known & ~condition.values) === 0 ? 'yes' : 'unknown';
      }
      case 'at-least':
        return atLeast(
          condition.threshold,
          condition.of.map((part) => this.truth(part)),
        );
      case 'not':
        return not(this.truth(condition.of));
      case 'predicate':
        return this.predicate(condition.id);
      case 'decision': {
        const possible = this.outcomes(condition.id);
        if ((possible & condition.outcomes) === 0) return 'no';
        return (possible & ~condition.outcomes) === 0 ? 'yes' : 'unknown';
      }
    }
  }

  predicate(id: string): Truth {
    const known = this.#truths.get(id);
    if (known !== undefined) return known;
    const truth = this.truth(this.#model.predicates.get(id) ?? NEVER);
    this.#truths.set(id, truth);
    return truth;
  }

  /** The set of possible outcomes, as a bit mask. */
  outcomes(id: string): number {
    const known = this.#outcomes.get(id);
    if (known !== undefined) return known;
    let possible = 0;
    for (const row of this.#model.decisions.get(id) ?? []) {
      const truth = this.truth(row.when);
      if (truth !== 'no') possible |= 1 << row.outcome;
      if (truth === 'yes') break;
    }
    this.#outcomes.set(id, possible);
    return possible;
  }

  /** Why a predicate holds or not, or why a decision has its outcome: of several sufficient reasons, the first. */
  proof(id: string): Proof {
    const known = this.#proofs.get(id);
    if (known !== undefined) return known;
    const through = new Set([id]);
    const variables = new Set<number>();
    const predicate = this.#model.predicates.get(id);
    if (predicate !== undefined) this.#prove(predicate, through, variables);
    else for (const condition of this.#reasonsFor(id)) this.#prove(condition, through, variables);
    const proof = { through: [...through], variables: [...variables] };
    this.#proofs.set(id, proof);
    return proof;
  }

  #prove(condition: Condition, through: Set<string>, variables: Set<number>): void {
    switch (condition.op) {
      case 'is':
        variables.add(condition.variable);
        return;
      case 'not':
        this.#prove(condition.of, through, variables);
        return;
      case 'predicate':
      case 'decision': {
        if (through.has(condition.id)) return;
        const proof = this.proof(condition.id);
        for (const id of proof.through) through.add(id);
        for (const variable of proof.variables) variables.add(variable);
        return;
      }
      case 'at-least': {
        const truth = this.truth(condition);
        const needed = truth === 'yes' ? condition.threshold : condition.of.length - condition.threshold + 1;
        const reasons = condition.of.filter((part) => this.truth(part) === truth).slice(0, needed);
        for (const part of reasons) this.#prove(part, through, variables);
      }
    }
  }

  /** The row that holds, and why no earlier one does; the reason for the outcome reads better first. */
  #reasonsFor(decision: string): Condition[] {
    const rows = this.#model.decisions.get(decision) ?? [];
    const deciding = rows.findIndex((row) => this.truth(row.when) === 'yes');
    const conditions = rows.slice(0, deciding + 1).map(({ when }) => when);
    return [...conditions.slice(-1), ...conditions.slice(0, -1)].filter((when) => this.truth(when) !== 'unknown');
  }
}
