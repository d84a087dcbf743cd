import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildDiagram, NodeBudgetExceeded } from '../../src/logic/diagram.ts';
import { Kleene } from '../../src/logic/kleene.ts';
import { full, type Model } from '../../src/logic/model.ts';
import { and, atLeast, not, or, type Truth } from '../../src/logic/truth.ts';
import { Values } from '../../src/logic/values.ts';
import { completions, knowledgeOf, modelOf } from './random.ts';

const TRUTHS: readonly Truth[] = ['yes', 'no', 'unknown'];

describe('three-valued truth', () => {
  test('unknown is neither true nor false', () => {
    expect(TRUTHS.map(not)).toEqual(['no', 'yes', 'unknown']);
    expect(and(['yes', 'unknown'])).toBe('unknown');
    expect(and(['no', 'unknown'])).toBe('no');
    expect(or(['yes', 'unknown'])).toBe('yes');
    expect(or(['no', 'unknown'])).toBe('unknown');
  });

  test('counting settles as soon as the rest cannot matter', () => {
    expect(atLeast(2, ['yes', 'yes', 'unknown'])).toBe('yes');
    expect(atLeast(2, ['yes', 'no', 'unknown'])).toBe('unknown');
    expect(atLeast(2, ['no', 'no', 'unknown'])).toBe('no');
    expect(atLeast(0, [])).toBe('yes');
    expect(atLeast(1, [])).toBe('no');
  });
});

const modelAndKnowledge = modelOf(6, 4).chain((model) => knowledgeOf(model).map((knowledge) => ({ model, knowledge })));

/** The values of a model when every variable is known. */
function fully(model: Model, knowledge: readonly number[]) {
  const kleene = new Kleene(model, knowledge);
  return { predicate: (id: string) => kleene.predicate(id), decision: kleene.outcomes('d') };
}

function values(model: Model, knowledge: readonly number[]): Values {
  return new Values(model, buildDiagram(model, ['d', ...model.predicates.keys()]), knowledge);
}

describe('possible values', () => {
  test('are exactly those that some full answer gives', () => {
    fc.assert(
      fc.property(modelAndKnowledge, ({ model, knowledge }) => {
        const answers = [...completions(knowledge)].map((answer) => fully(model, answer));
        const derived = values(model, knowledge);
        expect(derived.outcomes('d')).toBe(answers.reduce((mask, { decision }) => mask | decision, 0));
        for (const id of model.predicates.keys()) {
          const truths = new Set(answers.map(({ predicate }) => predicate(id)));
          expect(derived.truth(id)).toBe(truths.size === 2 ? 'unknown' : [...truths][0]);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('of a decision where something else holds are exactly those of the full answers in which it does', () => {
    fc.assert(
      fc.property(modelAndKnowledge, ({ model, knowledge }) => {
        const answers = [...completions(knowledge)].map((answer) => fully(model, answer));
        const derived = values(model, knowledge);
        const all = derived.outcomes('d');
        for (const id of model.predicates.keys()) {
          const inThose = answers.filter(({ predicate }) => predicate(id) === 'yes');
          const expected = inThose.reduce((mask, { decision }) => mask | decision, 0);
          expect(derived.outcomesWhere('d', id, 2)).toBe(expected === 0 ? all : expected);
        }
        for (let outcome = 0; outcome < 5; outcome++) {
          const isPossible = (all >>> outcome) & 1;
          expect(derived.outcomesWhere('d', 'd', 1 << outcome)).toBe(isPossible ? 1 << outcome : all);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('with a variable tested first are the same', () => {
    fc.assert(
      fc.property(modelAndKnowledge, fc.nat(), ({ model, knowledge }, which) => {
        const diagram = buildDiagram(model, ['d', ...model.predicates.keys()], [which % model.variables.length]);
        const other = new Values(model, diagram, knowledge);
        expect(other.outcomes('d')).toBe(values(model, knowledge).outcomes('d'));
      }),
      { numRuns: 200 },
    );
  });

  test('by Kleene alone are never wrong, only loose', () => {
    fc.assert(
      fc.property(modelAndKnowledge, ({ model, knowledge }) => {
        const exact = values(model, knowledge);
        const kleene = new Kleene(model, knowledge);
        expect(kleene.outcomes('d') & exact.outcomes('d')).toBe(exact.outcomes('d'));
        for (const id of model.predicates.keys()) expect([exact.truth(id), 'unknown']).toContain(kleene.predicate(id));
      }),
      { numRuns: 400 },
    );
  });

  test('only narrow as more becomes known', () => {
    fc.assert(
      fc.property(modelAndKnowledge, fc.nat(), fc.nat(), ({ model, knowledge }, which, keep) => {
        const index = which % knowledge.length;
        const known = knowledge[index] ?? 0;
        const narrower = known & (keep % full(3)) || known;
        const before = values(model, knowledge).outcomes('d');
        const after = values(model, knowledge.with(index, narrower)).outcomes('d');
        expect(after & ~before).toBe(0);
      }),
      { numRuns: 400 },
    );
  });
});

describe('relevance', () => {
  test('holds of exactly the variables whose answer can still change the outcome', () => {
    fc.assert(
      fc.property(modelAndKnowledge, ({ model, knowledge }) => {
        const [relevant] = values(model, knowledge).relevant(['d']);
        model.variables.forEach((_, index) => {
          const matters = [...completions(knowledge)].some((answer) => {
            const outcomes = [...completions(answer.with(index, knowledge[index] ?? 0))].map(
              (other) => fully(model, other).decision,
            );
            return new Set(outcomes).size > 1;
          });
          expect(relevant?.has(index)).toBe(matters);
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('proofs', () => {
  test('what a proof rests on is enough, alone, for the value', () => {
    fc.assert(
      fc.property(modelAndKnowledge, ({ model, knowledge }) => {
        const derived = values(model, knowledge);
        for (const id of ['d', ...model.predicates.keys()]) {
          const { through, variables } = derived.proof(id);
          const value = (of: Values) => (id === 'd' ? of.outcomes(id) : of.truth(id));
          const settled = id === 'd' ? Math.log2(derived.outcomes(id)) % 1 === 0 : derived.truth(id) !== 'unknown';
          expect(through.length > 0).toBe(settled);
          if (!settled) continue;
          const rest = knowledge.map((known, index) =>
            variables.includes(index) ? known : full(model.variables[index]?.size ?? 0),
          );
          expect(value(values(model, rest))).toBe(value(derived));
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('a diagram', () => {
  test('that would grow beyond its budget is refused, not cut short', () => {
    const parity: Model = {
      variables: Array.from({ length: 8 }, (_, index) => ({ id: `v${index}`, size: 2 })),
      predicates: new Map([
        [
          'p',
          Array.from({ length: 8 }).reduce<import('../../src/logic/model.ts').Condition>(
            (odd, _, variable) => {
              const on = { op: 'is', variable, values: 2 } as const;
              const xor = [
                { op: 'at-least', threshold: 2, of: [odd, { op: 'not', of: on }] },
                { op: 'at-least', threshold: 2, of: [{ op: 'not', of: odd }, on] },
              ] as const;
              return { op: 'at-least', threshold: 1, of: xor };
            },
            { op: 'at-least', threshold: 1, of: [] },
          ),
        ],
      ]),
      decisions: new Map(),
    };
    expect(buildDiagram(parity, ['p']).tests).toHaveLength(15);
    expect(() => buildDiagram(parity, ['p'], [], 10)).toThrow(NodeBudgetExceeded);
  });
});
