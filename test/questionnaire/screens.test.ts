import { describe, expect, test } from 'vitest';
import type { Answer, ControlAnswer, Description } from '../../src/description/description.ts';
import { nextScreen } from '../../src/questionnaire/next.ts';
import { progressOf } from '../../src/questionnaire/progress.ts';
import { answersOf, areasOf, boxesOf, pagesOf, type Screen } from '../../src/questionnaire/screen.ts';
import { whyAsked, whyControl } from '../../src/questionnaire/why.ts';
import { describeSystem } from '../cases/describe.ts';
import { systems } from '../cases/known-systems.ts';
import { answerFrom, fullyKnown, law } from './people.ts';
import { SESSION, walk } from './walk.ts';

function described(answers: Readonly<Record<string, string>> = {}): Description {
  const [known] = systems;
  if (known === undefined) throw new Error(describeSystem({}));
  const read = Object.entries(answers).map(([fact, text]) => [fact, answerFrom(fact, text)] as const);
  return { ...fullyKnown(known), answers: new Map<string, Answer>(read), controls: new Map() };
}

const factOf = (id: string) => {
  const fact = law.law.facts.find((candidate) => candidate.id === id);
  if (fact === undefined) throw new Error(id);
  return fact;
};
const together = (id: string, facts: readonly string[]): Screen => ({
  stage: 'classification',
  group: 'x',
  facts,
  together: id,
});
const next = (answers: Readonly<Record<string, string>>, session = SESSION) =>
  nextScreen(law, described(answers), session);

describe('boxes to tick', () => {
  const market = together('ask.market', ['market.stage', 'market.in-eu', 'device.conformity-route']);

  test('stand for what is so, fact by fact: the option that no tick stands for has none', () => {
    expect(boxesOf(law, market).map(({ fact, option }) => `${fact}=${option}`)).toEqual([
      'market.stage=testing-on-people',
      'market.stage=on-market',
      'market.in-eu=yes',
      ...['notified-body', 'self-declaration', 'in-house', 'custom-made', 'investigation'].map(
        (route) => `device.conformity-route=${route}`,
      ),
    ]);
  });

  test('left empty say no, none, or what the rules say; a fact of which they say nothing stays open', () => {
    expect([...answersOf(law, market, [])]).toEqual([
      ['market.stage', 'development'],
      ['market.in-eu', 'no'],
    ]);
    const nature = together('ask.nature', ['ai.technique', 'purpose.solely-for']);
    // That it works in no way at all must not pass for an answer.
    expect([...answersOf(law, nature, [])]).toEqual([['purpose.solely-for', 'none']]);
    expect([...answersOf(law, nature, [{ fact: 'ai.technique', option: 'machine-learning' }])]).toEqual([
      ['ai.technique', '[machine-learning]'],
      ['purpose.solely-for', 'none'],
    ]);
  });

  test('ticked twice for a fact that has one value only give no answer', () => {
    const ticked = ['testing-on-people', 'on-market'].map((option) => ({ fact: 'market.stage', option }));
    expect(answersOf(law, market, ticked).has('market.stage')).toBe(false);
  });

  test('have words in both languages', () => {
    for (const { id, facts } of law.law.screens.filter(({ facts }) => facts.length > 1)) {
      expect([id, law.texts[id]?.title]).not.toContain(undefined);
      for (const fact of facts.filter((own) => factOf(own).type === 'yes-no'))
        expect([fact, law.texts[fact]?.tick]).not.toContain(undefined);
    }
  });
});

describe('a long list', () => {
  test('is asked for by its areas, then for the options of those that are chosen, at most 12 on a screen', () => {
    const uses = factOf('uses');
    expect(areasOf(uses).length).toBeLessThanOrEqual(12);
    expect(areasOf(uses)[1]).toEqual({ area: 'infrastructure', option: 'critical-infrastructure' });
    expect(pagesOf(uses, [])).toEqual([]);
    expect(pagesOf(uses, ['infrastructure'])).toEqual([]);
    expect(pagesOf(uses, ['emergencies', 'employment'])).toEqual([
      ['recruitment', 'worker-management', 'emergency-calls', 'emergency-dispatch', 'emergency-triage'],
    ]);
    const all = pagesOf(uses, uses.areas);
    for (const page of all) expect(page.length).toBeLessThanOrEqual(12);
    expect(all.flat().length).toBe(uses.options.length - 1);
    expect(areasOf(factOf('ai.technique'))).toEqual([]);
  });
});

