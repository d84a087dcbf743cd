import { mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/contract.ts';
import { BOUGHT, check, DEVICE, describeSystem, type Facts } from '../cases/describe.ts';
import { ROOT } from '../law/real.ts';
import { folderWith } from './folder.ts';
import { run } from './run.ts';

const MAMMO = `${ROOT}examples/imaging/therapixel-mammoscreen.yaml`;
const ON = ['--as-of', '2026-11-22'];
const json = (...args: string[]) => JSON.parse(run([MAMMO, '--format', 'json', ...ON, ...args]).out) as Assessment;
const words = (...args: string[]) => run([MAMMO, ...ON, ...args]).out;

describe('where a report goes', () => {
  test('each --format goes to its file, the one without a file to standard output', () => {
    const cwd = folderWith({});
    const ran = run(
      [MAMMO, ...ON, '--format', 'json=report.json', '--format', 'markdown=a=b.md', '--format', 'terminal'],
      { cwd },
    );
    expect(ran).toMatchObject({ code: 1, err: '', out: words() });
    expect(readdirSync(cwd).sort()).toEqual(['a=b.md', 'report.json']);
    expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8'))).toEqual(json());
    expect(readFileSync(join(cwd, 'a=b.md'), 'utf8')).toBe(run([MAMMO, ...ON, '--format', 'markdown']).out);
  });

  test('--output takes the one format there is, in black and white', () => {
    const cwd = folderWith({ 'report.txt': 'an older report' });
    expect(run([MAMMO, ...ON, '--output', 'report.txt'], { cwd, env: { FORCE_COLOR: '1' } })).toEqual({
      code: 1,
      out: '',
      err: '',
    });
    expect(readFileSync(join(cwd, 'report.txt'), 'utf8')).toBe(words());
    for (const formats of [
      ['--format', 'json', '--format', 'terminal'],
      ['--format', 'json=x.json'],
    ]) {
      const ran = run([MAMMO, ...formats, '--output', 'y'], { cwd });
      expect(ran).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining('--output goes with a single --format'),
      });
    }
    expect(readdirSync(cwd)).toEqual(['report.txt']);
  });

  test('the folders that it goes to are made', () => {
    const cwd = folderWith({});
    expect(run([MAMMO, '--output', 'no/such/report.txt'], { cwd }).err).toBe('');
    expect(readFileSync(join(cwd, 'no/such/report.txt'), 'utf8')).toContain('NOT READY');
  });

  test('that cannot be written is named, and nothing is left half-written', () => {
    const cwd = folderWith({});
    mkdirSync(join(cwd, 'folder'));
    for (const target of ['folder', 'folder/', `${'x'.repeat(255)}.json`]) {
      const ran = run([MAMMO, '--format', `json=${target}`], { cwd });
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toMatch(new RegExp(`^aiact-check: ${target}: E[A-Z]+\n$`));
      expect(readdirSync(cwd)).toEqual(['folder']);
    }
  });

  test.skipIf(process.platform === 'win32')('a link stays a link, and a device a device', () => {
    const cwd = folderWith({ 'old.json': 'old' });
    symlinkSync('old.json', join(cwd, 'link.json'));
    symlinkSync('/dev/null', join(cwd, 'nothing'));
    run([MAMMO, '--format', 'json=link.json', '--format', 'terminal=nothing'], { cwd });
    expect(readlinkSync(join(cwd, 'link.json'))).toBe('old.json');
    expect(JSON.parse(readFileSync(join(cwd, 'old.json'), 'utf8'))).toMatchObject({ verdict: {} });
    expect(readlinkSync(join(cwd, 'nothing'))).toBe('/dev/null');
  });

  test('keeps the file that was there when the new one cannot take its place', () => {
    const cwd = folderWith({ 'folder/kept.txt': 'kept' });
    expect(run([MAMMO, '--output', 'folder'], { cwd }).code).toBe(2);
    expect(readFileSync(join(cwd, 'folder/kept.txt'), 'utf8')).toBe('kept');
  });
});

