import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/contract.ts';
import { run } from '../cli/run.ts';
import { BOUGHT, DEVICE, describeSystem, type Facts } from './describe.ts';
import { scratchFolder } from './scratch.ts';

/** The repository of a maker, with a system at three stages, each a tag. The gate is the same throughout. */
const REPOSITORY = scratchFolder();
const CONFIG = 'as-of: 2026-11-22\nsystems: system.yaml\nformat: gate\n';
const GAP = `accepted-gaps:
  - duty: fr.csp-l4001-3.explainability
    because: The text for patients is being rewritten with their association.
    by: Head of QA
    since: 2026-10-01
    until: 2026-12-15
`;
const EARLY: Facts = { 'ai.technique': '[machine-learning]', 'operator.roles': '[provider]', 'operator.country': 'FR' };
const MID: Facts = { 'ai-literacy.training': 'no', 'explanation.for-users': 'no', 'risk-management.process': 'no' };

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
    cwd: REPOSITORY,
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  });
const write = (path: string, text: string) => writeFileSync(join(REPOSITORY, path), text);

function commit(stage: string, description: string): void {
  write('system.yaml', description);
  git('add', '--all');
  git('commit', '--quiet', '--message', stage);
  git('tag', stage);
}

/** Everything that the system needs in place, with a document for each. */
function allInPlace(): Facts {
  const ran = run(['system.yaml', '--format', 'json', '--horizon', '2035-01-01'], { cwd: REPOSITORY });
  const { duties } = JSON.parse(ran.out) as Assessment;
  const needed = duties
    .filter(({ applies }) => applies !== 'no')
    .flatMap(({ controls }) => controls.map(({ id }) => id));
  return Object.fromEntries(
    [...new Set(needed)].map((id) => [id, '{ status: in-place, evidence: docs/file.md, reviewed: 2026-11 }']),
  );
}

beforeAll(() => {
  git('init', '--quiet', '--initial-branch', 'main');
  mkdirSync(join(REPOSITORY, 'docs'));
  write('aiact.config.yaml', CONFIG);
  write('docs/file.md', '# Quality file\n\nSigned by the head of quality in November.\n');
  commit('early', describeSystem(EARLY));
  commit('mid', describeSystem(DEVICE, MID));
  commit('release', describeSystem(DEVICE, allInPlace()));
});

/** What the gate says at a stage: its exit code and its screen, which is one screen. */
function gate(stage: string, ...args: string[]): { readonly exit: number | null; readonly screen: string } {
  git('checkout', '--quiet', '--force', stage);
  const { code, out, err } = run(args, { cwd: REPOSITORY });
  expect(err).toBe('');
  const lines = out.trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(24);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  return { exit: code, screen: out.replaceAll(/\s+/g, ' ') };
}

describe('early, when little is known', () => {
  test('the gate stays shut, and asks for what would settle it', () => {
    const { exit, screen } = gate('early');
    expect(exit).toBe(1);
    expect(screen).toContain('UNDETERMINED');
    expect(screen).toContain('The level is open');
    expect(screen).toMatch(/questions? settles? it, first: /);
  });

  test('silence cannot be waved through', () => {
    expect(gate('early', '--unanswered', 'warn').exit).toBe(1);
    const ran = run(['baseline', 'create'], { cwd: REPOSITORY });
    expect(ran.code).toBe(0);
    expect(gate('early', 'system.yaml', '--baseline', 'aiact-baseline.json').exit).toBe(1);
  });
});

