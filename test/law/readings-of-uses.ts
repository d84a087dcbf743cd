import { BENEFITS, DEVICE, type Facts, NEUTRAL } from '../cases/describe.ts';
import { EARLIER, LISTED, type Reading } from './readings.ts';

const level = (
  doubt: string,
  system: Facts,
  [used, would]: readonly [used: string, would?: string],
  rule: string,
  source: string,
): Reading => ({
  settles: [],
  doubt,
  system,
  at: 'level',
  used,
  rule: `eu-ai-act.${rule}`,
  source,
  ...(would === undefined ? {} : { would }),
});

const exception = (point: string, practice: string, relied: string, source: string): Reading =>
  level(
    `the exception "${relied}" read narrowly`,
    { ...NEUTRAL, practices: `[${practice}]`, 'practice-exceptions': `[${relied}]` },
    ['minimal', 'prohibited'],
    `art-5.${point}`,
    source,
  );

const listed = (uses: string): Facts => ({ ...NEUTRAL, uses: `[${uses}]`, 'decision.profiling': 'yes' });
const technique = (given: string): Facts => ({ ...NEUTRAL, 'ai.technique': `[${given}]` });
const user = (by: string): Facts => ({ ...LISTED, ...EARLIER, 'deployment.by': `[${by}]` });

const STAFF_EMOTIONS: Facts = {
  ...NEUTRAL,
  'operator.roles': '[deployer]',
  'device.label.class': 'not-a-device',
  'deployment.by': '[company]',
  'deployment.context': '[workplace]',
  'people.affected': '[workers]',
  uses: '[emotion-recognition]',
  'people.emotion-reason': 'safety',
};
const COMPONENT: Facts = {
  ...NEUTRAL,
  'device.relation': 'property-component',
  'device.hardware-class': 'IIb',
  'device.conformity-route': 'notified-body',
};
const VEHICLE: Facts = { ...NEUTRAL, 'product.kind': 'section-b', 'product.assessment': 'third-party' };
const PREPARING_DEVICE: Facts = {
  ...DEVICE,
  uses: '[emergency-triage]',
  'decision.task': '[preparatory]',
  'decision.material-influence': 'no',
};

/** What is contested about the level and its day beyond the register: definition, scope, practices, uses. */
export const OF_USES: readonly Reading[] = [
  level(
    'a formula once fitted to data',
    technique('fitted-formula'),
    ['minimal', 'not-an-ai-system'],
    'ai-system',
    'ai-system-guidelines:42',
  ),
  level(
    'a simple baseline forecast',
    technique('basic-statistics'),
    ['not-an-ai-system', 'minimal'],
    'ai-system',
    'ai-act:recital-12',
  ),
  level(
    'Article 50 for products of Section B',
    { ...VEHICLE, 'people.interacts-directly': 'yes', 'people.obviously-ai': 'no' },
    ['transparency', 'out-of-scope'],
    'excluded.section-b',
    'ai-act:50(1)',
  ),
  level(
    'a product of Section B with a listed use',
    { ...VEHICLE, ...listed('emergency-triage'), 'product.kind': 'section-b' },
    ['high-risk', 'out-of-scope'],
    'excluded.section-b',
    'ai-act:6(2)',
  ),
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
  level(
    'a medical purpose under national law on abuse material',
    { ...NEUTRAL, practices: '[child-abuse-material]', 'practice-exceptions': 'none' },
    ['prohibited'],
    'art-5.bb',
    'ai-act:5(1)(bb)',
  ),
  level(
    'a sensitive attribute that may hide a prohibited one',
    { ...NEUTRAL, ...listed('biometric-categorisation') },
    ['high-risk', 'prohibited'],
    'art-5.g',
    'ai-act:annex-iii(1)(b)',
  ),
  level(
    'medical and safety reasons for reading the emotions of staff',
    STAFF_EMOTIONS,
    ['high-risk', 'prohibited'],
    'art-5.f',
    'ai-act:recital-44',
  ),
  level(
    'evaluation that only steers learning',
    listed('learning-assessment'),
    ['high-risk'],
    'annex-iii.3-b',
    'art6-draft-guidelines:223',
  ),
  level(
    'a private hospital in the public service as the arm of an authority',
    { ...BENEFITS, 'deployment.by': '[private-nonprofit-hospital]', 'decision.profiling': 'yes' },
    ['minimal', 'high-risk'],
    'annex-iii.5-a',
    'art6-draft-guidelines:286',
  ),
  level(
    'risk assessment and pricing, or either',
    listed('insurance-risk-pricing'),
    ['high-risk'],
    'annex-iii.5-c',
    'art6-draft-guidelines:311',
  ),
  level(
    'a part whose failure only damages property',
    COMPONENT,
    ['high-risk', 'minimal'],
    'safety-component',
    'ai-act:6(1a)',
  ),
  level(
    'Article 6(3) for the listed use of a device',
    PREPARING_DEVICE,
    ['2027-12-02', '2028-08-02'],
    'high-risk-route.annex-iii',
    'ai-act:6(3)',
  ),
  ...[
    ['private-nonprofit-hospital', 'art6-draft-guidelines:286'],
    ['for-public-authority', 'art6-draft-guidelines:81'],
    ['school', 'art6-draft-guidelines:286'],
  ].map(([by = '', source = '']) =>
    level(`"${by}" as a public authority`, user(by), ['never', '2030-08-02'], 'public-authority', source),
  ),
];
