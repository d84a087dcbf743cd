import { pluralIn } from './plural.ts';

const plural = pluralIn('en');

/** Open questions for those who know, and what becomes of their answers. */
export const handOverInEnglish = {
  title: 'Open questions',
  titleFor: (system: string) => `Open questions: ${system}`,
  heading: (who: string, count: number) => `${who} (${plural(count, 'question', 'questions')})`,
  who: {
    anyone: 'Whoever knows the system',
    regulatory: 'Regulatory affairs',
    quality: 'Quality',
    'data-protection': 'Data protection',
    it: 'IT and engineering',
    clinical: 'Clinical',
  },
  intro:
    'Please answer what you know. *unknown* is an answer too, and better than a guess. A list that is given is complete; `none` is the empty list.',
  types: {
    'yes-no': 'yes or no',
    choice: 'one of these',
    ordered: 'one of these, the least first',
    list: 'any of these, or none',
    date: 'a day, a month or a year: 2035-06-30, 2035-06 or 2035',
    country: 'a country code, such as FR',
    text: 'text',
    status: 'yes, no, or { status: planned, by: 2035-06 }; evidence and owner if there are any',
  },
  among: (type: string, options: string) => `${type}: ${options}`,
  key: 'Key:',
  settles: (list: string) => `Hangs on it: ${list}.`,
  shows: (what: string) => `Shown by: ${what}.`,
  saidUnknown: 'Not known so far.',
  fillIn: 'To fill in and send back; what is left empty stays open:',
  answerHeading: 'To answer',
  putIn: (path: string) =>
    `Collect the answers in a file, as lines such as data.health: yes, and put them in with: aiact-check init ${path} --answers answers.yaml`,
  nothingOpen: 'No question is open.',

  needsFile: 'say into which file the answers go: aiact-check init FILE --answers ANSWERS',
  needsRealFile: 'answers go into a file: standard input cannot be written',
  added: (count: number) => `Added (${count})`,
  changed: (count: number) => `Changed (${count})`,
  removed: (count: number) => `Removed (${count})`,
  fromTo: (id: string, from: string, to: string) => `${id}: ${from} → ${to}`,
  nothingChanged: (path: string) => `${path} says all of this already; nothing was changed.`,
  saved: (path: string) => `Saved: ${path}`,
  savedBeside: (path: string, beside: string) =>
    `${path} was changed by somebody else in the meantime and was left as it is. The answers are in ${beside}.`,
  nextStep: (path: string) => `Next: aiact-check ${path}`,
};
