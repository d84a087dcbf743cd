import type { Assessment, Counterpart } from '../assessment/contract.ts';
import { workToDo } from './by-control.ts';
import { otherControls, recommendedControls } from './by-control-rest.ts';
import { type Context, contextOf, day, systemName } from './context.ts';
import { goodPractice, missingDuties, otherDuties } from './duties.ts';
import { headline } from './headline.ts';
import { readingSections } from './reading.ts';
import { acceptedGaps, claims, knownGaps, openQuestions } from './records.ts';
import { requestSections } from './requests.ts';
import { verdictLine } from './verdict.ts';

/** What a report says, in words and in order, apart from how a format sets it out. */
export interface View {
  /** Name and version. */
  readonly name: string;
  readonly facts: readonly string[];
  /** A prohibited practice comes before all else. */
  readonly alert: Alert | null;
  readonly rows: readonly Row[];
  /** What is said before the sections, a paragraph each. */
  readonly opening: readonly string[];
  readonly sections: readonly Section[];
  readonly verdict: VerdictLine | null;
  readonly legal: string;
}

export type Tone = 'danger' | 'caution' | 'good' | 'plain' | 'quiet';

export interface Alert {
  readonly word: string;
  readonly reasons: readonly { readonly title: string; readonly aside: readonly string[] }[];
}

export interface Row {
  readonly label: string;
  readonly statement: string;
  /** Citation, then place in the file or day. */
  readonly aside: readonly string[];
  readonly tone: Tone;
  readonly notes: readonly string[];
  readonly doubts: readonly string[];
}

export interface Section {
  readonly heading: string;
  readonly glyph: string;
  readonly tone: Tone;
  readonly items: readonly Item[];
  /** One line each. */
  readonly compact: boolean;
  readonly hint: string | null;
  /** To be ticked off, or ticked already, where a format knows how. */
  readonly checklist?: 'open' | 'done';
}

export interface Item {
  readonly title: string;
  readonly id: string;
  readonly where: string;
  /** Citation and when it is due. */
  readonly source: readonly string[];
  readonly lines: readonly string[];
  readonly doubts: readonly string[];
}

export interface VerdictLine {
  readonly tone: Tone;
  readonly word: string;
  readonly rest: string;
  readonly notes: readonly string[];
}

/** Duty by duty, or by what is to be put in place for them; the law adds its readings. */
export const GROUPINGS = ['law', 'control'] as const;

/** `by` is a grouping, the id of a reading, or that of a counterpart to be asked. */
export function viewOf(report: Assessment, all: boolean, by = 'law'): View {
  const context = contextOf(report, all);
  const { text } = context;
  const counterpart = report.counterparts.find(({ id }) => id === by);
  if (counterpart !== undefined) return requestView(context, counterpart);
  const isReading = !GROUPINGS.some((grouping) => grouping === by);
  const reading = isReading ? report.readings.find(({ id }) => id === by) : undefined;
  const sections = reading === undefined ? findings(context, by) : readingSections(context, reading);
  return {
    name: systemName(report.system),
    facts: [
      ...mainRoles(context),
      text.asOf(day(context, report.asOf)),
      text.lawCheckedTo(day(context, report.law.checkedOn)),
      ...report.policy.proposals.map((id) => text.asIfLaw(report.law.acts[id]?.short ?? id)),
    ],
    ...headline(context),
    opening: [],
    sections: toldOnce(sections, text.contestedAbove),
    verdict: verdictLine(context),
    legal: text.legal(day(context, report.law.checkedOn)),
  };
}

function findings(context: Context, by: string): Section[] {
  const [toDo, rest, recommended] =
    by === 'control' ? [workToDo, otherControls, recommendedControls] : [missingDuties, otherDuties, goodPractice];
  return [
    ...claims(context),
    ...toDo(context),
    ...openQuestions(context),
    ...rest(context),
    ...acceptedGaps(context),
    ...knownGaps(context),
    ...recommended(context),
  ];
}

/** A list to be sent: without verdict and head, which are nobody else's business. */
function requestView(context: Context, { id, title, opening, asked }: Counterpart): View {
  const { report, text } = context;
  const sections = requestSections(context, id);
  const nothing = asked !== 'no' && sections.length === 0 ? [text.requests.none] : [];
  return {
    name: text.requests.about(title, systemName(report.system)),
    facts: [text.asOf(day(context, report.asOf)), text.lawCheckedTo(day(context, report.law.checkedOn))],
    alert: null,
    rows: [],
    opening: [opening, ...nothing],
    sections,
    verdict: null,
    legal: text.legal(day(context, report.law.checkedOn)),
  };
}

/** The same doubt about the law hangs on many duties: it is told in full beside the first. */
function toldOnce(sections: readonly Section[], above: string): Section[] {
  const told = new Set<string>();
  const tell = (doubt: string): string => {
    if (told.has(doubt)) return above;
    told.add(doubt);
    return doubt;
  };
  return sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({ ...item, doubts: [...new Set(item.doubts.map(tell))] })),
  }));
}

/** The first act's roles; those under other acts follow from the duties. A role that gathers others says nothing new. */
function mainRoles({ report, all }: Context): string[] {
  const held = report.roles.filter(({ role, value }) => value === 'yes' && !role.includes('-or-'));
  const first = held[0]?.act;
  const shown = all ? held : held.filter(({ act }) => act === first);
  return shown.length === 0 ? [] : [shown.map(({ title }) => title).join(', ')];
}
