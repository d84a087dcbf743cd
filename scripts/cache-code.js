// Leaves the compiled code of one check beside the program, for bin/aiact-check.cjs.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
// V8 knows code by its length only: what an earlier build left must not be taken for this one's.
rmSync(`${root}dist/cli.cache`, { force: true });
const program = `
  const script = require('${root}bin/aiact-check.cjs');
  process.on('exit', () => require('node:fs').writeFileSync('${root}dist/cli.cache', script.createCachedData()));
`;
// What runs once is compiled: an example in each format, so that whatever a check needs is there.
const args = [
  'check',
  `${root}examples/imaging/therapixel-mammoscreen.yaml`,
  '--format',
  'terminal',
  '--format',
  'json',
];
const { status, stderr } = spawnSync(process.execPath, ['-e', program, '--', ...args], { encoding: 'utf8' });
if (status !== 0 && status !== 1) {
  console.error(stderr);
  process.exitCode = 1;
}
