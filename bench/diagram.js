// The decision diagram of the law: building it, as a ratio to reading and compiling the rules; loading the compiled law, as a ratio
// to parsing its JSON alone. Floors are measured in the same run. Exits 1 above a bar.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile, fromCompiled, readRuleFiles } from '../dist/build.js';
import { loadLaw } from '../dist/index.js';

// Four times the reading of the rules is just under two seconds on the machine it was written on.
const BARS = { build: 4, load: 4 };
const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['law.json', 'en.json'].map((name) => `${root}dist/law/${name}`);

function median(rounds, run) {
  const times = Array.from({ length: rounds }, () => {
    const start = process.hrtime.bigint();
    run();
    return Number(process.hrtime.bigint() - start) / 1e6;
  });
  return times.toSorted((a, b) => a - b)[Math.floor((rounds - 1) / 2)];
}

const compiled = compile(readRuleFiles(`${root}rules`, root));
const { diagram } = fromCompiled(compiled, 'en');
const measured = {
  build: [
    median(5, () => fromCompiled(compiled, 'en')),
    median(5, () => compile(readRuleFiles(`${root}rules`, root))),
    `${diagram.tests.length} nodes`,
  ],
  load: [
    median(25, () => loadLaw()),
    median(25, () => files.map((file) => JSON.parse(readFileSync(file, 'utf8')))),
    'law, texts of one language and diagram',
  ],
};
for (const [name, [own, floor, what]] of Object.entries(measured)) {
  const ratio = own / floor;
  console.log(
    `${name.padEnd(6)} ${own.toFixed(1).padStart(8)} ms, floor ${floor.toFixed(1)} ms: x${ratio.toFixed(2)}, the bar is ${BARS[name]} (${what})`,
  );
  if (ratio > BARS[name]) process.exitCode = 1;
}
