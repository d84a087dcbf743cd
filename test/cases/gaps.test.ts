import { describe, expect, test } from 'vitest';
import type { AssessedDuty, Assessment } from '../../src/assessment/contract.ts';
import { run } from '../cli/run.ts';
import { BOUGHT, check, DEVICE, describeSystem, type Facts } from './describe.ts';

const HEALTH_DATA: Facts = {
  'data.personal': 'pseudonymised',
  'data.health': 'yes',
  'data.large-scale': 'yes',
  'data.role': '[controller]',
  'data.hosted-by': 'own',
  'data.processing-started': 'yes',
};
/** On the market and in use, so that what is law today can be missing today. */
const MAKER: Facts = { ...DEVICE, 'market.stage': 'on-market', 'market.placed-on': '2026-02', ...HEALTH_DATA };
const HOSPITAL: Facts = { ...BOUGHT, ...HEALTH_DATA, 'market.significant-change': 'planned' };

function dutyOf(report: Assessment, id: string): AssessedDuty | undefined {
  return report.duties.find((duty) => duty.id === id);
}

const missing = (facts: Facts, control: string) => check(describeSystem(facts, { [control]: 'no' }));

describe('before the day of the high-risk rules', () => {
  test.each([
    ['Art. 14, of a maker', MAKER, 'human-oversight.override', 'eu-ai-act.art-14.override'],
    ['Art. 26, of a hospital', HOSPITAL, 'human-oversight.assigned', 'eu-ai-act.art-26.oversight'],
  ])('a missing duty of %s is a readiness gap with its day', (_, facts, control, id) => {
    const report = missing(facts, control);
    expect(dutyOf(report, id)).toMatchObject({ status: 'missing', inForce: 'no', window: { to: '2028-08-02' } });
    expect(report.verdict.counts).toMatchObject({ missingNow: 0 });
    expect(report.verdict.counts.missingLater).toBeGreaterThan(0);
  });

  test('it is told with a countdown, apart from what is missing today', () => {
    const text = describeSystem(MAKER, { 'human-oversight.override': 'no', 'explanation.for-users': 'no' });
    const { out } = told(text);
    expect(out).toMatch(/✖ Missing today \(1\)\n {2}Explain the working to users/);
    expect(out).toMatch(/◷ By 2 Aug 2028, in 619 days \(\d+ of \d+ missing\)[\s\S]*disregard, override or reverse/);
  });
});

describe('what is law already is a gap today', () => {
  test.each([
    ['L.4001-3 III, of a maker', MAKER, 'explanation.for-users', 'fr.csp-l4001-3.explainability'],
    ['L.4001-3 I, of a hospital', HOSPITAL, 'patients.information', 'fr.csp-l4001-3.information'],
    ['the GDPR, of a maker', MAKER, 'data-protection.impact-assessment', 'gdpr.art-35.impact-assessment'],
    ['the GDPR, of a hospital', HOSPITAL, 'data-protection.records', 'gdpr.art-30.records'],
    ['the MDR, of a maker', MAKER, 'clinical.evaluation', 'eu-mdr.art-61.clinical-evaluation'],
  ])('%s', (_, facts, control, id) => {
    const report = missing(facts, control);
    expect(dutyOf(report, id)).toMatchObject({ status: 'missing', inForce: 'yes' });
    expect(report.verdict).toMatchObject({ value: 'not-ready', because: expect.arrayContaining(['duties-missing']) });
    expect(report.verdict.counts.missingNow).toBeGreaterThan(0);
  });
});

