import type { ProblemCode } from '../yaml/source.ts';
import { few } from './few.ts';
import type { ProblemWords } from './problems-en.ts';

const FORMS: Readonly<Record<string, string>> = {
  date: 'une date du calendrier : AAAA-MM-JJ, AAAA-MM ou AAAA',
  day: 'un jour du calendrier sous la forme AAAA-MM-JJ',
  horizon: 'un jour tel que 2035-06-30, un nombre de mois tel que 12m, ou release',
  days: 'un nombre de jours tel que 90d',
  country: 'un code de pays à deux lettres, par exemple FR',
  'none-alone': '`none` seul, ou la liste sans lui',
  'format-version': 'une version de format entre guillemets, par exemple "1.0"',
  'no-prohibition': "une obligation qui n'est pas une interdiction : une interdiction ne s'écarte pas",
  'within-a-year': 'un jour postérieur à `since`, de douze mois au plus',
};

const KINDS: Readonly<Record<string, string>> = {
  value: 'une seule valeur',
  list: 'une liste',
  keys: 'des clés et leurs valeurs',
};
const FOUND: Readonly<Record<string, string>> = {
  scalar: 'une valeur se trouve',
  list: 'une liste se trouve',
  table: 'des clés et leurs valeurs se trouvent',
};

/** What the YAML reader says in English, by its own codes. */
const SYNTAX: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'aucune ancre ne précède cet alias',
  BAD_DQ_ESCAPE: 'séquence inconnue après une barre oblique inverse',
  BAD_INDENT: 'retrait incorrect, ou crochet non refermé',
  BAD_SCALAR_START: 'une valeur ne peut commencer par ce caractère sans guillemets',
  BLOCK_AS_IMPLICIT_KEY: 'une clé et sa valeur ne peuvent suivre ici sur la même ligne',
  MISSING_CHAR: 'il manque un guillemet, un crochet, une virgule ou deux-points',
  MULTILINE_IMPLICIT_KEY: 'une clé tient sur une ligne et se termine par deux-points',
  NON_STRING_KEY: 'une clé est un simple mot',
  TAB_AS_INDENT: 'une tabulation ne peut servir de retrait',
};

const PAGE = "Une description tient en une page ou deux : s'y tenir.";

