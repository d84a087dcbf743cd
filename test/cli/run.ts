import { spawnSync } from 'node:child_process';
import { ROOT } from '../law/real.ts';

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built program as a person would. English, no colour, unless the caller says otherwise. One that hangs is stopped: its code is null. */
export function run(
  args: readonly string[],
  options: { stdin?: string | Uint8Array; cwd?: string; env?: Record<string, string> } = {},
): Run {
  const { NODE_EXTRA_CA_CERTS: _, FORCE_COLOR: __, NO_COLOR: ___, ...env } = process.env;
  const ran = spawnSync(process.execPath, [`${ROOT}bin/aiact-check.cjs`, ...args], {
    cwd: options.cwd ?? ROOT,
    input: options.stdin ?? '',
    env: { ...env, LC_ALL: 'en_GB.UTF-8', ...options.env },
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 20_000_000,
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}
