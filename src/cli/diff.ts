import { type Command, Option } from 'commander';
import type { Comparison } from '../assessment/comparison-contract.ts';
import type { LoadedLaw } from '../law/artefact.ts';
import { isDay } from '../law/day.ts';
import type { Language } from '../law/law.ts';
import { comparisonPage } from '../report/comparison.ts';
import { worseLine } from '../report/comparison-turns.ts';
import { renderPage } from '../report/formats.ts';
import { plain } from '../report/safe.ts';
import { textOf } from '../text/text.ts';
import type { Problem } from '../yaml/source.ts';
import { type VerdictFlags, verdictOptions } from './check-command.ts';
import { compareFiles, compareLaws } from './compared.ts';
import { EXIT, UsageError } from './exit.ts';
import { colourFlag, type Tools } from './lookup.ts';
import { formatIn, type Output } from './options.ts';
import { writeError } from './output.ts';
import { withLaw, withLook, withSystem, withVerdict } from './shared-options.ts';
import { chooseLanguage, styleFor } from './terminal.ts';
import { writeTo } from './write.ts';

interface DiffFlags extends VerdictFlags {
  readonly color?: boolean;
  readonly format?: readonly Output[];
  readonly law?: boolean;
  readonly failOnWorse?: boolean;
  readonly all?: boolean;
}

const FORMATS: readonly Output['format'][] = ['terminal', 'json', 'markdown'];

export function addDiff(root: Command, tools: Tools): void {
  const diff = root
    .command('diff')
    .description('what changed from one description to another, and what the law makes of that')
    .argument('<before>', 'a file, revision:path as in main:system.yaml, or - for standard input; with --law, a day')
    .argument('<after>', 'the same')
    .argument('[file]', 'with --law, the description')
    .option('--law', 'what the law changed between two days, for one description')
    .option('--fail-on-worse', 'exit 1 where something got worse')
    .addOption(
      new Option('--format <name[=file]>', 'terminal, json or markdown; may be repeated').argParser(formatIn(FORMATS)),
    )
    .option('--all', 'leave nothing out');
  withLook(withSystem(withLaw(withVerdict(diff)))).action(
    async (before: string, after: string, file: string | undefined, flags: DiffFlags, command: Command) => {
      const language = chooseLanguage(flags.lang);
      requireArguments([before, after, file], flags, language);
      const loaded = tools.load(flags, language);
      const found = 'law' in loaded ? await compared([before, after, file], flags, loaded, tools.version) : loaded;
      if (!('format' in found)) return tools.finish(tools.printFaults(found, language));
      tools.finish(tell(found, flags, command));
    },
  );
}

type Arguments = readonly [before: string, after: string, file: string | undefined];

function requireArguments([before, after, file]: Arguments, { law, asOf }: DiffFlags, language: Language): void {
  const { usage } = textOf(language).compare;
  if (!law && file !== undefined) throw new UsageError(usage.twoFiles);
  if (law && (file === undefined || !isDay(before) || !isDay(after))) throw new UsageError(usage.lawTakes);
  if (law && asOf !== undefined) throw new UsageError(usage.noAsOf);
}

function compared(
  [before, after, file]: Arguments,
  flags: DiffFlags,
  law: LoadedLaw,
  toolVersion: string,
): Promise<Comparison | readonly Problem[]> {
  const options = { ...verdictOptions(flags), toolVersion };
  if (file === undefined) return compareFiles([before, after], law, options);
  const last = before > after ? before : after;
  return compareLaws([before, after], file, law, { ...options, horizon: flags.horizon ?? last });
}

/** Writes it in every format asked for, and gives the exit code. */
function tell(comparison: Comparison, flags: DiffFlags, command: Command): number {
  const outputs = flags.format ?? [{ format: 'terminal' }];
  const colour = colourFlag(flags, command);
  const fails = (flags.failOnWorse ?? false) && comparison.worse.length > 0;
  for (const output of outputs) write(comparison, output, { colour, all: flags.all ?? false, fails });
  if (!fails) return EXIT.ready;
  // Who reads no report still reads why it failed.
  if (!outputs.some(({ format }) => format === 'terminal'))
    writeError(plain(`aiact-check: ${worseLine(comparison)}\n`));
  return EXIT.notReady;
}

interface Telling {
  readonly colour: boolean | undefined;
  readonly all: boolean;
  readonly fails: boolean;
}

function write(comparison: Comparison, { format, file }: Output, { colour, all, fails }: Telling): void {
  const page = () => comparisonPage(comparison, { all, fails, resultFirst: format === 'markdown' });
  const style = styleFor(file === undefined ? 'out' : 'file', colour);
  writeTo(file, renderPage(format, comparison, page, style));
}
