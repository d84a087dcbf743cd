import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/contract.ts';
import { DEVICE, describeSystem } from '../cases/describe.ts';
import { folderWith } from './folder.ts';
import { run } from './run.ts';

/** What becomes of a control that cites `path`, in a folder `system` beside a folder that it must not look into. */
function citing(path: string, prepare: (folder: string) => void = () => {}): (string | null | undefined)[] {
  const text = describeSystem(DEVICE, { 'ai-literacy.training': `{ status: yes, evidence: ${JSON.stringify(path)} }` });
  const files = { 'docs/training.md': 'Trained.', 'docs/empty.md': '', 'system.yaml': text };
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
const OUTSIDE = ['outside', 'evidence-outside', 'missing'];

test.each([
  ['a file', 'docs/training.md', FOUND],
  ['a file by a roundabout way', './docs/../docs/training.md', FOUND],
  ['a file by a way out and in again', '../system/docs/training.md', FOUND],
  ['a folder', 'docs', FOUND],
  ['a file that is not there', 'docs/trainnig.md', NOT_FOUND],
  ['a file below a file', 'docs/training.md/x', NOT_FOUND],
  ['an empty file', 'docs/empty.md', EMPTY],
  ['a file outside', '../outside/there.md', OUTSIDE],
  ['a file outside that is not there', '../outside/nowhere.md', OUTSIDE],
  ['a file in a folder whose name begins alike', '../system2/x', OUTSIDE],
  ['an absolute path', '/etc/hostname', OUTSIDE],
  ['an absolute path to nothing', '/no/such/file', OUTSIDE],
  ['an address on the web', 'https://example.org/training.pdf', ['not-looked-for', null, 'in-place']],
])('%s is as it is', (_, path, expected) => {
  expect(citing(path)).toEqual(expected);
});

test('an empty folder is empty', () => {
  expect(citing('nothing', (folder) => mkdirSync(join(folder, 'nothing')))).toEqual(EMPTY);
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
