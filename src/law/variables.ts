import { type Condition, full, NEVER, type Variable } from '../logic/model.ts';
import { addDays, type Day, isDay, type Period } from './day.ts';
import { type Fact, type Law, type LawCondition, leaves, parts } from './law.ts';

/**
 * The facts of the law as variables of the logic. A single-valued fact is one variable whose values are classes of
 * options that no condition tells apart; a date is one whose values are the stretches between the days it is compared
 * with; a list is one yes/no variable for each option.
 */
export interface Variables {
  readonly all: readonly Variable[];
  /** The fact that each variable belongs to. */
  readonly facts: readonly string[];
  /** For a list fact, the option that each variable stands for. */
  readonly options: readonly (string | undefined)[];
  readonly byFact: Readonly<Record<string, FactVariable>>;
}

export type FactVariable =
  /** `others` is the class of every value that no condition names. */
  | {
      readonly kind: 'classes';
      readonly variable: number;
      readonly classOf: Readonly<Record<string, number>>;
      readonly others: number;
    }
  | { readonly kind: 'stretches'; readonly variable: number; readonly cuts: readonly Day[] }
  | { readonly kind: 'list'; readonly variables: Readonly<Record<string, number>> };

export function classOf(fact: FactVariable & { kind: 'classes' }, value: string): number {
  return fact.classOf[value] ?? fact.others;
}

/** A list option's variable has the value 0 for "not on the list", 1 for "on it". */
const ON_LIST = 2;

export function variablesOf(law: Law): Variables {
  const tests = gatherTests(law);
  const all: Variable[] = [];
  const facts: string[] = [];
  const options: (string | undefined)[] = [];
  const byFact: Record<string, FactVariable> = {};
  const add = (id: string, size: number, fact: Fact, option?: string) => {
    facts.push(fact.id);
    options.push(option);
    return all.push({ id, size }) - 1;
  };
  for (const fact of law.facts) {
    if (fact.type === 'list') {
      const variables = fact.options.map(
        (option) => [option.id, add(`${fact.id}#${option.id}`, 2, fact, option.id)] as const,
      );
      byFact[fact.id] = { kind: 'list', variables: Object.fromEntries(variables) };
    } else if (fact.type === 'date') {
      const cuts = [...(tests.cuts.get(fact.id) ?? [])].sort();
      if (cuts.length > 0) byFact[fact.id] = { kind: 'stretches', variable: add(fact.id, cuts.length + 1, fact), cuts };
    } else if (tests.sets.has(fact.id)) {
      const classOf = classes(
        tests.sets.get(fact.id) ?? [],
        fact.options.map((option) => option.id),
      );
      const size = Math.max(...Object.values(classOf)) + 1;
      byFact[fact.id] = {
        kind: 'classes',
        variable: add(fact.id, size, fact),
        classOf,
        others: classOf[''] ?? size - 1,
      };
    }
  }
  return { all, facts, options, byFact };
}

/** A condition on facts as a condition on variables. `dayOf` gives the day of a date at the moment asked about. */
export function encode(
  condition: LawCondition,
  variables: Variables,
  indexOf: Outcomes,
  dayOf: (date: string) => Day,
): Condition {
  const inner = (part: LawCondition) => encode(part, variables, indexOf, dayOf);
  switch (condition.op) {
    case 'not':
      return { op: 'not', of: inner(condition.of) };
    case 'at-least':
      return { op: 'at-least', threshold: condition.threshold, of: condition.of.map(inner) };
    case 'concept':
      return { op: 'predicate', id: condition.id };
    case 'scale':
      return {
        op: 'decision',
        id: condition.id,
        outcomes: mask(condition.outcomes.map((name) => indexOf(condition.id, name))),
      };
    case 'has': {
      const fact = variables.byFact[condition.fact];
      const variable = fact?.kind === 'list' ? fact.variables[condition.option] : undefined;
      return variable === undefined ? NEVER : { op: 'is', variable, values: ON_LIST };
    }
    case 'fact': {
      const fact = variables.byFact[condition.fact];
      if (fact?.kind !== 'classes') return NEVER;
      return { op: 'is', variable: fact.variable, values: mask(condition.values.map((value) => classOf(fact, value))) };
    }
    case 'before':
    case 'after': {
      const fact = variables.byFact[condition.fact];
      if (fact?.kind !== 'stretches') return NEVER;
      const day = isDay(condition.day) ? condition.day : dayOf(condition.day);
      const limit = condition.op === 'before' ? day : addDays(day, 1);
      const earlier = mask(fact.cuts.map((_, index) => index).filter((index) => (fact.cuts[index] ?? '') <= limit));
      const values = condition.op === 'before' ? earlier : full(fact.cuts.length + 1) & ~earlier;
      return { op: 'is', variable: fact.variable, values };
    }
  }
}

