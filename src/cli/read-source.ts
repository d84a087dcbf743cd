import { closeSync, lstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { nearest } from '../yaml/nearest.ts';
import { LIMITS } from '../yaml/parse.ts';
import { type Problem, problem, Source } from '../yaml/source.ts';

export const STDIN = '-';

/** The text of a file, or what keeps it from being read as one. */
export function readSource(path: string): Source | Problem {
  try {
    if (path !== STDIN) {
      const stat = statSync(path);
      if (stat.isDirectory()) return fault(path, 'is-folder');
      // A pipe named on the command line is as good as standard input; a device may never end.
      if (!stat.isFile() && !stat.isFIFO()) return fault(path, 'not-regular');
      if (stat.size > LIMITS.bytes) return fault(path, 'too-large', { limit: String(LIMITS.bytes) });
    }
    return decode(path, readAtMost(path, LIMITS.bytes + 1));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? notFound(path) : fault(path, 'cannot-read', { message: code ?? message });
  }
}

/** The text of a file of that name from its bytes. */
export function decode(path: string, bytes: Uint8Array): Source | Problem {
  if (bytes.length > LIMITS.bytes) return fault(path, 'too-large', { limit: String(LIMITS.bytes) });
  if (bytes.includes(0)) return fault(path, 'binary');
  try {
    return new Source(path, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    const readable = new Source(path, new TextDecoder('utf-8').decode(bytes));
    const at = readable.text.indexOf('\u{FFFD}');
    return problem(readable, { start: at, end: at + 1 }, 'not-utf8');
  }
}

function readAtMost(path: string, limit: number): Uint8Array {
  const file = path === STDIN ? 0 : openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(limit);
    let length = 0;
    while (length < limit) {
      const read = readChunk(file, buffer, length);
      if (read === 0) break;
      length += read;
    }
    return buffer.subarray(0, length);
  } finally {
    if (file !== 0) closeSync(file);
  }
}

function readChunk(file: number, buffer: Buffer, offset: number): number {
  for (;;) {
    try {
      return readSync(file, buffer, offset, buffer.length - offset, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      // Standard input that is not ready yet: wait a moment without burning the processor.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

/** A file that is not there, with the nearest name that is: a file beside it or, where none was meant, a command. */
export function notFound(path: string, commands: readonly string[] = []): Problem {
  const folder = dirname(path);
  const name = basename(path);
  const all = lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
  // A link to nothing is there itself.
  const beside = all.filter((other) => other !== name);
  const near = nearest(name, name === path ? [...beside, ...commands] : beside);
  return fault(path, 'not-found', near === undefined ? {} : { nearest: join(folder, near) });
}

export function fault(path: string, code: Problem['code'], args: Record<string, string> = {}): Problem {
  return problem(new Source(path, ''), undefined, code, args);
}
