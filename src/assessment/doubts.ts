import type { Contested as ContestedInLaw, Stratum } from '../law/law.ts';
import type { Contested } from './contract.ts';
import type { Derived } from './derived.ts';

/** What is doubtful about an entry without a rival that would change a result. */
export function doubtsOf(
  entry: { id: string; contested: readonly ContestedInLaw<object>[] },
  derived: Derived,
): Contested[] {
  return entry.contested.flatMap((doubt, index) => {
    const isTold = Object.keys(doubt.instead).length === 0 && derived.lawModel.exists(doubt);
    return isTold ? [derived.contested(entry.id, `contested.${index}`, doubt.source, [])] : [];
  });
}

/** The doubts about what a duty or scale rests on: the concepts of its proof that hold. `proven` is its name in the model. */
export function doubtsBehind(id: string, proven: string, strata: readonly Stratum[], derived: Derived): Contested[] {
  const { law, reach } = derived.loaded;
  const doubtful = law.concepts.filter(
    (concept) => strata.includes(concept.stratum) && reach[concept.id]?.includes(id),
  );
  if (doubtful.length === 0) return [];
  const through = derived.through(proven);
  const holding = doubtful.filter((concept) => through.includes(concept.id) && derived.truth(concept.id) === 'yes');
  return holding.flatMap((concept) => doubtsOf(concept, derived));
}
