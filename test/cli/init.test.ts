import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OpenQuestions } from '../../src/assessment/open-questions.ts';
import { save, whyNotSaved } from '../../src/cli/save.ts';
import { sha256Of } from '../../src/yaml/sha256.ts';
import { DEVICE, describeSystem } from '../cases/describe.ts';
import { ROOT } from '../law/real.ts';
import { folderWith } from './folder.ts';
import { ACTING } from './refused.ts';
import { run } from './run.ts';

const START = 'aiact-check: "1.0"\nsystem: { name: Reading aid }\n';
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');

function questions(args: readonly string[], cwd?: string): OpenQuestions {
  const ran = run(['init', ...args, '--format', 'json', '--as-of', '2026-11-22'], cwd === undefined ? {} : { cwd });
  if (ran.out === '') throw new Error(ran.err);
  return JSON.parse(ran.out) as OpenQuestions;
}

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

function nobodyRuns(): boolean {
  const args = [`${ROOT}bin/aiact-check.cjs`, '--version'];
  return spawnSync(process.execPath, args, { uid: NOBODY, gid: NOBODY }).status === 0;
}

describe('without a terminal', () => {
  test('the open questions are listed and nothing is asked, exit 1', () => {
    const cwd = folderWith({ 'system.yaml': START });
    const ran = run(['init', 'system.yaml'], { cwd });
    expect([ran.code, ran.err]).toEqual([1, '']);
    expect(ran.out).toContain('Open questions: Reading aid');
    expect(ran.out).toContain('purpose.medical');
    expect(ran.out).toContain('aiact-check init system.yaml --answers answers.yaml');
    for (const line of ran.out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(readFileSync(join(cwd, 'system.yaml'), 'utf8')).toBe(START);
  });

  test('nothing at all is enough to ask from: the name first', () => {
    for (const args of [[], ['system.yaml']]) {
      const cwd = folderWith({});
      expect(run(['init', ...args], { cwd }).code).toBe(1);
      expect(questions(args, cwd)).toMatchObject({ format: 'aiact-check/questions@1', system: null, source: null });
      expect(questions(args, cwd).questions[0]?.id).toBe('system.name');
      expect(readdirSync(cwd)).toEqual([]);
    }
  });

  test('a settled description leaves no question of fact, and once its controls are answered none at all: exit 0', () => {
    const settled = describeSystem(DEVICE);
    const cwd = folderWith({ 'system.yaml': settled });
    const open = questions(['system.yaml'], cwd).questions;
    const facts = open.filter(({ kind }) => kind === 'fact').map(({ id }) => `${id}: unknown`);
    expect(open.some(({ kind }) => kind === 'control')).toBe(true);
    const answers = open.filter(({ kind }) => kind === 'control').map(({ id }) => `${id}: no`);
    writeFileSync(join(cwd, 'answers.yaml'), `${[...answers, ...facts].join('\n')}\n`);
    expect(run(['init', 'system.yaml', '--answers', 'answers.yaml'], { cwd }).code).toBe(0);
    const left = questions(['system.yaml'], cwd).questions;
    expect(left.filter(({ kind }) => kind === 'control')).toEqual([]);
    expect(left.every(({ saidUnknown }) => saidUnknown)).toBe(true);
    if (left.length === 0) expect(run(['init', 'system.yaml'], { cwd }).code).toBe(0);
  });

  test('in French, in French', () => {
    const cwd = folderWith({ 'system.yaml': START });
    const { out } = run(['init', 'system.yaml', '--lang', 'fr'], { cwd });
    expect(oneLine(out)).toContain('Questions ouvertes : Reading aid');
    expect(out).toContain('Affaires réglementaires');
    expect(oneLine(out)).toContain('En dépend : ');
  });
});

describe('--open-questions', () => {
  test('is a letter in Markdown, by who knows: each question with its options, its key and what hangs on it', () => {
    const cwd = folderWith({ 'system.yaml': START });
    const { code, out, err } = run(['init', 'system.yaml', '--open-questions'], { cwd });
    expect([code, err]).toEqual([0, '']);
    const headings = [...out.matchAll(/^## (.+) \(\d+ questions?\)$/gm)].map(([, who]) => who);
    expect(headings).toEqual(['Regulatory affairs', 'Quality', 'Data protection', 'IT and engineering', 'Clinical']);
    expect(out).toMatch(/### \d+\. Which medical purposes .*\n\nKey: `purpose.medical` · any of these/);
    expect(out).toMatch(/- `diagnosis` Diagnosis/);
    expect(out).toMatch(/Hangs on it: Level under the AI Act \(AI Act Art\. /);
    expect(out).toMatch(/^purpose\.medical:/m);
    // What is to be filled in is itself a file of answers in which nothing is answered yet.
    const blanks = [...out.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => block).join('');
    writeFileSync(join(cwd, 'answers.yaml'), blanks);
    expect(run(['init', 'system.yaml', '--answers', 'answers.yaml'], { cwd })).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(join(cwd, 'system.yaml'), 'utf8')).toBe(START);
  });

  test('says in JSON who knows, what may be answered, and from which article the question comes', () => {
    const cwd = folderWith({
      'system.yaml': describeSystem({ ...DEVICE, 'purpose.likely-harm': 'unknown', 'data.personal': 'identifiable' }),
    });
    const { questions: all } = questions(['system.yaml', '--open-questions'], cwd);
    const harm = all.find(({ id }) => id === 'purpose.likely-harm');
    expect(harm).toMatchObject({ kind: 'fact', saidUnknown: true, knownBy: 'clinical' });
    expect(harm?.options.map(({ id }) => id)).toContain('death');
    expect(harm?.settles.length).toBeGreaterThan(0);
    const control = all.find(({ kind }) => kind === 'control');
    expect(control).toMatchObject({ type: 'status', options: [] });
    expect(control?.settles[0]?.source[0]).toMatch(/^[a-z0-9-]+:/);
    expect(all.filter(({ knownBy, id }) => knownBy === null && id !== 'system.name')).toEqual([]);
  });

  test('of a file that is not there tells the name that was meant', () => {
    const cwd = folderWith({ 'system.yaml': START });
    const ran = run(['init', 'sytem.yaml', '--open-questions'], { cwd });
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('Did you mean system.yaml?');
  });
});

describe('--answers', () => {
  const put = (start: string | null, answers: string, ...args: string[]) => {
    const cwd = folderWith({ ...(start === null ? {} : { 'system.yaml': start }), 'answers.yaml': answers });
    const ran = run(['init', 'system.yaml', '--answers', 'answers.yaml', ...args], { cwd });
    const file = join(cwd, 'system.yaml');
    return { ...ran, cwd, text: lstatSync(file, { throwIfNoEntry: false }) ? readFileSync(file, 'utf8') : null };
  };

  test('make a new file that reads, with the schema for editors and its groups in order', () => {
    const answers =
      'purpose: { medical: [diagnosis] }\nrisk-management.process: yes\nsystem.name: "Retina: aid"\nuses: none\n';
    const { code, out, err, text, cwd } = put(null, answers);
    expect([code, err]).toEqual([0, '']);
    expect(text?.split('\n')[0]).toBe(
      '# yaml-language-server: $schema=node_modules/aiact-check/schema/system-description.schema.json',
    );
    expect([...(text ?? '').matchAll(/^([a-z-]+):/gm)].map(([, key]) => key)).toEqual([
      'aiact-check',
      'system',
      'purpose',
      'uses',
      'controls',
    ]);
    expect(text).toContain('name: "Retina: aid"');
    expect(text).toContain('  # Risk management\n  risk-management.process: yes');
    expect(out).toContain('Saved: system.yaml');
    expect(out).toContain('Next: aiact-check system.yaml');
    expect(run(['system.yaml'], { cwd }).code).toBe(1);
  });

  test('name the schema in the language of the call', () => {
    const { text } = put(null, 'system.name: X\n', '--lang', 'fr');
    expect(text?.split('\n')[0]).toMatch(/\/schema\/system-description\.fr\.schema\.json$/);
  });

  test('find the schema of this program where it lies in the same repository', () => {
    const cwd = folderWith({ 'repo/.git/HEAD': '', 'repo/schema/x': '', 'repo/a/b/answers.yaml': 'system.name: X' });
    const ran = run(['init', 'system.yaml', '--answers', 'answers.yaml'], { cwd: join(cwd, 'repo/a/b') });
    expect(ran.code).toBe(0);
    expect(readFileSync(join(cwd, 'repo/a/b/system.yaml'), 'utf8')).toContain(
      '$schema=../../node_modules/aiact-check/schema/',
    );
  });

  test('complete a file with its comments, its order and its odd quotes', () => {
    const start = [
      '# Ours, since 2025.',
      "'aiact-check': '1.0'   # do not touch",
      'purpose:   # what for',
      "    'medical' : [ 'diagnosis' ]      # screening",
      '    # who sits in front of it',
      '    users: [health-professional]',
      'system: {name: "Reading aid", version: \'3.0\'}',
      '',
      '# the end',
    ].join('\n');
    const { code, text, out } = put(
      start,
      'purpose.medical: [diagnosis, treatment]\npurpose.significance: drives\ndata.health: oui\n',
    );
    expect(code).toBe(0);
    expect(text?.split('\n')).toEqual([
      '# Ours, since 2025.',
      "'aiact-check': '1.0'   # do not touch",
      'purpose:   # what for',
      "    'medical' : [ 'diagnosis', 'treatment' ] # screening",
      expect.stringMatching(/^ {4}significance: drives/),
      '    # who sits in front of it',
      '    users: [health-professional]',
      'data:                                   # Personal data',
      expect.stringMatching(/^ {4}health: yes/),
      'system: {name: "Reading aid", version: \'3.0\'}',
      '',
      '# the end',
    ]);
    expect(oneLine(out)).toContain("Changed (1) purpose.medical: [ 'diagnosis' ] → [ 'diagnosis', 'treatment' ]");
  });

  test('keep line ends, the mark at the beginning, dotted keys and a missing line end at the end', () => {
    const start = '\ufeffaiact-check: "1.0"\r\nsystem.name: X\r\npurpose.medical: none\r\nuses: none';
    const { code, text } = put(start, '{"purpose.users": ["patients"], "purpose": {"medical": ["treatment"]}}');
    expect(code).toBe(0);
    expect(text).toBe(
      '\ufeffaiact-check: "1.0"\r\nsystem.name: X\r\npurpose.medical: [treatment]\r\npurpose.users: [patients]               # Patients or their relatives\r\nuses: none',
    );
  });

  test('are refused together with all that is wrong in them, and in the description, in either language', () => {
    const wrong = 'purpose.medical: [diagnsis]\ndata:\n  helth: yes\nlogging.automatic: planned\n';
    const { code, out, err, text } = put(START, wrong);
    expect([code, out, text]).toEqual([2, '', START]);
    for (const place of ['answers.yaml:1:19', 'answers.yaml:3:3', 'answers.yaml:4:20']) expect(err).toContain(place);
    for (const near of ['diagnosis', 'data.health']) expect(err).toContain(`Did you mean ${near}?`);
    expect(err).toContain('logging.automatic needs by');
    const french = put(START, wrong, '--lang', 'fr');
    expect(oneLine(french.err)).toContain('Vouliez-vous dire data.health ?');
    const both = put(`${START}usess: none\n`, wrong);
    expect(both.err).toContain('system.yaml:3:1');
    expect(both.err).toContain('answers.yaml:3:3');
  });

  test.each([
    ['', 'The file holds no answers'],
    ['# nothing\n', 'The file holds no answers'],
    ['- a\n', 'takes keys with values'],
    ['data.health: yes\ndata: { health: no }\n', 'stands twice'],
    ['data: yes\n', 'data takes keys'],
    ['controls: { data.health: yes }\n', 'no known key'],
    ['accepted-gaps: none\n', 'no known key'],
    ['a: [\n', 'not valid YAML'],
  ])('%j are refused', (answers, said) => {
    const { code, err, text } = put(START, answers);
    expect([code, text]).toEqual([2, START]);
    expect(oneLine(err)).toContain(said);
  });

  test('need a name where there is no file yet, and a file to go into', () => {
    const { code, err, text } = put(null, 'data.health: yes\n');
    expect([code, text]).toEqual([2, null]);
    expect(err).toContain('system.name is missing');
    const cwd = folderWith({ 'answers.yaml': 'data.health: yes\n' });
    expect(run(['init', '--answers', 'answers.yaml'], { cwd })).toMatchObject({ code: 2, out: '' });
    expect(run(['init', '-', '--answers', 'answers.yaml'], { cwd }).err).toContain('standard input');
    expect(run(['init', 'x.yaml', '--answers', 'nowhere.yaml'], { cwd }).err).toContain('There is no such file');
    expect(run(['init', 'x.yaml', '--answers', 'a', '--open-questions'], { cwd }).code).toBe(2);
  });

  test('come from standard input too, and say so where they change nothing', () => {
    const cwd = folderWith({ 'system.yaml': START });
    const stdin = '{"data.health": false}';
    expect(run(['init', 'system.yaml', '--answers', '-'], { cwd, stdin }).code).toBe(0);
    const once = readFileSync(join(cwd, 'system.yaml'), 'utf8');
    const again = run(['init', 'system.yaml', '--answers', '-', '--lang', 'fr'], { cwd, stdin });
    expect([again.code, readFileSync(join(cwd, 'system.yaml'), 'utf8')]).toEqual([0, once]);
    expect(again.out).toContain("rien n'a été modifié");
  });

  test('of hostile text do not act on the terminal, nor on the file', () => {
    const hostile = '"\\u001b[31mX\\u202e\\u0000\\u2028 y"';
    const { code, out, text, cwd } = put(null, `system.name: ${hostile}\nsystem.version: ${hostile}\n`);
    expect(code).toBe(0);
    for (const shown of [out, text ?? '']) expect(shown).not.toMatch(ACTING);
    for (const args of [[], ['--open-questions'], ['--format', 'json']]) {
      const listed = run(['init', 'system.yaml', ...args], { cwd });
      expect(listed.err).toBe('');
      expect(listed.out).not.toMatch(ACTING);
    }
    expect(questions(['system.yaml'], cwd).system?.name).toBe('\u001b[31mX\u202e\u0000\u2028 y');
  });

  test('tell a comment of an earlier answer from one of a person', () => {
    const first = put(null, 'system.name: X\npurpose.situation: serious\nmarket.stage: on-market\n');
    expect(first.text).toMatch(/stage: on-market +# Placed on the market or put into service\n/);
    const start = (first.text ?? '').replace(/(situation: serious).*/, '$1   # says the surgeon');
    const { text } = put(start, 'market.stage: development\npurpose.situation: critical\n', '--lang', 'fr');
    expect(text).toMatch(/stage: development +# En développement\n/);
    expect(text).toMatch(/situation: critical +# says the surgeon\n/);
  });
});

describe('saving', () => {
  const ANSWERS = 'data.health: yes\n';

  test('keeps the mode of the file and the link that leads to it, and leaves nothing else behind', () => {
    const cwd = folderWith({ 'real/system.yaml': START, 'answers.yaml': ANSWERS });
    chmodSync(join(cwd, 'real/system.yaml'), 0o640);
    symlinkSync('real/system.yaml', join(cwd, 'link.yaml'));
    expect(run(['init', 'link.yaml', '--answers', 'answers.yaml'], { cwd }).code).toBe(0);
    expect(readlinkSync(join(cwd, 'link.yaml'))).toBe('real/system.yaml');
    expect(readFileSync(join(cwd, 'real/system.yaml'), 'utf8')).toContain('health: yes');
    expect(statSync(join(cwd, 'real/system.yaml')).mode & 0o777).toBe(0o640);
    expect([...readdirSync(cwd), ...readdirSync(join(cwd, 'real'))].sort()).toEqual([
      'answers.yaml',
      'link.yaml',
      'real',
      'system.yaml',
    ]);
  });

  test('makes what a link to nothing leads to', () => {
    const cwd = folderWith({ 'answers.yaml': `system.name: X\n${ANSWERS}`, 'real/x': '' });
    symlinkSync('real/new.yaml', join(cwd, 'link.yaml'));
    expect(run(['init', 'link.yaml', '--answers', 'answers.yaml'], { cwd }).code).toBe(0);
    expect(lstatSync(join(cwd, 'link.yaml')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, 'real/new.yaml'), 'utf8')).toContain('name: X');
  });

  test('is never over what somebody else wrote meanwhile: beside it, exit 2', async () => {
    const cwd = folderWith({ 'system.yaml': START, 'system.1.yaml': 'taken' });
    execFileSync('mkfifo', [join(cwd, 'answers')]);
    const child = spawn(
      process.execPath,
      [`${ROOT}bin/aiact-check.cjs`, 'init', 'system.yaml', '--answers', 'answers', '--lang', 'en'],
      { cwd },
    );
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    // The pipe opens once the program asks for the answers: by then it has read the description.
    const pipe = await open(join(cwd, 'answers'), 'w');
    writeFileSync(join(cwd, 'system.yaml'), `${START}uses: none # by a colleague\n`);
    await pipe.writeFile(ANSWERS);
    await pipe.close();
    expect(await ended).toBe(2);
    expect(oneLine(out)).toContain(
      'system.yaml was changed by somebody else in the meantime and was left as it is. The answers are in system.2.yaml.',
    );
    expect(readFileSync(join(cwd, 'system.yaml'), 'utf8')).toBe(`${START}uses: none # by a colleague\n`);
    expect(readFileSync(join(cwd, 'system.1.yaml'), 'utf8')).toBe('taken');
    expect(readFileSync(join(cwd, 'system.2.yaml'), 'utf8')).toContain('health: yes');
  });

  test('knows a file that came, one that went, and one that changed', () => {
    const cwd = folderWith({ 'a.yaml': 'new', 'b.yaml': 'old' });
    const at = (name: string) => join(cwd, name);
    expect(save(at('a.yaml'), 'mine', null)).toEqual({ path: at('a.1.yaml'), beside: true });
    expect(save(at('b.yaml'), 'mine', sha256Of('older'))).toEqual({ path: at('b.1.yaml'), beside: true });
    expect(save(at('b.yaml'), 'mine', sha256Of('old'))).toEqual({ path: at('b.yaml'), beside: false });
    expect(save(at('c.yaml'), 'mine', sha256Of('gone'))).toEqual({ path: at('c.yaml'), beside: false });
    expect(['a', 'a.1', 'b', 'b.1', 'c'].map((name) => readFileSync(at(`${name}.yaml`), 'utf8'))).toEqual([
      'new',
      'mine',
      'mine',
      'mine',
      'mine',
    ]);
    expect(save(at('nowhere/d.yaml'), 'mine', null)).toMatchObject({
      code: 'cannot-write',
      args: { message: 'ENOENT' },
    });
    expect(whyNotSaved(at('nowhere/d.yaml'))).toMatchObject({ code: 'cannot-write' });
    expect(whyNotSaved(at('d.yaml'))).toBeUndefined();
    expect(readdirSync(cwd).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  // Root may write anywhere, so that somebody else has to try, who must be able to run this program.
  test.skipIf(isRoot && !nobodyRuns()).each([
    ['folder', 0o555, 0o644],
    ['file', 0o777, 0o444],
  ])('into a read-only %s is refused in words, exit 2', (_, folderMode, fileMode) => {
    const cwd = folderWith({ 'system.yaml': START, 'answers.yaml': ANSWERS });
    chmodSync(join(cwd, 'system.yaml'), fileMode);
    if (isRoot) for (const path of [cwd, join(cwd, 'system.yaml')]) chownSync(path, NOBODY, NOBODY);
    chmodSync(cwd, folderMode);
    const ran = spawnSync(
      process.execPath,
      [`${ROOT}bin/aiact-check.cjs`, 'init', 'system.yaml', '--answers', 'answers.yaml', '--lang', 'en'],
      { cwd, encoding: 'utf8', ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}) },
    );
    chmodSync(cwd, 0o777);
    expect([ran.status, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toContain('system.yaml  The file cannot be written: EACCES');
    expect(readFileSync(join(cwd, 'system.yaml'), 'utf8')).toBe(START);
    expect(readdirSync(cwd).sort()).toEqual(['answers.yaml', 'system.yaml']);
  });
});
