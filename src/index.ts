/** `aiact-check` as a library: the functions that the command line calls. */
import { fileURLToPath } from 'node:url';
import { type LoadedLaw, loadLaw as loadFrom } from './law/artefact.ts';
import type { Language } from './law/law.ts';

export type { AssessOptions } from './assessment/assess.ts';
export { assess, DEFAULT_POLICY } from './assessment/assess.ts';
export type { Comparison } from './assessment/comparison-contract.ts';
export type * from './assessment/contract.ts';
export type { Explanation } from './assessment/explanation.ts';
export type { Timeline } from './assessment/timeline.ts';
export type { Description } from './description/description.ts';
export { FORMAT_VERSION, readDescription } from './description/read.ts';
export type { SystemDescription } from './description/types.generated.ts';
export type { EvidenceFound, EvidenceStatus, FoundEvidence } from './evidence/evidence.ts';
export { lookForEvidence } from './evidence/evidence.ts';
export type { LoadedLaw } from './law/artefact.ts';
export type { Language } from './law/law.ts';
export { type Problem, Source } from './yaml/source.ts';

/** The law that comes with this version, with its words in one language. */
export function loadLaw(language: Language = 'en'): LoadedLaw {
  return loadFrom(fileURLToPath(new URL('./law', import.meta.url)), language);
}
