import type { Facts } from '../../cases/describe.ts';
import type { Difference } from '../two-days.ts';

/** One article and what Regulation (EU) 2026/1744 did to it, as seen from the report of a described system. */
export interface Row {
  readonly article: string;
  readonly did: string;
  readonly system: Facts;
  /** What stands at a place of the report on the last day of the old text, and on the first of the new one. */
  readonly changes?: Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
  /** What stands there on both days. */
  readonly stays?: Readonly<Record<string, unknown>>;
  /** Duties under these articles: the same on both days, but for the days on which they fall due. */
  readonly untouched?: readonly string[];
  /** No duty under these articles on either day: they bind others, or nobody. */
  readonly bindsOthers?: readonly string[];
  /** Differences of any system that this row accounts for. */
  readonly explains?: (difference: Difference, all: readonly Difference[]) => boolean;
}

/** Dates of application that the amendment moved. */
const MOVED: Readonly<Record<string, string>> = { '2026-08-02': '2027-12-02', '2027-08-02': '2028-08-02' };
export const moved = (days: unknown) => JSON.stringify(days).replaceAll(/\d{4}-\d\d-\d\d/g, (day) => MOVED[day] ?? day);
export const holder = (path: string) => /^(duties\[[^\]]+\]|classification\.aiAct\.from)/.exec(path)?.[0] ?? path;
export const dueOf = (path: string, all: readonly Difference[]) =>
  all.find((other) => other.path.startsWith(holder(path)) && /(due|from)\.possible$/.test(other.path));
export const isWithin = (pattern: RegExp) => (difference: Difference) => pattern.test(difference.path);
const SCOPE = 'classification.aiAct.outOfScope';
/** The system was high-risk through a product, or out of scope with one, and is so no longer. */
export const leaves = (all: readonly Difference[]) =>
  all.some(({ path, before }) => path === 'classification.aiAct.routes[annex-i].value' && before === 'yes');
export const entersScope = (all: readonly Difference[]) =>
  all.some(({ path, before }) => path === SCOPE && before === 'section-b');
/** The level and all that hangs on it: roles, and duties that appear or disappear with it. */
export const hangsOnLevel = ({ path, before, after }: Difference) =>
  /^(classification\.(aiAct|overlays)|roles)\b/.test(path) ||
  (/^duties\[[^\]]+\]$/.test(path) && (before === undefined || after === undefined));

export const DUTY = 'duties[eu-ai-act.art-';
export const LEVEL = 'classification.aiAct.value';
