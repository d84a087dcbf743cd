import { describe, expect, test } from 'vitest';
import { assess, DEFAULT_POLICY } from '../../src/assessment/assess.ts';
import { readDescription } from '../../src/description/read.ts';
import { fromCompiled } from '../../src/law/artefact.ts';
import { compile } from '../../src/law/compile.ts';
import { readRuleFiles } from '../../src/law/files.ts';
import { Source } from '../../src/yaml/source.ts';
import { run } from '../cli/run.ts';
import { ROOT, realRules } from './real.ts';
import { checkWith, MOON, SYSTEM, withRules } from './stranger.ts';

describe('a law written by a stranger', () => {
  test('passes the linter, which reads it with all rules and runs its own cases', () => {
    expect(run(['rules', 'lint', 'own'], { cwd: withRules(MOON) })).toEqual({
      code: 0,
      out: `${realRules().entries.size + 7} entries and 6 cases, no fault found\n`,
      err: '',
    });
  });

  test('classifies, and asks for its facts', () => {
    const loaded = fromCompiled(
      compile([...readRuleFiles(`${ROOT}rules`, ROOT), { path: 'own/moon.yaml', text: MOON }]),
      'en',
    );
    const source = new Source('system.yaml', SYSTEM);
    const helmet = (fact?: string, value = '', asOf = '2026-11-22') => {
      const set = new Map(fact === undefined ? [] : [[fact, value]]);
      const { description } = readDescription(source, loaded.law, set);
      if (description === undefined) throw new Error('the system cannot be read');
      const options = { toolVersion: '0', asOf, horizon: asOf, evidence: new Map(), policy: DEFAULT_POLICY };
      const report = assess(description, loaded, options);
      return {
        ...report.duties.find(({ id }) => id === 'moon.art-2.helmet'),
        asked: report.questions.some(({ fact }) => fact === 'moon.used-there'),
      };
    };
    expect(helmet()).toMatchObject({
      applies: 'yes',
      status: 'missing',
      due: { value: '2027-06-01' },
      inForce: 'no',
      asked: false,
    });
    expect(helmet(undefined, '', '2026-09-30')).toMatchObject({ due: { value: '2026-06-01' }, inForce: 'yes' });
    expect(helmet('moon.helmets', 'yes')).toMatchObject({ applies: 'yes', status: 'in-place' });
    expect(helmet('moon.used-there', 'no')).toMatchObject({
      applies: 'no',
      status: 'not-applicable',
      asked: false,
    });
    expect(helmet('moon.used-there', 'unknown')).toMatchObject({
      applies: 'unknown',
      status: 'unanswered',
      asked: true,
    });
    expect(helmet('ai.technique', '[fixed-rules]')).toMatchObject({ applies: 'no' });
  });

  test('is reported in English and in French', () => {
    const cwd = withRules(MOON);
    const words = (...args: string[]) => checkWith(cwd, '--all', ...args).out.replaceAll(/\s+/g, ' ');
    const [en, fr] = [words(), words('--lang', 'fr')];
    for (const part of ['Give each user a helmet', 'Order helmets.', 'Moon Act Art. 2(1)', 'By 1 Jun 2027'])
      expect(en).toContain(part);
    for (const part of [
      'Fournir un casque à chaque utilisateur',
      'Commander des casques.',
      'Loi lunaire, art. 2',
      '1er juin 2027',
    ])
      expect(fr).toContain(part);
    expect(checkWith(cwd, '--horizon', '2027-06-01', '--format', 'markdown').out).toContain('Give each user a helmet');
  });

  test('is unknown without --rules, and so are its facts', () => {
    const ran = run(['system.yaml'], { cwd: withRules(MOON) });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('moon.used-there is no known key');
  });
});
