import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Assessment } from '../assessment/contract.ts';
import type { Text } from '../text/text.ts';
import type { Baseline } from './baseline.ts';
import { UsageError } from './exit.ts';
import type { Output } from './options.ts';
import { STDIN } from './read-source.ts';
import { rootsOf } from './repository.ts';

/** Names that are told of many. */
const NAMED = 3;

export function namesOf(paths: readonly string[]): string {
  return `${paths.slice(0, NAMED).join(', ')}${paths.length > NAMED ? ', …' : ''}`;
}

/** A report must not take the place of what it is made from, nor of another. */
export function checkOutputs(outputs: readonly Output[], inputs: readonly string[], text: Text): void {
  const read = new Set(inputs.filter((path) => path !== STDIN).map((path) => resolve(path)));
  const written = new Set<string>();
  for (const { file } of outputs) {
    if (file === undefined) continue;
    if (read.has(resolve(file))) throw new UsageError(text.outputIsInput(file));
    if (written.has(resolve(file))) throw new UsageError(text.outputTwice(file));
    written.add(resolve(file));
  }
}

/**
 * Systems of a baseline that are neither assessed nor there: one that was renamed is all new gaps, and its old name covers what
 * comes there next.
 */
export function goneFrom(
  { path, gaps }: Pick<Baseline, 'path' | 'gaps'>,
  assessments: readonly Assessment[],
  configFolder: string | undefined,
): string[] {
  const assessed = new Set(assessments.map(({ source }) => source.repositoryPath));
  const roots = rootsOf(dirname(resolve(path)), configFolder);
  const isThere = (system: string) => assessed.has(system) || roots.some((root) => existsSync(join(root, system)));
  return [...gaps.keys()].filter((system) => system !== STDIN && !isThere(system));
}
