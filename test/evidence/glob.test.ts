import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { lookForEvidence } from '../../src/evidence/evidence.ts';
import { folderWith } from '../cli/folder.ts';

const FILES = [
  'docs/a.md',
  'docs/b.md',
  'docs/a.pdf',
  'docs/é.md',
  'docs/😀.md',
  'docs/ab/a.md',
  'docs/ab/b/a.md',
  'docs/.hidden.md',
  'docs/.hidden/a.md',
  'docs/node_modules/a.md',
  'docs/[a].md',
  'docs/a-b].md',
  'docs/{a}.md',
  'other/a.md',
  'a.md',
];

function tree(files: readonly string[] = FILES): string {
  return folderWith(Object.fromEntries(files.map((path) => [`root/system/${path}`, 'Trained.'])));
}

function named(pattern: string, folder: string): string[] {
  const found = lookForEvidence([pattern], `${folder}/root/system`, `${folder}/root`).get(pattern);
  const paths = (found?.files ?? []).map(({ path }) => path.replace(/^system\//, ''));
  expect(found?.status).toBe(paths.length === 0 ? 'not-found' : 'found');
  return paths;
}

test.each([
  ['docs/*.md', ['docs/a-b].md', 'docs/a.md', 'docs/b.md', 'docs/[a].md', 'docs/{a}.md', 'docs/é.md', 'docs/😀.md']],
  ['docs/?.md', ['docs/a.md', 'docs/b.md', 'docs/é.md', 'docs/😀.md']],
  ['./docs//a.*', ['docs/a.md', 'docs/a.pdf']],
  ['docs/{a,b}.md', ['docs/a.md', 'docs/b.md']],
  ['docs/{a.{md,pdf},ab/a.md,nothing.md}', ['docs/a.md', 'docs/a.pdf', 'docs/ab/a.md']],
  ['{docs,other}/a.md', ['docs/a.md', 'other/a.md']],
  ['docs/[a-b].md', ['docs/a.md', 'docs/b.md']],
  ['docs/[!b].md', ['docs/a.md', 'docs/é.md', 'docs/😀.md']],
  ['docs/[^a-z].md', ['docs/é.md', 'docs/😀.md']],
  ['docs/[]a]*].md', ['docs/a-b].md']],
  ['docs/[z-a].md', []],
  ['docs/[.md', []],
  ['docs/**/a.md', ['docs/a.md', 'docs/ab/a.md', 'docs/ab/b/a.md']],
  ['docs/**', FILES.filter((path) => /^docs\/(?!.*(\.hidden|node_modules))/.test(path))],
  ['**/ab/**/*.md', ['docs/ab/a.md', 'docs/ab/b/a.md']],
  ['**/**/b/*', ['docs/ab/b/a.md']],
  ['docs/a**.md', ['docs/a-b].md', 'docs/a.md']],
  ['*/*/a.md', ['docs/ab/a.md']],
  ['docs/.*', ['docs/.hidden.md']],
  ['docs/.hidden/*', ['docs/.hidden/a.md']],
  ['docs/node_modules/*', ['docs/node_modules/a.md']],
  ['docs/*/../a.md', ['docs/a.md']],
  ['../system/d*/b.md', ['docs/b.md']],
  ['docs/ab*/', []],
  ['docs/*.doc', []],
  ['nowhere/*', []],
  ['docs/a.md/*', []],
  ['**/*.MD', []],
])('%s names what it should', (pattern, expected) => {
  expect(named(pattern, tree())).toEqual([...expected].sort());
});

test.each(['docs/[a].md', 'docs/{a}.md'])('%s is a file of that name where there is one', (path) => {
  expect(named(path, tree())).toEqual([path]);
});

test('patterns name what they name on the command line', () => {
  // To the library, a character is half of one where it takes two units.
  const folder = tree(FILES.filter((path) => !path.includes('😀')));
  const name = fc.string({
    unit: fc.constantFrom('a', 'b', '.md', '*', '?', '[ab]', '[!a]'),
    minLength: 1,
    maxLength: 4,
  });
  const part = fc.oneof(name, fc.constantFrom('**', '*', 'docs', 'ab', '{docs,other}', '{a,b}.md', '*.{md,pdf}'));
  // Nor is a file its own folder here, as `a.md/**` would have it, nor does `[!a]` at the beginning name hidden files.
  const isPattern = (text: string) => /[*?[{]/.test(text) && !/\/\*\*$|(^|\/)\[!/.test(text);
  fc.assert(
    fc.property(
      fc
        .array(part, { minLength: 1, maxLength: 4 })
        .map((parts) => parts.join('/'))
        .filter(isPattern),
      (pattern) => {
        const cwd = `${folder}/root/system`;
        const expected = globSync(pattern, { cwd, ignore: '**/node_modules/**', expandDirectories: false }).sort();
        expect(named(pattern, folder)).toEqual(expected);
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  ['stars', `${'*a'.repeat(60)}b`, `${'a'.repeat(200)}.md`],
  ['braces', `${'{a,a}'.repeat(40)}b`, 'a.md'],
  ['open braces', '{'.repeat(4000), 'a.md'],
  ['commas in an open brace', `{${','.repeat(4000)}`, 'a.md'],
  ['commas', `{${','.repeat(4000)}}`, 'a.md'],
  ['brackets', '['.repeat(4000), 'a.md'],
  ['any folders', '**/'.repeat(1000), 'a/b/c/d/e/f.md'],
  ['any folders and names', '**/*/'.repeat(12), 'a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t/f.md'],
  ['more than a path can hold', '*'.repeat(1_000_000), 'a.md'],
])('a pattern of many %s takes no time', (_, pattern, file) => {
  const folder = folderWith({ [file]: 'Trained.' });
  const started = performance.now();
  expect(lookForEvidence([pattern], folder, folder).get(pattern)?.status).toMatch(/^(found|not-found)$/);
  expect(performance.now() - started).toBeLessThan(3000);
});
