import { describe, expect, test } from 'vitest';
import { assess, DEFAULT_POLICY } from '../../src/assessment/assess.ts';
import type { Assessment } from '../../src/assessment/contract.ts';
import { readDescription } from '../../src/description/read.ts';
import { Source } from '../../src/yaml/source.ts';
import { DEVICE, describeSystem, type Facts } from '../cases/describe.ts';
import { realLaw } from './real.ts';

/** Devices still sold under the former directives: until when, on which conditions, and what binds them already. */

const EARLIER: Facts = {
  ...DEVICE,
  'market.stage': 'on-market',
  'market.placed-on': '2019-06',
  'deployment.by': '[practice]',
  'device.class-i-aspects': 'none',
};
const IVD: Facts = {
  ...EARLIER,
  'purpose.medical': '[in-vitro-information]',
  'device.specimen-data': 'only',
  'device.test-setting': '[laboratory]',
};

const BY_CLASS: Record<string, Facts> = {
  I: { ...EARLIER, 'purpose.medical': '[conception-support]', 'purpose.used-for': 'none' },
  IIa: { ...EARLIER, 'purpose.likely-harm': 'minor' },
  IIb: { ...EARLIER, 'purpose.likely-harm': 'serious-deterioration' },
  III: { ...EARLIER, 'purpose.likely-harm': 'death' },
  A: { ...IVD, 'device.in-vitro': '[general-laboratory]' },
  B: { ...IVD, 'device.in-vitro': 'none' },
  C: { ...IVD, 'device.in-vitro': '[cancer]' },
  D: { ...IVD, 'device.in-vitro': '[transfusion-safety]' },
};

const MDR = {
  assessment: 'eu-mdr.art-52.conformity-assessment',
  vigilance: 'eu-mdr.art-87.vigilance',
  quality: 'eu-mdr.art-10.quality-management',
  registration: 'eu-mdr.art-29.registration',
  conditions: 'eu-mdr.art-120.transition-conditions',
};
const IVDR = {
  assessment: 'eu-ivdr.art-48.conformity-assessment',
  vigilance: 'eu-ivdr.art-82.vigilance',
  quality: 'eu-ivdr.art-10.quality-management',
  registration: 'eu-ivdr.art-26.registration',
  conditions: 'eu-ivdr.art-110.transition-conditions',
};
const dutiesOf = (name: string) => ('ABCD'.includes(name) ? IVDR : MDR);

type Legacy = 'none' | 'certificate' | 'declaration' | 'unknown';

function device(name: string, legacy: Legacy, conditions?: 'yes' | 'no' | 'unknown'): Facts {
  return {
    ...BY_CLASS[name],
    'device.legacy': legacy,
    ...(conditions && { 'device.legacy-conditions': conditions }),
  };
}

function reportOn(system: Facts, controls: Facts = {}, asOf = '2026-11-22'): Assessment {
  const text = describeSystem(system, controls);
  const { description, problems } = readDescription(new Source('system.yaml', text), realLaw().law);
  if (description === undefined) throw new Error(JSON.stringify(problems));
  return assess(description, realLaw(), {
    toolVersion: '0',
    asOf,
    horizon: asOf,
    evidence: new Map(),
    policy: DEFAULT_POLICY,
  });
}

const duty = (report: Assessment, id: string) => report.duties.find((found) => found.id === id);
const dueOf = (report: Assessment, id: string) => duty(report, id)?.due.value;

