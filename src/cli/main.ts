import { fileURLToPath } from 'node:url';
import { CommanderError } from 'commander';
import { plain } from '../report/safe.ts';
import { EXIT, InputProblems, UsageError } from './exit.ts';
import { writeError } from './output.ts';
import { printFaults, program } from './program.ts';
import { chooseLanguage } from './terminal.ts';

/** Put in by the bundler from package.json. */
declare const TOOL_VERSION: string;

const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url));

async function main(): Promise<void> {
  const installed = {
    version: TOOL_VERSION,
    compiledLaw: beside('./law'),
    rules: beside('../rules'),
    schema: beside('../schema'),
  };
  try {
    await program(installed, (code) => {
      process.exitCode = code;
    }).parseAsync();
  } catch (error) {
    process.exitCode = explain(error);
  }
}

/** Says what went wrong and gives the exit code. A stack trace is for those who ask for it. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ready : EXIT.wrongInput;
  if (error instanceof InputProblems) return printFaults(error.problems, chooseLanguage(error.language));
  if (error instanceof UsageError) {
    writeError(plain(`aiact-check: ${error.message}\n`));
    return EXIT.wrongInput;
  }
  const { message, stack, code, path } = error as NodeJS.ErrnoException;
  if (code !== undefined && path !== undefined) {
    writeError(plain(`aiact-check: ${path}: ${code}\n`));
    return EXIT.wrongInput;
  }
  writeError(`aiact-check: fault in the tool: ${process.env.AIACT_CHECK_DEBUG ? stack : message}\n`);
  return EXIT.fault;
}

void main();
