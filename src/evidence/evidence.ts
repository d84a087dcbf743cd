import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';

/** What became of looking for something that a control cites. */
export type EvidenceStatus = 'found' | 'not-found' | 'empty' | 'outside' | 'not-looked-for';

/** By citation, as written in the description. */
export type EvidenceFound = ReadonlyMap<string, EvidenceStatus>;

/**
 * Looks for cited files and folders. Paths are relative to `folder`, that of the description; nothing outside `root` is
 * touched. Addresses on the web are recorded, never fetched.
 */
export function lookForEvidence(citations: Iterable<string>, folder: string, root: string): EvidenceFound {
  // The real path may lead out of the root through a link, even where the written one does not.
  const realRoot = realpathSync.native(root);
  return new Map(Array.from(citations, (citation) => [citation, lookFor(citation, folder, root, realRoot)]));
}

function lookFor(citation: string, folder: string, root: string, realRoot: string): EvidenceStatus {
  if (/^[a-z][a-z0-9+.-]+:/i.test(citation) && !/^[a-z]:[\\/]/i.test(citation)) return 'not-looked-for';
  if (isAbsolute(citation)) return 'outside';
  const path = join(folder, citation);
  if (!isInside(path, root)) return 'outside';
  try {
    if (!isInside(realpathSync.native(path), realRoot)) return 'outside';
    const stat = statSync(path);
    if (stat.isDirectory()) return readdirSync(path).length > 0 ? 'found' : 'empty';
    if (!stat.isFile()) return 'not-found';
    return stat.size > 0 ? 'found' : 'empty';
  } catch {
    return 'not-found';
  }
}

function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
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
