import { capital } from './capital.ts';
import { pluralIn } from './plural.ts';
import type { Text } from './text.ts';

const plural = pluralIn('fr');

export const findingsInFrench: Text['findings'] = {
  rules: {
    prohibited: {
      title: "S'abstenir des pratiques interdites",
      asks: 'Échoue lorsque les faits décrits révèlent une pratique que le droit interdit. Un tel écart ne peut être accepté.',
      help: "Vérifier les faits en cause. S'ils sont exacts, la pratique doit cesser, ou une exception doit être établie, preuves à l'appui.",
    },
    'claim-below': {
      title: 'Ne pas déclarer moins que ce que donnent les faits',
      asks: "Échoue lorsque le niveau, la classe ou l'exemption déclarés sont inférieurs à tout ce que les faits laissent possible.",
      help: "Retirer la déclaration, ou corriger les faits qu'elle contredit.",
    },
    'acceptance-expired': {
      title: "Combler à temps les écarts acceptés, ou en renouveler l'acceptation",
      asks: "Échoue dès que le dernier jour d'un écart accepté est passé alors que l'obligation n'est toujours pas remplie.",
      help: "Mettre en place ce qui manque, ou accepter de nouveau l'écart, avec un nouveau motif et un nouveau terme.",
    },
    'acceptance-unused': {
      title: 'Retirer les acceptations devenues sans objet',
      asks: 'Signale un écart accepté alors que plus rien ne manque ; échoue en mode strict.',
      help: "Retirer l'entrée, afin que l'écart ne puisse réapparaître inaperçu.",
    },
    'acceptance-ending': {
      title: 'Anticiper le terme proche des écarts acceptés',
      asks: "Avertit avant le terme d'un écart accepté : dès le lendemain de ce terme, le contrôle échoue.",
      help: 'Mettre en place ce qui manque avant ce jour, ou décider de nouveau à temps.',
    },
    'baseline-unused': {
      title: "Retirer de l'état de référence les écarts comblés",
      asks: "Signale les écarts de l'état de référence désormais comblés ; échoue en mode strict.",
      help: "Mettre à jour l'état de référence, afin que ces écarts ne puissent réapparaître inaperçus.",
    },
    'level-open': {
      title: 'Établir le niveau',
      asks: "Tant que plusieurs niveaux sont possibles, aucun système n'est tenu pour prêt : ce qui n'est pas connu ne vaut jamais « non ».",
      help: 'Répondre aux questions qui en décident.',
    },
    'device-open': {
      title: "Établir s'il s'agit d'un dispositif médical",
      asks: "Tant que la question est ouverte, aucun système n'est tenu pour prêt : ce qui n'est pas connu ne vaut jamais « non ».",
      help: 'Répondre aux questions qui en décident.',
    },
    'duties-unanswered': {
      title: "Établir quelles obligations s'appliquent",
      asks: "Signale ensemble les obligations qui peuvent s'appliquer au jour considéré : seules des réponses sur le système permettent de le savoir.",
      help: 'Répondre aux questions qui en décident.',
    },
  },

  about: (title, words) => `${title}. ${words}`,
  inForceSince: (day) => `en vigueur depuis le ${day}`,
  stands: (status, when, source) => `${capital(status)}, ${when}${source === '' ? '' : ` (${source})`}.`,
  appliesOpen: "Il reste à établir si elle s'applique.",
  lacks: (controls) => `Pas en place : ${controls}.`,
  toAnswer: (controls) => `Sans réponse : ${controls}.`,
  moreDoubts: (count) => `${plural(count, 'autre doute', 'autres doutes')} sur le droit.`,
  mayApply: (count) =>
    count < 2
      ? "Une obligation peut s'appliquer au jour considéré."
      : `${count} obligations peuvent s'appliquer au jour considéré.`,
  firstQuestions: (count, list) =>
    count < 2 ? `La question qui en décide : ${list}` : `${count} questions en décident, d'abord : ${list}`,
  answer: (how) => `Répondre aux questions qui en décident : ${how}.`,
  reason: (because) => `Motif indiqué : ${because}`,
  ends: (by, day, days) =>
    `L'acceptation par ${by} prend fin le ${day}, ${days === 0 ? "aujourd'hui" : `dans ${plural(days, 'jour', 'jours')}`}.`,
  closed: (count, path, list) =>
    `${plural(count, 'écart inscrit', 'écarts inscrits')} dans l'état de référence ${path} ${count < 2 ? 'est désormais comblé' : 'sont désormais comblés'} : ${list}.`,
  howTo: (id, how, shows) => `${id} : ${how} Preuve : ${shows}.`,
  moreLater: (count) =>
    `${plural(count, 'autre obligation à échéance ultérieure', 'autres obligations à échéance ultérieure')} : voir le rapport complet.`,
  leftOut: (count) =>
    `${plural(count, 'constat', 'constats')} parmi les moins pressants ${count < 2 ? "n'est pas repris" : 'ne sont pas repris'} : ce format n'en admet pas tant.`,
  cutHere: 'Coupé ici, un résumé étant limité en taille : le rapport en fichier contient la suite.',
  fileError: 'Ce fichier ne peut être vérifié',
  inBaseline: (path) => `Figure dans l'état de référence ${path} : écart connu, pas nouveau.`,
};
