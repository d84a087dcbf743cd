import { lstatSync, readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** What became of looking for something that a control cites. */
export type EvidenceStatus =
  | 'found'
  | 'not-found'
  | 'empty'
  | 'placeholder'
  | 'unreadable'
  | 'outside'
  | 'not-looked-for';

/** A file that is cited: its path from the root with forward slashes, its size in bytes. */
export interface EvidenceFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

export interface FoundEvidence {
  readonly status: EvidenceStatus;
  readonly files: readonly EvidenceFile[];
}

/** By citation, as written in the description. */
export type EvidenceFound = ReadonlyMap<string, FoundEvidence>;

/** More links one after another are a circle. */
const MOST_LINKS = 40;

/**
 * Looks for cited files and folders. Paths are relative to `folder`, that of the description; nothing outside `root` is
 * touched. Addresses on the web are recorded, never fetched.
 */
export function lookForEvidence(citations: Iterable<string>, folder: string, root: string): EvidenceFound {
  const [realFolder, realRoot] = [realOf(folder), realOf(root)];
  const found = new Map<string, FoundEvidence>();
  for (const citation of citations) found.set(citation, { status: lookFor(citation, realFolder, realRoot), files: [] });
  return found;
}

function lookFor(citation: string, folder: string, root: string): EvidenceStatus {
  if (/^[a-z][a-z0-9+.-]+:/i.test(citation) && !/^[a-z]:[\\/]/i.test(citation)) return 'not-looked-for';
  if (isAbsolute(citation)) return 'outside';
  try {
    const path = follow(join(folder, citation), root);
    if (path === undefined) return 'outside';
    const stat = statSync(path);
    if (stat.isDirectory()) return readdirSync(path).length > 0 ? 'found' : 'empty';
    if (!stat.isFile()) return 'not-found';
    return stat.size > 0 ? 'found' : 'empty';
  } catch {
    return 'not-found';
  }
}

/** Where a path leads, link by link, or undefined once it leaves the root: whether anything is there is not looked at. */
function follow(path: string, root: string, links = 0): string | undefined {
  if (links > MOST_LINKS) throw new Error('links run in a circle');
  if (!isInside(path, root)) return undefined;
  const names = relative(root, path).split(sep);
  let at = root;
  for (const [index, name] of names.entries()) {
    at = join(at, name);
    if (!lstatSync(at).isSymbolicLink()) continue;
    return follow(resolve(dirname(at), readlinkSync(at), ...names.slice(index + 1)), root, links + 1);
  }
  return at;
}

function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function realOf(folder: string): string {
  return exists(folder) ? realpathSync(folder) : folder;
}

/** The nearest folder above `folder` that holds a git repository, else `folder` itself. */
export function defaultRoot(folder: string): string {
  for (let at = folder; ; at = join(at, '..')) {
    if (exists(join(at, '.git'))) return at;
    if (join(at, '..') === at) return folder;
  }
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
