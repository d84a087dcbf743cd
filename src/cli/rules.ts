import { runCases } from '../assessment/cases.ts';
import { fromCompiled, type LoadedLaw } from '../law/artefact.ts';
import { type Compiled, compile } from '../law/compile.ts';
import { readRuleFiles } from '../law/files.ts';
import type { Language } from '../law/law.ts';
import { lint } from '../law/lint.ts';
import type { Problem } from '../yaml/source.ts';
import { UsageError } from './exit.ts';

/** The rules that come with the program and those of the given folders, compiled together. */
export function compileWith(builtIn: string, folders: readonly string[]): Compiled {
  const own = folders.flatMap((folder) => {
    try {
      return readRuleFiles(folder, process.cwd());
    } catch (error) {
      throw new UsageError(`${folder}: ${(error as NodeJS.ErrnoException).code ?? error}`);
    }
  });
  return compile([...readRuleFiles(builtIn, builtIn), ...own]);
}

/** Every fault of the rules: what does not read, what the linter refuses, what cases do not come out. */
export function faultsOf(compiled: Compiled): Problem[] {
  const found = lint(compiled);
  return compiled.problems.length > 0 ? found : [...found, ...runCases(compiled, fromCompiled(compiled, 'en'))];
}

/** The law with an organisation's own rules, or their faults. Cases are left to `rules lint`: they take their time. */
export function lawWith(builtIn: string, folders: readonly string[], language: Language): LoadedLaw | Problem[] {
  const compiled = compileWith(builtIn, folders);
  const faults = lint(compiled);
  return faults.length > 0 ? faults : fromCompiled(compiled, language);
}

/** One line for each entry of the law: kind, id, title. */
export function listRules({ law, texts }: LoadedLaw): string {
  const lines = (kind: string, entries: readonly { readonly id: string }[]) =>
    entries.map(({ id }) => `${kind.padEnd(8)} ${id}  ${texts[id]?.title ?? ''}`);
  return [
    ...lines('act', law.acts),
    ...lines('fact', law.facts),
    ...lines('concept', law.concepts),
    ...lines('scale', law.scales),
    ...lines('date', law.dates),
    ...lines('duty', law.duties),
    ...lines('control', law.controls),
    ...lines('penalty', law.penalties),
    '',
  ].join('\n');
}
