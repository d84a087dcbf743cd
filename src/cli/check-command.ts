import { type Command, Option } from 'commander';
import { DEFAULT_POLICY } from '../assessment/assess.ts';
import type { LoadedLaw } from '../law/artefact.ts';
import type { Language } from '../law/law.ts';
import { FORMATS, type Format } from '../report/formats.ts';
import { GROUPINGS } from '../report/view.ts';
import { textOf } from '../text/text.ts';
import { nearest } from '../yaml/nearest.ts';
import { type CheckOptions, check } from './check.ts';
import type { Config } from './config.ts';
import { printConfig } from './config-print.ts';
import { EXIT, UsageError } from './exit.ts';
import { begin, type InitTools, isConversation } from './init.ts';
import { colourFlag } from './lookup.ts';
import { formatIn, type Horizon, type Output, parseDays, today } from './options.ts';
import { writeOut } from './output.ts';
import { withLaw, withLook, withSystem, withVerdict } from './shared-options.ts';
import { chooseLanguage } from './terminal.ts';

/** What decides a verdict, as the command line gives it. */
export interface VerdictFlags {
  readonly asOf?: string;
  readonly horizon?: Horizon;
  readonly unanswered: 'fail' | 'warn';
  readonly level: CheckOptions['policy']['level'];
  readonly requireEvidence?: boolean;
  readonly withProposal?: readonly string[];
  readonly set?: ReadonlyMap<string, string>;
  readonly root?: string;
  readonly configFolder?: string;
  readonly rules?: readonly string[];
  readonly lang?: Language;
}

interface CheckFlags extends VerdictFlags {
  readonly color?: boolean;
  readonly format?: readonly Output[];
  readonly output?: string;
  readonly warnWithin: number;
  readonly strict?: boolean;
  readonly baseline?: string | false;
  readonly by: string;
  readonly for?: string;
  readonly all?: boolean;
  readonly printConfig?: boolean;
  readonly systems?: readonly string[];
  readonly configRead?: Config;
}

export function addCheck(root: Command, tools: InitTools): void {
  const checking = root
    .command('check', { isDefault: true })
    .description('check descriptions: files, folders, patterns, or - for standard input')
    .argument('[file...]')
    .addOption(
      new Option('--format <name[=file]>', `${FORMATS.join(', ')}; may be repeated; default: terminal`).argParser(
        formatIn(FORMATS),
      ),
    )
    .option('--output <file>', 'write the report there (with a single --format)');
  withVerdict(checking)
    .addOption(
      new Option('--warn-within <days>', 'name what turns the verdict within that time')
        .argParser(parseDays)
        .default(DEFAULT_POLICY.warnWithin, '90d'),
    )
    .option('--baseline <file>', 'known gaps: only what is new fails')
    .addOption(new Option('--no-baseline').hideHelp())
    .option('--strict', 'an accepted gap or a gap of the baseline with nothing left to accept fails')
    .addOption(new Option('--no-strict').hideHelp())
    .addOption(
      new Option(
        '--by <order>',
        'law: duty by duty; control: by what is to be put in place; human-oversight: one subject across the acts',
      ).default('law'),
    )
    .addOption(new Option('--for <whom>', 'what to ask somebody else, such as the supplier, as a list ready to send'))
    .option('--all', 'leave nothing out of the report')
    .option('--print-config', 'print the settings that hold here, and where each comes from');
  withLook(withSystem(withLaw(checking))).action(async (given: string[], flags: CheckFlags, command: Command) => {
    if (flags.printConfig) {
      writeOut(printConfig(command, given));
      return tools.finish(EXIT.ready);
    }
    const files = given.length > 0 ? given : (flags.systems ?? []);
    const colour = colourFlag(flags, command);
    if (files.length === 0) {
      if (isAlone(command) && isConversation()) {
        const { format: _, ...rest } = flags;
        return tools.finish(await begin(undefined, rest, tools, colour));
      }
      if (flags.configRead !== undefined)
        throw new UsageError(textOf(chooseLanguage(flags.lang)).namesNoSystems(flags.configRead.path));
      root.outputHelp({ error: true });
      return tools.finish(EXIT.wrongInput);
    }
    const language = chooseLanguage(flags.lang);
    const law = tools.load(flags, language);
    if (!('law' in law)) return tools.finish(tools.printFaults(law, language));
    requireTelling(flags, law);
    const commands = root.commands.map((known) => known.name());
    tools.finish(await check(files, law, { ...checkOptions(tools.version, flags, language, colour), commands }));
  });
}

