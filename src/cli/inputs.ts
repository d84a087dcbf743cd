import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Problem, Source } from '../yaml/source.ts';
import { CONFIG_NAMES } from './config.ts';
import { fault, notFound, readSource, STDIN } from './read-source.ts';

const YAML = /\.ya?ml$/i;
/** What makes a YAML file found in a folder a description. */
const MARK = /^(?:\{\s*)?["']?aiact-check["']?\s*:|^\s*"aiact-check"\s*:/im;
/** A description that has lost its first line must not leave the gate unseen. */
const LOST = [/^system\s*:/m, /^(?:ai|operator|market|deployment|purpose|device|data|claims|controls)[.\w-]*\s*:/m];

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
      const found = yamlFilesIn(argument, problems);
      const descriptions = found.filter(isDescription);
      paths.push(...descriptions);
      leftAside.push(...found.filter((path) => !descriptions.includes(path) && !isConfig(path)));
      if (descriptions.length === 0) problems.push(fault(argument, 'nothing-found'));
    } else if (/[*?{[]/.test(argument)) {
      several = true;
      const { glob } = await import('tinyglobby');
      const found = (await glob(argument, { ignore: ['**/node_modules/**'] })).sort();
      paths.push(...found);
      if (found.length === 0) problems.push(fault(argument, 'nothing-found'));
    } else problems.push(notFound(argument, commands));
  }
  const unlike = new Map(
    paths.filter((path) => !isConfig(path)).map((path) => [path === STDIN ? path : resolve(path), path]),
  );
  return { paths: [...unlike.values()], several, leftAside, problems };
}

/** Settings are found where systems are, and are none. */
function isConfig(path: string): boolean {
  return CONFIG_NAMES.includes(basename(path));
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

/** A folder that cannot be listed is a problem of its own; the others are still looked at. */
function yamlFilesIn(folder: string, problems: Problem[]): string[] {
  return list(folder, problems)
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return yamlFilesIn(path, problems);
      // A pipe that happens to lie there would be waited for.
      return YAML.test(entry.name) && !entry.isFIFO() && !entry.isSocket() ? [path] : [];
    });
}

function list(folder: string, problems: Problem[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    problems.push(fault(folder, 'cannot-read', { message: (error as NodeJS.ErrnoException).code ?? '' }));
    return [];
  }
}

function isDescription(path: string): boolean {
  const source = readSource(path);
  // What cannot be read is kept, so that it is reported and not passed over.
  if (!(source instanceof Source)) return true;
  return MARK.test(source.text) || LOST.every((part) => part.test(source.text));
}
