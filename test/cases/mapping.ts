import type { Answer } from '../../src/description/description.ts';
import type { Facts } from './describe.ts';

/** What a value says of a list: options that are on it, that may be, that are not. Of the others it says nothing. */
interface OnList {
  readonly has?: readonly string[];
  readonly maybe?: readonly string[];
  readonly lacks?: readonly string[];
}

/** What a value says of facts of a description: a value, several that would agree with it (the first is stated), or a list. */
export type Meaning = Readonly<Record<string, string | readonly string[] | OnList>>;

const NOTHING: Meaning = {};

const yesNo = (fact: string): Record<string, Meaning> => ({
  true: { [fact]: 'yes' },
  false: { [fact]: 'no' },
  unknown: NOTHING,
});

/** A fact of the reviewer that stands for sensitive uses: together they cover all that is near to health. */
const listed = (...uses: string[]): Record<string, Meaning> => ({
  true: { uses: uses.length === 1 ? { has: uses } : { maybe: uses } },
  false: { uses: { lacks: uses } },
  unknown: { uses: { maybe: uses } },
});

/** Of a function only the medical purpose is taken over, and only where the reviewer says that there is one. */
const decisive = (purpose: string, decisions: string): Meaning => ({
  'purpose.medical': { has: [purpose] },
  'purpose.used-for': { has: [decisions] },
});
const WITHOUT_MEDICAL_PURPOSE = [
  ...['research', 'drug_discovery', 'evaluation', 'education', 'manufacturing', 'security', 'privacy_tool'],
  ...['data_infrastructure', 'general_purpose', 'information', 'assistance', 'wellbeing', 'coaching'],
  ...['admin', 'operations', 'governance', 'public_admin', 'insurance', 'insurance_admin', 'portfolio', 'triage'],
];

/** Each fact of the reviewer and each of its values, in words of a description. `unknown` settles nothing. */
export const MAPPING: Readonly<Record<string, Readonly<Record<string, Meaning>>>> = {
  learned_from_data: {
    true: { 'ai.technique': { has: ['machine-learning'] }, 'purpose.processing': 'analysis' },
    // It may still infer from encoded knowledge, or follow rules.
    false: {
      'ai.technique': {
        lacks: ['machine-learning'],
        maybe: ['knowledge-based', 'fixed-rules', 'fitted-formula', 'basic-statistics', 'physical-simulation'],
      },
    },
    unknown: NOTHING,
  },
  medical_intended_purpose: {
    true: NOTHING, // Which one, the function says.
    false: { 'purpose.medical': 'none', 'purpose.drafts': { lacks: ['suggestions'] } },
    unknown: NOTHING,
  },
  individual_patient_output: yesNo('purpose.individual-patients'),
  function: {
    screening: decisive('diagnosis', 'diagnostic-decisions'),
    diagnosis: decisive('diagnosis', 'diagnostic-decisions'),
    therapy: decisive('treatment', 'therapeutic-decisions'),
    therapy_decision: decisive('treatment', 'therapeutic-decisions'),
    // What is done with these does not follow from the word.
    prediction: { 'purpose.medical': { has: ['prediction'] } },
    prognosis: { 'purpose.medical': { has: ['prognosis'] } },
    monitoring: { 'purpose.medical': { has: ['monitoring'] } },
    ...Object.fromEntries(WITHOUT_MEDICAL_PURPOSE.map((name) => [name, NOTHING])),
  },
  ivd_specimen: {
    true: { 'purpose.medical': { has: ['in-vitro-information'] }, 'device.specimen-data': ['substantial', 'only'] },
    false: { 'device.specimen-data': ['none', 'minor'] },
    unknown: NOTHING,
  },
  user: {
    health_professional: { 'purpose.users': { has: ['health-professional'] } },
    patient: { 'purpose.users': { has: ['patients'] } },
    public: { 'purpose.users': { has: ['public'] } },
    researcher: { 'purpose.users': { has: ['researchers'] } },
    manager: { 'purpose.users': { has: ['administrative-staff'] } },
    insurer: { 'purpose.users': { has: ['insurance-staff'] } },
    it_staff: { 'purpose.users': { has: ['other-staff'] } },
    developer: { 'purpose.users': { has: ['other-staff'] } },
    // Managers, clerks, carers, students: the word does not say.
    staff: NOTHING,
    mixed: NOTHING,
  },
  interacts_with_people: yesNo('people.interacts-directly'),
  generates_synthetic_content: {
    true: { 'ai.generates': { has: ['text'] } }, // All nine write; what else one makes is added.
    false: { 'ai.generates': 'none' },
    unknown: NOTHING,
  },
  emotion_recognition_biometric: {
    ...listed(
      'emotion-recognition',
      'remote-biometric-identification',
      'biometric-categorisation',
      'health-categorisation',
    ),
    unknown: { uses: { maybe: ['emotion-recognition'] } },
  },
  public_benefit_eligibility: listed('public-benefits'),
  health_insurance_pricing: listed('insurance-risk-pricing'),
  emergency_triage_or_dispatch: listed('emergency-triage', 'emergency-calls', 'emergency-dispatch'),
  employment_decision: listed('recruitment', 'worker-management'),
  learner_assessment: listed('learning-assessment', 'education-admission', 'education-level', 'exam-monitoring'),
  research_only: {
    true: {
      'purpose.solely-for': { has: ['scientific-research'] },
      // Research for its own sake is no trial of something that is to be placed on the market.
      'market.stage': ['development', 'on-market'],
      'deployment.context': {
        has: ['research'],
        lacks: ['care', 'home', 'hospital-organisation', 'workplace', 'education', 'insurance', 'public-services'],
      },
    },
    false: { 'purpose.solely-for': { lacks: ['scientific-research'] } },
    unknown: { 'purpose.solely-for': { maybe: ['scientific-research'] } },
  },
  placed_on_eu_market: {
    // What is marketed is neither in-house nor custom-made nor under investigation.
    true: { 'market.in-eu': 'yes', 'device.conformity-route': ['notified-body', 'self-declaration'] },
    false: { 'market.in-eu': 'no' },
    unknown: NOTHING,
  },
  used_in_eu: yesNo('market.output-in-eu'),
  personal_data: {
    identifiable: { 'data.personal': 'identifiable' },
    pseudonymised: { 'data.personal': 'pseudonymised' },
    aggregated: { 'data.personal': 'anonymous' },
    synthetic: { 'data.personal': ['anonymous', 'none'] },
    none: { 'data.personal': 'none' },
  },
  health_data: yesNo('data.health'),
  solely_automated_decision: yesNo('decision.solely-automated'),
};

