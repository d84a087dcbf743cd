import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { DEFAULT_POLICY } from '../assessment/assess.ts';
import { type LoadedLaw, loadLaw } from '../law/artefact.ts';
import type { Language } from '../law/law.ts';
import { terminalProblems } from '../report/problems.ts';
import { plain } from '../report/safe.ts';
import { GROUPINGS } from '../report/view.ts';
import { textOf } from '../text/text.ts';
import { nearest } from '../yaml/nearest.ts';
import type { Problem } from '../yaml/source.ts';
import { type CheckOptions, check } from './check.ts';
import { EXIT, UsageError } from './exit.ts';
import { addExplain } from './explain.ts';
import { addInit, begin, isConversation } from './init.ts';
import type { Tools } from './lookup.ts';
import { type Output, parseDays, parseFormat, parseHorizon, today } from './options.ts';
import { lookOf, writeError, writeOut } from './output.ts';
import { lawWith, lintRules, listRules } from './rules.ts';
import { languageOption, withLaw, withLook, withSystem } from './shared-options.ts';
import { chooseColour, chooseLanguage, chooseWidth } from './terminal.ts';
import { addTimeline } from './timeline.ts';

/** Where the program finds its law, compiled and as rules. */
export interface Installed {
  readonly version: string;
  readonly compiledLaw: string;
  readonly rules: string;
  readonly schema: string;
}

interface Flags {
  readonly lang?: Language;
  readonly color?: boolean;
  readonly format?: readonly Output[];
  readonly output?: string;
  readonly asOf?: string;
  readonly horizon?: CheckOptions['horizon'];
  readonly unanswered: 'fail' | 'warn';
  readonly warnWithin: number;
  readonly level: CheckOptions['policy']['level'];
  readonly requireEvidence?: boolean;
  readonly set?: ReadonlyMap<string, string>;
  readonly root?: string;
  readonly rules?: readonly string[];
  readonly withProposal?: readonly string[];
  readonly by: string;
  readonly for?: string;
  readonly all?: boolean;
}

