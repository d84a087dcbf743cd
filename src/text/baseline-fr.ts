import type { BaselineWords } from './baseline-en.ts';
import { pluralIn } from './plural.ts';

const plural = pluralIn('fr');
const gaps = (count: number) => plural(count, 'écart', 'écarts');
const systems = (count: number) => plural(count, 'système', 'systèmes');

export const baselineInFrench: BaselineWords = {
  written: (count, of, file) => `Enregistré dans ${file} : ${gaps(count)}, ${systems(of)}.`,
  left: (path, reasons) => `${path} échoue encore, pour ce qu'un état de référence ne peut couvrir : ${reasons}.`,
  pruned: (taken, left, file) => `Retiré du fichier ${file} : ${gaps(taken)} ; il en reste ${left}.`,
  exists: (file) => `${file} existe déjà : --force l'écrase, aiact-check baseline prune en retire ce qui est comblé.`,
  needsFiles: 'nommer les descriptions, ou les indiquer sous systems dans aiact.config.yaml',
};
