import type { Answer, ControlAnswer, Description } from '../../src/description/description.ts';
import { readDescription } from '../../src/description/read.ts';
import { type LoadedLaw, loadLaw } from '../../src/law/artefact.ts';
import type { Fact } from '../../src/law/law.ts';
import { Source } from '../../src/yaml/source.ts';
import { describeSystem, NEUTRAL } from '../cases/describe.ts';
import { descriptionOf, type KnownSystem } from '../cases/known-systems.ts';
import { ROOT } from '../law/real.ts';

export const law: LoadedLaw = loadLaw(`${ROOT}dist/law`, 'en');
export const AS_OF = '2026-11-22';

/** What the questionnaire may ask for: what no condition draws on is shown, or compared, but never asked. */
export const ASKED = law.law.facts.filter(({ id }) => id in law.variables.byFact || isDayOfEvent(id));

function isDayOfEvent(fact: string): boolean {
  return law.law.events.some(({ days }) => days.includes(fact));
}

/** What people say where neither the example nor the reviewer says anything. */
const USUALLY: Readonly<Record<string, string>> = {
  ...NEUTRAL,
  'market.placed-on': '2025-03',
  'purpose.likely-harm': 'minor',
  'purpose.significance': 'drives',
  'purpose.situation': 'serious',
  'device.conformity-route': 'notified-body',
  'device.hardware-class': 'IIa',
  'device.label.class': 'IIa',
  'device.legacy': 'none',
  'device.test-setting': '[laboratory]',
  'data.health': 'yes',
  'data.large-scale': 'yes',
  'data.hosted-by': 'third-party',
};

const PLAIN: Readonly<Partial<Record<Fact['type'], string>>> = {
  'yes-no': 'no',
  list: 'none',
  date: '2027-03',
  country: 'FR',
};

const read = new Map<string, Answer>();

const usual = new Map(
  ASKED.map((fact) => {
    const text = USUALLY[fact.id] ?? PLAIN[fact.type] ?? fact.options[0]?.id ?? '';
    return [fact.id, answerFrom(fact.id, text)];
  }),
);

/** An answer as `--set fact=text` gives it. */
export function answerFrom(fact: string, text: string): Answer {
  const before = read.get(`${fact}=${text}`);
  if (before !== undefined) return before;
  const { description, problems } = readDescription(
    new Source('system.yaml', describeSystem({})),
    law.law,
    new Map([[fact, text]]),
  );
  const answer = description?.answers.get(fact);
  if (answer === undefined) throw new Error(`${fact}: ${text}: ${JSON.stringify(problems)}`);
  read.set(`${fact}=${text}`, answer);
  return answer;
}

/** Nobody has a day for what has not happened, or a plan for what has. */
const NO_DAY = [
  ['market.stage', 'on-market', { fact: 'market.placed-on', isOff: false }],
  ['market.stage', 'on-market', { fact: 'market.planned-placing', isOff: true }],
  ['deployment.in-use', 'yes', { fact: 'deployment.planned-use', isOff: true }],
] as const;

/**
 * Somebody who knows all there is to know of a system: what its description leaves open is as usual, what it is unsure of is not so, and
 * a control that it does not name is not in place.
 */
export function fullyKnown(system: KnownSystem): Description {
  const described = descriptionOf(system);
  const answers = new Map<string, Answer>();
  for (const { id } of ASKED) {
    const answer = described.answers.get(id);
    // A maker has no label to read a class from.
    if (id === 'device.label.class' && isMaker(described)) continue;
    const known = answer === undefined || answer.kind === 'unknown' ? usual.get(id) : certain(id, answer);
    if (known !== undefined) answers.set(id, known);
  }
  for (const [fact, value, day] of NO_DAY) {
    const answer = answers.get(fact);
    if (answer?.kind === 'value' && (answer.value === value) === day.isOff) answers.delete(day.fact);
  }
  const missing: ControlAnswer = { place: { line: 0, column: 0, endColumn: 0 }, status: 'missing', evidence: [] };
  const controls = new Map(law.law.controls.map(({ id }) => [id, described.controls.get(id) ?? missing]));
  return { ...described, answers, controls, acceptedGaps: [] };
}

function isMaker({ answers }: Description): boolean {
  const roles = answers.get('operator.roles');
  return roles?.kind !== 'list' || roles.options.get('provider') === 'yes';
}

function certain(fact: string, answer: Answer): Answer {
  if (answer.kind !== 'list') return answer;
  const options = new Map([...answer.options].map(([option, on]) => [option, on === 'unknown' ? 'no' : on] as const));
  // Whatever it is made with, it works somehow.
  if (fact === 'ai.technique' && ![...options.values()].includes('yes')) options.set('fixed-rules', 'yes');
  return { ...answer, options };
}

/** What a new description says: nothing yet. */
export function nothingSaid(description: Description): Description {
  return { ...description, answers: new Map(), controls: new Map() };
}
