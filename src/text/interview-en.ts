import { pluralIn } from './plural.ts';

const plural = pluralIn('en');
const questions = (count: number) => plural(count, 'question', 'questions');

/** What the questionnaire says in a terminal, apart from the questions, which stand in the law. */
export const interviewInEnglish = {
  begin: (path: string) => `A new description: ${path}`,
  complete: (path: string) => `${path}: what it says stays as it is, what is open is asked`,
  atHand:
    'Good to have at hand: the intended purpose, the status as a medical device, the contract with the supplier, the data protection impact assessment (DPIA).',
  leaving: 'What you do not know can stay open. You can stop at any time and go on later: answers are saved.',

  keys: { move: '↑↓ move', tick: 'space tick', enter: 'enter confirm', why: '? why', back: '← back' },
  ways: {
    unknown: "I don't know",
    apart: 'Not sure about some of these: ask me one by one',
    why: 'Why am I asked this?',
    back: 'Back to the question before',
    skip: (group: string) => `Skip the questions on: ${group}`,
    leave: 'Save and leave',
  },
  unknownPage: "I don't know about these",
  unknownStatus: "I don't know, or later",
  yes: 'Yes',
  no: 'No',
  tickBoxes: 'Tick what is so. What is not ticked is taken as not so.',
  tickAny: 'Tick all that apply; nothing ticked means none of these.',
  tickAreas: 'Tick the areas it may touch: only these are gone into. Nothing ticked means none.',
  noneTicked: 'Nothing is ticked: enter once more if none of these is so. Space ticks.',
  none: 'None of these',
  moreAbove: (count: number) => `↑ ${count} more`,
  moreBelow: (count: number) => `↓ ${count} more`,
  skipped: (group: string) => `Skipped: ${group}`,
  apart: 'One by one',

  typeText: 'Type the answer and press enter.',
  typeDate: 'A year, a month or a day: 2035, 2035-06 or 2035-06-30.',
  typeCountry: 'The code or the name of the country: FR, France.',
  typeNothing: 'Enter with nothing typed: do not know, why, back, leave.',
  typeBack: 'Enter with nothing typed: back, or leave.',
  needed: 'A name is needed: it is what the description is known by.',
  noDate: (text: string) => `${text} is no date of the calendar. Expected: 2035, 2035-06 or 2035-06-30.`,
  noCountry: (text: string, near: string | undefined) =>
    `No country is called ${text}.${near === undefined ? ' Expected a code such as FR.' : ` Did you mean ${near}?`}`,
  instead: 'What do you want to do?',
  type: 'Type an answer after all',

  status: {
    yes: 'In place',
    described: 'In place, and I want to give its evidence or its owner',
    planned: 'Planned',
    no: 'Missing',
  },
  shows: (what: string) => `Shown by: ${what}.`,
  plannedBy: 'By when is it planned?',
  evidence: 'Which file or address shows it?',
  typeEvidence: 'A path from the folder of the description, or an address. Enter with nothing typed: none.',
  owner: 'Who is responsible for it?',
  typeOwner: 'A name or a role. Enter with nothing typed: nobody is named.',

  goOn: (count: number) => `Go on with what is to be in place for it: ${questions(count)} at most?`,
  goOnHelp: 'Area by area; each says what is in place, planned or missing. What is left out counts as unanswered.',
  goOnNow: 'Yes, now',
  goOnLater: 'Later: save and show the report',
  settled: 'So far',

  level: (act: string, words: string) => `${act}: ${words}`,
  levelOpen: (act: string) => `${act}: level open`,
  levels: (act: string, words: string) => `${act}: ${words} still possible`,
  device: (regulation: string, deviceClass: string) =>
    [regulation, deviceClass].filter((part) => part !== '').join(' '),
  noDevice: 'no medical device',
  deviceOpen: 'medical device or not: open',
  classOpen: 'class open',
  duties: (count: number) => `${plural(count, 'duty applies', 'duties apply')}`,
  left: (count: number) => (count === 0 ? 'nothing more to ask here' : `at most ${count} more to ask`),

  whyTitle: 'Why this is asked',
  whyRead: 'Enter: back to the question',
  whySource: 'It goes back to',
  whyValues: 'What it can still change',
  whyPossible: (title: string, outcomes: string) => `${title}: ${outcomes}`,
  whyDuties: (count: number) => `Duties that hang on it (${count})`,
  whyControl: (count: number) => `Duties that it serves (${count})`,
  whyNothing: 'Nothing hangs on it any more.',

  saved: (path: string) => `Saved: ${path}`,
  savedBeside: (path: string, beside: string) =>
    `${path} was changed by somebody else in the meantime and was left as it is. The answers go into ${beside}.`,
  nothingSaved: 'Nothing was answered, nothing was saved.',
  changes: (path: string) => `What your answers change in ${path}`,
  goOnWith: (path: string) => `To go on: aiact-check init ${path}`,
  next: (path: string) => `Next: aiact-check ${path}`,
};
