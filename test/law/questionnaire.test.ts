import { describe, expect, test } from 'vitest';
import { compile } from '../../src/law/compile.ts';
import type { Fact, QuestionScreen } from '../../src/law/law.ts';
import { lintQuestions } from '../../src/law/lint-questions.ts';
import { realRules } from './real.ts';

const { law, texts } = realRules();

const faults = (facts: readonly Fact[], screens: readonly QuestionScreen[] = []) =>
  lintQuestions({ ...law, facts, screens }, texts.en);
const change = (id: string, changed: Partial<Fact>) =>
  law.facts.map((fact) => (fact.id === id ? { ...fact, ...changed } : fact));
const screen = (...facts: string[]): QuestionScreen => ({ id: 'ask.x', facts, unticked: {} });

describe('the linter', () => {
  test('finds nothing in these rules', () => {
    expect(faults(law.facts, law.screens)).toEqual([]);
  });

  test('wants to know of every fact but a text who usually knows it', () => {
    const unknown = law.facts.map(({ knownBy: _, ...fact }) => fact);
    const named = faults(unknown).map(([id]) => id);
    expect(named).toEqual(law.facts.filter(({ type }) => type !== 'text').map(({ id }) => id));
  });

  test('wants areas for what one screen cannot hold, each with options', () => {
    expect(faults(change('uses', { areas: [] }))).toEqual([
      ['uses', 'has more than 12 options: give it "areas", so that each screen is short'],
    ]);
    const { areas = [] } = law.facts.find(({ id }) => id === 'uses') ?? {};
    expect(faults(change('uses', { areas: [...areas, 'leisure'] }))).toEqual([
      ['uses', 'has no option of the area "leisure"'],
    ]);
  });

  test('wants a screen to hold no more than 12 boxes, and what can be ticked only', () => {
    expect(faults(law.facts, [screen('ai.technique', 'operator.roles')])).toEqual([
      ['ask.x', 'has 13 boxes; a screen holds 12'],
    ]);
    expect(faults(law.facts, [screen('market.in-eu', 'operator.size')])[0]).toEqual([
      'ask.x',
      'operator.size is no box to tick: ask for it alone',
    ]);
    expect(faults(law.facts, [screen('market.in-eu', 'uses')])[0]).toEqual([
      'ask.x',
      'uses has areas and fills a screen of its own',
    ]);
  });

  test('wants to know what it means that nothing is ticked, and what a ticked box says', () => {
    expect(faults(law.facts, [screen('market.stage', 'device.conformity-route')])).toEqual([
      ['ask.x', 'leaves more than one fact open if nothing is ticked: say what that means under "unticked"'],
    ]);
    const stage = { ...screen('market.stage', 'device.conformity-route'), unticked: { 'market.stage': 'development' } };
    expect(faults(law.facts, [stage])).toEqual([]);
    const lone = { ...texts.en, 'market.in-eu': {} };
    expect(lintQuestions({ ...law, screens: [screen('market.in-eu', 'ai.technique')] }, lone)).toEqual([
      ['market.in-eu', 'stands on ask.x: give it "tick", what a ticked box says'],
    ]);
  });
});

describe('a screen', () => {
  const FACT = `fact: a
type: choice
known-by: it
title: { en: A, fr: A }
question: { en: A?, fr: A ? }
areas:
  - { is: one, title: { en: One, fr: Un } }
options:
  - { is: x, area: one, title: { en: X, fr: X } }
  - { is: y, area: won, title: { en: Y, fr: Y } }
`;
  const said = (entry: string) =>
    compile([{ path: 'rules/x.yaml', text: `${FACT}---\n${entry}` }]).problems.map(({ args }) => args.message);

  test('names facts that exist, and an option of one of them for what is not ticked', () => {
    expect(said('screen: ask.a\nfacts: [ b ]')).toContain('no fact is called "b" (did you mean "a"?)');
    expect(said('screen: ask.a\nfacts: [ a ]\nunticked: { a: z }')).toContainEqual(
      expect.stringContaining('"z" is no option of a'),
    );
    expect(said('screen: ask.a\nfacts: [ a ]\nunticked: { b: x }')).toContainEqual(
      expect.stringContaining('"b" is no fact of this screen'),
    );
  });

  test('has a title where several facts stand on it', () => {
    expect(said('screen: ask.a\nfacts: [ a, a ]')).toContain('"title: { en, fr }" is missing');
    expect(said('screen: ask.a\nfacts: [ a ]')).not.toContain('"title: { en, fr }" is missing');
  });

  test('shows options by areas that exist', () => {
    expect(said('screen: ask.a\nfacts: [ a ]')).toContainEqual(expect.stringContaining('"won" is no area of a'));
  });
});
