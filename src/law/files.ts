import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { RuleFile } from './compile.ts';

/** Every rule file below `folder`, by path. Paths are given as seen from `shownFrom`. */
export function readRuleFiles(folder: string, shownFrom: string): RuleFile[] {
  return (
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      // By their numbers: 9 before 10.
      .sort(new Intl.Collator('en', { numeric: true }).compare)
      .map((path) => ({ path: relative(shownFrom, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
  );
}
