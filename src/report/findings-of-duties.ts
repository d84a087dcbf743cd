import type { AssessedDuty } from '../assessment/contract.ts';
import { type Effect, effectOf } from '../assessment/verdict.ts';
import { type Context, citeAll, contestedLine, day, NO_DAY, whenDue } from './context.ts';
import { latePlan } from './duties.ts';
import { faults } from './faults.ts';
import type { Finding, Found } from './finding.ts';
import { coded, isShownByFacts, placeOfPractice, questionsThat, urlOf } from './finding-parts.ts';

type Open = NonNullable<AssessedDuty['gap']>;

/** A duty that is not met, what it does to the verdict, and what is told of it. */
export interface FoundDuty {
  readonly duty: AssessedDuty;
  readonly effect: Effect;
  readonly found: Found;
}

const EFFECTS: readonly Effect[] = ['fails', 'open', 'soon', 'later'];

/** Duties that are not met, one each: by what they do to the verdict, prohibitions first, then by their day. */
export function dutyFindings(context: Context): FoundDuty[] {
  return context.report.duties
    .map((duty) => ({ duty, effect: effectOf(unsuppressed(duty), context.report) }))
    .filter(({ duty, effect }) => effect !== 'none' && !isUnsettled(duty, effect))
    .map(({ duty, effect }) => ({ duty, effect, found: foundIn(context, duty, effect) }))
    .sort((a, b) => inOrder(orderOf(a), orderOf(b)));
}

/** All duties together of which only answers about the system can say whether they apply: there may be hundreds. */
export function unsettledDuties(context: Context): Found[] {
  const { report, text } = context;
  const own = report.duties.filter((duty) => isUnsettled(duty, effectOf(duty, report)));
  if (own.length === 0) return [];
  const questions = questionsThat(
    context,
    own.map(({ id }) => id),
  );
  return [
    {
      ...coded(context, 'duties-unanswered', severityOf(context, 'open'), 'unanswered'),
      message: [text.findings.mayApply(own.length), ...questions.message].join(' '),
      toDo: questions.toDo,
      controls: questions.facts,
    },
  ];
}

/** An accepted or known gap as what it is underneath. */
function unsuppressed(duty: AssessedDuty): AssessedDuty {
  return duty.gap === null ? duty : { ...duty, status: duty.gap };
}

function isUnsettled({ applies, gap }: AssessedDuty, effect: Effect): boolean {
  return effect === 'open' && applies === 'unknown' && gap === null;
}

function severityOf({ report }: Context, effect: Effect): Finding['severity'] {
  if (effect === 'fails' || (effect === 'open' && report.policy.unanswered === 'fail')) return 'error';
  return effect === 'later' ? 'note' : 'warning';
}

/** Text order. */
function orderOf({ effect, duty: { prohibition, window } }: FoundDuty): readonly string[] {
  return [String(EFFECTS.indexOf(effect)), prohibition ? '0' : '1', window.to ?? NO_DAY, window.from ?? NO_DAY];
}

function inOrder(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at === -1 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}

function foundIn(context: Context, duty: AssessedDuty, effect: Effect): Found {
  const status = (duty.gap ?? duty.status) as Open;
  const lacking = duty.controls.filter((control) => control.status !== 'in-place');
  return {
    rule: duty.id,
    severity: severityOf(context, effect),
    title: duty.title,
    message: messageOf(context, duty, status),
    toDo: lacking.map((control) => (control.status === 'unanswered' ? control.question : control.how)),
    source: citeAll(context, duty.source),
    url: urlOf(context, duty.source),
    location: duty.location ?? (isShownByFacts(duty) ? placeOfPractice(context) : null),
    suppression: suppressionOf(context, duty),
    status,
    due: duty.window.to,
    owner: lacking.find(({ owner }) => owner !== null)?.owner ?? null,
    controls: lacking.map(({ id }) => id),
  };
}

function messageOf(context: Context, duty: AssessedDuty, status: Open): string {
  const { text } = context;
  const { findings: words } = text;
  const ids = (own: AssessedDuty['controls']) => own.map(({ id }) => id).join(', ');
  const unanswered = duty.controls.filter((control) => control.status === 'unanswered');
  const lacking = duty.controls.filter((control) => control.status === 'missing' || control.status === 'planned');
  const [doubt, ...doubts] = duty.contested.map((contested) => contestedLine(context, contested));
  return [
    words.stands(text.status[status], since(context, duty), citeAll(context, duty.source.slice(0, 1))),
    ...(duty.applies === 'unknown' ? [words.appliesOpen] : []),
    ...new Set(duty.controls.flatMap((control) => [...faults(context, control), ...latePlan(context, duty, control)])),
    ...(lacking.length === 0 ? [] : [words.lacks(ids(lacking))]),
    ...(unanswered.length === 0 ? [] : [words.toAnswer(ids(unanswered))]),
    ...(doubt === undefined ? [] : [doubt]),
    ...(doubts.length === 0 ? [] : [words.moreDoubts(doubts.length)]),
  ].join(' ');
}

/** Since when it has been law, where that is known to the day; from when, for what comes later. */
function since(context: Context, duty: AssessedDuty): string {
  const { inForce, within, due, window } = duty;
  const since = within === null ? due.value : window.from === window.to ? window.to : null;
  if (inForce !== 'yes' || since === null) return whenDue(context, duty);
  return context.text.findings.inForceSince(day(context, since));
}

function suppressionOf(context: Context, { id, status }: AssessedDuty): Finding['suppression'] {
  const { report, text } = context;
  if (status === 'known') return { by: 'baseline', because: text.findings.inBaseline(report.baseline?.path ?? '') };
  if (status !== 'accepted') return null;
  const gap = report.acceptedGaps.find(({ duty, state }) => duty === id && state === 'valid');
  const words = gap && `${gap.because} · ${text.gap.valid(gap.by, day(context, gap.until))}`;
  return { by: 'acceptance', because: words ?? text.status.accepted };
}
