import { addDays } from '../law/day.ts';
import {
  type AssessedDuty,
  type AssessedGap,
  type Assessment,
  type Claim,
  type Classification,
  type DutyLevel,
  type DutyStatus,
  type Lapse,
  type Policy,
  type Question,
  REPORTED,
  type Verdict,
  type VerdictReason,
  type VerdictWarning,
} from './contract.ts';

/** From the weakest to the strongest. */
export const LEVELS: readonly DutyLevel[] = ['good-practice', 'soft-law', 'law'];

export interface Findings {
  readonly classification: Classification;
  readonly duties: readonly AssessedDuty[];
  readonly claims: readonly Claim[];
  readonly acceptedGaps: readonly AssessedGap[];
  readonly baseline: Assessment['baseline'];
  readonly lapses: readonly Lapse[];
  readonly questions: readonly Question[];
}

/** Up to when duties count: a day and, where its day is not known, an event that they must precede. */
export interface Horizon {
  readonly day: string;
  readonly event: string | null;
}

/** The verdict is a function of what the report shows, and the exit code of the verdict. */
export function verdictOf(findings: Findings, asOf: string, horizon: Horizon, policy: Policy): Verdict {
  const duties = findings.duties.filter(({ applies, level }) => applies !== 'no' && counts(level, policy));
  const missing = duties.filter(isMissing);
  const reasons = decide(findings, duties, horizon, policy);
  const lastWarning = addDays(asOf, policy.warnWithin);
  const upcoming = duties
    .filter(({ applies, status }) => applies === 'yes' && status !== 'spared')
    .flatMap((duty) => (duty.window.to !== null && duty.window.to > horizon.day ? [{ duty, on: duty.window.to }] : []))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const next = upcoming[0]?.on ?? null;
  const soon = upcoming.filter(({ duty, on }) => isMissing(duty) && on <= lastWarning);
  return {
    value: reasons.some(isFatal) ? 'not-ready' : reasons.length > 0 ? 'undetermined' : 'ready',
    because: reasons,
    warnings: warningsOf(findings, soon.length > 0),
    next,
    nextDuties: upcoming.filter(({ on }) => on === next).length,
    soon: soon[0] === undefined ? null : { date: soon[0].on, duties: soon.map(({ duty }) => duty.id) },
    lapses: findings.lapses,
    checked: duties.filter((duty) => duty.applies === 'yes' && duty.status !== 'unanswered' && isWithin(duty, horizon))
      .length,
    counts: {
      missingNow: missing.filter((duty) => isDueBy(duty, asOf)).length,
      missingLater: missing.filter((duty) => !isDueBy(duty, asOf)).length,
      unansweredDuties: duties.filter(({ status }) => status === 'unanswered').length,
      unansweredFacts: findings.questions.length,
      known: duties.filter(({ status }) => status === 'known').length,
      accepted: duties.filter(({ status }) => status === 'accepted').length,
      claimedWithoutEvidence: claimedWithoutEvidence(duties),
    },
  };
}

export function isMissing({ applies, status }: AssessedDuty): boolean {
  return applies === 'yes' && (status === 'missing' || status === 'partial');
}

/** Something is still to be done or to be answered. */
export function isOpen(status: DutyStatus): status is 'missing' | 'partial' | 'unanswered' {
  return status === 'missing' || status === 'partial' || status === 'unanswered';
}

/** A duty is due by a day once the latest day on which it may fall due has come. */
export function isDueBy({ window }: AssessedDuty, day: string): boolean {
  return window.to !== null && window.to <= day;
}

/** Due by the day, or law by then and to be met before the event. */
function isWithin(duty: AssessedDuty, { day, event }: Horizon): boolean {
  if (isDueBy(duty, day)) return true;
  return event !== null && duty.before === event && duty.due.possible.every((possible) => possible <= day);
}

function mayBeWithin({ window, before }: AssessedDuty, { day, event }: Horizon): boolean {
  return window.from !== null && (window.from <= day || (event !== null && before === event));
}

