// Compiles rules/ into dist/law/. Stops, with every problem listed, when the linter objects. Cases are run by the tests.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { artefactFiles, compile, lint, readRuleFiles } from '../dist/build.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiled = compile(readRuleFiles(`${root}rules`, root));
const problems = lint(compiled);
for (const { path, place, args } of problems)
  console.error(`${path}:${place?.line ?? 1}:${place?.column ?? 1} ${args.message}`);
if (problems.length > 0) {
  console.error(`${problems.length} problems in rules/`);
  process.exitCode = 1;
} else {
  mkdirSync(`${root}dist/law`, { recursive: true });
  for (const [name, content] of artefactFiles(compiled)) writeFileSync(`${root}dist/law/${name}`, content);
}
