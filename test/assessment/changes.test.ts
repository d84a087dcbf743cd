import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { type AssessedChange, assessChanges } from '../../src/assessment/changes.ts';
import { Derived } from '../../src/assessment/derived.ts';
import { readDescription } from '../../src/description/read.ts';
import { loadLaw } from '../../src/law/artefact.ts';
import { Source } from '../../src/yaml/source.ts';
import { BOUGHT, DEVICE, describeSystem, type Facts } from '../cases/describe.ts';
import { ROOT } from '../law/real.ts';

// The law as built: compiling it anew takes longer than all of these cases together.
const law = loadLaw(`${ROOT}dist/law`, 'en');
const french = loadLaw(`${ROOT}dist/law`, 'fr');
const MOMENT = { asOf: '2026-11-22', proposals: [] };

function derivedFrom(text: string, loaded = law): Derived {
  const { description, problems } = readDescription(new Source('system.yaml', text), loaded.law);
  if (description === undefined) throw new Error(JSON.stringify(problems));
  return new Derived(loaded, description, MOMENT);
}

/** A system of high risk on the market that is no earlier one, and what is said of it to have changed. */
const PLACED: Facts = { ...DEVICE, 'market.stage': 'on-market', 'market.placed-on': '2029-01' };
const MODIFICATION = 'eu-ai-act.substantial-modification';
const EARLIER = 'eu-ai-act.significant-change-in-design';

function changed(before: Facts, after: Facts, id = MODIFICATION, controls: readonly Facts[] = []): AssessedChange {
  const [was, is] = controls;
  const from = derivedFrom(describeSystem(before, was));
  const to = derivedFrom(describeSystem({ ...before, ...after }, is));
  const found = assessChanges(from, to).find((change) => change.id === id);
  if (found === undefined) throw new Error(`${id} is no change of the law`);
  return found;
}

const signs = ({ because }: AssessedChange) =>
  because.map(({ facts, strength, certain }) => [facts.join(' '), strength, certain]);

describe('a description that has not changed', () => {
  test.each(globSync('examples/*/*.yaml', { cwd: ROOT }).sort())('%s shows no sign of anything', (path) => {
    const derived = derivedFrom(readFileSync(ROOT + path, 'utf8'));
    for (const { id, value, because } of assessChanges(derived, derived)) {
      expect([id, because]).toEqual([id, []]);
      expect([id, ['no-sign', 'not-applicable']]).toEqual([id, expect.arrayContaining([value])]);
    }
  });
});

describe('a sign', () => {
  test('is by the text where the purpose takes in more, with what did and why', () => {
    const change = changed(PLACED, {
      'purpose.users': '[health-professional, patients]',
      'purpose.medical': '[diagnosis, prognosis]',
      'deployment.context': '[care, home]',
    });
    expect([change.value, signs(change)]).toEqual([
      'likely',
      [
        ['purpose.medical purpose.users', 'by-text', true],
        ['deployment.context', 'indication', true],
      ],
    ]);
    expect(change.because[0]).toMatchObject({ source: ['ai-act:3(23)', 'ai-act:3(12)'] });
    expect(change.because[0]?.says).toContain('takes in what it did not');
    expect(change.leadsTo).toContain('Art. 43(4)');
    expect(change.contested.flatMap(({ source }) => source)).toContain('mdcg-2025-6:30');
  });

  test.each<[what: string, before: Facts, after: Facts, strength: string]>([
    ['an option more', {}, { 'purpose.medical': '[diagnosis, prognosis]' }, 'by-text'],
    ['another option', {}, { 'purpose.medical': '[treatment]' }, 'by-text'],
    [
      'an option less',
      { 'purpose.medical': '[diagnosis, prognosis]' },
      { 'purpose.medical': '[diagnosis]' },
      'indication',
    ],
    ['a yes', {}, { 'decision.solely-automated': 'yes' }, 'indication'],
    ['a no', { 'purpose.individual-patients': 'yes' }, { 'purpose.individual-patients': 'no' }, 'indication'],
    ['a higher value', { 'purpose.significance': 'informs' }, { 'purpose.significance': 'drives' }, 'by-text'],
    ['a lower value', { 'purpose.significance': 'drives' }, { 'purpose.significance': 'informs' }, 'indication'],
    ['another of several without an order', {}, { 'ai.general-purpose-model': 'builds-on' }, 'indication'],
  ])('%s', (_, before, after, strength) => {
    const change = changed({ ...PLACED, ...before }, after);
    expect(signs(change)).toEqual([[Object.keys(after).join(' '), strength, true]]);
    expect(change.value).toBe(strength === 'by-text' ? 'likely' : 'possible');
  });

  test.each<[what: string, before: string, after: string, facts: string[]]>([
    ['answered for the first time', 'unknown', '[health-professional]', ['purpose.users']],
    ['answered no more', '[health-professional]', 'unknown', ['purpose.users']],
    ['an option that may be there', '[health-professional]', '[health-professional, patients?]', ['purpose.users']],
    ['unknown before and after', 'unknown', 'unknown', []],
  ])('is never by the text where it is known of one description only: %s', (_, before, after, facts) => {
    const change = changed({ ...PLACED, 'purpose.users': before }, { 'purpose.users': after });
    expect(signs(change)).toEqual(facts.map((fact) => [fact, 'indication', false]));
    expect(change.value).toBe(facts.length === 0 ? 'no-sign' : 'possible');
  });

  test.each<[was: string, is: string, found: unknown[]]>([
    ['yes', 'no', [['human-oversight.override', 'indication', true]]],
    ['yes', 'unknown', [['human-oversight.override', 'indication', false]]],
    ['yes', 'yes', []],
    ['no', 'yes', []],
    ['unknown', 'no', []],
  ])('a control that was in place (%s) and then is so (%s)', (was, is, found) => {
    const control = 'human-oversight.override';
    expect(signs(changed(PLACED, {}, MODIFICATION, [{ [control]: was }, { [control]: is }]))).toEqual(found);
  });

  test('that looks for more is none where something is less', () => {
    const change = changed({ ...PLACED, 'decision.solely-automated': 'yes' }, { 'decision.solely-automated': 'no' });
    expect([change.value, change.because]).toEqual(['no-sign', []]);
  });

  test('a class that comes out otherwise, or may', () => {
    const change = (before: string, after: string) =>
      signs(
        changed({ ...PLACED, 'purpose.likely-harm': before }, { 'purpose.likely-harm': after }, 'devices.class-change'),
      );
    expect(change('minor', 'death')).toEqual([['devices.class-by-purpose', 'by-text', true]]);
    expect(change('unknown', 'death')).toEqual([['devices.class-by-purpose', 'indication', false]]);
    expect(change('none', 'minor')).toEqual([]);
  });
});

