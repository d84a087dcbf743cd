import { chmodSync, fstatSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

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

export function lookOf(stream: 'out' | 'error'): Look {
  try {
    if (!fstatSync(stream === 'out' ? STDOUT : STDERR).isCharacterDevice())
      return { isTerminal: false, columns: undefined };
  } catch {
    // A closed descriptor is no terminal.
    return { isTerminal: false, columns: undefined };
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

/** From the temporary file to its place. */
type Put = (temporary: string, path: string) => void;

/** Writes a file whole or not at all, over the one that is there unless `put` says otherwise. */
export function writeWhole(path: string, content: string, mode?: number, put: Put = renameSync): void {
  const temporary = join(dirname(path), `.aiact-check.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, content);
    // The mode given when a file is made goes through the mask of the process.
    if (mode !== undefined) chmodSync(temporary, mode);
    put(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    // Nobody asked for the temporary file.
    throw Object.assign(error as Error, { path });
  }
}
