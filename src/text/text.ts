import { en } from './en.ts';
import { fr } from './fr.ts';

/** The tool's own words. The law's words come with the assessment. */
export type Text = typeof en;

const catalogues: Readonly<Record<'en' | 'fr', Text>> = { en, fr };

export function textOf(language: 'en' | 'fr'): Text {
  return catalogues[language];
}
