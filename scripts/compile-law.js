// Compiles rules/ into dist/law/. Stops, with every problem listed, when the linter or a case objects.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { artefactFiles, compile, fromCompiled, lint, readRuleFiles, runCases } from '../dist/build.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiled = compile(readRuleFiles(`${root}rules`, root));
const linted = lint(compiled);
const problems =
  compiled.problems.length > 0 ? linted : [...linted, ...runCases(compiled, fromCompiled(compiled, 'en'))];
for (const { path, place, args } of problems)
  console.error(`${path}:${place?.line ?? 1}:${place?.column ?? 1} ${args.message}`);
if (problems.length > 0) {
  console.error(`${problems.length} problems in rules/`);
  process.exitCode = 1;
}
mkdirSync(`${root}dist/law`, { recursive: true });
for (const [name, content] of artefactFiles(compiled)) writeFileSync(`${root}dist/law/${name}`, content);
