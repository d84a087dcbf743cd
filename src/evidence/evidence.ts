import { join, sep, win32 } from 'node:path';
import { type EvidenceFile, lookAt, unread } from './file.ts';
import { ANY_FILE, alternatives, isPattern, partsOf } from './glob.ts';
import { type Astray, type Place, placeOf, realOf } from './place.ts';
import { Walk } from './walk.ts';

export type { EvidenceFile } from './file.ts';

/** What became of looking for something that a control cites. */
export type EvidenceStatus = EvidenceFile['status'] | 'not-looked-for';

export interface FoundEvidence {
  readonly status: EvidenceStatus;
  /** Those that were looked at, at most 1,000, in the order of their paths. */
  readonly files: readonly EvidenceFile[];
  /** There are more than were looked at. */
  readonly cut: boolean;
}

/** By citation, as written in the description. */
export type EvidenceFound = ReadonlyMap<string, FoundEvidence>;

/** What is wrong with evidence, the worst first. */
export const EVIDENCE_FAULTS = ['outside', 'not-found', 'unreadable', 'empty', 'placeholder'] as const;

const WEB_ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/[^\s/]|(?:doi|urn):\S)/i;
/** No system has longer paths. */
const LONGEST_PATH = 4096;
/** More choices in the braces of one pattern are not gone through. */
const MOST_ALTERNATIVES = 100;

/**
 * Looks for cited files, folders and patterns. Paths are relative to `folder`, that of the description; nothing outside
 * `root` is touched. Addresses on the web are recorded, never fetched.
 */
export function lookForEvidence(citations: Iterable<string>, folder: string, root: string): EvidenceFound {
  const [realFolder, realRoot] = [realOf(folder), realOf(root)];
  return new Map([...new Set(citations)].map((citation) => [citation, lookFor(citation, realFolder, realRoot)]));
}

function lookFor(citation: string, folder: string, root: string): FoundEvidence {
  if (leadsOut(citation)) return without('outside');
  if (WEB_ADDRESS.test(citation)) return without('not-looked-for');
  if (citation.length > LONGEST_PATH) return without('not-found');
  const place = placeOf(join(folder, citation), root);
  if (place === 'not-found' && isPattern(citation)) return lookForPattern(citation, folder, root);
  if (typeof place === 'string') return without(place);
  if (place.stat.isDirectory()) return lookThrough(place, root);
  const file = lookAt(place, root);
  return { status: file.status, files: [file], cut: false };
}

function without(status: EvidenceStatus): FoundEvidence {
  return { status, files: [], cut: false };
}

/** The same on every system: what is absolute on Windows would be an odd name elsewhere. */
function leadsOut(citation: string): boolean {
  return win32.isAbsolute(citation) || /^file:/i.test(citation);
}

/** A folder is one thing: it says something if one of its files does. */
function lookThrough(place: Place, root: string): FoundEvidence {
  const walk = new Walk(root);
  walk.findFrom(place.path, ANY_FILE);
  const { files, cut } = lookedAt(walk, root);
  const says = files.some(({ status }) => status === 'found');
  return { status: says ? 'found' : worstOf(files, 'empty'), files, cut };
}

/** A pattern stands for the files that it names, as if each were cited. */
function lookForPattern(pattern: string, folder: string, root: string): FoundEvidence {
  const choices = alternatives(pattern, MOST_ALTERNATIVES);
  if (choices === undefined) return { ...without('not-found'), cut: true };
  const walk = new Walk(root);
  for (const choice of choices) goAlong(choice, folder, root, walk);
  const { files, cut } = lookedAt(walk, root);
  return { status: worstOf(files, 'not-found'), files, cut };
}

function goAlong(pattern: string, folder: string, root: string, walk: Walk): void {
  const names = pattern.split(sep === '\\' ? /[\\/]/ : '/').filter((name) => name !== '' && name !== '.');
  const first = names.findIndex(isPattern);
  const plain = names.slice(0, first === -1 ? names.length - 1 : first);
  const path = join(folder, ...plain);
  const start = leadsOut(pattern) ? 'outside' : placeOf(path, root);
  if (start === 'outside' || start === 'unreadable') walk.add(path, start);
  else if (start !== 'not-found') walk.findFrom(start.path, partsOf(names.slice(plain.length)));
}

function lookedAt(walk: Walk, root: string): Pick<FoundEvidence, 'files' | 'cut'> {
  const look = ([path, what]: [string, Place | Astray]) =>
    typeof what === 'string' ? unread(path, what) : lookAt(what, root);
  const files = [...walk.found].sort(([a], [b]) => (a < b ? -1 : 1)).map(look);
  return { files, cut: walk.isCut };
}

function worstOf(files: readonly EvidenceFile[], none: EvidenceStatus): EvidenceStatus {
  if (files.length === 0) return none;
  return EVIDENCE_FAULTS.find((fault) => files.some(({ status }) => status === fault)) ?? 'found';
}
