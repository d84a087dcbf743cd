import type { Day } from '../law/day.ts';
import type { ChangeSign, FactType, Force } from '../law/law.ts';
import type { Truth } from '../logic/truth.ts';
import type { AssessedControl, AssessedDuty, DutyLevel, LawUsed, Location, Reason } from './contract.ts';
import type { DateOfLaw } from './dates-of-law.ts';

/** The JSON form of `aiact-check explain`: fields may be added, never renamed. */
export interface Explanation {
  readonly format: 'aiact-check/explanation@1';
  readonly language: 'en' | 'fr';
  readonly tool: { readonly version: string };
  readonly law: LawUsed;
  readonly asOf: Day;
  /** For each act the day on which it was last checked. */
  readonly checkedOn: Readonly<Record<string, Day>>;
  readonly asked: string;
  readonly source: { readonly path: string } | null;
  readonly system: { readonly name: string; readonly version: string | null } | null;
  /** For a citation: what cites it or a place below it, and which place was found; else null. */
  readonly cited: { readonly place: string; readonly entries: readonly Citing[] } | null;
  /** Null for a citation that several entries rest on. */
  readonly entry: Entry | null;
}

export interface Titled {
  readonly id: string;
  readonly title: string;
}

export interface Citing extends Titled {
  readonly kind: Kind;
  readonly source: readonly string[];
  /** For duties and concepts, whether they apply to the system; else null. */
  readonly applies: Truth | null;
}

export type Kind =
  | 'act'
  | 'fact'
  | 'concept'
  | 'scale'
  | 'outcome'
  | 'date'
  | 'event'
  | 'duty'
  | 'control'
  | 'penalty'
  | 'change';

export type Entry = Common &
  (
    | ActEntry
    | FactEntry
    | ConceptEntry
    | ScaleEntry
    | OutcomeEntry
    | DateEntry
    | EventEntry
    | DutyEntry
    | ControlEntry
    | PenaltyEntry
    | ChangeEntry
  );

export interface Common extends Titled {
  readonly kind: Kind;
  readonly source: readonly string[];
  /** When the text is law; `until` exclusive. `proposal`: the act whose adoption would make it law. */
  readonly text: { readonly from: Day | null; readonly until: Day | null; readonly proposal: string | null };
  readonly contested: readonly Doubt[];
}

export interface Doubt {
  readonly reading: string;
  readonly source: readonly string[];
}

interface ActEntry {
  readonly kind: 'act';
  readonly url: string;
  readonly force: Force;
  readonly checkedOn: Day;
  readonly entries: readonly Citing[];
}

interface FactEntry {
  readonly kind: 'fact';
  readonly type: FactType;
  readonly group: Titled;
  readonly question: string;
  readonly help: string | null;
  readonly options: readonly (Titled & { readonly help: string | null })[];
  readonly usedBy: readonly Used[];
  /** With a system: the answer as written (null where there is none), and the values that it may still change. */
  readonly answer: { readonly text: string | null; readonly location: Location | null; readonly open: boolean } | null;
}

interface ConceptEntry {
  readonly kind: 'concept';
  readonly versions: readonly { readonly from: Day | null; readonly when: Condition }[];
  readonly usedBy: readonly Used[];
  readonly standing: Standing | null;
}

interface ScaleEntry {
  readonly kind: 'scale';
  readonly order: readonly string[];
  readonly rows: readonly Row[];
  readonly usedBy: readonly Used[];
  readonly standing: Standing | null;
}

interface OutcomeEntry {
  readonly kind: 'outcome';
  readonly scale: Titled;
  readonly rows: readonly Row[];
  /** What wins over it where it holds: the rows above. */
  readonly unless: readonly Titled[];
  readonly usedBy: readonly Used[];
  readonly standing: Standing | null;
}

interface DateEntry {
  readonly kind: 'date';
  readonly date: DateOfLaw;
  readonly duties: readonly Used[];
}

interface EventEntry {
  readonly kind: 'event';
  readonly once: string;
  readonly happened: Condition;
  readonly days: readonly Titled[];
  readonly duties: readonly Used[];
}

