import {
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { nearest } from '../yaml/nearest.ts';
import { LIMITS } from '../yaml/parse.ts';
import { type Problem, problem, Source } from '../yaml/source.ts';

export const STDIN = '-';
const YAML = /\.ya?ml$/i;
/** What makes a YAML file found in a folder a description. */
const MARK = /^(?:\{\s*)?["']?aiact-check["']?\s*:|^\s*"aiact-check"\s*:/m;

export interface Inputs {
  readonly paths: readonly string[];
  /** More than one file was asked for, even if only one was found. */
  readonly several: boolean;
  /** YAML files in folders that are no descriptions. */
  readonly leftAside: readonly string[];
  readonly problems: readonly Problem[];
}

/** From files, folders, patterns and `-` to the files to check. A name that is none may be a command, misspelt. */
export async function findInputs(given: readonly string[], commands: readonly string[] = []): Promise<Inputs> {
  const paths: string[] = [];
  const leftAside: string[] = [];
  const problems: Problem[] = [];
  let several = given.length > 1;
  for (const argument of given) {
    const kind = kindOf(argument);
    if (kind === 'file') paths.push(argument);
    else if (kind === 'folder') {
      several = true;
      const found = yamlFilesIn(argument);
      const descriptions = found.filter(isDescription);
      paths.push(...descriptions);
      leftAside.push(...found.filter((path) => !descriptions.includes(path)));
      if (descriptions.length === 0) problems.push(fault(argument, 'nothing-found'));
    } else if (/[*?{[]/.test(argument)) {
      several = true;
      const { glob } = await import('tinyglobby');
      const found = (await glob(argument, { ignore: ['**/node_modules/**'] })).sort();
      paths.push(...found);
      if (found.length === 0) problems.push(fault(argument, 'nothing-found'));
    } else problems.push(notFound(argument, commands));
  }
  return { paths: [...new Set(paths)], several, leftAside, problems };
}

/** Undefined where nothing is. What cannot be looked at counts as a file, so that reading it tells why. */
function kindOf(path: string): 'file' | 'folder' | undefined {
  if (path === STDIN) return 'file';
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat && (stat.isDirectory() ? 'folder' : 'file');
  } catch {
    return 'file';
  }
}

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

function decode(path: string, bytes: Uint8Array): Source | Problem {
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

/** Writes a file whole or not at all. */
export function writeWhole(path: string, content: string): void {
  const temporary = join(dirname(path), `.aiact-check.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    // Nobody asked for the temporary file.
    throw Object.assign(error as Error, { path });
  }
}

function yamlFilesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return yamlFilesIn(path);
      return YAML.test(entry.name) && !entry.isDirectory() ? [path] : [];
    });
}

function isDescription(path: string): boolean {
  const source = readSource(path);
  // What cannot be read is kept, so that it is reported and not passed over.
  return !(source instanceof Source) || MARK.test(source.text);
}

function notFound(path: string, commands: readonly string[] = []): Problem {
  const folder = dirname(path);
  const beside = lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
  const near = nearest(basename(path), basename(path) === path ? [...beside, ...commands] : beside);
  return fault(path, 'not-found', near === undefined ? {} : { nearest: join(folder, near) });
}

function fault(path: string, code: Problem['code'], args: Record<string, string> = {}): Problem {
  return problem(new Source(path, ''), undefined, code, args);
}
