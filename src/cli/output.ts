import { fstatSync, writeSync } from 'node:fs';

const STDOUT = 1;
const STDERR = 2;

/**
 * Standard output and standard error without Node's streams, which take a while to set up and lose what is still
 * unwritten when a process ends. A terminal still needs its stream, to say how wide it is.
 */
export function writeOut(text: string): void {
  writeAll(STDOUT, text);
}

export function writeError(text: string): void {
  writeAll(STDERR, text);
}

export interface Look {
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
}

export const NO_TERMINAL: Look = { isTerminal: false, columns: undefined };

export function lookOf(stream: 'out' | 'error'): Look {
  try {
    if (!fstatSync(stream === 'out' ? STDOUT : STDERR).isCharacterDevice()) return NO_TERMINAL;
  } catch {
    // A closed descriptor is no terminal.
    return NO_TERMINAL;
  }
  const { isTTY, columns } = stream === 'out' ? process.stdout : process.stderr;
  return { isTerminal: isTTY === true, columns: isTTY ? columns : undefined };
}

function writeAll(descriptor: number, text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A reader that has seen enough (head, less) is no fault.
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
      // A slow reader: wait a moment without burning the processor.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
