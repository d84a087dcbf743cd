import type { Fact, Language, Law, Texts } from '../law/law.ts';

const WORDS = {
  en: {
    title: '# The description, fact by fact',
    intro:
      'Generated from `rules/facts/`; do not edit. Every fact is optional but `system.name`; what is absent is *unknown*, never *no*. A list that is given is complete: what is not on it is *no*, `none` is the empty list, `name?` means “not sure”, `unknown` leaves the rest open.',
    types: {
      'yes-no': 'yes or no',
      choice: 'one of',
      ordered: 'one of, least first',
      list: 'any of',
      date: 'date: 2035, 2035-06 or 2035-06-30',
      country: 'country, ISO 3166',
      text: 'text',
    },
    controls: '## Controls',
    controlsIntro:
      'Under `controls:`, each `yes`, `no`, `unknown` or `{ status: in-place | planned | missing, evidence, reviewed, by, owner }`.',
    evidence: [
      '`evidence` is one path, folder, pattern or address, or a list of them. Paths start from the folder of the description and stay inside the root (`--root`; else the folder of the configuration, that of the git repository, or that of the description); what leads out of it, by `..`, a link or an absolute path, is not read and counts as missing.',
      '',
      '- A **file** must exist and say something: an empty one, or one of headings, “to do” and filler only, counts as missing.',
      '- A **folder** is searched, hidden files and `node_modules` apart: one file that says something is enough.',
      '- A **pattern** (`docs/**/*.md`, `docs/{a,b}.pdf`, `*`, `?`, `[a-z]`) stands for the files that it finds, each of which must say something; one that finds none counts as missing. A file of that very name comes first.',
      '- An **address** (`https://…`, `doi:…`, `urn:…`) is recorded, never fetched. It counts as cited under `--require-evidence`.',
      '',
      'The JSON report has the path, size and SHA-256 of each file, 1,000 for one citation at most (`cut` says whether there are more), and the day of the review. `reviewed` is the date of the last review: where a control has to be reviewed every so often, one that is too old counts as missing, and none at all does so under `--require-evidence`; a date that lies ahead is no review.',
    ],
    review: (months: number) => `review every ${months} months`,
    other: 'On its own',
  },
  fr: {
    title: '# La description, fait par fait',
    intro:
      'Généré à partir de `rules/facts/` ; ne pas modifier. Tout fait est facultatif sauf `system.name` ; ce qui est absent est *inconnu*, jamais *non*. Une liste donnée est complète : ce qui n’y figure pas vaut *non*, `none` est la liste vide, `nom?` signifie « pas sûr », `unknown` laisse le reste ouvert.',
    types: {
      'yes-no': 'oui ou non',
      choice: 'l’un de',
      ordered: 'l’un de, du moindre au plus fort',
      list: 'tout ce qui s’applique parmi',
      date: 'date : 2035, 2035-06 ou 2035-06-30',
      country: 'pays, ISO 3166',
      text: 'texte',
    },
    controls: '## Mesures en place',
    controlsIntro:
      'Sous `controls:`, chacune `yes`, `no`, `unknown` ou `{ status: in-place | planned | missing, evidence, reviewed, by, owner }`.',
    evidence: [
      '`evidence` est un chemin, un dossier, un motif ou une adresse, ou une liste de ceux-ci. Les chemins partent du dossier de la description et restent dans la racine (`--root` ; sinon le dossier de la configuration, celui du dépôt git ou celui de la description) ; ce qui en sort, par `..`, un lien ou un chemin absolu, n’est pas lu et compte comme manquant.',
      '',
      '- Un **fichier** doit exister et dire quelque chose : s’il est vide, ou ne contient que des titres, des « à faire » et du texte de remplissage, il compte comme manquant.',
      '- Un **dossier** est parcouru, hors fichiers cachés et `node_modules` : un fichier qui dit quelque chose suffit.',
      '- Un **motif** (`docs/**/*.md`, `docs/{a,b}.pdf`, `*`, `?`, `[a-z]`) désigne les fichiers qu’il trouve, dont chacun doit dire quelque chose ; s’il n’en trouve aucun, il compte comme manquant. Un fichier portant exactement ce nom l’emporte.',
      '- Une **adresse** (`https://…`, `doi:…`, `urn:…`) est consignée, jamais consultée. Elle vaut preuve citée avec `--require-evidence`.',
      '',
      'Le rapport JSON donne le chemin, la taille et l’empreinte SHA-256 de chaque fichier, 1 000 au plus par citation (`cut` indique s’il y en a davantage), et la date de la revue. `reviewed` est la date de la dernière revue : là où une mesure est à revoir à intervalles réguliers, une revue trop ancienne la fait compter comme manquante, de même que l’absence de revue avec `--require-evidence` ; une date à venir n’est pas une revue.',
    ],
    review: (months: number) => `à revoir tous les ${months} mois`,
    other: 'Isolé',
  },
} as const;

/** The reference page of the description format in one language, in Markdown. */
export function referencePage(law: Law, texts: Texts, language: Language): string {
  const words = WORDS[language];
  const groupOf = (fact: Fact) => (fact.id.includes('.') ? (fact.id.split('.')[0] ?? '') : '');
  const groups = [...new Set(law.facts.map(groupOf))];
  const sections = groups.flatMap((group) => {
    const own = texts[group];
    const heading =
      group === ''
        ? [`## ${words.other}`, '']
        : [`## \`${group}\` — ${own?.title ?? ''}`, '', ...(own?.help ? [own.help, ''] : [])];
    return [
      ...heading,
      ...law.facts.filter((fact) => groupOf(fact) === group).flatMap((fact) => factSection(fact, texts, language)),
    ];
  });
  const controls = law.controls.map(({ id, reviewEvery }) => {
    const review = reviewEvery === undefined ? '' : ` (${words.review(reviewEvery)})`;
    return `- \`${id}\` — ${texts[id]?.question ?? ''}${review}`;
  });
  return [
    words.title,
    '',
    words.intro,
    '',
    ...sections,
    words.controls,
    '',
    words.controlsIntro,
    '',
    ...words.evidence,
    '',
    ...controls,
    '',
  ].join('\n');
}

function factSection(fact: Fact, texts: Texts, language: Language): string[] {
  const own = texts[fact.id] ?? {};
  const options =
    fact.type === 'yes-no' ? [] : fact.options.map(({ id }) => `  - \`${id}\`: ${own[`option.${id}`] ?? ''}`);
  const source = fact.source.length > 0 ? ` *(${fact.source.join(', ')})*` : '';
  return [
    `### \`${fact.id}\``,
    '',
    `${own.question ?? ''}${source}`,
    '',
    ...(own.help ? [own.help, ''] : []),
    `- ${WORDS[language].types[fact.type]}`,
    ...options,
    '',
  ];
}
