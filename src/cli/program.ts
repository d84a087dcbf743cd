import { Command } from 'commander';
import { type LoadedLaw, loadLaw } from '../law/artefact.ts';
import type { Language } from '../law/law.ts';
import { terminalProblems } from '../report/problems.ts';
import { plain } from '../report/safe.ts';
import { nearest } from '../yaml/nearest.ts';
import type { Problem } from '../yaml/source.ts';
import { addBaseline } from './baseline-command.ts';
import { addCheck } from './check-command.ts';
import { configure } from './configured.ts';
import { addDiff } from './diff.ts';
import { EXIT, UsageError } from './exit.ts';
import { addExplain } from './explain.ts';
import { addInit, type InitTools } from './init.ts';
import type { LawFlags } from './lookup.ts';
import { writeError, writeOut } from './output.ts';
import { lawWith } from './rules.ts';
import { addRules } from './rules-command.ts';
import { addSchema } from './schema.ts';
import { styleFor } from './terminal.ts';
import { addTimeline } from './timeline.ts';

/** Where the program finds its law, compiled and as rules. */
export interface Installed {
  readonly version: string;
  readonly compiledLaw: string;
  readonly rules: string;
  readonly schema: string;
}

/** The command line. `finish` receives the exit code. */
export function program(installed: Installed, finish: (code: number) => void): Command {
  const root = new Command('aiact-check')
    .description('Checks descriptions of health AI systems against the law and prints what is missing.')
    .version(installed.version)
    .exitOverride()
    .configureOutput({ writeOut, writeErr: (text) => writeError(plain(text)) })
    .showHelpAfterError('(aiact-check --help tells more)')
    .addHelpText('after', EXAMPLES)
    .hook('preAction', (_, command) => configure(command));

  const tools: InitTools = {
    version: installed.version,
    load: (flags, language) => {
      const law = lawFor(installed, flags, language);
      if ('law' in law) requireProposals(flags.withProposal ?? [], law);
      return law;
    },
    printFaults,
    finish,
    schemaFile: `${installed.schema}/system-description.schema.json`,
  };
  addCheck(root, tools);
  addBaseline(root, tools);
  addInit(root, tools);
  addExplain(root, tools);
  addTimeline(root, tools);
  addDiff(root, tools);
  addRules(root, installed, tools);
  addSchema(root, installed.schema, tools);
  return root;
}

const EXAMPLES = `
Examples:
  aiact-check system.yaml
  aiact-check system.yaml --horizon 12m --format json=report.json --format terminal
  aiact-check systems/ --lang fr

Exit codes: 0 ready, 1 not ready or undetermined, 2 wrong call or file, 3 fault in the tool.`;

function lawFor(installed: Installed, flags: LawFlags, language: Language): LoadedLaw | Problem[] {
  if (flags.rules !== undefined) return lawWith(installed.rules, flags.rules, language);
  return loadLaw(installed.compiledLaw, language);
}

/** A proposal that the law does not know would count for nothing without a word. */
function requireProposals(asked: readonly string[], { law }: LoadedLaw): void {
  const entries = [...law.concepts, ...law.duties, ...law.scales.flatMap(({ rows }) => rows)];
  const known = new Set(entries.flatMap(({ proposal }) => proposal ?? []));
  for (const id of asked) {
    const near = nearest(id, known);
    if (!known.has(id)) throw new UsageError(`no proposal is called ${id}.${near ? ` Did you mean ${near}?` : ''}`);
  }
}

export function printFaults(faults: readonly Problem[], language: Language): number {
  writeError(terminalProblems(faults, language, styleFor('error', undefined)));
  return EXIT.wrongInput;
}
