import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { Assessment } from '../assessment/contract.ts';
import { plain } from '../report/safe.ts';
import { textOf } from '../text/text.ts';
import { assessFiles } from './assess-files.ts';
import { baselineText, gapsOf, readBaseline } from './baseline.ts';
import { goneFrom } from './cautions.ts';
import { type VerdictFlags, verdictOptions } from './check-command.ts';
import { EXIT, InputProblems, UsageError } from './exit.ts';
import type { Tools } from './lookup.ts';
import { writeOut } from './output.ts';
import { withLaw, withLook, withSystem, withVerdict } from './shared-options.ts';
import { chooseLanguage } from './terminal.ts';
import { writeTo } from './write.ts';

/** Where a baseline goes that no name was given for. */
const DEFAULT_FILE = 'aiact-baseline.json';

interface BaselineFlags extends VerdictFlags {
  readonly output?: string;
  readonly baseline?: string;
  readonly force?: boolean;
  readonly systems?: readonly string[];
}

export function addBaseline(root: Command, tools: Tools): void {
  const baseline = root.command('baseline').description('known gaps, so that a check fails on new ones only');
  const common = (command: Command) => withLook(withSystem(withLaw(withVerdict(command))));
  common(
    baseline
      .command('create')
      .description('write down the gaps that fail today')
      .argument('[file...]', 'descriptions, folders, patterns; default: the systems of the configuration')
      .option('--output <file>', `where to; default: the baseline of the configuration, or ${DEFAULT_FILE}`)
      .option('--force', 'write over the baseline that is there'),
  ).action(async (files: string[], flags: BaselineFlags) => {
    const output = flags.output ?? flags.baseline ?? DEFAULT_FILE;
    if (existsSync(output) && !flags.force) throw new UsageError(words(flags).exists(output));
    tools.finish(await create(files, output, flags, tools));
  });
  common(
    baseline
      .command('prune')
      .description('take out of a baseline what is closed, so that it cannot come back unseen')
      .argument('<baseline>')
      .argument('[file...]', 'descriptions, folders, patterns; default: the systems of the configuration'),
  ).action(async (path: string, files: string[], flags: BaselineFlags) => {
    tools.finish(await prune(path, files, flags, tools));
  });
}

const words = ({ lang }: VerdictFlags) => textOf(chooseLanguage(lang)).baseline;

async function create(files: readonly string[], output: string, flags: BaselineFlags, tools: Tools): Promise<number> {
  const gaps = new Map(
    (await assessed(files, flags, tools)).map((report) => [report.source.repositoryPath, gapsOf(report)]),
  );
  writeTo(output, baselineText(verdictOptions(flags).asOf, gaps));
  const told = words(flags);
  writeOut(`${told.written(sizeOf(gaps.values()), gaps.size, output)}\n`);
  // What it cannot hold is better known now than when the gate is red.
  const { reason } = textOf(chooseLanguage(flags.lang));
  for (const { source, verdict } of await assessed(files, flags, tools, output)) {
    const left = verdict.because.map((code) => reason[code]).join(', ');
    if (left !== '') writeOut(plain(`${told.left(source.path, left)}\n`));
  }
  return EXIT.ready;
}

async function prune(path: string, files: readonly string[], flags: BaselineFlags, tools: Tools): Promise<number> {
  const baseline = readBaseline(path);
  if (!('gaps' in baseline)) throw new InputProblems(baseline, flags.lang);
  const kept = new Map<string, readonly string[]>([...baseline.gaps].map(([system, duties]) => [system, [...duties]]));
  const reports = await assessed(files, flags, tools, path);
  for (const report of reports) {
    const system = report.source.repositoryPath;
    const still = kept.get(system)?.filter((id) => !report.baseline?.unused.includes(id)) ?? [];
    if (still.length === 0) kept.delete(system);
    else kept.set(system, still);
  }
  // What is not there any more could cover whatever comes there next.
  for (const system of goneFrom(baseline, reports, flags.configFolder)) kept.delete(system);
  writeTo(path, baselineText(baseline.created, kept));
  const left = sizeOf(kept.values());
  writeOut(
    `${words(flags).pruned(sizeOf([...baseline.gaps.values()].map((duties) => [...duties])) - left, left, path)}\n`,
  );
  return EXIT.ready;
}

/** The assessments of all systems, or every problem of theirs. */
async function assessed(
  files: readonly string[],
  flags: BaselineFlags,
  tools: Tools,
  baseline?: string,
): Promise<readonly Assessment[]> {
  const named = files.length > 0 ? files : (flags.systems ?? []);
  if (named.length === 0) throw new UsageError(words(flags).needsFiles);
  const law = tools.load(flags, chooseLanguage(flags.lang));
  if (!('law' in law)) throw new InputProblems(law, flags.lang);
  const { assessments, problems } = await assessFiles(named, law, {
    ...verdictOptions(flags),
    toolVersion: tools.version,
    commands: [],
    baseline,
  });
  if (problems.length > 0) throw new InputProblems(problems, flags.lang);
  return assessments;
}

function sizeOf(lists: Iterable<readonly string[]>): number {
  return [...lists].flat().length;
}
