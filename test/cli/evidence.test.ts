import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AssessedControl, Assessment } from '../../src/assessment/contract.ts';
import { DEVICE, describeSystem } from '../cases/describe.ts';
import { ROOT } from '../law/real.ts';
import { folderWith } from './folder.ts';
import { run } from './run.ts';

/** What becomes of a control that cites `path`, in a folder `system` beside a folder that it must not look into. */
function citing(path: string, prepare: (folder: string) => void = () => {}): (string | null | undefined)[] {
  const text = describeSystem(DEVICE, { 'ai-literacy.training': `{ status: yes, evidence: ${JSON.stringify(path)} }` });
  const files = {
    'docs/training.md': 'Trained.',
    'docs/empty.md': '',
    'plans/training.md': '# Training\n\nTODO',
    'system.yaml': text,
  };
  const cwd = folderWith({
    'outside/there.md': 'Not yours.',
    ...Object.fromEntries(Object.entries(files).map(([name, content]) => [`system/${name}`, content])),
  });
  prepare(join(cwd, 'system'));
  const ran = run(['system/system.yaml', '--format', 'json', '--as-of', '2026-11-22'], { cwd });
  const report = JSON.parse(ran.out) as Assessment;
  const duty = report.duties.find(({ id }) => id === 'eu-ai-act.art-4.literacy');
  const [control] = duty?.controls ?? [];
  return [control?.evidence[0]?.status, control?.fault, duty?.status];
}

const link = (target: string, name: string) => (folder: string) =>
  symlinkSync(target.replace('ABSOLUTE', folder), join(folder, name));
const FOUND = ['found', null, 'in-place'];
const NOT_FOUND = ['not-found', 'evidence-not-found', 'missing'];
const EMPTY = ['empty', 'evidence-empty', 'missing'];
const PLACEHOLDER = ['placeholder', 'evidence-placeholder', 'missing'];
const UNREADABLE = ['unreadable', 'evidence-unreadable', 'missing'];
const OUTSIDE = ['outside', 'evidence-outside', 'missing'];

test.each([
  ['a file', 'docs/training.md', FOUND],
  ['a file by a roundabout way', './docs/../docs/training.md', FOUND],
  ['a file by a way out and in again', '../system/docs/training.md', FOUND],
  ['a folder', 'docs', FOUND],
  ['a file that is not there', 'docs/trainnig.md', NOT_FOUND],
  ['a file below a file', 'docs/training.md/x', NOT_FOUND],
  ['an empty file', 'docs/empty.md', EMPTY],
  ['a file to be written', 'plans/training.md', PLACEHOLDER],
  ['a folder of files to be written', 'plans', PLACEHOLDER],
  ['a pattern', 'docs/tr*.md', FOUND],
  ['a pattern that names an empty file too', '**/docs/*.md', EMPTY],
  ['a pattern that names nothing', 'docs/*.pdf', NOT_FOUND],
  ['a pattern that leads outside', '../outside/*.md', OUTSIDE],
  ['a file outside', '../outside/there.md', OUTSIDE],
  ['a file outside that is not there', '../outside/nowhere.md', OUTSIDE],
  ['a file in a folder whose name begins alike', '../system2/x', OUTSIDE],
  ['an absolute path', '/etc/hostname', OUTSIDE],
  ['an absolute path to nothing', '/no/such/file', OUTSIDE],
  ['an address on the web', 'https://example.org/training.pdf', ['not-looked-for', null, 'in-place']],
  ['the address of a file', 'file:///etc/hostname', OUTSIDE],
])('%s is as it is', (_, path, expected) => {
  expect(citing(path)).toEqual(expected);
});

test('an empty folder is empty', () => {
  expect(citing('nothing', (folder) => mkdirSync(join(folder, 'nothing')))).toEqual(EMPTY);
});

