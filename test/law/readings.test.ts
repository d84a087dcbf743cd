import { describe, expect, test } from 'vitest';
import { assess, DEFAULT_POLICY } from '../../src/assessment/assess.ts';
import { type Assessment, type Contested, REPORTED } from '../../src/assessment/contract.ts';
import { readDescription } from '../../src/description/read.ts';
import { Source } from '../../src/yaml/source.ts';
import { BOUGHT, DEVICE, describeSystem, type Facts, NEUTRAL } from '../cases/describe.ts';
import { realLaw } from './real.ts';

/** Every doubt about how the AI Act classifies, and from when: the reading used and its rival stand in the report. */

/** A system on which a reading is contested, where that shows, and what the two readings make of it. */
interface Reading {
  readonly doubt: string;
  readonly system: Facts;
  /** `level`, or a duty. */
  readonly at: string;
  /** A level, a day, or whether the duty applies. */
  readonly used: string;
  /** The entry whose reading is contested, and where the rival reading comes from. */
  readonly rule: string;
  readonly source: string;
  /** What the rival would make of it; nothing for a doubt that changes no result and is told all the same. */
  readonly would?: string;
}

const LISTED: Facts = {
  ...NEUTRAL,
  uses: '[emergency-triage]',
  'decision.profiling': 'yes',
  'people.affected': '[patients]',
};
const LISTED_USED: Facts = {
  ...LISTED,
  'operator.roles': '[provider, deployer]',
  'deployment.by': '[public-hospital]',
};
const DUAL: Facts = { ...LISTED_USED, ...DEVICE, 'operator.roles': '[provider, deployer]', uses: '[emergency-triage]' };
const BENEFITS: Facts = {
  ...NEUTRAL,
  uses: '[public-benefits]',
  'deployment.by': '[social-security]',
  'deployment.context': '[public-services]',
  'decision.task': '[preparatory]',
  'decision.material-influence': 'no',
};
const EARLIER: Facts = {
  'market.stage': 'on-market',
  'market.placed-on': '2026-09',
  'market.significant-change': 'none',
  'deployment.by': '[practice]',
};
const STAFF: Facts = {
  ...NEUTRAL,
  'operator.roles': '[deployer]',
  'device.label.class': 'not-a-device',
  'deployment.by': '[company]',
  'deployment.context': '[workplace]',
  'people.affected': '[workers]',
};
const DIALOGUE: Facts = {
  ...NEUTRAL,
  'people.interacts-directly': 'yes',
  'people.obviously-ai': 'no',
  'ai.generates': '[text]',
  'ai.only-assists-editing': 'no',
};

const section5 = (at: string, system: Facts, used: string): Reading => ({
  doubt: 'U1, trap (a): Section 5, 72, 73, 86',
  system,
  at,
  used,
  rule: 'eu-ai-act.section-5-regime',
  source: 'ai-act:113(c)',
  would: '2026-08-02',
});
const dual = (at: string, rule: string, source: string): Reading => ({
  doubt: 'U3, trap (e): a device that has a listed use as well',
  system: DUAL,
  at,
  used: 'yes',
  rule,
  source,
  would: 'no',
});
const exception = (point: string, practice: string, relied: string, source: string): Reading => ({
  doubt: 'an exception to a prohibition, read narrowly',
  system: { ...NEUTRAL, practices: `[${practice}]`, 'practice-exceptions': `[${relied}]` },
  at: 'level',
  used: 'minimal',
  rule: `eu-ai-act.art-5.${point}`,
  source,
  would: 'prohibited',
});

