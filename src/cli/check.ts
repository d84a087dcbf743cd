import { appendFileSync } from 'node:fs';
import type { Assessment, Portfolio } from '../assessment/contract.ts';
import { exitCodeOf } from '../assessment/verdict.ts';
import type { LoadedLaw } from '../law/artefact.ts';
import type { Language } from '../law/law.ts';
import { render } from '../report/formats.ts';
import { stepSummary } from '../report/github.ts';
import { problemToError, terminalProblems } from '../report/problems.ts';
import { plain } from '../report/safe.ts';
import { textOf } from '../text/text.ts';
import type { Problem } from '../yaml/source.ts';
import { assessFiles, type FilesOptions } from './assess-files.ts';
import { checkOutputs, goneFrom, namesOf } from './cautions.ts';
import { EXIT, UsageError } from './exit.ts';
import type { Output } from './options.ts';
import { writeError } from './output.ts';
import { repositoryPathOf } from './repository.ts';
import { styleFor } from './terminal.ts';
import { writeTo } from './write.ts';

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
  const { inputs, assessments, baseline, problems } = await assessFiles(files, law, options);
  const text = textOf(options.language);
  if (inputs.several && options.by !== 'law')
    throw new UsageError(text.oneSystemOnly(options.isRequest ? '--for' : '--by'));
  checkOutputs(options.outputs, [...inputs.paths, ...(options.baseline ? [options.baseline] : [])], text);
  if (inputs.leftAside.length > 0)
    writeError(plain(`${text.leftAside(inputs.leftAside.length, namesOf(inputs.leftAside))}\n`));
  for (const system of baseline === undefined ? [] : goneFrom(baseline, assessments, options.configFolder))
    writeError(plain(`${text.notThere(system, baseline?.gaps.get(system)?.size ?? 0, baseline?.path ?? '')}\n`));
  const isAlone = !inputs.several && problems.length === 0;
  const report = isAlone && assessments[0] !== undefined ? assessments[0] : portfolio(assessments, problems, options);
  if (problems.length > 0) writeError(terminalProblems(problems, options.language, styleFor('error', options.colour)));
  // What is printed comes first, lest a file that cannot be written keep it back.
  for (const output of [...options.outputs].sort((a, b) => Number(a.file !== undefined) - Number(b.file !== undefined)))
    write(report, output, options);
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
  const style = styleFor(file === undefined ? 'out' : 'file', colour);
  writeTo(file, render(format, report, { ...style, all, by, language }));
}

/** GitHub shows on the page of a run what stands in the file that this variable names; several steps write into one. */
function writeStepSummary(report: Assessment | Portfolio, language: Language): void {
  const { GITHUB_STEP_SUMMARY: file } = process.env;
  if (!file) return;
  try {
    appendFileSync(file, stepSummary(report, language));
  } catch (error) {
    // The verdict stands without it.
    const { code = '' } = error as NodeJS.ErrnoException;
    writeError(plain(`${textOf(language).summaryNotWritten(file, code)}\n`));
  }
}
