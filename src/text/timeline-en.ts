import { capital } from './capital.ts';
import { pluralIn } from './plural.ts';

const plural = pluralIn('en');
const duties = (count: number) => plural(count, 'duty', 'duties');

export const timelineInEnglish = {
  title: 'Days of the law',
  titleFor: (system: string) => `${system}: days that matter`,
  past: (count: number) => `Past (${plural(count, 'day', 'days')})`,
  coming: (count: number) => `To come (${plural(count, 'day', 'days')})`,
  none: 'No day stands in the law as it then was.',
  nothingAhead: 'No day lies ahead.',
  away: (days: number) => (days === 0 ? 'today' : `in ${plural(days, 'day', 'days')}`),
  next: 'next',
  binds: (who: string) => `For: ${who}`,
  was: (day: string, until: string) => `Was ${day} until ${until}`,
  roles: (count: number, roles: string) => `${duties(count)}, for: ${roles}`,
  due: (applying: number, notInPlace: number) =>
    `${duties(applying)} due${applying === 0 || notInPlace === 0 ? '' : `, ${notInPlace} not in place`}${applying > 0 && notInPlace === 0 ? ', all in place' : ''}`,
  inForce: (applying: number, notInPlace: number) =>
    `${duties(applying)} in force since${applying > 0 && notInPlace === 0 ? ', all in place' : `, ${notInPlace} not in place`}`,
  may: (count: number) => `${duties(count)} may fall due, as the open questions come out`,
  mayBe: (count: number) => `${duties(count)} may be in force since`,
  recommended: (count: number) => `${plural(count, 'recommendation', 'recommendations')} of soft law or good practice`,
  waiting: 'Once the day of an event is known',
  waitingFor: capital,
  spared: (count: number) => `Spared (${duties(count)})`,
  own: {
    answer: (title: string) => title,
    'gap-ends': (title: string) => `Accepted gap ends: ${title}`,
    planned: (title: string) => `Planned by then: ${title}`,
    'review-due': (title: string) => `Last day for a new review: ${title}`,
  },
  between: (from: string, to: string) => `some day from ${from} to ${to}`,
};