const READINGS: readonly Reading[] = [
  section5('eu-ai-act.art-43.internal-control', LISTED, '2027-12-02'),
  section5('eu-ai-act.art-43.device-procedure', DEVICE, '2028-08-02'),
  section5('eu-ai-act.art-47.declaration', DEVICE, '2028-08-02'),
  section5('eu-ai-act.art-48.ce-marking', LISTED, '2027-12-02'),
  section5('eu-ai-act.art-49.provider', LISTED, '2027-12-02'),
  section5('eu-ai-act.art-72.monitoring', DEVICE, '2028-08-02'),
  section5('eu-ai-act.art-73.incidents', LISTED, '2027-12-02'),
  section5('eu-ai-act.art-86.explanation', { ...LISTED, 'operator.roles': '[deployer]' }, '2027-12-02'),
  ...['eu-ai-act.art-6-4.assessment', 'eu-ai-act.art-49.exempted'].map((at) => ({
    doubt: 'U2, trap (b): what is exempted is not classified as high-risk',
    system: BENEFITS,
    at,
    used: '2027-12-02',
    rule: 'eu-ai-act.exempted-regime',
    source: 'ai-act:113(c)',
    would: '2026-08-02',
  })),
  {
    doubt: 'U3, trap (e): a device that has a listed use as well',
    system: DUAL,
    at: 'level',
    used: '2027-12-02',
    rule: 'eu-ai-act.high-risk-regime',
    source: 'mdcg-2025-6:27',
    would: '2028-08-02',
  },
  dual('eu-ai-act.art-26.persons-informed', 'eu-ai-act.high-risk-listed', 'mdcg-2025-6:27'),
  dual('eu-ai-act.art-27.assessment', 'eu-ai-act.high-risk-listed', 'mdcg-2025-6:27'),
  dual('eu-ai-act.art-86.explanation', 'eu-ai-act.high-risk-listed', 'mdcg-2025-6:27'),
  dual('eu-ai-act.art-49.provider', 'eu-ai-act.high-risk-listed', 'mdcg-2025-6:27'),
  dual('eu-ai-act.art-49.provider', 'eu-ai-act.art-49.provider', 'ai-act:recital-131'),
  {
    doubt: 'U4, trap (c): the cut-off of Article 111(2), listed use',
    system: { ...LISTED, ...EARLIER },
    at: 'level',
    used: 'never',
    rule: 'eu-ai-act.legacy-annex-iii',
    source: 'art6-draft-guidelines:449',
    would: '2027-12-02',
  },
  {
    doubt: 'U4, trap (c): the cut-off of Article 111(2), device',
    system: { ...DEVICE, ...EARLIER },
    at: 'level',
    used: 'never',
    rule: 'eu-ai-act.legacy-annex-i',
    source: 'art6-draft-guidelines:449',
    would: '2028-08-02',
  },
  {
    doubt: 'U5, trap (d): type and model, or each unit',
    system: { ...DEVICE, ...EARLIER },
    at: 'level',
    used: 'never',
    rule: 'eu-ai-act.legacy',
    source: 'mdcg-2025-6:31',
  },
  ...['eu-ai-act.art-4.literacy', 'eu-ai-act.art-50.ai-disclosure'].map((at) => ({
    doubt: 'trap (d): whether Articles 4 and 50 bind earlier high-risk systems',
    system: { ...DEVICE, ...EARLIER, 'people.interacts-directly': 'yes', 'people.obviously-ai': 'no' },
    at,
    used: 'yes',
    rule: 'eu-ai-act.in-scope-earlier-systems-too',
    source: 'ai-act:111(2)',
    would: 'no',
  })),
  {
    doubt: 'U6: material influence as a test of its own',
    system: { ...BENEFITS, 'decision.material-influence': 'yes' },
    at: 'level',
    used: 'high-risk',
    rule: 'eu-ai-act.exempted-use',
    source: 'art6-draft-guidelines:88',
    would: 'minimal',
  },
  {
    doubt: 'U8: staff who use a tool on patients',
    system: BOUGHT,
    at: 'eu-ai-act.art-26.workers',
    used: 'yes',
    rule: 'eu-ai-act.art-26.workers',
    source: 'ai-act:26(7)',
    would: 'no',
  },
  {
    doubt: 'U10: classes Is, Im and Ir',
    system: { ...BOUGHT, 'device.label.class': 'Im' },
    at: 'level',
    used: 'high-risk',
    rule: 'eu-ai-act.high-risk-route.annex-i',
    source: 'ai-act:6(1c)',
    would: 'minimal',
  },
  {
    doubt: 'U11: a state of health as a biometric category',
    system: { ...NEUTRAL, uses: '[health-categorisation]', 'decision.profiling': 'yes' },
    at: 'level',
    used: 'high-risk',
    rule: 'eu-ai-act.annex-iii.1-b',
    source: 'art6-draft-guidelines:169',
    would: 'transparency',
  },
  {
    doubt: 'U11: the same, for those to be told',
    system: { ...NEUTRAL, 'operator.roles': '[deployer]', uses: '[health-categorisation]', 'decision.profiling': 'yes' },
    at: 'eu-ai-act.art-50.exposure',
    used: 'yes',
    rule: 'eu-ai-act.art-50-3',
    source: 'art6-draft-guidelines:169',
    would: 'no',
  },
  {
    doubt: 'U13: marking of clinical text',
    system: { ...NEUTRAL, 'ai.generates': '[text]', 'ai.only-assists-editing': 'no' },
    at: 'eu-ai-act.art-50.marking',
    used: 'yes',
    rule: 'eu-ai-act.art-50-2',
    source: 'art50-guidelines:90',
    would: 'no',
  },
  {
    doubt: 'trap (f): extra time for a generator put into service for own use',
    system: { ...DIALOGUE, ...EARLIER, 'operator.roles': '[provider, deployer]', 'market.placed-on': '2026-03' },
    at: 'eu-ai-act.art-50.marking',
    used: '2026-12-02',
    rule: 'eu-ai-act.marking-regime',
    source: 'ai-act:111(4)',
    would: '2026-08-02',
  },
  {
    doubt: 'U17: the ceiling for a wrong claim of Article 6(3)',
    system: BENEFITS,
    at: 'eu-ai-act.art-6-4.assessment',
    used: 'yes',
    rule: 'eu-ai-act.art-6-4.assessment',
    source: 'ai-act:80(7)',
  },
  exception('a', 'manipulation', 'lawful-treatment', 'ai-act:recital-29'),
  exception('b', 'exploiting-vulnerability', 'lawful-treatment', 'ai-act:recital-29'),
  exception('c', 'social-scoring', 'lawful-evaluation', 'ai-act:recital-31'),
  exception('d', 'crime-prediction', 'verifiable-facts', 'ai-act:recital-42'),
  exception('e', 'facial-scraping', 'targeted-collection', 'ai-act:recital-43'),
  exception('g', 'biometric-deduction', 'lawful-labelling', 'ai-act:recital-30'),
  exception('h', 'real-time-identification', 'authorised-identification', 'ai-act:5(5)'),
  exception('ba', 'intimate-imagery', 'explicit-consent', 'ai-omnibus:recital-12'),
  exception('ba', 'intimate-imagery', 'no-more-exposure', 'ai-act:5(1b)'),
  exception('ba', 'intimate-imagery', 'safeguards', 'ai-act:5(1a)'),
  exception('bb', 'child-abuse-material', 'safeguards', 'ai-act:5(1a)'),
  {
    doubt: 'emotions at work: medical and safety reasons',
    system: { ...STAFF, uses: '[emotion-recognition]', 'people.emotion-reason': 'medical-or-safety' },
    at: 'level',
    used: 'high-risk',
    rule: 'eu-ai-act.art-5.f',
    source: 'ai-act:recital-44',
    would: 'prohibited',
  },
  {
    doubt: 'a medical purpose under national law on abuse material',
    system: { ...NEUTRAL, practices: '[child-abuse-material]', 'practice-exceptions': 'none' },
    at: 'level',
    used: 'prohibited',
    rule: 'eu-ai-act.art-5.bb',
    source: 'ai-act:5(1)(bb)',
  },
  {
    doubt: 'a formula once fitted to data',
    system: { ...NEUTRAL, 'ai.technique': '[fitted-formula]' },
    at: 'level',
    used: 'minimal',
    rule: 'eu-ai-act.ai-system',
    source: 'ai-system-guidelines:42',
    would: 'not-an-ai-system',
  },
  {
    doubt: 'a simple baseline forecast',
    system: { ...NEUTRAL, 'ai.technique': '[basic-statistics]' },
    at: 'level',
    used: 'not-an-ai-system',
    rule: 'eu-ai-act.ai-system',
    source: 'ai-act:recital-12',
    would: 'minimal',
  },
  {
    doubt: 'evaluation that only steers learning',
    system: { ...NEUTRAL, uses: '[learning-assessment]', 'decision.profiling': 'yes' },
    at: 'level',
    used: 'high-risk',
    rule: 'eu-ai-act.annex-iii.3-b',
    source: 'art6-draft-guidelines:223',
  },
  {
    doubt: 'a private hospital in the public service as the arm of an authority',
    system: { ...BENEFITS, 'deployment.by': '[private-nonprofit-hospital]', 'decision.profiling': 'yes' },
    at: 'level',
    used: 'minimal',
    rule: 'eu-ai-act.annex-iii.5-a',
    source: 'art6-draft-guidelines:286',
    would: 'high-risk',
  },
  {
    doubt: 'risk assessment and pricing, or either',
    system: { ...NEUTRAL, uses: '[insurance-risk-pricing]', 'decision.profiling': 'yes' },
    at: 'level',
    used: 'high-risk',
    rule: 'eu-ai-act.annex-iii.5-c',
    source: 'art6-draft-guidelines:311',
  },
];

