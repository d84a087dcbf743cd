import { uncapital } from './capital.ts';
import { pluralIn } from './plural.ts';

const plural = pluralIn('en');
const duties = (count: number) => plural(count, 'duty', 'duties');

export const compareInEnglish = {
  title: (system: string) => `${system}: what changed`,
  titleOfLaw: (system: string) => `${system}: what the law changed`,
  arrow: (before: string, after: string) => `${before} → ${after}`,
  lawOf: (day: string) => `law of ${day}`,
  turned: (subject: string, before: string, after: string) => `${subject}: ${before} → ${after}`,
  is: (subject: string, what: string) => `${subject}: ${what}`,
  asBefore: (subject: string, what: string) => `${subject}: ${what}, as before`,
  noEvidence: 'A git revision has no files beside it: evidence was looked for on neither side.',

  nothing: 'Nothing changed.',
  nothingRead: 'Nothing changed but notes, comments or layout, which decide nothing.',
  nothingInLaw: 'Between the two days the law changed nothing for this system.',
  nothingFollows: 'Roles, duties and dates stay as they were.',

  heading: {
    described: (count: number) => `Changed in the description (${count})`,
    law: 'What the law makes of it',
    begin: (count: number) => `Duties that begin to apply (${count})`,
    end: (count: number) => `Duties that no longer apply (${count})`,
    worse: (count: number) => `Duties further from being met (${count})`,
    better: (count: number) => `Duties nearer to being met (${count})`,
    other: (count: number) => `Duties that stand otherwise (${count})`,
    due: (count: number) => `Duties due on another day (${count})`,
    dates: (count: number) => `Dates (${count})`,
    changes: 'What the change itself may be in law',
  },

  truth: { yes: 'yes', no: 'no', unknown: 'not known' },
  noAnswer: 'no answer',
  none: 'none',
  decidesNothing: 'a text: decides nothing',
  option: {
    yes: (title: string) => `+ ${title}`,
    no: (title: string) => `− ${title}`,
    unknown: (title: string) => `? ${title}`,
  },
  control: {
    evidence: 'Evidence',
    owner: 'Owner',
    reviewed: 'Reviewed',
    by: 'Planned by',
  },
  gap: (duty: string) => `Accepted gap: ${duty}`,
  gapFor: (by: string, since: string, until: string) => `by ${by} from ${since} until ${until}`,
  gapReason: (because: string) => `Reason: ${because}`,
  open: 'open',
  verdict: 'Verdict',
  mayApply: 'may apply',
  lacks: (controls: string) => `Not in place: ${controls}`,
  duties,
  dutiesOn: (count: number) => `${duties(count)} of this system`,
  dateGone: 'no duty of this system any more',

  change: {
    likely: 'likely',
    possible: 'possible',
    'no-sign': 'no sign of it here',
    'not-applicable': 'does not apply',
    open: 'open',
  },
  found: {
    likely: (count: number) => `${count} likely`,
    possible: (count: number) => `${count} possible`,
    open: (count: number) => `${count} open`,
  },
  strength: { 'by-text': 'by the cited text', indication: 'an indication' },
  seenOnce: 'to be checked: known of one side only',
  leadsTo: (words: string) => `If it is: ${uncapital(words)}`,
  without: (titles: string) => `Does not apply: ${titles}`,

  worse: 'WORSE',
  better: 'BETTER',
  neither: 'NEITHER WORSE NOR BETTER',
  betterToo: (reasons: string) => `Better: ${reasons}.`,
  marked: '✖ marks what makes it worse.',
  failed: 'Exit 1, as --fail-on-worse asks.',
  turn: {
    verdict: (before: string, after: string) => `verdict ${before} → ${after}`,
    level: 'a more severe level is possible',
    'level-open': 'the level is open',
    'device-class': 'a more severe class is possible',
    'device-open': 'it is open whether it is a medical device',
    'claim-below': 'a claim below what the facts give',
    duties: (count: number) => `${count} more ${count === 1 ? 'duty' : 'duties'} to meet`,
    change: (counts: string) => `what the change itself may be in law (${counts})`,
  },
  gain: {
    'level-open': 'the level is settled',
    'device-open': 'it is settled whether it is a medical device',
    'claim-below': 'no claim too low any more',
    duties: (count: number) => `${count} fewer ${count === 1 ? 'duty' : 'duties'} to meet`,
  },

  usage: {
    twoFiles: 'diff takes two descriptions; three arguments go with --law: two days and a file.',
    lawTakes: '--law takes two days and a file: aiact-check diff --law 2035-06-30 2035-07-31 system.yaml.',
    noAsOf: '--law names its days itself: leave --as-of out.',
  },
};