test.each(['pipe', 'pi*', 'pipes'])('a pipe is not waited for: %s', (path) => {
  const pipes = (folder: string) => {
    mkdirSync(join(folder, 'pipes'));
    for (const name of ['pipe', 'pipes/pipe']) execFileSync('mkfifo', [join(folder, name)]);
  };
  expect(citing(path, pipes)).toEqual(UNREADABLE);
});

test.each([
  ['to a file inside', link('docs/training.md', 'link'), 'link', FOUND],
  ['to a folder inside', link('docs', 'link'), 'link/training.md', FOUND],
  ['by an absolute path inside', link('ABSOLUTE/docs', 'link'), 'link/training.md', FOUND],
  ['to nothing inside', link('docs/nothing', 'link'), 'link', NOT_FOUND],
  ['to itself', link('link', 'link'), 'link', NOT_FOUND],
  ['to a file outside', link('../outside/there.md', 'link'), 'link', OUTSIDE],
  ['to nothing outside', link('../outside/nowhere.md', 'link'), 'link', OUTSIDE],
  ['to a folder outside', link('../outside', 'link'), 'link/there.md', OUTSIDE],
  ['to a folder outside, for what is not in it', link('../outside', 'link'), 'link/nowhere.md', OUTSIDE],
  [
    'to a link outside',
    (folder: string) => [link('second', 'link')(folder), link('/etc', 'second')(folder)],
    'link/hostname',
    OUTSIDE,
  ],
])('a link %s leads there and never tells what is outside', (_, prepare, path, expected) => {
  expect(citing(path, prepare)).toEqual(expected);
});

test('every cited path is looked for, and the worst one counts', () => {
  const text = describeSystem(DEVICE, { 'ai-literacy.training': '{ status: yes, evidence: [docs/a.md, docs/b.md] }' });
  const cwd = folderWith({ 'system.yaml': text, 'docs/a.md': 'A' });
  const report = JSON.parse(run(['system.yaml', '--format', 'json'], { cwd }).out) as Assessment;
  const control = report.duties.flatMap(({ controls }) => controls).find(({ id }) => id === 'ai-literacy.training');
  expect(control).toMatchObject({
    status: 'missing',
    fault: 'evidence-not-found',
    evidence: [{ status: 'found' }, { status: 'not-found' }],
  });
});

test('evidence of what is not said to be in place is recorded, and makes nothing of it', () => {
  const text = describeSystem(DEVICE, { 'ai-literacy.training': '{ evidence: system.yaml }' });
  const report = JSON.parse(
    run(['system.yaml', '--format', 'json'], { cwd: folderWith({ 'system.yaml': text }) }).out,
  ) as Assessment;
  expect(
    report.duties.flatMap(({ controls }) => controls).find(({ id }) => id === 'ai-literacy.training'),
  ).toMatchObject({ status: 'unanswered', evidence: [{ status: 'found' }] });
});

/** The report of a device whose training of staff says this, with these files beside it. */
function reported(training: string, files: Record<string, string>, args: readonly string[] = []): Assessment {
  const cwd = folderWith({ ...files, 'system.yaml': describeSystem(DEVICE, { 'ai-literacy.training': training }) });
  return JSON.parse(run(['system.yaml', '--format', 'json', '--as-of', '2026-11-22', ...args], { cwd }).out);
}

function training(report: Assessment): AssessedControl | undefined {
  return report.duties.flatMap(({ controls }) => controls).find(({ id }) => id === 'ai-literacy.training');
}

test('the report has what an auditor needs to match it to the files', () => {
  const report = reported('{ status: yes, evidence: "docs/*.md", reviewed: 2026-09 }', {
    'docs/a.md': 'Trained.',
    'docs/b.md': 'TODO',
  });
  const file = (path: string, status: string, content: string) => {
    const sha256 = createHash('sha256').update(content).digest('hex');
    return { path, status, size: content.length, sha256 };
  };
  expect(training(report)).toMatchObject({ fault: 'evidence-placeholder', reviewed: '2026-09-30' });
  expect(training(report)?.evidence).toEqual([
    {
      path: 'docs/*.md',
      status: 'placeholder',
      files: [file('docs/a.md', 'found', 'Trained.'), file('docs/b.md', 'placeholder', 'TODO')],
      cut: false,
    },
  ]);
});

