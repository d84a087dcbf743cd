import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/contract.ts';
import { DEVICE, describeSystem, type Facts } from '../cases/describe.ts';
import { folderWith } from './folder.ts';
import { run } from './run.ts';

const FR = 'fr.csp-l4001-3.explainability';
const LITERACY = 'eu-ai-act.art-4.literacy';
const DAY = ['--as-of', '2026-11-22'];
const missing = (...controls: string[]): Facts => ({
  'ai-literacy.training': 'yes',
  'explanation.for-users': 'yes',
  ...Object.fromEntries(controls.map((control) => [control, 'no'])),
});

function project(controls: Facts, facts: Facts = DEVICE): string {
  const folder = folderWith({ 'systems/a.yaml': describeSystem(facts, controls) });
  mkdirSync(join(folder, '.git'));
  return folder;
}

const create = (cwd: string, ...args: string[]) => run(['baseline', 'create', 'systems', ...DAY, ...args], { cwd });
const checked = (cwd: string, ...args: string[]) => {
  const ran = run(['systems/a.yaml', '--baseline', 'aiact-baseline.json', '--format', 'json', ...DAY, ...args], {
    cwd,
  });
  return { exit: ran.code, err: ran.err, report: JSON.parse(ran.out) as Assessment };
};
const change = (cwd: string, controls: Facts, facts: Facts = DEVICE) =>
  writeFileSync(join(cwd, 'systems/a.yaml'), describeSystem(facts, controls));
const statusOf = ({ duties }: Assessment, id: string) => {
  const duty = duties.find((one) => one.id === id);
  return [duty?.applies, duty?.status, duty?.gap];
};

