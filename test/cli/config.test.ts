import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { KEYS } from '../../src/cli/config-keys.ts';
import { DEVICE, describeSystem } from '../cases/describe.ts';
import { folderWith } from './folder.ts';
import { run } from './run.ts';

const AS_OF = 'as-of: 2026-11-22\n';
const READY = describeSystem(DEVICE, { 'ai-literacy.training': 'yes', 'explanation.for-users': 'yes' });
const NOT_READY = describeSystem(DEVICE, { 'ai-literacy.training': 'yes', 'explanation.for-users': 'no' });

/** A repository with systems, a configuration at its root, and a folder deep in it. */
function project(config: string, files: Readonly<Record<string, string>> = {}): string {
  const folder = folderWith({ 'systems/a.yaml': READY, 'aiact.config.yaml': config, ...files });
  for (const path of ['.git', 'deep/down']) mkdirSync(join(folder, path), { recursive: true });
  return folder;
}

const json = (text: string) => JSON.parse(text) as Record<string, unknown>;

describe('a configuration', () => {
  test('says what is checked, and how, where a call says nothing', () => {
    const cwd = project(`${AS_OF}systems: systems/a.yaml\nhorizon: 2028-08-02\nformat: json\n`);
    const ran = run([], { cwd });
    expect([ran.code, ran.err]).toEqual([1, '']);
    expect(json(ran.out)).toMatchObject({ horizon: '2028-08-02', source: { path: 'systems/a.yaml' } });
  });

  test('is found from below, up to the root of the repository, and its paths are its own', () => {
    const cwd = join(project(`${AS_OF}systems: [systems]\nformat: json=report.json\n`), 'deep/down');
    expect(run([], { cwd })).toEqual({ code: 0, out: '', err: '' });
    expect(json(readFileSync(join(cwd, '../../report.json'), 'utf8'))).toMatchObject({
      assessments: [{ source: { path: '../../systems/a.yaml', repositoryPath: 'systems/a.yaml' } }],
    });
  });

  test('above the root of the repository is none of ours', () => {
    const folder = folderWith({ 'aiact.config.yaml': 'strict: maybe\n', 'repo/systems/a.yaml': READY });
    mkdirSync(join(folder, 'repo/.git'));
    const args = ['systems/a.yaml', '--as-of', '2026-11-22'];
    expect(run(args, { cwd: join(folder, 'repo') }).code).toBe(0);
    expect(run(['repo/systems/a.yaml'], { cwd: folder }).code).toBe(2);
  });

  test('outside a repository counts in its own folder only', () => {
    const folder = folderWith({ 'aiact.config.yaml': 'strict: maybe\n', 'below/a.yaml': READY });
    expect(run(['a.yaml', '--as-of', '2026-11-22'], { cwd: join(folder, 'below') }).code).toBe(0);
  });

  test('gives way to what a call says', () => {
    const cwd = project(`${AS_OF}systems: nowhere\nhorizon: 2028-08-02\nlang: fr\nformat: markdown\nstrict: yes\n`);
    const args = ['systems/a.yaml', '--horizon', '2026-11-22', '--lang', 'en', '--format', 'json', '--no-strict'];
    expect(json(run(args, { cwd }).out)).toMatchObject({
      horizon: '2026-11-22',
      language: 'en',
      policy: { strict: false },
    });
  });

  test('can be named, and can be left out', () => {
    const cwd = project('strict: maybe\n', { 'other.yaml': `${AS_OF}lang: fr\n` });
    expect(run(['systems/a.yaml', '--config', 'other.yaml'], { cwd }).out).toContain('PRÊT');
    expect(run(['systems/a.yaml', '--no-config', '--as-of', '2026-11-22'], { cwd }).code).toBe(0);
    const gone = run(['systems/a.yaml', '--config', 'othr.yaml'], { cwd });
    expect([gone.code, gone.out]).toEqual([2, '']);
    expect(gone.err).toContain('Did you mean other.yaml?');
  });

  test('with a fault is refused in the language that the call asks for', () => {
    const cwd = project('strict: maybe\n');
    expect(run(['--lang', 'fr'], { cwd }).err).toMatch(/«\smaybe\s» n'est pas valable pour strict/);
    expect(run(['--lang', 'en'], { cwd }).err).toContain('"maybe" is not valid for strict');
  });

  test('makes its folder the one below which evidence is looked for', () => {
    const evidence = '{ status: yes, evidence: ../../docs/training.md }';
    const files = {
      'product/systems/a.yaml': describeSystem(DEVICE, {
        'ai-literacy.training': evidence,
        'explanation.for-users': 'yes',
      }),
      'docs/training.md': 'All were trained in May.',
    };
    const cwd = project(AS_OF, files);
    expect(run(['product/systems/a.yaml'], { cwd }).code).toBe(0);
    const narrow = folderWith({ ...files, 'product/aiact.config.yaml': AS_OF });
    mkdirSync(join(narrow, '.git'));
    expect(run(['systems/a.yaml'], { cwd: join(narrow, 'product') }).out).toContain('outside the root');
    expect(run(['systems/a.yaml', '--root', '..'], { cwd: join(narrow, 'product') }).code).toBe(0);
  });

  test('serves the other commands too, in what they share', () => {
    const cwd = project(`as-of: 2026-07-26\nlang: fr\nformat: json\nall: yes\n`);
    const timeline = run(['timeline'], { cwd });
    expect([timeline.code, timeline.err]).toEqual([0, '']);
    expect(timeline.out).toContain('26 juillet 2026');
    expect(run(['explain', 'logging.automatic'], { cwd }).out).toMatch(/^[^{]/);
  });

  test('says every problem of its own at once, with the place and the nearest name', () => {
    const cwd = project(
      'sytems: systems/\nhorizon: 12months\nformat: [terminl, json=a.json]\nstrict: maybe\nlang: { a: b }\nbaseline:\nwarn-within: soon\nas-of: 2026-02-30\n',
    );
    const ran = run(['systems/a.yaml', '--format', 'json'], { cwd });
    expect([ran.code, ran.out]).toEqual([2, '']);
    for (const [place, words] of [
      ['1:1', 'sytems is no known key'],
      ['2:10', '"12months" is not valid for horizon'],
      ['3:10', '"terminl" is not valid for format'],
      ['4:9', '"maybe" is not valid for strict'],
      ['5:7', 'lang takes one value'],
      ['6:10', 'baseline has no valid value'],
      ['7:14', '"soon" is not valid for warn-within'],
      ['8:8', '"2026-02-30" is not valid for as-of'],
    ] as const)
      expect(ran.err.replaceAll(/\s+/g, ' ')).toContain(`aiact.config.yaml:${place} ${words}`);
    expect(ran.err).toContain('Did you mean systems?');
    expect(ran.err).toContain('Did you mean terminal?');
  });

  test.each([
    ['of broken YAML', 'systems: [a', 'not valid YAML'],
    ['of two documents', 'all: yes\n---\nall: no\n', 'second YAML document'],
    ['that is a list', '- systems\n', 'takes keys with values'],
  ])('%s is refused', (_, config, words) => {
    const ran = run(['systems/a.yaml'], { cwd: project(config) });
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain(words);
  });

  test('that is empty, or holds notes only, changes nothing', () => {
    for (const config of ['', '# nothing yet\n', 'x-note: [1, 2]\n'])
      expect(run(['systems/a.yaml', '--as-of', '2026-11-22'], { cwd: project(config) }).code).toBe(0);
  });

  test('with no systems leaves nothing to check, and says so', () => {
    expect(run([], { cwd: project('lang: en\n') })).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('aiact.config.yaml names no systems'),
    });
  });

  test('is no system itself, whatever patterns catch', () => {
    const ran = run([], { cwd: project(`${AS_OF}systems: ["**/*.yaml", systems]\nformat: json\n`) });
    expect([ran.code, (json(ran.out) as { assessments: unknown[] }).assessments.length]).toEqual([0, 1]);
  });
});