describe('the assessment under the regulation is due at the end of the transition, vigilance since the regulation applies', () => {
  test.each([
    ['III', 'certificate', 'yes', '2027-12-31', '2021-05-26'],
    ['IIb', 'certificate', 'yes', '2028-12-31', '2021-05-26'],
    ['IIa', 'certificate', 'yes', '2028-12-31', '2021-05-26'],
    // Of the declared ones the new class decides nothing but whether there is a transition at all.
    ['III', 'declaration', 'yes', '2028-12-31', '2021-05-26'],
    ['IIb', 'declaration', 'yes', '2028-12-31', '2021-05-26'],
    ['IIa', 'declaration', 'yes', '2028-12-31', '2021-05-26'],
    ['I', 'declaration', 'yes', '2021-05-26', '2021-05-26'],
    ['III', 'certificate', 'no', '2021-05-26', '2021-05-26'],
    ['IIa', 'declaration', 'no', '2021-05-26', '2021-05-26'],
    ['IIb', 'none', 'no', '2021-05-26', '2021-05-26'],
    ['D', 'certificate', 'yes', '2027-12-31', '2022-05-26'],
    ['C', 'certificate', 'yes', '2027-12-31', '2022-05-26'],
    ['B', 'certificate', 'yes', '2027-12-31', '2022-05-26'],
    ['D', 'declaration', 'yes', '2027-12-31', '2022-05-26'],
    ['C', 'declaration', 'yes', '2028-12-31', '2022-05-26'],
    ['B', 'declaration', 'yes', '2029-12-31', '2022-05-26'],
    ['A', 'declaration', 'yes', '2022-05-26', '2022-05-26'],
    ['D', 'certificate', 'no', '2022-05-26', '2022-05-26'],
    ['C', 'declaration', 'no', '2022-05-26', '2022-05-26'],
    ['C', 'none', 'no', '2022-05-26', '2022-05-26'],
  ] as const)('class %s, %s, conditions met: %s → %s and %s', (name, legacy, conditions, assessment, vigilance) => {
    const report = reportOn(device(name, legacy, conditions));
    expect(report.classification.device.class.value).toBe(name);
    expect(dueOf(report, dutiesOf(name).assessment)).toBe(assessment);
    expect(dueOf(report, dutiesOf(name).vigilance)).toBe(vigilance);
  });

  test('which is not yet missing, where vigilance and registration are', () => {
    const none = {
      'device.conformity-assessment': 'no',
      'incidents.reporting': 'no',
      'device.udi-registration': 'no',
    };
    for (const name of ['IIb', 'C']) {
      const ids = dutiesOf(name);
      const report = reportOn(device(name, 'declaration', 'yes'), none, '2026-11-28');
      const standing = (id: string) => [duty(report, id)?.status, duty(report, id)?.inForce];
      expect(standing(ids.assessment)).toEqual(['missing', 'no']);
      expect(standing(ids.vigilance)).toEqual(['missing', 'yes']);
      expect(standing(ids.registration)).toEqual(['missing', 'yes']);
    }
  });

  test.each([
    ['IIb', '2024-05-26', '2021-05-26'],
    ['C', '2025-05-26', '2022-05-26'],
  ])('class %s: the quality system has been a condition since %s, not since %s', (name, condition, applied) => {
    const { quality } = dutiesOf(name);
    expect(dueOf(reportOn(device(name, 'certificate', 'yes')), quality)).toBe(condition);
    expect(dueOf(reportOn(device(name, 'certificate', 'no')), quality)).toBe(applied);
    expect(dueOf(reportOn(device(name, 'none')), quality)).toBe(applied);
  });
});

describe('the days were other ones before each amendment', () => {
  test.each([
    ['III', 'certificate', '2023-03-19', '2024-05-26'],
    ['III', 'certificate', '2023-03-20', '2027-12-31'],
    ['IIa', 'declaration', '2023-03-19', '2024-05-26'],
    ['IIa', 'declaration', '2023-03-20', '2028-12-31'],
    ['C', 'certificate', '2022-01-27', '2024-05-27'],
    ['C', 'certificate', '2022-01-28', '2025-05-26'],
    ['C', 'certificate', '2024-07-09', '2027-12-31'],
    ['C', 'declaration', '2022-01-27', '2022-05-26'],
    ['C', 'declaration', '2022-01-28', '2026-05-26'],
    ['C', 'declaration', '2024-07-09', '2028-12-31'],
    ['B', 'declaration', '2024-07-08', '2027-05-26'],
    ['B', 'declaration', '2024-07-09', '2029-12-31'],
  ] as const)('class %s, %s, by the law of %s: %s', (name, legacy, asOf, day) => {
    expect(dueOf(reportOn(device(name, legacy, 'yes'), {}, asOf), dutiesOf(name).assessment)).toBe(day);
  });
});

describe('the conditions of the transition', () => {
  test.each([
    ['IIb', '2024-05-26'],
    ['C', '2025-05-26'],
  ])('class %s: unmet since %s, they are missing, and so is everything that they put off', (name, since) => {
    const { conditions, assessment } = dutiesOf(name);
    const answers = { 'device.conformity-assessment': 'no' };
    const lost = reportOn(device(name, 'certificate', 'no'), answers);
    expect(duty(lost, conditions)).toMatchObject({
      applies: 'yes',
      status: 'missing',
      inForce: 'yes',
      due: { value: since },
    });
    expect(duty(lost, assessment)).toMatchObject({ status: 'missing', inForce: 'yes' });
    expect(lost.verdict).toMatchObject({ value: 'not-ready' });
    expect(duty(reportOn(device(name, 'certificate', 'yes')), conditions)?.status).toBe('in-place');
  });

  test('are asked of nobody whose device has no transition', () => {
    for (const system of [device('IIb', 'none'), device('I', 'declaration', 'no'), device('A', 'declaration', 'no')])
      for (const { conditions } of [MDR, IVDR]) expect(duty(reportOn(system), conditions)?.applies).toBe('no');
  });

  test('are lost with a retrained model that may decide otherwise: that doubt is told', () => {
    for (const [name, source] of [
      ['IIb', 'mdcg-2020-3:4.3.2.3'],
      ['C', 'mdcg-2022-6:4.3.2.3'],
    ] as const) {
      const report = reportOn(device(name, 'certificate', 'yes'));
      expect(duty(report, dutiesOf(name).conditions)?.contested).toMatchObject([{ source: [source], would: [] }]);
    }
  });

  test('unanswered leave both days open, and are asked', () => {
    const open = reportOn(device('IIb', 'certificate', 'unknown'));
    expect(duty(open, MDR.assessment)?.due).toEqual({ value: null, possible: ['2021-05-26', '2028-12-31'] });
    expect(open.questions.map(({ fact }) => fact)).toContain('device.legacy-conditions');
    const unsaid = reportOn(device('IIb', 'unknown'));
    expect(duty(unsaid, MDR.assessment)?.due.possible).toEqual(['2021-05-26', '2028-12-31']);
    expect(unsaid.questions.map(({ fact }) => fact)).toContain('device.legacy');
  });

  test('are no question before the device is on the market', () => {
    const planned = reportOn({ ...device('IIb', 'unknown'), 'market.stage': 'development' });
    expect(dueOf(planned, MDR.assessment)).toBe('2021-05-26');
    expect(planned.questions.map(({ fact }) => fact)).not.toContain('device.legacy');
  });
});

