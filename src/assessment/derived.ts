import type { Answer, Description } from '../description/description.ts';
import { knowledgeOf } from '../description/knowledge.ts';
import { diagramAt, type LoadedLaw, lawModelAt } from '../law/artefact.ts';
import { type Concept, type Duty, factsIn, isOnlyTold, type LawCondition, type Scale } from '../law/law.ts';
import { dutyApplies, type LawModel, type Moment } from '../law/moment.ts';
import { conditionsOf, modelUnder, type Rival, reachedBy, rivalsOf } from '../law/rival.ts';
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
  #found: Rules | undefined;
  #rivals: readonly UnderRival[] | undefined;
  #doubtful: readonly Concept[] | undefined;

  constructor(loaded: LoadedLaw, description: Description, moment: Moment) {
    this.loaded = loaded;
    this.description = description;
    this.moment = moment;
    this.lawModel = lawModelAt(loaded, moment);
    this.#knowledge = knowledgeOf(description.answers, this.lawModel.variables);
    this.#values = new Values(this.lawModel.model, diagramAt(loaded, moment, this.lawModel), this.#knowledge);
    this.#kleene = new Kleene(this.lawModel.model, this.#knowledge);
  }

  /** By id, where a report asks for them. */
  get #rules(): Rules {
    const { concepts, scales } = this.loaded.law;
    this.#found ??= {
      concepts: new Map(concepts.map((rule) => [rule.id, rule])),
      scales: new Map(scales.map((rule) => [rule.id, rule])),
      duties: new Map(this.lawModel.duties.map((duty) => [dutyApplies(duty.id), duty])),
    };
    return this.#found;
  }

  truth(concept: string): Truth {
    return this.#values.truth(concept);
  }

  /** For a condition that has no name of its own. Loose where facts occur twice. */
  holds(condition: LawCondition): Truth {
    return this.#kleene.truth(this.lawModel.condition(condition));
  }

  outcomes(scale: string): Settled {
    return this.#settled(scale, this.#values.outcomes(scale));
  }

  /** What a scale may come to in the cases in which a predicate holds or, where `outcome` is given, a scale has that outcome. */
  outcomesWhere(scale: string, condition: string, outcome?: string): Settled {
    const index = outcome === undefined ? 1 : (this.lawModel.outcomes.get(condition)?.indexOf(outcome) ?? 0);
    return this.#settled(scale, this.#values.outcomesWhere(scale, condition, 1 << index));
  }

  /** Possible outcomes from the least to the most severe. */
  ordered(scale: string): Settled {
    const { value, possible } = this.outcomes(scale);
    return { value, possible: this.inOrder(scale, possible) };
  }

  inOrder(scale: string, outcomes: readonly string[]): string[] {
    const order = this.#rules.scales.get(scale)?.order ?? [];
    return [...outcomes].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  }

  text(id: string, key = 'title'): string {
    return this.loaded.texts[id]?.[key] ?? id;
  }

  sourceOf(rule: string): readonly string[] {
    return (this.#rules.concepts.get(rule) ?? this.#rules.scales.get(rule))?.source ?? [];
  }

  /** An outcome in a word or two. */
  nameOf(scale: string, outcome: string): string {
    const words = this.loaded.texts[scale];
    return words?.[`short.${outcome}`] ?? words?.[`outcome.${outcome}`] ?? outcome;
  }

  /** What gives a settled outcome: of the sources of its row, or of the row that it was taken over from, those of the rules that held. */
  sourceOfOutcome(scale: string): readonly string[] {
    const { value } = this.outcomes(scale);
    const through = this.through(scale);
    const rows = [scale, ...through].flatMap((id) => this.#rules.scales.get(id)?.rows ?? []);
    const sources =
      rows.find((row) => row.outcome === value && row.source.length > 0 && this.holds(row.when) !== 'no')?.source ?? [];
    const held = through.filter((id) => this.#rules.concepts.has(id) && this.truth(id) === 'yes');
    const cited = new Set(held.flatMap((id) => this.sourceOf(id)));
    const decisive = sources.filter((source) => cited.has(source));
    return decisive.length > 0 ? decisive : sources;
  }

  /** The reasoning behind a settled value: each rule passed through that rests on answers of its own. */
  reasons(id: string): Reason[] {
    const { through, variables } = this.#values.proof(id);
    const used = new Set(variables.map((index) => this.lawModel.variables.facts[index] ?? ''));
    const { concepts, scales, duties } = this.#rules;
    return through.map((rule) => {
      const entry = concepts.get(rule) ?? scales.get(rule) ?? duties.get(rule);
      const conditions = entry === undefined ? [] : conditionsIn(entry);
      const facts = conditions.flatMap(({ when }) => factsIn(when)).filter((fact) => used.delete(fact));
      const answered = facts.flatMap((fact) => {
        const answer = this.description.answers.get(fact);
        return answer ? [{ fact, answer: answer.text, ...answer.place }] : [];
      });
      const value = scales.has(rule) ? null : this.truth(rule);
      return {
        rule: entry?.id ?? rule,
        title: this.text(entry?.id ?? rule),
        value,
        source: entry?.source ?? [],
        facts: answered,
      };
    });
  }

  /** The facts that the proof of a value rests on. */
  provenBy(id: string): string[] {
    const facts = this.#values.proof(id).variables.map((index) => this.lawModel.variables.facts[index] ?? '');
    return [...new Set(facts)];
  }

  /** What would follow if one answer were another, and all else as described. */
  answering(fact: string, answer: Answer): Pick<Derived, 'truth' | 'outcomes'> {
    const answers = new Map(this.description.answers).set(fact, answer);
    const diagram = diagramAt(this.loaded, this.moment, this.lawModel);
    const values = new Values(this.lawModel.model, diagram, knowledgeOf(answers, this.lawModel.variables));
    return {
      truth: (concept) => values.truth(concept),
      outcomes: (scale) => this.#settled(scale, values.outcomes(scale)),
    };
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

  /** The facts whose answer can still change the value of one of them. */
  openFactsOfAny(ids: readonly string[]): Set<string> {
    const variables = this.#values.relevantToAny(ids);
    return new Set([...variables].map((index) => this.lawModel.variables.facts[index] ?? ''));
  }

  /**
   * The same description under each rival reading, by Kleene's tables: for display only. Rivals that cannot change
   * anything, because their condition comes out as the used one does or is as open, are left out.
   */
  get rivals(): readonly UnderRival[] {
    this.#rivals ??= rivalsOf(this.loaded.law).flatMap((rival) => this.#under(rival) ?? []);
    return this.#rivals;
  }

  /** The concepts that hold and about which there is a doubt that no facts can settle. */
  get doubtful(): readonly Concept[] {
    this.#doubtful ??= this.loaded.law.concepts.filter(
      ({ id, contested }) => contested.some(isOnlyTold) && this.truth(id) === 'yes',
    );
    return this.#doubtful;
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
      affects: reachedBy(rival.entry, this.loaded.law, this.loaded.reach),
      truth: (predicate) => differing(kleene.predicate(predicate), this.#kleene.predicate(predicate)),
      outcomes: (scale) => {
        const mask = differing(kleene.outcomes(scale), this.#kleene.outcomes(scale));
        return mask === undefined ? undefined : this.#names(scale, mask);
      },
    };
  }

  #settled(scale: string, mask: number): Settled {
    const possible = this.#names(scale, mask);
    return { value: possible.length === 1 ? (possible[0] ?? null) : null, possible };
  }

  #names(scale: string, mask: number): string[] {
    const names = this.lawModel.outcomes.get(scale) ?? [];
    return members(mask).flatMap((index) => names[index] ?? []);
  }
}

interface Rules {
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly scales: ReadonlyMap<string, Scale>;
  readonly duties: ReadonlyMap<string, Duty>;
}

/** What a rival reading would make of values; undefined where it makes no difference. */
export interface UnderRival {
  readonly rival: Rival;
  /** The scales and duties that draw on it. */
  readonly affects: ReadonlySet<string>;
  readonly truth: (predicate: string) => Truth | undefined;
  readonly outcomes: (scale: string) => string[] | undefined;
}

function conditionsIn(entry: Concept | Scale | Duty): readonly { readonly when: LawCondition }[] {
  if ('rows' in entry) return entry.rows;
  return 'versions' in entry ? entry.versions : [entry];
}

function differing<T>(value: T, used: T): T | undefined {
  return value === used ? undefined : value;
}
