import { type AssessOptions, assess } from '../assessment/assess.ts';
import type { Assessment, Portfolio } from '../assessment/contract.ts';
import type { LoadedLaw } from '../law/artefact.ts';
import type { Language } from '../law/law.ts';
import { render } from '../report/formats.ts';
import { problemToError, terminalProblems } from '../report/problems.ts';
import { textOf } from '../text/text.ts';
import type { Problem } from '../yaml/source.ts';
import { EXIT } from './exit.ts';
import { findInputs } from './inputs.ts';
import type { Output } from './options.ts';
import { lookOf, writeError, writeOut, writeWhole } from './output.ts';
import { readSystem } from './system.ts';
import { chooseColour, chooseWidth } from './terminal.ts';

export interface CheckOptions extends Omit<AssessOptions, 'evidence'> {
  readonly language: Language;
  readonly outputs: readonly Output[];
  readonly set: ReadonlyMap<string, string>;
  readonly root: string | undefined;
  /** What a file that is not there may have been meant for. */
  readonly commands: readonly string[];
  readonly all: boolean;
  /** How it is told: see `viewOf`. */
  readonly by: string;
  /** A list for somebody else is no verdict: it never fails. */
  readonly isRequest: boolean;
  readonly colour: boolean | undefined;
}

/** Checks files and writes the reports. Gives the exit code, which is a function of what is reported. */
export async function check(files: readonly string[], law: LoadedLaw, options: CheckOptions): Promise<number> {
  const inputs = await findInputs(files, options.commands);
  const problems: Problem[] = [...inputs.problems];
  const assessments = inputs.paths.flatMap((path) => {
    const checked = checkFile(path, law, options);
    if ('format' in checked) return [checked];
    problems.push(...checked);
    return [];
  });
  const text = textOf(options.language);
  if (inputs.leftAside.length > 0) writeError(`${text.leftAside(inputs.leftAside.length)}\n`);
  const report =
    inputs.several || assessments[0] === undefined ? portfolio(assessments, problems, options) : assessments[0];
  if (problems.length > 0) {
    const look = lookOf('error');
    const [colour, width] = [chooseColour(options.colour, look), chooseWidth(look)];
    writeError(terminalProblems(problems, options.language, { width, colour }));
  }
  for (const output of options.outputs) write(report, output, options);
  return options.isRequest && problems.length === 0 ? EXIT.ready : exitCode(assessments, problems);
}

function checkFile(path: string, law: LoadedLaw, options: CheckOptions): Assessment | readonly Problem[] {
  const system = readSystem(path, law, options);
  if (!('description' in system)) return system;
  return assess(system.description, law, { ...options, evidence: system.evidence });
}

function portfolio(
  assessments: readonly Assessment[],
  problems: readonly Problem[],
  { language }: CheckOptions,
): Portfolio {
  const text = textOf(language);
  return {
    format: 'aiact-check/portfolio@1',
    assessments,
    errors: problems.map((found) => problemToError(found, text)),
  };
}

function write(
  report: Assessment | Portfolio,
  { format, file }: Output,
  { language, all, by, colour }: CheckOptions,
): void {
  // With nothing but errors, standard error has said it all to a person; programs still get their report.
  if (format === 'terminal' && 'errors' in report && report.assessments.length === 0) return;
  const look = file === undefined ? lookOf('out') : { isTerminal: false, columns: undefined };
  const width = chooseWidth(look);
  const written = render(format, report, {
    width,
    colour: chooseColour(file === undefined ? colour : false, look),
    all,
    by,
    language,
  });
  if (file === undefined) writeOut(written);
  else writeWhole(file, written);
}

function exitCode(assessments: readonly Assessment[], problems: readonly Problem[]): number {
  if (problems.length > 0) return EXIT.wrongInput;
  return assessments.every(({ verdict }) => verdict.value === 'ready') ? EXIT.ready : EXIT.notReady;
}