/** Facts of the reviewer that are deliberately not taken over. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  worst_credible_harm: 'The worst that can be imagined; rule 11 asks what is reasonably likely.',
  genetic_data: 'A description asks for data concerning health; nothing hangs on genetic data alone.',
};

/** What the reviewer's facts say together. */
export function meaningsOf(states: Facts): Meaning[] {
  const medical = states.medical_intended_purpose === 'true';
  return Object.entries(states)
    .filter(([fact]) => medical || fact !== 'function')
    .map(([fact, value]) => MAPPING[fact]?.[value] ?? NOTHING);
}

/** The same as facts of a description. */
export function factsFrom(meanings: readonly Meaning[]): Facts {
  const facts: Facts = {};
  const lists = new Map<string, Set<string>>();
  for (const [fact, said] of meanings.flatMap((meaning) => Object.entries(meaning))) {
    if (typeof said === 'string') facts[fact] = said;
    else if (isValues(said)) facts[fact] = said[0] ?? '';
    else {
      const named = [...(said.has ?? []), ...(said.maybe ?? []).map((option) => `"${option}?"`)];
      lists.set(fact, new Set([...(lists.get(fact) ?? []), ...named]));
    }
  }
  for (const [fact, named] of lists) facts[fact] = named.size === 0 ? 'none' : `[${[...named].join(', ')}]`;
  return facts;
}

/** The facts of a description that say something else than the reviewer's facts do. An open answer says nothing else. */
export function contradictions(answers: ReadonlyMap<string, Answer>, meanings: readonly Meaning[]): string[] {
  const found = meanings.flatMap((meaning) =>
    Object.entries(meaning).flatMap(([fact, said]) => {
      const answer = answers.get(fact);
      return answer !== undefined && differs(answer, said) ? [fact] : [];
    }),
  );
  return [...new Set(found)];
}

function differs(answer: Answer, said: Meaning[string]): boolean {
  if (answer.kind === 'value') return ![said].flat().includes(answer.value);
  if (answer.kind !== 'list') return false;
  if (said === 'none') return [...answer.options.values()].includes('yes');
  if (typeof said === 'string' || isValues(said)) return false;
  const is = (truth: string) => (option: string) => answer.options.get(option) === truth;
  return (said.has ?? []).some(is('no')) || (said.lacks ?? []).some(is('yes'));
}

function isValues(said: Meaning[string]): said is readonly string[] {
  return Array.isArray(said);
}
