import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { type Astray, fromRoot, isForbidden, type Place } from './place.ts';
import { saysNothing } from './placeholder.ts';

/** A file that a citation names. What was not read has no size and no hash. */
export interface EvidenceFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly status: 'found' | 'empty' | 'placeholder' | Astray;
  /** Bytes. */
  readonly size: number | null;
  readonly sha256: string | null;
}

/** A longer file is no placeholder. Bytes. */
const LONGEST_PLACEHOLDER = 65_536;
/** Bytes held at a time. */
const CHUNK = 1_048_576;

export function unread(path: string, status: Astray): EvidenceFile {
  return { path, status, size: null, sha256: null };
}

/** Looks at what lies inside the root. A pipe, a device or a socket is not opened. */
export function lookAt(place: Place, root: string): EvidenceFile {
  const path = fromRoot(place.path, root);
  try {
    const read = withFile(place, (file, { size }) => ({ status: statusOf(file, size), size }));
    if (read === undefined) return unread(path, 'unreadable');
    let hash: string | null = null;
    return {
      path,
      ...read,
      // Worked out when asked for: most reports do not show it, and it takes the whole file.
      get sha256() {
        hash ??= sha256Of(place);
        return hash;
      },
    };
  } catch (error) {
    return unread(path, isForbidden(error) ? 'unreadable' : 'not-found');
  }
}

function statusOf(file: number, size: number): EvidenceFile['status'] {
  if (size === 0) return 'empty';
  if (size > LONGEST_PLACEHOLDER) return 'found';
  const buffer = Buffer.alloc(size);
  const text = textOf(buffer.subarray(0, readSync(file, buffer, 0, size, 0)));
  if (text === undefined) return 'found';
  return text.trim() === '' ? 'empty' : saysNothing(text) ? 'placeholder' : 'found';
}

function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** In hexadecimal; null where the file has changed since it was looked at. */
function sha256Of(place: Place): string | null {
  // Loaded for those who ask only: it brings in all of Node's cryptography.
  const hash = process.getBuiltinModule('node:crypto').createHash('sha256');
  try {
    const done = withFile(place, (file, { size, mtimeMs }) => {
      const buffer = Buffer.alloc(Math.min(CHUNK, size));
      for (let at = 0; at < size; ) {
        const length = readSync(file, buffer, 0, buffer.length, at);
        if (length === 0) return false;
        hash.update(buffer.subarray(0, length));
        at += length;
      }
      return size === place.stat.size && mtimeMs === place.stat.mtimeMs;
    });
    return done ? hash.digest('hex') : null;
  } catch {
    return null;
  }
}

/** Undefined where this is no regular file, or no longer what was seen there: nothing is waited for, no link is followed. */
function withFile<T>({ path, stat }: Place, use: (file: number, stat: Stats) => T): T | undefined {
  if (!stat.isFile()) return undefined;
  // Windows has neither flag, and neither links nor pipes to be led astray by here.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const opened = fstatSync(file);
    return opened.isFile() && opened.ino === stat.ino ? use(file, opened) : undefined;
  } finally {
    closeSync(file);
  }
}
