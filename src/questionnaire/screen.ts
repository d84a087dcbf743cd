import type { LoadedLaw } from '../law/artefact.ts';
import type { Fact } from '../law/law.ts';
import { boxesFor, SCREEN_HOLDS, uncheckedFor } from '../law/screens.ts';

/** What is asked next. */
export type Screen =
  | {
      readonly stage: 'classification';
      /** The group of the first fact: what is saved, and can be skipped, together. */
      readonly group: string;
      /** One fact is a question of its own; several are boxes to tick under the title of `together`, the id of a screen of the rules. */
      readonly facts: readonly string[];
      readonly together?: string;
    }
  | { readonly stage: 'controls'; readonly area: string; readonly control: string };

/** A box to tick: an option of a fact, `yes` for a yes/no fact. */
export interface Box {
  readonly fact: string;
  readonly option: string;
}

/** The boxes of facts that are asked together, fact by fact. */
export function boxesOf(law: LoadedLaw, screen: Screen): Box[] {
  if (screen.stage === 'controls' || screen.together === undefined) return [];
  const { entry, facts } = together(law, screen.together, screen.facts);
  return facts.flatMap((fact) => boxesFor(fact, entry).map((option) => ({ fact: fact.id, option })));
}

/**
 * Ticks as answers, by fact, in the words of a description. What is not ticked is "no", but for a fact that no tick leaves open. Several
 * ticks for one single-valued fact are no answer: it is left out too.
 */
export function answersOf(law: LoadedLaw, screen: Screen, ticked: readonly Box[]): Map<string, string> {
  const answers = new Map<string, string>();
  if (screen.stage === 'controls' || screen.together === undefined) return answers;
  const { entry, facts } = together(law, screen.together, screen.facts);
  for (const fact of facts) {
    const options = ticked.filter((box) => box.fact === fact.id).map(({ option }) => option);
    const answer = options.length === 0 ? uncheckedFor(fact, entry) : written(fact, options);
    if (answer !== undefined) answers.set(fact.id, answer);
  }
  return answers;
}

/** A box of the first screen of a long list: an area, or an option that is an area by itself. */
export interface AreaBox {
  readonly area: string;
  readonly option?: string;
}

/** What a long list is asked for first; empty for others. */
export function areasOf(fact: Fact): AreaBox[] {
  return fact.areas.map((area) => {
    const [first, second] = optionsIn(fact, area);
    return first === undefined || second !== undefined ? { area } : { area, option: first };
  });
}

/** The options of the areas that are chosen, screen by screen. */
export function pagesOf(fact: Fact, chosen: readonly string[]): string[][] {
  const pages: string[][] = [];
  for (const { area, option } of areasOf(fact)) {
    if (!chosen.includes(area) || option !== undefined) continue;
    const options = optionsIn(fact, area);
    const last = pages.at(-1);
    if (last !== undefined && last.length + options.length <= SCREEN_HOLDS) last.push(...options);
    else pages.push(options);
  }
  return pages;
}

function optionsIn(fact: Fact, area: string): string[] {
  return fact.options.filter((option) => option.area === area).map(({ id }) => id);
}

function together(law: LoadedLaw, id: string, facts: readonly string[]) {
  const entry = law.law.screens.find((screen) => screen.id === id);
  if (entry === undefined) throw new Error(`no screen is called ${id}`);
  return { entry, facts: law.law.facts.filter((fact) => facts.includes(fact.id)) };
}

function written(fact: Fact, options: readonly string[]): string | undefined {
  if (fact.type === 'list') return `[${options.join(', ')}]`;
  return options.length === 1 ? options[0] : undefined;
}
