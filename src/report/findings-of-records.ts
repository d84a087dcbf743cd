import { type AssessedGap, REPORTED } from '../assessment/contract.ts';
import { daysBetween } from '../law/day.ts';
import { namedClasses, practices } from './classification.ts';
import { type Context, citeAll, day } from './context.ts';
import type { Finding, Found } from './finding.ts';
import { coded, isShownByFacts, placeOfPractice, questionsThat, type RuleCode, urlOf } from './finding-parts.ts';
import type { FoundDuty } from './findings-of-duties.ts';

/** Of closed gaps. */
const GAPS_NAMED = 10;

/** A prohibited practice where no duty that stands for the prohibition fails: nobody may be bound by it yet. */
export function practised(context: Context, duties: readonly FoundDuty[]): Found[] {
  const { aiAct } = context.report.classification;
  const isTold = duties.some(
    ({ duty, effect, found }) => effect === 'fails' && found.suppression === null && isShownByFacts(duty),
  );
  if (isTold || aiAct.value !== REPORTED.prohibitedLevel) return [];
  const [practice] = practices(context);
  const source = practice?.source ?? aiAct.source;
  return [
    {
      ...coded(context, 'prohibited', 'error', 'missing'),
      message: [practice?.title ?? aiAct.titles[0] ?? '', citeAll(context, source)]
        .filter((words) => words !== '')
        .join(' · '),
      source: citeAll(context, source),
      url: urlOf(context, source),
      location: placeOfPractice(context),
    },
  ];
}

export function claimsBelow(context: Context): Found[] {
  const { report, text } = context;
  return report.claims
    .filter(({ finding }) => finding === 'below')
    .map(({ fact, title, claimedName, possibleNames, location }) => ({
      ...coded(context, 'claim-below', 'error', 'below'),
      of: fact,
      message: text.findings.about(title, text.claim.below(claimedName, text.or(possibleNames))),
      location,
      controls: [fact],
    }));
}

/** Acceptances that have ended, end soon or have nothing left to accept, and the same of the baseline. */
export function agedGaps(context: Context): Found[] {
  const { report } = context;
  const { policy, baseline } = report;
  const unused = policy.strict ? 'error' : 'warning';
  return [
    ...report.acceptedGaps.flatMap((gap) => {
      if (gap.state === 'expired') return [acceptance(context, gap, 'acceptance-expired', 'error', 'expired')];
      if (gap.state === 'unused') return [acceptance(context, gap, 'acceptance-unused', unused, 'unused')];
      return gap.ending ? [acceptance(context, gap, 'acceptance-ending', 'warning', 'ending')] : [];
    }),
    ...(baseline === null || baseline.unused.length === 0 ? [] : [closedGaps(context, baseline, unused)]),
  ];
}

function acceptance(
  context: Context,
  gap: AssessedGap,
  rule: RuleCode,
  severity: Finding['severity'],
  status: 'expired' | 'unused' | 'ending',
): Found {
  const { report, text } = context;
  const duty = report.duties.find(({ id }) => id === gap.duty);
  const until = day(context, gap.until);
  const words =
    status === 'ending'
      ? text.findings.ends(gap.by, until, daysBetween(report.asOf, gap.until))
      : text.gap[status](gap.by, until);
  return {
    ...coded(context, rule, severity, status),
    of: gap.duty,
    message: text.findings.about(
      `${duty?.title ?? gap.duty} (${gap.duty})`,
      `${words} ${text.findings.reason(gap.because)}`,
    ),
    source: citeAll(context, duty?.source ?? []),
    url: urlOf(context, duty?.source ?? []),
    location: gap.location,
    due: status === 'ending' ? gap.until : null,
    owner: gap.by,
    controls: [gap.duty],
  };
}

function closedGaps(
  context: Context,
  { path, unused }: { readonly path: string; readonly unused: readonly string[] },
  severity: Finding['severity'],
): Found {
  const { text } = context;
  const more = unused.length > GAPS_NAMED ? ` ${text.andMoreItems(unused.length - GAPS_NAMED)}` : '';
  return {
    ...coded(context, 'baseline-unused', severity, 'unused'),
    message: text.findings.closed(unused.length, path, `${unused.slice(0, GAPS_NAMED).join(', ')}${more}`),
    controls: unused,
  };
}

/** While the level or the status of a device is open, no verdict is ready. */
export function openClassification(context: Context): Found[] {
  const { text } = context;
  const { aiAct, device } = context.report.classification;
  const classes = device.class.value === null ? namedClasses(context) : null;
  const open = (rule: RuleCode, isOpen: boolean, outcomes: string, settle: readonly string[]): Found[] => {
    if (!isOpen) return [];
    const { message, toDo, facts } = questionsThat(context, settle);
    const words = [`${text.open(outcomes)}.`, ...message].join(' ');
    return [{ ...coded(context, rule, 'error', 'open'), message: words, toDo, controls: facts }];
  };
  return [
    ...open('level-open', aiAct.value === null, text.or(aiAct.names), [REPORTED.level]),
    ...open(
      'device-open',
      device.value === 'unknown',
      classes === null ? text.deviceOrNot : `${text.deviceOrNot} (${classes})`,
      [REPORTED.isDevice],
    ),
  ];
}
