import type { Contested as ContestedInLaw, Stratum } from '../law/law.ts';
import type { Contested } from './contract.ts';
import type { Derived } from './derived.ts';

/** What is doubtful about an entry without a rival that would change a result. */
export function doubtsOf(entry: { id: string; contested: readonly ContestedInLaw<object>[] }, derived: Derived): Contested[] {
  return entry.contested.flatMap(({ source, instead }, index) =>
    Object.keys(instead).length === 0 ? [derived.contested(entry.id, `contested.${index}`, source, [])] : [],
  );
}

/** The doubts about what a value rests on: the concepts of its proof that hold. */
export function doubtsBehind(id: string, strata: readonly Stratum[], derived: Derived): Contested[] {
  const doubtful = derived.loaded.law.concepts.filter(({ contested, stratum }) => contested.length > 0 && strata.includes(stratum));
  if (doubtful.length === 0) return [];
  const through = new Set(derived.through(id));
  return doubtful.filter((concept) => through.has(concept.id) && derived.truth(concept.id) === 'yes').flatMap((concept) => doubtsOf(concept, derived));
}
