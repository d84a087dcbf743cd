import type { BaselineWords } from './baseline-en.ts';
import { pluralIn } from './plural.ts';

const plural = pluralIn('fr');
const gaps = (count: number) => plural(count, 'écart', 'écarts');
const systems = (count: number) => plural(count, 'système', 'systèmes');

export const baselineInFrench: BaselineWords = {
  written: (count, of, file) => `${gaps(count)} de ${systems(of)} : inscription dans ${file}.`,
  left: (path, reasons) => `${path} échoue encore, pour ce qu’un état de référence ne peut couvrir : ${reasons}.`,
  pruned: (taken, left, file) => `${gaps(taken)} : retrait de ${file}, ${left} en reste.`,
  exists: (file) => `${file} existe déjà : --force l’écrase, aiact-check baseline prune en retire ce qui est comblé.`,
  needsFiles: 'nommer les descriptions, ou les lister sous systems dans aiact.config.yaml',
};
