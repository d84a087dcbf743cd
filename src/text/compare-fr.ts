import { uncapital } from './capital.ts';
import type { compareInEnglish } from './compare-en.ts';
import { pluralIn } from './plural.ts';

const plural = pluralIn('fr');
const duties = (count: number) => plural(count, 'obligation', 'obligations');

export const compareInFrench: typeof compareInEnglish = {
  title: (system) => `${system} : ce qui a changé`,
  titleOfLaw: (system) => `${system} : ce que le droit a changé`,
  arrow: (before, after) => `${before} → ${after}`,
  lawOf: (day) => `droit du ${day}`,
  turned: (subject, before, after) => `${subject} : ${before} → ${after}`,
  is: (subject, what) => `${subject} : ${what}`,
  asBefore: (subject, what) => `${subject} : ${what}, comme avant`,
  noEvidence:
    "Une révision git se lit sans les fichiers voisins : les preuves n'ont été recherchées ni d'un côté ni de l'autre.",

  nothing: "Rien n'a changé.",
  nothingRead: "Rien n'a changé, sinon des notes, des commentaires ou la mise en page, qui ne décident de rien.",
  nothingInLaw: "Entre les deux dates, le droit n'a rien changé pour ce système.",
  nothingFollows: 'Rôles, obligations et dates sont inchangés.',

  heading: {
    described: (count) => `Modifié dans la description (${count})`,
    law: 'Ce qui en résulte en droit',
    begin: (count) => `Obligations nouvellement applicables (${count})`,
    end: (count) => `Obligations qui ne s'appliquent plus (${count})`,
    worse: (count) => `Obligations plus loin d'être remplies (${count})`,
    better: (count) => `Obligations plus près d'être remplies (${count})`,
    other: (count) => `Obligations dont la situation diffère (${count})`,
    due: (count) => `Obligations dont l'échéance change (${count})`,
    dates: (count) => `Dates (${count})`,
    changes: 'Ce que le changement lui-même peut constituer en droit',
  },

  truth: { yes: 'oui', no: 'non', unknown: 'inconnu' },
  noAnswer: 'sans réponse',
  none: 'néant',
  decidesNothing: 'un texte : ne décide de rien',
  option: { yes: (title) => `+ ${title}`, no: (title) => `− ${title}`, unknown: (title) => `? ${title}` },
  control: {
    evidence: 'Preuves',
    owner: 'Responsable',
    reviewed: 'Dernière revue',
    by: 'Date prévue',
  },
  gap: (duty) => `Écart accepté : ${duty}`,
  gapFor: (by, since, until) => `par ${by} du ${since} au ${until}`,
  gapReason: (because) => `Motif : ${because}`,
  open: 'à déterminer',
  verdict: 'Verdict',
  mayApply: "peut s'appliquer",
  lacks: (controls) => `Pas en place : ${controls}`,
  duties,
  dutiesOn: (count) => `${duties(count)} de ce système`,
  dateGone: 'plus aucune obligation de ce système',

  change: {
    likely: 'probable',
    possible: 'possible',
    'no-sign': 'aucun signe ici',
    'not-applicable': "ne s'applique pas",
    open: 'à déterminer',
  },
  found: {
    likely: (count) => plural(count, 'probable', 'probables'),
    possible: (count) => plural(count, 'possible', 'possibles'),
    open: (count) => `${count} à déterminer`,
  },
  strength: { 'by-text': 'selon le texte cité', indication: 'un indice' },
  seenOnce: "à vérifier : connu d'un seul côté",
  leadsTo: (words) => `Si c'est le cas : ${uncapital(words)}`,
  without: (titles) => `Sans objet : ${titles}`,

  worse: 'DÉGRADÉ',
  better: 'AMÉLIORÉ',
  neither: 'NI DÉGRADÉ NI AMÉLIORÉ',
  betterToo: (reasons) => `Amélioré : ${reasons}.`,
  marked: '✖ signale chaque dégradation.',
  failed: 'Code de sortie 1, comme le demande --fail-on-worse.',
  turn: {
    verdict: (before, after) => `verdict ${before} → ${after}`,
    level: 'un niveau plus sévère est possible',
    'level-open': 'le niveau reste à établir',
    'device-class': 'une classe plus élevée est possible',
    'device-open': 'la qualité de dispositif médical reste à établir',
    'claim-below': 'une déclaration au-dessous de ce que donnent les faits',
    duties: (count) => `${duties(count)} de plus à remplir`,
    change: (counts) => `ce que le changement lui-même peut constituer en droit (${counts})`,
  },
  gain: {
    'level-open': 'le niveau est établi',
    'device-open': "on sait désormais s'il s'agit d'un dispositif médical",
    'claim-below': "aucune déclaration n'est plus trop basse",
    duties: (count) => `${duties(count)} de moins à remplir`,
  },

  usage: {
    twoFiles: 'diff attend deux descriptions ; avec --law, trois arguments : deux jours et un fichier.',
    lawTakes: '--law attend deux jours et un fichier : aiact-check diff --law 2035-06-30 2035-07-31 system.yaml.',
    noAsOf: '--law fixe lui-même ses jours : omettre --as-of.',
  },
};
