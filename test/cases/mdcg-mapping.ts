import { written } from './assessed.ts';
import { type Facts, NEUTRAL } from './describe.ts';

/** What an official example says of a product, in the words of the guidance. */
export type Statements = Readonly<Record<string, string | readonly string[]>>;

/** What follows for a description where an example says all of `when`. */
export interface Convention {
  readonly when: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, string | readonly string[]>>;
  readonly because: string;
}

/** Any purpose but a product of Annex XVI: that comes first in Figure 1, and no example of software is one. */
const UNSTATED = [
  'diagnosis',
  'prevention',
  'monitoring',
  'prediction',
  'prognosis',
  'treatment',
  'alleviation',
  'physiology',
  'in-vitro-information',
  'conception-support',
  'contraception',
].map((purpose) => `${purpose}?`);

const FOR_PATIENTS = { 'purpose.individual-patients': 'yes', 'purpose.processing': 'analysis' };

const purpose = (said: string): Convention => ({
  when: { 'medical-purpose': said },
  facts: { ...FOR_PATIENTS, 'purpose.medical': [said] },
  because: 'this purpose is served for a patient, and by more than storing or sending data (steps 3 to 5 of Figure 1)',
});
const does = (said: string, processing: 'analysis' | 'storage-or-transfer', because: string): Convention => ({
  when: { function: said },
  facts: { 'purpose.processing': processing },
  because,
});
const keeps = (said: string) =>
  does(said, 'storage-or-transfer', 'storing, sending, showing and administering (step 3)');
const acts = (said: string) =>
  does(said, 'analysis', 'an action beyond storage, communication and simple search (step 3)');
const examines = (condition: string, inVitro: string, because: string): Convention => ({
  when: { condition, 'data-source': 'ivd-only' },
  facts: { 'device.in-vitro': [inVitro] },
  because,
});
const grid = (said: 'situation' | 'significance', value: string): Convention => ({
  when: { [said]: value },
  facts: { 'purpose.likely-harm': 'by-grid', [`purpose.${said}`]: value },
  because: 'Annex III, Table 1, judges rule 11(a) by significance and situation',
});

