import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Description } from '../description/description.ts';
import { readDescription } from '../description/read.ts';
import { type EvidenceFound, lookForEvidence } from '../evidence/evidence.ts';
import type { LoadedLaw } from '../law/artefact.ts';
import { type Problem, Source } from '../yaml/source.ts';
import { UsageError } from './exit.ts';
import { readSource, STDIN } from './read-source.ts';
import { rootOf } from './repository.ts';

/** A description and the evidence found for it: what an assessment is made of. */
export interface Described {
  readonly description: Description;
  readonly evidence: EvidenceFound;
}

export interface ReadOptions {
  readonly set: ReadonlyMap<string, string>;
  readonly root: string | undefined;
  readonly configFolder?: string | undefined;
}

export function readSystem(path: string, law: LoadedLaw, options: ReadOptions): Described | readonly Problem[] {
  const source = readSource(path);
  if (!(source instanceof Source)) return [source];
  const { description, problems } = readDescription(source, law.law, options.set);
  if (description === undefined) return problems;
  return { description, evidence: evidenceOf(description, path, options) };
}

function evidenceOf(description: Description, path: string, { root, configFolder }: ReadOptions): EvidenceFound {
  if (root !== undefined && !statSync(root, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`--root ${root}: there is no such folder.`);
  const cited = [...description.controls.values()].flatMap(({ evidence }) => evidence);
  if (cited.length === 0) return new Map();
  const folder = path === STDIN ? process.cwd() : resolve(dirname(path));
  return lookForEvidence(cited, folder, root === undefined ? rootOf(folder, configFolder) : resolve(root));
}
