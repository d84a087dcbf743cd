import fc from 'fast-check';
import type { Answer } from '../../src/description/description.ts';
import { countryCodes } from '../../src/law/countries.ts';
import { addDays } from '../../src/law/day.ts';
import type { Fact } from '../../src/law/law.ts';

const WRITTEN = { place: { line: 1, column: 1, endColumn: 2 }, text: '' };

/** A full answer to a fact. */
function answerTo(fact: Fact): fc.Arbitrary<Answer> {
  if (fact.type === 'list') {
    // Mostly short lists: a random half of ten prohibited practices would leave nothing else to be seen.
    const some = fc.subarray([...fact.options], { minLength: 1, maxLength: 2 });
    const listed = fc.boolean().chain((any) => (any ? some : fc.constant([] as typeof fact.options)));
    return listed.map((on) => {
      const options = fact.options.map((option) => [option.id, on.includes(option) ? 'yes' : 'no'] as const);
      return { kind: 'list', options: new Map(options), ...WRITTEN };
    });
  }
  if (fact.type === 'date') {
    return fc.integer({ min: 0, max: 4000 }).map((days) => {
      const day = addDays('2023-01-01', days);
      return { kind: 'period', period: { from: day, to: day }, ...WRITTEN };
    });
  }
  const values = fact.type === 'country' ? [...countryCodes] : fact.options.map(({ id }) => id);
  return fc.constantFrom(...values).map((value) => ({ kind: 'value', value, ...WRITTEN }));
}

/** A full answer to every one of the facts. */
export function fullAnswers(facts: readonly Fact[]): fc.Arbitrary<Map<string, Answer>> {
  return fc
    .tuple(...facts.map((fact) => answerTo(fact).map((answer) => [fact.id, answer] as const)))
    .map((given) => new Map(given));
}