/** From the general to the special: a later row stands over an earlier one, but purposes add up. */
export const CONVENTIONS: readonly Convention[] = [
  {
    when: {},
    facts: {
      ...NEUTRAL,
      'purpose.medical': UNSTATED,
      'purpose.individual-patients': 'unknown',
      'purpose.processing': 'unknown',
      'purpose.used-for': 'unknown',
      'device.conformity-route': 'notified-body',
    },
    because:
      'a maker’s own product, stand-alone and placed on the market; all else is open. Taken as AI, so that its route under the AI Act shows',
  },
  { when: { ai: 'yes' }, facts: { 'ai.technique': ['machine-learning'] }, because: 'it is said to be AI' },
  { when: { 'medical-purpose': 'none' }, facts: { 'purpose.medical': 'none' }, because: 'no medical purpose' },
  { when: { 'medical-purpose': 'none-own' }, facts: { 'purpose.medical': 'none' }, because: 'none of its own' },
  { when: { 'medical-purpose': 'stated' }, facts: FOR_PATIENTS, because: 'there is one, but not said which' },
  ...['diagnosis', 'prevention', 'monitoring', 'prediction', 'treatment', 'alleviation'].map(purpose),
  ...['contraception', 'conception-support', 'in-vitro-information'].map(purpose),
  {
    when: { 'data-source': 'ivd-only' },
    facts: { ...FOR_PATIENTS, 'purpose.medical': ['in-vitro-information'], 'device.specimen-data': 'only' },
    because: 'information from data of diagnostic devices alone (steps 1 and 2 of Figure 2)',
  },
  {
    when: { 'data-source': 'ivd-mainly' },
    facts: { ...FOR_PATIENTS, 'purpose.medical': ['in-vitro-information'], 'device.specimen-data': 'substantial' },
    because: 'both kinds of data, driven by those from specimens (step 3 of Figure 2)',
  },
  {
    when: { 'data-source': 'md-mainly' },
    facts: { ...FOR_PATIENTS, 'purpose.medical': ['in-vitro-information'], 'device.specimen-data': 'minor' },
    because: 'both kinds of data, not driven by those from specimens (step 3 of Figure 2)',
  },
  { when: { user: 'lay' }, facts: { 'purpose.users': ['patients'] }, because: 'lay users' },
  { when: { user: 'professional' }, facts: { 'purpose.users': ['health-professional'] }, because: 'professionals' },
  { when: { user: 'both' }, facts: { 'purpose.users': ['health-professional', 'patients'] }, because: 'both' },
  {
    when: { user: 'lay', 'data-source': 'ivd-only' },
    facts: { 'device.test-setting': ['self-test'] },
    because: 'lay people who test their own specimens',
  },
  ...['transmit', 'store', 'display', 'admin', 'validate'].map(keeps),
  ...['nlp-search', 'alter-representation', 'analyse', 'alert', 'recommend', 'contour', 'calculate', 'triage'].map(
    acts,
  ),
  {
    when: { 'contributes-to-medical-purpose': 'yes' },
    facts: { 'purpose.processing': 'analysis' },
    because: 'a search that contributes to a medical purpose is no simple search (3.1)',
  },
  { when: { 'individual-benefit': 'yes' }, facts: { 'purpose.individual-patients': 'yes' }, because: 'step 4' },
  { when: { 'individual-benefit': 'no' }, facts: { 'purpose.individual-patients': 'no' }, because: 'step 4' },
  { when: { module: 'yes' }, facts: { 'device.relation': 'module' }, because: 'modules are qualified one by one (7)' },
  { when: { host: 'health-record' }, facts: { 'device.relation': 'module' }, because: 'a module of a record (7)' },
  {
    when: { kind: 'software-in-hardware' },
    facts: { 'device.relation': 'equipment' },
    because: 'assessed with the hardware it is part of (6.2)',
  },
  { when: { kind: 'software' }, facts: { 'device.relation': 'none' }, because: 'software alone' },
  { when: { kind: 'any' }, facts: {}, because: 'hardware or software alike' },
  {
    when: { kind: 'hardware' },
    facts: { 'device.relation': 'equipment', 'purpose.used-for': 'none', 'device.closed-loop': 'no' },
    because: 'rule 11 is for software, and the guidance has a table of its own for the closed loops of rule 22',
  },
  { when: { 'drives-device': 'yes' }, facts: { 'device.relation': 'drives' }, because: 'it drives a device (3.3)' },
  { when: { 'drives-device': 'no' }, facts: { 'device.relation': 'none' }, because: 'it drives no device' },
  {
    when: { 'hardware-is-device': 'no' },
    facts: { 'device.relation': 'none' },
    because: 'what it acts on is no device',
  },
  {
    when: { 'drives-device': 'IIa' },
    facts: { 'device.relation': 'drives', 'device.hardware-class': 'IIa' },
    because: 'it drives a device whose class is given',
  },
  {
    when: { 'drives-device': 'active-implantable' },
    facts: {
      'device.relation': 'drives',
      'device.functions': ['governs-active-implant'],
      'device.hardware-class': 'III',
      'device.specimen-data': 'none',
    },
    because: 'it acts on an active implantable device (rule 9), which is of class III (rule 8), and works on its data',
  },
  {
    when: { 'monitors-working-of': 'IIb active therapeutic device' },
    facts: {
      'device.relation': 'drives',
      'device.functions': ['governs-hazardous-therapy'],
      'device.hardware-class': 'IIb',
    },
    because: 'it monitors the performance of such a device (rule 9, second paragraph)',
  },
  { when: { 'closed-loop': 'yes' }, facts: { 'device.closed-loop': 'yes' }, because: 'it is a closed loop (rule 22)' },
  { when: { 'closed-loop': 'no' }, facts: { 'device.closed-loop': 'no' }, because: 'it is no closed loop' },
  {
    when: { 'decision-info': 'yes' },
    facts: { ...FOR_PATIENTS, 'purpose.used-for': ['diagnostic-decisions', 'therapeutic-decisions'] },
    because: 'information for such decisions; rule 11(a) makes no difference between the two',
  },
  ...['critical', 'serious', 'non-serious'].map((value) => grid('situation', value)),
  ...['treats-or-diagnoses', 'drives', 'informs'].map((value) => grid('significance', value)),
  {
    when: { 'monitoring-only': 'yes' },
    facts: { ...FOR_PATIENTS, 'purpose.medical': ['monitoring'], 'purpose.used-for': ['monitoring'] },
    because: 'it only monitors physiological processes (rule 11(b))',
  },
  {
    when: { 'monitoring-only': 'yes', 'vital-parameter': 'yes', 'immediate-danger': 'yes' },
    facts: { 'purpose.used-for': ['vital-monitoring'] },
    because: 'of vital parameters whose variation could mean immediate danger (rule 11(b))',
  },
  {
    when: { kind: 'hardware', 'vital-parameter': 'yes', 'immediate-danger': 'no' },
    facts: { 'device.functions': ['measures-vital-processes'] },
    because: 'vital processes without immediate danger (rule 10, third indent)',
  },
  {
    when: { kind: 'hardware', 'immediate-danger': 'yes' },
    facts: { 'device.functions': ['measures-immediate-danger'] },
    because: 'a variation means immediate danger (rule 10, third indent)',
  },
  { when: { 'vital-parameter': 'no' }, facts: {}, because: 'monitoring of other processes, as above' },
  examines('cancer', 'cancer', 'rule 3(h)'),
  examines('cancer screening', 'cancer', 'rule 3(h)'),
  examines('HIV', 'high-propagation-agent', 'a life-threatening agent with a high risk of propagation (rule 1)'),
  examines('diabetes', 'life-threatening-management', 'the guidance takes its management for that of rule 3(k)'),
];

const said = (states: Statements, key: string, value: string) => {
  const stated = states[key];
  return typeof stated === 'string' ? stated === value : (stated?.includes(value) ?? false);
};

/** The statements of an example that no row of the table takes up. */
export function unmapped(states: Statements): string[] {
  return Object.entries(states)
    .flatMap(([key, stated]) => [stated].flat().map((value) => [key, value] as const))
    .filter(([key, value]) => !CONVENTIONS.some(({ when }) => when[key] === value))
    .map(([key, value]) => `${key}: ${value}`);
}

/** The facts that follow from what an example states. */
export function factsFrom(states: Statements): Facts {
  const facts: Record<string, string | readonly string[]> = {};
  for (const { when, facts: follow } of CONVENTIONS) {
    if (!Object.entries(when).every(([key, value]) => said(states, key, value))) continue;
    for (const [fact, value] of Object.entries(follow)) facts[fact] = added(fact, facts[fact], value);
  }
  return Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, written(value)]));
}

function added(fact: string, known: string | readonly string[] | undefined, value: string | readonly string[]) {
  if (fact !== 'purpose.medical' || typeof known !== 'object' || typeof value !== 'object') return value;
  return [...new Set([...known.filter((each) => !each.endsWith('?')), ...value])];
}
