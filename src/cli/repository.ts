import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fromRoot, isInside } from '../evidence/place.ts';
import { STDIN } from './read-source.ts';

/** The nearest folder, from this one upwards, that holds a git repository. */
export function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : repositoryOf(above);
}

/**
 * Below which folder the evidence of a description is looked for: that of the configuration or the repository, where it lies
 * in one; else its own.
 */
export function rootOf(folder: string, configFolder: string | undefined): string {
  if (configFolder !== undefined && isInside(folder, configFolder)) return configFolder;
  return repositoryOf(folder) ?? folder;
}

/**
 * Where a file lies in its repository, with forward slashes: what other programs know it by, wherever they run. Without a
 * repository, where it lies below the folder of the configuration, or below the one that we stand in; else its name.
 */
export function repositoryPathOf(path: string, configFolder: string | undefined): string {
  if (path === STDIN) return path;
  const absolute = resolve(path);
  const folder = dirname(absolute);
  const root = rootsOf(folder, configFolder).find((candidate) => isInside(folder, candidate)) ?? folder;
  return fromRoot(absolute, root);
}

/** The folders that such a path may begin from, for what lies in or near a folder. */
export function rootsOf(folder: string, configFolder: string | undefined): string[] {
  return [repositoryOf(folder), configFolder, process.cwd()].filter((root) => root !== undefined);
}
