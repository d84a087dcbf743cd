/**
 * The JSON report, a public contract: fields may be added, never renamed. This is the one file of the program that names
 * parts of the law, because other programs read them under these names.
 */
import type { Truth } from '../logic/truth.ts';

/** Entries of the rule set that have a place of their own in the report. */
export const REPORTED = {
  level: 'eu-ai-act.level',
  prohibitedLevel: 'prohibited',
  outOfScopeLevel: 'out-of-scope',
  highRiskLevel: 'high-risk',
  regime: 'eu-ai-act.high-risk-regime',
  routes: 'eu-ai-act.high-risk-route.',
  points: 'eu-ai-act.annex-iii.',
  exclusions: 'eu-ai-act.excluded.',
  exempted: 'eu-ai-act.exempted',
  isDevice: 'devices.is-device',
  regulation: 'devices.regulation',
  noRegulation: 'none',
  deviceClass: 'devices.class',
  thirdParty: 'devices.third-party-assessment',
  roles: '.role.',
} as const;

export interface Assessment {
  readonly format: 'aiact-check/assessment@1';
  readonly language: 'en' | 'fr';
  readonly tool: { readonly version: string };
  readonly law: LawUsed;
  /** ISO days. */
  readonly asOf: string;
  readonly horizon: string;
  /** An event whose day is not known: what must precede it counts as well. */
  readonly horizonEvent: { readonly id: string; readonly title: string } | null;
  readonly policy: Policy;
  readonly source: {
    /** As given. */
    readonly path: string;
    /** From the root of the repository, with forward slashes; the path as given where there is none. */
    readonly repositoryPath: string;
    readonly sha256: string;
  };
  /** The baseline that known gaps were taken from, and the duties in it that are no gap any more. */
  readonly baseline: { readonly path: string; readonly unused: readonly string[] } | null;
  readonly system: { readonly name: string; readonly version: string | null };
  readonly roles: readonly {
    readonly act: string;
    readonly role: string;
    readonly value: Truth;
    readonly title: string;
  }[];
  readonly classification: Classification;
  readonly duties: readonly AssessedDuty[];
  readonly claims: readonly Claim[];
  readonly controls: readonly SharedControl[];
  readonly acceptedGaps: readonly AssessedGap[];
  readonly milestones: readonly Milestone[];
  readonly questions: readonly Question[];
  readonly readings: readonly Reading[];
  readonly counterparts: readonly Counterpart[];
  readonly requests: readonly Request[];
  readonly verdict: Verdict;
}

export interface Portfolio {
  readonly format: 'aiact-check/portfolio@1';
  readonly tool: { readonly version: string };
  readonly assessments: readonly Assessment[];
  readonly errors: readonly InputError[];
}

export interface InputError {
  /** As given; and from the root of the repository, as in `Assessment.source`. */
  readonly path: string;
  readonly repositoryPath: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly code: string;
  readonly message: string;
}

export interface LawUsed {
  readonly version: string;
  readonly sha256: string;
  readonly checkedOn: string;
  readonly acts: Readonly<Record<string, ActUsed>>;
}

export interface ActUsed {
  readonly title: string;
  readonly short: string;
  readonly url: string;
  readonly force: 'binding' | 'guidance' | 'draft' | 'standard';
  readonly area: 'ai-act' | 'devices' | 'oversight' | 'data';
  readonly citeAs: 'article' | 'section' | 'question' | 'paragraph';
  /** The article whose numbers are points rather than paragraphs. */
  readonly definitions: string | null;
}

export interface Policy {
  readonly unanswered: 'fail' | 'warn';
  readonly requireEvidence: boolean;
  /** Days. */
  readonly warnWithin: number;
  /** The weakest kind of duty that counts in the verdict. */
  readonly level: DutyLevel;
  /** Acceptances and gaps of the baseline that nothing is left of count against the verdict. */
  readonly strict: boolean;
  readonly proposals: readonly string[];
}

export type DutyLevel = 'law' | 'soft-law' | 'good-practice';

/** `value` is null while several outcomes are possible. */
export interface Settled {
  readonly value: string | null;
  readonly possible: readonly string[];
}

export interface Classification {
  readonly aiAct: Settled & {
    /** What each possible level means, and its name in a word or two. */
    readonly titles: readonly string[];
    readonly names: readonly string[];
    /** What gives the settled level. */
    readonly source: readonly string[];
    /** Which exclusion applies, when the system is out of scope. */
    readonly outOfScope: string | null;
    readonly routes: readonly Named[];
    readonly points: readonly Named[];
    readonly exempted: Truth;
    readonly exemptedTitle: string;
    /** When the high-risk rules apply, where they do. */
    readonly from: Due | null;
    readonly because: readonly Reason[];
    readonly contested: readonly Contested[];
  };
  readonly device: {
    readonly value: Truth;
    readonly possible: readonly Truth[];
    readonly regulation: Settled;
    readonly class: Settled & { readonly titles: readonly string[]; readonly source: readonly string[] };
    readonly thirdParty: { readonly value: Truth; readonly possible: readonly Truth[] };
    readonly because: readonly Reason[];
    readonly contested: readonly Contested[];
  };
  readonly overlays: readonly Named[];
}

