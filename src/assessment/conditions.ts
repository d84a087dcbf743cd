import { isDay } from '../law/day.ts';
import type { LawCondition } from '../law/law.ts';
import type { LawModel } from '../law/moment.ts';
import { atLeast, not, type Truth } from '../logic/truth.ts';
import type { Derived } from './derived.ts';
import type { Condition, Titled } from './explanation.ts';

/** Puts conditions into trees that can be read, with titles and, for a system, with what each part comes to. */
export class ConditionTeller {
  readonly #text: (id: string, key?: string) => string;
  readonly #model: LawModel;
  readonly #derived: Derived | undefined;

  constructor(text: (id: string, key?: string) => string, model: LawModel, derived: Derived | undefined) {
    this.#text = text;
    this.#model = model;
    this.#derived = derived;
  }

  tell(condition: LawCondition): Condition {
    switch (condition.op) {
      case 'at-least':
        return this.#group(condition.threshold, condition.of);
      case 'not': {
        const of = this.tell(condition.of);
        // Twice not is as good as never said.
        if (of.op === 'not') return of.of[0] ?? of;
        return { ...BARE, op: 'not', threshold: 1, of: [of], value: of.value && not(of.value) };
      }
      case 'concept':
        return this.#leaf('concept', condition.id, null, [], this.#derived?.truth(condition.id));
      case 'scale': {
        const values = condition.outcomes.map((id) => this.outcome(condition.id, id));
        return this.#leaf('scale', condition.id, 'is', values, this.#ofScale(condition.id, condition.outcomes));
      }
      case 'has':
        return this.#fact(condition, 'has', [condition.option]);
      case 'fact':
        return this.#fact(condition, 'is', condition.values);
      case 'before':
      case 'after': {
        const { day } = condition;
        const value = isDay(day) ? { id: day, title: day } : { id: this.#model.dayOf(day), title: this.#text(day) };
        return this.#leaf('fact', condition.fact, condition.op, [value], this.#derived?.holds(condition));
      }
    }
  }

  outcome(scale: string, outcome: string): Titled {
    const named = this.#text(scale, `outcome.${outcome}`);
    return { id: outcome, title: named === scale ? this.#text(outcome) : named };
  }

  option(fact: string, option: string): Titled {
    const named = this.#text(fact, `option.${option}`);
    return { id: option, title: named === fact ? option : named };
  }

  #group(threshold: number, parts: readonly LawCondition[]): Condition {
    const isAll = threshold === parts.length;
    const told = parts.map((part) => this.tell(part));
    const of = isAll ? joined(told, 'not') : threshold === 1 ? joined(told, 'fact') : told;
    const [first] = of;
    if (first === undefined) return { ...BARE, op: 'always', value: this.#derived === undefined ? null : 'yes' };
    if (of.length === 1 && (isAll || threshold === 1)) return first;
    const values = of.map(({ value }) => value);
    const value = values.includes(null) ? null : atLeast(isAll ? of.length : threshold, values as Truth[]);
    const op = isAll ? 'all' : threshold === 1 ? 'any' : 'at-least';
    return { ...BARE, op, threshold: isAll ? of.length : threshold, of, value };
  }

  #fact(
    condition: LawCondition & { readonly fact: string },
    test: Condition['test'],
    values: readonly string[],
  ): Condition {
    const named = values.map((value) => this.option(condition.fact, value));
    return this.#leaf('fact', condition.fact, test, named, this.#derived?.holds(condition));
  }

  #leaf(
    op: Condition['op'],
    id: string,
    test: Condition['test'],
    values: readonly Titled[],
    value: Truth | undefined,
  ): Condition {
    return { ...BARE, op, value: value ?? null, subject: { id, title: this.#text(id) }, test, values };
  }

  #ofScale(id: string, outcomes: readonly string[]): Truth | undefined {
    const possible = this.#derived?.outcomes(id).possible;
    if (possible === undefined) return undefined;
    if (possible.every((outcome) => outcomes.includes(outcome))) return 'yes';
    return possible.some((outcome) => outcomes.includes(outcome)) ? 'unknown' : 'no';
  }
}

const BARE: Omit<Condition, 'op'> = { value: null, threshold: 0, of: [], subject: null, test: null, values: [] };

/**
 * Neighbours that ask the same list fact for one option each are told as one, the options side by side: of those that must
 * all be absent (`not`), or of which any will do (`fact`).
 */
function joined(parts: readonly Condition[], op: 'not' | 'fact'): Condition[] {
  const told: Condition[] = [];
  for (const part of parts) {
    const last = told.at(-1);
    const list = listOf(part, op);
    if (last !== undefined && list !== undefined && list === listOf(last, op)) told.splice(-1, 1, merge(last, part));
    else told.push(part);
  }
  return told;
}

function listOf(part: Condition, op: 'not' | 'fact'): string | undefined {
  const has = part.op === 'not' ? part.of[0] : part;
  return part.op === op && has?.test === 'has' ? has.subject?.id : undefined;
}

function merge(one: Condition, other: Condition): Condition {
  const [a, b] = [one.of[0], other.of[0]];
  if (a !== undefined && b !== undefined)
    return { ...one, of: [merge(a, b)], value: one.value && other.value && atLeast(2, [one.value, other.value]) };
  const value = one.value && other.value && atLeast(1, [one.value, other.value]);
  return { ...one, values: [...one.values, ...other.values], value };
}
