import { type Condition, type Lookup, type Model, NEVER, type Row } from '../logic/model.ts';
import type { Day } from './day.ts';
import {
  type Concept,
  type Duty,
  type InTime,
  type Law,
  type LawCondition,
  type LawDate,
  type Scale,
  STRATA,
  TRUE,
} from './law.ts';
import { encode, type Variables, variablesOf } from './variables.ts';

/** The law as it stood on a day, with or without proposals. */
export interface Moment {
  readonly asOf: Day;
  readonly proposals: readonly string[];
}

/** A model of the logic with the names that lead back to the law. */
export interface LawModel {
  readonly model: Model;
  readonly variables: Variables;
  readonly outcomes: ReadonlyMap<string, readonly string[]>;
  /** The duties that exist at that moment, as they then read. */
  readonly duties: readonly Duty[];
  readonly condition: (condition: LawCondition) => Condition;
  readonly dayOf: (date: string) => Day;
  /** What the diagram is built of, in this order: all that can be derived, and the variables to be tested before all others. */
  readonly forDiagram: () => { readonly derived: readonly string[]; readonly testedFirst: readonly number[] };
  /** Whether an entry, or a doubt about it, is there at that moment. */
  readonly exists: (entry: InTime) => boolean;
}

/** Predicates of the model that stand for "this duty applies" and "this event has happened". */
export const dutyApplies = (id: string) => `duty ${id}`;
export const eventHappened = (id: string) => `event ${id}`;

export function modelAt(law: Law, moment: Moment, variables = variablesOf(law)): LawModel {
  const days = new Map(law.dates.map(({ id, history }) => [id, dayAt(history, moment.asOf)]));
  const dayOf = (id: string) => days.get(id) ?? '';
  const outcomes = new Map(law.scales.map((scale) => [scale.id, namesOf(scale)]));
  const indexOf = (scale: string, outcome: string) => outcomes.get(scale)?.indexOf(outcome) ?? -1;
  const condition = (part: LawCondition) => encode(part, variables, indexOf, dayOf);
  const exists = (entry: InTime) => existsAt(entry, moment);
  const duties = law.duties.filter(exists);

  const predicates = new Lazy<Condition>();
  for (const concept of law.concepts) {
    predicates.add(concept.id, () => (exists(concept) ? condition(readingOf(concept, moment)) : NEVER));
  }
  for (const { id, binds, when } of duties) predicates.add(dutyApplies(id), () => applies(binds, condition(when)));
  for (const event of law.events) predicates.add(eventHappened(event.id), () => condition(event.happened));
  const decisions = new Lazy<Row[]>();
  for (const scale of law.scales)
    decisions.add(scale.id, () => rowsAt(scale, exists, condition, outcomes.get(scale.id) ?? []));
  const model = { variables: variables.all, predicates, decisions };
  const forDiagram = () => {
    const inOrder = STRATA.flatMap((stratum) =>
      [...law.concepts, ...law.scales].filter((entry) => entry.stratum === stratum),
    );
    const testedFirst = law.testedFirst.flatMap((prefix) =>
      [...variables.facts.entries()].flatMap(([index, fact]) => (isUnder(fact, prefix) ? [index] : [])),
    );
    return { derived: [...new Set([...inOrder.map(({ id }) => id), ...predicates.keys()])], testedFirst };
  };
  return { model, variables, outcomes, duties, condition, dayOf, forDiagram, exists };
}

/** Most runs look at a few entries only, so each is worked out when it is first asked for. */
class Lazy<V> implements Lookup<V> {
  readonly #make = new Map<string, () => V>();
  readonly #made = new Map<string, V>();

  add(id: string, make: () => V): void {
    this.#make.set(id, make);
  }

  get(id: string): V | undefined {
    const made = this.#made.get(id);
    if (made !== undefined) return made;
    const value = this.#make.get(id)?.();
    if (value !== undefined) this.#made.set(id, value);
    return value;
  }

  has(id: string): boolean {
    return this.#make.has(id);
  }

  keys(): Iterable<string> {
    return this.#make.keys();
  }
}

/** A fact's id, or its group or the beginning of its id up to a dot. */
function isUnder(fact: string, prefix: string): boolean {
  return fact === prefix || fact.startsWith(`${prefix}.`);
}

export function applies(binds: string, when: Condition): Condition {
  return { op: 'at-least', threshold: 2, of: [{ op: 'predicate', id: binds }, when] };
}

/** All outcomes, those of rival readings last. */
function namesOf(scale: Scale): string[] {
  const rival = scale.rows.flatMap((row) => row.contested.flatMap(({ instead }) => instead.due ?? []));
  return [...new Set([...scale.rows.map(nameOfRow), ...rival])];
}

/** An outcome `never` bears its reason, so that two reasons stay two outcomes. */
function nameOfRow(row: Scale['rows'][number]): string {
  return row.reason === undefined ? row.outcome : `${row.outcome}:${row.reason}`;
}

function rowsAt(
  scale: Scale,
  exists: (entry: InTime) => boolean,
  condition: (part: LawCondition) => Condition,
  names: readonly string[],
): Row[] {
  return scale.rows.map((row) => ({
    outcome: names.indexOf(nameOfRow(row)),
    when: exists(row) ? condition(row.when) : NEVER,
  }));
}

function readingOf(concept: Concept, moment: Moment): LawCondition {
  const current = concept.versions.findLast((version) => (version.textFrom ?? '') <= moment.asOf);
  return current?.when ?? { op: 'not', of: TRUE };
}

function existsAt(entry: InTime, moment: Moment): boolean {
  if (entry.proposal !== undefined && !moment.proposals.includes(entry.proposal)) return false;
  return (entry.textFrom ?? '') <= moment.asOf && (entry.textUntil === undefined || moment.asOf < entry.textUntil);
}

/** A day before the oldest text of a date gives that oldest text: it is the first that is known. */
export function dayAt(history: LawDate['history'], asOf: Day): Day {
  return (history.findLast((row) => row.lawFrom <= asOf) ?? history[0])?.on ?? '';
}

/** The days on which the text of the law changes; after the last, the newest known text holds. */
export function textChanges(law: Law): Day[] {
  const days = new Set<Day>();
  const entries: InTime[] = [
    ...law.concepts,
    ...law.duties,
    ...law.changes,
    ...law.scales.flatMap((scale) => scale.rows),
  ];
  for (const entry of entries) {
    if (entry.textFrom) days.add(entry.textFrom);
    if (entry.textUntil) days.add(entry.textUntil);
  }
  for (const concept of law.concepts)
    for (const version of concept.versions) if (version.textFrom) days.add(version.textFrom);
  for (const date of law.dates) for (const row of date.history) days.add(row.lawFrom);
  return [...days].sort();
}
