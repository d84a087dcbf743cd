import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { FORMATS } from '../../src/report/formats.ts';
import { folderWith } from '../cli/folder.ts';
import { ROOT } from '../law/real.ts';
import { ACTION } from './action.ts';

const PAGES = ['docs/pipelines.md', 'docs/pipelines.fr.md'];
const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { version: string };
const page = (path: string) => readFileSync(ROOT + path, 'utf8');

/** The blocks of code of a page, in one language of code. */
function blocks(path: string, language: string): string[] {
  return [...page(path).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, code = '']) =>
    name === language ? [code] : [],
  );
}

/** The file whose name a block of YAML begins with. */
function file(path: string, name: string): string {
  const found = blocks(path, 'yaml').find((block) => block.startsWith(`# ${name}\n`));
  if (found === undefined) throw new Error(`${path} shows no ${name}`);
  return found;
}

function commands(path: string): string[] {
  const lines = blocks(path, 'sh').flatMap((block) => block.trimEnd().split('\n'));
  const inTables = [...page(path).matchAll(/\| `(aiact-check[^`]*)` \|/g)].map(([, command = '']) => command);
  const inJenkins = blocks(path, 'groovy').flatMap((block) => /'(aiact-check --[^']*)'/.exec(block)?.[1] ?? []);
  return [...lines, ...inTables, ...inJenkins].map((line) => line.replace(/ +#.*/, ''));
}

/** What needs a network, this project's own copy or a global installation; the offline test does its like. */
const NOT_HERE = /^(git clone|cd|npm (ci|run|install)|sha256sum) /;

/** A repository with the files that the page shows in it. */
function project(path: string): string {
  const system = readFileSync(`${ROOT}examples/hospital-operations/valenciennes-saniia-er-flow.yaml`, 'utf8');
  const cwd = folderWith({
    'aiact.config.yaml': file(path, 'aiact.config.yaml'),
    'systems/triage.yaml': `${system}\n${file(path, 'systems/triage.yaml')}`,
  });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd });
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '.');
  git('commit', '--quiet', '--message', 'first');
  return cwd;
}

describe.each(PAGES)('%s', (path) => {
  test('shows commands that run as they stand', () => {
    const cwd = project(path);
    const bin = folderWith({
      'aiact-check': `#!/bin/sh\nexec '${process.execPath}' '${ROOT}bin/aiact-check.cjs' "$@"\n`,
    });
    chmodSync(join(bin, 'aiact-check'), 0o755);
    const here = commands(path).filter((command) => !NOT_HERE.test(`${command} `));
    expect(here.length).toBeGreaterThan(8);
    for (const command of here) {
      expect(command).toMatch(/^aiact-check( |$)/);
      const env = { PATH: `${bin}:${process.env.PATH}`, LC_ALL: 'C.UTF-8' };
      const { status, stderr } = spawnSync('sh', ['-c', command], { cwd, env, encoding: 'utf8' });
      expect([command, [0, 1].includes(status ?? 3), stderr]).toEqual([command, true, '']);
    }
    for (const written of ['aiact-baseline.json', 'aiact.sarif', 'aiact.xml', 'tickets.csv'])
      expect(existsSync(join(cwd, written))).toBe(true);
  });

  test('shows the inputs that the action has, and no other', () => {
    const workflow = parse(file(path, '.github/workflows/aiact-check.yml')) as {
      jobs: { check: { steps: { uses?: string; with?: Record<string, string> }[] } };
    };
    const used = workflow.jobs.check.steps.find(({ uses }) => uses?.startsWith('OWNER/aiact-check'));
    expect(used?.uses).toBe(`OWNER/aiact-check@v${version}`);
    for (const input of Object.keys(used?.with ?? {})) expect(Object.keys(ACTION.inputs)).toContain(input);
    const [, rows = ''] = /^\| (?:input|entrée) \|[^\n]*\n\|[-|]+\n((?:\|.*\n)+)/m.exec(page(path)) ?? [];
    const listed = [...rows.matchAll(/^\| (.*?) \|/gm)].flatMap(([, names = '']) =>
      [...names.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name),
    );
    expect(listed.sort()).toEqual(Object.keys(ACTION.inputs).sort());
  });

  test('tells every format', () => {
    const [, rows = ''] = /^\| format \|[^\n]*\n\|[-|]+\n((?:\|.*\n)+)/m.exec(page(path)) ?? [];
    const told = [...rows.matchAll(/^\| (.*?) \|/gm)].flatMap(([, names = '']) =>
      names.replaceAll('`', '').split(', '),
    );
    expect(told.sort()).toEqual([...FORMATS].sort());
  });

  test('names variables, hooks and versions that there are', () => {
    const gitlab = parse(file(path, '.gitlab-ci.yml')) as { variables: Record<string, string> };
    const template = page('ci/gitlab/aiact-check.gitlab-ci.yml');
    for (const name of [...page(path).matchAll(/AIACT_CHECK_[A-Z]+/g)].map(([found]) => found))
      expect(template).toContain(`  ${name}: `);
    expect(gitlab.variables.AIACT_CHECK_PACKAGE).toContain(`-${version}-`);
    const [repository] = (
      parse(file(path, '.pre-commit-config.yaml')) as { repos: { rev: string; hooks: { id: string }[] }[] }
    ).repos;
    const hooks = parse(page('.pre-commit-hooks.yaml')) as { id: string }[];
    expect(repository?.hooks.map(({ id }) => id)).toEqual(hooks.map(({ id }) => id));
    expect(repository?.rev).toBe(`v${version}`);
    const versions = [...page(path).matchAll(/aiact-check[-@]v?(\d+\.\d+\.\d+)/g)].map(([, found]) => found);
    expect(new Set(versions)).toEqual(new Set([version]));
  });

  test('points to places that there are', () => {
    const anchors = [...page(path).matchAll(/^##+ (.*)$/gm)].map(
      ([, title = '']) =>
        `#${title
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N} -]/gu, '')
          .replaceAll(' ', '-')}`,
    );
    for (const [, target = ''] of page(path).matchAll(/\]\(([^)]+)\)/g)) {
      if (target.startsWith('#')) expect(anchors).toContain(target);
      else expect([target, existsSync(join(ROOT, 'docs', target))]).toEqual([target, true]);
    }
  });
});

test('both languages show the same commands and files', () => {
  const [english = '', french = ''] = PAGES;
  expect(commands(french)).toEqual(commands(english));
  const files = (path: string) =>
    blocks(path, 'yaml').map((block) => {
      const { because: _, ...rest } = { because: '', ...(parse(block) as object) };
      return JSON.stringify(rest).replaceAll(/"because":"[^"]*"|"by":"[^"]*"|"lang":"\w+"/g, '');
    });
  expect(files(french)).toEqual(files(english));
});
