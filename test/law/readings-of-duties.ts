import { BENEFITS, BOUGHT, DEVICE, type Facts } from '../cases/describe.ts';
import { EARLIER, LISTED, type Reading } from './readings.ts';

const TESTED: Facts = { 'market.stage': 'testing-on-people' };
const SMALL_SCALE: Facts = {
  'operator.country': 'BE',
  'data.personal': 'identifiable',
  'data.health': 'yes',
  'data.large-scale': 'no',
  'data.role': '[controller]',
  'data.features': 'none',
};

const realWorldTest = (system: Facts, would: string): Reading => ({
  settles: [],
  doubt: 'the day from which tests on people are regulated',
  system: { ...system, ...TESTED },
  at: 'eu-ai-act.art-60.plan',
  used: '2026-08-02',
  rule: 'eu-ai-act.real-world-test-regime',
  source: 'ai-act:113(c)',
  would,
});

/** Doubts of single duties: who owes them, and from when tests on people are regulated. */
export const OF_DUTIES: readonly Reading[] = [
  ...['art-6-4.assessment', 'art-49.exempted'].map((duty) => ({
    settles: ['b'],
    doubt: 'an exempted system placed earlier',
    system: { ...BENEFITS, ...EARLIER, 'deployment.by': '[social-security]' },
    at: `eu-ai-act.${duty}`,
    used: 'yes',
    rule: `eu-ai-act.${duty}`,
    source: 'ai-act:111(2)',
    would: 'no',
  })),
  {
    settles: [],
    doubt: 'incidents that other Union law has reported',
    system: LISTED,
    at: 'eu-ai-act.art-73.incidents',
    used: 'yes',
    rule: 'eu-ai-act.art-73.incidents',
    source: 'ai-act:73(9)',
  },
  {
    settles: [],
    doubt: 'incidents of a device that its deployer reports',
    system: { ...BOUGHT, 'deployment.by': '[public-hospital]' },
    at: 'eu-ai-act.art-26.device-incidents',
    used: 'yes',
    rule: 'eu-ai-act.art-26.device-incidents',
    source: 'ai-act:73(10)',
  },
  {
    settles: [],
    doubt: 'an impact assessment that guidance alone asks for',
    system: { ...BOUGHT, ...SMALL_SCALE },
    at: 'eu-ai-act.art-26.dpia-information',
    used: 'yes',
    rule: 'eu-ai-act.art-26.dpia-information',
    source: 'ai-act:26(9)',
    would: 'no',
  },
  {
    settles: [],
    doubt: 'a device in a clinical investigation',
    system: { ...DEVICE, ...TESTED, 'device.conformity-route': 'investigation' },
    at: 'eu-ai-act.art-60.plan',
    used: 'yes',
    rule: 'eu-ai-act.real-world-test',
    source: 'mdcg-2025-6:25',
    would: 'no',
  },
  realWorldTest(LISTED, '2027-12-02'),
  realWorldTest(DEVICE, '2028-08-02'),
  {
    settles: ['U12'],
    doubt: 'where the test of a device is registered',
    system: { ...DEVICE, ...TESTED },
    at: 'eu-ai-act.art-60.registration',
    used: 'yes',
    rule: 'eu-ai-act.art-60.registration',
    source: 'ai-act:71(1)',
    would: 'no',
  },
  ...['art-26.registered-only', 'art-49.deployer'].map((duty) => ({
    settles: [],
    doubt: 'a system intended for public authorities and for others',
    system: { ...LISTED, 'operator.roles': '[deployer]', 'deployment.by': '[public-hospital, private-hospital]' },
    at: `eu-ai-act.${duty}`,
    used: 'yes',
    rule: 'eu-ai-act.role.public-deployer',
    source: 'ai-act:26(8)',
    would: 'no',
  })),
  {
    settles: [],
    doubt: 'a system intended for public services and for others',
    system: { ...LISTED, 'operator.roles': '[deployer]', 'deployment.by': '[public-hospital, company]' },
    at: 'eu-ai-act.art-27.assessment',
    used: 'yes',
    rule: 'eu-ai-act.assesses-fundamental-rights',
    source: 'ai-act:27(1)',
    would: 'no',
  },
];
