import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { writeOut } from './output.ts';

/** From the temporary file to its place. */
type Put = (temporary: string, path: string) => void;

/** Writes a report or, where no file is named, prints it. A pipe or a device, such as /dev/null, takes it and stays what it is. */
export function writeTo(file: string | undefined, content: string): void {
  if (file === undefined) {
    writeOut(content);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  if (statSync(file, { throwIfNoEntry: false })?.isFile() ?? true) writeWhole(targetOf(file), content);
  else writeFileSync(file, content);
}

/** Writes a file whole or not at all, over the one that is there unless `put` says otherwise. */
export function writeWhole(path: string, content: string, mode?: number, put: Put = renameSync): void {
  // Containers that share a folder may share ids of processes too.
  const unique = `${process.pid}.${Math.random().toString(36).slice(2)}`;
  const temporary = join(dirname(path), `.aiact-check.${unique}.tmp`);
  try {
    writeFileSync(temporary, content, { flag: 'wx' });
    // The mode given when a file is made goes through the mask of the process.
    if (mode !== undefined) chmodSync(temporary, mode);
    put(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    // Nobody asked for the temporary file.
    throw Object.assign(error as Error, { path });
  }
}

/** Where a link leads, be there anything or not. */
export function targetOf(path: string, links = 0): string {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat?.isSymbolicLink()) return path;
  try {
    return realpathSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || links > 40) throw error;
    return targetOf(resolve(dirname(path), readlinkSync(path)), links + 1);
  }
}
