import { pluralIn } from './plural.ts';

const plural = pluralIn('en');
const gaps = (count: number) => plural(count, 'gap', 'gaps');
const systems = (count: number) => plural(count, 'system', 'systems');

/** What the baseline says when it is made and mended. */
export const baselineInEnglish = {
  written: (count: number, of: number, file: string) => `${gaps(count)} of ${systems(of)} written to ${file}.`,
  left: (path: string, reasons: string) => `${path} still fails, for what no baseline can hold: ${reasons}.`,
  pruned: (taken: number, left: number, file: string) => `${gaps(taken)} taken out of ${file}, ${left} left.`,
  exists: (file: string) =>
    `${file} is there already: --force writes over it, aiact-check baseline prune takes out what is closed.`,
  needsFiles: 'name the descriptions, or list them under systems in aiact.config.yaml',
};

export type BaselineWords = typeof baselineInEnglish;
