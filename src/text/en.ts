import { baselineInEnglish } from './baseline-en.ts';
import { capital } from './capital.ts';
import { compareInEnglish } from './compare-en.ts';
import { explainInEnglish } from './explain-en.ts';
import { findingsInEnglish } from './findings-en.ts';
import { handOverInEnglish } from './hand-over-en.ts';
import { interviewInEnglish } from './interview-en.ts';
import { listsInEnglish } from './lists-en.ts';
import { pluralIn } from './plural.ts';
import { problemInEnglish } from './problems-en.ts';
import { timelineInEnglish } from './timeline-en.ts';
import { workInEnglish } from './work-en.ts';

const plural = pluralIn('en');
const duties = (count: number) => plural(count, 'duty', 'duties');
const daysAway = (days: number) => (days === 0 ? 'today' : `in ${plural(days, 'day', 'days')}`);

/** How many things end, by what they are. */
export interface Lapses {
  readonly reviews: number;
  readonly plans: number;
  readonly acceptances: number;
}

export const en = {
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  day: (day: number, month: string, year: string) => `${day} ${month} ${year}`,
  or: (words: readonly string[]) => list(words, 'or'),

  cite: {
    join: (act: string, place: string) => `${act} ${place}`,
    article: (number: string) => `Art. ${number}`,
    codeArticle: (letter: string, number: string) => `${letter}.${number}`,
    annex: (number: string) => `Annex ${number}`,
    recital: (number: string) => `recital ${number}`,
    figure: (number: string) => `Figure ${number}`,
    table: (number: string) => `Table ${number}`,
    rule: (number: string) => `Rule ${number}`,
    section: (number: string) => `§${number}`,
    annexSection: (letter: string) => `Section ${letter}`,
    question: (number: string) => `Q${number}`,
    paragraph: (number: string) => `¶${number}`,
    /** Points of an annex, then of what stands before. */
    annexPoints: (points: readonly string[]) =>
      ` ${points[0] ?? ''}${points
        .slice(1)
        .map((point) => `(${point})`)
        .join('')}`,
    points: (points: readonly string[]) => points.map((point) => `(${point})`).join(''),
    /** Of an article of definitions. */
    definition: (points: readonly string[]) => points.map((point) => `(${point})`).join(''),
    rulePoints: (points: readonly string[]) => points.map((point) => `(${point})`).join(''),
    codePart: (part: string) => ` ${part}`,
    annexPart: (part: string) => ` ${part}`,
  },

  asOf: (day: string) => `as of ${day}`,
  lawCheckedTo: (day: string) => `law checked to ${day}`,
  asIfLaw: (proposal: string) => `as if ${proposal} were law, which it is not`,
  rows: { device: 'Device', data: 'Data', oversight: 'Oversight' },
  open: (outcomes: string) => `Open: ${outcomes}`,
  deviceOrNot: 'a medical device or not',
  classOpen: 'class open',
  notifiedBody: { yes: 'notified body needed', no: 'no notified body', unknown: 'notified body open' },
  mayApply: (title: string) => `Open: ${title}`,
  noDuty: 'No duty found',
  questionCount: (count: number) => plural(count, 'question', 'questions'),
  prohibited: 'PROHIBITED PRACTICE',
  why: (holds: boolean, rule: string, place: string) => `${holds ? 'Because' : 'Not'}: ${rule} · ${place}`,
  contested: (reading: string, source: string) => `Contested: ${reading} (${source})`,
  contestedAbove: 'Contested: see above.',
  wouldGive: (outcomes: string) => `That reading gives: ${outcomes}.`,
  moreDoubts: (count: number) => `${plural(count, 'more doubt', 'more doubts')} about the law: --all`,
  truth: { yes: 'applies', no: 'does not apply', unknown: 'open' },
  never: 'never',
  penalty: (title: string) => `Penalty: ${title}`,

  inForce: 'in force',
  from: (days: string) => `from ${days}`,
  beforeBesides: (days: string, event: string) => `${days}, ${event}`,
  dayOpen: 'day open',
  /** The words of an event stand in the law: "once placed on the market". */
  monthsAfter: (months: number, event: string) => `${event}, within ${months} months`,

  sections: {
    missingToday: (count: number) => `Missing today (${count})`,
    dueBy: (day: string, days: number, missing: number, all: number) =>
      `By ${day}, ${daysAway(days)} (${missing} of ${all} missing)`,
    dueBefore: (event: string, missing: number, all: number) => `${capital(event)} (${missing} of ${all} missing)`,
    dueOpen: (missing: number) => `Due on a day still open (${missing} missing)`,
    planned: (count: number) => `Planned (${count})`,
    questions: (count: number) => `Open questions (${count})`,
    unanswered: (count: number, inForce: number) =>
      `Unanswered (${count}${inForce === 0 ? '' : `, ${inForce} in force`})`,
    mayApply: (count: number) => `May apply (${count})`,
    accepted: (count: number) => `Accepted gaps (${count})`,
    known: (count: number) => `Known gaps, in the baseline (${count})`,
    closed: (count: number) => `Closed, but still in the baseline (${count})`,
    spared: (count: number) => `Spared (${count})`,
    goodPractice: (count: number) => `Good practice and soft law (${count} not in place)`,
    claims: (count: number) => `Claims against the facts (${count})`,
    inPlace: (count: number) => `In place (${count})`,
    notApplicable: (count: number) => `Not applicable (${count})`,
  },
  reading: {
    inForce: (count: number) => `Law, in force (${count})`,
    later: (count: number) => `Law, from a later day (${count})`,
    softLaw: (count: number) => `Soft law (${count})`,
    goodPractice: (count: number) => `Good practice (${count})`,
    notAsked: (count: number) => `Not asked of you here (${count})`,
    standing: (counts: readonly string[]) => counts.join(', '),
  },
  requests: {
    inForce: (count: number) => `For what is law today (${count})`,
    later: (count: number) => `For what becomes law (${count})`,
    mayApply: (count: number) => `If it applies to you (${count})`,
    received: (count: number) => `Received (${count})`,
    about: (title: string, system: string) => `${title}: ${system}`,
    none: 'No duty of theirs was found that leaves anything to ask for.',
  },
  /** What came on standard input has no file to go on with. */
  answerThere: (path: string) => (path === '-' ? `to be answered in ${path}` : `run aiact-check init ${path}`),
  questionsSettle: 'settled by the open questions',
  andMore: (count: number) => `and ${count} more: --all`,
  andMoreItems: (count: number) => `and ${count} more`,
  plannedBy: (day: string) => `planned by ${day}`,
  plannedNoDay: 'planned',
  plannedLate: (day: string) => `Planned by ${day}, after its day.`,
  owner: (name: string) => `owner: ${name}`,
  status: {
    'in-place': 'in place',
    partial: 'partly in place',
    planned: 'planned',
    missing: 'missing',
    unanswered: 'unanswered',
    'not-applicable': 'not applicable',
    accepted: 'accepted gap',
    known: 'known gap',
    spared: 'spared',
  },
  fault: {
    'evidence-not-found': (path: string) => `Evidence not found: ${path}.`,
    'evidence-empty': (path: string) => `Evidence is empty: ${path}.`,
    'evidence-placeholder': (path: string) => `Evidence says nothing yet: ${path}.`,
    'evidence-unreadable': (path: string) => `Evidence cannot be read: ${path}.`,
    'evidence-outside': (path: string) => `Evidence lies outside the root and was not read: ${path}.`,
    'no-evidence': () => 'Said to be in place, but no evidence is cited.',
    'not-reviewed': () => 'No review up to this day is given, and one is asked for.',
    'review-overdue': () => 'The last review is too long ago.',
    'plan-overdue': () => 'The planned day has passed.',
  },
  gap: {
    valid: (by: string, until: string) => `Gap accepted by ${by} until ${until}; the duty still applies.`,
    ending: (by: string, until: string) =>
      `Gap accepted by ${by} until ${until}, which is near; the duty still applies.`,
    expired: (by: string, until: string) => `Acceptance by ${by} ended on ${until}.`,
    'not-yet': (by: string, until: string) => `To be accepted by ${by} until ${until}; not yet begun.`,
    unused: (by: string, until: string) => `Accepted by ${by} until ${until}, but nothing is missing there: remove it.`,
  },
  sparedUntil: (reason: string, ends: string) => `${reason}. ${ends}`,
  claim: {
    below: (claimed: string, found: string) => `${claimed} is claimed, the facts give ${found}: the claim is too low.`,
    open: (claimed: string, found: string) => `${claimed} is claimed, still possible: ${found}.`,
    above: (claimed: string, found: string) => `${claimed} is claimed, the facts give ${found}: the claim is higher.`,
    other: (claimed: string, found: string) => `${claimed} is claimed, the facts give ${found}.`,
  },

  verdict: { ready: 'READY', 'not-ready': 'NOT READY', undetermined: 'UNDETERMINED' },
  readyBy: (word: string, day: string) => `${word} by ${day}:`,
  verdictBy: (word: string, day: string) => `${word} by ${day}`,
  countsBefore: (event: string) => `Counts what is to be met ${event}, for which no day is given.`,
  noneMissing: (checked: number) =>
    checked === 1 ? 'the one duty checked is not missing' : `none of the ${duties(checked)} checked is missing`,
  nothingDue: 'no duty is due yet',
  nothingApplies: 'no duty was found',
  noneNew: (checked: number) =>
    checked === 1
      ? 'the one duty checked is not newly missing'
      : `none of the ${duties(checked)} checked is newly missing`,
  gapsKnown: (count: number) => `${plural(count, 'known gap', 'known gaps')}`,
  knownCount: (count: number) => `${count} known`,
  pruneThere: (path: string) => `run aiact-check baseline prune ${path}`,
  gapsAccepted: (count: number) => `${plural(count, 'gap', 'gaps')} accepted`,
  withoutEvidence: (count: number) => `${count} claimed without evidence`,
  next: (day: string, count: number) => `Next: ${day}, ${duties(count)}.`,
  missingToday: (count: number) => `${count} missing today`,
  missingBy: (count: number, day: string) => `${count} by ${day}`,
  missingLater: (count: number) => `${count} later`,
  unanswered: (count: number) => `${count} unanswered`,
  mayApplyCount: (count: number) => `${count} may apply`,
  reason: {
    prohibited: 'a prohibited practice',
    'claim-below': 'a claim below what the facts give',
    'acceptance-expired': 'an accepted gap past its end',
    'acceptance-unused': 'an accepted gap with nothing left to accept',
    'baseline-unused': 'a gap of the baseline that is closed',
    'duties-missing': 'duties missing',
    'level-open': 'the level is open',
    'device-open': 'it is open whether it is a medical device',
    'duties-unanswered': 'duties unanswered',
  },
  soon: (day: string, days: number, count: number) =>
    `Soon: on ${day}, ${daysAway(days)}, ${duties(count)} now missing will fall due.`,
  lapse: ({ reviews, plans, acceptances }: Lapses, day: string, days: number) =>
    `To come: ${list(
      [
        ...(acceptances === 0 ? [] : [`${plural(acceptances, 'accepted gap ends', 'accepted gaps end')}`]),
        ...(plans === 0 ? [] : [`${plural(plans, 'plan ends', 'plans end')}`]),
        ...(reviews === 0 ? [] : [`${plural(reviews, 'review falls due', 'reviews fall due')}`]),
      ],
      'and',
    )}, first on ${day}, ${daysAway(days)}.`,
  acceptanceUnused: (count: number) =>
    `${plural(count, 'accepted gap has', 'accepted gaps have')} nothing left to accept.`,
  baselineClosed: (count: number) =>
    `${plural(count, 'gap', 'gaps')} of the baseline ${count === 1 ? 'is' : 'are'} closed.`,
  legal: (day: string) => `Not legal advice. Law as checked on ${day}.`,

  table: {
    system: 'System',
    level: 'Level',
    deviceClass: 'Class',
    verdict: 'Verdict',
    missingToday: 'Missing today',
    subject: 'Subject',
    toDo: 'What to do',
    where: 'Where',
    statement: 'Finding',
    source: 'Source',
  },
  systems: (all: number, ready: number, notReady: number, undetermined: number) =>
    `${plural(all, 'system', 'systems')}: ${ready} ready, ${notReady} not ready, ${undetermined} undetermined`,
  fileErrors: (count: number) => plural(count, 'file error', 'file errors'),

  leftAside: (count: number, paths: string) =>
    `${plural(count, 'YAML file left aside: it is no description', 'YAML files left aside: they are no descriptions')} (${paths}).`,
  forNeedsReader: (format: string) =>
    `--for makes a list for somebody to read: terminal, markdown or json, not ${format}.`,
  oneSystemOnly: (option: string) => `${option} tells of one system: name one file.`,
  outputTwice: (file: string) => `two reports would be written to ${file}: give each a file of its own.`,
  outputIsInput: (file: string) => `${file} is read by this call: it would be written over.`,
  namesNoSystems: (config: string) =>
    `${config} names no systems, and neither does the call: name files, or add systems: to it.`,
  summaryNotWritten: (file: string, code: string) => `The step summary was not written: ${file}: ${code}.`,
  notThere: (path: string, count: number, baseline: string) =>
    `${plural(count, 'gap', 'gaps')} of ${baseline} ${count === 1 ? 'is' : 'are'} of ${path}, which is not there. Renamed? Change its path there, or run aiact-check baseline prune ${baseline}.`,
  outputNeedsOneFormat: '--output goes with a single --format; with several, write --format name=file.',
  baseline: baselineInEnglish,
  work: workInEnglish,
  findings: findingsInEnglish,
  lists: listsInEnglish,
  handOver: handOverInEnglish,
  interview: interviewInEnglish,
  problem: problemInEnglish,
  timeline: timelineInEnglish,
  compare: compareInEnglish,
  explain: explainInEnglish,
};

function list(words: readonly string[], last: string): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}
