import type { Fact, Law, Texts } from '../law/law.ts';
import type { Value } from '../yaml/emit.ts';

/** A comment is a reminder: what is longer belongs in the reference. */
const LONGEST = 60;

/** What helps to read an answer: the titles of its options or, where it has none, of the fact, unless the key says it already. */
export function commentOf(fact: Fact, value: Value, texts: Texts): string | undefined {
  if (fact.type === 'text') return undefined;
  const words = texts[fact.id] ?? {};
  const given = value.kind === 'list' ? value.items : [value];
  const options = given.flatMap((item) => {
    const text = 'text' in item ? item.text : '';
    const id = text.replace(/\s*\?$/, '');
    const title = fact.type === 'yes-no' ? undefined : words[`option.${id}`];
    return title === undefined || id === 'none' ? [] : [{ id: text, title: title + text.slice(id.length) }];
  });
  const key = fact.id.split('.').at(-1) ?? fact.id;
  if (options.length === 0) return short(isSaid(key, words.title ?? '') ? undefined : words.title);
  if (options.every(({ id, title }) => isSaid(id, title))) return undefined;
  return short(options.map(({ title }) => title).join(', '));
}

export function groupComment(group: string, texts: Texts): string | undefined {
  const title = texts[group]?.title;
  const told = wordsOf(title ?? '').filter((word) => word !== 'the');
  return short(told.join(' ') === wordsOf(group).join(' ') ? undefined : title);
}

export function controlComment(control: string, texts: Texts): string | undefined {
  const title = texts[control]?.title;
  return short(title === undefined || isSaid(control, title) ? undefined : title);
}

export function areaComment(area: Law['areas'][number], texts: Texts): string | undefined {
  return texts[area.id]?.title;
}

/** Whether a key says as much as its title: all its words, and few others beside them. */
function isSaid(key: string, title: string): boolean {
  const [own, told] = [wordsOf(key), wordsOf(title)];
  return own.every((word) => told.includes(word)) && told.length <= own.length + 2;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function short(text: string | undefined): string | undefined {
  return text !== undefined && text.length <= LONGEST && !/[\r\n]/.test(text) ? text : undefined;
}
