/** What the build step needs: rules in, compiled law and generated files out. */
export { runCases } from './assessment/cases.ts';
export { artefactFiles, fromCompiled } from './law/artefact.ts';
export { compile } from './law/compile.ts';
export { readRuleFiles } from './law/files.ts';
export { lint } from './law/lint.ts';
