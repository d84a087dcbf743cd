// Puts the report that the README shows into it, as the program prints it. With --check only says whether it is out of date.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');
const shown = readme.replace(/(<!-- report: (.*) -->\n```)[\s\S]*?\n```/, (_, head, args) => {
  const { stdout } = spawnSync(
    process.execPath,
    ['bin/aiact-check.cjs', ...args.split(' '), '--lang', 'en', '--no-color'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  return `${head}\n${stdout.trimEnd()}\n\`\`\``;
});
if (!process.argv.includes('--check')) writeFileSync(`${root}README.md`, shown);
else if (shown !== readme) {
  console.error('README.md shows an old report: run npm run generate');
  process.exitCode = 1;
}
