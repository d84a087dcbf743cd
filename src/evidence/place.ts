import { lstatSync, readlinkSync, realpathSync, type Stats } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** Something inside the root, with no link on the way to it, and what it was when it was looked at. */
export interface Place {
  readonly path: string;
  readonly stat: Stats;
}

/** What keeps a path from being a place. */
export type Astray = 'outside' | 'not-found' | 'unreadable';

/** More links one after another are a circle. */
const MOST_LINKS = 40;

/** Where a path leads, link by link, up to the point where it leaves the root: whether anything is there is not looked at. */
export function placeOf(path: string, root: string): Place | Astray {
  try {
    return follow(path, root, 0);
  } catch (error) {
    return isForbidden(error) ? 'unreadable' : 'not-found';
  }
}

export function isForbidden(error: unknown): boolean {
  return ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');
}

/** Without links; as it is where nothing is there. */
export function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** From the root, with forward slashes. */
export function fromRoot(path: string, root: string): string {
  return relative(root, path).split(sep).join('/') || '.';
}

function follow(path: string, root: string, links: number): Place | Astray {
  if (links > MOST_LINKS) return 'not-found';
  if (!isInside(path, root)) return 'outside';
  const names = relative(root, path).split(sep);
  let at = root;
  for (const [index, name] of names.entries()) {
    at = join(at, name);
    const stat = lstatSync(at);
    if (stat.isSymbolicLink())
      return follow(resolve(dirname(at), readlinkSync(at), ...names.slice(index + 1)), root, links + 1);
    if (index === names.length - 1) return { path: at, stat };
  }
  return 'not-found';
}

export function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