describe('time', () => {
  test('--as-of is the day that is looked at, today by default', () => {
    expect(json()).toMatchObject({ asOf: '2026-11-22', horizon: '2026-11-22' });
    const now = JSON.parse(run([MAMMO, '--format', 'json'], { env: { TZ: 'UTC' } }).out) as Assessment;
    expect(Math.abs(Date.parse(now.asOf) - Date.now())).toBeLessThan(2 * 86_400_000);
  });

  test.each([
    ['2028-08-02', '2028-08-02'],
    ['12m', '2027-11-22'],
    ['2y', '2028-11-22'],
    ['3m', '2027-02-22'],
  ])('--horizon %s is %s', (horizon, day) => {
    expect(json('--horizon', horizon).horizon).toBe(day);
  });

  test('--horizon release is the planned placing, or today once placed', () => {
    const horizon = (facts: Facts) => check(describeSystem(facts), '--horizon', 'release').horizon;
    expect(horizon({ ...DEVICE, 'market.planned-placing': '2027-03' })).toBe('2027-03-31');
    expect(horizon({ ...DEVICE, 'market.planned-placing': '2025' })).toBe('2026-11-22');
    expect(horizon(BOUGHT)).toBe('2026-11-22');
  });

  test('--warn-within names what turns the verdict soon', () => {
    const bare = describeSystem(DEVICE, { 'human-oversight.override': 'no' });
    const soon = (within: string) => check(bare, '--as-of', '2028-05-10', '--warn-within', within).verdict.soon;
    expect(soon('83d')).toBeNull();
    expect(soon('84')).toMatchObject({
      date: '2028-08-02',
      duties: expect.arrayContaining(['eu-ai-act.art-14.override']),
    });
  });
});

describe('--set', () => {
  test('puts a fact in the place of the file’s', () => {
    expect(json('--set', 'purpose.likely-harm=minor').classification.device.class.value).toBe('IIa');
    expect(
      json('--set', 'practices=[social-scoring]', '--set', 'practice-exceptions=none').classification.aiAct.value,
    ).toBe('prohibited');
    expect(json('--set', 'purpose.medical=unknown').classification.device.value).toBe('unknown');
  });

  test('puts a control in the place of the file’s, on line 0', () => {
    const status = (value: string) => {
      const control = json('--set', `human-oversight.override=${value}`)
        .duties.flatMap(({ controls }) => controls)
        .find(({ id }) => id === 'human-oversight.override');
      return [control?.status, control?.owner, control?.location];
    };
    expect(status('no')).toEqual(['missing', null, { line: 0, column: 0, endColumn: 0 }]);
    expect(status('{ status: planned, by: 2027-01, owner: QA }')).toEqual([
      'planned',
      'QA',
      { line: 0, column: 0, endColumn: 0 },
    ]);
  });

  test('takes the last of two, and signs of equality in values', () => {
    expect(json('--set', 'system.name=A', '--set', 'system.name=B = C').system.name).toBe('B = C');
  });

  test.each([
    ['operator.county=FR', '--set:1:1', 'Did you mean operator.country?'],
    ['human-oversight.overide=yes', '--set:1:1', 'Did you mean human-oversight.override?'],
    ['purpose.significance=drive', '--set:1:22', 'Did you mean drives?'],
    ['operator.country=[', '--set:1:18', 'not valid YAML'],
    ['__proto__=yes', '--set:1:1', 'no known key'],
  ])('%s is refused with its place', (set, place, remedy) => {
    const ran = run([MAMMO, '--set', set]);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(place);
    expect(ran.err).toContain(remedy);
  });
});

