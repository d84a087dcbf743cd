import { type AssessOptions, assess } from '../assessment/assess.ts';
import type { Assessment } from '../assessment/contract.ts';
import type { LoadedLaw } from '../law/artefact.ts';
import type { Problem } from '../yaml/source.ts';
import { type Baseline, readBaseline } from './baseline.ts';
import { findInputs, type Inputs } from './inputs.ts';
import { repositoryPathOf } from './repository.ts';
import { type ReadOptions, readSystem } from './system.ts';

export interface FilesOptions extends Omit<AssessOptions, 'evidence' | 'baseline' | 'repositoryPath'>, ReadOptions {
  /** What a file that is not there may have been meant for. */
  readonly commands: readonly string[];
  /** A file of known gaps. */
  readonly baseline: string | undefined;
}

export interface AssessedFiles {
  readonly inputs: Inputs;
  readonly assessments: readonly Assessment[];
  readonly baseline: Baseline | undefined;
  /** Of all files, the baseline included. */
  readonly problems: readonly Problem[];
}

/** Assesses what the names of a call stand for: files, folders, patterns, standard input. */
export async function assessFiles(
  files: readonly string[],
  law: LoadedLaw,
  options: FilesOptions,
): Promise<AssessedFiles> {
  const inputs = await findInputs(files, options.commands);
  const read = options.baseline === undefined ? undefined : readBaseline(options.baseline);
  const baseline = read !== undefined && 'gaps' in read ? read : undefined;
  const problems: Problem[] = [...inputs.problems, ...(read !== undefined && !('gaps' in read) ? read : [])];
  const assessments = inputs.paths.flatMap((path) => {
    const system = readSystem(path, law, options);
    if (!('description' in system)) {
      problems.push(...system);
      return [];
    }
    const repositoryPath = repositoryPathOf(path, options.configFolder);
    const known = baseline && { path: baseline.path, duties: baseline.gaps.get(repositoryPath) ?? new Set<string>() };
    const { description, evidence } = system;
    return [assess(description, law, { ...options, evidence, repositoryPath, baseline: known })];
  });
  return { inputs, assessments, baseline, problems };
}
