// Cold start of one check, as a ratio to an empty Node process measured in the same run, turn by turn so that a machine
// that speeds up or slows down meanwhile does both alike. Exits 1 above the bar.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BAR = 3.2;
const ROUNDS = Number(process.argv[2] ?? 25);
const root = fileURLToPath(new URL('..', import.meta.url));
const example = `${root}examples/imaging/therapixel-mammoscreen.yaml`;
// On Node 20 this variable alone costs as much as a whole check.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

const commands = {
  'node -e 0': ['-e', '0'],
  'check, terminal': [`${root}bin/aiact-check.cjs`, example],
  'check, JSON': [`${root}bin/aiact-check.cjs`, example, '--format', 'json'],
  '--version': [`${root}bin/aiact-check.cjs`, '--version'],
};

const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let round = -2; round < ROUNDS; round++) {
  for (const [name, args] of Object.entries(commands)) {
    const start = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, args, { env });
    const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
    if (status !== 0 && status !== 1) throw new Error(`${name}: ${stderr}`);
    if (round >= 0) times[name].push(milliseconds);
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const floor = median(times['node -e 0']);
console.log(`median of ${ROUNDS} rounds, Node ${process.version}`);
for (const [name, values] of Object.entries(times)) {
  console.log(
    `${name.padEnd(18)} ${median(values).toFixed(1).padStart(7)} ms  x${(median(values) / floor).toFixed(2)}`,
  );
}
const ratio = median(times['check, terminal']) / floor;
if (ratio > BAR) {
  console.error(`a cold check takes ${ratio.toFixed(2)} times an empty process; the bar is ${BAR}`);
  process.exitCode = 1;
}
