import { type Condition, type Lookup, type Model, NEVER, type Row } from '../logic/model.ts';
import { type Citation, type Contested, type InTime, isOnlyTold, type Law, type LawCondition, namesIn } from './law.ts';
import { applies, dutyApplies, type LawModel } from './moment.ts';

/** A rival reading of one entry of the law: what it would put in the place of the reading used. */
export interface Rival extends InTime {
  /** The concept, scale or duty whose reading is contested. */
  readonly entry: string;
  /** The key of its words among those of the entry. */
  readonly words: string;
  readonly source: readonly Citation[];
  readonly when?: LawCondition;
  readonly due?: string;
  readonly binds?: string;
  /** For a scale, the row. */
  readonly row?: number;
}

/** Every rival reading. A doubt that would change nothing is none. */
export function rivalsOf(law: Law): Rival[] {
  const of = (entry: string, contested: readonly Contested<object>[], row?: number): Rival[] =>
    contested.flatMap((doubt, index) => {
      if (isOnlyTold(doubt)) return [];
      const { source, instead, ...inTime } = doubt;
      const words = row === undefined ? `contested.${index}` : `contested.${row}.${index}`;
      return [{ entry, words, source, ...inTime, ...instead, ...(row === undefined ? {} : { row }) }];
    });
  return [
    ...[...law.concepts, ...law.duties].flatMap(({ id, contested }) => of(id, contested)),
    ...law.scales.flatMap(({ id, rows }) => rows.flatMap(({ contested }, row) => of(id, contested, row))),
  ];
}

/** The model with a rival's reading in the place of the used one, or undefined where the entry or the doubt does not exist then. */
export function modelUnder(rival: Rival, lawModel: LawModel): Model | undefined {
  const { model, condition, exists } = lawModel;
  if (!exists(rival)) return undefined;
  const duty = lawModel.duties.find(({ id }) => id === rival.entry);
  if (duty) {
    const reading = applies(rival.binds ?? duty.binds, condition(rival.when ?? duty.when));
    return { ...model, predicates: withEntry(model.predicates, dutyApplies(duty.id), reading) };
  }
  if (rival.row === undefined) {
    const used = model.predicates.get(rival.entry) ?? NEVER;
    if (used === NEVER || rival.when === undefined) return undefined;
    return { ...model, predicates: withEntry(model.predicates, rival.entry, condition(rival.when)) };
  }
  const rows = model.decisions.get(rival.entry) ?? [];
  if (rows[rival.row]?.when === NEVER) return undefined;
  const outcome = rival.due === undefined ? undefined : lawModel.outcomes.get(rival.entry)?.indexOf(rival.due);
  const read = rows.map((row, index): Row => {
    if (index !== rival.row) return row;
    return { outcome: outcome ?? row.outcome, when: rival.when === undefined ? row.when : condition(rival.when) };
  });
  return { ...model, decisions: withEntry(model.decisions, rival.entry, read) };
}

/** The used condition and the rival one, where the two readings differ in nothing else. */
export function conditionsOf(
  rival: Rival,
  { model, condition }: LawModel,
): readonly [Condition, Condition] | undefined {
  if (rival.when === undefined || rival.due !== undefined) return undefined;
  const used =
    rival.row === undefined ? model.predicates.get(rival.entry) : model.decisions.get(rival.entry)?.[rival.row]?.when;
  return used && [used, condition(rival.when)];
}

function withEntry<V>(entries: Lookup<V>, id: string, value: V): Lookup<V> {
  return {
    get: (asked) => (asked === id ? value : entries.get(asked)),
    has: (asked) => entries.has(asked),
    keys: () => entries.keys(),
  };
}

/** The scales and duties that draw on a contested entry: what a rival reading of it may change. */
export function reachedBy(entry: string, law: Law, reach: Reach): Set<string> {
  const ids = [...law.scales, ...law.duties];
  return new Set(reach[entry]?.map((index) => ids[index]?.id ?? ''));
}

/** For each contested entry, the places among the scales and then the duties of what draws on it. */
export type Reach = Readonly<Record<string, readonly number[]>>;

export function reachOfContested(law: Law): Reach {
  const users = new Map<string, string[]>();
  const uses = (user: string, used: Iterable<string>) => {
    for (const id of used) users.set(id, [...(users.get(id) ?? []), user]);
  };
  for (const { id, versions } of law.concepts)
    uses(
      id,
      versions.flatMap(({ when }) => namesIn(when)),
    );
  for (const { id, rows } of law.scales)
    uses(
      id,
      rows.flatMap(({ when }) => namesIn(when)),
    );
  for (const { id, binds, due, when } of law.duties) uses(id, [binds, due, ...namesIn(when)]);
  const places = new Map([...law.scales, ...law.duties].map(({ id }, index) => [id, index]));
  const closure = (entry: string): number[] => {
    const seen = new Set([entry]);
    for (const id of seen) for (const user of users.get(id) ?? []) seen.add(user);
    return [...seen].flatMap((id) => places.get(id) ?? []);
  };
  const contested = [
    ...[...law.concepts, ...law.duties].filter((entry) => entry.contested.length > 0),
    ...law.scales.filter(({ rows }) => rows.some((row) => row.contested.length > 0)),
  ];
  return Object.fromEntries(contested.map(({ id }) => [id, closure(id)]));
}
