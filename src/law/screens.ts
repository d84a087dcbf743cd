import type { Fact, QuestionScreen } from './law.ts';

/** How many boxes or options a screen of the questionnaire holds. */
export const SCREEN_HOLDS = 12;

/** What may be ticked for a fact that is asked together with others: its options, but for the one that no tick stands for. */
export function boxesFor(fact: Fact, screen: QuestionScreen): string[] {
  const unticked = uncheckedFor(fact, screen);
  return fact.options.map(({ id }) => id).filter((option) => option !== unticked);
}

/** What it says of a fact that none of its boxes is ticked; undefined where that leaves it open. */
export function uncheckedFor(fact: Fact, screen: QuestionScreen): string | undefined {
  if (fact.type === 'yes-no') return 'no';
  if (fact.type === 'list') return 'none';
  return screen.unticked[fact.id] ?? fact.options.find(({ id }) => id === 'none')?.id;
}
