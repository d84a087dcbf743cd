/** The ways in which a terminal goes away under a program. */
export interface HungUp {
  /** The terminal is closed, or the program is told to end. */
  readonly leave: () => void;
  /** Ctrl-C, or the input has ended. */
  readonly interrupt: () => void;
  /** Nothing is left to wait for: the input was closed under a prompt. */
  readonly starve: () => void;
}

const SIGNALS = ['SIGHUP', 'SIGTERM'] as const;

/** Watches the terminal. What it gives back ends that, and lets go of the input: else the program would not end. */
export function untilHungUp({ leave, interrupt, starve }: HungUp): () => void {
  for (const signal of SIGNALS) process.on(signal, leave);
  process.on('SIGINT', interrupt).on('beforeExit', starve);
  process.stdin.on('end', interrupt).on('error', leave);
  process.stdout.on('error', leave);
  return () => {
    for (const signal of SIGNALS) process.off(signal, leave);
    process.off('SIGINT', interrupt).off('beforeExit', starve);
    process.stdin.off('end', interrupt).off('error', leave);
    process.stdout.off('error', leave);
    process.stdin.pause();
  };
}

/** The one who is asked, or the terminal, has put an end to it. */
export function isEnd(error: unknown): boolean {
  return error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError');
}