describe('--print-config', () => {
  test('prints what holds, as a configuration, and where each setting comes from', () => {
    const cwd = project('systems: [systems/a.yaml]\nhorizon: 12m\nformat: [gate, "sarif=out/report.sarif"]\n');
    const ran = run(['--print-config', '--lang', 'fr', '--strict'], { cwd });
    expect([ran.code, ran.err]).toEqual([0, '']);
    const lines = ran.out.split('\n').map((line) => line.replaceAll(/ +/g, ' '));
    expect(lines).toEqual(
      expect.arrayContaining([
        'systems: [systems/a.yaml] # aiact.config.yaml:1',
        'format: [gate, "sarif=out/report.sarif"] # aiact.config.yaml:3',
        'horizon: 12m # aiact.config.yaml:2',
        'lang: fr # this call',
        'strict: yes # this call',
        '# level: law # default',
      ]),
    );
  });

  test('prints what reads back as the same settings', () => {
    const cwd = project(`${AS_OF}systems: systems\nwarn-within: 30d\nhorizon: release\nall: yes\nunanswered: warn\n`);
    const printed = run(['--print-config'], { cwd }).out;
    const again = project(printed);
    const bare = (text: string) => text.replaceAll(/ *#.*$/gm, '');
    expect(bare(run(['--print-config'], { cwd: again }).out)).toBe(bare(printed));
  });

  test('says where there is no configuration', () => {
    expect(run(['--print-config'], { cwd: folderWith({ 'a.yaml': NOT_READY }) }).out).toContain(
      '# no configuration found',
    );
  });
});

describe('the schema of a configuration', () => {
  test('knows the keys that the program knows, and takes what it takes', () => {
    const schema = json(run(['schema', '--config']).out) as { properties: Record<string, unknown> };
    expect(Object.keys(schema.properties)).toEqual(Object.keys(KEYS));
    const accepts = new Ajv({ formats: { date: true } }).compile(schema);
    for (const [config, isValid] of [
      ['systems: [a, b]\nhorizon: 12m\nformat: [gate, sarif=a.sarif]\nas-of: 2026-11-22\nlang: fr\nx-note: 1\n', true],
      ['systems: a\nhorizon: release\nformat: json\nwarn-within: 30\nstrict: yes\nall: true\nlevel: soft-law\n', true],
      ['horizon: 12months\n', false],
      ['format: terminl\n', false],
      ['sytems: a\n', false],
      ['strict: maybe\n', false],
    ] as const) {
      const told = run(['--print-config'], { cwd: project(config) });
      expect([config, accepts(parse(config)), told.code]).toEqual([config, isValid, isValid ? 0 : 2]);
    }
  });
});
