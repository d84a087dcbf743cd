import fc from 'fast-check';
import { type Condition, full, type Model } from '../../src/logic/model.ts';

/** Small random models: variables, predicates that may use earlier ones, a decision over all of them. */
export const modelOf = (variables: number, predicates: number): fc.Arbitrary<Model> =>
  fc.array(fc.integer({ min: 2, max: 3 }), { minLength: 2, maxLength: variables }).chain((sizes) =>
    fc
      .tuple(
        ...Array.from({ length: predicates }, (_, index) => condition(sizes, index, 3)),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), condition(sizes, predicates, 2)), {
          minLength: 1,
          maxLength: 4,
        }),
      )
      .map((parts) => {
        const rows = parts.at(-1) as [number, Condition][];
        const conditions = parts.slice(0, -1) as Condition[];
        const last = { outcome: 4, when: { op: 'at-least', threshold: 0, of: [] } as const };
        return {
          variables: sizes.map((size, index) => ({ id: `v${index}`, size })),
          predicates: new Map(conditions.map((when, index) => [`p${index}`, when])),
          decisions: new Map([['d', [...rows.map(([outcome, when]) => ({ outcome, when })), last]]]),
        };
      }),
  );

function condition(sizes: readonly number[], predicates: number, depth: number): fc.Arbitrary<Condition> {
  const is = fc
    .nat(sizes.length - 1)
    .chain((variable) =>
      fc
        .integer({ min: 0, max: full(sizes[variable] ?? 1) })
        .map((values): Condition => ({ op: 'is', variable, values })),
    );
  const predicate = fc
    .nat(Math.max(0, predicates - 1))
    .map((index): Condition => ({ op: 'predicate', id: `p${index}` }));
  const leaf = predicates > 0 ? fc.oneof({ weight: 3, arbitrary: is }, { weight: 1, arbitrary: predicate }) : is;
  if (depth === 0) return leaf;
  const inner = condition(sizes, predicates, depth - 1);
  const group = fc
    .array(inner, { minLength: 1, maxLength: 4 })
    .chain((of) => fc.nat(of.length).map((threshold): Condition => ({ op: 'at-least', threshold, of })));
  return fc.oneof(
    leaf,
    group,
    inner.map((of): Condition => ({ op: 'not', of })),
  );
}

/** What is known of each variable: a non-empty set of its values. */
export const knowledgeOf = (model: Model): fc.Arbitrary<number[]> =>
  fc.tuple(...model.variables.map(({ size }) => fc.integer({ min: 1, max: full(size) })));

/** Every full answer within what is known. */
export function* completions(knowledge: readonly number[]): Generator<number[]> {
  const [first, ...rest] = knowledge;
  if (first === undefined) {
    yield [];
    return;
  }
  for (let value = 0; value < 5; value++)
    if ((first >>> value) & 1) for (const tail of completions(rest)) yield [1 << value, ...tail];
}