describe('the next screen', () => {
  test('begins with what settles most', () => {
    expect(next({})).toEqual({
      stage: 'classification',
      group: 'ai',
      facts: ['ai.technique', 'purpose.solely-for'],
      together: 'ask.nature',
    });
  });

  test('asks fact by fact for somebody who is not sure of all boxes', () => {
    const session = { ...SESSION, apart: new Set(['ask.nature']) };
    expect(next({}, session)).toEqual({ stage: 'classification', group: 'ai', facts: ['ai.technique'] });
    expect(next({ 'ai.technique': 'unknown' }, session)).toMatchObject({ facts: ['purpose.solely-for'] });
  });

  test('leaves out groups that are skipped', () => {
    expect(next({}, { ...SESSION, skipped: new Set(['ai']) })).toMatchObject({ facts: ['purpose.solely-for'] });
  });

  test('goes straight for what ends it: research that is nothing else', () => {
    const research = { 'ai.technique': '[machine-learning]', 'purpose.solely-for': '[scientific-research]' };
    expect(next(research)).toMatchObject({ facts: ['market.stage', 'deployment.context'] });
    expect(next({ ...research, 'purpose.solely-for': 'none' })).toMatchObject({ together: 'ask.roles' });
  });

  test('asks by itself for a fact that no tick has answered, where it still matters', () => {
    const [system] = systems;
    if (system === undefined) throw new Error('no systems');
    const person = fullyKnown(system);
    const answers = new Map(walk(person).reached.answers);
    answers.delete('device.conformity-route');
    expect(nextScreen(law, { ...person, answers }, SESSION)).toEqual({
      stage: 'classification',
      group: 'device',
      facts: ['device.conformity-route'],
    });
  });
});

describe('controls', () => {
  const maker = systems.find(({ id }) => id === 'therapixel-mammoscreen');
  if (maker === undefined) throw new Error('the example is not there');
  const { reached, screens } = walk(fullyKnown(maker));
  const asked = screens.flatMap((screen) => (screen.stage === 'controls' ? [screen] : []));

  test('come after all facts, area by area in the order of the rules', () => {
    expect(screens.findIndex(({ stage }) => stage === 'controls')).toBe(screens.length - asked.length);
    const areas = asked.map(({ area }) => area).filter((area, index, all) => area !== all[index - 1]);
    expect(new Set(areas).size).toBe(areas.length);
    expect(areas).toEqual(law.law.areas.map(({ id }) => id).filter((id) => areas.includes(id)));
  });

  test('of soft law are asked only of those who want them', () => {
    expect(nextScreen(law, reached, SESSION)).toBeNull();
    expect(nextScreen(law, reached, { ...SESSION, level: 'good-practice' })).toMatchObject({ stage: 'controls' });
  });

  test('are left out area by area', () => {
    const unanswered = { ...reached, controls: new Map<string, ControlAnswer>() };
    const [first] = asked;
    const skipped = new Set([first?.area ?? '']);
    const screen = nextScreen(law, unanswered, { ...SESSION, skipped });
    expect(screen).toEqual(asked.find(({ area }) => area !== first?.area));
  });

  test('that another one makes needless are not asked', () => {
    const insurer = systems.find(({ id }) => id === 'mutuelle-health-pricing');
    const known = insurer && walk(fullyKnown(insurer)).reached;
    const last = (status: ControlAnswer['status']) => {
      const answer: ControlAnswer = { place: { line: 0, column: 0, endColumn: 0 }, status, evidence: [] };
      const either = ['quality-management.system', 'deployer.monitoring'].map((id) => [id, answer] as const);
      const controls = new Map([...(known?.controls ?? []), ...either]);
      controls.delete('governance.financial-services');
      return known && nextScreen(law, { ...known, controls }, SESSION);
    };
    expect(last('missing')).toMatchObject({ control: 'governance.financial-services' });
    expect(last('in-place')).toBeNull();
  });
});

describe('progress', () => {
  test('says what is possible, and at most how much is left', () => {
    const start = progressOf(law, described(), SESSION);
    expect(start.level.possible).toHaveLength(6);
    expect(start.isDevice).toBe('unknown');
    expect(start.left.controls).toBeGreaterThan(100);
    expect(start.groups.reduce((sum, { left }) => sum + left, 0)).toBe(start.left.facts);
    const simple = progressOf(law, described({ 'ai.technique': '[fixed-rules]' }), SESSION);
    expect(simple.level).toEqual({ value: 'not-an-ai-system', possible: ['not-an-ai-system'] });
    expect(simple.left.facts).toBeLessThan(start.left.facts);
    const without = progressOf(law, described(), { ...SESSION, skipped: new Set(['data']) });
    expect(without.groups.map(({ group }) => group)).not.toContain('data');
  });
});

describe('why', () => {
  test('names the outcomes and duties that hang on an answer, with their places in the law', () => {
    const { source, values, duties } = whyAsked(law, described(), SESSION, 'uses');
    expect(source.length).toBeGreaterThan(0);
    expect(values[0]).toMatchObject({
      id: 'eu-ai-act.level',
      source: [expect.any(String), ...Array(5).fill(expect.any(String))],
    });
    expect(values[0]?.possible).toHaveLength(6);
    expect(duties.length).toBeGreaterThan(50);
    for (const duty of duties) expect(duty.source.length).toBeGreaterThan(0);
  });

  test('names nothing for an answer that changes nothing any more', () => {
    const person = described({ 'ai.technique': '[fixed-rules]' });
    expect(whyAsked(law, person, SESSION, 'uses').values.map(({ id }) => id)).not.toContain('eu-ai-act.level');
    expect(whyAsked(law, person, SESSION, 'practices')).toMatchObject({ values: [], duties: [] });
  });

  test('names the duties that need a control, those that apply first', () => {
    const { duties } = whyControl(law, described(), SESSION, 'human-oversight.override');
    expect(duties.map(({ id }) => id)).toContain('eu-ai-act.art-14.override');
  });
});
