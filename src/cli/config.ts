import { statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { Problems } from '../description/problems.ts';
import type { Node } from '../yaml/node.ts';
import { parse } from '../yaml/parse.ts';
import { type Problem, problem, Source } from '../yaml/source.ts';
import { KEYS, type Reading } from './config-keys.ts';
import { readSource } from './read-source.ts';
import { repositoryOf } from './repository.ts';

/** Of these, the first that is there. */
export const CONFIG_NAMES: readonly string[] = ['aiact.config.yaml', 'aiact.config.yml'];

/** What a project says of how it is to be checked, in the place of options of the command line. */
export interface Config {
  readonly path: string;
  /** Absolute: what the paths in it are relative to. */
  readonly folder: string;
  /** What is checked where a call names nothing. */
  readonly systems: readonly string[] | undefined;
  /** By the long name of the option that each stands for. */
  readonly settings: ReadonlyMap<string, Setting>;
}

export interface Setting {
  /** As the option itself would give it. */
  readonly value: unknown;
  readonly line: number;
}

/** The configuration of a folder: in it, or above it up to the root of its repository. */
export function findConfig(from: string): string | undefined {
  const root = repositoryOf(from) ?? from;
  for (let folder = from; ; folder = dirname(folder)) {
    const found = CONFIG_NAMES.map((name) => join(folder, name)).find(isFile);
    if (found !== undefined) return relative(process.cwd(), found);
    if (folder === root || folder === dirname(folder)) return undefined;
  }
}

/** Every problem at once; with any, there is no configuration. */
export function readConfig(path: string): Config | readonly Problem[] {
  const source = readSource(path);
  if (!(source instanceof Source)) return [source];
  const { documents, problems } = parse(source);
  if (problems.length > 0) return problems;
  const [root, second] = documents;
  if (second !== undefined) return [problem(source, second, 'several-documents')];
  return new Reader(source).read(root);
}

class Reader {
  readonly #source: Source;
  readonly #problems: Problems;
  readonly #settings = new Map<string, Setting>();

  constructor(source: Source) {
    this.#source = source;
    this.#problems = new Problems(source);
  }

  read(root: Node | undefined): Config | readonly Problem[] {
    const { path } = this.#source;
    const folder = dirname(resolve(path));
    const isEmpty = root === undefined || (root.kind === 'scalar' && root.text === '');
    if (!isEmpty && root.kind !== 'table') this.#problems.wrongKind(root, path, 'keys');
    if (root?.kind === 'table') {
      const reading: Reading = { problems: this.#problems, inFolder: (name) => fromHere(folder, name) };
      for (const { key, value } of root.entries) {
        const read = KEYS[key.text];
        if (key.text.startsWith('x-')) continue;
        if (read === undefined) this.#problems.unknownKey(key, key.text, Object.keys(KEYS));
        else this.#set(key.text, read(value, key.text, reading), key);
      }
    }
    if (this.#problems.all.length > 0) return this.#problems.all;
    const systems = this.#settings.get('systems')?.value as readonly string[] | undefined;
    return { path, folder, systems, settings: this.#settings };
  }

  #set(key: string, value: unknown, { start }: Node): void {
    if (value !== undefined) this.#settings.set(key, { value, line: this.#source.place(start).line });
  }
}

/** A path of the configuration as one of the folder that we stand in. */
function fromHere(folder: string, path: string): string {
  return join(relative(process.cwd(), folder), path);
}

/** A pipe of that name would be waited for. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
