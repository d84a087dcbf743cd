import { expect, test } from 'vitest';
import { BENEFITS, check, DEVICE, describeSystem, type Facts, NEUTRAL } from './describe.ts';

const CLASS_I: Facts = {
  ...DEVICE,
  'purpose.medical': '[conception-support]',
  'purpose.used-for': 'none',
  'device.class-i-aspects': 'none',
  'device.conformity-route': 'self-declaration',
};

/** The filter is for listed uses: a device that needs a notified body stays high-risk. */
const PREPARING_DEVICE: Facts = {
  ...DEVICE,
  uses: '[emergency-triage]',
  'decision.task': '[preparatory]',
  'decision.material-influence': 'no',
};

const { 'decision.profiling': _profiling, ...BENEFITS_UNASKED } = BENEFITS;
const { 'device.class-i-aspects': _aspects, ...CLASS_I_UNASKED } = CLASS_I;

test.each([
  ['not a device, of what informs a diagnosis', DEVICE, 'claims.device-class', 'not-a-device', 'below'],
  ['not a device, of an administrative tool', NEUTRAL, 'claims.device-class', 'not-a-device', 'agrees'],
  ['class I, of what informs a diagnosis', DEVICE, 'claims.device-class', 'I', 'below'],
  ['class I, of support for conception', CLASS_I, 'claims.device-class', 'I', 'agrees'],
  ['class III, of class IIb', DEVICE, 'claims.device-class', 'III', 'above'],
  ['self-declared, though a notified body is needed', DEVICE, 'claims.self-declaration', 'yes', 'below'],
  ['self-declared, of class I', CLASS_I, 'claims.self-declaration', 'yes', 'agrees'],
  ['self-declared, while the class is open', CLASS_I_UNASKED, 'claims.self-declaration', 'yes', 'open'],
  ['6(3), of a preparatory task without profiling', BENEFITS, 'claims.exempted', 'yes', 'agrees'],
  ['6(3), of what profiles', { ...BENEFITS, 'decision.profiling': 'yes' }, 'claims.exempted', 'yes', 'below'],
  ['6(3), while profiling is open', BENEFITS_UNASKED, 'claims.exempted', 'yes', 'open'],
  ['6(3), of a device with a listed use', PREPARING_DEVICE, 'claims.exempted', 'yes', 'below'],
  ['minimal, of a high-risk device', DEVICE, 'claims.ai-act-level', 'minimal', 'below'],
])('a claim of %s', (_about, facts: Facts, claim, claimed, finding) => {
  const report = check(describeSystem({ ...facts, [claim]: claimed }));
  expect(report.claims).toEqual([expect.objectContaining({ fact: claim, claimed, finding })]);
  if (finding === 'below') expect(report.verdict.because).toContain('claim-below');
  else expect(report.verdict.because).not.toContain('claim-below');
});

test('the route of a manufacturer who declares alone where a notified body is needed is a gap', () => {
  const report = check(describeSystem({ ...DEVICE, 'device.conformity-route': 'self-declaration' }));
  expect(report.duties.find(({ id }) => id === 'eu-mdr.art-52.procedure')?.status).toBe('missing');
});
