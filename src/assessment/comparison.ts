import type { AssessedChange } from './changes.ts';
import { controlChanges, factChanges, gapChanges } from './compared-description.ts';
import { dutyChanges } from './compared-duties.ts';
import { classificationChange, dateChanges, roleChanges } from './compared-law.ts';
import type { Comparison, Side } from './comparison-contract.ts';
import type { Assessment } from './contract.ts';
import type { System } from './timeline.ts';
import { betterBy, worseBy } from './turns.ts';

export interface CompareOptions {
  /** Two descriptions under one law, or one description under the law of two days. */
  readonly of: Comparison['of'];
  readonly evidence: Comparison['evidence'];
  /** What the change itself may be in law. */
  readonly changes: readonly AssessedChange[];
}

/** What changed from one to the other: what is described, and what the law makes of it. Pure. */
export function compare(before: System, after: System, { of, evidence, changes }: CompareOptions): Comparison {
  const [was, is] = [before.assessment, after.assessment];
  const described = of === 'descriptions';
  const found = {
    facts: described ? factChanges(before.derived, after.derived) : [],
    controls: described ? controlChanges(before, after) : [],
    acceptedGaps: described ? gapChanges(before.derived, after.derived) : [],
    classification: classificationChange(before, after),
    roles: roleChanges(was, is),
    duties: dutyChanges(was, is),
    dates: dateChanges(was, is),
    verdict: { before: was.verdict, after: is.verdict },
    changes,
  };
  return {
    format: 'aiact-check/comparison@1',
    language: is.language,
    tool: is.tool,
    of,
    law: is.law,
    policy: is.policy,
    evidence,
    before: sideOf(was),
    after: sideOf(is),
    ...found,
    worse: worseBy(was, is, found),
    better: betterBy(was, is, found),
  };
}

function sideOf({ source, asOf, horizon, horizonEvent, system }: Assessment): Side {
  return { path: source.path, asOf, horizon, horizonEvent, sha256: source.sha256, system };
}
