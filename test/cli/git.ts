import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderWith } from './folder.ts';

/** Git as it is before anybody has set anything. */
const BARE = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
const NOBODY = ['-c', 'user.name=Nobody', '-c', 'user.email=nobody@localhost', '-c', 'commit.gpgsign=false'];

export function git(cwd: string, ...args: readonly string[]): string {
  const ran = spawnSync('git', [...NOBODY, ...args], { cwd, encoding: 'utf8', env: { ...process.env, ...BARE } });
  if (ran.status !== 0) throw new Error(`git ${args.join(' ')}: ${ran.stderr}`);
  return ran.stdout;
}

/** A repository with one commit on `main` for each set of files; null takes a file away. */
export function repositoryWith(...commits: readonly Readonly<Record<string, string | null>>[]): string {
  const cwd = folderWith({});
  git(cwd, 'init', '--quiet', '--initial-branch=main');
  for (const files of commits) {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      if (content === null) rmSync(join(cwd, path));
      else writeFileSync(join(cwd, path), content);
    }
    git(cwd, 'add', '--all');
    git(cwd, 'commit', '--quiet', '--message', Object.keys(files).join(' '));
  }
  return cwd;
}
