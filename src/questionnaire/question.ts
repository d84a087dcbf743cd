import type { Fact, Law } from '../law/law.ts';
import { type AreaBox, areasOf, type Box, pagesOf, type Screen } from './screen.ts';

/** What can be done instead of answering. */
export const WAYS = ['unknown', 'apart', 'why', 'back', 'skip', 'leave'] as const;
export type Way = (typeof WAYS)[number];

/** What is shown at once, with what was said to it before, if it was. */
export type Question = Asked & { readonly ways: readonly Way[]; readonly before: readonly string[] };

/** `go-on` asks whether to go on with controls, of which there are so many at most. */
export type Asked = AboutFact | AboutBoxes | AboutControl | { readonly kind: 'go-on'; readonly controls: number };

export type AboutFact =
  | { readonly kind: 'text' | 'date' | 'country'; readonly fact: Fact }
  /** One of these options. */
  | { readonly kind: 'choice'; readonly fact: Fact; readonly options: readonly string[] }
  /** Any of them; a long list is asked for area by area. */
  | { readonly kind: 'list'; readonly fact: Fact; readonly options: readonly string[]; readonly isPage: boolean }
  | { readonly kind: 'areas'; readonly fact: Fact; readonly areas: readonly AreaBox[] };

/** Boxes of several facts; a value is `fact=option`. */
export interface AboutBoxes {
  readonly kind: 'boxes';
  readonly screen: Screen;
  readonly title: string;
  readonly boxes: readonly Box[];
}

/** `status` is one of `STATUSES`; the others are asked of those who said so, or who want to say more. */
export interface AboutControl {
  readonly kind: 'status' | 'planned' | 'evidence' | 'owner';
  readonly control: string;
}

/** `described` is in place, with evidence or an owner to be told. The first is what stands under the pointer: nothing is claimed by haste. */
export const STATUSES = ['no', 'planned', 'yes', 'described'] as const;
export type Status = (typeof STATUSES)[number];

export type Reply =
  /** Options ticked or chosen, or the one text that was typed. */
  { readonly kind: 'said'; readonly values: readonly string[] } | { readonly kind: Way };

/** What is being answered on several screens. */
export type Part =
  | {
      readonly of: 'list';
      readonly fact: Fact;
      readonly areas: readonly string[];
      readonly page: number;
      /** Options of the pages before, with a question mark those that are not known. */
      readonly picked: readonly string[];
    }
  | { readonly of: 'control'; readonly control: string; readonly status: Status; readonly evidence?: string };

/** The question about a fact by itself. */
export function aboutFact(fact: Fact): AboutFact {
  switch (fact.type) {
    case 'yes-no':
      return { kind: 'choice', fact, options: ['yes', 'no'] };
    case 'choice':
    case 'ordered':
      return { kind: 'choice', fact, options: fact.options.map(({ id }) => id) };
    case 'list':
      if (fact.areas.length > 0) return { kind: 'areas', fact, areas: areasOf(fact) };
      return { kind: 'list', fact, options: fact.options.map(({ id }) => id), isPage: false };
    default:
      return { kind: fact.type, fact };
  }
}

export function aboutPart(part: Part): AboutFact | AboutControl {
  if (part.of === 'list') {
    const options = pagesOf(part.fact, part.areas)[part.page] ?? [];
    return { kind: 'list', fact: part.fact, options, isPage: true };
  }
  const { control, status, evidence } = part;
  if (status === 'planned') return { kind: 'planned', control };
  return { kind: evidence === undefined ? 'evidence' : 'owner', control };
}

/** The group of facts or the area of controls that a screen belongs to: it is saved, and can be skipped, together. */
export function partOf(screen: Screen | null): string | undefined {
  return screen === null ? undefined : screen.stage === 'controls' ? screen.area : screen.group;
}

/** Facts of which one value only can be true: their boxes exclude each other. */
export function excludesOthers(law: Law, { fact }: Box): boolean {
  const type = law.facts.find(({ id }) => id === fact)?.type;
  return type === 'choice' || type === 'ordered';
}
