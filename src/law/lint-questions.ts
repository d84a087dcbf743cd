import type { Fact, Law, QuestionScreen, Texts } from './law.ts';
import { boxesFor, SCREEN_HOLDS, uncheckedFor } from './screens.ts';

type Finding = readonly [id: string, message: string];

/** What would leave the questionnaire with a screen that is too long, or a fact that nobody is said to know. */
export function lintQuestions(law: Law, texts: Texts): Finding[] {
  const facts = new Map(law.facts.map((fact) => [fact.id, fact]));
  return [
    ...law.facts.flatMap(lintFact),
    ...law.screens.filter((screen) => screen.facts.length > 1).flatMap((screen) => lintScreen(screen, facts, texts)),
  ];
}

function lintFact({ id, type, knownBy, options, areas }: Fact): Finding[] {
  const found: Finding[] = [];
  if (type !== 'text' && knownBy === undefined) found.push([id, 'needs "known-by": who usually knows it']);
  if (options.length > SCREEN_HOLDS && areas.length === 0)
    found.push([id, `has more than ${SCREEN_HOLDS} options: give it "areas", so that each screen is short`]);
  for (const area of areas) {
    const size = options.filter((option) => option.area === area).length;
    if (size === 0) found.push([id, `has no option of the area "${area}"`]);
    if (size > SCREEN_HOLDS) found.push([id, `has more than ${SCREEN_HOLDS} options of the area "${area}"`]);
  }
  if (areas.length > SCREEN_HOLDS) found.push([id, `has more than ${SCREEN_HOLDS} areas`]);
  return found;
}

function lintScreen(screen: QuestionScreen, facts: ReadonlyMap<string, Fact>, texts: Texts): Finding[] {
  const own = screen.facts.flatMap((id) => facts.get(id) ?? []);
  const found = own.flatMap(({ id, type, areas }): Finding[] => {
    if (!['yes-no', 'list', 'choice'].includes(type)) return [[screen.id, `${id} is no box to tick: ask for it alone`]];
    if (areas.length > 0) return [[screen.id, `${id} has areas and fills a screen of its own`]];
    if (type === 'yes-no' && texts[id]?.tick === undefined)
      return [[id, `stands on ${screen.id}: give it "tick", what a ticked box says`]];
    return [];
  });
  const boxes = own.flatMap((fact) => boxesFor(fact, screen)).length;
  if (boxes > SCREEN_HOLDS) found.push([screen.id, `has ${boxes} boxes; a screen holds ${SCREEN_HOLDS}`]);
  // Where ticking nothing leaves several open, the same screen would come again.
  if (own.filter((fact) => uncheckedFor(fact, screen) === undefined).length > 1)
    found.push([
      screen.id,
      'leaves more than one fact open if nothing is ticked: say what that means under "unticked"',
    ]);
  return found;
}
