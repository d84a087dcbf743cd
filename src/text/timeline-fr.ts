import { capital } from './capital.ts';
import { pluralIn } from './plural.ts';
import type { timelineInEnglish } from './timeline-en.ts';

const plural = pluralIn('fr');
const duties = (count: number) => plural(count, 'obligation', 'obligations');
const notInPlaceYet = (count: number) => `${count} pas en place`;
const allInPlace = (count: number) => (count === 1 ? 'en place' : 'toutes en place');

export const timelineInFrench: typeof timelineInEnglish = {
  title: 'Dates du droit',
  titleFor: (system) => `${system} : dates qui comptent`,
  past: (count) => `Passées (${plural(count, 'jour', 'jours')})`,
  coming: (count) => `À venir (${plural(count, 'jour', 'jours')})`,
  none: 'Aucune date ne figure dans le droit à ce jour.',
  nothingAhead: 'Aucune date à venir.',
  away: (days) => (days === 0 ? "aujourd'hui" : `dans ${plural(days, 'jour', 'jours')}`),
  next: 'prochaine',
  binds: (who) => `Pour : ${who}`,
  was: (day, until) => `Fixée au ${day} jusqu'au ${until}`,
  roles: (count, roles) => `${duties(count)}, pour : ${roles}`,
  due: (applying, notInPlace) =>
    `${applying < 2 ? `${applying} obligation due` : `${applying} obligations dues`}${applying === 0 ? '' : `, ${notInPlace === 0 ? allInPlace(applying) : notInPlaceYet(notInPlace)}`}`,
  inForce: (applying, notInPlace) =>
    `${duties(applying)} en vigueur depuis, ${applying > 0 && notInPlace === 0 ? allInPlace(applying) : notInPlaceYet(notInPlace)}`,
  may: (count) =>
    `${duties(count)} ${count < 2 ? 'peut échoir' : 'peuvent échoir'}, selon les réponses aux questions ouvertes`,
  mayBe: (count) => `${duties(count)} peut-être en vigueur depuis`,
  recommended: (count) => `${plural(count, 'recommandation', 'recommandations')} de droit souple ou de bonne pratique`,
  waiting: "Une fois connu le jour d'un événement",
  waitingFor: capital,
  spared: (count) => `Épargnées (${duties(count)})`,
  own: {
    answer: (title) => title,
    'gap-ends': (title) => `Fin de l'écart accepté : ${title}`,
    planned: (title) => `Prévu pour ce jour : ${title}`,
    'review-due': (title) => `Dernier jour pour une nouvelle revue : ${title}`,
  },
  between: (from, to) => `un jour du ${from} au ${to}`,
};
