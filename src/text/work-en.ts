import { capital } from './capital.ts';
import { pluralIn } from './plural.ts';

const plural = pluralIn('en');
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const inWords = (count: number) => NUMBERS[count] ?? String(count);
const duties = (count: number, more: boolean) =>
  more ? `${inWords(count)} more` : `${inWords(count)} ${count === 1 ? 'duty' : 'duties'}`;

/** The report by control: what is to be done, once for all the duties that it serves. */
export const workInEnglish = {
  closeToday: (count: number) => `Close today (${count})`,
  /** `when` is one of the moments below, or an event in the words of the law. */
  closeLater: (when: string, days: number | null, count: number) =>
    `${capital(when)}${days === null ? '' : `, in ${plural(days, 'day', 'days')}`} (${count} to put in place)`,
  byDay: (day: string) => `by ${day}`,
  dayOpen: 'on a day still open',
  missing: (count: number, above: number) =>
    `${plural(count, 'duty', 'duties')} missing${above === 0 ? '' : `, ${above} of them through what stands above`}`,

  /** `when` where it is not the moment under which the control stands; `more` after others of the same control. */
  closes: (count: number, list: string, when: string | null, more: boolean) => {
    if (when !== null) return `${capital(when)} it closes ${duties(count, more)}: ${list}`;
    return `${count === 1 ? 'Closes' : 'Done once, it closes'} ${duties(count, false)}: ${list}`;
  },
  partOf: (count: number, list: string, when: string | null, more: boolean) =>
    `${when === null ? 'Part' : `${capital(when)} part`} of ${duties(count, more)}, beside other controls: ${list}`,
  inTime: (list: string) => `In time for: ${list}`,
  alsoOpen: (list: string) => `Serves what is still open too: ${list}`,
  alsoRecommended: (list: string) => `Soft law and good practice ask for it too: ${list}`,
  oneIsEnough: (others: string) => `One is enough, this or: ${others}`,
  noControl: 'No control closes this: it follows from the answers about the system.',
  concerns: (list: string) => `(for ${list})`,

  unansweredToday: (count: number) => `Unanswered, in force today (${plural(count, 'control', 'controls')})`,
  unansweredLater: (count: number) => `Unanswered, for later (${plural(count, 'control', 'controls')})`,
  mayBeNeeded: (count: number) => `May be needed (${plural(count, 'control', 'controls')})`,
  planned: (count: number) => `Planned (${plural(count, 'control', 'controls')})`,
  inPlace: (count: number) => `In place (${plural(count, 'control', 'controls')})`,
  goodPractice: (count: number) => `Good practice and soft law (${plural(count, 'control', 'controls')} not in place)`,
  inForce: (count: number) => `${plural(count, 'duty', 'duties')} in force`,
  later: (count: number, more: boolean) => `${more ? count : plural(count, 'duty', 'duties')} later`,
};