export type Outcomes = (scale: string, outcome: string) => number;

/** The stretches between `cuts` in which a date known to a period may lie, as a mask. */
export function stretches(cuts: readonly Day[], period: Period): number {
  const stretch = (day: Day) => cuts.filter((cut) => cut <= day).length;
  const first = stretch(period.from);
  return mask(Array.from({ length: stretch(period.to) - first + 1 }, (_, index) => first + index));
}

function mask(bits: readonly number[]): number {
  return bits.reduce((all, bit) => all | (1 << bit), 0);
}

function gatherTests(law: Law): { sets: Map<string, Set<string>[]>; cuts: Map<string, Set<Day>> } {
  const sets = new Map<string, Set<string>[]>();
  const cuts = new Map<string, Set<Day>>();
  const days = new Map(law.dates.map((date) => [date.id, date.history.map((row) => row.on)]));
  for (const condition of allConditions(law)) {
    for (const part of parts(condition)) {
      if (part.op === 'fact') sets.set(part.fact, [...(sets.get(part.fact) ?? []), new Set(part.values)]);
      if (part.op !== 'before' && part.op !== 'after') continue;
      const known = cuts.get(part.fact) ?? new Set();
      for (const day of isDay(part.day) ? [part.day] : (days.get(part.day) ?? []))
        known.add(part.op === 'before' ? day : addDays(day, 1));
      cuts.set(part.fact, known);
    }
  }
  return { sets, cuts };
}

/** Every condition of the law, of all times, rivals and proposals included. */
export function* allConditions(law: Law): Generator<LawCondition> {
  for (const concept of law.concepts) {
    for (const version of concept.versions) yield version.when;
    for (const rival of concept.contested) if (rival.instead.when) yield rival.instead.when;
  }
  for (const scale of law.scales) {
    for (const row of scale.rows) {
      yield row.when;
      for (const rival of row.contested) if (rival.instead.when) yield rival.instead.when;
    }
  }
  for (const duty of law.duties) {
    yield duty.when;
    for (const rival of duty.contested) if (rival.instead.when) yield rival.instead.when;
    for (const leaf of leaves(duty.needs)) if ('holds' in leaf) yield leaf.holds;
  }
  for (const event of law.events) yield event.happened;
  for (const penalty of law.penalties) for (const cap of penalty.caps) yield cap.when;
  for (const { asked, roles } of law.counterparts) {
    yield asked;
    for (const role of roles) yield role.when;
  }
  for (const { when, signs } of law.changes) {
    yield when;
    for (const { becomes } of signs) if (becomes) yield becomes;
  }
}

/** Values that no condition tells apart share a class. The empty text stands for a country that none names. */
function classes(sets: readonly Set<string>[], options: readonly string[]): Record<string, number> {
  const named = options.length > 0 ? options : [...new Set(sets.flatMap((set) => [...set])), ''];
  const bySignature = new Map<string, number>();
  return Object.fromEntries(
    named.map((value) => {
      const signature = sets.map((set) => (set.has(value) ? '1' : '0')).join('');
      const index = bySignature.get(signature) ?? bySignature.size;
      bySignature.set(signature, index);
      return [value, index];
    }),
  );
}