describe('reports after placing go by the class under the directive', () => {
  const applies = (report: Assessment, id: string) => duty(report, id)?.applies;
  const rivals = (report: Assessment, id: string) => duty(report, id)?.contested.map(({ would }) => would[0]?.possible);
  const REPORT = 'eu-mdr.art-85.surveillance-report';
  const YEARLY = 'eu-mdr.art-86.safety-update.yearly';

  test('a declared device was of class I: the simple report, no PSUR', () => {
    const declared = reportOn(device('IIb', 'declaration', 'yes'));
    expect([applies(declared, REPORT), applies(declared, YEARLY)]).toEqual(['yes', 'no']);
    const lost = reportOn(device('IIb', 'declaration', 'no'));
    expect([applies(lost, REPORT), applies(lost, YEARLY)]).toEqual(['no', 'yes']);
  });

  test('of a certified one that class is not asked: the class under the MDR is used, and the doubt told', () => {
    const certified = reportOn(device('IIb', 'certificate', 'yes'));
    expect([applies(certified, YEARLY), rivals(certified, YEARLY)]).toEqual(['yes', [['no']]]);
    expect(rivals(reportOn(device('IIb', 'none')), YEARLY)).toEqual([]);
  });

  test('the former IVD directive had no classes: the PSUR is kept, its rival told beside both reports', () => {
    const report = reportOn(device('C', 'declaration', 'yes'));
    const [simple, psur] = ['eu-ivdr.art-80.surveillance-report', 'eu-ivdr.art-81.safety-update'];
    expect([applies(report, simple), rivals(report, simple)]).toEqual(['no', [['yes']]]);
    expect([applies(report, psur), rivals(report, psur)]).toEqual(['yes', [['no']]]);
  });
});

describe('to the AI Act a legacy device is the device that it is', () => {
  test.each([
    ['IIb', 'high-risk'],
    ['C', 'high-risk'],
    ['I', 'minimal'],
    ['A', 'minimal'],
  ])('class %s: %s, as without the transition', (name, level) => {
    const plain = reportOn(device(name, 'none')).classification.aiAct;
    expect(plain.value).toBe(level);
    for (const legacy of ['certificate', 'declaration'] as const) {
      const { value, from } = reportOn(device(name, legacy, 'yes')).classification.aiAct;
      expect({ value, from }).toEqual({ value: plain.value, from: plain.from });
    }
  });

  test('one sold on a declaration has no notified body yet: that rival reading of its level is told', () => {
    const rivals = (legacy: Legacy) =>
      reportOn(device('IIb', legacy, 'yes')).classification.aiAct.contested.filter(
        ({ rule }) => rule === 'devices.third-party-assessment',
      );
    expect(rivals('declaration').flatMap(({ would }) => would.flatMap(({ possible }) => possible))).toContain(
      'minimal',
    );
    expect(rivals('certificate')).toEqual([]);
    expect(rivals('none')).toEqual([]);
  });
});

test('days of the one regulation are no milestones of a device under the other', () => {
  const milestones = (name: string) =>
    reportOn(device(name, 'certificate', 'yes'))
      .milestones.map(({ id }) => id)
      .filter((id) => id.includes('.transition-'));
  expect(milestones('III')).toEqual(['eu-mdr.transition-conditions-apply', 'eu-mdr.transition-ends-class-iii']);
  expect(milestones('D')).toEqual(['eu-ivdr.transition-conditions-apply', 'eu-ivdr.transition-ends-class-d']);
});