interface DutyEntry {
  readonly kind: 'duty';
  readonly level: DutyLevel;
  readonly prohibition: boolean;
  readonly binds: Titled;
  readonly when: Condition;
  readonly due: DueInWords;
  readonly event: (Titled & { readonly kind: 'before' | 'once'; readonly within: number | null }) | null;
  readonly needs: Needed;
  readonly penalty: PenaltyInWords | null;
  readonly standing: Standing | null;
  /** With a system: the duty as its report has it. */
  readonly assessed: AssessedDuty | null;
}

interface ControlEntry {
  readonly kind: 'control';
  readonly inWords: ControlInWords;
  readonly duties: readonly Used[];
  readonly assessed: AssessedControl | null;
}

interface PenaltyEntry {
  readonly kind: 'penalty';
  readonly penalty: PenaltyInWords;
  readonly duties: readonly Used[];
}

interface ChangeEntry {
  readonly kind: 'change';
  readonly when: Condition;
  readonly signs: readonly SignInWords[];
  readonly unseen: string | null;
  readonly spared: string | null;
  readonly leadsTo: string;
}

/** What points to a change: what comes out otherwise, takes in more, is no longer in place (controls, or beginnings of their ids, which have no title), comes to hold. */
export interface SignInWords {
  readonly says: string;
  readonly strength: ChangeSign['strength'];
  readonly source: readonly string[];
  readonly otherwise: readonly Titled[];
  readonly widened: readonly Titled[];
  readonly dropped: readonly Titled[];
  readonly becomes: Condition | null;
}

export type DueInWords = { readonly date: DateOfLaw } | { readonly schedule: Titled; readonly rows: readonly Row[] };

/** What rests on an entry; for a system, whether it applies. */
export interface Used extends Titled {
  readonly kind: Kind;
  readonly applies: Truth | null;
}

export interface Row {
  /** The outcome, for a schedule the date. */
  readonly outcome: Titled;
  readonly on: Day | null;
  /** Why a duty never falls due, and what would end that. */
  readonly never: { readonly reason: Titled; readonly ends: string } | null;
  /** Null for the last row: otherwise. */
  readonly when: Condition | null;
  readonly source: readonly string[];
  readonly from: Day | null;
  readonly until: Day | null;
  /** With a system, whether it is still possible. */
  readonly possible: boolean | null;
}

export interface PenaltyInWords extends Titled {
  readonly source: readonly string[];
  /** In which cases the lower of the two amounts is the ceiling. */
  readonly lower: readonly { readonly when: Condition; readonly source: readonly string[] }[];
}

export interface ControlInWords extends Titled {
  readonly question: string;
  readonly shows: string;
  readonly how: string;
  readonly ask: string | null;
  /** Months. */
  readonly reviewEvery: number | null;
}

export type Needed =
  | { readonly op: 'all' | 'any'; readonly of: readonly Needed[] }
  | { readonly op: 'control'; readonly control: ControlInWords }
  | { readonly op: 'holds'; readonly when: Condition };

/** A condition as a tree; `value` is what it comes to for the system, null without one. */
export interface Condition {
  readonly op: 'always' | 'all' | 'any' | 'at-least' | 'not' | 'fact' | 'concept' | 'scale';
  readonly value: Truth | null;
  /** For `at-least`, how many of `of`. */
  readonly threshold: number;
  readonly of: readonly Condition[];
  /** The fact, concept or scale; null for the others. */
  readonly subject: Titled | null;
  readonly test: 'is' | 'has' | 'before' | 'after' | null;
  readonly values: readonly Titled[];
}

/** Where a system stands with something derived. */
export interface Standing {
  /** Null for what has outcomes. */
  readonly value: Truth | null;
  readonly possible: readonly Titled[];
  readonly because: readonly Reason[];
  readonly questions: readonly { readonly fact: string; readonly question: string }[];
  readonly changes: readonly Change[];
}

/** An answer that would change the result, all else as described. */
export interface Change {
  readonly fact: Titled;
  readonly answer: Titled;
  /** For a list: whether the answer is to be added to it or taken off. */
  readonly list: 'add' | 'remove' | null;
  readonly gives: readonly Titled[];
}
