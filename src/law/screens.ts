import type { Fact, QuestionScreen } from './law.ts';

/** How many boxes or options a screen of the questionnaire holds. */
export const SCREEN_HOLDS = 12;

/** What a screen says of a fact for which ticking nothing must not pass for an answer. */
export const LEFT_OPEN = 'unknown';

/** What may be ticked for a fact that is asked together with others: its options, but for the one that no tick stands for. */
export function boxesFor(fact: Fact, screen: QuestionScreen): string[] {
  const unticked = uncheckedFor(fact, screen);
  return fact.options.map(({ id }) => id).filter((option) => option !== unticked);
}

/** What it says of a fact that none of its boxes is ticked; undefined where that leaves it open. */
export function uncheckedFor(fact: Fact, screen: QuestionScreen): string | undefined {
  const said = screen.unticked[fact.id];
  if (said !== undefined) return said === LEFT_OPEN ? undefined : said;
  if (fact.type === 'yes-no') return 'no';
  return fact.type === 'list' || fact.options.some(({ id }) => id === 'none') ? 'none' : undefined;
}
