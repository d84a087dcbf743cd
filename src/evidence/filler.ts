/** Words that stand where something is still to be written, in English and French. Small letters without accents. */

const MARKS = new Set(['todo', 'to do', 'fixme', 'tbd', 'tbc', 'tba', 'xxx']);
const ALONE = new Set(
  (
    'coming soon|draft|empty|in preparation|not written|not written yet|null|placeholder|under construction|wip|work in progress|' +
    "brouillon|en attente|en attente de validation|en cours|en cours d'elaboration|en cours de redaction|en cours de validation|" +
    'prochainement|redaction en cours|vide'
  ).split('|'),
);
/** Say something where a value is asked for, but nothing on a line of their own. */
const NOT_APPLICABLE = new Set(['n/a', 'na', 'not applicable', 's.o', 'so', 'non applicable', 'sans objet']);
/** What "to be" and "à" stand before. */
const DONE =
  /^to be (?:added|announced|completed|confirmed|decided|defined|determined|done|drafted|filled|provided|specified|written)\b/;
const FAIRE =
  /^a (?:ajouter|completer|confirmer|decrire|definir|determiner|ecrire|faire|preciser|rediger|remplir|renseigner|valider|venir)\b/;
/** What comes before, as in "this section is still to be written". */
const LEAD = new Set(
  (
    'this|the|chapter|document|file|page|part|section|is|has|still|yet|' +
    'ce|cette|la|le|chapitre|fiche|fichier|partie|est|reste|encore'
  ).split('|'),
);
/** A second sentence says something. */
const SECOND_SENTENCE = /[.!?] /;
/** In capitals it needs no colon. */
const CAPITAL_MARK = /^(?:TODO|FIXME|XXX+)\b/;
const MARK_WITH_SUBJECT = /^([a-z -]+?)\s*[:(/–—-]/;
const WRITE_HERE = /^(?:add|describe|insert|put|write|ajouter|decrire|ecrire|inserer)\b.* (?:here|ici)$/;
/** What a template asks for: `[insert the name]`, `<your text here>`, `{{ date }}`. */
const PROMPT =
  /^(?:\[{1,2}|<|\{\{) ?(?:add|author|date|describe|enter|fill|insert|name|write|your|ajout|auteur|decri|ecri|inser|nom|saisi|texte|votre|vos)[^\]>}=/]*(?:\]{1,2}|>|\}\})$/;

const LOREM_IPSUM = new Set(
  `lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua enim
  ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo consequat duis aute irure in reprehenderit
  voluptate velit esse cillum eu fugiat nulla pariatur excepteur sint occaecat cupidatat non proident sunt culpa qui officia
  deserunt mollit anim id est laborum`.split(/\s+/),
);

/** "To be completed", "à compléter", "TODO: ask the ward", `[your name]`, nothing. */
export function isFiller(text: string): boolean {
  const plain = withoutAccents(text);
  if (PROMPT.test(plain.toLowerCase())) return true;
  const said = bare(plain);
  if (SECOND_SENTENCE.test(said)) return false;
  return CAPITAL_MARK.test(said) || isNotYet(said.toLowerCase());
}

/** The same for a line of its own. */
export function isFillerLine(text: string): boolean {
  return isFiller(text) || NOT_APPLICABLE.has(bare(withoutAccents(text)).toLowerCase());
}

function isNotYet(said: string): boolean {
  const marked = said.replace(/^to-do\b/, 'to do').replace(/^x{4,}/, 'xxx');
  if (said === '' || MARKS.has(marked) || MARKS.has(MARK_WITH_SUBJECT.exec(marked)?.[1] ?? '')) return true;
  const words = said.split(' ');
  const rest = words.slice(words.findIndex((word) => !LEAD.has(word))).join(' ');
  return ALONE.has(rest) || [DONE, FAIRE, WRITE_HERE].some((pattern) => pattern.test(rest));
}

function withoutAccents(text: string): string {
  return text
    .trim()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll('’', "'");
}

/** Without what stands round words: marks of lists, emphasis, quotes, brackets, the stop at the end. */
function bare(text: string): string {
  return text.replace(/^[\s\p{P}\p{Sm}\p{Sk}]+/u, '').replace(/[\s*_~`"'”»)>\]},;.!…]+$/, '');
}

/** Any length of it. */
export function isLoremIpsum(text: string): boolean {
  const [first = ''] = text.trimStart().split(/[ ,.]/, 1);
  if (!LOREM_IPSUM.has(first.toLowerCase())) return false;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.every((word) => LOREM_IPSUM.has(word));
}
