import { accessSync, constants, copyFileSync, linkSync, lstatSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { sha256Of } from '../yaml/sha256.ts';
import { type Problem, Source } from '../yaml/source.ts';
import { fault, readSource } from './read-source.ts';
import { targetOf, writeWhole } from './write.ts';

/** Where the text went: to its own file or, where somebody else had changed that one, beside it. */
export interface Saved {
  readonly path: string;
  readonly beside: boolean;
}

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Writes a description whole or not at all, never over one that is not as it was read: `readSha256` is of the text that was
 * read, null where there was none. A link stays a link: what it leads to is written.
 */
export function save(path: string, text: string, readSha256: string | null): Saved | Problem {
  try {
    const target = targetOf(path);
    const found = lstatSync(target, { throwIfNoEntry: false }) === undefined ? null : readSource(target);
    if (found === null) return writeNew(target, text) ? { path, beside: false } : writeBeside(target, text);
    if (!(found instanceof Source) || sha256Of(found.text) !== readSha256) return writeBeside(target, text);
    // Put in its place by a new one, a file that must not be written would be.
    accessSync(target, constants.W_OK);
    const mark = readFileSync(target, 'utf8').startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
    writeWhole(target, mark + text, statSync(target).mode & 0o7777);
    return { path, beside: false };
  } catch (error) {
    return cannotWrite(path, error);
  }
}

/** What will keep a description from being saved: better known before it is asked for than after. */
export function whyNotSaved(path: string): Problem | undefined {
  try {
    const target = targetOf(path);
    accessSync(dirname(target), constants.W_OK);
    if (lstatSync(target, { throwIfNoEntry: false }) !== undefined) accessSync(target, constants.W_OK);
    return undefined;
  } catch (error) {
    return cannotWrite(path, error);
  }
}

function cannotWrite(path: string, error: unknown): Problem {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return fault(path, 'cannot-write', { message: code });
}

/** `system.1.yaml`, or the first number that is free. */
function writeBeside(target: string, text: string): Saved {
  const { dir, name, ext } = parse(target);
  for (let number = 1; ; number++) {
    const path = join(dir, `${name}.${number}${ext}`);
    if (writeNew(path, text)) return { path, beside: true };
  }
}

/** False where something is there already, whatever came between looking and writing. */
function writeNew(path: string, text: string): boolean {
  try {
    writeWhole(path, text, undefined, putNew);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function putNew(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Some file systems know no links.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EMLINK') throw error;
    copyFileSync(temporary, path, constants.COPYFILE_EXCL);
  }
  rmSync(temporary);
}