describe('a baseline', () => {
  test('holds the gaps that fail on its day, a line each, and nothing else', () => {
    const cwd = project(missing('explanation.for-users'));
    expect(create(cwd)).toEqual({ code: 0, out: '1 gap of 1 system written to aiact-baseline.json.\n', err: '' });
    expect(JSON.parse(readFileSync(join(cwd, 'aiact-baseline.json'), 'utf8'))).toEqual({
      format: 'aiact-check/baseline@1',
      created: '2026-11-22',
      systems: [{ path: 'systems/a.yaml', gaps: [FR] }],
    });
  });

  test('lets what is known pass, and says that it still applies', () => {
    const cwd = project(missing('explanation.for-users'));
    create(cwd);
    const { exit, report } = checked(cwd);
    expect([exit, report.verdict.value, report.verdict.counts.known]).toEqual([0, 'ready', 1]);
    expect(statusOf(report, FR)).toEqual(['yes', 'known', 'missing']);
    const shown = run(['systems/a.yaml', '--baseline', 'aiact-baseline.json', ...DAY], { cwd }).out;
    expect(shown).toContain('Known gaps, in the baseline (1)');
    expect(shown).toMatch(/READY by 22 Nov 2026: none of the 3 duties checked is newly missing \(1 known\s+gap/);
  });

  test('lets nothing new pass, even beside what is known', () => {
    const cwd = project(missing('explanation.for-users'));
    create(cwd);
    change(cwd, missing('explanation.for-users', 'ai-literacy.training'));
    const { exit, report } = checked(cwd);
    expect([exit, ...report.verdict.because]).toEqual([1, 'duties-missing']);
    expect(statusOf(report, LITERACY)).toEqual(['yes', 'missing', null]);
  });

  test('knows a gap again whatever else in the file is changed', () => {
    const cwd = project(missing('explanation.for-users'));
    create(cwd);
    const text = readFileSync(join(cwd, 'systems/a.yaml'), 'utf8');
    writeFileSync(
      join(cwd, 'systems/a.yaml'),
      `# A remark.\n\n${text.replace('A system', 'Another name')}x-note: here\n`,
    );
    expect(checked(cwd).exit).toBe(0);
  });

  test('serves a check from any folder: systems go by their place in the repository', () => {
    const cwd = project(missing('explanation.for-users'));
    create(cwd);
    const inside = { cwd: join(cwd, 'systems') };
    expect(run(['a.yaml', '--baseline', '../aiact-baseline.json', ...DAY], inside).code).toBe(0);
  });

  test('does not hold silence: what nobody has answered still fails', () => {
    const cwd = project({ 'ai-literacy.training': 'no' });
    expect(create(cwd).out).toContain('systems/a.yaml still fails, for what no baseline can hold: duties unanswered.');
    expect(checked(cwd)).toMatchObject({
      exit: 1,
      report: { verdict: { because: ['duties-unanswered'], counts: { known: 1 } } },
    });
  });

  test('of a system that is not there any more says so, and is pruned', () => {
    const cwd = project(missing('explanation.for-users'));
    create(cwd);
    renameSync(join(cwd, 'systems/a.yaml'), join(cwd, 'systems/b.yaml'));
    const ran = run(['systems', '--baseline', 'aiact-baseline.json', ...DAY], { cwd });
    expect([ran.code, ran.err]).toEqual([
      1,
      expect.stringContaining('1 gap of aiact-baseline.json is of systems/a.yaml'),
    ]);
    expect(run(['baseline', 'prune', 'aiact-baseline.json', 'systems', ...DAY], { cwd }).out).toContain(
      '1 gap taken out',
    );
  });

  test('of a system that is there is kept, wherever the baseline lies', () => {
    const cwd = project(missing('explanation.for-users'));
    mkdirSync(join(cwd, 'ci'));
    create(cwd, '--output', 'ci/known.json');
    const pruned = () => run(['baseline', 'prune', 'ci/known.json', 'systems', ...DAY], { cwd }).out;
    expect(pruned()).toBe('0 gaps taken out of ci/known.json, 1 left.\n');
    expect(run(['systems', '--baseline', 'ci/known.json', ...DAY], { cwd }).err).toBe('');
  });

  test('that cannot be read makes every format say that the check failed', () => {
    const cwd = project(missing());
    for (const [format, said] of [
      ['json', '"code": "not-found"'],
      ['sarif', '"exitCode": 2'],
      ['junit', 'errors="1"'],
      ['gate', 'no such file'],
    ] as const) {
      const ran = run(['systems/a.yaml', '--baseline', 'nope.json', '--format', format, ...DAY], { cwd });
      expect([format, ran.code, ran.out]).toEqual([format, 2, expect.stringContaining(said)]);
    }
  });

  test('does not hold what falls due later: its day still turns the gate red', () => {
    const cwd = project(missing('human-oversight.override'));
    create(cwd);
    expect(checked(cwd).exit).toBe(0);
    expect(checked(cwd, '--horizon', '2028-08-02').report.verdict.because).toContain('duties-missing');
    create(cwd, '--horizon', '2028-08-02', '--force');
    expect(statusOf(checked(cwd).report, 'eu-ai-act.art-14.override')).toEqual(['yes', 'known', 'missing']);
  });

  test('cannot hold what is open or claimed: that is said when it is made, and still fails', () => {
    for (const [facts, reasons] of [
      [{ ...DEVICE, 'claims.device-class': 'I' }, ['claim-below']],
      [{ ...DEVICE, 'purpose.medical': 'unknown' }, ['level-open', 'device-open']],
    ] as const) {
      const cwd = project(missing('explanation.for-users'), facts);
      const made = create(cwd);
      expect(made.code).toBe(0);
      expect(made.out).toContain('systems/a.yaml still fails, for what no baseline can hold: ');
      expect(checked(cwd).report.verdict.because).toEqual(expect.arrayContaining([...reasons]));
    }
  });

  test('says what of it is closed, and fails on that only where strictness is asked for', () => {
    const cwd = project(missing('explanation.for-users'));
    create(cwd);
    change(cwd, missing());
    const { exit, report } = checked(cwd);
    expect([exit, report.baseline, report.verdict.warnings]).toEqual([
      0,
      { path: 'aiact-baseline.json', unused: [FR] },
      ['baseline-unused'],
    ]);
    expect(checked(cwd, '--strict').report.verdict.because).toEqual(['baseline-unused']);
    expect(run(['baseline', 'prune', 'aiact-baseline.json', 'systems', ...DAY], { cwd }).out).toBe(
      '1 gap taken out of aiact-baseline.json, 0 left.\n',
    );
    expect(checked(cwd, '--strict').exit).toBe(0);
  });

  test('is not written over unasked', () => {
    const cwd = project(missing('explanation.for-users'));
    create(cwd);
    const before = readFileSync(join(cwd, 'aiact-baseline.json'), 'utf8');
    change(cwd, missing());
    expect(create(cwd)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--force') });
    expect(readFileSync(join(cwd, 'aiact-baseline.json'), 'utf8')).toBe(before);
    expect(create(cwd, '--force').out).toBe('0 gaps of 1 system written to aiact-baseline.json.\n');
  });

  test('is not made of a description that cannot be read', () => {
    const cwd = project(missing());
    writeFileSync(join(cwd, 'systems/a.yaml'), 'aiact-check: "1.0"\nsytem: {}\n');
    expect(create(cwd)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('sytem') });
    expect(() => readFileSync(join(cwd, 'aiact-baseline.json'))).toThrow('ENOENT');
  });

  test.each([
    ['that is not there', undefined, 'no such file'],
    ['of broken JSON', '{ "format": ', 'not valid YAML'],
    ['that is something else', '{ "a": 1 }', 'no baseline'],
    [
      'of another version',
      '{ "format": "aiact-check/baseline@2", "created": "2026-11-22", "systems": [] }',
      'no baseline',
    ],
    [
      'with systems of another shape',
      '{ "format": "aiact-check/baseline@1", "created": "2026-11-22", "systems": ["a"] }',
      'takes keys',
    ],
  ])('%s is refused, beside what is wrong with the description', (_, text, words) => {
    const cwd = project(missing());
    if (text !== undefined) writeFileSync(join(cwd, 'aiact-baseline.json'), text);
    writeFileSync(join(cwd, 'systems/a.yaml'), 'aiact-check: "1.0"\nsytem: {}\n');
    const ran = run(['systems/a.yaml', '--baseline', 'aiact-baseline.json', ...DAY], { cwd });
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain(words);
    expect(ran.err).toContain('Did you mean system?');
  });

  test('that is something else is refused in the language that the call asks for', () => {
    const cwd = project(missing());
    writeFileSync(join(cwd, 'aiact-baseline.json'), '{ "a": 1 }');
    const ran = run(['baseline', 'prune', 'aiact-baseline.json', 'systems/a.yaml', '--lang', 'fr'], { cwd });
    expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining("n'est pas un état de référence") });
  });
});
