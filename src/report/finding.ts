import type { Assessment, Location } from '../assessment/contract.ts';

/** One thing that a pipeline should know of, as all formats for programs tell it. Its words are in the report's language. */
export interface Finding {
  /** The duty or, for what is no duty, a code such as `claim-below`. */
  readonly rule: string;
  /** An error where it keeps the verdict from being ready, a warning where it soon may, a note for what comes later. */
  readonly severity: 'error' | 'warning' | 'note';
  /** What the rule asks, in a line. */
  readonly title: string;
  /** What was found, in a paragraph of plain text. */
  readonly message: string;
  /** What to do about it, a paragraph each. */
  readonly toDo: readonly string[];
  /** Citations in words, and the address of the first act that is cited. */
  readonly source: string;
  readonly url: string | null;
  /** What it hangs on in the description; null where nothing there says anything about it. */
  readonly location: Location | null;
  /** Why it does not count: the gap was accepted or stands in the baseline. */
  readonly suppression: { readonly by: 'acceptance' | 'baseline'; readonly because: string } | null;
  /** Hexadecimal, of the system and the rule: it survives edits elsewhere in the file. */
  readonly fingerprint: string;
  /** Of a duty its status, an accepted or known gap told as what it is; of a claim or an acceptance what became of it. */
  readonly status: 'missing' | 'partial' | 'unanswered' | 'below' | 'expired' | 'unused' | 'ending' | 'open';
  /** ISO day by which it is due, where one is known. */
  readonly due: string | null;
  readonly owner: string | null;
  /** What is to be put in place or answered. */
  readonly controls: readonly string[];
}

/** An assessment with its findings. */
export interface SystemFindings {
  readonly report: Assessment;
  readonly findings: readonly Finding[];
}

/** A finding before it is put in order. Where a rule may find several things, `of` tells them apart. */
export interface Found extends Omit<Finding, 'fingerprint'> {
  readonly of?: string;
}

const SEVERITIES: readonly Finding['severity'][] = ['error', 'warning', 'note'];

/** Puts findings in order: the most pressing first, what is suppressed last. */
export function byUrgency(a: Graded, b: Graded): number {
  return rank(a) - rank(b);
}

type Graded = Pick<Finding, 'severity' | 'suppression'>;

function rank({ severity, suppression }: Graded): number {
  return suppression === null ? SEVERITIES.indexOf(severity) : SEVERITIES.length;
}