export function problemInFrench(code: ProblemCode, args: Readonly<Record<string, string>>): ProblemWords {
  const { key = '', value = '', of = '', limit = '', nearest, message = '', reason = '', oneOf, form = '' } = args;
  const { expected = '', found = '', version = '', known = '', revision = '' } = args;
  const meant: Pick<ProblemWords, 'remedy'> = nearest === undefined ? {} : { remedy: `Vouliez-vous dire ${nearest} ?` };
  switch (code) {
    case 'unknown-key':
      return {
        message: `${key || 'Cette clé'} : clé inconnue.`,
        remedy: 'La supprimer, ou la garder comme note sous un nom commençant par x-.',
        ...meant,
      };
    case 'unknown-id':
      return { message: `${key || value} : identifiant inconnu.`, ...meant };
    case 'invalid-value': {
      const expected =
        oneOf === undefined ? FORMS[form] : `l'une de ces valeurs : ${few(oneOf, (count) => `et ${count} autres`)}`;
      const found = value === '' ? `${key} n'a pas de valeur valable` : `« ${value} » n'est pas valable pour ${key}`;
      return { message: expected === undefined ? `${found}.` : `${found}. Attendu : ${expected}.`, ...meant };
    }
    case 'wrong-kind': {
      const takes = KINDS[expected] ?? '';
      const stands = FOUND[found] ?? '';
      const begin = key === '' ? { remedy: 'Commencer par aiact-check: "1.0" et system: { name: … }.' } : {};
      return { message: `${key || 'Une description'} attend ${takes} ; ${stands} ici.`, ...begin };
    }
    case 'missing-key':
      if (key === 'aiact-check')
        return { message: 'La version du format manque.', remedy: 'Ajouter aiact-check: "1.0" en première ligne.' };
      return { message: of === '' ? `${key} manque.` : `${of} : ${key} manque.`, remedy: `Ajouter ${key}.` };
    case 'duplicate-key':
      return { message: 'Cette clé figure deux fois.', remedy: "N'en garder qu'une." };
    case 'repeated-value':
      return { message: `${value} figure deux fois dans ${key}.`, remedy: "N'en garder qu'une." };
    case 'syntax':
      return {
        message: `YAML incorrect : ${SYNTAX[reason] ?? message}`,
        remedy: 'Vérifier ici retraits, guillemets et crochets.',
      };
    case 'tag':
      return { message: 'Les étiquettes YAML (!…) ne sont pas lues.', remedy: 'Écrire la valeur sans son étiquette.' };
    case 'too-deep':
      return {
        message: `Plus de ${limit} niveaux d'imbrication.`,
        remedy: 'Aplatir ; un alias ne peut pas se contenir lui-même.',
      };
    case 'too-many-nodes':
      return { message: `Plus de ${limit} valeurs et clés, alias développés.`, remedy: PAGE };
    case 'several-documents':
      return {
        message: 'Un second document YAML commence ici.',
        remedy: 'Mettre chaque système dans un fichier à part.',
      };
    case 'empty':
      return {
        message: 'Le fichier ne dit rien.',
        remedy: 'Commencer par aiact-check: "1.0", ou lancer aiact-check init.',
      };
    case 'newer-format':
      return {
        message: `La version de format ${version} est plus récente que ${known}, la dernière connue ici.`,
        remedy: 'Mettre aiact-check à jour.',
      };
    case 'not-baseline':
      return {
        message: "Ce fichier n'est pas un état de référence.",
        remedy: 'En créer un avec aiact-check baseline create.',
      };
    case 'no-answers':
      return {
        message: 'Le fichier ne contient aucune réponse.',
        remedy: 'En écrire une par ligne, par exemple data.health: yes.',
      };
    case 'not-utf8':
      return { message: "Le fichier n'est pas un texte UTF-8.", remedy: "L'enregistrer en UTF-8." };
    case 'binary':
      return {
        message: 'Le fichier contient des données binaires, non du texte.',
        remedy: 'Donner un fichier YAML enregistré en UTF-8.',
      };
    case 'too-large':
      return { message: `Le fichier dépasse ${limit} octets.`, remedy: PAGE };
    case 'not-found':
      return { message: "Ce fichier n'existe pas.", remedy: 'Vérifier son nom et son dossier.', ...meant };
    case 'no-git':
      return {
        message: "Lire une révision requiert git, qui n'est pas installé ici.",
        remedy: 'Indiquer plutôt un fichier.',
      };
    case 'no-repository':
      return {
        message: "Ce fichier n'existe pas, et il n'y a pas ici de dépôt git où chercher une révision.",
        remedy: 'Vérifier le nom du fichier, ou lancer la commande dans le dépôt.',
      };
    case 'unknown-revision':
      return {
        message: `${revision} n'est ni un fichier, ni une branche, une étiquette ou un commit de ce dépôt.`,
        remedy: "Écrire révision:chemin, par exemple main:system.yaml. Ce qui n'a pas été récupéré n'y figure pas.",
      };
    case 'not-in-revision':
      return {
        message: `Ce fichier n'existe pas dans ${revision || 'ce qui est indexé'}.`,
        remedy: 'Indiquer son chemin depuis la racine du dépôt.',
        ...(nearest === undefined ? {} : { remedy: `Vouliez-vous dire ${revision}:${nearest} ?` }),
      };
    case 'is-folder':
      return {
        message: "C'est un dossier ; un fichier était attendu.",
        remedy: "Nommer le dossier lui-même, ou l'un de ses fichiers.",
      };
    case 'not-regular':
      return {
        message: "Ce n'est pas un fichier ordinaire.",
        remedy: "Donner un fichier, un dossier, ou - pour l'entrée standard.",
      };
    case 'cannot-write':
      return {
        message: `Le fichier ne peut être écrit : ${message}`,
        remedy: 'Vérifier son dossier et qui peut y écrire.',
      };
    case 'cannot-read':
      return {
        message: `Le fichier ne peut pas être lu : ${message}`,
        remedy: 'Vérifier son chemin et qui peut le lire.',
      };
    case 'nothing-found':
      return { message: "Aucune description n'a été trouvée ici.", remedy: 'En créer une avec aiact-check init.' };
    case 'rule':
      return { message };
  }
}
