import type { Comparison } from '../assessment/comparison-contract.ts';
import { changeBlocks } from './comparison-changes.ts';
import { describedBlocks } from './comparison-described.ts';
import { dutyBlocks } from './comparison-duties.ts';
import { dateBlocks, lawBlock } from './comparison-law.ts';
import { ComparisonTeller } from './comparison-teller.ts';
import { closing } from './comparison-turns.ts';
import type { Block, Page } from './page.ts';

export interface ComparisonOptions {
  readonly all: boolean;
  /** A comment on a merge request says first what came out; a terminal last, where the eye is. */
  readonly resultFirst: boolean;
  /** The call fails on what got worse. */
  readonly fails: boolean;
}

/** A comparison in words: what was changed, what the law makes of it, and whether that is worse. */
export function comparisonPage(comparison: Comparison, { all, resultFirst, fails }: ComparisonOptions): Page {
  const teller = new ComparisonTeller(comparison, all);
  const { text, words } = teller;
  const { before, after, law, of } = comparison;
  const isLaw = of === 'law';
  const own = [
    ...describedBlocks(teller),
    lawBlock(teller),
    ...dutyBlocks(teller),
    ...dateBlocks(teller),
    ...changeBlocks(teller),
  ];
  const end = closing(teller, fails);
  const nothing = teller.isSame ? [{ heading: teller.sameInWords(), tone: 'plain', lines: [] } satisfies Block] : [];
  return {
    title: (isLaw ? words.titleOfLaw : words.title)(teller.name),
    facts: [
      isLaw
        ? words.arrow(words.lawOf(teller.day(before.asOf)), words.lawOf(teller.day(after.asOf)))
        : words.arrow(before.path, after.path),
      ...(isLaw ? [after.path] : [text.asOf(teller.day(after.asOf))]),
      text.lawCheckedTo(teller.day(law.checkedOn)),
      ...comparison.policy.proposals.map((id) => text.asIfLaw(law.acts[id]?.short ?? id)),
      ...(comparison.evidence === 'not-looked-for' ? [words.noEvidence] : []),
    ],
    blocks: teller.isSame ? nothing : resultFirst ? [end, ...own] : [...own, end],
    legal: text.legal(teller.day(law.checkedOn)),
  };
}
