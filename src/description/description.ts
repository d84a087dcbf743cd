import type { Period } from '../law/day.ts';
import type { Truth } from '../logic/truth.ts';
import type { Region } from '../yaml/source.ts';

/** What a description says, read and checked; absent facts are not in `answers`. */
export interface Description {
  readonly path: string;
  /** SHA-256 of the file as read. */
  readonly sha256: string;
  readonly formatVersion: string;
  readonly name: string;
  readonly version: string | null;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly controls: ReadonlyMap<string, ControlAnswer>;
  readonly acceptedGaps: readonly AcceptedGap[];
}

/** An answer with its place and with its text as written. */
export type Answer = Written &
  (
    | { readonly kind: 'unknown' }
    | { readonly kind: 'value'; readonly value: string }
    | { readonly kind: 'period'; readonly period: Period }
    /** For every option whether it is on the list. */
    | { readonly kind: 'list'; readonly options: ReadonlyMap<string, Truth> }
  );

export interface Written {
  readonly place: Region;
  readonly text: string;
}

export interface ControlAnswer {
  readonly place: Region;
  readonly status: 'in-place' | 'planned' | 'missing' | 'unanswered';
  readonly evidence: readonly string[];
  readonly owner?: string;
  /** When it was last reviewed; when it is planned for. */
  readonly reviewed?: Period;
  readonly by?: Period;
}

export interface AcceptedGap {
  readonly place: Region;
  readonly duty: string;
  readonly because: string;
  readonly by: string;
  readonly since: string;
  readonly until: string;
}

/** What is known before anything is answered. */
export function nothingDescribed(path: string, formatVersion: string): Description {
  const [answers, controls] = [new Map<string, Answer>(), new Map<string, ControlAnswer>()];
  return { path, sha256: '', formatVersion, name: '', version: null, answers, controls, acceptedGaps: [] };
}
