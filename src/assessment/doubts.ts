import { type Contested as ContestedInLaw, isOnlyTold, type Stratum } from '../law/law.ts';
import type { Contested } from './contract.ts';
import type { Derived } from './derived.ts';

/** What is doubtful about an entry without a rival that would change a result. */
export function doubtsOf(
  entry: { id: string; contested: readonly ContestedInLaw<object>[] },
  derived: Derived,
): Contested[] {
  return entry.contested.flatMap((doubt, index) => {
    const isTold = isOnlyTold(doubt) && derived.lawModel.exists(doubt);
    return isTold ? [derived.contested(entry.id, `contested.${index}`, doubt.source, [])] : [];
  });
}

/** The doubts about what a duty or scale rests on: the concepts of its proof that hold. `proven` is its name in the model. */
export function doubtsBehind(proven: string, strata: readonly Stratum[], derived: Derived): Contested[] {
  const doubtful = derived.doubtful.filter(({ stratum }) => strata.includes(stratum));
  if (doubtful.length === 0) return [];
  const through = derived.through(proven);
  return doubtful.filter(({ id }) => through.includes(id)).flatMap((concept) => doubtsOf(concept, derived));
}