export interface Named {
  readonly id: string;
  readonly value: Truth;
  readonly title: string;
  readonly source: readonly string[];
}

/** A step of the reasoning: the rule, and the answers of the description that it rests on. */
export interface Reason {
  readonly rule: string;
  readonly title: string;
  /** Whether the rule holds; null for a scale, which has outcomes. */
  readonly value: Truth | null;
  readonly source: readonly string[];
  readonly facts: readonly {
    readonly fact: string;
    readonly answer: string;
    readonly line: number;
    readonly column: number;
    readonly endColumn: number;
  }[];
}

/** A rival reading and what it would change, or a doubt that changes nothing but must be told. */
export interface Contested {
  readonly rule: string;
  readonly reading: string;
  readonly source: readonly string[];
  readonly would: readonly {
    readonly of: string;
    readonly possible: readonly string[];
    readonly names: readonly string[];
  }[];
}

/** Days (ISO), or `never` where the duty is spared. */
export type Due = Settled;

export type DutyStatus =
  | 'in-place'
  | 'partial'
  | 'planned'
  | 'missing'
  | 'unanswered'
  | 'not-applicable'
  | 'accepted'
  /** A gap that stands in the baseline: it is still open, but not new. */
  | 'known'
  | 'spared';

export interface AssessedDuty {
  readonly id: string;
  readonly source: readonly string[];
  readonly title: string;
  readonly binds: string;
  readonly applies: Truth;
  readonly status: DutyStatus;
  /** What is the matter with an accepted or known gap; null for any other status. */
  readonly gap: 'missing' | 'partial' | 'unanswered' | null;
  readonly due: Due;
  /** The first and last day on which it may fall due, the event it must precede included; null for never or not known. */
  readonly window: { readonly from: string | null; readonly to: string | null };
  readonly before: string | null;
  /** The words for `before`, while that event lies ahead. */
  readonly beforeTitle: string | null;
  /** The event from which on it binds; `within` is the number of months that it leaves after that. */
  readonly once: string | null;
  readonly within: number | null;
  /** The words for `once`, while it lies ahead. */
  readonly onceTitle: string | null;
  readonly inForce: Truth;
  readonly level: DutyLevel;
  readonly prohibition: boolean;
  readonly headline: 'oversight' | 'data' | null;
  /** For a spared duty, why, and what would end it. */
  readonly spared: { readonly reason: string; readonly ends: string } | null;
  readonly penalty: Penalty | null;
  readonly contested: readonly Contested[];
  readonly controls: readonly AssessedControl[];
  readonly location: Location | null;
}

/** Line 0 for what was given on the command line. `endColumn` is the first column behind it, on the same line. */
export interface Location {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

export interface AssessedControl {
  readonly id: string;
  readonly title: string;
  readonly status: 'in-place' | 'planned' | 'missing' | 'unanswered';
  /** Why a control that is said to be in place counts as missing. */
  readonly fault:
    | 'evidence-not-found'
    | 'evidence-empty'
    | 'evidence-placeholder'
    | 'evidence-unreadable'
    | 'evidence-outside'
    | 'no-evidence'
    | 'not-reviewed'
    | 'review-overdue'
    | 'plan-overdue'
    | null;
  readonly evidence: readonly Evidence[];
  /** The day of the last review, the last of its month or year where no more is said. */
  readonly reviewed: string | null;
  readonly owner: string | null;
  readonly by: string | null;
  readonly question: string;
  readonly shows: string;
  readonly how: string;
  readonly location: Location | null;
}

/** A control that duties of this system need, told once: what is put in place once serves them all. */
export interface SharedControl extends AssessedControl {
  /** The strongest level among the duties that it serves. */
  readonly level: DutyLevel;
  /** The duties that apply, or may apply, and need it. */
  readonly serves: readonly string[];
  /** Those that would no longer be missing, partial or unanswered if this control alone were put in place. */
  readonly closes: readonly string[];
  /** Those that are missing, partial or unanswered for want of it; those that want other controls too are not in `closes`. */
  readonly lackedBy: readonly string[];
  /**
   * The first day by which one of the duties that it serves binds, null where they wait for an event whose day is open; and how many
   * of them are in force. Only duties that count under the policy are looked at, all of them where none does.
   */
  readonly from: string | null;
  readonly inForce: number;
}

/** What is cited, and what became of looking for it. Addresses on the web are recorded, never fetched. */
export interface Evidence {
  /** As cited: a path, a pattern or an address. */
  readonly path: string;
  readonly status:
    | 'found'
    | 'not-found'
    | 'empty'
    /** Headings, "to do" or filler, and nothing else. */
    | 'placeholder'
    | 'unreadable'
    | 'outside'
    | 'not-looked-for';
  /** The files that it names, so that they can be matched: in a folder, by a pattern. At most 1,000, by path. */
  readonly files: readonly EvidenceFile[];
  /** It names more than was looked at. */
  readonly cut: boolean;
}

/** What was not read has no size and no hash. */
export interface EvidenceFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly status: Exclude<Evidence['status'], 'not-looked-for'>;
  /** Bytes. */
  readonly size: number | null;
  /** Null as well where the file changed while the report was made. */
  readonly sha256: string | null;
}

