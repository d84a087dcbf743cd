import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { folderWith } from '../cli/folder.ts';
import type { Run } from '../cli/run.ts';

/** Whether npm runs here; says so loudly where it does not. */
export const hasNpm = spawnSync('npm', ['--version']).status === 0;
if (!hasNpm) console.error('\n*** NO npm HERE: THE TESTS OF THE PACKAGE ARE SKIPPED ***\n');

/** Runs npm or npx as on a machine that has never run it and has no network. */
export function npm(program: 'npm' | 'npx', args: readonly string[], cwd: string, home = folderWith({})): Run {
  // What `npm test` hands down tells which folder is meant, among other things.
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_|^NODE_EXTRA_CA_CERTS$/i.test(name));
  const ran = spawnSync(program, args, {
    cwd,
    env: {
      ...Object.fromEntries(inherited),
      HOME: home,
      LC_ALL: 'en_GB.UTF-8',
      npm_config_cache: join(home, 'cache'),
      npm_config_registry: 'http://127.0.0.1:9',
      npm_config_offline: 'true',
      npm_config_update_notifier: 'false',
    },
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 20_000_000,
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}
