import type { Problem } from '../yaml/source.ts';

/** Exit codes, a public contract. */
export const EXIT = { ready: 0, notReady: 1, wrongInput: 2, fault: 3, interrupted: 130 } as const;

/** Files that cannot be used, every problem of theirs. */
export class InputProblems extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super('wrong input');
    this.problems = problems;
  }
}

/** A call that cannot be carried out, said in words for the one who made it. */
export class UsageError extends Error {}
