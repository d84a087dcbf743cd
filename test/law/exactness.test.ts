import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/description/description.ts';
import { knowledgeOf } from '../../src/description/knowledge.ts';
import { readDescription } from '../../src/description/read.ts';
import { newestText } from '../../src/law/artefact.ts';
import { modelAt } from '../../src/law/moment.ts';
import { Kleene } from '../../src/logic/kleene.ts';
import { full } from '../../src/logic/model.ts';
import { reachability } from '../../src/logic/reach.ts';
import { Source } from '../../src/yaml/source.ts';
import { fullAnswers } from './answers.ts';
import { ROOT, realLaw } from './real.ts';

const { law, diagram } = realLaw();
const { model, variables } = modelAt(law, { asOf: newestText(law), proposals: [] });
const facts = law.facts.filter(({ id }) => id in variables.byFact);
const roots = [...(diagram?.roots ?? [])];

/** Nothing is left open: no month without its day, no option in doubt. */
function isWhole(answer: Answer): boolean {
  return answer.kind === 'value' || (answer.kind === 'list' && ![...answer.options.values()].includes('unknown'));
}

/** Random systems are seldom harmless: what the examples answer is mixed in. */
const examples = readdirSync(`${ROOT}examples`, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .flatMap((path) => {
    const text = readFileSync(`${ROOT}examples/${path}`, 'utf8');
    const answers = readDescription(new Source(path, text), law).description?.answers ?? [];
    return [new Map([...answers].filter(([, answer]) => isWhole(answer)))];
  });

/** The same, with whole facts taken away and list items in doubt. */
function partial(full: Map<string, Answer>, random: () => number): Map<string, Answer> {
  const keep = random();
  const left = new Map<string, Answer>();
  for (const [id, answer] of full) {
    if (random() > keep) continue;
    if (answer.kind !== 'list') left.set(id, answer);
    else {
      const options = [...answer.options].map(([option, on]) => [option, random() < 0.1 ? 'unknown' : on] as const);
      left.set(id, { ...answer, options: new Map(options) });
    }
  }
  return left;
}

function masks(knowledge: readonly number[]): Map<string, number> {
  if (diagram === undefined) throw new Error('the law has outgrown its diagram');
  const reached = reachability(diagram, knowledge);
  return new Map(roots.map(([id, root]) => [id, reached(root)]));
}

/** The values when everything is known, by the plain interpreter: a second opinion on the diagrams. */
function plainly(knowledge: readonly number[]): Map<string, number> {
  const kleene = new Kleene(model, knowledge);
  const truth = { no: 1, yes: 2, unknown: 3 } as const;
  return new Map(
    roots.map(([id]) => [id, model.decisions.has(id) ? kleene.outcomes(id) : truth[kleene.predicate(id)]]),
  );
}

describe('the real rules', () => {
  test('never exclude what the full answer turns out to be, over 10,000 partial descriptions', () => {
    let seen = 0;
    const levels = new Set<number>();
    fc.assert(
      fc.property(
        fullAnswers(facts),
        fc.option(fc.constantFrom(...examples), { nil: new Map<string, Answer>() }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (anything, example, stream) => {
          const answers = new Map([...anything, ...example]);
          const random = () => stream.next().value;
          const settled = plainly(knowledgeOf(answers, variables));
          levels.add(settled.get('eu-ai-act.level') ?? 0);
          let known = answers;
          let before = masks(knowledgeOf(known, variables));
          for (let step = 0; step < 10; step++) {
            known = partial(known, random);
            const after = masks(knowledgeOf(known, variables));
            seen += 1;
            for (const [id, value] of settled) {
              const possible = after.get(id) ?? 0;
              if ((value & ~possible) !== 0) throw new Error(`${id}: unsound`);
              if (((before.get(id) ?? 0) & ~possible) !== 0) throw new Error(`${id}: knowing less narrowed it`);
            }
            before = after;
          }
        },
      ),
      { numRuns: 1000 },
    );
    expect(seen).toBe(10_000);
    expect(levels.size).toBe(6);
  }, 120_000);

  test('leave possible exactly what some full answer reaches, by brute force over up to 12 open questions', () => {
    const shown = [
      'eu-ai-act.level',
      'eu-ai-act.high-risk-regime',
      'devices.class',
      'devices.regulation',
      'devices.third-party-assessment',
      'eu-ai-act.exempted',
    ];
    fc.assert(
      fc.property(
        fullAnswers(facts),
        fc.array(fc.nat(variables.all.length - 1), { maxLength: 12 }),
        (answers, opened) => {
          const knowledge = knowledgeOf(answers, variables);
          const open = [...new Set(opened)];
          for (const index of open) knowledge[index] = full(variables.all[index]?.size ?? 1);
          const found = new Map(shown.map((id) => [id, 0]));
          let budget = 5000;
          const visit = (at: number): void => {
            const index = open[at];
            if (index === undefined) {
              budget -= 1;
              const kleene = new Kleene(model, knowledge);
              for (const id of shown) {
                const value = model.decisions.has(id) ? kleene.outcomes(id) : kleene.predicate(id) === 'yes' ? 2 : 1;
                found.set(id, (found.get(id) ?? 0) | value);
              }
              return;
            }
            const whole = knowledge[index] ?? 0;
            for (let value = 0; value < 31 && budget > 0; value++) {
              if (!((whole >>> value) & 1)) continue;
              knowledge[index] = 1 << value;
              visit(at + 1);
            }
            knowledge[index] = whole;
          };
          visit(0);
          if (budget <= 0) return;
          const exact = masks(knowledge);
          for (const id of shown) expect([id, exact.get(id)]).toEqual([id, found.get(id)]);
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});
