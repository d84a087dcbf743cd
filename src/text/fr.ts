import { baselineInFrench } from './baseline-fr.ts';
import { capital } from './capital.ts';
import { compareInFrench } from './compare-fr.ts';
import { explainInFrench } from './explain-fr.ts';
import { findingsInFrench } from './findings-fr.ts';
import { inserted, lettered } from './french-numbers.ts';
import { handOverInFrench } from './hand-over-fr.ts';
import { interviewInFrench } from './interview-fr.ts';
import { listsInFrench } from './lists-fr.ts';
import { pluralIn } from './plural.ts';
import { problemInFrench } from './problems-fr.ts';
import type { Text } from './text.ts';
import { timelineInFrench } from './timeline-fr.ts';
import { workInFrench } from './work-fr.ts';

const plural = pluralIn('fr');
const duties = (count: number) => plural(count, 'obligation', 'obligations');
const daysAway = (days: number) => (days === 0 ? "aujourd'hui" : `dans ${plural(days, 'jour', 'jours')}`);
const gaps = (count: number) => plural(count, 'écart accepté', 'écarts acceptés');
const missing = (count: number) => plural(count, 'manquante', 'manquantes');
const unanswered = (count: number) => `${count} sans réponse`;

export const fr: Text = {
  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  day: (day, month, year) => `${day === 1 ? '1er' : day} ${month} ${year}`,
  or: (words) => list(words, 'ou'),

  cite: {
    join: (act, place) => `${act}, ${place}`,
    article: (number) => `art. ${inserted(number)}`,
    codeArticle: (letter, number) => `art. ${letter}. ${number}`,
    annex: (number) => `annexe ${number}`,
    recital: (number) => `considérant ${number}`,
    figure: (number) => `figure ${number}`,
    table: (number) => `tableau ${number}`,
    rule: (number) => `règle ${number}`,
    section: (number) => `§ ${number}`,
    annexSection: (letter) => `section ${letter}`,
    question: (number) => `question ${number}`,
    paragraph: (number) => `point ${number}`,
    annexPoints: (points) => `, point ${[inserted(points[0] ?? ''), ...points.slice(1).map(lettered)].join(' ')}`,
    definition: (points) =>
      points.map((point, index) => `${index === 0 ? ', point ' : ' '}${inserted(point)})`).join(''),
    points: (points) =>
      points.map((point) => (/^\d/.test(point) ? `, § ${inserted(point)}` : `, ${lettered(point)}`)).join(''),
    rulePoints: (points) => points.map((point) => ` ${lettered(point)}`).join(''),
    codePart: (part) => `, ${part}`,
    annexPart: (part) => `, ${part}`,
  },

  asOf: (day) => `au ${day}`,
  lawCheckedTo: (day) => `droit vérifié au ${day}`,
  asIfLaw: (proposal) => `comme si ${proposal} était adopté, ce qui n'est pas le cas`,
  rows: { device: 'Dispositif', data: 'Données', oversight: 'Contrôle' },
  open: (outcomes) => `Ouvert : ${outcomes}`,
  deviceOrNot: 'dispositif médical ou non',
  classOpen: 'classe ouverte',
  notifiedBody: {
    yes: 'organisme notifié requis',
    no: 'sans organisme notifié',
    unknown: 'organisme notifié : à déterminer',
  },
  mayApply: (title) => `Ouvert : ${title}`,
  noDuty: 'Aucune obligation trouvée',
  questionCount: (count) => plural(count, 'question', 'questions'),
  prohibited: 'PRATIQUE INTERDITE',
  why: (holds, rule, place) => `${holds ? 'Parce que' : 'Non retenu'} : ${rule} · ${place}`,
  contested: (reading, source) => `Discuté : ${reading} (${source})`,
  contestedAbove: 'Discuté : voir plus haut.',
  wouldGive: (outcomes) => `Cette lecture donne : ${outcomes}.`,
  moreDoubts: (count) => `${plural(count, 'autre doute', 'autres doutes')} sur le droit : --all`,
  truth: { yes: "s'applique", no: "ne s'applique pas", unknown: 'ouvert' },
  never: 'jamais',
  penalty: (title) => `Sanction : ${title}`,

  inForce: 'en vigueur',
  from: (days) => `à partir du ${days}`,
  beforeBesides: (days, event) => `${days}, ${event}`,
  dayOpen: 'jour à déterminer',
  monthsAfter: (months, event) => `${event}, dans les ${months} mois`,

  sections: {
    missingToday: (count) => `Manquant aujourd'hui (${count})`,
    dueBy: (day, days, count, all) =>
      `D'ici au ${day}, ${daysAway(days)} (${count} sur ${all} ${count < 2 ? 'manquante' : 'manquantes'})`,
    dueBefore: (event, count, all) =>
      `${capital(event)} (${count} sur ${all} ${count < 2 ? 'manquante' : 'manquantes'})`,
    dueOpen: (count) => `Échéance à déterminer (${missing(count)})`,
    planned: (count) => `Prévu (${count})`,
    questions: (count) => `Questions ouvertes (${count})`,
    unanswered: (count, inForce) => `Sans réponse (${count}${inForce === 0 ? '' : `, dont ${inForce} en vigueur`})`,
    mayApply: (count) => `Peut s'appliquer (${count})`,
    accepted: (count) => `Écarts acceptés (${count})`,
    known: (count) => `Écarts connus, inscrits dans l'état de référence (${count})`,
    closed: (count) => `Écarts comblés, encore inscrits dans l'état de référence (${count})`,
    spared: (count) => `Épargnées (${count})`,
    goodPractice: (count) => `Bonnes pratiques et droit souple (${count} pas en place)`,
    claims: (count) => `Déclarations face aux faits (${count})`,
    inPlace: (count) => `En place (${count})`,
    notApplicable: (count) => `Sans objet (${count})`,
  },
  reading: {
    inForce: (count) => `Obligations en vigueur (${count})`,
    later: (count) => `Obligations à venir (${count})`,
    softLaw: (count) => `Droit souple (${count})`,
    goodPractice: (count) => `Bonnes pratiques (${count})`,
    notAsked: (count) => `Non demandé ici (${count})`,
    standing: (counts) => counts.join(', '),
  },
  requests: {
    inForce: (count) => `Au titre du droit en vigueur (${count})`,
    later: (count) => `Au titre du droit à venir (${count})`,
    mayApply: (count) => `Si vous êtes concerné (${count})`,
    received: (count) => `Reçu (${count})`,
    about: (title, system) => `${title} : ${system}`,
    none: "Aucune obligation d'autrui n'a été trouvée qui laisse une pièce à demander.",
  },
  answerThere: (path) => (path === '-' ? `à renseigner dans ${path}` : `lancer aiact-check init ${path}`),
  questionsSettle: 'selon les réponses aux questions ouvertes',
  andMore: (count) => `et ${count} de plus : --all`,
  andMoreItems: (count) => `et ${count} de plus`,
  plannedBy: (day) => `prévu pour le ${day}`,
  plannedNoDay: 'prévu',
  plannedLate: (day) => `Prévu pour le ${day}, après l'échéance.`,
  owner: (name) => `responsable : ${name}`,
  status: {
    'in-place': 'en place',
    partial: 'en place en partie',
    planned: 'prévu',
    missing: 'manquant',
    unanswered: 'sans réponse',
    'not-applicable': 'sans objet',
    accepted: 'écart accepté',
    known: 'écart connu',
    spared: 'épargné',
  },
  fault: {
    'evidence-not-found': (path) => `Preuve introuvable : ${path}.`,
    'evidence-empty': (path) => `Preuve vide : ${path}.`,
    'evidence-placeholder': (path) => `Preuve encore sans contenu : ${path}.`,
    'evidence-unreadable': (path) => `Preuve illisible : ${path}.`,
    'evidence-outside': (path) => `Preuve hors de la racine, non lue : ${path}.`,
    'no-evidence': () => 'Déclaré en place, sans preuve citée.',
    'not-reviewed': () => "Aucune revue à ce jour n'est indiquée, alors qu'une revue est demandée.",
    'review-overdue': () => 'La dernière revue est trop ancienne.',
    'plan-overdue': () => 'La date prévue est passée.',
  },
  gap: {
    valid: (by, until) => `Écart accepté par ${by} jusqu'au ${until} ; l'obligation demeure.`,
    ending: (by, until) => `Écart accepté par ${by} jusqu'au ${until}, date proche ; l'obligation demeure.`,
    expired: (by, until) => `L'acceptation par ${by} a pris fin le ${until}.`,
    'not-yet': (by, until) => `Acceptation par ${by} jusqu'au ${until}, pas encore commencée.`,
    unused: (by, until) => `Accepté par ${by} jusqu'au ${until}, mais rien n'y manque : à retirer.`,
  },
  sparedUntil: (reason, ends) => `${reason}. ${ends}`,
  claim: {
    below: (claimed, found) => `Déclaré : ${claimed}. Les faits donnent : ${found}. La déclaration est trop basse.`,
    open: (claimed, found) => `Déclaré : ${claimed}. Encore possible : ${found}.`,
    above: (claimed, found) =>
      `Déclaré : ${claimed}. Les faits donnent : ${found}. La déclaration va au-delà de ce que donnent les faits.`,
    other: (claimed, found) => `Déclaré : ${claimed}. Les faits donnent : ${found}.`,
  },

  verdict: { ready: 'PRÊT', 'not-ready': 'PAS PRÊT', undetermined: 'INDÉTERMINÉ' },
  readyBy: (word, day) => `${word} au ${day} :`,
  verdictBy: (word, day) => `${word} au ${day}`,
  countsBefore: (event) => `Compte ce qui doit être rempli ${event}, dont le jour n'est pas indiqué.`,
  noneNew: (checked) =>
    checked === 1
      ? "l'obligation vérifiée ne présente pas de nouvel écart"
      : `aucune des ${duties(checked)} vérifiées ne présente de nouvel écart`,
  gapsKnown: (count) => plural(count, 'écart connu', 'écarts connus'),
  knownCount: (count) => plural(count, 'écart connu', 'écarts connus'),
  pruneThere: (path) => `lancer aiact-check baseline prune ${path}`,
  noneMissing: (checked) =>
    checked === 1 ? "l'obligation vérifiée ne manque pas" : `aucune des ${duties(checked)} vérifiées ne manque`,
  nothingDue: "aucune obligation n'est encore due",
  nothingApplies: 'aucune obligation trouvée',
  gapsAccepted: gaps,
  withoutEvidence: (count) => plural(count, 'déclarée sans preuve', 'déclarées sans preuve'),
  next: (day, count) => `Prochaine échéance : ${day}, ${duties(count)}.`,
  missingToday: (count) => `${missing(count)} aujourd'hui`,
  missingBy: (count, day) => `${count} d'ici au ${day}`,
  missingLater: (count) => `${count} plus tard`,
  unanswered,
  mayApplyCount: (count) => plural(count, "peut s'appliquer", "peuvent s'appliquer"),
  reason: {
    prohibited: 'une pratique interdite',
    'claim-below': 'une déclaration au-dessous de ce que donnent les faits',
    'acceptance-expired': 'un écart accepté arrivé à son terme',
    'acceptance-unused': 'un écart accepté devenu sans objet',
    'baseline-unused': "un écart comblé encore inscrit dans l'état de référence",
    'duties-missing': 'des obligations manquantes',
    'level-open': 'niveau ouvert',
    'device-open': 'qualité de dispositif médical à établir',
    'duties-unanswered': 'des obligations sans réponse',
  },
  soon: (day, days, count) =>
    `Bientôt : le ${day}, ${daysAway(days)}, échéance de ${plural(count, 'obligation encore manquante', 'obligations encore manquantes')}.`,
  lapse: ({ reviews, plans, acceptances }, day, days) =>
    `À venir : ${list(
      [
        ...(acceptances === 0 ? [] : [plural(acceptances, "fin d'acceptation", "fins d'acceptation")]),
        ...(plans === 0 ? [] : [plural(plans, 'échéance de mesure prévue', 'échéances de mesures prévues')]),
        ...(reviews === 0 ? [] : [plural(reviews, 'revue à refaire', 'revues à refaire')]),
      ],
      'et',
    )}, ${acceptances + plans + reviews === 1 ? 'le' : 'à partir du'} ${day}, ${daysAway(days)}.`,
  acceptanceUnused: (count) =>
    `${plural(count, 'écart accepté est devenu', 'écarts acceptés sont devenus')} sans objet.`,
  baselineClosed: (count) =>
    `${plural(count, "écart inscrit dans l'état de référence est comblé", "écarts inscrits dans l'état de référence sont comblés")}.`,
  legal: (day) => `Ne constitue pas un conseil juridique. Droit vérifié au ${day}.`,

  table: {
    system: 'Système',
    level: 'Niveau',
    deviceClass: 'Classe',
    verdict: 'Verdict',
    missingToday: 'Manque ce jour',
    subject: 'Objet',
    toDo: 'À faire',
    where: 'Où',
    statement: 'Constat',
    source: 'Source',
  },
  systems: (all, ready, notReady, undetermined) =>
    `${plural(all, 'système', 'systèmes')} : ${plural(ready, 'prêt', 'prêts')}, ${notReady} pas ${notReady < 2 ? 'prêt' : 'prêts'}, ${plural(undetermined, 'indéterminé', 'indéterminés')}`,
  fileErrors: (count) => plural(count, 'erreur de fichier', 'erreurs de fichier'),

  leftAside: (count, paths) =>
    `${plural(count, "fichier YAML laissé de côté : il n'est pas une description", 'fichiers YAML laissés de côté : ils ne sont pas des descriptions')} (${paths}).`,
  forNeedsReader: (format) => `--for produit une liste à lire : terminal, markdown ou json, pas ${format}.`,
  oneSystemOnly: (option) => `${option} porte sur un seul système : nommer un seul fichier.`,
  outputTwice: (file) => `deux rapports seraient écrits dans ${file} : donner à chacun son fichier.`,
  outputIsInput: (file) => `${file} est lu par cette commande : il serait écrasé.`,
  namesNoSystems: (config) =>
    `ni ${config} ni la commande ne nomment de systèmes : nommer des fichiers, ou ajouter systems: à la configuration.`,
  summaryNotWritten: (file, code) => `Le résumé de l'étape n'a pas été écrit dans ${file} : ${code}.`,
  notThere: (path, count, baseline) =>
    `${plural(count, 'écart', 'écarts')} du fichier ${baseline} ${count < 2 ? 'concerne' : 'concernent'} ${path}, qui n'existe pas. Fichier renommé ? Y corriger le chemin, ou lancer aiact-check baseline prune ${baseline}.`,
  outputNeedsOneFormat: "--output s'emploie avec un seul --format ; sinon, écrire --format nom=fichier.",
  baseline: baselineInFrench,
  work: workInFrench,
  findings: findingsInFrench,
  lists: listsInFrench,
  handOver: handOverInFrench,
  interview: interviewInFrench,
  problem: problemInFrench,
  timeline: timelineInFrench,
  compare: compareInFrench,
  explain: explainInFrench,
};

function list(words: readonly string[], last: string): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}
