/** The JSON form of `aiact-check diff`, a public contract: fields may be added, never renamed. */
import type { Truth } from '../logic/truth.ts';
import type { AssessedChange } from './changes.ts';
import type { AssessedControl, AssessedDuty, Assessment, LawUsed, Location, Policy, Verdict } from './contract.ts';
import type { Titled } from './explanation.ts';

export interface Comparison {
  readonly format: 'aiact-check/comparison@1';
  readonly language: 'en' | 'fr';
  readonly tool: { readonly version: string };
  /** Two descriptions under one law, or one description under the law of two days. */
  readonly of: 'descriptions' | 'law';
  readonly law: LawUsed;
  readonly policy: Policy;
  /** What lies in a git revision has no files beside it: then evidence is looked for on neither side. */
  readonly evidence: 'looked-for' | 'not-looked-for';
  readonly before: Side;
  readonly after: Side;
  /** What was changed in the description, in the order of the law; nothing where laws are compared. */
  readonly facts: readonly FactChange[];
  readonly controls: readonly ControlChange[];
  readonly acceptedGaps: readonly GapChange[];
  readonly classification: ClassificationChange;
  readonly roles: readonly TruthChange[];
  readonly duties: DutyChanges;
  /** The dates of the law on which duties of this system fall due. */
  readonly dates: readonly DateChange[];
  readonly verdict: { readonly before: Verdict; readonly after: Verdict };
  /** What the change itself may be in law; nothing where laws are compared. */
  readonly changes: readonly AssessedChange[];
  readonly worse: readonly Turn[];
  readonly better: readonly Turn[];
}

/** One of the two that are compared. */
export interface Side {
  /** As given: a path, or `revision:path`. */
  readonly path: string;
  /** ISO days. */
  readonly asOf: string;
  readonly horizon: string;
  readonly horizonEvent: Assessment['horizonEvent'];
  readonly sha256: string;
  readonly system: Assessment['system'];
}

type Kind = 'added' | 'removed' | 'changed';

/** One of the sides is null where nothing is said there. */
interface Change<T> {
  readonly kind: Kind;
  readonly before: T | null;
  readonly after: T | null;
}

export interface FactChange extends Change<Said> {
  readonly id: string;
  readonly title: string;
  readonly type: 'yes-no' | 'choice' | 'ordered' | 'list' | 'date' | 'country' | 'text';
  /** Of a list, the options that stand otherwise. */
  readonly options: readonly (Titled & { readonly before: Truth; readonly after: Truth })[];
}

export interface Said {
  readonly written: string;
  /** The answer, or what stands on the list; `unknown` where that is the answer. */
  readonly values: readonly Titled[];
  readonly location: Location;
}

export interface ControlChange extends Change<ControlSaid> {
  readonly id: string;
  readonly title: string;
}

export interface ControlSaid {
  readonly status: AssessedControl['status'];
  readonly evidence: readonly string[];
  readonly owner: string | null;
  /** The last day of the month or year where no more is said. */
  readonly reviewed: string | null;
  readonly by: string | null;
  /** Why it counts as missing, though it is said to be in place or planned, and the evidence that is at fault. */
  readonly fault: AssessedControl['fault'];
  readonly faulty: readonly string[];
  readonly location: Location;
}

export interface GapChange extends Change<GapSaid> {
  readonly duty: string;
  readonly title: string;
}

export interface GapSaid {
  readonly because: string;
  readonly by: string;
  readonly since: string;
  readonly until: string;
  readonly location: Location;
}

export interface ClassificationChange {
  readonly level: OutcomeChange;
  readonly device: OutcomeChange;
  readonly regulation: OutcomeChange;
  readonly deviceClass: OutcomeChange;
  readonly thirdParty: OutcomeChange;
  /** The days from which the high-risk rules apply, or `never`; none where nothing is high-risk. */
  readonly from: OutcomeChange;
  /** Those that stand otherwise. */
  readonly routes: readonly TruthChange[];
  readonly points: readonly TruthChange[];
  readonly overlays: readonly TruthChange[];
}

export interface OutcomeChange {
  readonly title: string;
  /** What is possible, from the least to the most severe where there is such an order. */
  readonly before: readonly Titled[];
  readonly after: readonly Titled[];
  /** By the most severe that is possible; `other` where that is the same, or where there is no order. */
  readonly turn: 'same' | 'more-severe' | 'less-severe' | 'other';
}

export interface TruthChange extends Titled {
  readonly source: readonly string[];
  readonly before: Truth;
  readonly after: Truth;
}

export interface DutyChanges {
  /** They apply, or may apply, as they did not. */
  readonly begin: readonly DutyChange[];
  readonly end: readonly DutyChange[];
  /** They stand worse, better, or otherwise: unanswered in place of missing is neither. */
  readonly worse: readonly DutyChange[];
  readonly better: readonly DutyChange[];
  readonly other: readonly DutyChange[];
  /** They fall due on another day. */
  readonly due: readonly DutyChange[];
}

export interface DutyChange {
  readonly id: string;
  readonly title: string;
  readonly source: readonly string[];
  readonly level: AssessedDuty['level'];
  /** Null where the law then has no such duty. */
  readonly before: DutyStanding | null;
  readonly after: DutyStanding | null;
  /** It counts in the verdict, and is open where it was not, less far than it was, or due within the horizon where it was not. */
  readonly worse: boolean;
}

export interface DutyStanding
  extends Pick<
    AssessedDuty,
    'applies' | 'status' | 'due' | 'window' | 'inForce' | 'beforeTitle' | 'onceTitle' | 'within' | 'spared' | 'location'
  > {
  /** Its controls that are not in place. */
  readonly wants: readonly Pick<AssessedControl, 'id' | 'title' | 'status' | 'fault' | 'evidence'>[];
}

export interface DateChange extends Titled {
  /** Null where no duty of this system falls due on it. */
  readonly before: DateSaid | null;
  readonly after: DateSaid | null;
}

export interface DateSaid {
  readonly date: string;
  readonly source: readonly string[];
  readonly duties: number;
}

export type TurnCode =
  | 'verdict'
  | 'level'
  | 'level-open'
  | 'device-class'
  | 'device-open'
  | 'claim-below'
  | 'duties'
  | 'change';

/** A reason why it is worse or better, and the facts, duties or changes that it is about. */
export interface Turn {
  readonly code: TurnCode;
  readonly ids: readonly string[];
}
