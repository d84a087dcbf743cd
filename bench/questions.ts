// What the questionnaire asks of people who know all there is to know of each of the 69 systems of test/cases/known-systems.yaml, and how
// long the next question takes to find. Exits 1 above a bar. Bundled first, since it shares its people with the tests.
import { nextScreen } from '../src/questionnaire/next.ts';
import { systems } from '../test/cases/known-systems.ts';
import { ASKED, fullyKnown, law } from '../test/questionnaire/people.ts';
import { SESSION, walk } from '../test/questionnaire/walk.ts';

const BARS = { toLevel: [8, 12], toDates: [12, Number.POSITIVE_INFINITY], share: [50, 50], milliseconds: 5 } as const;
/** The fastest of these counts: the machine does other things too. */
const ROUNDS = 3;
/** Before the first measured question the engine has compiled what it runs. */
const WARM_UP = 5;

const at = (values: readonly number[], part: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor((values.length - 1) * part))] ?? Number.NaN;
const questions = ASKED.length + law.law.controls.length;

const times: number[] = [];
function time(known: Parameters<typeof nextScreen>[1]): void {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = process.hrtime.bigint();
    nextScreen(law, known, SESSION);
    return Number(process.hrtime.bigint() - start) / 1e6;
  });
  times.push(Math.min(...rounds));
}

for (const system of systems.slice(0, WARM_UP)) walk(fullyKnown(system), time);
times.length = 0;

const rows = systems.map((system) => {
  const { toLevel, toClass, toDates, factScreens, facts, controls, options, optionsToLevel } = walk(
    fullyKnown(system),
    time,
  );
  const share = (100 * (facts + controls)) / questions;
  return { id: system.id, toLevel, optionsToLevel, toClass, toDates, factScreens, options, facts, controls, share };
});
type Column = Exclude<keyof (typeof rows)[number], 'id'>;

const COLUMNS: readonly (readonly [Column, string])[] = [
  ['toLevel', 'to level'],
  ['optionsToLevel', 'options'],
  ['toClass', 'to class'],
  ['toDates', 'to dates'],
  ['factScreens', 'all facts'],
  ['options', 'options'],
  ['facts', 'facts'],
  ['controls', 'controls'],
  ['share', '% asked'],
];
const cells = (values: readonly (string | number)[]) => values.map((value) => String(value).padStart(10)).join('');
const line = (name: string, value: (column: Column) => number) =>
  console.log(`${name.padEnd(38)}${cells(COLUMNS.map(([column]) => Math.round(value(column))))}`);

console.log(`${'screens until it is settled'.padEnd(38)}${cells(COLUMNS.map(([, title]) => title))}`);
for (const row of rows) line(row.id, (column) => row[column]);
const column = (name: Column) => rows.map((row) => row[name]);
console.log();
line('median', (name) => at(column(name), 0.5));
line('most', (name) => Math.max(...column(name)));
const slow = at(times, 0.99);
console.log(`\nall there are: ${ASKED.length} facts, ${law.law.controls.length} controls`);
console.log(
  `next question: ${at(times, 0.5).toFixed(2)} ms in the middle, ${slow.toFixed(2)} ms at the 99th percentile of ${times.length}; the bar is ${BARS.milliseconds}`,
);

const isOver = (name: 'toLevel' | 'toDates' | 'share') =>
  at(column(name), 0.5) > BARS[name][0] || Math.max(...column(name)) > BARS[name][1];
if (isOver('toLevel') || isOver('toDates') || isOver('share') || slow > BARS.milliseconds) process.exitCode = 1;
