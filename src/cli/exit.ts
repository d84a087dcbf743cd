import type { Language } from '../law/law.ts';
import type { Problem } from '../yaml/source.ts';

/** Exit codes, a public contract. */
export const EXIT = { ready: 0, notReady: 1, wrongInput: 2, fault: 3, interrupted: 130 } as const;

/** Files that cannot be used, every problem of theirs; with the language that the call asks for, if any. */
export class InputProblems extends Error {
  readonly problems: readonly Problem[];
  readonly language: Language | undefined;

  constructor(problems: readonly Problem[], language: Language | undefined) {
    super('wrong input');
    this.problems = problems;
    this.language = language;
  }
}

/** A call that cannot be carried out, said in words for the one who made it. */
export class UsageError extends Error {}
