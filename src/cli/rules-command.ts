import type { Command } from 'commander';
import { loadLaw } from '../law/artefact.ts';
import type { Language } from '../law/law.ts';
import { EXIT } from './exit.ts';
import type { Tools } from './lookup.ts';
import { writeOut } from './output.ts';
import { lintRules, listRules } from './rules.ts';
import { languageOption } from './shared-options.ts';
import { chooseLanguage } from './terminal.ts';

/** The folders of the law that comes with the program, compiled and as rules. */
interface Folders {
  readonly compiledLaw: string;
  readonly rules: string;
}

export function addRules(
  root: Command,
  { compiledLaw, rules: builtIn }: Folders,
  { printFaults, finish }: Tools,
): void {
  const rules = root.command('rules').description('the law that the tool knows');
  rules
    .command('list')
    .description('every entry of the law: kind, id, title')
    .addOption(languageOption())
    .action((flags: { lang?: Language }) => {
      writeOut(listRules(loadLaw(compiledLaw, chooseLanguage(flags.lang))));
      finish(EXIT.ready);
    });
  rules
    .command('lint')
    .description('check the rules, and those in a folder of yours, and run their cases')
    .argument('[folder...]')
    .action((folders: string[]) => {
      const { entries, cases, faults } = lintRules(builtIn, folders);
      if (faults.length > 0) return finish(printFaults(faults, 'en'));
      writeOut(`${entries} entries and ${cases} cases, no fault found\n`);
      finish(EXIT.ready);
    });
}