describe('systems placed before the day, design unchanged (Art. 111(2))', () => {
  const EARLIER: Facts = { ...MAKER, 'market.significant-change': 'none' };
  const highRisk = (report: Assessment) => report.duties.filter(({ id }) => /^eu-ai-act\.art-(9|1[0-9])\./.test(id));

  test('their duties are listed as spared, with the reason and what would end it', () => {
    const spared = highRisk(check(describeSystem(EARLIER, { 'human-oversight.override': 'no' }))).filter(
      ({ applies }) => applies === 'yes',
    );
    expect(spared.length).toBeGreaterThan(15);
    for (const duty of spared) {
      expect(duty).toMatchObject({ status: 'spared', due: { value: 'never' } });
      expect(duty.spared?.reason).not.toBe('');
      expect(duty.spared?.ends).toMatch(/significant change/);
    }
  });

  test('a public hospital among the users gives them until 2 August 2030', () => {
    const duties = highRisk(
      check(describeSystem({ ...EARLIER, 'deployment.by': '[private-hospital, public-hospital]' })),
    );
    const applying = duties.filter(({ applies }) => applies === 'yes');
    expect(new Set(applying.map(({ due }) => due.value))).toEqual(new Set(['2030-08-02']));
  });

  test('Art. 4, 5 and the MDR are not spared', () => {
    const report = check(describeSystem(EARLIER));
    for (const id of ['eu-ai-act.art-4.literacy', 'eu-ai-act.art-5', 'eu-mdr.art-87.vigilance'])
      expect(dutyOf(report, id)).toMatchObject({ applies: 'yes', spared: null });
  });
});

describe('duties that begin with the market', () => {
  const psur = (facts: Facts) =>
    dutyOf(
      check(describeSystem({ ...MAKER, ...facts }, { 'device.safety-update-report': 'no' })),
      'eu-mdr.art-86.safety-update.yearly',
    );

  test('the first yearly report is due a year after placing, not on the day the MDR began', () => {
    expect(psur({ 'market.placed-on': '2026-02-10' })).toMatchObject({ inForce: 'no', window: { to: '2027-02-10' } });
    expect(psur({ 'market.placed-on': '2025-02-10' })).toMatchObject({ inForce: 'yes' });
  });

  test('the day of placing is asked for where it decides', () => {
    const { 'market.placed-on': _, ...undated } = MAKER;
    const report = check(describeSystem(undated, { 'device.safety-update-report': 'no' }));
    expect(report.questions.map(({ fact }) => fact)).toContain('market.placed-on');
  });

  test('nothing of the kind is missing while the product is being made', () => {
    const report = check(describeSystem(DEVICE, { 'incidents.reporting': 'no' }));
    expect(dutyOf(report, 'eu-mdr.art-87.vigilance')).toMatchObject({
      inForce: 'no',
      onceTitle: expect.stringMatching(/once/),
    });
    expect(report.verdict.counts.missingNow).toBe(0);
  });
});

function told(text: string) {
  return run(['-', '--as-of', '2026-11-22'], { stdin: text });
}

describe('a release on a day that nobody gave (--horizon release)', () => {
  const { 'market.planned-placing': _, ...UNDATED } = DEVICE;
  const verdict = (controls: Facts, ...args: string[]) => {
    const report = check(describeSystem(UNDATED, controls), '--horizon', 'release', ...args);
    return [report.exit, report.verdict.value, report.horizonEvent?.id];
  };

  test('is not ready while what is law must still be met before placing', () => {
    expect(verdict({ 'clinical.evaluation': 'no' })).toEqual([1, 'not-ready', 'placing']);
    expect(verdict({ 'clinical.evaluation': 'no' }, '--unanswered', 'warn')).toEqual([1, 'not-ready', 'placing']);
  });

  test('is undetermined while what comes later may have to be met as well', () => {
    expect(verdict({ 'human-oversight.stop': 'no' })).toEqual([1, 'undetermined', 'placing']);
    expect(check(describeSystem(UNDATED), '--horizon', 'release').questions.map(({ fact }) => fact)).toContain(
      'market.planned-placing',
    );
  });

  test('has a day of its own once one is planned', () => {
    expect(check(describeSystem(DEVICE), '--horizon', 'release')).toMatchObject({
      horizon: '2027-03-31',
      horizonEvent: null,
    });
  });
});
