// Writes the generated files that are kept under version control. With --check only says which are out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile, generatedFiles, readRuleFiles } from '../dist/build.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = generatedFiles(compile(readRuleFiles(`${root}rules`, root)));
const check = process.argv.includes('--check');

for (const [path, content] of files) {
  if (!check) writeFileSync(root + path, content);
  else if (readFileSync(root + path, 'utf8') !== content) {
    console.error(`${path} is out of date: run npm run generate`);
    process.exitCode = 1;
  }
}
