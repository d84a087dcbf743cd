import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { Comparison } from '../../src/assessment/comparison-contract.ts';
import { displayWidth } from '../../src/report/layout.ts';
import { DEVICE, describeSystem, NEUTRAL } from '../cases/describe.ts';
import { ROOT } from '../law/real.ts';
import { folderWith } from './folder.ts';
import { git, repositoryWith } from './git.ts';
import { ACTING } from './refused.ts';
import { type Run, run } from './run.ts';

const ON = ['--as-of', '2026-11-22'];
const BAD = 'aiact-check: "1.0"\nsystem: { name: X }\nmarket: { stge: development }\n';

const isComparison = new Ajv().compile(JSON.parse(readFileSync(`${ROOT}schema/comparison.schema.json`, 'utf8')));

const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
const wide = (text: string) => text.split('\n').filter((line) => displayWidth(line) > 80);

const diff = (cwd: string, ...args: string[]): Run => run(['diff', ...args], { cwd });

function json(cwd: string, ...args: string[]): Comparison {
  const { out, err } = diff(cwd, ...args, '--format', 'json');
  expect(err).toBe('');
  const comparison = JSON.parse(out) as Comparison;
  expect(isComparison(comparison), JSON.stringify(isComparison.errors)).toBe(true);
  return comparison;
}

const PLACED = { ...DEVICE, 'market.stage': 'on-market', 'market.placed-on': '2026-03' };
const BEFORE = describeSystem(PLACED, { 'logging.automatic': 'yes', 'performance.robustness': 'no' });
const AFTER = describeSystem(
  { ...PLACED, 'purpose.medical': '[diagnosis, treatment]', 'purpose.likely-harm': 'death' },
  { 'logging.automatic': 'no', 'performance.robustness': 'yes' },
  'Another name',
);