describe('where evidence has to be cited', () => {
  const NOTHING = { 'a.md': 'Trained.' };

  test.each([
    ['a claim alone', 'yes', null, 'no-evidence'],
    ['an empty list', '{ status: yes, evidence: [], reviewed: 2026-09 }', null, 'no-evidence'],
    ['a file without a review', '{ status: yes, evidence: a.md }', null, 'not-reviewed'],
    ['a file and a review', '{ status: yes, evidence: a.md, reviewed: 2026-09 }', null, null],
    // Nobody can tell from here what an address leads to; that one is given is more than a claim.
    ['an address and a review', '{ status: yes, evidence: "https://example.org/a", reviewed: 2026-09 }', null, null],
    ['a file and an old review', '{ status: yes, evidence: a.md, reviewed: 2019 }', 'review-overdue', 'review-overdue'],
    ['a review that lies ahead', '{ status: yes, evidence: a.md, reviewed: 2062-09 }', null, 'not-reviewed'],
    ['a review of this month', '{ status: yes, evidence: a.md, reviewed: 2026-11 }', null, null],
    ['no claim', 'no', null, null],
  ])('%s counts as it should', (_, said, fault, faultWhereAsked) => {
    expect(training(reported(said, NOTHING))?.fault).toBe(fault);
    expect(training(reported(said, NOTHING, ['--require-evidence']))?.fault).toBe(faultWhereAsked);
  });
});

test('people are told which of the files is at fault', () => {
  const files = { 'docs/a.md': 'Trained.', 'docs/b.md': 'TODO', 'docs/c.md': '# C', 'plans/a.md': 'TODO' };
  const said = (evidence: string, lang: string) => {
    const text = describeSystem(DEVICE, { 'ai-literacy.training': `{ status: yes, evidence: ${evidence} }` });
    const args = ['system.yaml', '--lang', lang, '--as-of', '2026-11-22', '--all'];
    return run(args, { cwd: folderWith({ ...files, 'system.yaml': text }) }).out.replaceAll(/\s+/g, ' ');
  };
  expect(said('"docs/*.md"', 'en')).toContain('Evidence says nothing yet: docs/*.md (docs/b.md, docs/c.md).');
  expect(said('[docs/a.md, docs/b.md]', 'en')).toContain('Evidence says nothing yet: docs/b.md.');
  expect(said('plans', 'fr')).toContain('Preuve encore sans contenu : plans.');
});

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

function nobodyRuns(): boolean {
  const args = [`${ROOT}bin/aiact-check.cjs`, '--version'];
  return spawnSync(process.execPath, args, { uid: NOBODY, gid: NOBODY }).status === 0;
}

// Root may read everything, so that somebody else has to try, who must be able to run this program.
test.skipIf(isRoot && !nobodyRuns()).each([
  ['a file', 'docs/training.md', 'docs/training.md'],
  ['a file in a folder', 'docs', 'docs/training.md'],
  ['a folder', 'docs', 'docs'],
  ['the folder above', 'docs', 'docs/training.md'],
])('that %s may not be read is said', (_, closed, path) => {
  const text = describeSystem(DEVICE, { 'ai-literacy.training': `{ status: yes, evidence: ${path} }` });
  const cwd = folderWith({ 'system.yaml': text, 'docs/training.md': 'Trained.' });
  chmodSync(cwd, 0o755);
  chmodSync(join(cwd, closed), 0);
  const args = [`${ROOT}bin/aiact-check.cjs`, 'system.yaml', '--format', 'json'];
  const somebody = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const ran = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 20_000_000, ...somebody });
  chmodSync(join(cwd, closed), 0o755);
  expect(training(JSON.parse(ran.stdout))).toMatchObject({
    status: 'missing',
    fault: 'evidence-unreadable',
    evidence: [{ path, status: 'unreadable' }],
  });
});
