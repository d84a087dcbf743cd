import { Chalk, type ChalkInstance } from 'chalk';
import type { Language } from '../law/law.ts';

/** Colour is decided here and nowhere else: the flag, then NO_COLOR, FORCE_COLOR, TERM, and whether a person looks on. */
export function chooseColour(flag: boolean | undefined, stream: NodeJS.WriteStream, env = process.env): ChalkInstance {
  return new Chalk({ level: colourWanted(flag, stream, env) ? 1 : 0 });
}

function colourWanted(flag: boolean | undefined, stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  if (flag !== undefined) return flag;
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}

export function chooseWidth(stream: NodeJS.WriteStream): number {
  return Math.min(120, Math.max(60, stream.isTTY ? stream.columns : 80));
}

export function chooseLanguage(flag: Language | undefined, env = process.env): Language {
  if (flag !== undefined) return flag;
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
