import type { AssessedChange, ChangeSign } from '../assessment/changes.ts';
import type { ComparisonTeller, Entry } from './comparison-teller.ts';
import { type Block, type Line, line } from './page.ts';
import type { Tone } from './view.ts';

const TONES: Readonly<Record<AssessedChange['value'], Tone>> = {
  likely: 'danger',
  possible: 'caution',
  open: 'caution',
  'no-sign': 'plain',
  'not-applicable': 'quiet',
};

const ORDER: readonly AssessedChange['value'][] = ['likely', 'possible', 'open', 'no-sign', 'not-applicable'];

/** What the change itself may be in law: what points to it, what no description shows, what follows, what is contested. */
export function changeBlocks(teller: ComparisonTeller): Block[] {
  const { changes } = teller.comparison;
  const ordered = ORDER.flatMap((value) => changes.filter((change) => change.value === value));
  const told = ordered.filter(({ value }) => teller.all || value !== 'not-applicable');
  const rest = ordered.filter((change) => !told.includes(change)).map(({ title }) => title);
  const { words } = teller;
  return teller.block(words.heading.changes, [
    ...told.map((change) => changeEntry(change, teller)),
    ...(rest.length === 0 ? [] : [[line(0, words.without(rest.join(' · ')), [], 'quiet')]]),
  ]);
}

function changeEntry(change: AssessedChange, teller: ComparisonTeller): Entry {
  const { id, title, source, value, because, unseen, spared, leadsTo, contested } = change;
  const { words, text, all } = teller;
  const isSign = value !== 'no-sign' && value !== 'not-applicable';
  const head = line(0, words.is(title, words.change[value]), [teller.cite(source), id], TONES[value]);
  return [
    isSign ? { ...head, text: `✖ ${head.text}` } : head,
    ...because.map((sign) => signLine(sign, teller)),
    ...(unseen === null ? [] : [line(1, unseen)]),
    ...(isSign || all
      ? [
          ...(spared === null ? [] : [line(1, spared)]),
          line(1, words.leadsTo(leadsTo)),
          ...contested.map(({ reading, source: cited }) => line(1, text.contested(reading, teller.citeAll(cited)))),
        ]
      : []),
  ];
}

function signLine({ says, source, strength, facts, certain }: ChangeSign, teller: ComparisonTeller): Line {
  const { words } = teller;
  const known = certain ? [] : [words.seenOnce];
  return line(1, says, [words.strength[strength], ...known, teller.cite(source), ...facts]);
}
