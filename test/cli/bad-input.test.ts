import { expect, test } from 'vitest';
import { type Case, expectRefusal, HEAD, refusedText } from './refused.ts';

const utf8 = (...bytes: number[]) => new Uint8Array([...new TextEncoder().encode(HEAD), ...bytes]);
const bomb = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].reduce(
  (lines, name) => `${lines}x-${name}: &${name} [${`*${String.fromCharCode(name.charCodeAt(0) - 1)}, `.repeat(9)}]\n`,
  `${HEAD}x-a: &a [lol, lol, lol]\n`,
);
const blockMap = (levels: number) => Array.from({ length: levels }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('');

const CASES: readonly Case[] = [
  ['no YAML', 'foo: [bar\n', 'syntax', '2:1', 'Check indentation', 'Vérifier ici'],
  ['a word', 'foo\n', 'wrong-kind', '1:1', 'Begin with aiact-check: "1.0"', 'Commencer par aiact-check: "1.0"'],
  ['a list', '- foo\n- bar\n', 'wrong-kind', '1:1', 'but a list stands here. 1 | - foo', 'une liste se trouve ici.'],
  ['an empty file', '', 'empty', '', 'Begin with aiact-check: "1.0"', 'Commencer par aiact-check: "1.0"'],
  ['only comments', '# one\n\n# two\n', 'empty', '', 'Begin with', 'Commencer par'],
  [
    'no format version',
    'system: { name: X }\n',
    'missing-key',
    '1:1',
    'Add aiact-check: "1.0"',
    'Ajouter aiact-check: "1.0"',
  ],
  [
    'no name',
    'aiact-check: "1.0"\nsystem: { version: 2 }\n',
    'missing-key',
    '2:9',
    'Add system.name',
    'Ajouter system.name',
  ],
  [
    'a key twice',
    `${HEAD}operator:\n  country: FR\n  country: DE\n`,
    'duplicate-key',
    '5:3',
    'Keep one of them',
    "N'en garder qu'une",
  ],
  ['a billion laughs', bomb, 'too-many-nodes', '', 'a page or two', 'une page ou deux'],
  [
    'an alias in itself',
    `${HEAD}x-a: &a [1, *a]\n`,
    'too-deep',
    '',
    'may not contain itself',
    'ne peut pas se contenir',
  ],
  ['an alias of nothing', `${HEAD}uses: *a\n`, 'syntax', '3:7', 'no anchor &a', 'aucune ancre'],
  [
    '5,000 lists in lists',
    `${HEAD}x-a: ${'['.repeat(5000)}${']'.repeat(5000)}\n`,
    'too-deep',
    '',
    'Write it flatter',
    'Aplatir',
  ],
  [
    '5,000 keys in keys',
    `${HEAD}x-a: ${'{a: '.repeat(5000)}${'}'.repeat(5000)}\n`,
    'too-deep',
    '',
    'Write it flatter',
    'Aplatir',
  ],
  [
    '5,000 lists in lists, in block',
    `${HEAD}x-a:\n  ${'- '.repeat(5000)}1\n`,
    'too-deep',
    '',
    'Write it flatter',
    'Aplatir',
  ],
  ['600 keys in keys, in block', HEAD + blockMap(600), 'too-deep', '', 'Write it flatter', 'Aplatir'],
  ['too large a file', `${HEAD}x-a: ${'y'.repeat(200_000)}\n`, 'too-large', '', 'a page or two', 'une page ou deux'],
  ['a NUL', utf8(0), 'binary', '', 'saved as UTF-8', 'enregistré en UTF-8'],
  ['another encoding', utf8(0x23, 0x20, 0xe9, 0x0a), 'not-utf8', '3:3', 'Save it as UTF-8', "L'enregistrer en UTF-8"],
  ['several documents', `${HEAD}---\n${HEAD}`, 'several-documents', '4:1', 'a file of its own', 'un fichier à part'],
  ['a binary tag', `${HEAD}uses: !!binary aGVsbG8=\n`, 'tag', '3:16', 'without its tag', 'sans son étiquette'],
  [
    'a tag of one’s own',
    `${HEAD}operator: !foo { country: FR }\n`,
    'tag',
    '3:11',
    'without its tag',
    'sans son étiquette',
  ],
  [
    'a merge key',
    `${HEAD}operator: { <<: { country: FR } }\n`,
    'unknown-key',
    '3:13',
    'operator.<< is no known key',
    'operator.<< : clé inconnue',
  ],
  [
    'a tab for indentation',
    `${HEAD}operator:\n\tcountry: FR\n`,
    'syntax',
    '4:1',
    'Tabs are not allowed',
    'une tabulation',
  ],
];

test.each(CASES)('%s is refused with its place and a way out', (_, ...expected) => {
  expectRefusal(...expected);
});

test('everything wrong is told at once, in the order of the lines', () => {
  const { errors } = refusedText(
    `${HEAD}accepted-gaps: 1\ncontrols: { logging: yes }\nzzz: 1\nmarket: { placed-on: 99 }\noperator: { county: FR }\n`,
  );
  expect(errors.map(({ line, code }) => [line, code])).toEqual([
    [3, 'wrong-kind'],
    [4, 'unknown-key'],
    [5, 'unknown-key'],
    [6, 'invalid-value'],
    [7, 'unknown-key'],
  ]);
});

test('a hundred faults still fit on a screen, and all of them are in the JSON', () => {
  const { errors, en } = refusedText(HEAD + Array.from({ length: 100 }, (_, index) => `zz${index}: 1\n`).join(''));
  expect(errors).toHaveLength(100);
  expect(en).toMatch(/and \d\d more/);
});
