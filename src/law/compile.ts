import type { Table } from '../yaml/node.ts';
import { parse } from '../yaml/parse.ts';
import { sha256Of } from '../yaml/sha256.ts';
import { type Problem, Source } from '../yaml/source.ts';
import { EntryReader, type Words } from './entry-reader.ts';
import { Report } from './fields.ts';
import type { Language, Law, Texts } from './law.ts';
import { readChange } from './read-changes.ts';
import { readControl, readDuty } from './read-duties.ts';
import { readEvent, readFact, readGroup, readSituation } from './read-facts.ts';
import { readConcept, readDate, readScale } from './read-rules.ts';
import { readScreen } from './read-screens.ts';
import { readAct, readHead, readLeftOut, readPenalty } from './read-sources.ts';
import { readArea, readCounterpart, readReading } from './read-views.ts';
import { type RuleCase, readCases } from './rule-case.ts';
import { gatherSymbols, type RawEntry, rawEntry } from './symbols.ts';

export interface RuleFile {
  readonly path: string;
  readonly text: string;
}

export interface Compiled {
  readonly law: Law;
  readonly texts: Readonly<Record<Language, Texts>>;
  readonly cases: readonly RuleCase[];
  readonly situations: ReadonlyMap<string, Table>;
  /** Where each entry stands, for the linter. */
  readonly entries: ReadonlyMap<string, RawEntry>;
  readonly problems: readonly Problem[];
}

/** Reads rule files into the law. Problems are all reported; a law with problems must not be used. */
export function compile(files: readonly RuleFile[]): Compiled {
  const report = new Report();
  const raw = files.flatMap((file) => readFile(file, report));
  const symbols = gatherSymbols(raw, report);
  const words: Words = { en: {}, fr: {} };
  const reader = (entry: RawEntry) => new EntryReader(entry, symbols, report, words);
  const of = (kind: RawEntry['kind']) => raw.filter((entry) => entry.kind === kind).map(reader);

  const acts = of('act').map(readAct);
  const situations = new Map<string, Table>();
  for (const entry of raw.filter(({ kind }) => kind === 'situation')) {
    const given = readSituation(reader(entry));
    if (given?.kind === 'table') situations.set(entry.id, given);
  }
  of('left-out').forEach(readLeftOut);
  const law: Law = {
    ...(of('law').map(readHead)[0] ?? { version: '0', testedFirst: [] }),
    // Of the contents, not the paths: the same law has the same hash wherever it stands.
    sha256: sha256Of(files.map(({ text }) => text).join('\0')),
    checkedOn: acts.map((act) => act.checkedOn).sort()[0] ?? '',
    acts,
    groups: of('group').map(readGroup),
    areas: of('area').map(readArea),
    facts: of('fact').map(readFact),
    events: of('event').map(readEvent),
    dates: of('date').map(readDate),
    concepts: of('concept').map(readConcept),
    scales: of('scale').map(readScale),
    duties: of('duty').map(readDuty),
    controls: of('control').map(readControl),
    penalties: of('penalty').map(readPenalty),
    readings: of('reading').map(readReading),
    counterparts: of('counterpart').map(readCounterpart),
    changes: of('change').map(readChange),
    screens: of('screen').map(readScreen),
  };
  const cases = raw.flatMap((entry) =>
    ['concept', 'scale', 'duty', 'change'].includes(entry.kind) ? readCases(entry, symbols, report) : [],
  );
  const entries = new Map(raw.map((entry) => [entry.kind === 'group' ? `group ${entry.id}` : entry.id, entry]));
  return { law, texts: words, cases, situations, entries, problems: report.problems };
}

function readFile(file: RuleFile, report: Report): RawEntry[] {
  const source = new Source(file.path, file.text);
  const { documents, problems } = parse(source);
  report.problems.push(...problems);
  return documents.flatMap((document) => {
    if (document.kind === 'table') return rawEntry(source, document, report) ?? [];
    report.fault(source, document, 'an entry is a group of keys, the first of which is its kind');
    return [];
  });
}
