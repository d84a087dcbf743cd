import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { CASES, ENDINGS } from './cases.ts';

/** What the program wrote in a format, each with the name of its case and language: `wysa-chatbot.fr`. */
export function written(format: keyof typeof ENDINGS): { name: string; path: string; text: string }[] {
  const folder = inject('reports');
  const ending = `.${ENDINGS[format]}`;
  const files = readdirSync(folder).filter((file) => file.endsWith(ending));
  if (files.length !== CASES.length * 2) throw new Error(`${files.length} reports of ${CASES.length} cases: ${format}`);
  return files.sort().map((file) => {
    const path = join(folder, file);
    return { name: file.slice(0, -ending.length), path, text: readFileSync(path, 'utf8') };
  });
}

/** The report of one case. Throws where there is none. */
export function writtenOf(format: keyof typeof ENDINGS, name: string): string {
  const found = written(format).find((report) => report.name === name);
  if (found === undefined) throw new Error(`no report of ${name}`);
  return found.text;
}
