import { lawUsed } from '../assessment/assess.ts';
import type { LoadedLaw } from '../law/artefact.ts';
import type { Why } from '../questionnaire/why.ts';
import { cite } from '../report/citation.ts';
import { type Block, line, type Page } from '../report/page.ts';
import type { Text } from '../text/text.ts';

/** Why a screen is shown: where its questions stand in the law and what hangs on them, so many of each kind at most. */
export function whyPage(why: readonly Why[], loaded: LoadedLaw, text: Text, shown: number): Page {
  const { interview: words } = text;
  const { acts } = lawUsed(loaded);
  const inWords = (place: string) => cite(place, acts, text);
  const places = (source: readonly string[]) => source.slice(0, 1).map(inWords);
  const values = once(why.flatMap((one) => one.values));
  const duties = once(why.flatMap((one) => one.duties));
  const source = [...new Set(why.flatMap((one) => one.source))];
  const isControl = source.length === 0;
  const more = (all: readonly unknown[]) =>
    all.length > shown ? [line(0, text.andMoreItems(all.length - shown), [], 'quiet')] : [];
  const block = (heading: string, lines: Block['lines']): Block[] =>
    lines.length === 0 ? [] : [{ heading, tone: 'plain', lines }];
  const blocks = [
    ...block(words.whyValues, [
      ...values.slice(0, shown).map(({ title, possible, source: of }) => {
        return line(0, possible === undefined ? title : words.whyPossible(title, text.or(possible)), places(of));
      }),
      ...more(values),
    ]),
    ...block(isControl ? words.whyControl(duties.length) : words.whyDuties(duties.length), [
      ...duties.slice(0, shown).map(({ title, source: of }) => line(0, title, places(of))),
      ...more(duties),
    ]),
  ];
  const [first = '', ...rest] = source.slice(0, shown).map(inWords);
  const facts = isControl ? [] : [`${words.whySource} ${first}`, ...rest];
  return { title: words.whyTitle, facts, blocks, legal: blocks.length === 0 ? words.whyNothing : '' };
}

/** Several facts of a screen may change the same. */
function once<T extends { readonly id: string }>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [one.id, one])).values()];
}
