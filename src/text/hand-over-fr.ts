import { pluralIn } from './plural.ts';
import type { Text } from './text.ts';

const plural = pluralIn('fr');

export const handOverInFrench: Text['handOver'] = {
  title: 'Questions ouvertes',
  titleFor: (system) => `Questions ouvertes : ${system}`,
  heading: (who, count) => `${who} (${plural(count, 'question', 'questions')})`,
  who: {
    anyone: 'Qui connaît le système',
    regulatory: 'Affaires réglementaires',
    quality: 'Qualité',
    'data-protection': 'Protection des données',
    it: 'Informatique et ingénierie',
    clinical: 'Clinique',
  },
  intro:
    "Merci de répondre à ce que vous savez. *unknown* (« je ne sais pas ») est aussi une réponse, et vaut mieux qu'une supposition. Une liste donnée est complète ; `none` est la liste vide.",
  types: {
    'yes-no': 'yes (oui) ou no (non)',
    choice: "l'un de ces termes",
    ordered: "l'un de ces termes, du moindre au plus fort",
    list: 'un ou plusieurs de ces termes, ou none',
    date: 'un jour, un mois ou une année : 2035-06-30, 2035-06 ou 2035',
    country: 'un code de pays, par exemple FR',
    text: 'texte',
    status: 'yes (oui), no (non) ou { status: planned, by: 2035-06 } ; preuve et responsable le cas échéant',
  },
  among: (type, options) => `${type} : ${options}`,
  key: 'Clé :',
  settles: (list) => `En dépend : ${list}.`,
  shows: (what) => `Preuve : ${what}.`,
  saidUnknown: 'Réponse inconnue à ce jour.',
  fillIn: 'À remplir et à renvoyer ; ce qui reste vide reste ouvert :',
  answerHeading: 'Pour répondre',
  putIn: (path) =>
    `Réunir les réponses dans un fichier, en lignes telles que data.health: yes, puis les intégrer avec : aiact-check init ${path} --answers answers.yaml`,
  nothingOpen: "Aucune question n'est ouverte.",

  needsFile: 'indiquer le fichier qui reçoit les réponses : aiact-check init FICHIER --answers RÉPONSES',
  needsRealFile: "les réponses vont dans un fichier : l'entrée standard ne s'écrit pas",
  added: (count) => `Ajouté (${count})`,
  changed: (count) => `Modifié (${count})`,
  removed: (count) => `Retiré (${count})`,
  fromTo: (id, from, to) => `${id} : ${from} → ${to}`,
  nothingChanged: (path) => `${path} dit déjà tout cela ; rien n'a été modifié.`,
  saved: (path) => `Enregistré : ${path}`,
  savedBeside: (path, beside) =>
    `${path} a été modifié entre-temps par quelqu'un d'autre et reste tel quel. Les réponses sont dans ${beside}.`,
  nextStep: (path) => `Étape suivante : aiact-check ${path}`,
};
