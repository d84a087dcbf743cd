import type { Description } from '../description/description.ts';
import { knowledgeOf } from '../description/knowledge.ts';
import { diagramOf, type LoadedLaw, newestText } from '../law/artefact.ts';
import type { Language, LawCondition } from '../law/law.ts';
import { type LawModel, type Moment, modelAt } from '../law/moment.ts';
import { Kleene } from '../logic/kleene.ts';
import { members } from '../logic/model.ts';
import type { Truth } from '../logic/truth.ts';
import { Values } from '../logic/values.ts';
import type { Contested, Reason, Settled } from './contract.ts';

/** Everything that follows from a description under the law of a moment, by the names of the law. */
export class Derived {
  readonly loaded: LoadedLaw;
  readonly description: Description;
  readonly moment: Moment;
  readonly lawModel: LawModel;
  readonly #knowledge: readonly number[];
  readonly #values: Values;
  readonly #kleene: Kleene;

  constructor(loaded: LoadedLaw, description: Description, moment: Moment) {
    this.loaded = loaded;
    this.description = description;
    this.moment = moment;
    this.lawModel = modelAt(loaded.law, moment);
    this.#knowledge = knowledgeOf(description.answers, this.lawModel.variables);
    this.#values = new Values(this.lawModel.model, this.#diagram(), this.#knowledge);
    this.#kleene = new Kleene(this.lawModel.model, this.#knowledge);
  }

  get language(): Language {
    return this.loaded.language;
  }

  truth(concept: string): Truth {
    return this.#values.truth(concept);
  }

  /** For a condition that has no name of its own. Loose where facts occur twice. */
  holds(condition: LawCondition): Truth {
    return this.#kleene.truth(this.lawModel.condition(condition));
  }

  outcomes(scale: string): Settled {
    const names = this.lawModel.outcomes.get(scale) ?? [];
    const possible = members(this.#values.outcomes(scale)).flatMap((index) => names[index] ?? []);
    return { value: possible.length === 1 ? (possible[0] ?? null) : null, possible };
  }

  /** Possible outcomes from the least to the most severe. */
  ordered(scale: string): Settled {
    const order = this.loaded.law.scales.find(({ id }) => id === scale)?.order ?? [];
    const { value, possible } = this.outcomes(scale);
    return { value, possible: [...possible].sort((a, b) => order.indexOf(a) - order.indexOf(b)) };
  }

  text(id: string, key = 'title'): string {
    return this.loaded.texts[id]?.[key] ?? id;
  }

  /** The reasoning behind a settled value: each rule passed through that rests on answers of its own. */
  reasons(id: string): Reason[] {
    const { through, variables } = this.#values.proof(id);
    const used = new Set(variables.map((index) => this.lawModel.variables.facts[index] ?? ''));
    return through.flatMap((rule) => {
      const facts = this.#factsOf(rule).filter((fact) => used.delete(fact));
      const answered = facts.flatMap((fact) => {
        const answer = this.description.answers.get(fact);
        return answer ? [{ fact, answer: answer.text, line: answer.place.line, column: answer.place.column }] : [];
      });
      return [{ rule, title: this.text(rule), source: this.#sourceOf(rule), facts: answered }];
    });
  }

  /** What passes through the proof of a value: concepts and scales. */
  through(id: string): readonly string[] {
    return this.#values.proof(id).through;
  }

  /** For each id the facts whose answer can still change its value, in the order of the law. */
  openFacts(ids: readonly string[]): Set<string>[] {
    return this.#values
      .relevant(ids)
      .map((variables) => new Set([...variables].map((index) => this.lawModel.variables.facts[index] ?? '')));
  }

  /** The same description under one rival reading, by Kleene's tables: for display only. */
  under(rival: NonNullable<Moment['rival']>): RivalValues {
    const lawModel = modelAt(this.loaded.law, { ...this.moment, rival }, this.lawModel.variables);
    const kleene = new Kleene(lawModel.model, this.#knowledge);
    return {
      lawModel,
      truth: (predicate) => kleene.predicate(predicate),
      possible: (scale) => members(kleene.outcomes(scale)).flatMap((index) => lawModel.outcomes.get(scale)?.[index] ?? []),
    };
  }

  doubt(rule: string, index: string, source: readonly string[], would: Contested['would']): Contested {
    return { rule, reading: this.text(rule, `contested.${index}`), source, would };
  }

  #diagram() {
    const { law, diagram } = this.loaded;
    if (this.moment.asOf >= newestText(law) && this.moment.proposals.length === 0) return diagram;
    return diagramOf(this.lawModel);
  }

  #factsOf(rule: string): string[] {
    const concept = this.loaded.law.concepts.find(({ id }) => id === rule);
    const scale = this.loaded.law.scales.find(({ id }) => id === rule);
    const conditions = [...(concept?.versions ?? []), ...(scale?.rows ?? [])].map(({ when }) => when);
    return conditions.flatMap(factsIn);
  }

  #sourceOf(rule: string): readonly string[] {
    const { concepts, scales } = this.loaded.law;
    return (concepts.find(({ id }) => id === rule) ?? scales.find(({ id }) => id === rule))?.source ?? [];
  }
}

export interface RivalValues {
  readonly lawModel: LawModel;
  readonly truth: (predicate: string) => Truth;
  readonly possible: (scale: string) => string[];
}

function factsIn(condition: LawCondition): string[] {
  if (condition.op === 'not') return factsIn(condition.of);
  if (condition.op === 'at-least') return condition.of.flatMap(factsIn);
  return 'fact' in condition ? [condition.fact] : [];
}
