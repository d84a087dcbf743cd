import { capital } from './capital.ts';
import { pluralIn } from './plural.ts';

const plural = pluralIn('en');

/** Findings for pipelines: what each rule that is no duty asks, and the sentences of the messages. */
export const findingsInEnglish = {
  rules: {
    prohibited: {
      title: 'Stay clear of prohibited practices',
      asks: 'Fails where the facts of the description give a practice that the law prohibits. No gap of this kind can be accepted.',
      help: 'Check the facts that it rests on. If they are right, the practice has to end, or an exception has to hold, with proof on file.',
    },
    'claim-below': {
      title: 'Claim no less than what the facts give',
      asks: 'Fails where a level, a class or an exemption is claimed that is lower than every one the facts leave possible.',
      help: 'Take the claim back, or mend the facts that it contradicts.',
    },
    'acceptance-expired': {
      title: 'Renew or close accepted gaps in time',
      asks: 'Fails once the last day of an accepted gap has passed while the duty is still not met.',
      help: 'Put in place what is missing, or accept the gap anew, with a new reason and end.',
    },
    'acceptance-unused': {
      title: 'Remove acceptances that nothing is left of',
      asks: 'Tells of an accepted gap where nothing is missing any more; fails where strictness is asked for.',
      help: 'Remove the entry, so that the gap cannot open again unseen.',
    },
    'acceptance-ending': {
      title: 'Prepare for accepted gaps that end soon',
      asks: 'Warns before an accepted gap ends: from the day after its end on, the check fails.',
      help: 'Put in place what is missing before that day, or decide again in time.',
    },
    'baseline-unused': {
      title: 'Remove closed gaps from the baseline',
      asks: 'Tells of gaps of the baseline that are closed; fails where strictness is asked for.',
      help: 'Write the baseline anew, so that these gaps cannot open again unseen.',
    },
    'level-open': {
      title: 'Settle the level',
      asks: 'While several levels are possible, no system counts as ready: what is not known never counts as no.',
      help: 'Answer the questions that settle it.',
    },
    'device-open': {
      title: 'Settle whether it is a medical device',
      asks: 'While this is open, no system counts as ready: what is not known never counts as no.',
      help: 'Answer the questions that settle it.',
    },
    'duties-unanswered': {
      title: 'Settle which duties apply',
      asks: 'Tells of duties that may apply by the day asked about, all together: only answers about the system settle whether they do.',
      help: 'Answer the questions that settle it.',
    },
  },

  about: (title: string, words: string) => `${title}: ${words}`,
  inForceSince: (day: string) => `in force since ${day}`,
  stands: (status: string, when: string, source: string) =>
    `${capital(status)}, ${when}${source === '' ? '' : ` (${source})`}.`,
  appliesOpen: 'Whether it applies is open.',
  lacks: (controls: string) => `Not in place: ${controls}.`,
  toAnswer: (controls: string) => `Not answered: ${controls}.`,
  moreDoubts: (count: number) => `${plural(count, 'more doubt', 'more doubts')} about the law.`,
  mayApply: (count: number) =>
    count === 1 ? 'One duty may apply by the day asked about.' : `${count} duties may apply by the day asked about.`,
  firstQuestions: (count: number, list: string) =>
    count === 1 ? `The question that settles it: ${list}` : `${count} questions settle it, first: ${list}`,
  /** `how` is a call of the program. */
  answer: (how: string) => `Answer the questions that settle it: ${how}.`,
  reason: (because: string) => `Reason given: ${because}`,
  ends: (by: string, day: string, days: number) =>
    `The acceptance by ${by} ends on ${day}, ${days === 0 ? 'today' : `in ${plural(days, 'day', 'days')}`}.`,
  closed: (count: number, path: string, list: string) =>
    `${plural(count, 'gap', 'gaps')} of the baseline ${path} ${count === 1 ? 'is' : 'are'} closed: ${list}.`,
  /** Of a control: what to do, and what shows that it was done. */
  howTo: (id: string, how: string, shows: string) => `${id}: ${how} To show: ${shows}.`,
  moreLater: (count: number) =>
    `${plural(count, 'more duty', 'more duties')} that will fall due later: see the full report.`,
  leftOut: (count: number) =>
    `${plural(count, 'finding was', 'findings were')} left out, the least pressing ones: there are more than this format is read with.`,
  cutHere: 'Cut here, since a summary has a limit: the report as a file has the rest.',
  fileError: 'This file cannot be checked',
  inBaseline: (path: string) => `Stands in the baseline ${path}: known, not new.`,
};
