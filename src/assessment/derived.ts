import type { Description } from '../description/description.ts';
import { knowledgeOf } from '../description/knowledge.ts';
import { diagramOf, type LoadedLaw, newestText } from '../law/artefact.ts';
import type { Language, LawCondition } from '../law/law.ts';
import { type LawModel, type Moment, modelAt } from '../law/moment.ts';
import { conditionsOf, modelUnder, type Rival, rivalsOf } from '../law/rival.ts';
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
  #rivals: readonly UnderRival[] | undefined;

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
    const possible = this.#names(scale, this.#values.outcomes(scale));
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

  /**
   * The same description under each rival reading, by Kleene's tables: for display only. Rivals that cannot change
   * anything, because their condition comes out as the used one does or is as open, are left out.
   */
  get rivals(): readonly UnderRival[] {
    this.#rivals ??= rivalsOf(this.loaded.law).flatMap((rival) => this.#under(rival) ?? []);
    return this.#rivals;
  }

  contested(rule: string, words: string, source: readonly string[], would: Contested['would']): Contested {
    return { rule, reading: this.text(rule, words), source, would };
  }

  #under(rival: Rival): UnderRival | undefined {
    const [used, instead] = conditionsOf(rival, this.lawModel)?.map((condition) => this.#kleene.truth(condition)) ?? [];
    if (used !== undefined && used === instead) return undefined;
    const model = modelUnder(rival, this.lawModel);
    if (model === undefined) return undefined;
    const kleene = new Kleene(model, this.#knowledge);
    return {
      rival,
      truth: (predicate) => differing(kleene.predicate(predicate), this.#kleene.predicate(predicate)),
      outcomes: (scale) => {
        const mask = differing(kleene.outcomes(scale), this.#kleene.outcomes(scale));
        return mask === undefined ? undefined : this.#names(scale, mask);
      },
    };
  }

  #names(scale: string, mask: number): string[] {
    const names = this.lawModel.outcomes.get(scale) ?? [];
    return members(mask).flatMap((index) => names[index] ?? []);
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

/** What a rival reading would make of values; undefined where it makes no difference. */
export interface UnderRival {
  readonly rival: Rival;
  readonly truth: (predicate: string) => Truth | undefined;
  readonly outcomes: (scale: string) => string[] | undefined;
}

function differing<T>(value: T, used: T): T | undefined {
  return value === used ? undefined : value;
}

function factsIn(condition: LawCondition): string[] {
  if (condition.op === 'not') return factsIn(condition.of);
  if (condition.op === 'at-least') return condition.of.flatMap(factsIn);
  return 'fact' in condition ? [condition.fact] : [];
}
