import type { Condition, Model, Row } from '../logic/model.ts';
import type { Day } from './day.ts';
import { type Concept, type Contested, type Duty, type InTime, type Law, type LawCondition, type Scale, TRUE } from './law.ts';
import { encode, type Variables, variablesOf } from './variables.ts';

/** The law as it stood on a day, with or without proposals, and with at most one rival reading in place of the used one. */
export interface Moment {
  readonly asOf: Day;
  readonly proposals: readonly string[];
  readonly rival?: Rival;
}

export interface Rival {
  /** The concept, scale or duty whose reading is contested; for a scale also the row. */
  readonly entry: string;
  readonly row?: number;
  readonly index: number;
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
}

/** Predicates of the model that stand for "this duty applies" and "this event has happened". */
export const dutyApplies = (id: string) => `duty ${id}`;
export const eventHappened = (id: string) => `event ${id}`;

export function modelAt(law: Law, moment: Moment, variables = variablesOf(law)): LawModel {
  const dayOf = (id: string) => dayAt(law, id, moment.asOf);
  const outcomes = new Map(law.scales.map((scale) => [scale.id, namesOf(scale)]));
  const indexOf = (scale: string, outcome: string) => outcomes.get(scale)?.indexOf(outcome) ?? -1;
  const condition = (part: LawCondition) => encode(part, variables, indexOf, dayOf);
  const exists = (entry: InTime) => existsAt(entry, moment);

  const predicates = new Map<string, Condition>();
  for (const concept of law.concepts) {
    predicates.set(concept.id, exists(concept) ? condition(readingOf(concept, moment)) : NO);
  }
  const decisions = new Map(law.scales.map((scale) => [scale.id, rowsAt(scale, moment, exists, condition, outcomes.get(scale.id) ?? [])]));
  const duties = law.duties.filter(exists).map((duty) => rivalDuty(duty, moment.rival));
  for (const duty of duties) {
    predicates.set(dutyApplies(duty.id), { op: 'at-least', threshold: 2, of: [{ op: 'predicate', id: duty.binds }, condition(duty.when)] });
  }
  for (const event of law.events) predicates.set(eventHappened(event.id), condition(event.happened));
  return { model: { variables: variables.all, predicates, decisions }, variables, outcomes, duties, condition, dayOf };
}

const NO: Condition = { op: 'at-least', threshold: 1, of: [] };

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
  moment: Moment,
  exists: (entry: InTime) => boolean,
  condition: (part: LawCondition) => Condition,
  names: readonly string[],
): Row[] {
  return scale.rows.flatMap((row, index) => {
    if (!exists(row)) return [];
    const { rival } = moment;
    const instead = rival?.entry === scale.id && rival.row === index ? row.contested[rival.index]?.instead : undefined;
    return { outcome: names.indexOf(instead?.due ?? nameOfRow(row)), when: condition(instead?.when ?? row.when) };
  });
}

function readingOf(concept: Concept, moment: Moment): LawCondition {
  const rival = moment.rival?.entry === concept.id ? concept.contested[moment.rival.index] : undefined;
  if (rival?.instead.when !== undefined) return rival.instead.when;
  const current = concept.versions.findLast((version) => (version.textFrom ?? '') <= moment.asOf);
  return current?.when ?? { op: 'not', of: TRUE };
}

function rivalDuty(duty: Duty, rival: Rival | undefined): Duty {
  const instead = rival?.entry === duty.id ? duty.contested[rival.index]?.instead : undefined;
  return instead === undefined ? duty : { ...duty, ...instead };
}

function existsAt(entry: InTime, moment: Moment): boolean {
  if (entry.proposal !== undefined && !moment.proposals.includes(entry.proposal)) return false;
  return (entry.textFrom ?? '') <= moment.asOf && (entry.textUntil === undefined || moment.asOf < entry.textUntil);
}

/** A day before the oldest text of a date gives that oldest text: it is the first that is known. */
export function dayAt(law: Law, id: string, asOf: Day): Day {
  const history = law.dates.find((date) => date.id === id)?.history ?? [];
  return (history.findLast((row) => row.lawFrom <= asOf) ?? history[0])?.on ?? '';
}

/** The days on which the text of the law changes; after the last, the newest known text holds. */
export function textChanges(law: Law): Day[] {
  const days = new Set<Day>();
  const entries: InTime[] = [...law.concepts, ...law.duties, ...law.scales.flatMap((scale) => scale.rows)];
  for (const entry of entries) {
    if (entry.textFrom) days.add(entry.textFrom);
    if (entry.textUntil) days.add(entry.textUntil);
  }
  for (const concept of law.concepts) for (const version of concept.versions) if (version.textFrom) days.add(version.textFrom);
  for (const date of law.dates) for (const row of date.history) days.add(row.lawFrom);
  return [...days].sort();
}

/** Every rival reading of the law, with its entry. `Contested` without a change is a doubt to be told, not a rival. */
export function rivals(law: Law): { rival: Rival; contested: Contested<object> }[] {
  const changes = (contested: Contested<object>) => Object.keys(contested.instead).length > 0;
  return [
    ...[...law.concepts, ...law.duties].flatMap((entry) =>
      entry.contested.map((contested, index) => ({ rival: { entry: entry.id, index }, contested })),
    ),
    ...law.scales.flatMap((scale) =>
      scale.rows.flatMap((row, number) =>
        row.contested.map((contested, index) => ({ rival: { entry: scale.id, row: number, index }, contested })),
      ),
    ),
  ].filter(({ contested }) => changes(contested));
}
