import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, DEFAULT_POLICY } from '../../src/assessment/assess.ts';
import type { Description } from '../../src/description/description.ts';
import { countryFrom } from '../../src/questionnaire/country.ts';
import { hold } from '../../src/questionnaire/interview.ts';
import type { Question, Reply } from '../../src/questionnaire/question.ts';
import { writeAnswers } from '../../src/questionnaire/write.ts';
import { systems } from '../cases/known-systems.ts';
import { AS_OF, fullyKnown, law } from './people.ts';
import { finish, interviewOn, replyOf, said } from './replies.ts';
import { walk } from './walk.ts';

const inWords = { law: law.law, texts: { en: law.texts } };
const START = 'aiact-check: "1.0"\nsystem:\n  name: Aid\n';
const personOf = (id: string) => {
  const system = systems.find((known) => known.id === id);
  if (system === undefined) throw new Error(id);
  return fullyKnown(system);
};
const chatbot = personOf('owlie-chatbot');

/** The file as one who saves now has it. */
const written = (text: string | null, given: ReadonlyMap<string, string>) => writeAnswers(text, given, inWords, 'en');

describe('the questions', () => {
  test('begin with a name, without which nothing can be saved', () => {
    const interview = interviewOn(null);
    expect(interview.question).toMatchObject({ kind: 'text', fact: { id: 'system.name' }, ways: ['leave'] });
    interview.reply(said('Reading aid: "x"'));
    expect(interview.description.name).toBe('Reading aid: "x"');
    expect(interview.question).toMatchObject({ kind: 'boxes', ways: ['apart', 'why', 'back', 'skip', 'leave'] });
  });

  test('are those of the questionnaire, and lead where it leads', () => {
    for (const id of ['owlie-chatbot', 'therapixel-mammoscreen', 'mutuelle-health-pricing']) {
      const person = personOf(id);
      const interview = interviewOn(null);
      finish(interview, person);
      const { reached } = walk(person);
      const answers = [...interview.description.answers].filter(([fact]) => fact !== 'system.name');
      expect(answers.map(([fact]) => fact).sort()).toEqual([...reached.answers.keys()].sort());
      expect([...interview.description.controls.keys()].sort()).toEqual([...reached.controls.keys()].sort());
      expect(written(null, interview.given)).toContain(`name: ${person.name}`);
    }
  });

  test('of a long list come area by area; a page not known is unsure, not no', () => {
    const interview = interviewOn(null);
    while (interview.question !== null && interview.question.kind !== 'areas')
      interview.reply(replyOf(personOf('non-medical-ai-in-hospital'), interview.question));
    expect(interview.question).toMatchObject({ fact: { id: 'uses' } });
    interview.reply(said('infrastructure', 'emergencies', 'employment'));
    expect(interview.question).toMatchObject({ kind: 'list', isPage: true, options: { length: 5 } });
    interview.reply({ kind: 'unknown' });
    expect(interview.given.get('uses')).toMatch(/^\[critical-infrastructure, recruitment\?, .*emergency-triage\?\]$/);
    interview.reply({ kind: 'back' });
    interview.reply({ kind: 'back' });
    expect(interview.question).toMatchObject({
      kind: 'areas',
      before: ['infrastructure', 'emergencies', 'employment'],
    });
    interview.reply(said());
    expect(interview.given.get('uses')).toBe('none');
  });

  test('about controls wait until one wants them', () => {
    const interview = interviewOn(null);
    while (interview.question !== null && interview.question.kind !== 'go-on')
      interview.reply(replyOf(chatbot, interview.question));
    expect(interview.question).toMatchObject({ kind: 'go-on', ways: ['back', 'leave'] });
    expect(interview.group).toBeUndefined();
    interview.reply(said('later'));
    expect([interview.question, interview.isPutOff]).toEqual([null, true]);
    interview.reply(said('now'));
    expect(interview.question).toBeNull();
  });

  test('about a control take a day for a plan, and evidence and owner of those who want to give them', () => {
    const interview = interviewOn(null);
    while (interview.question !== null && interview.question.kind !== 'status')
      interview.reply(replyOf(chatbot, interview.question));
    const control = interview.question?.kind === 'status' ? interview.question.control : '';
    const tell = (...replies: readonly string[]) => {
      for (const reply of replies) interview.reply(said(reply));
      const answer = interview.given.get(control);
      for (const _ of replies) interview.reply({ kind: 'back' });
      return answer;
    };
    expect(tell('planned', '2027-03')).toBe('{ status: planned, by: 2027-03 }');
    expect(tell('described', 'docs/plan.md', 'Quality: "us"')).toBe(
      '{ status: in-place, evidence: docs/plan.md, owner: "Quality: \\"us\\"" }',
    );
    expect(tell('described', '', ' ')).toBe('yes');
    expect(tell('no')).toBe('no');
    expect(interview.question).toMatchObject({ kind: 'status', control });
  });
});

