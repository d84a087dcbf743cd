import { capital } from './capital.ts';
import { pluralIn } from './plural.ts';
import type { Text } from './text.ts';

const plural = pluralIn('fr');
const NUMBERS = ['aucun', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];
const inWords = (count: number) => NUMBERS[count] ?? String(count);
const gaps = (count: number, more: boolean) =>
  `${inWords(count)} ${more ? (count < 2 ? 'autre ' : 'autres ') : ''}${count < 2 ? 'écart' : 'écarts'}`;
const duties = (count: number) => plural(count, 'obligation', 'obligations');
const measures = (count: number) => plural(count, 'mesure', 'mesures');

export const workInFrench: Text['work'] = {
  closeToday: (count) => `À clore aujourd'hui (${count})`,
  closeLater: (when, days, count) =>
    `${capital(when)}${days === null ? '' : `, dans ${plural(days, 'jour', 'jours')}`} (${count} à mettre en place)`,
  byDay: (day) => `d'ici au ${day}`,
  dayOpen: 'à une date à déterminer',
  missing: (count, above) =>
    `${plural(count, 'obligation manquante', 'obligations manquantes')}${above === 0 ? '' : `, dont ${above} par ce qui figure plus haut`}`,

  closes: (count, list, when, more) => {
    if (when !== null) return `${capital(when)}, clôt ${gaps(count, more)} : ${list}`;
    return `${count < 2 ? 'Clôt' : 'Fait une fois, clôt'} ${gaps(count, false)} : ${list}`;
  },
  partOf: (count, list, when, more) =>
    `${when === null ? 'Contribue' : `${capital(when)}, contribue`} à clore ${gaps(count, more)}, avec d'autres mesures : ${list}`,
  inTime: (list) => `À temps pour : ${list}`,
  alsoOpen: (list) => `Sert aussi à ce qui reste ouvert : ${list}`,
  alsoRecommended: (list) => `Aussi demandé par le droit souple et les bonnes pratiques : ${list}`,
  oneIsEnough: (others) => `Une seule suffit, celle-ci ou : ${others}`,
  noControl: 'Aucune mesure ne clôt cet écart : il découle des réponses sur le système.',
  concerns: (list) => `(pour ${list})`,

  unansweredToday: (count) => `Sans réponse, en vigueur aujourd'hui (${measures(count)})`,
  unansweredLater: (count) => `Sans réponse, pour plus tard (${measures(count)})`,
  mayBeNeeded: (count) => `Peut être requis (${measures(count)})`,
  planned: (count) => `Prévu (${measures(count)})`,
  inPlace: (count) => `En place (${measures(count)})`,
  goodPractice: (count) => `Bonnes pratiques et droit souple (${measures(count)} pas en place)`,
  inForce: (count) => `${duties(count)} en vigueur`,
  later: (count, more) => `${more ? count : duties(count)} plus tard`,
};
