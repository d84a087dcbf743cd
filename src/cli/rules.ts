import { dirname } from 'node:path';
import { runCases } from '../assessment/cases.ts';
import { fromCompiled, type LoadedLaw } from '../law/artefact.ts';
import { type Compiled, compile, type RuleFile } from '../law/compile.ts';
import { readRuleFiles } from '../law/files.ts';
import type { Language } from '../law/law.ts';
import { lint } from '../law/lint.ts';
import type { Problem } from '../yaml/source.ts';
import { UsageError } from './exit.ts';

/** The rules that come with the program and those of the given folders, compiled together. */
function compileWith(builtIn: string, own: readonly RuleFile[]): Compiled {
  return compile([...readRuleFiles(builtIn, dirname(builtIn)), ...own]);
}

function readOwn(folders: readonly string[]): RuleFile[] {
  return folders.flatMap((folder) => {
    try {
      return readRuleFiles(folder, process.cwd());
    } catch (error) {
      throw new UsageError(`${folder}: ${(error as NodeJS.ErrnoException).code ?? error}`);
    }
  });
}

export interface Linted {
  readonly entries: number;
  readonly cases: number;
  /** What does not read, what the linter refuses, what cases do not come out. */
  readonly faults: readonly Problem[];
}

/** Lints all rules and runs the cases: those of the given folders or, where none is given, those of the program. */
export function lintRules(builtIn: string, folders: readonly string[]): Linted {
  const own = readOwn(folders);
  const compiled = compileWith(builtIn, own);
  const paths = new Set(own.map(({ path }) => path));
  const cases = compiled.cases.filter(({ source }) => folders.length === 0 || paths.has(source.path));
  const linted = lint(compiled);
  const faults =
    compiled.problems.length > 0
      ? linted
      : [...linted, ...runCases({ ...compiled, cases }, fromCompiled(compiled, 'en'))];
  return { entries: compiled.entries.size, cases: cases.length, faults };
}

/** The law with an organisation's own rules, or their faults. Cases are left to `rules lint`: they take their time. */
export function lawWith(builtIn: string, folders: readonly string[], language: Language): LoadedLaw | Problem[] {
  const compiled = compileWith(builtIn, readOwn(folders));
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
    ...lines('change', law.changes),
    '',
  ].join('\n');
}