/** What a duty does to the verdict: it fails it, leaves it open, will fail it within the time to warn of, or later. */
export type Effect = 'fails' | 'open' | 'soon' | 'later' | 'none';

export function effectOf(
  duty: AssessedDuty,
  report: Pick<Assessment, 'asOf' | 'horizon' | 'horizonEvent' | 'policy'>,
): Effect {
  const { asOf, policy } = report;
  if (duty.applies === 'no' || !counts(duty.level, policy)) return 'none';
  const horizon = { day: report.horizon, event: report.horizonEvent?.id ?? null };
  if (isMissing(duty) && isWithin(duty, horizon)) return 'fails';
  if (isOpenBy(duty, horizon)) return 'open';
  if (!isMissing(duty)) return 'none';
  return isDueBy(duty, addDays(asOf, policy.warnWithin)) ? 'soon' : 'later';
}

/** It may be missing by then: nobody has said, or its day is not known. */
function isOpenBy(duty: AssessedDuty, horizon: Horizon): boolean {
  return mayBeWithin(duty, horizon) && (duty.status === 'unanswered' || (isMissing(duty) && !isWithin(duty, horizon)));
}

function decide(
  findings: Findings,
  duties: readonly AssessedDuty[],
  horizon: Horizon,
  policy: Policy,
): VerdictReason[] {
  const { classification, claims, acceptedGaps } = findings;
  const unused = policy.strict ? warningsOf(findings, false) : [];
  const found: [VerdictReason, boolean][] = [
    ['prohibited', classification.aiAct.value === REPORTED.prohibitedLevel],
    ['claim-below', claims.some(({ finding }) => finding === 'below')],
    ['acceptance-expired', acceptedGaps.some(({ state }) => state === 'expired')],
    ['acceptance-unused', unused.includes('acceptance-unused')],
    ['baseline-unused', unused.includes('baseline-unused')],
    ['duties-missing', duties.some((duty) => isMissing(duty) && isWithin(duty, horizon))],
    ['level-open', classification.aiAct.value === null],
    ['device-open', classification.device.value === 'unknown'],
    ['duties-unanswered', policy.unanswered === 'fail' && duties.some((duty) => isOpenBy(duty, horizon))],
  ];
  return found.filter(([, holds]) => holds).map(([reason]) => reason);
}

function warningsOf({ acceptedGaps, baseline, lapses }: Findings, isSoon: boolean): VerdictWarning[] {
  const found: [VerdictWarning, boolean][] = [
    ['duties-soon', isSoon],
    ['lapses-soon', lapses.length > 0],
    ['acceptance-ending', acceptedGaps.some(({ ending }) => ending)],
    ['acceptance-unused', acceptedGaps.some(({ state }) => state === 'unused')],
    ['baseline-unused', (baseline?.unused.length ?? 0) > 0],
  ];
  return found.filter(([, holds]) => holds).map(([warning]) => warning);
}

function isFatal(reason: VerdictReason): boolean {
  return reason !== 'level-open' && reason !== 'device-open' && reason !== 'duties-unanswered';
}

/** Whether duties of this level count in the verdict. */
export function counts(level: DutyLevel, policy: Pick<Policy, 'level'>): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(policy.level);
}

/** Controls that close a duty on somebody's word alone. */
function claimedWithoutEvidence(duties: readonly AssessedDuty[]): number {
  const controls = duties.flatMap((duty) => duty.controls);
  const claimed = controls.filter(({ status, evidence }) => status === 'in-place' && evidence.length === 0);
  return new Set(claimed.map(({ id }) => id)).size;
}

/** What a report comes to for a pipeline: 2 where a file could not be used, 1 where a system is not ready, else 0. */
export function exitCodeOf(assessments: readonly Pick<Assessment, 'verdict'>[], errors: readonly unknown[]): 0 | 1 | 2 {
  if (errors.length > 0) return 2;
  return assessments.every(({ verdict }) => verdict.value === 'ready') ? 0 : 1;
}