describe('in the middle, when what is missing is known', () => {
  test('the gate names it, with its line', () => {
    const { exit, screen } = gate('mid');
    expect(exit).toBe(1);
    expect(screen).toContain('NOT READY 2 missing today');
    expect(screen).toContain('fr.csp-l4001-3.explainability');
    expect(screen).toMatch(/in force · system\.yaml:\d+ · eu-ai-act\.art-4\.literacy/);
  });

  test('with a baseline it passes, until something new is missing', () => {
    gate('mid');
    run(['baseline', 'create', '--force'], { cwd: REPOSITORY });
    expect(gate('mid', 'system.yaml', '--baseline', 'aiact-baseline.json')).toMatchObject({
      exit: 0,
      screen: expect.stringContaining('2 known gaps'),
    });
    // The same gaps, and one more: the day of the duty has come.
    const later = gate('mid', 'system.yaml', '--baseline', 'aiact-baseline.json', '--horizon', '2028-08-02');
    expect(later).toMatchObject({ exit: 1, screen: expect.stringContaining('Run a risk management system') });
  });

  test('an accepted gap lets it pass while it lasts, is warned of near its end, and shuts it once past', () => {
    gate('mid');
    write('system.yaml', `${describeSystem(DEVICE, { ...MID, 'ai-literacy.training': 'yes' })}${GAP}`);
    const on = (day: string) => run(['system.yaml', '--as-of', day], { cwd: REPOSITORY });
    expect(on('2026-11-01')).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 accepted gap ends, first on 15 Dec 2026, in 44 days.'),
    });
    expect(on('2026-11-22')).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 accepted gap ends, first on 15 Dec 2026, in 23 days.'),
    });
    expect(on('2026-12-16')).toMatchObject({ code: 1, out: expect.stringContaining('An accepted gap past its end') });
  });

  test('a horizon of twelve months fails ahead of the day, and a warning names it before that', () => {
    gate('mid');
    write(
      'system.yaml',
      describeSystem(DEVICE, {
        'ai-literacy.training': 'yes',
        'explanation.for-users': 'yes',
        'risk-management.process': 'no',
      }),
    );
    const on = (day: string, ...args: string[]) =>
      run(['--as-of', day, '--unanswered', 'warn', ...args], { cwd: REPOSITORY });
    expect(on('2026-11-22').code).toBe(0);
    expect(on('2026-11-22').out).not.toContain('Soon');
    expect(on('2027-01-15')).toMatchObject({ code: 0, out: expect.stringContaining('Soon: on 31 Mar 2027') });
    expect(on('2026-11-22', '--horizon', '12m')).toMatchObject({
      code: 1,
      out: expect.stringContaining('NOT READY by 22 Nov 2027'),
    });
  });

  test('an unchanged commit turns red on a day, and does not where the day is pinned', () => {
    const inUse = describeSystem(BOUGHT, { 'ai-literacy.training': 'yes', 'human-oversight.assigned': 'no' });
    write('system.yaml', inUse);
    const on = (day: string) => run(['--unanswered', 'warn', '--as-of', day], { cwd: REPOSITORY });
    expect(on('2028-08-01')).toMatchObject({ code: 0, out: expect.stringContaining('Soon: on 2 Aug 2028, in 1 day') });
    expect(on('2028-08-02')).toMatchObject({ code: 1, out: expect.stringContaining('eu-ai-act.art-26.oversight') });
    // The configuration pins the day.
    expect(run(['--unanswered', 'warn'], { cwd: REPOSITORY }).code).toBe(0);
  });
});

describe('at the release', () => {
  test('the gate opens when what must precede placing is in place, with its evidence', () => {
    expect(gate('release', '--horizon', 'release', '--require-evidence')).toMatchObject({
      exit: 0,
      screen: expect.stringContaining('READY by'),
    });
  });

  test('it shuts when evidence is taken away, or emptied of what it says', () => {
    for (const text of [undefined, '', '# Quality file\n\nTODO\n']) {
      gate('release');
      if (text === undefined) git('rm', '--quiet', '--cached', 'docs/file.md');
      execFileSync('rm', ['-f', join(REPOSITORY, 'docs/file.md')]);
      if (text !== undefined) write('docs/file.md', text);
      const { code, out } = run(['--horizon', 'release'], { cwd: REPOSITORY });
      expect([text, code]).toEqual([text, 1]);
      expect(out).toContain('NOT READY');
    }
  });

  test('a claim of minimal risk does not open it, whatever is in place', () => {
    gate('release');
    const claimed = `${readFileSync(join(REPOSITORY, 'system.yaml'), 'utf8')}claims.ai-act-level: minimal\n`;
    write('system.yaml', claimed);
    const { code, out } = run(['--horizon', 'release'], { cwd: REPOSITORY });
    expect(code).toBe(1);
    expect(out).toContain('A claim below what the facts give');
    expect(out).toContain('claim-below');
  });
});
