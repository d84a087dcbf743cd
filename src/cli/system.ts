import { dirname, resolve } from 'node:path';
import type { Description } from '../description/description.ts';
import { readDescription } from '../description/read.ts';
import { defaultRoot, type EvidenceFound, lookForEvidence } from '../evidence/evidence.ts';
import type { LoadedLaw } from '../law/artefact.ts';
import { type Problem, Source } from '../yaml/source.ts';
import { readSource, STDIN } from './read-source.ts';

/** A description and the evidence found for it: what an assessment is made of. */
export interface Described {
  readonly description: Description;
  readonly evidence: EvidenceFound;
}

export interface ReadOptions {
  readonly set: ReadonlyMap<string, string>;
  readonly root: string | undefined;
}

export function readSystem(path: string, law: LoadedLaw, options: ReadOptions): Described | readonly Problem[] {
  const source = readSource(path);
  if (!(source instanceof Source)) return [source];
  const { description, problems } = readDescription(source, law.law, options.set);
  if (description === undefined) return problems;
  return { description, evidence: evidenceOf(description, path, options.root) };
}

function evidenceOf(description: Description, path: string, root: string | undefined): EvidenceFound {
  const cited = [...description.controls.values()].flatMap(({ evidence }) => evidence);
  if (cited.length === 0) return new Map();
  const folder = path === STDIN ? process.cwd() : resolve(dirname(path));
  return lookForEvidence(cited, folder, root === undefined ? defaultRoot(folder) : resolve(root));
}