const AS_OF = '2026-11-22';

function reportOn(system: Facts, proposals: readonly string[] = []): Assessment {
  const { description, problems } = readDescription(new Source('system.yaml', describeSystem(system)), realLaw().law);
  if (description === undefined) throw new Error(JSON.stringify(problems));
  const policy = { ...DEFAULT_POLICY, proposals };
  return assess(description, realLaw(), {
    toolVersion: '0',
    asOf: AS_OF,
    horizon: AS_OF,
    evidence: new Map(),
    policy,
  });
}

const isDay = (result: string) => result === 'never' || /^\d/.test(result);

/** Where a report says what a reading makes of it: its value, what a rival calls that value, and the doubts beside it. */
function placeOf(report: Assessment, at: string, result: string) {
  const { aiAct } = report.classification;
  if (at === 'level') {
    const [value, of] = isDay(result) ? [aiAct.from?.value, REPORTED.regime] : [aiAct.value, REPORTED.level];
    return { value, of, contested: aiAct.contested };
  }
  const duty = report.duties.find(({ id }) => id === at);
  const [value, of] = isDay(result) ? [duty?.due.value, 'due'] : [duty?.applies, 'applies'];
  return { value, of, contested: duty?.contested ?? [] };
}

function rivalIn(contested: readonly Contested[], { rule, source }: Reading): Contested | undefined {
  return contested.find((found) => found.rule === rule && found.source.includes(source));
}

test.each(READINGS)('$doubt: $at is $used, and would be $would under the rival reading of $rule', (reading) => {
  const report = reportOn(reading.system);
  const { value, of, contested } = placeOf(report, reading.at, reading.used);
  expect(value).toBe(reading.used);
  const rival = rivalIn(contested, reading);
  expect(rival?.reading).toBeTruthy();
  if (reading.would === undefined) expect(rival?.would).toEqual([]);
  else expect(rival?.would).toContainEqual(expect.objectContaining({ of, possible: [reading.would] }));
});
