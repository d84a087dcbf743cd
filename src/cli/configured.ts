import type { Command } from 'commander';
import type { Language } from '../law/law.ts';
import { findConfig, readConfig } from './config.ts';
import { InputProblems } from './exit.ts';

/** How commander is told where the value of an option comes from. */
export const FROM_CONFIG = 'config';

/** What other commands have options for too, of the same name but another meaning. */
const OF_CHECKS_ONLY = ['format', 'all', 'by'];

/**
 * Puts what the configuration says in the place of the options that a call leaves out. `systems` and `configFolder` become values
 * of the command as well, though no options.
 */
export function configure(command: Command): void {
  // The option of that name that takes a file; another asks for a schema.
  if (!command.options.some(({ long, required }) => long === '--config' && required)) return;
  const { config: given, lang } = command.opts<{ config?: string | false; lang?: Language }>();
  const path = given === false ? undefined : (given ?? findConfig(process.cwd()));
  if (path === undefined) return;
  const config = readConfig(path);
  if (!('settings' in config)) throw new InputProblems(config, lang);
  for (const [key, { value }] of config.settings) {
    const option = command.options.find(({ long }) => long === `--${key}`);
    if (option === undefined || (OF_CHECKS_ONLY.includes(key) && command.name() !== 'check')) continue;
    const name = option.attributeName();
    if (command.getOptionValueSource(name) !== 'cli') command.setOptionValueWithSource(name, value, FROM_CONFIG);
  }
  if (command.name() === 'create')
    command.setOptionValueWithSource('baseline', config.settings.get('baseline')?.value, FROM_CONFIG);
  command.setOptionValueWithSource('systems', config.systems, FROM_CONFIG);
  command.setOptionValueWithSource('configFolder', config.folder, FROM_CONFIG);
  command.setOptionValueWithSource('configRead', config, FROM_CONFIG);
}