/** Options that mean the same to the questionnaire as to a check. */
const FOR_BOTH = ['lang', 'color', 'asOf', 'rules', 'withProposal', 'config'];

/** A list for somebody else fails nothing, so no format may take it for a verdict. */
const FOR_SOMEBODY: readonly Format[] = ['terminal', 'markdown', 'json'];

/** Whether nothing was said of what is to be checked or how. */
function isAlone(command: Command): boolean {
  const { parent, options } = command;
  const given = options
    .map((option) => option.attributeName())
    .filter((name) => command.getOptionValueSource(name) === 'cli');
  return parent?.args[0] !== command.name() && given.every((name) => FOR_BOTH.includes(name));
}

/** The law names the subjects that a report may follow, and whom there is to ask. */
function requireTelling(flags: CheckFlags, { law }: LoadedLaw): void {
  const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
  requireOneOf('--by', flags.by, [...GROUPINGS, ...ids(law.readings)]);
  if (flags.for !== undefined) requireOneOf('--for', flags.for, ids(law.counterparts));
}

function requireOneOf(option: string, value: string, allowed: readonly string[]): void {
  if (allowed.includes(value)) return;
  const near = nearest(value, allowed);
  throw new UsageError(`${option} takes one of ${allowed.join(', ')}.${near ? ` Did you mean ${near}?` : ''}`);
}

/** What the flags that decide a verdict come to. */
export function verdictOptions(
  flags: VerdictFlags,
): Pick<CheckOptions, 'asOf' | 'horizon' | 'policy' | 'set' | 'root' | 'configFolder'> {
  const asOf = flags.asOf ?? today();
  return {
    asOf,
    horizon: flags.horizon ?? asOf,
    policy: {
      ...DEFAULT_POLICY,
      unanswered: flags.unanswered,
      level: flags.level,
      requireEvidence: flags.requireEvidence ?? false,
      proposals: flags.withProposal ?? [],
    },
    set: flags.set ?? new Map(),
    root: flags.root,
    configFolder: flags.configFolder,
  };
}

function checkOptions(
  toolVersion: string,
  flags: CheckFlags,
  language: Language,
  colour: boolean | undefined,
): Omit<CheckOptions, 'commands'> {
  const formats = flags.format ?? [{ format: 'terminal' as const }];
  if (flags.output !== undefined && (formats.length !== 1 || formats[0]?.file !== undefined)) {
    throw new UsageError(textOf(language).outputNeedsOneFormat);
  }
  const forPrograms = formats.find(({ format }) => !FOR_SOMEBODY.includes(format));
  if (flags.for !== undefined && forPrograms !== undefined) {
    throw new UsageError(textOf(language).forNeedsReader(forPrograms.format));
  }
  const [only] = formats;
  const decided = verdictOptions(flags);
  return {
    ...decided,
    policy: { ...decided.policy, warnWithin: flags.warnWithin, strict: flags.strict ?? false },
    toolVersion,
    language,
    outputs: flags.output === undefined || only === undefined ? formats : [{ format: only.format, file: flags.output }],
    baseline: flags.baseline || undefined,
    by: flags.for ?? flags.by,
    isRequest: flags.for !== undefined,
    all: flags.all ?? false,
    colour,
  };
}
