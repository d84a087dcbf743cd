import type { Comparison, Turn } from '../assessment/comparison-contract.ts';
import { ComparisonTeller } from './comparison-teller.ts';
import { type Block, line } from './page.ts';

const SIGNS = ['likely', 'possible', 'open'] as const;

/** The closing lines: worse, better or neither, why, and what follows for the one who called. */
export function closing(teller: ComparisonTeller, fails: boolean): Block {
  const { words } = teller;
  const { worse, better } = teller.comparison;
  const gains = better.map((turn) => gainInWords(turn, teller)).join(' · ');
  if (worse.length === 0) {
    const heading = gains === '' ? words.neither : words.is(words.better, gains);
    return { heading, tone: gains === '' ? 'plain' : 'good', lines: [] };
  }
  const lines = [...(fails ? [words.failed] : []), words.marked, ...(gains === '' ? [] : [words.betterToo(gains)])];
  return { heading: worseInWords(teller), tone: 'danger', lines: lines.map((said) => line(0, said)) };
}

/** Why it is worse, in a line. */
export function worseLine(comparison: Comparison): string {
  return worseInWords(new ComparisonTeller(comparison, false));
}

function worseInWords(teller: ComparisonTeller): string {
  const { words, comparison } = teller;
  return words.is(words.worse, comparison.worse.map((turn) => turnInWords(turn, teller)).join(' · '));
}

function turnInWords({ code, ids }: Turn, teller: ComparisonTeller): string {
  const { turn: words } = teller.words;
  switch (code) {
    case 'verdict':
      return verdictInWords(teller);
    case 'duties':
      return words.duties(ids.length);
    case 'change': {
      const found = teller.comparison.changes.filter(({ id }) => ids.includes(id));
      const counts = SIGNS.flatMap((value) => {
        const count = found.filter((change) => change.value === value).length;
        return count === 0 ? [] : [teller.words.found[value](count)];
      });
      return words.change(counts.join(', '));
    }
    default:
      return words[code];
  }
}

function gainInWords({ code, ids }: Turn, teller: ComparisonTeller): string {
  const { gain: words } = teller.words;
  if (code === 'verdict') return verdictInWords(teller);
  if (code === 'duties') return words.duties(ids.length);
  return code === 'level-open' || code === 'device-open' || code === 'claim-below' ? words[code] : '';
}

function verdictInWords({ text, words, comparison: { verdict } }: ComparisonTeller): string {
  return words.turn.verdict(text.verdict[verdict.before.value], text.verdict[verdict.after.value]);
}
