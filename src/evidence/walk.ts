import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from './glob.ts';
import { type Astray, fromRoot, isForbidden, type Place, placeOf } from './place.ts';

/** What one citation may name, and how many names and how deep may be looked at for it. */
export const LIMITS = { files: 1000, names: 50_000, depth: 64 } as const;

/**
 * Finds files by the parts of patterns. Links that stay inside the root are followed; what is named and leads out of it is
 * told, not looked at. Hidden folders and `node_modules` are entered by name only.
 */
export class Walk {
  readonly #root: string;
  readonly #found = new Map<string, Place | Astray>();
  /** Folders with the number of parts that were left there: a second time would find the same, and a circle ends. */
  #seen = new Set<string>();
  #names = 0;
  #isFull = false;
  #isCut = false;

  constructor(root: string) {
    this.#root = root;
  }

  /** By path from the root, each once. */
  get found(): ReadonlyMap<string, Place | Astray> {
    return this.#found;
  }

  /** There is more than was looked at. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** Adds what the parts name below a folder, which is a real path inside the root. */
  findFrom(folder: string, parts: readonly Part[]): void {
    this.#seen = new Set();
    this.#go(folder, parts, 0);
  }

  add(path: string, what: Place | Astray): void {
    const name = fromRoot(path, this.#root);
    if (this.#found.size < LIMITS.files || this.#found.has(name)) this.#found.set(name, what);
    else this.#stop();
  }

  #go(folder: string, parts: readonly Part[], depth: number): void {
    const [part, ...rest] = parts;
    const state = `${parts.length} ${folder}`;
    if (part === undefined || this.#seen.has(state)) return;
    if (depth > LIMITS.depth) this.#isCut = true;
    else {
      this.#seen.add(state);
      if (part.kind === 'name') this.#goByName(folder, part.name, rest, depth);
      else if (part.kind === 'names') this.#goByNames(folder, part.fits, rest, depth);
      else {
        this.#go(folder, rest, depth);
        for (const next of this.#foldersIn(folder, (name) => !name.startsWith('.'))) this.#go(next, parts, depth + 1);
      }
    }
  }

  /** A file that a pattern asks for by name need not be there. */
  #goByName(folder: string, name: string, rest: readonly Part[], depth: number): void {
    const path = join(folder, name);
    const place = placeOf(path, this.#root);
    if (place === 'not-found') return;
    if (typeof place === 'string') this.add(path, place);
    else if (place.stat.isDirectory()) this.#go(place.path, rest, depth + 1);
    else if (rest.length === 0) this.add(place.path, place);
  }

  #goByNames(folder: string, fits: (name: string) => boolean, rest: readonly Part[], depth: number): void {
    if (rest.length > 0) {
      for (const next of this.#foldersIn(folder, fits)) this.#go(next, rest, depth + 1);
      return;
    }
    for (const { name } of this.#list(folder, fits)) {
      const place = placeOf(join(folder, name), this.#root);
      if (typeof place === 'string') this.add(join(folder, name), place);
      else if (!place.stat.isDirectory()) this.add(place.path, place);
    }
  }

  /** Where links lead that stay inside the root. */
  #foldersIn(folder: string, fits: (name: string) => boolean): string[] {
    return this.#list(folder, fits).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (!entry.isSymbolicLink()) return entry.isDirectory() ? [path] : [];
      const place = placeOf(path, this.#root);
      return typeof place !== 'string' && place.stat.isDirectory() ? [place.path] : [];
    });
  }

  #list(folder: string, fits: (name: string) => boolean): Dirent[] {
    if (this.#isFull) return [];
    try {
      const entries = readdirSync(folder, { withFileTypes: true });
      this.#names += entries.length + 1;
      if (this.#names > LIMITS.names) this.#stop();
      return entries
        .filter(({ name }) => name !== 'node_modules' && fits(name))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      if (isForbidden(error)) this.add(folder, 'unreadable');
      return [];
    }
  }

  #stop(): void {
    this.#isFull = true;
    this.#isCut = true;
  }
}
