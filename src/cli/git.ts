import { existsSync } from 'node:fs';
import { nearest } from '../yaml/nearest.ts';
import { LIMITS } from '../yaml/parse.ts';
import type { Problem, Source } from '../yaml/source.ts';
import { decode, fault } from './read-source.ts';

/** Nothing that is asked here takes long; a repository that hangs is none. */
const PATIENCE_MS = 10_000;
/** Bytes of names that are searched for the nearest one. */
const MOST_NAMES = 4_000_000;

/** Asks nobody, fetches nothing, runs nothing of the repository's own, and speaks English. */
const QUIETLY = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_OPTIONAL_LOCKS: '0',
  LC_ALL: 'C',
  LANGUAGE: 'C',
};
const SETTINGS = ['--no-pager', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];

/** A file in git: `revision:path`, as git writes it. No revision stands for what is staged. */
interface Named {
  readonly revision: string;
  readonly path: string;
}

/** Undefined where the name is one of a file. A colon within braces belongs to the revision: `main@{12:00}:path`. */
export function inGit(name: string): Named | undefined {
  if (existsSync(name) || /^[a-z]:[\\/]/i.test(name)) return undefined;
  const [, revision, path] = /^((?:[^:{}]|\{[^}]*\})*):(.*)$/s.exec(name) ?? [];
  return revision === undefined || path === undefined ? undefined : { revision, path };
}

/** The text of a file as it stood in a revision, or what keeps it from being read. */
export async function readFromGit(name: string, { revision, path }: Named): Promise<Source | Problem> {
  const git = await openGit();
  try {
    const tree = revision === '' ? '' : commitOf(revision, git);
    // What git means by it first: from the root of the repository. Then from where we stand.
    const found = [path, `./${path}`]
      .map((way) => `${tree}:${way}`)
      .find((object) => git.maybe('cat-file', '-t', object));
    if (found === undefined) return fault(name, 'not-in-revision', { revision, ...nearestTo(path, tree, git) });
    if (git.maybe('cat-file', '-t', found)?.toString().trim() !== 'blob') return fault(name, 'is-folder');
    // The bytes themselves: `git show` would put them through filters of the repository's choosing.
    return decode(name, git.run(LIMITS.bytes + 1, 'cat-file', 'blob', found));
  } catch (error) {
    if (error instanceof GitFault) return fault(name, error.code, { revision, message: error.message, ...LIMIT });
    throw error;
  }
}

const LIMIT = { limit: String(LIMITS.bytes) };

class GitFault extends Error {
  readonly code: Problem['code'];

  constructor(code: Problem['code'], message = '') {
    super(message);
    this.code = code;
  }
}

/** Git works, and has nothing by that name. */
class NothingThere extends GitFault {}

interface Git {
  /** What it prints, of which no more than `most` bytes are taken. */
  readonly run: (most: number, ...args: string[]) => Uint8Array;
  /** The same; undefined where git finds nothing. */
  readonly maybe: (...args: string[]) => Buffer | undefined;
}

/** The one place that starts another program: what a revision holds is git's to say. Loaded for it only, since most calls need no git. */
async function openGit(): Promise<Git> {
  const { execFileSync } = await import('node:child_process');
  const run = (most: number, ...args: string[]) => {
    try {
      return execFileSync('git', [...SETTINGS, ...args], {
        env: { ...process.env, ...QUIETLY },
        stdio: ['ignore', 'pipe', 'pipe'],
        maxBuffer: most,
        timeout: PATIENCE_MS,
        windowsHide: true,
      });
    } catch (error) {
      throw faultOf(error as NodeJS.ErrnoException & { stderr?: Uint8Array | null });
    }
  };
  const maybe = (...args: string[]) => {
    try {
      return run(MOST_NAMES, ...args);
    } catch (error) {
      if (error instanceof NothingThere) return undefined;
      throw error;
    }
  };
  return { run, maybe };
}

function faultOf({ code, stderr }: NodeJS.ErrnoException & { stderr?: Uint8Array | null }): GitFault {
  if (code === 'ENOENT') return new GitFault('no-git');
  if (code === 'ENOBUFS') return new GitFault('too-large');
  if (code !== undefined) return new GitFault('cannot-read', code);
  const [said = ''] = Buffer.from(stderr ?? [])
    .toString()
    .trim()
    .split('\n');
  if (said.includes('not a git repository')) return new GitFault('no-repository');
  // The repository of somebody else, which git would rather not open.
  if (said.includes('dubious ownership')) return new GitFault('cannot-read', said);
  return new NothingThere('cannot-read', said);
}

function commitOf(revision: string, git: Git): string {
  // No name of a revision begins so, but the options of git do.
  const found = revision.startsWith('-')
    ? undefined
    : git.maybe('rev-parse', '--verify', '--quiet', `${revision}^{commit}`);
  const commit = found?.toString().trim() ?? '';
  if (!/^[0-9a-f]{40,64}$/.test(commit)) throw new GitFault('unknown-revision');
  return commit;
}

function nearestTo(path: string, tree: string, git: Git): { nearest?: string } {
  const listed = tree === '' ? ['ls-files', '-z'] : ['ls-tree', '-r', '-z', '--full-tree', '--name-only', tree];
  const names =
    git
      .maybe(...listed)
      ?.toString()
      .split('\0') ?? [];
  const near = nearest(
    path,
    names.filter((name) => /\.ya?ml$/i.test(name)),
  );
  return near === undefined ? {} : { nearest: near };
}
