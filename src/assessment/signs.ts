import { countryCodes } from '../law/countries.ts';
import type { LawCondition } from '../law/law.ts';
import type { Derived } from './derived.ts';

/** How something comes out in two descriptions. `half-known`: it is not known well enough of both to say. */
export type Compared = 'same' | 'otherwise' | 'half-known';

/** Whether any other value counts, or only one that takes in more. */
export type Direction = 'otherwise' | 'widened';

/** The values still possible and, where they have one, their order from the least to the most. */
interface Possible {
  readonly values: readonly string[];
  readonly order: readonly string[];
}

const NO_YES = ['no', 'yes'];

/** Compares a fact or a scale by its id. A list takes in more by an option more. */
export function compareById(id: string, direction: Direction, before: Derived, after: Derived): Compared {
  const now = possibleOf(id, after);
  const compared = possibleOf(id, before).map((was, index) => compare(was, now[index] ?? was, direction));
  return compared.find((one) => one === 'otherwise') ?? compared.find((one) => one === 'half-known') ?? 'same';
}

/** `otherwise` where the condition did not hold and now does. */
export function compareCondition(condition: LawCondition, before: Derived, after: Derived): Compared {
  const [was, now] = [before, after].map((derived) => possibleTruth(derived.holds(condition)));
  return was === undefined || now === undefined ? 'same' : compare(was, now, 'widened');
}

/** `otherwise` where the control was in place and is said not to be any more. */
export function compareControl(id: string, before: Derived, after: Derived): Compared {
  const [was, now] = [before, after].map(({ description }) => description.controls.get(id)?.status ?? 'unanswered');
  if (was !== 'in-place' || now === 'in-place') return 'same';
  return now === 'unanswered' ? 'half-known' : 'otherwise';
}

function compare(was: Possible, now: Possible, direction: Direction): Compared {
  if (direction === 'widened' && was.order.length > 0) {
    const [before, after] = [was, now].map(({ values, order }) => values.map((value) => order.indexOf(value)));
    if (Math.min(...(after ?? [])) > Math.max(...(before ?? []))) return 'otherwise';
    if (Math.max(...(after ?? [])) <= Math.min(...(before ?? []))) return 'same';
  } else if (!now.values.some((value) => was.values.includes(value))) return 'otherwise';
  const isAsBefore = now.values.length === was.values.length && now.values.every((value) => was.values.includes(value));
  return isAsBefore ? 'same' : 'half-known';
}

/** For a list one for each option, else one. */
function possibleOf(id: string, derived: Derived): Possible[] {
  const fact = derived.loaded.law.facts.find((candidate) => candidate.id === id);
  if (fact === undefined) {
    const order = derived.loaded.law.scales.find((scale) => scale.id === id)?.order ?? [];
    return [{ values: derived.outcomes(id).possible, order }];
  }
  const answer = derived.description.answers.get(id);
  const options = fact.type === 'country' ? [...countryCodes] : fact.options.map((option) => option.id);
  if (fact.type === 'list')
    return options.map((option) =>
      possibleTruth((answer?.kind === 'list' ? answer.options.get(option) : undefined) ?? 'unknown'),
    );
  const values = answer?.kind === 'value' ? [answer.value] : options;
  return [{ values, order: fact.type === 'choice' || fact.type === 'country' ? [] : options }];
}

function possibleTruth(truth: 'yes' | 'no' | 'unknown'): Possible {
  return { values: truth === 'unknown' ? NO_YES : [truth], order: NO_YES };
}
