import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Portfolio } from '../../src/assessment/contract.ts';
import { folderWith } from './folder.ts';
import { ACTING, HEAD, refused, refusedText } from './refused.ts';
import { run } from './run.ts';

describe('a path', () => {
  const folder = () => folderWith({ 'retina.yaml': HEAD, 'notes/todo.yaml': 'a: b\n' });

  test('that is not there names the nearest that is', () => {
    const { en, fr } = refused(['retna.yaml'], { cwd: folder() });
    expect(en).toBe('retna.yaml There is no such file. Did you mean retina.yaml? ');
    expect(fr).toContain('Vouliez-vous dire retina.yaml ?');
    expect(refused(['notes/tod.yaml'], { cwd: folder() }).en).toContain('Did you mean notes/todo.yaml?');
  });

  test('like no other is to be looked over', () => {
    expect(refused(['/nowhere/at/all.yaml']).en).toContain('Check its name and folder');
  });

  test('that cannot be followed is told without hiding the others', () => {
    const cwd = folder();
    symlinkSync('loop.yaml', join(cwd, 'loop.yaml'));
    const { en, fr, errors } = refused(['loop.yaml', 'nothing.yaml'], { cwd });
    expect(errors.map(({ path, code }) => [path, code]).sort()).toEqual([
      ['loop.yaml', 'cannot-read'],
      ['nothing.yaml', 'not-found'],
    ]);
    expect(en).toContain('cannot be read: ELOOP Check its path and who may read it.');
    expect(fr).toContain('Vérifier son chemin et qui peut le lire.');
  });

  // The superuser reads everything.
  test.skipIf(process.getuid?.() === 0)('that one may not read says so', () => {
    const cwd = folder();
    chmodSync(join(cwd, 'retina.yaml'), 0);
    expect(refused(['retina.yaml'], { cwd }).en).toContain('cannot be read: EACCES');
  });

  test('of a folder without a description leads to making one', () => {
    const cwd = folder();
    mkdirSync(join(cwd, 'empty'));
    for (const path of ['empty', 'notes', 'empty/*.yaml'])
      expect(refused([path], { cwd }).errors).toMatchObject([{ path, code: 'nothing-found' }]);
    expect(refused(['empty'], { cwd }).fr).toContain("Aucune description n'a été trouvée ici.");
  });

  test('of a folder that looks like a file is told from one', () => {
    const cwd = folder();
    symlinkSync('notes', join(cwd, 'linked.yaml'));
    expect(refused(['.'], { cwd }).errors).toContainEqual(
      expect.objectContaining({ path: 'linked.yaml', code: 'is-folder' }),
    );
  });

  test('of links in a folder that lead nowhere are told, and a pipe there is not waited for', () => {
    const cwd = folder();
    symlinkSync('loop.yaml', join(cwd, 'loop.yaml'));
    symlinkSync('nowhere', join(cwd, 'gone.yaml'));
    execFileSync('mkfifo', [join(cwd, 'pipe.yaml')]);
    const { en, errors } = refused(['.'], { cwd });
    expect(errors.map(({ path, code }) => [path, code])).toEqual([
      ['gone.yaml', 'not-found'],
      ['loop.yaml', 'cannot-read'],
    ]);
    expect(en).not.toContain('Did you mean gone.yaml?');
  });

  test.each(['/dev/zero', '/dev/null'])('of a device, %s, is not read at all', (device) => {
    const { en, errors } = refused([device]);
    expect(errors).toMatchObject([{ path: device, code: 'not-regular' }]);
    expect(en).toContain('or - for standard input');
  });

  test('of standard input without an end is read up to the limit', () => {
    expect(refused(['-'], { stdin: 'y'.repeat(1_000_000) }).errors).toMatchObject([{ path: '-', code: 'too-large' }]);
  });
});

test('one bad file in a folder hides none of the others', () => {
  const cwd = folderWith({
    'a-good.yaml': HEAD,
    'bad.yaml': `${HEAD}operater: 1\n`,
    'c-good.yaml': HEAD,
    'torn.yaml': 'aiact-check: "1.0"\nsystem: [\n',
  });
  const { code, out } = run(['.', '--format', 'json'], { cwd });
  const { format, assessments, errors } = JSON.parse(out) as Portfolio;
  expect(code).toBe(2);
  expect(format).toBe('aiact-check/portfolio@1');
  expect(assessments.map(({ source }) => source.path)).toEqual(['a-good.yaml', 'c-good.yaml']);
  expect(errors.map(({ path, line }) => [path, line])).toEqual([
    ['bad.yaml', 3],
    ['torn.yaml', 3],
  ]);
});

describe('what acts on a terminal', () => {
  const acts = { raw: '\u001b[31mred\u202e\u2066', escaped: '\\e[31mred\\u202e\\u2066\\u009b0m' };

  test('is shown, not obeyed, in keys and values that are refused', () => {
    refusedText(`${HEAD}u${acts.raw}ses: none\n`);
    refusedText(
      `${HEAD}"u${acts.escaped}": none\nuses: "${acts.escaped}"\noperator: { country: "${acts.escaped}" }\nmarket: { placed-on: "${acts.escaped}" }\n`,
    );
    refusedText(`${HEAD}controls: { "${acts.escaped}": yes, logging.automatic: { "${acts.escaped}": 1 } }\n`);
    refusedText(`x: [${acts.raw}\n`);
  });

  test('is shown, not obeyed, in the name of a file', () => {
    const cwd = folderWith({ 'a\u001b[31m\u202eb.yaml': `${HEAD}zzz: 1\n` });
    const ran = run(['.', '--format', 'terminal', '--format', 'markdown', '--format', 'json'], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.out + ran.err).not.toMatch(ACTING);
    expect(readdirSync(cwd)).toHaveLength(1);
  });

  test.each(['terminal', 'json', 'markdown'])('is shown, not obeyed, in a %s report of a valid file', (format) => {
    const controls = `controls: { logging.automatic: { status: yes, evidence: "${acts.escaped}", owner: "${acts.escaped}", note: "${acts.escaped}" } }`;
    const gaps = `accepted-gaps: [{ duty: fr.csp-l4001-3.explainability, because: "${acts.escaped}", by: "${acts.escaped}", since: 2026-11-01, until: 2026-12-01 }]`;
    const text = `aiact-check: "1.0"\nsystem: { name: "${acts.escaped}", version: "${acts.escaped}", description: "${acts.escaped}" }\n${controls}\n${gaps}\n`;
    const ran = run(['-', '--format', format, '--all'], { stdin: text, env: { NO_COLOR: '1' } });
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('red');
    expect(ran.out + ran.err).not.toMatch(ACTING);
  });
});
