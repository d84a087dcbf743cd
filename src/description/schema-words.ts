import type { Language } from '../law/law.ts';

/** What the schema says of its own: of keys and values that are no facts. Read in editors, as Markdown. */
export interface WordsOfSchema {
  readonly title: string;
  readonly version: string;
  readonly law: (links: readonly string[]) => string;
  readonly shows: (what: string) => string;
  readonly how: (what: string) => string;
  readonly review: (months: number) => string;
  readonly none: string;
  readonly unknown: string;
  readonly unknownRest: string;
  readonly unsure: string;
  readonly yesNo: { readonly yes: string; readonly no: string };
  readonly wrong: Readonly<Record<'country' | 'date' | 'day' | 'duty', string>>;
  readonly wrongItem: (options: string) => string;
  readonly controls: readonly [title: string, help: string];
  readonly status: Readonly<Record<'in-place' | 'yes' | 'planned' | 'missing' | 'no', string>>;
  readonly keys: Readonly<
    Record<'status' | 'evidence' | 'reviewed' | 'by' | 'owner' | 'note', readonly [title: string, help: string]>
  >;
  readonly gaps: readonly [title: string, help: string];
  readonly gap: Readonly<Record<'duty' | 'because' | 'by' | 'since' | 'until', readonly [title: string, help: string]>>;
}

export const WORDS: Readonly<Record<Language, WordsOfSchema>> = {
  en: {
    title: 'Description of a health AI system for aiact-check',
    version: 'The version of this format, in quotes.',
    law: (links) => `Law: ${links.join(' · ')}`,
    shows: (what) => `Shown by: ${what}`,
    how: (what) => `How: ${what}`,
    review: (months) => `To be reviewed every ${months} months.`,
    none: 'None of these.',
    unknown: 'Not known yet. The same as leaving it out.',
    unknownRest: 'Not known yet whether what is not named here is so.',
    unsure: 'Not sure whether it is so.',
    yesNo: { yes: 'Yes.', no: 'No. Leave it out if nobody has looked.' },
    wrong: {
      country: 'Not a country: two capital letters of ISO 3166, such as FR, or unknown.',
      date: 'Not a date: a year, a month or a day, such as 2035, 2035-06 or 2035-06-30.',
      day: 'Not a day, such as 2035-06-30.',
      duty: 'Not a duty that a gap can be accepted for. A report names its duties, and rules list names them all.',
    },
    wrongItem: (options) => `Not one of ${options}; name? is “not sure”.`,
    controls: ['Controls', 'What is in place, planned or missing. What is left out counts as unanswered.'],
    status: {
      'in-place': 'In place.',
      yes: 'In place.',
      planned: 'Planned. Needs `by`, the day it is planned for.',
      missing: 'Missing.',
      no: 'Missing.',
    },
    keys: {
      status: ['Status', 'In place, planned (with `by`) or missing.'],
      evidence: [
        'Evidence',
        'What shows it, one or a list: files, folders and patterns such as `docs/**/*.md`, from the folder of this file, or addresses on the web. Files are looked for and must say something; addresses are recorded, never fetched.',
      ],
      reviewed: [
        'Reviewed',
        'When it was last reviewed: a year, a month or a day. What has to be reviewed every so often counts as missing once that is too long ago.',
      ],
      by: ['Planned by', 'The day it is planned for: a year, a month or a day.'],
      owner: ['Owner', 'Who answers for it. A function rather than a name.'],
      note: ['Note', 'For readers of this file; it changes nothing.'],
    },
    gaps: [
      'Accepted gaps',
      'Gaps that somebody has decided to live with for a while. They are told, and fail no gate until their end.',
    ],
    gap: {
      duty: ['Duty', 'The duty that is not met, by its id in the report.'],
      because: ['Because', 'Why the gap is accepted.'],
      by: ['By', 'Who accepted it. A function rather than a name.'],
      since: ['Since', 'The day it was accepted, such as 2035-01-31.'],
      until: ['Until', 'The day it must be closed, at most twelve months after `since`.'],
    },
  },
  fr: {
    title: 'Description d’un système d’IA en santé pour aiact-check',
    version: 'La version de ce format, entre guillemets.',
    law: (links) => `Droit : ${links.join(' · ')}`,
    shows: (what) => `Montré par : ${what}`,
    how: (what) => `Comment : ${what}`,
    review: (months) => `À revoir tous les ${months} mois.`,
    none: 'Rien de tout cela.',
    unknown: 'Pas encore connu. Revient à ne rien indiquer.',
    unknownRest: 'On ne sait pas encore ce qu’il en est de ce qui n’est pas nommé ici.',
    unsure: 'On n’en est pas sûr.',
    yesNo: { yes: 'Oui.', no: 'Non. Ne rien indiquer si personne n’a vérifié.' },
    wrong: {
      country: 'Ce n’est pas un pays : deux majuscules de l’ISO 3166, par exemple FR, ou unknown.',
      date: 'Ce n’est pas une date : une année, un mois ou un jour, par exemple 2035, 2035-06 ou 2035-06-30.',
      day: 'Ce n’est pas un jour : écrire par exemple 2035-06-30.',
      duty: 'Ce n’est pas une obligation pour laquelle un écart peut être accepté. Un rapport nomme les siennes, et rules list les nomme toutes.',
    },
    wrongItem: (options) => `Aucun de ${options} ; nom? signifie « pas sûr ».`,
    controls: ['Mesures', 'Ce qui est en place, prévu ou manquant. Ce qui n’est pas indiqué est sans réponse.'],
    status: {
      'in-place': 'En place.',
      yes: 'En place.',
      planned: 'Prévu. Exige `by`, la date prévue.',
      missing: 'Manquant.',
      no: 'Manquant.',
    },
    keys: {
      status: ['État', 'En place, prévu (avec `by`) ou manquant.'],
      evidence: [
        'Preuve',
        'Ce qui le montre, un seul élément ou une liste : fichiers, dossiers et motifs tels que `docs/**/*.md`, à partir du dossier de ce fichier, ou adresses web. Les fichiers sont recherchés et doivent dire quelque chose ; les adresses sont consignées, jamais consultées.',
      ],
      reviewed: [
        'Dernière revue',
        'Quand elle a eu lieu : une année, un mois ou un jour. Ce qui est à revoir à intervalles réguliers compte comme manquant lorsque la revue est trop ancienne.',
      ],
      by: ['Date prévue', 'Le jour pour lequel c’est prévu : une année, un mois ou un jour.'],
      owner: ['Responsable', 'Qui en répond. Une fonction plutôt qu’un nom.'],
      note: ['Note', 'Pour ceux qui lisent ce fichier ; elle ne change rien.'],
    },
    gaps: [
      'Écarts acceptés',
      'Écarts que quelqu’un a décidé d’admettre un temps. Le rapport les signale ; ils ne bloquent rien jusqu’à leur terme.',
    ],
    gap: {
      duty: ['Obligation', 'L’obligation non remplie, par son identifiant dans le rapport.'],
      because: ['Motif', 'Pourquoi l’écart est accepté.'],
      by: ['Accepté par', 'Qui a accepté l’écart. Une fonction plutôt qu’un nom.'],
      since: ['Depuis', 'Le jour où l’écart a été accepté, par exemple 2035-01-31.'],
      until: ['Jusqu’au', 'Le jour où l’écart doit être comblé, au plus douze mois après `since`.'],
    },
  },
};
