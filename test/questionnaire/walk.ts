import { REPORTED } from '../../src/assessment/contract.ts';
import { Derived } from '../../src/assessment/derived.ts';
import type { Answer, ControlAnswer, Description } from '../../src/description/description.ts';
import { nextScreen } from '../../src/questionnaire/next.ts';
import { answersOf, areasOf, boxesOf, pagesOf, type Screen } from '../../src/questionnaire/screen.ts';
import type { Session } from '../../src/questionnaire/session.ts';
import { AS_OF, answerFrom, law, nothingSaid } from './people.ts';

export const SESSION: Session = { asOf: AS_OF, skipped: new Set() };

/** What it took to answer everything. */
export interface Walk extends Readonly<Counted> {
  readonly reached: Description;
  readonly screens: readonly Screen[];
  readonly controls: number;
}

interface Counted {
  /** Screens shown until the level, the device with its class and route, and the day of the rules on high risk were settled. */
  toLevel: number;
  toClass: number;
  toDates: number;
  /** Screens with facts, long lists counted screen by screen; and facts asked for on them. */
  factScreens: number;
  facts: number;
  /** Boxes and options on all screens with facts, and on those until the level was settled. */
  options: number;
  optionsToLevel: number;
  /** The most on one screen. */
  widest: number;
}

const factOf = new Map(law.law.facts.map((fact) => [fact.id, fact]));

/** Asks somebody who knows everything, until nothing is left to ask. `asked` sees each step as it is taken. */
export function walk(person: Description, asked: (known: Description, screen: Screen | null) => void = () => {}): Walk {
  const answers = new Map<string, Answer>();
  const controls = new Map<string, ControlAnswer>();
  const known: Description = { ...nothingSaid(person), answers, controls };
  const screens: Screen[] = [];
  const count: Counted = {
    toLevel: -1,
    toClass: -1,
    toDates: -1,
    factScreens: 0,
    facts: 0,
    options: 0,
    optionsToLevel: 0,
    widest: 0,
  };
  const apart = new Set<string>();
  let lastGroup: string | undefined;
  for (;;) {
    if (count.toDates < 0) noteSettled(known, count);
    const session = { ...SESSION, apart, ...(lastGroup === undefined ? {} : { lastGroup }) };
    const screen = nextScreen(law, known, session);
    asked(known, screen);
    if (screen === null) return { reached: known, screens, controls: controls.size, ...count };
    screens.push(screen);
    if (screen.stage === 'controls') {
      const answer = person.controls.get(screen.control);
      if (answer === undefined) throw new Error(`${screen.control} has no answer`);
      controls.set(screen.control, answer);
      continue;
    }
    lastGroup = screen.group;
    const said = given(screen, person);
    if (said === undefined) apart.add(screen.together ?? '');
    for (const [fact, answer] of said ?? []) {
      answers.set(fact, answer);
      count.facts += 1;
    }
    const shown = shownFor(screen, person);
    count.factScreens += shown.length;
    count.widest = Math.max(count.widest, ...shown);
    count.options += shown.reduce((sum, size) => sum + size, 0);
  }
}

/** Notes on how many screens what was settled when it was. */
function noteSettled(known: Description, count: Counted): void {
  const derived = new Derived(law, known, { asOf: AS_OF, proposals: [] });
  const isOne = (scale: string) => derived.outcomes(scale).value !== null;
  if (!isOne(REPORTED.level)) return;
  if (count.toLevel < 0) Object.assign(count, { toLevel: count.factScreens, optionsToLevel: count.options });
  const isDevice = derived.truth(REPORTED.isDevice) !== 'unknown' && derived.truth(REPORTED.thirdParty) !== 'unknown';
  if (!isDevice || !isOne(REPORTED.regulation) || !isOne(REPORTED.deviceClass)) return;
  if (count.toClass < 0) count.toClass = count.factScreens;
  const isHighRisk = derived.outcomes(REPORTED.level).value === REPORTED.highRiskLevel;
  if (!isHighRisk || isOne(REPORTED.regime)) count.toDates = count.factScreens;
}

/**
 * What somebody answers to a screen with facts, `unknown` where they have no answer. Undefined where they are not sure about a box:
 * they want to be asked one by one.
 */
export function given(
  screen: Screen & { stage: 'classification' },
  person: Description,
): Map<string, Answer> | undefined {
  const said = (fact: string) => person.answers.get(fact) ?? answerFrom(fact, 'unknown');
  if (screen.together === undefined) return new Map(screen.facts.map((fact) => [fact, said(fact)]));
  if (screen.facts.some((fact) => isUnsure(said(fact)))) return undefined;
  const ticked = boxesOf(law, screen).filter(({ fact, option }) => isOn(said(fact), option));
  return new Map([...answersOf(law, screen, ticked)].map(([fact, text]) => [fact, answerFrom(fact, text)]));
}

function isUnsure(answer: Answer): boolean {
  return answer.kind === 'unknown' || (answer.kind === 'list' && [...answer.options.values()].includes('unknown'));
}

/** How many boxes or options each of the screens has that are shown for it. */
function shownFor(screen: Screen & { stage: 'classification' }, person: Description): number[] {
  if (screen.together !== undefined) return [boxesOf(law, screen).length];
  const [fact] = screen.facts.map((id) => factOf.get(id));
  const answer = person.answers.get(fact?.id ?? '');
  if (fact === undefined) throw new Error(`${screen.facts} is no fact`);
  const areas = areasOf(fact);
  if (areas.length === 0 || answer === undefined) return [fact.options.length];
  const chosen = areas.filter(({ area }) =>
    fact.options.some((option) => option.area === area && isOn(answer, option.id)),
  );
  return [
    areas.length,
    ...pagesOf(
      fact,
      chosen.map(({ area }) => area),
    ).map((page) => page.length),
  ];
}

function isOn(answer: Answer, option: string): boolean {
  if (answer.kind === 'list') return answer.options.get(option) === 'yes';
  return answer.kind === 'value' && answer.value === option;
}
