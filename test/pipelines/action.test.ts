import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../cli/folder.ts';
import { ROOT } from '../law/real.ts';
import { ACTION, obeyed, runStep, STEPS } from './action.ts';

const hasBash = spawnSync('bash', ['--version']).status === 0;
if (!hasBash) console.error('\n*** NO bash HERE: THE TESTS OF THE GITHUB ACTION ARE SKIPPED ***\n');

const NOT_READY = readFileSync(`${ROOT}examples/imaging/therapixel-mammoscreen.yaml`, 'utf8');
const AS_OF = { 'as-of': '2026-11-22' };

describe('the action', () => {
  test('puts inputs into the environment only, never into a script', () => {
    for (const { run } of ACTION.runs.steps) expect(run).not.toContain('${{');
    const used = Object.values(STEPS.check.env ?? {});
    const inputs = Object.keys(ACTION.inputs).filter((input) => input !== 'working-directory');
    expect(used).toEqual(inputs.map((input) => `\${{ inputs.${input} }}`));
  });

  test('says what each input is for', () => {
    for (const { description } of Object.values(ACTION.inputs)) expect(description).toMatch(/\w+.*\.$/);
  });
});

describe.skipIf(!hasBash)('installing', () => {
  test('does nothing where the program is built', () => {
    expect(runStep(STEPS.install, {}, { cwd: folderWith({}) })).toMatchObject({ code: 0, log: '' });
  });

  test('asks for a newer Node in words that the page of the run shows', () => {
    const old = (version: string) => {
      const script = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } });`;
      const path = folderWith({ node: `#!/bin/sh\nexec '${process.execPath}' -e "${script} $2"\n` });
      chmodSync(join(path, 'node'), 0o755);
      return runStep(STEPS.install, {}, { cwd: path, path });
    };
    for (const version of ['18.20.4', '20.18.3']) {
      const { code, log } = old(version);
      expect(code).toBe(3);
      expect(log).toContain('::error title=aiact-check::Node 20.19 or later is needed: put actions/setup-node');
    }
    for (const version of ['20.19.0', '22.0.0']) expect(old(version).code).toBe(0);
  });

  test('installs by the lock file and without the scripts of others, then builds', () => {
    const [action, path] = [folderWith({}), folderWith({ npm: '#!/bin/sh\necho "npm $*"\n' })];
    chmodSync(join(path, 'npm'), 0o755);
    const { code, log } = runStep(STEPS.install, {}, { cwd: action, actionPath: action, path });
    expect(code).toBe(0);
    expect(log).toBe('npm ci --include=dev --ignore-scripts --no-audit --no-fund\nnpm run --silent build\n');
  });
});

describe.skipIf(!hasBash)('what reaches the program', () => {
  /** The call that a step makes, in a folder with files that patterns could match. */
  function called(inputs: Readonly<Record<string, string>>): { call: string[]; files: boolean } {
    const action = folderWith({ 'bin/aiact-check.cjs': 'console.log(JSON.stringify(process.argv.slice(2)))' });
    const cwd = folderWith({ 'a.yaml': '', 'b.yaml': '' });
    const { code, log } = runStep(STEPS.check, inputs, { cwd, actionPath: action });
    expect(code).toBe(0);
    const call = JSON.parse(log.split('\n')[0] ?? '') as string[];
    expect(call.slice(0, 2)).toEqual(['check', '--format=github']);
    expect(call[2]).toMatch(/^--format=gate=./);
    return { call: call.slice(3), files: existsSync(join(cwd, 'pwned')) || !existsSync(join(cwd, 'a.yaml')) };
  }

  test('nothing, where nothing is said: the configuration decides', () => {
    expect(called({}).call).toEqual(['--']);
  });

  test('each input as its option', () => {
    const inputs = {
      horizon: '12m',
      'as-of': '2026-11-22',
      baseline: 'known gaps.json',
      level: 'soft-law',
      lang: 'fr',
    };
    expect(called(inputs).call).toEqual([
      '--horizon=12m',
      '--as-of=2026-11-22',
      '--baseline=known gaps.json',
      '--level=soft-law',
      '--lang=fr',
      '--',
    ]);
  });

  test('lists, one a line or with spaces on one line', () => {
    expect(
      called({ files: 'one.yaml  two.yaml', reports: 'sarif=a.sarif junit=b.xml', args: '--strict' }).call,
    ).toEqual(['--format=sarif=a.sarif', '--format=junit=b.xml', '--strict', '--', 'one.yaml', 'two.yaml']);
    expect(called({ files: 'folder with spaces/one.yaml\n\n  two.yaml\n' }).call).toEqual([
      '--',
      'folder with spaces/one.yaml',
      'two.yaml',
    ]);
  });

  const HOSTILE = [
    '$(touch pwned)',
    '`touch pwned`',
    '; touch pwned #',
    '" && touch pwned && "',
    "' && touch pwned && '",
    '| touch pwned',
    '> pwned',
    '*.yaml',
    '~',
    '$HOME',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: for bash, not for us
    '${INPUT_LANG:-x}',
    'a\\b',
    '{a,b}',
    '!!',
    "$'\\x41'",
  ];

  test.each(HOSTILE)('%s as it is written', (text) => {
    const lines = `${text}\n`;
    const { call, files } = called({
      files: lines,
      reports: lines,
      args: lines,
      horizon: text,
      baseline: text,
      lang: text,
      fail: text,
    });
    expect(files).toBe(false);
    expect(call).toEqual([
      `--format=${text}`,
      `--horizon=${text}`,
      `--baseline=${text}`,
      `--lang=${text}`,
      text,
      '--',
      text,
    ]);
  });

  test('a file that looks like an option as a file', () => {
    expect(called({ files: '--rules=/elsewhere' }).call).toEqual(['--', '--rules=/elsewhere']);
  });
});

