import type { Citation, Language, Texts } from '../law/law.ts';
import { WORDS } from './schema-words.ts';

export type Schema = Record<string, unknown>;

/** The language of a schema: the law's words, and a citation as Markdown, with a link to the act. */
export interface SchemaLanguage {
  readonly language: Language;
  readonly texts: Texts;
  readonly cite: (citation: Citation) => string;
}

const EXTENSION = { '^x-': {} };

export function object(properties: Record<string, Schema>): Schema {
  return { type: 'object', properties, patternProperties: EXTENSION, additionalProperties: false };
}

const NOTHING = [null];
/** What stands for yes, no and nothing besides the words that are suggested. */
export const YES_NO = [true, false, 'oui', 'non', ...NOTHING];

/**
 * One of some suggestions, or a value that is read without being suggested: nothing, or another way of writing one of them.
 * Editors complete whatever `enum` names, hence the two negations.
 */
export function choice(suggested: readonly Schema[], alsoRead: readonly unknown[] = NOTHING): Schema {
  return { oneOf: [...suggested, { not: { not: { enum: alsoRead } } }] };
}

/** Values with their meaning, in Markdown. */
export function values(meanings: Readonly<Record<string, string>>): Schema {
  return { enum: Object.keys(meanings), markdownEnumDescriptions: Object.values(meanings) };
}

export function period({ language }: SchemaLanguage): Schema {
  const date = {
    type: ['string', 'integer'],
    pattern: '^(unknown|\\d{4}(-\\d{2}(-\\d{2})?)?)$',
    patternErrorMessage: WORDS[language].wrong.date,
  };
  return choice([date]);
}

/** What an editor shows of a key: a title, and paragraphs of Markdown under it. */
export function about(title: string, paragraphs: readonly (string | undefined)[]): Schema {
  const told = paragraphs.filter((paragraph) => paragraph !== undefined);
  return { title, ...(told.length > 0 && { markdownDescription: told.join('\n\n') }) };
}

/** Undefined where nothing is cited. */
export function citing(source: readonly Citation[], { language, cite }: SchemaLanguage): string | undefined {
  return source.length === 0 ? undefined : WORDS[language].law([...new Set(source)].map(cite));
}

/** Plain words as Markdown. */
export function markdown(text: string): string;
export function markdown(text: string | undefined): string | undefined;
export function markdown(text: string | undefined): string | undefined {
  return text?.replaceAll(/[\\`*_[\]<]/g, '\\$&');
}
