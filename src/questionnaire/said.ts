import type { Fact } from '../law/law.ts';
import { inline, type Value } from '../yaml/emit.ts';
import { areasOf, type Box } from './screen.ts';

/** What is chosen where boxes of several facts stand together. */
export function boxText({ fact, option }: Box): string {
  return `${fact}=${option}`;
}

export function boxFrom(text: string): Box {
  const at = text.indexOf('=');
  return { fact: text.slice(0, at), option: text.slice(at + 1) };
}

/** The chosen areas that are options by themselves. */
export function alone(fact: Fact, areas: readonly string[]): string[] {
  return areasOf(fact).flatMap(({ area, option }) => (option !== undefined && areas.includes(area) ? [option] : []));
}

/** A list in the words of a description. */
export function listed(options: readonly string[]): string {
  return options.length === 0 ? 'none' : `[${options.join(', ')}]`;
}

/** In place, with what was told of it. */
export function described(evidence: string, owner: string): string {
  const told = [
    ['evidence', evidence.trim()],
    ['owner', owner.trim()],
  ] as const;
  const given = told.filter(([, text]) => text !== '');
  if (given.length === 0) return 'yes';
  const entries = given.map(([key, text]): [string, Value] => [key, { kind: 'text', text }]);
  return inline(table([['status', word('in-place')], ...entries]));
}

function word(text: string): Value {
  return { kind: 'word', text };
}

function table(entries: readonly (readonly [string, Value])[]): Value {
  return { kind: 'table', entries };
}

export function plannedBy(day: string): string {
  return inline(
    table([
      ['status', word('planned')],
      ['by', word(day)],
    ]),
  );
}
