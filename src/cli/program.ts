import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
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
import type { LookupFlags } from './lookup.ts';
import { lookOf, writeError, writeOut } from './output.ts';
import { lawWith, lintRules, listRules } from './rules.ts';
import { languageOption } from './shared-options.ts';
import { chooseColour, chooseLanguage, chooseWidth } from './terminal.ts';
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

  const rules = root.command('rules').description('the law that the tool knows');
  rules
    .command('list')
    .description('every entry of the law: kind, id, title')
    .addOption(languageOption())
    .action((flags: { lang?: Language }) => {
      writeOut(listRules(loadLaw(installed.compiledLaw, chooseLanguage(flags.lang))));
      finish(EXIT.ready);
    });
  rules
    .command('lint')
    .description('check the rules, and those in a folder of yours, and run their cases')
    .argument('[folder...]')
    .action((folders: string[]) => {
      const { entries, cases, faults } = lintRules(installed.rules, folders);
      if (faults.length > 0) return finish(printFaults(faults, 'en'));
      writeOut(`${entries} entries and ${cases} cases, no fault found\n`);
      finish(EXIT.ready);
    });

  root
    .command('schema')
    .description('the JSON Schema of descriptions, for editors')
    .addOption(new Option('--report', 'of the JSON report instead').conflicts(['config', 'comparison']))
    .addOption(new Option('--comparison', 'of the JSON of diff instead').conflicts('config'))
    .addOption(new Option('--config', 'of aiact.config.yaml instead'))
    .addOption(languageOption())
    .action((flags: { report?: boolean; comparison?: boolean; config?: boolean; lang?: Language }) => {
      const name = flags.report ? 'assessment' : flags.comparison ? 'comparison' : flags.config ? 'config' : null;
      // Hover texts are in the language of the reader; names are the same in both.
      const file = name ?? `system-description${chooseLanguage(flags.lang) === 'fr' ? '.fr' : ''}`;
      writeOut(readFileSync(`${installed.schema}/${file}.schema.json`, 'utf8'));
      finish(EXIT.ready);
    });
  return root;
}

const EXAMPLES = `
Examples:
  aiact-check system.yaml
  aiact-check system.yaml --horizon 12m --format json=report.json --format terminal
  aiact-check systems/ --lang fr

Exit codes: 0 ready, 1 not ready or undetermined, 2 wrong call or file, 3 fault in the tool.`;

function lawFor(installed: Installed, flags: Pick<LookupFlags, 'rules'>, language: Language): LoadedLaw | Problem[] {
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
  const look = lookOf('error');
  writeError(terminalProblems(faults, language, { width: chooseWidth(look), colour: chooseColour(undefined, look) }));
  return EXIT.wrongInput;
}
