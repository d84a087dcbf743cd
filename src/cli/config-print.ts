import type { Command } from 'commander';
import { inline, type Value } from '../yaml/emit.ts';
import type { Config } from './config.ts';
import { KEYS } from './config-keys.ts';
import { FROM_CONFIG } from './configured.ts';
import type { Horizon, Output } from './options.ts';

/** What holds where nothing is said. */
const DEFAULTS: Readonly<Record<string, string>> = {
  systems: 'none',
  format: 'terminal',
  'as-of': 'today',
  horizon: 'today',
  'require-evidence': 'no',
  strict: 'no',
  baseline: 'none',
  root: 'the folder of the configuration, or the repository',
  lang: 'the locale',
  all: 'no',
  rules: 'none',
  'with-proposal': 'none',
};

/** The settings that hold for a check, as a configuration would give them, each with where it comes from. */
export function printConfig(command: Command, files: readonly string[]): string {
  const config = command.getOptionValue('configRead') as Config | undefined;
  const lines = Object.keys(KEYS).map((key) => {
    const name = command.options.find(({ long }) => long === `--${key}`)?.attributeName() ?? key;
    const isGiven = key === 'systems' && files.length > 0;
    const value = (isGiven ? files : command.getOptionValue(name)) as Setting | undefined;
    const source = isGiven ? 'cli' : command.getOptionValueSource(name);
    if (value === undefined || (key === 'baseline' && value === false) || source === 'default' || source === undefined)
      return [`# ${key}: ${DEFAULTS[key] ?? inline(toValue(value ?? ''))}`, 'default'];
    const from = source === FROM_CONFIG ? `${config?.path}:${config?.settings.get(key)?.line}` : 'this call';
    return [`${key}: ${inline(toValue(value))}`, from];
  });
  const width = Math.max(...lines.map(([text = '']) => text.length));
  const head = config === undefined ? '# no configuration found' : `# ${config.path}`;
  return `${[head, ...lines.map(([text = '', from = '']) => `${text.padEnd(width)}  # ${from}`)].join('\n')}\n`;
}

type Setting = string | number | boolean | Horizon | readonly (string | Output)[];

function toValue(setting: Setting | Output): Value {
  if (Array.isArray(setting)) return { kind: 'list', items: setting.map(toValue) };
  return { kind: 'word', text: toText(setting as Exclude<Setting, readonly unknown[]> | Output) };
}

function toText(setting: string | number | boolean | Horizon | Output): string {
  if (typeof setting === 'boolean') return setting ? 'yes' : 'no';
  if (typeof setting === 'number') return `${setting}d`;
  if (typeof setting === 'string') return setting;
  if ('months' in setting) return `${setting.months}m`;
  return setting.file === undefined ? setting.format : `${setting.format}=${setting.file}`;
}