describe('two files', () => {
  test('are told by what was changed, what the law makes of it, and whether it is worse', () => {
    const cwd = folderWith({ 'before.yaml': BEFORE, 'after.yaml': AFTER });
    const { code, out, err } = diff(cwd, 'before.yaml', 'after.yaml', ...ON);
    expect([code, err]).toEqual([0, '']);
    const told = inOneLine(out);
    expect(told).toContain('before.yaml → after.yaml · as of 22 Nov 2026');
    expect(told).toContain('Changed in the description (5)');
    expect(told).toContain('Name: A system → Another name after.yaml:2 · system.name · a text: decides nothing');
    expect(told).toContain('+ Treatment of a disease, injury or disability');
    expect(told).toMatch(/Automatic event logs: in place → missing after\.yaml:\d+ · logging\.automatic/);
    expect(told).toContain('✖ Device class: class IIb → class III');
    expect(told).toContain('Level under the AI Act: high-risk, as before');
    expect(told).toMatch(/✖ Record events automatically in logs .* in place → missing/);
    expect(told).toMatch(/Duties nearer to being met \(1\) Make the system resilient .* missing → in place/);
    expect(told).toContain('✖ Significant change in the design of an earlier system: likely');
    expect(told).toMatch(
      /WORSE: .*a more severe class is possible · .* to meet · what the change itself may be in law/,
    );
    expect(told).toContain('Not legal advice.');
  });

  test('that say the same, in whatever words, have changed in nothing', () => {
    const cwd = folderWith({ 'a.yaml': BEFORE, 'b.yaml': `# a note\n${BEFORE}` });
    const same = diff(cwd, 'a.yaml', 'a.yaml', ...ON, '--fail-on-worse');
    expect([same.code, same.out.split('\n').filter((line) => line.startsWith('Nothing'))]).toEqual([
      0,
      ['Nothing changed.'],
    ]);
    expect(diff(cwd, 'a.yaml', 'b.yaml', ...ON).out).toContain(
      'Nothing changed but notes, comments or layout, which decide nothing.',
    );
    expect(diff(cwd, 'a.yaml', 'a.yaml', ...ON, '--lang', 'fr').out).toContain("Rien n'a changé.");
  });

  test.each(['en', 'fr'])('fit into 80 columns in %s, in black and white', (lang) => {
    const cwd = folderWith({ 'before.yaml': BEFORE, 'after.yaml': AFTER });
    for (const args of [
      ['before.yaml', 'after.yaml'],
      ['after.yaml', 'before.yaml', '--all'],
    ]) {
      const { out } = diff(cwd, ...args, ...ON, '--lang', lang);
      expect(wide(out)).toEqual([]);
      expect(out).not.toMatch(ACTING);
    }
  });

  test('have ten entries a section, and the rest with --all', () => {
    const cwd = folderWith({ 'before.yaml': describeSystem(NEUTRAL), 'after.yaml': describeSystem(DEVICE) });
    const [some, all] = [[], ['--all']].map((args) => diff(cwd, 'before.yaml', 'after.yaml', ...ON, ...args).out);
    const begin = Number(/Duties that begin to apply \((\d+)\)/.exec(some ?? '')?.[1]);
    expect(begin).toBeGreaterThan(30);
    expect(some).toContain(`and ${begin - 10} more: --all`);
    expect(all).not.toContain('more: --all');
    expect((all ?? '').split('\n').length).toBeGreaterThan((some ?? '').split('\n').length + 2 * (begin - 10));
  });

  test('come as JSON as its schema says, and as Markdown with the result first', () => {
    const cwd = folderWith({ 'before.yaml': BEFORE, 'after.yaml': AFTER });
    expect(json(cwd, 'before.yaml', 'after.yaml', ...ON)).toMatchObject({
      format: 'aiact-check/comparison@1',
      of: 'descriptions',
      evidence: 'looked-for',
      before: { path: 'before.yaml', asOf: '2026-11-22', system: { name: 'A system' } },
      after: { path: 'after.yaml', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    });
    const { out } = diff(cwd, 'before.yaml', 'after.yaml', ...ON, '--format', 'markdown');
    expect(out.indexOf('### WORSE')).toBeLessThan(out.indexOf('### Changed in the description'));
  });

  test('go to files as they go to standard output', () => {
    const cwd = folderWith({ 'before.yaml': BEFORE, 'after.yaml': AFTER });
    const formats = ['--format', 'markdown=comment.md', '--format', 'json=diff.json', '--format', 'terminal'];
    const { out } = diff(cwd, 'before.yaml', 'after.yaml', ...ON, ...formats);
    expect(out).toBe(diff(cwd, 'before.yaml', 'after.yaml', ...ON).out);
    const written = (format: string) => diff(cwd, 'before.yaml', 'after.yaml', ...ON, '--format', format).out;
    expect(readFileSync(join(cwd, 'comment.md'), 'utf8')).toBe(written('markdown'));
    expect(readFileSync(join(cwd, 'diff.json'), 'utf8')).toBe(written('json'));
  });

  test('one of them may come on standard input', () => {
    const cwd = folderWith({ 'before.yaml': BEFORE });
    const { code, out } = run(['diff', 'before.yaml', '-', ...ON], { cwd, stdin: AFTER });
    expect([code, inOneLine(out).includes('before.yaml → -')]).toEqual([0, true]);
  });

  test('have their evidence looked for', () => {
    const cited = (path: string) =>
      describeSystem(DEVICE, { 'logging.automatic': `{ status: in-place, evidence: ${path} }` });
    const cwd = folderWith({ 'a.yaml': cited('logs.md'), 'b.yaml': cited('lost.md'), 'logs.md': 'Logs are kept.\n' });
    const { out } = diff(cwd, 'a.yaml', 'b.yaml', ...ON);
    expect(inOneLine(out)).toContain('Evidence: logs.md → lost.md');
    expect(inOneLine(out)).toMatch(/✖ Record events .* in place → missing .* Evidence not found: lost\.md\./);
    expect(json(cwd, 'a.yaml', 'b.yaml', ...ON).worse.map(({ code }) => code)).toContain('duties');
  });

  test('take --set, --level, --horizon and --unanswered', () => {
    const cwd = folderWith({ 'before.yaml': BEFORE, 'after.yaml': AFTER });
    const class3 = json(cwd, 'before.yaml', 'after.yaml', ...ON, '--set', 'purpose.likely-harm=death');
    expect(class3.classification.deviceClass.turn).toBe('same');
    const policy = ['--level', 'good-practice', '--unanswered', 'warn', '--horizon', '12m'];
    expect(json(cwd, 'before.yaml', 'after.yaml', ...ON, ...policy)).toMatchObject({
      policy: { level: 'good-practice', unanswered: 'warn' },
      after: { horizon: '2027-11-22' },
    });
  });
});

describe('--fail-on-worse', () => {
  const cwd = () => folderWith({ 'before.yaml': BEFORE, 'after.yaml': AFTER });

  test('fails on what is worse, and says why', () => {
    const folder = cwd();
    const { code, out } = diff(folder, 'before.yaml', 'after.yaml', ...ON, '--fail-on-worse');
    expect(code).toBe(1);
    expect(inOneLine(out)).toMatch(/WORSE: .* Exit 1, as --fail-on-worse asks\. ✖ marks what makes it worse\./);
    expect(diff(folder, 'before.yaml', 'after.yaml', ...ON).out).not.toContain('Exit 1');
  });

  test('says why on standard error where no report is for a person to read', () => {
    const folder = cwd();
    const { code, err } = diff(folder, 'before.yaml', 'after.yaml', ...ON, '--fail-on-worse', '--format', 'json');
    expect([code, err]).toEqual([1, expect.stringMatching(/^aiact-check: WORSE: .*\n$/)]);
  });

  test('passes what is as it was, or better', () => {
    const better = folderWith({
      'a.yaml': describeSystem(DEVICE, { 'logging.automatic': 'no' }),
      'b.yaml': describeSystem(DEVICE, { 'logging.automatic': 'yes' }),
    });
    const { code, out } = diff(better, 'a.yaml', 'b.yaml', ...ON, '--fail-on-worse');
    expect([code, inOneLine(out).includes('BETTER: 1 fewer duty to meet')]).toEqual([0, true]);
    const { out: planned } = diff(better, 'b.yaml', 'b.yaml', ...ON, '--set', 'system.version=2', '--fail-on-worse');
    expect(planned).toContain('Nothing changed.');
  });

  test('has the same exit code in every format and language', () => {
    const folder = cwd();
    for (const files of [
      ['before.yaml', 'after.yaml'],
      ['before.yaml', 'before.yaml'],
    ]) {
      const codes = ['terminal', 'json', 'markdown'].flatMap((format) =>
        ['en', 'fr'].map(
          (lang) => diff(folder, ...files, ...ON, '--fail-on-worse', '--format', format, '--lang', lang).code,
        ),
      );
      const { worse } = json(folder, ...files, ...ON);
      expect(new Set(codes)).toEqual(new Set([worse.length > 0 ? 1 : 0]));
    }
  });
});

describe('a git revision', () => {
  const repository = () =>
    repositoryWith({ 'systems/reader.yaml': BEFORE, 'README.md': 'x' }, { 'systems/reader.yaml': AFTER });

  test('is compared with a file or another revision, by its path from the root or from where we stand', () => {
    const cwd = repository();
    const expected = json(cwd, 'main~1:systems/reader.yaml', 'systems/reader.yaml', ...ON);
    expect(expected.facts.map(({ id }) => id)).toEqual(['system.name', 'purpose.medical', 'purpose.likely-harm']);
    const facts = (comparison: Comparison) => JSON.stringify(comparison.facts);
    const inside = join(cwd, 'systems');
    for (const [folder, before, after] of [
      [cwd, 'main~1:systems/reader.yaml', 'main:systems/reader.yaml'],
      [cwd, 'main~1:./systems/reader.yaml', 'HEAD:systems/reader.yaml'],
      [inside, 'main~1:systems/reader.yaml', 'reader.yaml'],
      [inside, 'main~1:reader.yaml', 'main:reader.yaml'],
      [inside, 'HEAD^{/README}:reader.yaml', ':reader.yaml'],
    ] as const)
      expect(facts(json(folder, before, after, ...ON))).toBe(facts(expected));
  });

  test('is what was committed, not what lies in the folder; without a name it is what is staged', () => {
    const cwd = repository();
    writeFileSync(join(cwd, 'systems/reader.yaml'), BEFORE);
    expect(json(cwd, 'HEAD:systems/reader.yaml', 'systems/reader.yaml', ...ON).facts).toHaveLength(3);
    expect(diff(cwd, 'HEAD:systems/reader.yaml', ':systems/reader.yaml', ...ON).out).toContain('Nothing changed.');
    git(cwd, 'add', '--all');
    expect(json(cwd, 'HEAD:systems/reader.yaml', ':systems/reader.yaml', ...ON).facts).toHaveLength(3);
  });

  test('has no files to look at: evidence is looked for on neither side, and that is said', () => {
    const cited = describeSystem(DEVICE, { 'logging.automatic': '{ status: in-place, evidence: nowhere.md }' });
    const cwd = repositoryWith({ 'a.yaml': cited });
    expect(json(cwd, 'a.yaml', 'a.yaml', ...ON).evidence).toBe('looked-for');
    for (const args of [
      ['main:a.yaml', 'a.yaml'],
      ['a.yaml', 'main:a.yaml'],
    ]) {
      const comparison = json(cwd, ...args, ...ON);
      expect([comparison.evidence, comparison.duties.better, comparison.worse]).toEqual(['not-looked-for', [], []]);
      expect(inOneLine(diff(cwd, ...args, ...ON).out)).toContain('evidence was looked for on neither side');
    }
  });

  test('gives way to a file of that name', () => {
    const cwd = repositoryWith({ 'a.yaml': BEFORE });
    writeFileSync(join(cwd, 'main:a.yaml'), AFTER);
    expect(json(cwd, 'a.yaml', 'main:a.yaml', ...ON).facts).toHaveLength(3);
  });

  test('runs nothing that the repository asks for, and changes nothing in it', () => {
    const cwd = repository();
    const trap = `sh -c 'touch ${cwd}/sprung'`;
    for (const key of ['core.fsmonitor', 'core.pager', 'diff.trap.textconv', 'filter.trap.smudge', 'core.sshCommand'])
      git(cwd, 'config', key, trap);
    mkdirSync(join(cwd, '.git/info'), { recursive: true });
    writeFileSync(join(cwd, '.git/info/attributes'), '* diff=trap filter=trap\n');
    const before = readFileSync(join(cwd, '.git/index'));
    expect(diff(cwd, 'main~1:systems/reader.yaml', ':systems/reader.yaml', ...ON).code).toBe(0);
    expect(readFileSync(join(cwd, '.git/index'))).toEqual(before);
    expect(() => readFileSync(join(cwd, 'sprung'))).toThrow();
  });

  test('that was never fetched is not fetched now', () => {
    const origin = repository();
    git(origin, 'config', 'uploadpack.allowFilter', 'true');
    const cwd = folderWith({});
    git(cwd, 'clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${origin}`, '.');
    const { code, err } = diff(cwd, 'HEAD:systems/reader.yaml', 'HEAD:systems/reader.yaml', ...ON);
    expect(code).toBe(2);
    expect(inOneLine(err)).toContain('There is no such file in HEAD');
  });
});

describe('what cannot be compared', () => {
  const refused = (cwd: string, ...args: string[]): string => {
    const { code, out, err } = diff(cwd, ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toMatch(ACTING);
    expect(err).not.toMatch(/\n\s+at .*:\d+/);
    return inOneLine(err);
  };

  test('is told with every problem of both files at once, each once', () => {
    const cwd = folderWith({ 'a.yaml': BAD, 'b.yaml': BAD.replace('stge', 'stgae'), 'good.yaml': BEFORE });
    const said = refused(cwd, 'a.yaml', 'b.yaml');
    expect(said).toMatch(/a\.yaml:3:11 market\.stge is no known key.*b\.yaml:3:11 market\.stgae is no known key/);
    expect(refused(cwd, 'a.yaml', 'a.yaml').match(/is no known key/g)).toHaveLength(1);
    expect(refused(cwd, 'good.yaml', 'goood.yaml')).toContain('Did you mean good.yaml?');
    expect(refused(cwd, 'good.yaml', '.')).toContain('This is a folder');
  });

  test('is told for revisions by what is wrong: revision, file, folder, text', () => {
    const cwd = repositoryWith({
      'systems/reader.yaml': BEFORE,
      'bad.yaml': BAD,
      'big.yaml': `# ${'x'.repeat(300_000)}`,
    });
    expect(refused(cwd, 'mian:bad.yaml', 'bad.yaml')).toContain('mian is no file, and no branch, tag or commit');
    expect(refused(cwd, '--', '-x:bad.yaml', 'bad.yaml')).toContain('-x is no file, and no branch');
    expect(refused(cwd, '^main:bad.yaml', 'bad.yaml')).toContain('^main is no file, and no branch');
    expect(refused(cwd, 'main:systems/raeder.yaml', 'bad.yaml')).toContain('Did you mean main:systems/reader.yaml?');
    expect(refused(cwd, 'main:systems', 'bad.yaml')).toContain('This is a folder');
    expect(refused(cwd, 'main:../../etc/passwd', 'bad.yaml')).toContain('There is no such file in main');
    expect(refused(cwd, 'main:big.yaml', 'systems/reader.yaml')).toContain('larger than 200000 bytes');
    expect(refused(cwd, 'main:bad.yaml', 'main:systems/reader.yaml')).toContain('main:bad.yaml:3:11 market.stge');
    expect(refused(cwd, 'mian:bad.yaml', 'bad.yaml', '--lang', 'fr')).toContain("mian n'est ni un fichier");
  });

  test('is told where there is no repository, or no git', () => {
    const cwd = folderWith({ 'a.yaml': BEFORE });
    expect(refused(cwd, 'main:a.yaml', 'a.yaml')).toContain('no git repository here');
    const without = run(['diff', 'main:a.yaml', 'a.yaml'], { cwd, env: { PATH: cwd } });
    expect([without.code, inOneLine(without.err).includes('takes git, which is not installed')]).toEqual([2, true]);
  });

  test('is a call with too few or too many arguments', () => {
    const cwd = folderWith({ 'a.yaml': BEFORE });
    expect(refused(cwd, 'a.yaml')).toContain("missing required argument 'after'");
    expect(refused(cwd, 'a.yaml', 'a.yaml', 'a.yaml')).toContain('diff takes two descriptions');
    expect(refused(cwd, '--law', '2026-07-26', '2026-07-28')).toContain('--law takes two days and a file');
    expect(refused(cwd, '--law', '2026-07-26', 'a.yaml', 'a.yaml')).toContain('--law takes two days and a file');
    expect(refused(cwd, '--law', '2026-07-26', '2026-07-28', 'a.yaml', ...ON)).toContain('leave --as-of out');
    expect(refused(cwd, 'a.yaml', 'a.yaml', '--format', 'sarif')).toContain('Expected one of terminal, json, markdown');
  });
});

describe('--law', () => {
  const cwd = () => folderWith({ 'system.yaml': describeSystem(DEVICE, { 'logging.automatic': 'yes' }) });

  test('tells what an amendment changed for a system: dates with what they were, duties, days', () => {
    const { code, out } = diff(cwd(), '--law', '2026-07-26', '2026-07-28', 'system.yaml');
    expect(code).toBe(0);
    const told = inOneLine(out);
    expect(told).toContain('A system: what the law changed');
    expect(told).toContain('law of 26 Jul 2026 → law of 28 Jul 2026 · system.yaml');
    expect(told).toContain('Day from which the high-risk rules apply: 2 Aug 2027 → 2 Aug 2028');
    expect(told).toMatch(
      /Duties due on another day \(\d+\) 2 Aug 2027 → 2 Aug 2028, before .*: \d+ duties 2 Aug 2027 → 2 Aug 2028, once .*: \d+ duties/,
    );
    expect(told).toContain(
      'High-risk rules for Annex I (medical devices): 2 Aug 2027 → 2 Aug 2028 AI Act Art. 113(c)(ii) · eu-ai-act.annex-i-applies',
    );
    expect(told).not.toContain('Changed in the description');
    expect(told).not.toContain('What the change itself may be');
  });

  test('says so where nothing changed', () => {
    const { code, out } = diff(cwd(), '--law', '2026-11-21', '2026-11-22', 'system.yaml', '--fail-on-worse');
    expect([code, inOneLine(out).includes('Between the two days the law changed nothing for this system.')]).toEqual([
      0,
      true,
    ]);
  });

  test('counts what is due by the later day on both sides, so that only the law differs', () => {
    const comparison = json(cwd(), '--law', '2026-07-26', '2026-08-15', 'system.yaml');
    expect([comparison.before.horizon, comparison.after.horizon]).toEqual(['2026-08-15', '2026-08-15']);
    expect([comparison.before.asOf, comparison.after.asOf]).toEqual(['2026-07-26', '2026-08-15']);
    expect(json(cwd(), '--law', '2026-08-15', '2026-07-26', 'system.yaml').after.horizon).toBe('2026-08-15');
  });

  test('takes a revision', () => {
    const folder = repositoryWith({ 'system.yaml': describeSystem(DEVICE) });
    expect(json(folder, '--law', '2026-07-26', '2026-07-28', 'main:system.yaml')).toMatchObject({
      of: 'law',
      evidence: 'not-looked-for',
      after: { path: 'main:system.yaml' },
    });
  });
});

describe('hostile text', () => {
  const EVIL = '\\u001b[31m\\u202e\\u0007]]><script>alert(1)</script> | ::error:: [x](http://x) @all #1 `';

  test('in names, descriptions, owners, evidence and gaps acts nowhere', () => {
    const text = (version: string) =>
      describeSystem(DEVICE, {
        'logging.automatic': `{ status: in-place, owner: "${EVIL}${version}", evidence: "${EVIL}${version}" }`,
      })
        .replace(/^system: .*$/m, `system: { name: "${EVIL}${version}", description: "${EVIL.repeat(30)}${version}" }`)
        .concat(
          `accepted-gaps: [{ duty: fr.csp-l4001-3.explainability, because: "${EVIL}${version}", by: "${EVIL}", since: 2026-01-01, until: 2026-12-31 }]\n`,
        );
    const cwd = folderWith({ 'a.yaml': text('1'), 'b.yaml': text('2') });
    for (const format of ['terminal', 'json', 'markdown']) {
      const { code, out } = diff(cwd, 'a.yaml', 'b.yaml', ...ON, '--all', '--format', format);
      expect(code).toBe(0);
      expect(out).not.toMatch(ACTING);
      if (format === 'terminal') expect(wide(out)).toEqual([]);
      if (format === 'markdown') {
        expect(out).not.toContain('<script>');
        expect(out).not.toMatch(/[^\\]\[x\]\(/);
        expect(out).not.toMatch(/@all|(?<!#)#1(?!\d)/);
      }
    }
  });

  test('in the name of a revision acts nowhere', () => {
    const cwd = repositoryWith({ 'a.yaml': BEFORE });
    for (const name of [
      '\u001b[31m:a.yaml',
      '$(touch sprung):a.yaml',
      '`touch sprung`:a.yaml',
      'main:a.yaml;touch sprung',
    ]) {
      const { code, out, err } = diff(cwd, name, 'a.yaml');
      expect([code, out]).toEqual([2, '']);
      expect(err).not.toMatch(ACTING);
    }
    expect(() => readFileSync(join(cwd, 'sprung'))).toThrow();
  });
});