describe('what counts', () => {
  test('--require-evidence takes nobody’s word', () => {
    const controls = { 'human-oversight.override': 'yes' };
    const fault = (...args: string[]) =>
      check(describeSystem(DEVICE, controls), ...args).duties.find(({ id }) => id === 'eu-ai-act.art-14.override')
        ?.controls[0];
    expect(fault()).toMatchObject({ status: 'in-place', fault: null });
    expect(fault('--require-evidence')).toMatchObject({ status: 'missing', fault: 'no-evidence' });
  });

  test('--root is the folder that evidence is looked for below', () => {
    const text = describeSystem(DEVICE, { 'human-oversight.override': '{ status: yes, evidence: ../common/test.md }' });
    const cwd = folderWith({ 'one/system.yaml': text, 'common/test.md': 'Tested.' });
    const found = (...args: string[]) =>
      (JSON.parse(run(['one/system.yaml', '--format', 'json', ...args], { cwd }).out) as Assessment).duties.find(
        ({ id }) => id === 'eu-ai-act.art-14.override',
      )?.controls[0]?.evidence[0]?.status;
    expect([found(), found('--root', '.'), found('--root', 'one')]).toEqual(['outside', 'found', 'outside']);
    mkdirSync(join(cwd, '.git'));
    expect(found()).toBe('found');
  });

  test('--with-proposal takes proposals that the law knows, and no others', () => {
    expect(run([MAMMO, '--with-proposal', 'ai-omnibus-9'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('no proposal is called ai-omnibus-9'),
    });
  });

  test('--with-proposal takes a proposal for law, and says so in the head of the report', () => {
    const under = (...args: string[]) => run([MAMMO, '--as-of', '2026-11-22', ...args]).out;
    const proposal = ['--with-proposal', 'com-2025-1023'];
    expect(under().split('\n\n')[0]).not.toContain('COM(2025) 1023');
    expect(under(...proposal)).toContain('as if COM(2025) 1023 were law, which it is not');
    const report = JSON.parse(under(...proposal, '--format', 'json')) as Assessment;
    expect(report.policy.proposals).toEqual(['com-2025-1023']);
    expect(report.classification.aiAct).toMatchObject({ value: 'out-of-scope', outOfScope: 'devices-in-section-b' });
  });
});

describe('words', () => {
  test('follow --lang, then the locale', () => {
    const language = (env: Record<string, string>, ...args: string[]) =>
      (JSON.parse(run([MAMMO, '--format', 'json', ...args], { env }).out) as Assessment).language;
    expect(language({ LC_ALL: 'fr_FR.UTF-8' })).toBe('fr');
    expect(language({ LC_ALL: 'fr_FR.UTF-8' }, '--lang', 'en')).toBe('en');
    expect(language({ LC_ALL: 'en_GB.UTF-8' }, '--lang', 'fr')).toBe('fr');
    expect(language({ LC_ALL: '', LC_MESSAGES: 'fr_CA', LANG: 'en_GB' })).toBe('fr');
    expect(language({ LC_ALL: '', LC_MESSAGES: '', LANG: 'fr' })).toBe('fr');
    expect(language({ LC_ALL: 'de_DE', LANG: 'fr' })).toBe('en');
  });

  test('are the same in colour and in black and white, on standard output and on standard error', () => {
    const plain = (text: string) => text.replaceAll(/\u001b\[[\d;]*m/g, '');
    for (const args of [
      [MAMMO, '--all', ...ON],
      ['nowhere.yaml', MAMMO, ...ON],
      [MAMMO, '--set', 'operator.county=FR'],
      ['rules', 'lint', `${ROOT}examples`],
    ]) {
      const [bare, coloured] = [run(args), run(args, { env: { FORCE_COLOR: '1' } })];
      expect(coloured.out + coloured.err).not.toBe(bare.out + bare.err);
      expect([plain(coloured.out), plain(coloured.err)]).toEqual([bare.out, bare.err]);
    }
  });

  test('have colour only where it is wanted: a flag, then NO_COLOR, then FORCE_COLOR, never for a pipe', () => {
    const coloured = (args: string[], env: Record<string, string>) =>
      run([MAMMO, ...args], { env }).out.includes('\u001b');
    expect([coloured([], {}), coloured([], { FORCE_COLOR: '1' }), coloured([], { FORCE_COLOR: '0' })]).toEqual([
      false,
      true,
      false,
    ]);
    expect([coloured([], { FORCE_COLOR: '1', NO_COLOR: '1' }), coloured(['--color'], { NO_COLOR: '1' })]).toEqual([
      false,
      true,
    ]);
    expect([coloured(['--no-color'], { FORCE_COLOR: '1' }), coloured([], { NO_COLOR: '', FORCE_COLOR: '1' })]).toEqual([
      false,
      true,
    ]);
  });

  test('--all leaves nothing out', () => {
    expect(words()).toMatch(/: --all/);
    const all = words('--all').replaceAll(/\s+/g, ' ');
    expect(all).not.toContain('--all');
    for (const { title } of json().duties.filter(({ applies }) => applies === 'yes')) expect(all).toContain(title);
  });
});
