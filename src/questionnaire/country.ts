import { countryCodes } from '../law/countries.ts';
import { LANGUAGES, type Language } from '../law/law.ts';
import { nearest } from '../yaml/nearest.ts';

/** A country by its code or its name in one of our languages; else the name that comes nearest, if any does. */
export function countryFrom(text: string, language: Language): { code: string } | { near: string | undefined } {
  const code = text.toUpperCase();
  if (countryCodes.has(code)) return { code };
  const own = namesIn(language);
  for (const names of [own, ...LANGUAGES.map(namesIn)]) {
    const found = [...names].find(([, name]) => folded(name) === folded(text));
    if (found !== undefined) return { code: found[0] };
  }
  return { near: nearest(text, own.values()) };
}

function namesIn(language: Language): Map<string, string> {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return new Map([...countryCodes].map((code) => [code, names.of(code) ?? code]));
}

function folded(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