export interface Penalty {
  readonly id: string;
  readonly title: string;
  readonly source: readonly string[];
  /** Euros and percent of worldwide turnover; both 0 where national law sets the ceiling. */
  readonly amount: number;
  readonly turnover: number;
  readonly takes: 'higher' | 'lower' | null;
}

/** A subject across the acts, as questions and the duties that answer them. */
export interface Reading {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly {
    readonly id: string;
    /** Whom it is put to, in words. */
    readonly who: string;
    readonly question: string;
    /** The strongest level among the duties that apply or may; null where none does. */
    readonly level: DutyLevel | null;
    /** The worst status among those of that level. */
    readonly status: DutyStatus;
    readonly duties: readonly string[];
  }[];
}

/** What to ask somebody else for: a control that their duties need, with those duties. */
export interface Request {
  /** The counterpart that is asked. */
  readonly of: string;
  readonly control: string;
  readonly title: string;
  readonly ask: string;
  /** In place where the description already says so. */
  readonly status: AssessedControl['status'];
  readonly duties: readonly {
    readonly id: string;
    readonly title: string;
    readonly source: readonly string[];
    readonly applies: Truth;
    readonly due: Due;
    readonly inForce: Truth;
  }[];
}

/** Somebody else who may be asked. */
export interface Counterpart {
  readonly id: string;
  readonly title: string;
  /** The words that open the list, or say why there is nobody to ask. */
  readonly opening: string;
  readonly asked: Truth;
}

export interface Claim {
  readonly fact: string;
  readonly title: string;
  readonly claimed: string;
  readonly possible: readonly string[];
  /** The same in words. */
  readonly claimedName: string;
  readonly possibleNames: readonly string[];
  /** `below` is a finding; `open` a question; `other` differs without being lower. */
  readonly finding: 'agrees' | 'below' | 'above' | 'other' | 'open';
  readonly location: Location;
}

export interface AssessedGap {
  readonly duty: string;
  readonly because: string;
  readonly by: string;
  readonly since: string;
  readonly until: string;
  readonly state: 'valid' | 'expired' | 'not-yet' | 'unused';
  /** It is valid, and ends within 30 days. */
  readonly ending: boolean;
  readonly location: Location;
}

export interface Milestone {
  readonly id: string;
  readonly date: string;
  readonly title: string;
  readonly source: readonly string[];
  readonly past: boolean;
  /** How many duties of this system fall due then, and how many of them are not in place. */
  readonly duties: number;
  readonly missing: number;
}

export interface Question {
  readonly fact: string;
  readonly question: string;
  /** The values that its answer can still change. */
  readonly settles: readonly string[];
}

export interface Verdict {
  readonly value: 'ready' | 'not-ready' | 'undetermined';
  /** Codes of what decides it. */
  readonly because: readonly VerdictReason[];
  /** What may turn it later, or wants tidying. */
  readonly warnings: readonly VerdictWarning[];
  /** The next day after the horizon on which duties fall due, and how many. */
  readonly next: string | null;
  readonly nextDuties: number;
  /** What will turn the verdict within the warning period, if nothing is done. */
  readonly soon: { readonly date: string; readonly duties: readonly string[] } | null;
  /** What holds today and will not within the warning period, the first to end first. */
  readonly lapses: readonly Lapse[];
  /** Duties due by the horizon of which it is known how they stand. */
  readonly checked: number;
  readonly counts: {
    readonly missingNow: number;
    readonly missingLater: number;
    readonly unansweredDuties: number;
    readonly unansweredFacts: number;
    readonly accepted: number;
    readonly known: number;
    readonly claimedWithoutEvidence: number;
  };
}

/** A review that falls due, a plan or an acceptance that ends: of a control, an acceptance of a duty. `on` is its last day. */
export interface Lapse {
  readonly of: 'review' | 'plan' | 'acceptance';
  readonly id: string;
  readonly on: string;
}

export type VerdictReason =
  | 'prohibited'
  | 'claim-below'
  | 'acceptance-expired'
  | 'acceptance-unused'
  | 'baseline-unused'
  | 'duties-missing'
  | 'level-open'
  | 'device-open'
  | 'duties-unanswered';

export type VerdictWarning =
  | 'duties-soon'
  | 'lapses-soon'
  | 'acceptance-ending'
  | 'acceptance-unused'
  | 'baseline-unused';
