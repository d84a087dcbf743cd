import { classOf, type FactVariable, stretches, type Variables } from '../law/variables.ts';
import { nothingKnown } from '../logic/model.ts';
import type { Answer } from './description.ts';

const MASKS = { yes: 2, no: 1, unknown: 3 } as const;

/** What the answers leave possible for each variable: a bit mask of values. Absent facts leave everything possible. */
export function knowledgeOf(answers: ReadonlyMap<string, Answer>, variables: Variables): number[] {
  const knowledge = nothingKnown({ variables: variables.all });
  for (const [fact, answer] of answers) {
    const variable = variables.byFact[fact];
    if (variable !== undefined) for (const [index, mask] of masksOf(variable, answer)) knowledge[index] = mask;
  }
  return knowledge;
}

function masksOf(variable: FactVariable, answer: Answer): [number, number][] {
  if (variable.kind === 'list' && answer.kind === 'list') {
    return Object.entries(variable.variables).map(([option, index]) => [
      index,
      MASKS[answer.options.get(option) ?? 'unknown'],
    ]);
  }
  if (variable.kind === 'classes' && answer.kind === 'value')
    return [[variable.variable, 1 << classOf(variable, answer.value)]];
  if (variable.kind === 'stretches' && answer.kind === 'period')
    return [[variable.variable, stretches(variable.cuts, answer.period)]];
  return [];
}
