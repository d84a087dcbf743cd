import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssessedDuty, Assessment, Portfolio } from '../../src/assessment/contract.ts';
import { check, DEVICE, describeSystem, type Facts, NEUTRAL } from '../cases/describe.ts';
import { folderWith } from './folder.ts';
import { run } from './run.ts';

/** What is due today of the maker of a device, in place. */
const IN_PLACE: Facts = { 'ai-literacy.training': 'yes', 'explanation.for-users': 'yes' };
const DATA: Facts = {
  ...DEVICE,
  'data.personal': 'identifiable',
  'data.health': 'yes',
  'data.large-scale': 'yes',
  'data.role': '[controller]',
  'data.hosted-by': 'own',
  'data.processing-started': 'yes',
  'decision.profiling': 'yes',
};
const verdict = (facts: Facts, controls: Facts, ...args: string[]) => {
  const { exit, verdict: found } = check(describeSystem(facts, controls), ...args);
  return [exit, found.value, ...found.because];
};
const duty = (report: Assessment, id: string): AssessedDuty | undefined =>
  report.duties.find((found) => found.id === id);
const titles = (duties: readonly AssessedDuty[]) => duties.map(({ title }) => title);

describe('the verdict', () => {
  test('is ready when nothing that is due is missing, though much is due later', () => {
    expect(verdict(DEVICE, IN_PLACE)).toEqual([0, 'ready']);
    expect(check(describeSystem(DEVICE, IN_PLACE)).verdict).toMatchObject({
      next: '2027-03-31',
      checked: 3,
      counts: { missingNow: 0 },
    });
  });

  test('is not ready when a duty that is due is missing', () => {
    expect(verdict(DEVICE, { ...IN_PLACE, 'explanation.for-users': 'no' })).toEqual([1, 'not-ready', 'duties-missing']);
  });

  test('is undetermined while a duty that is due is unanswered, unless that is only to be warned of', () => {
    expect(verdict(DEVICE, {})).toEqual([1, 'undetermined', 'duties-unanswered']);
    expect(verdict(DEVICE, {}, '--unanswered', 'warn')).toEqual([0, 'ready']);
    expect(check(describeSystem(DEVICE), '--unanswered', 'warn').verdict.counts.unansweredDuties).toBeGreaterThan(0);
  });

  test('is never ready while the level or the device status is open, whatever is warned of', () => {
    expect(
      verdict({ ...DEVICE, uses: 'unknown', 'purpose.medical': 'unknown' }, IN_PLACE, '--unanswered', 'warn'),
    ).toEqual([1, 'undetermined', 'level-open', 'device-open']);
  });

  test('is not ready rather than undetermined where both would hold', () => {
    expect(verdict({ ...DEVICE, 'purpose.medical': 'unknown' }, { 'ai-literacy.training': 'no' })).toEqual(
      expect.arrayContaining([1, 'not-ready', 'duties-missing', 'level-open']),
    );
  });

  test('by a horizon that has passed is that of the day itself', () => {
    const missing = { ...IN_PLACE, 'explanation.for-users': 'no' };
    expect(verdict(DEVICE, missing, '--horizon', '2019-12-01')).toEqual([1, 'not-ready', 'duties-missing']);
    expect(check(describeSystem(DEVICE, missing), '--horizon', '2019-12-01').horizon).toBe('2026-11-22');
  });

  test('names what holds today and will not much longer: reviews, plans, acceptances', () => {
    const lapses = (control: string, ...args: string[]) =>
      check(describeSystem(DEVICE, { ...IN_PLACE, 'ai-literacy.training': control }), ...args).verdict.lapses;
    expect(lapses('{ status: yes, reviewed: 2025-12-31 }')).toEqual([
      { of: 'review', id: 'ai-literacy.training', on: '2026-12-31' },
    ]);
    expect(lapses('{ status: yes, reviewed: 2026-03-31 }')).toEqual([]);
    expect(lapses('{ status: yes, reviewed: 2026-03-31 }', '--warn-within', '150d')).toHaveLength(1);
    expect(lapses('{ status: planned, by: 2026-11-30 }')).toEqual([
      { of: 'plan', id: 'ai-literacy.training', on: '2026-11-30' },
    ]);
  });

  test('counts a missing duty once the horizon reaches its day', () => {
    const controls = { ...IN_PLACE, 'human-oversight.override': 'no' };
    expect(verdict(DEVICE, controls)).toEqual([0, 'ready']);
    expect(verdict(DEVICE, controls, '--unanswered', 'warn', '--horizon', '2028-08-01')).toEqual([0, 'ready']);
    expect(verdict(DEVICE, controls, '--unanswered', 'warn', '--horizon', '2028-08-02')).toEqual([
      1,
      'not-ready',
      'duties-missing',
    ]);
  });

  test('counts for a release what must be met before placing', () => {
    const controls = { ...IN_PLACE, 'device.software-lifecycle': 'no' };
    expect(verdict(DEVICE, controls, '--unanswered', 'warn')).toEqual([0, 'ready']);
    expect(verdict(DEVICE, controls, '--unanswered', 'warn', '--horizon', 'release')).toEqual([
      1,
      'not-ready',
      'duties-missing',
    ]);
    expect(
      verdict(
        DEVICE,
        { ...controls, 'device.software-lifecycle': 'yes' },
        '--unanswered',
        'warn',
        '--horizon',
        'release',
      ),
    ).toEqual([0, 'ready']);
  });

  test('is not failed by a duty that may turn out never to be due', () => {
    const legacy = {
      ...DEVICE,
      'market.stage': 'on-market',
      'market.placed-on': '2028',
      'market.significant-change': 'none',
      'deployment.by': '[practice]',
    };
    const report = check(describeSystem(legacy, { 'human-oversight.override': 'no' }), '--as-of', '2029-01-01');
    expect(duty(report, 'eu-ai-act.art-14.override')).toMatchObject({
      status: 'missing',
      due: { possible: ['2028-08-02', 'never'] },
    });
    expect(report.verdict.because).toEqual(['duties-unanswered']);
  });

  test('is never ready for a prohibited practice, whatever the horizon', () => {
    for (const horizon of ['2026-11-22', '2024-01-01', '2040-01-01', 'release']) {
      expect(
        verdict(
          { ...NEUTRAL, practices: '[social-scoring]' },
          { 'ai-literacy.training': 'yes' },
          '--horizon',
          horizon,
          '--unanswered',
          'warn',
        ),
      ).toEqual(expect.arrayContaining([1, 'not-ready', 'prohibited']));
    }
  });

  test('is not failed by good practice or soft law, unless --level asks', () => {
    const soft = {
      'human-oversight.override-reason': 'yes',
      'human-oversight.stop': 'yes',
      'transparency.ai-disclosure': 'yes',
      'users.training-offered': 'yes',
      'data-governance.bias': 'yes',
    };
    const college = { ...IN_PLACE, ...soft, 'human-guarantee.college': 'no' };
    expect(verdict(DEVICE, college)).toEqual([0, 'ready']);
    expect(verdict(DEVICE, college, '--level', 'soft-law')).toEqual([0, 'ready']);
    expect(verdict(DEVICE, college, '--level', 'good-practice').slice(0, 3)).toEqual([
      1,
      'not-ready',
      'duties-missing',
    ]);
    const facts = { ...DATA, 'data.large-scale': 'no' };
    const lacking = { ...IN_PLACE, 'data-protection.impact-assessment': 'no' };
    expect(duty(check(describeSystem(facts, lacking)), 'gdpr.art-35.two-criteria')).toMatchObject({
      level: 'soft-law',
      applies: 'yes',
      status: 'missing',
    });
    expect(verdict(facts, lacking, '--unanswered', 'warn')).toEqual([0, 'ready']);
    expect(verdict(facts, { ...lacking, ...soft }, '--unanswered', 'warn', '--level', 'soft-law')).toEqual([
      1,
      'not-ready',
      'duties-missing',
    ]);
  });

  test('names what will turn it soon', () => {
    const text = describeSystem(DEVICE, { ...IN_PLACE, 'human-oversight.override': 'no' });
    const late = ['--as-of', '2028-06-01', '--unanswered', 'warn'];
    expect(check(text, ...late)).toMatchObject({
      exit: 0,
      verdict: { value: 'ready', soon: { date: '2028-08-02', duties: ['eu-ai-act.art-14.override'] } },
    });
    expect(check(text, ...late, '--warn-within', '30d').verdict.soon).toBeNull();
    expect(run(['-', ...late], { stdin: text }).out).toContain(
      'Soon: on 2 Aug 2028, in 62 days, 1 duty now missing will fall due.',
    );
  });
});

