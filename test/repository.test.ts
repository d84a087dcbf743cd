import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { runCases } from '../src/assessment/cases.ts';
import { generatedFiles } from '../src/build.ts';
import { lint } from '../src/law/lint.ts';
import { ROOT, realLaw, realRules } from './law/real.ts';

const SOURCES = globSync('src/**/*.ts', { cwd: ROOT }).sort();
const read = (path: string) => readFileSync(ROOT + path, 'utf8');

describe('the law is data', () => {
  const LAW =
    /\bArt(icle|\.)? ?[0-9]+|20(2[4-9]|3[01])-(0[1-9]|1[0-2])-[0-3][0-9]|\b(GDPR|RGPD|MDCG|IVDR|MDR|AI Act|RIA|CSP)\b/;
  /** The contract of the report, which names what other programs read; and what is made from the rules. */
  const MAY_NAME_LAW = ['src/assessment/contract.ts', 'src/description/types.generated.ts'];

  test.each(SOURCES.filter((path) => !MAY_NAME_LAW.includes(path)))(
    '%s names no article, no date and no law',
    (path) => {
      const named = read(path)
        .split('\n')
        .flatMap((line, index) => (LAW.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : []));
      expect(named).toEqual([]);
    },
  );
});

describe('the house', () => {
  /** Each folder may import from itself and from those before it. */
  const ORDER = ['yaml', 'logic', 'law', 'description', 'evidence', 'assessment', 'questionnaire', 'report', 'cli'];
  const NO_FOLDER = ['src/build.ts', 'src/index.ts'];
  const folderOf = (path: string) => path.split('/')[1] ?? '';

  function mayImport(folder: string): string[] {
    if (folder === 'text') return ['yaml', 'text'];
    // The logic knows nothing of where its conditions come from.
    if (folder === 'logic') return ['logic'];
    // YAML and the logic stand side by side, as do the questionnaire and the reports.
    const beside = { yaml: 'logic', report: 'questionnaire' }[folder];
    const before = ORDER.slice(0, ORDER.indexOf(folder) + 1).filter((known) => known !== beside);
    return ['questionnaire', 'report', 'cli'].includes(folder) ? [...before, 'text'] : before;
  }

  test('has no rooms but those of the plan', () => {
    expect([...new Set(SOURCES.filter((path) => !NO_FOLDER.includes(path)).map(folderOf))].sort()).toEqual(
      [...ORDER, 'text'].sort(),
    );
  });

  test.each(SOURCES.filter((path) => !NO_FOLDER.includes(path)))(
    '%s imports from its own folder and earlier ones only',
    (path) => {
      const imports = [...read(path).matchAll(/(?:\bfrom |import\()'(\.[^'\n]+)'/g)].map(([, target = '']) =>
        new URL(target, `file:///${path}`).pathname.slice(1),
      );
      const allowed = mayImport(folderOf(path));
      expect(imports.filter((target) => !allowed.includes(folderOf(target)))).toEqual([]);
      for (const target of imports) expect(SOURCES).toContain(target);
    },
  );

  test('imports nothing but its few libraries and Node itself', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    // Other programs are started in one place only: git says what a revision of a description holds.
    const mayStart = (path: string, name: string) => path === 'src/cli/git.ts' && name === 'node:child_process';
    const libraries = SOURCES.flatMap((path) =>
      [...read(path).matchAll(/(?:\bfrom |import\()'([^.'\n][^'\n]*)'/g)].flatMap(([, name = '']) =>
        mayStart(path, name) ? [] : [name],
      ),
    );
    // Bundled, so needed at build time only.
    const bundled = Object.keys(devDependencies).filter((name) => name === '@noble/hashes');
    for (const name of libraries)
      expect(name).toMatch(
        new RegExp(
          `^node:(?!http|https|net|tls|dgram|dns|child_process|vm)|^(${[...Object.keys(dependencies), ...bundled].join('|')})(/|$)`,
        ),
      );
  });
});

describe('what is generated from the rules', () => {
  // Formatted once written, so white space and what a formatter adds or leaves out at line ends do not count.
  const bare = (text: string) => text.replaceAll(/\s+/g, '').replaceAll(/[;,|]/g, '');

  test.each([...generatedFiles(realRules())])('%s is current: else run npm run generate', (path, content) => {
    if (path.endsWith('.ts')) expect(bare(read(path))).toBe(bare(content));
    else expect(read(path)).toBe(content);
  });
});

describe('the rules', () => {
  test('have no fault, in English and in French, and every case comes out', () => {
    const compiled = realRules();
    const faults = [...lint(compiled), ...runCases(compiled, realLaw())];
    expect(faults.map(({ path, place, args }) => `${path}:${place?.line} ${args.message}`)).toEqual([]);
    expect(compiled.cases.length).toBeGreaterThan(400);
  }, 120_000);

  test('say in both languages what they say in one', () => {
    const { en, fr } = realRules().texts;
    expect(Object.keys(fr)).toEqual(Object.keys(en));
    for (const [id, words] of Object.entries(en))
      expect([id, Object.keys(fr[id] ?? {})]).toEqual([id, Object.keys(words)]);
  });

  test.each(globSync('rules/**/*.yaml', { cwd: ROOT }).sort())('%s has its words in both languages', (path) => {
    const own = [...realRules().entries.values()].filter(
      ({ source, kind }) => source.path === path && !['law', 'situation', 'left-out', 'screen'].includes(kind),
    );
    const { en, fr } = realRules().texts;
    for (const { id } of own)
      expect([id, (en[id]?.title ?? '') !== '', (fr[id]?.title ?? '') !== '']).toEqual([id, true, true]);
  });
});