describe('instead of an answer', () => {
  test('back takes the last one away and shows what it was', () => {
    const interview = interviewOn(START);
    expect(interview.question?.ways).not.toContain('back');
    const first = interview.question;
    interview.reply(said('ai.technique=machine-learning'));
    expect([...interview.given]).toEqual([
      ['ai.technique', '[machine-learning]'],
      ['purpose.solely-for', 'none'],
    ]);
    interview.reply({ kind: 'back' });
    expect(interview.given.size).toBe(0);
    expect(interview.question).toEqual({ ...first, before: ['ai.technique=machine-learning'] });
    interview.reply({ kind: 'back' });
    expect(interview.question).toEqual({ ...first, before: ['ai.technique=machine-learning'] });
  });

  test('somebody who is not sure of all boxes is asked one by one, and may not know', () => {
    const interview = interviewOn(START);
    interview.reply({ kind: 'apart' });
    expect(interview.question).toMatchObject({ kind: 'list', fact: { id: 'ai.technique' } });
    interview.reply({ kind: 'unknown' });
    expect(interview.question).toMatchObject({ kind: 'list', fact: { id: 'purpose.solely-for' } });
    expect([...interview.given]).toEqual([['ai.technique', 'unknown']]);
    expect(written(START, interview.given)).toContain('technique: unknown');
  });

  test('a group that is skipped is left open, for now', () => {
    const interview = interviewOn(START);
    interview.reply({ kind: 'skip' });
    expect(interview.given.size).toBe(0);
    finish(interview, chatbot);
    expect([...interview.given.keys()].filter((fact) => fact.startsWith('ai.'))).toEqual([]);
    const resumed = interviewOn(written(START, interview.given));
    expect(resumed.question).toMatchObject({ fact: { id: 'ai.technique' } });
  });

  test('why and leave change nothing; why is told by those who hold the interview', async () => {
    const interview = interviewOn(START);
    const replies: Reply[] = [{ kind: 'why' }, said('ai.technique=machine-learning'), { kind: 'leave' }];
    const [asked, saved, told]: [Question[], number[], number[]] = [[], [], []];
    const end = await hold(
      interview,
      async (question) => {
        asked.push(question);
        return replies.shift() ?? { kind: 'leave' };
      },
      { save: () => saved.push(interview.given.size), explain: async (why) => void told.push(why.length) },
    );
    expect([end, told, saved]).toEqual(['left', [2], [2]]);
    expect(asked[1]).toEqual(asked[0]);
  });

  test('an end of the terminal leaves what was answered', async () => {
    const interview = interviewOn(START);
    const replies = [said('ai.technique=machine-learning'), said('operator.roles=deployer')];
    const held = hold(
      interview,
      async () => {
        const reply = replies.shift();
        if (reply === undefined) throw new Error('closed');
        return reply;
      },
      { save: () => {}, explain: async () => {} },
    );
    await expect(held).rejects.toThrow('closed');
    expect([...interview.given.keys()]).toContain('operator.roles');
  });
});

describe('however one goes about it', () => {
  const people = ['owlie-chatbot', 'therapixel-mammoscreen', 'non-medical-ai-in-hospital'].map(personOf);
  const inOneGo = people.map((person) => {
    const interview = interviewOn(null);
    finish(interview, person);
    return { text: written(null, interview.given), description: interview.description };
  });

  /** What somebody ends with who takes these steps, then answers what is open. */
  function ended(person: Description, steps: readonly string[]): { text: string; description: Description } {
    let text: string | null = null;
    let interview = interviewOn(text);
    const resume = () => {
      // Without a name nothing can be saved.
      if (interview.description.name === '') return;
      if (interview.given.size > 0) text = written(text, interview.given);
      interview = interviewOn(text);
    };
    for (const step of steps) {
      const { question } = interview;
      if (question === null) break;
      if (step === 'resume') resume();
      else if (step === 'answer') interview.reply(replyOf(person, question));
      else interview.reply({ kind: question.ways.find((way) => way === step) ?? 'why' });
    }
    // What was skipped is asked of those who come back.
    resume();
    finish(interview, person);
    return { text: written(text, interview.given), description: interview.description };
  }

  const someone = fc.nat(people.length - 1);
  const walks = (...steps: readonly string[]) =>
    fc.array(fc.constantFrom('answer', 'answer', ...steps), { maxLength: 25 });

  test('going back, asking why, leaving and resuming end in the same file', () => {
    const property = fc.property(someone, walks('back', 'why', 'resume'), (who, steps) => {
      expect(ended(people[who] as Description, steps).text).toBe(inOneGo[who]?.text);
    });
    fc.assert(property, { numRuns: 20 });
  });

  test('skipping ends in the same assessment, though more may have been asked', () => {
    const outcome = (description: Description | undefined) => {
      if (description === undefined) throw new Error('nobody');
      const options = { toolVersion: '0', asOf: AS_OF, horizon: AS_OF, evidence: new Map(), policy: DEFAULT_POLICY };
      const { classification, duties, questions, verdict } = assess(description, law, options);
      const { aiAct, device } = classification;
      const applying = duties.map(({ id, applies, status }) => [id, applies, applies === 'yes' ? status : null]);
      return [aiAct.value, aiAct.from, device.class.value, applying, questions, verdict.value];
    };
    const property = fc.property(someone, walks('skip', 'skip', 'back', 'resume'), (who, steps) => {
      expect(outcome(ended(people[who] as Description, steps).description)).toEqual(outcome(inOneGo[who]?.description));
    });
    fc.assert(property, { numRuns: 20 });
  });
});

describe('a country', () => {
  test('is known by its code and by its name, else the nearest is suggested', () => {
    expect(countryFrom('fr', 'en')).toEqual({ code: 'FR' });
    expect(countryFrom('france', 'fr')).toEqual({ code: 'FR' });
    expect(countryFrom('Allemagne', 'en')).toEqual({ code: 'DE' });
    expect(countryFrom('cote d’ivoire', 'fr')).toEqual({ code: 'CI' });
    expect(countryFrom('Germny', 'en')).toEqual({ near: 'Germany' });
    expect(countryFrom('xqxqxq', 'en')).toEqual({ near: undefined });
  });
});
