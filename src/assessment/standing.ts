import type { Answer } from '../description/description.ts';
import type { Fact } from '../law/law.ts';
import type { ConditionTeller } from './conditions.ts';
import type { Derived } from './derived.ts';
import type { Change, Standing, Titled } from './explanation.ts';

/** Where a system stands with a predicate of the law or, where `scale` is given, with its outcomes. */
export function standingOf(name: string, isScale: boolean, derived: Derived, teller: ConditionTeller): Standing {
  const value = isScale ? null : derived.truth(name);
  const possible = isScale ? titled(derived.ordered(name).possible, name, derived, teller) : [];
  const isOpen = isScale ? possible.length > 1 : value === 'unknown';
  const open = isOpen ? (derived.openFacts([name])[0] ?? new Set<string>()) : new Set<string>();
  const { facts } = derived.loaded.law;
  const decisive = isOpen ? open : new Set(derived.provenBy(name));
  return {
    value,
    possible,
    because: isOpen ? [] : reasons(name, derived),
    questions: facts
      .filter(({ id }) => open.has(id))
      .map(({ id }) => ({ fact: id, question: derived.text(id, 'question') })),
    changes: facts
      .filter(({ id }) => decisive.has(id))
      .flatMap((fact) => changesOf(fact, name, isScale, derived, teller)),
  };
}

/** The rules passed through; where the diagram alone settled it, the answers that suffice. */
function reasons(name: string, derived: Derived): Standing['because'] {
  const because = derived.reasons(name);
  const told = new Set(because.flatMap(({ facts }) => facts.map(({ fact }) => fact)));
  const untold = derived.provenBy(name).filter((fact) => !told.has(fact));
  const facts = untold.flatMap((fact) => {
    const answer = derived.description.answers.get(fact);
    return answer ? [{ fact, answer: answer.text, ...answer.place }] : [];
  });
  const [first, ...rest] = because;
  return first === undefined || facts.length === 0
    ? because
    : [{ ...first, facts: [...first.facts, ...facts] }, ...rest];
}

/** The other answers to one fact that alone would give something else. */
function changesOf(fact: Fact, name: string, isScale: boolean, derived: Derived, teller: ConditionTeller): Change[] {
  const now = derived.description.answers.get(fact.id);
  const before = resultOf(derived, name, isScale);
  const isOpen = before.length > 1 || before[0] === 'unknown';
  return otherAnswers(fact, now).flatMap(({ answer, option, list }): Change[] => {
    const after = resultOf(derived.answering(fact.id, answer), name, isScale);
    if (after.join() === before.join()) return [];
    // While much is open, most answers open or close something: only those that settle it are worth a word.
    if (isOpen && (after.length > 1 || after[0] === 'unknown')) return [];
    const gives = isScale ? titled(after, name, derived, teller) : after.map((value) => ({ id: value, title: value }));
    return [
      { fact: { id: fact.id, title: derived.text(fact.id) }, answer: teller.option(fact.id, option), list, gives },
    ];
  });
}

function resultOf(values: Pick<Derived, 'truth' | 'outcomes'>, name: string, isScale: boolean): readonly string[] {
  return isScale ? values.outcomes(name).possible : [values.truth(name)];
}

/** In a word or two where the law has them. */
function titled(outcomes: readonly string[], scale: string, derived: Derived, teller: ConditionTeller): Titled[] {
  return outcomes.map((outcome) => {
    const [, reason] = /^never:(.+)$/.exec(outcome) ?? [];
    if (reason !== undefined) return { id: outcome, title: derived.text(reason) };
    const name = derived.nameOf(scale, outcome);
    return name === outcome ? teller.outcome(scale, outcome) : { id: outcome, title: name };
  });
}

interface OtherAnswer {
  readonly answer: Answer;
  readonly option: string;
  readonly list: Change['list'];
}

/** Of a list, each option put on it or taken off; dates and countries have too many answers to try. */
function otherAnswers({ type, options }: Fact, now: Answer | undefined): OtherAnswer[] {
  const written = { place: now?.place ?? { line: 0, column: 0, endColumn: 0 }, text: '' };
  if (type === 'list') {
    const given = now?.kind === 'list' ? now.options : undefined;
    const none = new Map(options.map(({ id }) => [id, 'no' as const]));
    return options.map(({ id }) => {
      const has = given?.get(id) === 'yes';
      const changed = new Map(given ?? none).set(id, has ? 'no' : 'yes');
      return { answer: { kind: 'list', options: changed, ...written }, option: id, list: has ? 'remove' : 'add' };
    });
  }
  const value = now?.kind === 'value' ? now.value : undefined;
  return options
    .filter(({ id }) => id !== value)
    .map(({ id }) => ({ answer: { kind: 'value', value: id, ...written }, option: id, list: null }));
}
