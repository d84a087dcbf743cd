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
