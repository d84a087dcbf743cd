import { Chalk, type ChalkInstance } from 'chalk';
import type { Language } from '../law/law.ts';
import { type Look, lookOf, NO_TERMINAL } from './output.ts';

/** How a page is set on standard output or error or, without colour, in a file. `flag` is what the call says of colour. */
export function styleFor(target: 'out' | 'error' | 'file', flag: boolean | undefined): Style {
  const look = target === 'file' ? NO_TERMINAL : lookOf(target);
  return { width: chooseWidth(look), colour: chooseColour(target === 'file' ? false : flag, look) };
}

interface Style {
  readonly width: number;
  readonly colour: ChalkInstance;
}

/** Colour is decided here and nowhere else: the flag, then NO_COLOR, FORCE_COLOR, TERM, and whether a person looks on. */
export function chooseColour(flag: boolean | undefined, look: Look, env = process.env): ChalkInstance {
  return new Chalk({ level: colourWanted(flag, look, env) ? 1 : 0 });
}

function colourWanted(flag: boolean | undefined, look: Look, env: NodeJS.ProcessEnv): boolean {
  if (flag !== undefined) return flag;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return look.isTerminal && env.TERM !== 'dumb';
}

export function chooseWidth({ columns = 80 }: Look): number {
  return Math.min(120, Math.max(60, columns));
}

export function chooseLanguage(flag: Language | undefined, env = process.env): Language {
  if (flag !== undefined) return flag;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
