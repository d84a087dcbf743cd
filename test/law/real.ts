import { fileURLToPath } from 'node:url';
import { fromCompiled, type LoadedLaw } from '../../src/law/artefact.ts';
import { type Compiled, compile } from '../../src/law/compile.ts';
import { readRuleFiles } from '../../src/law/files.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let compiled: Compiled | undefined;
const loaded = new Map<string, LoadedLaw>();

/** The rules of this repository, compiled once a test file. */
export function realRules(): Compiled {
  compiled ??= compile(readRuleFiles(`${ROOT}rules`, ROOT));
  return compiled;
}

export function realLaw(language: 'en' | 'fr' = 'en'): LoadedLaw {
  const known = loaded.get(language) ?? fromCompiled(realRules(), language);
  loaded.set(language, known);
  return known;
}