/** The command line. `finish` receives the exit code. */
export function program(installed: Installed, finish: (code: number) => void): Command {
  const root = new Command('aiact-check')
    .description('Checks descriptions of health AI systems against the law and prints what is missing.')
    .version(installed.version)
    .exitOverride()
    .configureOutput({ writeOut, writeErr: (text) => writeError(plain(text)) })
    .showHelpAfterError('(aiact-check --help tells more)')
    .addHelpText('after', EXAMPLES);

  const checking = root
    .command('check', { isDefault: true })
    .description('check descriptions: files, folders, patterns, or - for standard input')
    .argument('[file...]')
    .addOption(
      new Option('--format <name[=file]>', 'terminal, json or markdown; may be repeated').argParser(parseFormat),
    )
    .option('--output <file>', 'write the report there (with a single --format)')
    .addOption(
      new Option('--horizon <day>', 'up to when duties count: a day, 12m, or release; default: today').argParser(
        parseHorizon,
      ),
    )
    .addOption(
      new Option('--unanswered <policy>', 'what open questions do to the verdict')
        .choices(['fail', 'warn'])
        .default('fail'),
    )
    .addOption(
      new Option('--warn-within <days>', 'name what turns the verdict within that time')
        .argParser(parseDays)
        .default(90, '90d'),
    )
    .addOption(
      new Option('--level <level>', 'the weakest duties that count')
        .choices(['law', 'soft-law', 'good-practice'])
        .default('law'),
    )
    .option('--require-evidence', 'a control that cites no evidence counts as missing')
    .addOption(
      new Option(
        '--by <order>',
        'law: duty by duty; control: by what is to be put in place; human-oversight: one subject across the acts',
      ).default('law'),
    )
    .addOption(new Option('--for <whom>', 'what to ask somebody else, such as the supplier, as a list ready to send'))
    .option('--all', 'leave nothing out of the report');
  withLook(withSystem(withLaw(checking))).action(async (files: string[], flags: Flags, command: Command) => {
    if (files.length === 0) {
      if (isAlone(command) && isConversation()) {
        const { format: _, ...given } = flags;
        return finish(await begin(undefined, given, initTools, colourOf(flags, command)));
      }
      root.outputHelp({ error: true });
      return finish(EXIT.wrongInput);
    }
    const language = chooseLanguage(flags.lang);
    const law = lawFor(installed, flags, language);
    if (Array.isArray(law)) return finish(printFaults(law, language));
    const colour = colourOf(flags, command);
    requireProposals(flags.withProposal ?? [], law as LoadedLaw);
    requireTelling(flags, law as LoadedLaw);
    const commands = root.commands.map((known) => known.name());
    finish(await check(files, law as LoadedLaw, { ...checkOptions(installed, flags, language, colour), commands }));
  });

  const tools: Tools = {
    version: installed.version,
    load: (flags, language) => {
      const law = lawFor(installed, flags, language);
      if ('law' in law) requireProposals(flags.withProposal ?? [], law);
      return law;
    },
    printFaults,
    finish,
  };
  const initTools = { ...tools, schemaFile: `${installed.schema}/system-description.schema.json` };
  addInit(root, initTools);
  addExplain(root, tools);
  addTimeline(root, tools);

  const rules = root.command('rules').description('the law that the tool knows');
  rules
    .command('list')
    .description('every entry of the law: kind, id, title')
    .addOption(languageOption())
    .action((flags: Pick<Flags, 'lang'>) => {
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
    .addOption(new Option('--report', 'the schema of the JSON report instead'))
    .action((flags: { report?: boolean }) => {
      writeOut(
        readFileSync(`${installed.schema}/${flags.report ? 'assessment' : 'system-description'}.schema.json`, 'utf8'),
      );
      finish(EXIT.ready);
    });
  return root;
}

/** Options that mean the same to the questionnaire as to a check. */
const FOR_BOTH = ['lang', 'color', 'asOf', 'rules', 'withProposal'];

/** Whether nothing was said of what is to be checked or how. */
function isAlone(command: Command): boolean {
  const { parent, options } = command;
  const given = options
    .map((option) => option.attributeName())
    .filter((name) => command.getOptionValueSource(name) === 'cli');
  return parent?.args[0] !== command.name() && given.every((name) => FOR_BOTH.includes(name));
}

function colourOf({ color }: Pick<Flags, 'color'>, command: Command): boolean | undefined {
  return command.getOptionValueSource('color') === 'cli' ? color : undefined;
}

const EXAMPLES = `
Examples:
  aiact-check system.yaml
  aiact-check system.yaml --horizon 12m --format json=report.json --format terminal
  aiact-check systems/ --lang fr

Exit codes: 0 ready, 1 not ready or undetermined, 2 wrong call or file, 3 fault in the tool.`;

function lawFor(installed: Installed, flags: Pick<Flags, 'rules'>, language: Language): LoadedLaw | Problem[] {
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

/** The law names the subjects that a report may follow, and whom there is to ask. */
function requireTelling(flags: Flags, { law }: LoadedLaw): void {
  const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
  requireOneOf('--by', flags.by, [...GROUPINGS, ...ids(law.readings)]);
  if (flags.for !== undefined) requireOneOf('--for', flags.for, ids(law.counterparts));
}

function requireOneOf(option: string, value: string, allowed: readonly string[]): void {
  if (allowed.includes(value)) return;
  const near = nearest(value, allowed);
  throw new UsageError(`${option} takes one of ${allowed.join(', ')}.${near ? ` Did you mean ${near}?` : ''}`);
}

function checkOptions(
  installed: Installed,
  flags: Flags,
  language: Language,
  colour: boolean | undefined,
): Omit<CheckOptions, 'commands'> {
  const formats = flags.format ?? [{ format: 'terminal' as const }];
  if (flags.output !== undefined && (formats.length !== 1 || formats[0]?.file !== undefined)) {
    throw new UsageError(textOf(language).outputNeedsOneFormat);
  }
  const [only] = formats;
  const asOf = flags.asOf ?? today();
  return {
    toolVersion: installed.version,
    language,
    outputs: flags.output === undefined || only === undefined ? formats : [{ format: only.format, file: flags.output }],
    asOf,
    horizon: flags.horizon ?? asOf,
    policy: {
      ...DEFAULT_POLICY,
      unanswered: flags.unanswered,
      warnWithin: flags.warnWithin,
      level: flags.level,
      requireEvidence: flags.requireEvidence ?? false,
      proposals: flags.withProposal ?? [],
    },
    set: flags.set ?? new Map(),
    root: flags.root,
    by: flags.for ?? flags.by,
    isRequest: flags.for !== undefined,
    all: flags.all ?? false,
    colour,
  };
}

function printFaults(faults: readonly Problem[], language: Language): number {
  const look = lookOf('error');
  writeError(terminalProblems(faults, language, { width: chooseWidth(look), colour: chooseColour(undefined, look) }));
  return EXIT.wrongInput;
}
