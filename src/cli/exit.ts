/** Exit codes, a public contract. */
export const EXIT = { ready: 0, notReady: 1, wrongInput: 2, fault: 3, interrupted: 130 } as const;

/** A call that cannot be carried out, said in words for the one who made it. */
export class UsageError extends Error {}
