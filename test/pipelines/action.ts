import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { folderWith } from '../cli/folder.ts';
import { ROOT } from '../law/real.ts';

interface Step {
  readonly name: string;
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

export const ACTION = parse(readFileSync(`${ROOT}action.yml`, 'utf8')) as Action;
const [install, check] = ACTION.runs.steps as [Step, Step];
export const STEPS = { install, check };

export interface StepRun {
  readonly code: number | null;
  /** Both streams, as the runner shows and reads them. */
  readonly log: string;
  /** What it wrote to the file of outputs, and to the page of the run. */
  readonly outputs: string;
  readonly summary: string;
}

/** Runs a step as the runner does: bash with its options, the inputs in the environment, the files that it provides. */
export function runStep(
  step: Step,
  inputs: Readonly<Record<string, string>>,
  { cwd, actionPath = ROOT, path = '' }: { cwd: string; actionPath?: string; path?: string },
): StepRun {
  const temp = folderWith({ 'step.sh': step.run, output: '', summary: '' });
  const given = Object.entries(step.env ?? {}).map(([name, value]) => {
    const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)?.[1] ?? '';
    return [name, inputs[input] ?? ACTION.inputs[input]?.default ?? ''];
  });
  const ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', join(temp, 'step.sh')], {
    cwd,
    env: {
      PATH: `${path}:${process.env.PATH}`,
      HOME: temp,
      LC_ALL: 'C.UTF-8',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: actionPath,
      GITHUB_OUTPUT: join(temp, 'output'),
      GITHUB_STEP_SUMMARY: join(temp, 'summary'),
      GITHUB_WORKSPACE: cwd,
      RUNNER_TEMP: temp,
      ...Object.fromEntries(given),
    },
    encoding: 'utf8',
    timeout: 60_000,
  });
  const wrote = (name: string) => (existsSync(join(temp, name)) ? readFileSync(join(temp, name), 'utf8') : '');
  return { code: ran.status, log: ran.stdout + ran.stderr, outputs: wrote('output'), summary: wrote('summary') };
}

/** The commands that a runner would obey in a log, by the rules of its two syntaxes, but for those that it is told to pass over. */
export function obeyed(log: string): string[] {
  let token: string | undefined;
  return log.split('\n').flatMap((line) => {
    const [, name = '', data = ''] =
      /^\s*::([a-z0-9-]+)(?: [^:]*)?::(.*)$/.exec(line) ?? /##\[([a-z0-9-]+)[^\]]*\](.*)$/.exec(line) ?? [];
    if (token !== undefined) {
      if (name === token) token = undefined;
      return [];
    }
    if (name === 'stop-commands') token = data;
    return name === '' ? [] : [name];
  });
}
