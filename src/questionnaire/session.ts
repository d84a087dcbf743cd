import type { DutyLevel } from '../assessment/contract.ts';
import type { Day } from '../law/day.ts';
import { areaOf, type Law } from '../law/law.ts';

/** What the questionnaire knows beside the description. */
export interface Session {
  readonly asOf: Day;
  /** Groups of facts and areas of controls that are not asked about. */
  readonly skipped: ReadonlySet<string>;
  /** The group asked about last: it is finished before another is begun. */
  readonly lastGroup?: string;
  /** Screens of the rules whose facts are asked one by one, for someone who is not sure about some of them. */
  readonly apart?: ReadonlySet<string>;
  /** The weakest kind of duty whose controls are asked about; `law` unless said otherwise. */
  readonly level?: DutyLevel;
  readonly proposals?: readonly string[];
}

/** The group of a fact: the part before the first dot. */
export function groupOf(fact: string): string {
  const dot = fact.indexOf('.');
  return dot === -1 ? fact : fact.slice(0, dot);
}

const areas = new WeakMap<Law, ReadonlyMap<string, readonly string[]>>();

/** The controls of each area by its id, in the order of the rules; one that stands in no area has its own by its first part. */
export function controlsByArea(law: Law): ReadonlyMap<string, readonly string[]> {
  const known = areas.get(law);
  if (known !== undefined) return known;
  const found = new Map<string, string[]>(law.areas.map(({ id }) => [id, []]));
  for (const { id } of law.controls) {
    const area = areaOf(id, law.areas)?.id ?? `controls.${groupOf(id)}`;
    found.set(area, [...(found.get(area) ?? []), id]);
  }
  areas.set(law, found);
  return found;
}
