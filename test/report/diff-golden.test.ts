import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DEVICE, describeSystem, NEUTRAL } from '../cases/describe.ts';
import { folderWith } from '../cli/folder.ts';
import { run } from '../cli/run.ts';
import { ROOT } from '../law/real.ts';

/** Comparisons as a reader sees them. When one changes on purpose: `npx vitest run test/report/diff-golden.test.ts -u`, and read the difference. */
const READER = readFileSync(`${ROOT}examples/imaging/therapixel-mammoscreen.yaml`, 'utf8');
const DOCS = `${ROOT}examples/imaging/docs/`;

/** The next version of a device on the market: another purpose, controls gained and lost, a gap accepted for longer. */
const NEXT_READER = [
  ['version: "4.2"', 'version: "5.0"'],
  ['medical: [diagnosis]', 'medical: [diagnosis, prognosis]'],
  ['likely-harm: by-grid', 'likely-harm: death'],
  ['logging.automatic: { status: planned, by: 2027-06-30, owner: Engineering }', 'logging.automatic: no'],
  ['performance.robustness: no', 'performance.robustness: { status: in-place, evidence: docs/clinical-evaluation.md }'],
  ['human-oversight.stop: no', 'human-oversight.stop: { status: in-place, evidence: docs/lost.md }'],
  ['until: 2027-06-30', 'until: 2027-09-30'],
].reduce((text, [before = '', after = '']) => {
  if (!text.includes(before)) throw new Error(`not in the example: ${before}`);
  return text.replace(before, after);
}, READER);

function files(): string {
  const docs = readdirSync(DOCS).map((name) => [`docs/${name}`, readFileSync(DOCS + name)]);
  return folderWith({
    'reader.yaml': READER,
    'next-reader.yaml': NEXT_READER,
    'idea.yaml': describeSystem(NEUTRAL, { 'ai-literacy.training': 'yes' }, 'Sorting aid'),
    'device.yaml': describeSystem(DEVICE, { 'ai-literacy.training': 'yes' }, 'Sorting aid'),
    ...Object.fromEntries(docs),
  });
}

describe.each([
  ['next-version', ['reader.yaml', 'next-reader.yaml', '--as-of', '2026-11-22', '--fail-on-worse']],
  ['becomes-a-device', ['idea.yaml', 'device.yaml', '--as-of', '2026-11-22']],
  ['omnibus', ['--law', '2026-07-26', '2026-07-28', 'reader.yaml']],
])('%s', (name, args) => {
  test.each([
    ['en', 'terminal', 'txt'],
    ['fr', 'terminal', 'txt'],
    ['en', 'markdown', 'md'],
    ['fr', 'markdown', 'md'],
  ])('in %s for the %s', async (language, format, extension) => {
    const { out } = run(['diff', ...args, '--lang', language, '--format', format], { cwd: files() });
    await expect(out).toMatchFileSnapshot(`../golden/diff/${name}.${language}.${extension}`);
  });
});
