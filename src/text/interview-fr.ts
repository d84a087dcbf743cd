import type { interviewInEnglish } from './interview-en.ts';
import { pluralIn } from './plural.ts';

const plural = pluralIn('fr');
const questions = (count: number) => plural(count, 'question', 'questions');

export const interviewInFrench: typeof interviewInEnglish = {
  begin: (path) => `Nouvelle description : ${path}`,
  complete: (path) => `${path} : ce qui y est dit reste, ce qui est ouvert est demandé`,
  atHand:
    "À avoir sous la main : la destination, le statut de dispositif médical, le contrat avec le fournisseur, l'analyse d'impact relative à la protection des données (AIPD).",
  leaving:
    'Ce que vous ne savez pas peut rester ouvert. Vous pouvez vous arrêter à tout moment et reprendre plus tard : les réponses sont enregistrées.',

  keys: { move: '↑↓ choisir', tick: 'espace cocher', enter: 'entrée valider', why: '? pourquoi', back: '← retour' },
  ways: {
    unknown: 'Je ne sais pas',
    apart: 'Pas sûr pour certaines : les demander une à une',
    why: 'Pourquoi cette question ?',
    back: 'Revenir à la question précédente',
    skip: (group) => `Passer les questions sur : ${group}`,
    leave: 'Enregistrer et quitter',
  },
  unknownPage: 'Je ne sais pas pour celles-ci',
  unknownStatus: 'Je ne sais pas, ou plus tard',
  yes: 'Oui',
  no: 'Non',
  tickBoxes: "Cocher ce qui est vrai. Ce qui n'est pas coché est tenu pour faux.",
  tickAny: "Cocher tout ce qui s'applique ; ne rien cocher veut dire : aucune.",
  tickAreas:
    'Cocher les domaines qui peuvent être concernés : seuls ceux-là sont détaillés. Ne rien cocher veut dire : aucun.',
  noneTicked: "Rien n'est coché : entrée encore une fois si rien de cela n'est vrai. Espace pour cocher.",
  none: 'Aucune de ces réponses',
  moreAbove: (count) => `↑ encore ${count}`,
  moreBelow: (count) => `↓ encore ${count}`,
  skipped: (group) => `Passé : ${group}`,
  apart: 'Une à une',

  typeText: 'Saisir la réponse, puis entrée.',
  typeDate: 'Une année, un mois ou un jour : 2035, 2035-06 ou 2035-06-30.',
  typeCountry: 'Le code ou le nom du pays : FR, France.',
  typeNothing: 'Entrée sans rien saisir : ne sait pas, pourquoi, retour, quitter.',
  typeBack: 'Entrée sans rien saisir : retour, ou quitter.',
  needed: "Un nom est nécessaire : c'est lui qui désigne la description.",
  noDate: (text) => `${text} n'est pas une date du calendrier. Attendu : 2035, 2035-06 ou 2035-06-30.`,
  noCountry: (text, near) =>
    `Aucun pays ne s'appelle ${text}.${near === undefined ? ' Attendu : un code tel que FR.' : ` Est-ce ${near} ?`}`,
  instead: 'Que voulez-vous faire ?',
  type: 'Saisir une réponse tout de même',

  status: {
    yes: 'En place',
    described: 'En place, avec une preuve ou un responsable à indiquer',
    planned: 'Prévu',
    no: 'Manquant',
  },
  shows: (what) => `Preuve : ${what}.`,
  plannedBy: 'Pour quand est-ce prévu ?',
  evidence: 'Quel fichier ou quelle adresse le montre ?',
  typeEvidence: 'Un chemin à partir du dossier de la description, ou une adresse. Entrée sans rien saisir : aucune.',
  owner: 'Qui en est responsable ?',
  typeOwner: "Un nom ou une fonction. Entrée sans rien saisir : personne n'est nommé.",

  goOn: (count) => `Poursuivre avec ce qui doit être en place : ${questions(count)} au plus ?`,
  goOnHelp:
    'Domaine par domaine : ce qui est en place, prévu ou manquant. Ce qui est laissé de côté compte comme sans réponse.',
  goOnNow: 'Oui, maintenant',
  goOnLater: 'Plus tard : enregistrer et montrer le rapport',
  settled: 'À ce stade',

  level: (act, words) => `${act} : ${words}`,
  levelOpen: (act) => `${act} : niveau ouvert`,
  levels: (act, words) => `${act} : ${words} encore possibles`,
  device: (regulation, deviceClass) => [regulation, deviceClass].filter((part) => part !== '').join(' '),
  noDevice: 'pas un dispositif médical',
  deviceOpen: 'dispositif médical ou non : ouvert',
  classOpen: 'classe ouverte',
  duties: (count) => plural(count, "obligation s'applique", "obligations s'appliquent"),
  left: (count) => (count === 0 ? 'plus rien à demander ici' : `encore ${questions(count)} au plus`),

  whyTitle: 'Pourquoi cette question',
  whyRead: 'Entrée : revenir à la question',
  whySource: 'Elle vient de',
  whyValues: 'Ce que la réponse peut encore changer',
  whyPossible: (title, outcomes) => `${title} : ${outcomes}`,
  whyDuties: (count) => `Obligations qui en dépendent (${count})`,
  whyControl: (count) => `Obligations auxquelles cela sert (${count})`,
  whyNothing: "Plus rien n'en dépend.",

  saved: (path) => `Enregistré : ${path}`,
  savedBeside: (path, beside) =>
    `${path} a été modifié entre-temps par quelqu'un d'autre et reste tel quel. Les réponses vont dans ${beside}.`,
  nothingSaved: "Aucune réponse, rien n'a été enregistré.",
  changes: (path) => `Ce que vos réponses changent dans ${path}`,
  goOnWith: (path) => `Pour reprendre : aiact-check init ${path}`,
  next: (path) => `Étape suivante : aiact-check ${path}`,
};
