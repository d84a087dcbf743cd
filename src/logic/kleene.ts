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

  /** Why a condition is true or false. Of several sufficient reasons for the same value, the first. */
  proof(condition: Condition): Proof {
    const through = new Set<string>();
    const variables = new Set<number>();
    this.#prove(condition, through, variables);
    return { through: [...through], variables: [...variables] };
  }

  /** Why a decision has its outcome: the row that holds, and why no earlier one does. Empty unless it is settled. */
  proofOfDecision(id: string): Proof {
    return this.proof({ op: 'decision', id, outcomes: this.outcomes(id) });
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
        if (through.has(condition.id)) return;
        through.add(condition.id);
        this.#prove(this.#model.predicates.get(condition.id) ?? NEVER, through, variables);
        return;
      case 'decision':
        this.#proveDecision(condition.id, through, variables);
        return;
      case 'at-least': {
        const truth = this.truth(condition);
        const needed = truth === 'yes' ? condition.threshold : condition.of.length - condition.threshold + 1;
        const reasons = condition.of.filter((part) => this.truth(part) === truth).slice(0, needed);
        for (const part of reasons) this.#prove(part, through, variables);
      }
    }
  }

  #proveDecision(id: string, through: Set<string>, variables: Set<number>): void {
    if (through.has(id)) return;
    through.add(id);
    const rows = this.#model.decisions.get(id) ?? [];
    const deciding = rows.findIndex((row) => this.truth(row.when) === 'yes');
    if (deciding === -1) return;
    // The reason for the outcome reads better before the reasons against the others.
    for (const row of [...rows.slice(deciding, deciding + 1), ...rows.slice(0, deciding)]) {
      if (this.truth(row.when) !== 'unknown') this.#prove(row.when, through, variables);
    }
  }
}
