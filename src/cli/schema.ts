import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import type { Language } from '../law/law.ts';
import { EXIT } from './exit.ts';
import type { Tools } from './lookup.ts';
import { writeOut } from './output.ts';
import { languageOption } from './shared-options.ts';
import { chooseLanguage } from './terminal.ts';

interface SchemaFlags {
  readonly report?: boolean;
  readonly comparison?: boolean;
  readonly config?: boolean;
  readonly lang?: Language;
}

/** `folder` holds the schemas that come with the program. */
export function addSchema(root: Command, folder: string, { finish }: Tools): void {
  root
    .command('schema')
    .description('the JSON Schema of descriptions, for editors')
    .addOption(new Option('--report', 'of the JSON report instead').conflicts(['config', 'comparison']))
    .addOption(new Option('--comparison', 'of the JSON of diff instead').conflicts('config'))
    .addOption(new Option('--config', 'of aiact.config.yaml instead'))
    .addOption(languageOption())
    .action(({ report, comparison, config, lang }: SchemaFlags) => {
      const name = report ? 'assessment' : comparison ? 'comparison' : config ? 'config' : null;
      // Hover texts are in the language of the reader; names are the same in both.
      const file = name ?? `system-description${chooseLanguage(lang) === 'fr' ? '.fr' : ''}`;
      writeOut(readFileSync(`${folder}/${file}.schema.json`, 'utf8'));
      finish(EXIT.ready);
    });
}
