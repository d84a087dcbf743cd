import type { AssessedDuty, Lapse, Verdict, VerdictReason } from '../assessment/contract.ts';
import { isDueBy, isMissing } from '../assessment/verdict.ts';
import { daysBetween } from '../law/day.ts';
import { capital } from '../text/capital.ts';
import { type Context, counts, day } from './context.ts';
import type { VerdictLine } from './view.ts';

/** The last line: ready, not ready or undetermined, and what stands behind it. */
export function verdictLine(context: Context): VerdictLine {
  const { report, text } = context;
  const { verdict } = report;
  const reasons = verdict.because
    .filter((reason) => !isCounted(reason, verdict))
    .map((reason) => text.reason[reason])
    .join(', ');
  const next = verdict.next === null ? [] : [text.next(day(context, verdict.next), verdict.nextDuties)];
  const event = report.horizonEvent === null ? [] : [text.countsBefore(report.horizonEvent.title)];
  const warnings = warningWords(context);
  const soon =
    verdict.soon === null
      ? []
      : [
          text.soon(
            day(context, verdict.soon.date),
            daysBetween(report.asOf, verdict.soon.date),
            verdict.soon.duties.length,
          ),
        ];
  if (verdict.value === 'ready') {
    const word = text.readyBy(text.verdict.ready, day(context, report.horizon));
    return { tone: 'good', word, rest: readyWords(context), notes: [...next, ...soon, ...warnings, ...event] };
  }
  const word =
    report.horizon === report.asOf
      ? text.verdict[verdict.value]
      : text.verdictBy(text.verdict[verdict.value], day(context, report.horizon));
  return {
    tone: verdict.value === 'not-ready' ? 'danger' : 'caution',
    word,
    rest: countWords(context).join(' · '),
    notes: [...(reasons === '' ? [] : [`${capital(reasons)}.`]), ...soon, ...warnings, ...event],
  };
}

/** What may turn the verdict besides duties, or wants tidying. */
function warningWords(context: Context): string[] {
  const { report, text } = context;
  const { lapses } = report.verdict;
  const of = (kind: Lapse['of']) => lapses.filter((lapse) => lapse.of === kind).length;
  const [first] = lapses;
  const unused = report.acceptedGaps.filter(({ state }) => state === 'unused').length;
  const closed = report.baseline?.unused.length ?? 0;
  return [
    ...(first === undefined
      ? []
      : [
          text.lapse(
            { reviews: of('review'), plans: of('plan'), acceptances: of('acceptance') },
            day(context, first.on),
            daysBetween(report.asOf, first.on),
          ),
        ]),
    ...(unused === 0 ? [] : [text.acceptanceUnused(unused)]),
    ...(closed === 0 ? [] : [text.baselineClosed(closed)]),
  ];
}

/** What the numbers say already. */
function isCounted(reason: VerdictReason, { counts: count }: Verdict): boolean {
  return reason === 'duties-missing' || (reason === 'duties-unanswered' && count.unansweredDuties > 0);
}

function readyWords(context: Context): string {
  const { report, text } = context;
  const { checked, counts: count } = report.verdict;
  const besides = [
    ...(count.accepted === 0 ? [] : [text.gapsAccepted(count.accepted)]),
    ...(count.known === 0 ? [] : [text.gapsKnown(count.known)]),
    ...(count.claimedWithoutEvidence === 0 ? [] : [text.withoutEvidence(count.claimedWithoutEvidence)]),
    ...(count.unansweredDuties === 0 ? [] : [text.unanswered(count.unansweredDuties)]),
  ];
  const applies = report.duties.some((duty) => duty.applies !== 'no' && counts(context, duty));
  const words =
    checked > 0
      ? count.known > 0
        ? text.noneNew(checked)
        : text.noneMissing(checked)
      : applies
        ? text.nothingDue
        : text.nothingApplies;
  return `${words}${besides.length === 0 ? '' : ` (${besides.join(', ')})`}.`;
}

function countWords(context: Context): string[] {
  const { report, text } = context;
  const { counts: count } = report.verdict;
  const later = report.duties.filter((duty) => counts(context, duty) && isMissing(duty) && !isDueBy(duty, report.asOf));
  return [
    ...(count.missingNow === 0 && count.missingLater === 0 ? [] : [text.missingToday(count.missingNow)]),
    ...laterWords(context, later),
    ...unansweredWords(context),
    ...(count.known === 0 ? [] : [text.knownCount(count.known)]),
    ...(count.unansweredFacts === 0 ? [] : [text.questionCount(count.unansweredFacts)]),
  ];
}

/** What applies and is unanswered, apart from what only may apply: few of those may be left after an answer or two. */
function unansweredWords(context: Context): string[] {
  const { report, text } = context;
  const open = report.duties.filter(
    (duty) => counts(context, duty) && duty.status === 'unanswered' && duty.applies === 'unknown',
  ).length;
  const applying = report.verdict.counts.unansweredDuties - open;
  return [...(applying === 0 ? [] : [text.unanswered(applying)]), ...(open === 0 ? [] : [text.mayApplyCount(open)])];
}

/** The next day with its number, and the rest in one. */
function laterWords(context: Context, later: readonly AssessedDuty[]): string[] {
  const { text } = context;
  const days = later.flatMap(({ window }) => window.to ?? []).sort();
  const first = days[0];
  const own = days.filter((iso) => iso === first).length;
  const rest = later.length - own;
  return [
    ...(first === undefined ? [] : [text.missingBy(own, day(context, first))]),
    ...(rest === 0 ? [] : [text.missingLater(rest)]),
  ];
}