describe('gaps of today and of later', () => {
  const bare = check(describeSystem(DATA));
  const none = Object.fromEntries(bare.duties.flatMap(({ controls }) => controls.map(({ id }) => [id, 'no'])));
  const text = describeSystem(DATA, none);
  const missing = check(text).duties.filter(({ status, level }) => status === 'missing' && level === 'law');
  const [now, later] = [
    missing.filter(({ inForce }) => inForce === 'yes'),
    missing.filter(({ inForce }) => inForce === 'no'),
  ];

  test('are counted apart', () => {
    expect(check(text).verdict.counts).toMatchObject({ missingNow: now.length, missingLater: later.length });
    expect(now.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['gdpr.art-32.security', 'fr.csp-l4001-3.explainability']),
    );
    expect(later.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['eu-ai-act.art-14.override', 'eu-mdr.annex-i.it-security']),
    );
    expect(now.every(({ id }) => !id.startsWith('eu-ai-act.art-14'))).toBe(true);
  });

  test.each(['en', 'fr'])('stand in different lists of the %s report, which add up to no sum', (lang) => {
    const report = check(text, '--lang', lang);
    const { out } = run(['-', '--all', '--as-of', '2026-11-22', '--lang', lang], { stdin: text });
    const sections = out.split(/\n(?=\S)/).map((section) => section.replaceAll(/\s+/g, ' '));
    const ids = new Set(now.map(({ id }) => id));
    const [today, after] = [
      titles(report.duties.filter(({ id }) => ids.has(id))),
      titles(report.duties.filter(({ id }) => later.some((found) => found.id === id))),
    ];
    const first = sections.find((section) => section.startsWith('✖')) ?? '';
    for (const title of today) expect(first).toContain(title);
    for (const title of after.filter((known) => !today.includes(known))) expect(first).not.toContain(title);
    const verdictLine = sections.find((section) => /^(NOT READY|PAS PRÊT)/.test(section)) ?? '';
    expect(verdictLine).toMatch(new RegExp(`\\b${now.length} (missing today|manquantes aujourd)`));
    expect(verdictLine).not.toMatch(new RegExp(`\\b${now.length + later.length}\\b|%`));
  });
});