describe.skipIf(!hasBash)('a check', () => {
  test('that is not ready fails the step, annotates the lines, fills the page of the run and writes the reports', () => {
    const cwd = folderWith({ 'system.yaml': NOT_READY });
    const reports = 'sarif=out.sarif junit=out.xml';
    const { code, log, outputs, summary } = runStep(STEPS.check, { files: 'system.yaml', reports, ...AS_OF }, { cwd });
    expect(code).toBe(1);
    expect(outputs).toBe('exit-code=1\n');
    expect(log).toMatch(/^::error .*file=system\.yaml,line=\d+/m);
    // Why is there to be read, too.
    expect(log).toContain('Mammography reading aid');
    expect(summary).toContain('Mammography reading aid');
    for (const report of ['out.sarif', 'out.xml']) expect(existsSync(join(cwd, report))).toBe(true);
  });

  test('that must not fail the step tells its exit code only', () => {
    const cwd = folderWith({ 'system.yaml': NOT_READY });
    const ran = runStep(STEPS.check, { files: 'system.yaml', fail: 'false', ...AS_OF }, { cwd });
    expect(ran).toMatchObject({ code: 0, outputs: 'exit-code=1\n' });
  });

  test('of a wrong file fails the step whatever was asked', () => {
    for (const [files, configured] of [
      ['nowhere.yaml', {}],
      ['', { 'aiact.config.yaml': 'horizn: 12m\n' }],
    ] as const) {
      const ran = runStep(STEPS.check, { files, fail: 'false' }, { cwd: folderWith(configured) });
      expect(ran).toMatchObject({ code: 2, outputs: 'exit-code=2\n' });
    }
  });

  test('follows the configuration of the project', () => {
    const cwd = folderWith({
      'systems/one.yaml': NOT_READY,
      'aiact.config.yaml': 'systems: [systems]\nas-of: 2026-11-22\nlang: fr\n',
    });
    const { code, log } = runStep(STEPS.check, {}, { cwd });
    expect(code).toBe(1);
    expect(log).toContain('PAS PRÊT');
  });

  const ORDERS = ['::add-mask::a', '  ::set-output name=exit-code::0', 'x ##[add-mask]a', '::stop-commands::a'];
  const ANNOTATIONS = ['error', 'warning', 'notice'];
  const besides = (log: string) => obeyed(log).filter((name) => !ANNOTATIONS.includes(name));

  test.each(ORDERS)('gives the runner no orders that a file makes up: %s', (order) => {
    expect(obeyed(order)).toHaveLength(1);
    const cwd = folderWith({
      'good.yaml': NOT_READY.replace(/name: .*/, `name: '${order}'`),
      'bad.yaml': `${NOT_READY}\n${JSON.stringify(order)}: 1\n`,
      [`${order}.yaml`]: 'aiact-check: 9\n',
    });
    const { log } = runStep(STEPS.check, { files: '.', ...AS_OF }, { cwd });
    for (const place of ['good.yaml', 'bad.yaml', '.yaml:1:14']) expect(log).toContain(place);
    expect(besides(log)).toEqual(['stop-commands']);
  });

  test.each(ORDERS)('nor any that the program should let through: %s', (order) => {
    const program = `
      const file = process.argv.find((arg) => arg.startsWith('--format=gate=')).slice('--format=gate='.length);
      require('node:fs').writeFileSync(file, ${JSON.stringify(order)});
      console.error(${JSON.stringify(order)});
      console.log('::error::an annotation');`;
    const action = folderWith({ 'bin/aiact-check.cjs': program });
    const { log } = runStep(STEPS.check, {}, { cwd: action, actionPath: action });
    expect(log.split(order)).toHaveLength(3);
    expect(obeyed(log)).toEqual(['error', 'stop-commands']);
    // Orders are taken again afterwards, else the annotations of later steps would be lost.
    expect(obeyed(`${log}::notice::later`)).toEqual(['error', 'stop-commands', 'notice']);
  });
});