describe('an earlier system', () => {
  test('has a notion of its own, which the other does not overlap', () => {
    const after = { 'purpose.medical': '[diagnosis, treatment]' };
    const early = { ...BOUGHT, 'market.significant-change': 'none' };
    expect([changed(early, after).value, changed(early, after, EARLIER).value]).toEqual(['not-applicable', 'likely']);
    const late = { ...early, 'market.placed-on': '2029-01' };
    expect([changed(late, after).value, changed(late, after, EARLIER).value]).toEqual(['likely', 'not-applicable']);
    const undated = { ...early, 'market.placed-on': 'unknown' };
    expect([changed(undated, after).value, changed(undated, after, EARLIER).value]).toEqual(['open', 'open']);
    expect(changed(undated, {}).value).toBe('no-sign');
  });

  test('of which a significant change is planned is an earlier one still, until it has been made', () => {
    const after = { 'purpose.medical': '[diagnosis, treatment]' };
    const values = (change: string) => {
      const early = { ...BOUGHT, 'market.significant-change': change };
      return [changed(early, after).value, changed(early, after, EARLIER).value];
    };
    expect(values('planned')).toEqual(['not-applicable', 'likely']);
    expect(values('made')).toEqual(['likely', 'not-applicable']);
    expect(values('unknown')).toEqual(['open', 'open']);
  });

  test('says by itself that a significant change is planned', () => {
    const early = { ...BOUGHT, 'market.significant-change': 'none' };
    const change = changed(early, { 'market.significant-change': 'planned' }, EARLIER);
    expect([change.value, signs(change)]).toEqual(['likely', [['market.significant-change', 'by-text', true]]]);
  });
});

/** Answers that a change of this system may be about. */
const ANSWERS = {
  'purpose.medical': ['[diagnosis]', '[diagnosis, prognosis]', 'unknown'],
  'purpose.users': ['[health-professional]', '[patients]', '[health-professional, patients?]'],
  'ai.learns-in-use': ['no', 'yes', 'unknown'],
  'market.placed-on': ['2025-03', '2029-01', 'unknown'],
  'device.legacy': ['none', 'certificate', 'unknown'],
} as const;
const someAnswers = fc.record(
  Object.fromEntries(Object.entries(ANSWERS).map(([fact, values]) => [fact, fc.constantFrom<string>(...values)])),
);

test('whatever changes: a value has its reasons, a fact is told once, and words have no bearing on it', () => {
  fc.assert(
    fc.property(someAnswers, someAnswers, (before, after) => {
      const texts = [before, after].map((facts) => describeSystem({ ...PLACED, ...facts }));
      const [en, fr] = [law, french].map((loaded) => {
        const [from = '', to = ''] = texts;
        return assessChanges(derivedFrom(from, loaded), derivedFrom(to, loaded));
      });
      for (const { id, value, because } of en ?? []) {
        const told = because.flatMap(({ facts }) => facts);
        expect([id, told]).toEqual([id, [...new Set(told)]]);
        expect([id, because.length > 0]).toEqual([id, ['likely', 'possible', 'open'].includes(value)]);
        for (const { strength, certain } of because)
          expect([id, certain || strength === 'indication']).toEqual([id, true]);
        if (value === 'likely') expect(because.map(({ strength }) => strength)).toContain('by-text');
        if (value === 'possible') expect(because.map(({ strength }) => strength)).not.toContain('by-text');
      }
      expect(fr?.map(({ id, value }) => [id, value])).toEqual(en?.map(({ id, value }) => [id, value]));
      for (const [index, { leadsTo }] of (en ?? []).entries()) expect(fr?.[index]?.leadsTo).not.toBe(leadsTo);
    }),
    { numRuns: 60 },
  );
}, 60_000);
