import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ROOT, realRules } from '../law/real.ts';
import { run } from './run.ts';

const MAMMO = `${ROOT}examples/imaging/therapixel-mammoscreen.yaml`;

describe('a wrong call', () => {
  test.each([
    [['--frmat', 'json'], 'Did you mean --format?'],
    [['--format', 'jsn'], 'Did you mean json?'],
    [['--lang', 'de'], 'Allowed choices are en, fr'],
    [['--horizon', 'soon'], '12m, or release'],
    [['--as-of', '2026-02-30'], 'a day such as'],
    [['--as-of', '2026-02'], 'a day such as'],
    [['--warn-within', '3w'], 'such as 90d'],
    [['--level', 'laws'], 'law, soft-law, good-practice'],
    [['--unanswered', 'ignore'], 'fail, warn'],
    [['--set', 'purpose'], 'Expected fact=value'],
    [['--root', '/no/such/folder'], 'there is no such folder'],
    [['--for', 'supplier', '--format', 'junit'], 'terminal, markdown or json, not junit'],
    [['--rules', '/no/such/folder'], '/no/such/folder: ENOENT'],
  ])('%j exits 2 and says what is right', (args, remedy) => {
    const ran = run([MAMMO, ...args]);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(remedy);
    expect(ran.err).not.toMatch(/\n\s+at .*:\d+/);
  });

  test.each([
    [['chek', MAMMO], 'check'],
    [['rule', 'list'], 'rules'],
    [['rules', 'lst'], 'list'],
    [['shema'], 'schema'],
  ])('%j is likened to %s', (args, meant) => {
    const ran = run(args);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(new RegExp(`Did you mean ${meant}\\?`));
  });

  test('without arguments shows the help, as an error', () => {
    const help = run(['--help']);
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain(
      'Exit codes: 0 ready, 1 not ready or undetermined, 2 wrong call or file, 3 fault in the tool.',
    );
    expect(run([])).toEqual({ code: 2, out: '', err: help.out });
    expect(run(['check'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Usage: aiact-check') });
  });
});

describe('other commands', () => {
  test('--version is that of the package', () => {
    const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
    expect(run(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
    for (const help of [['help'], ['check', '--help'], ['rules', '--help'], ['help', 'check']])
      expect(run(help)).toMatchObject({ code: 0, err: '' });
  });

  test('rules list names every entry of the law, in both languages', () => {
    const [en, fr] = [run(['rules', 'list']), run(['rules', 'list', '--lang', 'fr'])];
    expect([en.code, en.err, fr.code]).toEqual([0, '', 0]);
    const { law } = realRules();
    for (const { id } of [...law.acts, ...law.facts, ...law.duties, ...law.controls])
      expect(en.out).toMatch(new RegExp(`^\\w+ +${id}  \\S`, 'm'));
    expect(fr.out).toContain('Maîtrise');
    expect(fr.out.split('\n')).toHaveLength(en.out.split('\n').length);
  });

  test('rules lint finds no fault in the rules that come with the program', () => {
    expect(run(['rules', 'lint'])).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^\d+ entries and \d+ cases, no fault found\n$/),
    });
  });

  test('schema prints one schema, and nothing else', () => {
    for (const [args, name] of [
      [['schema'], 'system-description'],
      [['schema', '--lang', 'fr'], 'system-description.fr'],
      [['schema', '--report'], 'assessment'],
      [['schema', '--comparison'], 'comparison'],
      [['schema', '--config'], 'config'],
    ] as const) {
      const ran = run(args);
      expect([ran.code, ran.err]).toEqual([0, '']);
      expect(JSON.parse(ran.out)).toEqual(JSON.parse(readFileSync(`${ROOT}schema/${name}.schema.json`, 'utf8')));
    }
  });
});

test('what a wrong call echoes cannot act on the terminal', () => {
  for (const args of [
    ['--\u001b[31mx\u202e', 'x'],
    ['x', '--rules', '/no\u001b[31m'],
    ['x', '--set', '\u001b[31m'],
  ]) {
    const { code, err } = run(args);
    expect(code).toBe(2);
    expect(err).not.toMatch(/[\u001b\u202e]/);
  }
});
