import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/contract.ts';
import { run } from '../cli/run.ts';
import { realRules } from './real.ts';
import { checkWith, MOON, withRules } from './stranger.ts';

describe('a law written by a stranger', () => {
  test('passes the linter, which reads it with all rules and runs its own cases', () => {
    expect(run(['rules', 'lint', 'own'], { cwd: withRules(MOON) })).toEqual({
      code: 0,
      out: `${realRules().entries.size + 7} entries and 6 cases, no fault found\n`,
      err: '',
    });
  });

  test('classifies, and asks for its facts', () => {
    const cwd = withRules(MOON);
    const helmet = (...args: string[]) => {
      const report = JSON.parse(checkWith(cwd, '--format', 'json', ...args).out) as Assessment;
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
    expect(helmet('--as-of', '2026-09-30')).toMatchObject({ due: { value: '2026-06-01' }, inForce: 'yes' });
    expect(helmet('--set', 'moon.helmets=yes')).toMatchObject({ applies: 'yes', status: 'in-place' });
    expect(helmet('--set', 'moon.used-there=no')).toMatchObject({
      applies: 'no',
      status: 'not-applicable',
      asked: false,
    });
    expect(helmet('--set', 'moon.used-there=unknown')).toMatchObject({
      applies: 'unknown',
      status: 'unanswered',
      asked: true,
    });
    expect(helmet('--set', 'ai.technique=[fixed-rules]')).toMatchObject({ applies: 'no' });
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
