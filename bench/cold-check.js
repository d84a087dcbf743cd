// Cold start of a check of each example, as a ratio to an empty Node process measured in the same run, turn by turn so that
// a machine that speeds up or slows down meanwhile does all alike. Exits 1 when the example in the middle is above the bar.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BAR = 4.5;
const ROUNDS = Number(process.argv[2] ?? 25);
const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'bin/aiact-check.cjs');
const examples = readdirSync(join(root, 'examples'), { recursive: true })
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => join(root, 'examples', path));
// On Node 20 this variable alone costs as much as a whole check.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

const FLOOR = 'node -e 0';
const commands = new Map([
  [FLOOR, ['-e', '0']],
  ['--version', [program, '--version']],
  ...examples.map((path) => [basename(path), [program, path]]),
]);

const times = new Map([...commands.keys()].map((name) => [name, []]));
for (let round = -2; round < ROUNDS; round++) {
  for (const [name, args] of commands) {
    const start = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, args, { env });
    const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
    if (status !== 0 && status !== 1) throw new Error(`${name}: ${stderr}`);
    if (round >= 0) times.get(name).push(milliseconds);
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
const floor = median(times.get(FLOOR));
const ratio = (name) => median(times.get(name)) / floor;
console.log(`median of ${ROUNDS} rounds, Node ${process.version}`);
for (const [name, values] of times) {
  console.log(`${name.padEnd(42)} ${median(values).toFixed(1).padStart(7)} ms  x${ratio(name).toFixed(2)}`);
}
const typical = median(examples.map((path) => ratio(basename(path))));
console.log(`typical example: ${typical.toFixed(2)} times an empty process; the bar is ${BAR}`);
if (typical > BAR) process.exitCode = 1;