test('the exit code is a function of the verdict, for one system and for several', () => {
  const settings = fc.subarray([
    'uses=unknown',
    'uses=[recruitment]',
    'practices=[social-scoring]',
    'purpose.medical=none',
    'ai-literacy.training=yes',
    'explanation.for-users=yes',
    'explanation.for-users=no',
    'claims.ai-act-level=minimal',
  ]);
  const horizons = fc.constantFrom('2026-11-22', '2028-08-02', '24m', 'release');
  const cwd = folderWith({
    'one.yaml': describeSystem(DEVICE, { 'ai-literacy.training': 'yes' }),
    'two.yaml': describeSystem(NEUTRAL, { 'ai-literacy.training': 'yes' }),
  });
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      settings,
      horizons,
      fc.constantFrom('fail', 'warn'),
      fc.constantFrom(['one.yaml'], ['two.yaml'], ['one.yaml', 'two.yaml']),
      (set, horizon, unanswered, files) => {
        const args = [
          ...files,
          '--format',
          'json',
          '--as-of',
          '2026-11-22',
          '--horizon',
          horizon,
          '--unanswered',
          unanswered,
        ];
        const ran = run([...args, ...set.flatMap((one) => ['--set', one])], { cwd });
        const report = JSON.parse(ran.out) as Assessment | Portfolio;
        const verdicts = ('assessments' in report ? report.assessments : [report]).map(
          ({ verdict: { value } }) => value,
        );
        for (const value of verdicts) seen.add(value);
        expect(ran.code).toBe(verdicts.every((value) => value === 'ready') ? 0 : 1);
      },
    ),
    {
      numRuns: 25,
      examples: [
        [['ai-literacy.training=yes', 'explanation.for-users=yes'], '2026-11-22', 'fail', ['one.yaml', 'two.yaml']],
        [['uses=unknown'], '2026-11-22', 'fail', ['two.yaml']],
      ],
    },
  );
  expect(seen).toEqual(new Set(['ready', 'not-ready', 'undetermined']));
});
