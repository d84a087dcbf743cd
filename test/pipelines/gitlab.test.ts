import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderWith } from '../cli/folder.ts';
import { ROOT } from '../law/real.ts';

interface Template {
  readonly variables: Readonly<Record<string, string>>;
  readonly 'aiact-check': {
    readonly script: readonly string[];
    readonly artifacts: { readonly paths: readonly string[]; readonly reports: Readonly<Record<string, string>> };
  };
}

const TEMPLATE = parse(readFileSync(`${ROOT}ci/gitlab/aiact-check.gitlab-ci.yml`, 'utf8')) as Template;
const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { version: string };
const NOT_READY = readFileSync(`${ROOT}examples/imaging/therapixel-mammoscreen.yaml`, 'utf8');

/** Runs the job's script as a runner does, in sh, with the program put in place by a stand-in for npm. */
function runJob(files: Readonly<Record<string, string>>, variables: Readonly<Record<string, string>>) {
  const cwd = folderWith(files);
  const bin = folderWith({
    npm: '#!/bin/sh\necho "npm $*" > npm.txt\n',
    'aiact-check': `#!/bin/sh\nexec '${process.execPath}' '${ROOT}bin/aiact-check.cjs' "$@"\n`,
  });
  for (const name of ['npm', 'aiact-check']) chmodSync(join(bin, name), 0o755);
  const ran = spawnSync('sh', ['-e', '-c', TEMPLATE['aiact-check'].script.join('\n')], {
    cwd,
    env: { PATH: `${bin}:${process.env.PATH}`, LC_ALL: 'C.UTF-8', ...TEMPLATE.variables, ...variables },
    encoding: 'utf8',
  });
  return { cwd, code: ran.status, log: ran.stdout + ran.stderr };
}

describe('the job for GitLab', () => {
  test('fails on a system that is not ready, and leaves the reports that GitLab reads', () => {
    const { cwd, code, log } = runJob(
      { 'systems/one.yaml': NOT_READY, 'systems/two.yaml': NOT_READY, 'x y.yaml': 'aiact-check: 9' },
      { AIACT_CHECK_FILES: 'systems/*.yaml', AIACT_CHECK_ARGS: '--as-of 2026-11-22' },
    );
    expect(code).toBe(1);
    expect(log).toContain('Mammography reading aid');
    const { paths, reports } = TEMPLATE['aiact-check'].artifacts;
    for (const path of [...paths, ...Object.values(reports)]) expect(existsSync(join(cwd, path))).toBe(true);
    const quality = JSON.parse(readFileSync(join(cwd, reports.codequality ?? ''), 'utf8')) as {
      location: { path: string };
    }[];
    expect(new Set(quality.map(({ location }) => location.path))).toEqual(
      new Set(['systems/one.yaml', 'systems/two.yaml']),
    );
  });

  test('checks the systems of the configuration where none are named', () => {
    const configured = {
      'aiact.config.yaml': 'systems: [systems]\nas-of: 2026-11-22\n',
      'systems/one.yaml': NOT_READY,
    };
    expect(runJob(configured, {}).code).toBe(1);
    expect(runJob({ ...configured, 'aiact.config.yaml': 'systems: [elsewhere]\n' }, {}).code).toBe(2);
  });

  test('leaves it to a variable what is installed: this version, or a tarball', () => {
    const installed = (variables: Record<string, string>) => {
      const { cwd } = runJob({ 'system.yaml': NOT_READY }, { AIACT_CHECK_FILES: 'system.yaml', ...variables });
      return readFileSync(join(cwd, 'npm.txt'), 'utf8').trim();
    };
    expect(installed({})).toBe(`npm install --global --no-audit --no-fund aiact-check@${version}`);
    expect(installed({ AIACT_CHECK_PACKAGE: './tools/a b.tgz' })).toContain('./tools/a b.tgz');
  });
});
