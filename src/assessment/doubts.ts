import type { Contested as ContestedInLaw } from '../law/law.ts';
import type { Contested } from './contract.ts';
import type { Derived } from './derived.ts';

/** What is doubtful about an entry without a rival that would change a result. */
export function doubtsOf(entry: { id: string; contested: readonly ContestedInLaw<object>[] }, derived: Derived): Contested[] {
  return entry.contested.flatMap(({ source, instead }, index) =>
    Object.keys(instead).length === 0 ? [derived.contested(entry.id, `contested.${index}`, source, [])] : [],
  );
}
