import type { Comparison } from '../assessment/comparison-contract.ts';
import type { Location } from '../assessment/contract.ts';
import { isDay } from '../law/day.ts';
import { formatDay } from '../text/dates.ts';
import { type Text, textOf } from '../text/text.ts';
import { cite } from './citation.ts';
import { systemName, whereIn } from './context.ts';
import { type Block, type Line, line } from './page.ts';
import type { Tone } from './view.ts';

/** Entries of a block, before the others are only counted. */
const SHOWN = 10;

/** What is told of one thing: its line, and those that belong to it. */
export type Entry = readonly Line[];

/** A comparison with the words to tell it. */
export class ComparisonTeller {
  readonly comparison: Comparison;
  readonly text: Text;
  readonly words: Text['compare'];
  readonly all: boolean;

  constructor(comparison: Comparison, all: boolean) {
    this.comparison = comparison;
    this.text = textOf(comparison.language);
    this.words = this.text.compare;
    this.all = all;
  }

  get name(): string {
    const { before, after } = this.comparison;
    const [was, is] = [systemName(before.system), systemName(after.system)];
    if (was === is || before.system.name !== after.system.name) return is;
    return this.words.arrow(was, after.system.version ?? this.words.none);
  }

  get isSame(): boolean {
    const { facts, controls, acceptedGaps } = this.comparison;
    return facts.length + controls.length + acceptedGaps.length === 0 && !this.hasFollowed;
  }

  /** Whether anything that follows from the law stands otherwise. */
  get hasFollowed(): boolean {
    const { classification, verdict, worse, better } = this.comparison;
    const { routes, points, overlays, ...outcomes } = classification;
    const turned = Object.values(outcomes).some(({ turn }) => turn !== 'same');
    const reasons = ({ value, because }: Comparison['verdict']['before']) => [value, ...because].join();
    return (
      turned ||
      routes.length + points.length + overlays.length > 0 ||
      this.hasDuties ||
      worse.length + better.length > 0 ||
      reasons(verdict.before) !== reasons(verdict.after)
    );
  }

  get hasDuties(): boolean {
    const { roles, duties, dates } = this.comparison;
    return [roles, dates, ...Object.values(duties)].some((list) => list.length > 0);
  }

  sameInWords(): string {
    const { of, before, after } = this.comparison;
    if (of === 'law') return this.words.nothingInLaw;
    return before.sha256 === after.sha256 ? this.words.nothing : this.words.nothingRead;
  }

  day(iso: string): string {
    return isDay(iso) ? formatDay(iso, this.comparison.language) : iso;
  }

  /** The first source, or all of them where nothing is left out. */
  cite(sources: readonly string[]): string {
    return this.citeAll(this.all ? sources : sources.slice(0, 1));
  }

  citeAll(sources: readonly string[]): string {
    return sources.map((source) => cite(source, this.comparison.law.acts, this.text)).join(' · ');
  }

  /** Where it stands after the change or, if it is gone, where it stood before. */
  where(before: Location | undefined, after: Location | undefined): string {
    const location = after ?? before;
    const side = after === undefined ? this.comparison.before : this.comparison.after;
    // Line 0 stands for the command line.
    return location === undefined || location.line === 0 ? '' : whereIn(side.path, location);
  }

  block(heading: string, entries: readonly Entry[], tone: Tone = 'plain'): Block[] {
    if (entries.length === 0) return [];
    const shown = this.all ? entries : entries.slice(0, SHOWN);
    const hidden = entries.length - shown.length;
    const more = hidden === 0 ? [] : [line(0, this.text.andMore(hidden), [], 'quiet')];
    return [{ heading, tone, lines: [...shown.flat(), ...more] }];
  }
}
