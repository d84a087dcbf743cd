import { textOf } from './text.ts';

/** An ISO day in words. Month names stand in the catalogue, so that reports do not depend on the ICU of the machine. */
export function formatDay(iso: string, language: 'en' | 'fr'): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const { months, day: write } = textOf(language);
  const name = months[Number(month) - 1];
  return name === undefined ? iso : write(Number(day), name, year);
}
