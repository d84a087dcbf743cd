import { appendFileSync } from 'node:fs';
import type { Assessment, Portfolio } from '../assessment/contract.ts';
import { exitCodeOf } from '../assessment/verdict.ts';
import type { LoadedLaw } from '../law/artefact.ts';
import type { Language } from '../law/law.ts';
import { render } from '../report/formats.ts';
import { stepSummary } from '../report/github.ts';
import { problemToError, terminalProblems } from '../report/problems.ts';
import { textOf } from '../text/text.ts';
import type { Problem } from '../yaml/source.ts';
import { assessFiles, type FilesOptions } from './assess-files.ts';
import { EXIT } from './exit.ts';
import type { Output } from './options.ts';
import { lookOf, writeError, writeOut, writeWhole } from './output.ts';
import { repositoryPathOf } from './repository.ts';
import { chooseColour, chooseWidth } from './terminal.ts';

export interface CheckOptions extends FilesOptions {
  readonly language: Language;
  readonly outputs: readonly Output[];
  readonly all: boolean;
  /** How it is told: see `viewOf`. */
  readonly by: string;
  /** A list for somebody else is no verdict: it never fails. */
  readonly isRequest: boolean;
  readonly colour: boolean | undefined;
}

/** Checks files and writes the reports. Gives the exit code, which is a function of what is reported. */
export async function check(files: readonly string[], law: LoadedLaw, options: CheckOptions): Promise<number> {
  const { inputs, assessments, problems } = await assessFiles(files, law, options);
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
  if (options.outputs.some(({ format }) => format === 'github')) writeStepSummary(report, options.language);
  return options.isRequest && problems.length === 0 ? EXIT.ready : exitCodeOf(assessments, problems);
}

function portfolio(
  assessments: readonly Assessment[],
  problems: readonly Problem[],
  { language, toolVersion, configFolder }: CheckOptions,
): Portfolio {
  const text = textOf(language);
  return {
    format: 'aiact-check/portfolio@1',
    tool: { version: toolVersion },
    assessments,
    errors: problems.map((found) => problemToError(found, repositoryPathOf(found.path, configFolder), text)),
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

/** GitHub shows on the page of a run what stands in the file that this variable names; several steps write into one. */
function writeStepSummary(report: Assessment | Portfolio, language: Language): void {
  const { GITHUB_STEP_SUMMARY: file } = process.env;
  if (file) appendFileSync(file, stepSummary(report, language));
}
