import type { Assessment } from '../assessment/contract.ts';
import { textOf } from '../text/text.ts';
import { firstAct } from './citation.ts';
import type { Finding } from './finding.ts';
import type { RuleCode } from './finding-parts.ts';
import { mapStrings, visible } from './safe.ts';

/** A rule apart from what it found, for formats that list their rules. */
export interface RuleTold {
  readonly id: string;
  readonly title: string;
  /** What it asks, in a paragraph. */
  readonly asks: string;
  /** How to meet it, a paragraph each. */
  readonly help: readonly string[];
  readonly source: string;
  readonly url: string | null;
  /** Words to filter by: the kind of duty, and what its first act is about. */
  readonly tags: readonly string[];
}

/** The rule behind a finding, in the language of the report. */
export function ruleTold(report: Assessment, { rule, title, source, url }: Finding): RuleTold {
  const text = textOf(report.language);
  const duty = report.duties.find(({ id }) => id === rule);
  if (duty === undefined) {
    const { asks, help } = text.findings.rules[rule as RuleCode];
    return { id: rule, title, asks, help: [help], source: '', url: null, tags: ['aiact-check'] };
  }
  const area = firstAct(duty.source, report.law.acts)?.area;
  const told: RuleTold = {
    id: rule,
    title,
    asks: `${title}.`,
    help: [
      ...duty.controls.map(({ id, how, shows }) => text.findings.howTo(id, how, shows)),
      ...(duty.penalty === null ? [] : [text.penalty(duty.penalty.title)]),
    ],
    source,
    url,
    tags: [duty.level, ...(area === undefined ? [] : [area])],
  };
  return mapStrings(told, visible);
}
