import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type FoundEvidence, lookForEvidence } from '../../src/evidence/evidence.ts';
import { LIMITS } from '../../src/evidence/walk.ts';
import { folderWith } from '../cli/folder.ts';

const OUTSIDE = { 'outside/secret.md': 'A secret.' };

/** A folder with `root` in it, and in that `system`, where the description lies. */
function rooted(
  files: Readonly<Record<string, string | Uint8Array>>,
  prepare: (system: string) => void = () => {},
): string {
  const entries = Object.entries(files).map(([path, content]) => [`root/system/${path}`, content] as const);
  const folder = folderWith({ ...OUTSIDE, ...Object.fromEntries(entries) });
  mkdirSync(join(folder, 'root/system'), { recursive: true });
  prepare(join(folder, 'root/system'));
  return join(folder, 'root');
}

function look(citation: string, root: string): FoundEvidence {
  const found = lookForEvidence([citation], join(root, 'system'), root).get(citation);
  if (found === undefined) throw new Error('not looked for');
  return found;
}

/** The status of a citation, and of each file. */
function told(citation: string, root: string): readonly unknown[] {
  const { status, files } = look(citation, root);
  return [status, Object.fromEntries(files.map((file) => [file.path, file.status]))];
}

const pipe = (name: string) => (system: string) => void execFileSync('mkfifo', [join(system, name)]);
const link = (target: string, name: string) => (system: string) => {
  mkdirSync(join(system, name, '..'), { recursive: true });
  symlinkSync(target, join(system, name));
};

describe('a file', () => {
  test('is told by its path from the root, its size and its hash', () => {
    const content = 'Formées le 3 mai.\n';
    const { status, files, cut } = look('docs/../docs/a.md', rooted({ 'docs/a.md': content }));
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect([status, cut]).toEqual(['found', false]);
    expect(JSON.parse(JSON.stringify(files))).toEqual([
      { path: 'system/docs/a.md', status: 'found', size: Buffer.byteLength(content), sha256 },
    ]);
  });

  test('that is large is hashed to its end', () => {
    const content = Buffer.alloc(2_500_001, 'x');
    const [file] = look('scan.bin', rooted({ 'scan.bin': content })).files;
    expect(file).toMatchObject({ size: 2_500_001, sha256: createHash('sha256').update(content).digest('hex') });
  });

  test('that changes while the report is made has no hash', () => {
    const root = rooted({ 'a.md': 'Trained.' });
    const [file] = look('a.md', root).files;
    appendFileSync(join(root, 'system/a.md'), 'And more.');
    expect(file).toMatchObject({ size: 8, sha256: null });
  });

  test('is hashed once, however often it is told', () => {
    const root = rooted({ 'a.md': 'Trained.' });
    const [file] = look('a.md', root).files;
    const { sha256 } = file ?? {};
    appendFileSync(join(root, 'system/a.md'), 'And more.');
    expect([sha256, file?.sha256]).toEqual([createHash('sha256').update('Trained.').digest('hex'), sha256]);
  });

  test.each([
    ['without a byte', '', 'empty'],
    ['of white space', ' \r\n\t\n', 'empty'],
    ['of a mark of byte order', '\u{FEFF}', 'empty'],
    ['to be written', '# Training\n\nTODO', 'placeholder'],
    ['to be written, with a mark of byte order', '\u{FEFF}# Training', 'placeholder'],
    ['with a sentence', '# Training\n\nAll nurses were trained.', 'found'],
    ['that is no text', Buffer.from('# T\0'), 'found'],
    ['that is no UTF-8', Buffer.from([0x23, 0xe9]), 'found'],
    ['of headings, longer than anybody leaves them', '# T\n'.repeat(20_000), 'found'],
  ])('%s is as it is', (_, content, status) => {
    expect(told('a.md', rooted({ 'a.md': content }))).toEqual([status, { 'system/a.md': status }]);
  });

  test('that is a pipe is not waited for', () => {
    expect(told('pipe', rooted({}, pipe('pipe')))).toEqual(['unreadable', { 'system/pipe': 'unreadable' }]);
    expect(
      told(
        'link',
        rooted({}, (system) => [pipe('pipe')(system), link('pipe', 'link')(system)]),
      )[0],
    ).toBe('unreadable');
    expect(told('pipe/a.md', rooted({}, pipe('pipe')))).toEqual(['not-found', {}]);
    expect(told('pipe/*', rooted({}, pipe('pipe')))).toEqual(['not-found', {}]);
  });

  test('that is a socket is not read', async () => {
    const root = rooted({});
    const server = createServer();
    onTestFinished(() => void server.close());
    await new Promise<void>((done) => server.listen(join(root, 'system/socket'), done));
    expect(told('socket', root)[0]).toBe('unreadable');
  });

  test('that is a device is not read', () => {
    expect(lookForEvidence(['zero', '*ero'], '/dev', '/dev').get('zero')?.status).toBe('unreadable');
    expect(lookForEvidence(['*ero'], '/dev', '/dev').get('*ero')?.status).toBe('unreadable');
  });
});

test.each([
  ['https://example.org/training', 'not-looked-for'],
  ['HTTPS://example.org', 'not-looked-for'],
  ['doi:10.1000/182', 'not-looked-for'],
  ['urn:isbn:1', 'not-looked-for'],
  ['https://', 'not-found'],
  ['training: held in May', 'not-found'],
  ['mail:board', 'not-found'],
  ['file:///etc/hostname', 'outside'],
  ['file:a.md', 'outside'],
  ['FILE:/a.md', 'outside'],
  ['/etc/*', 'outside'],
  ['C:\\training.md', 'outside'],
  ['C:/training.md', 'outside'],
  ['\\\\server\\training.md', 'outside'],
  ['{/etc,docs}/*', 'outside'],
  ['../../outside/*', 'outside'],
  ['../../outside/**/secret.md', 'outside'],
  ['{../../outside,docs}/*.md', 'outside'],
  ['*/../../../outside/secret.md', 'outside'],
  ['a\0.md', 'not-found'],
  [`${'x'.repeat(300)}.md`, 'not-found'],
  ['x/'.repeat(5000), 'not-found'],
])('%j is %s', (citation, status) => {
  expect(look(citation, rooted({ 'docs/a.md': 'Trained.' }))).toMatchObject({ status });
});

describe('a folder', () => {
  const FOUND = { 'system/docs/a.md': 'found' };

  test.each([
    ['with nothing in it', {}, 'empty', {}],
    [
      'of empty files',
      { 'docs/a.md': '', 'docs/b/b.md': '' },
      'empty',
      { 'system/docs/a.md': 'empty', 'system/docs/b/b.md': 'empty' },
    ],
    ['of placeholders', { 'docs/a.md': 'TODO' }, 'placeholder', { 'system/docs/a.md': 'placeholder' }],
    [
      'of hidden files',
      { 'docs/.gitkeep': 'Kept.', 'docs/.git/config': 'x', 'docs/node_modules/x.md': 'Trained.' },
      'empty',
      {},
    ],
    [
      'with one file that says something',
      { 'docs/a/b/c.md': 'Trained.', 'docs/x.md': '' },
      'found',
      { 'system/docs/a/b/c.md': 'found', 'system/docs/x.md': 'empty' },
    ],
  ])('%s is as its best file', (_, files, status, each) => {
    expect(
      told(
        'docs',
        rooted(files, (system) => mkdirSync(join(system, 'docs'), { recursive: true })),
      ),
    ).toEqual([status, each]);
  });

  test.each([
    ['to a file outside', link('../../../outside/secret.md', 'docs/out.md'), 'outside'],
    ['to a folder outside', link('../../../outside', 'docs/out.md'), 'outside'],
    ['to nothing', link('nothing', 'docs/out.md'), 'not-found'],
    ['to itself', link('out.md', 'docs/out.md'), 'not-found'],
    ['that is a pipe', pipe('docs/out.md'), 'unreadable'],
  ])('lists what leads astray in it and does not look there: %s', (_, prepare, status) => {
    expect(told('docs', rooted({ 'docs/a.md': 'Trained.' }, prepare))).toEqual([
      'found',
      { ...FOUND, 'system/docs/out.md': status },
    ]);
    const alone = rooted({}, (system) => [mkdirSync(join(system, 'docs')), prepare(system)]);
    expect(told('docs', alone)).toEqual([status, { 'system/docs/out.md': status }]);
  });

  test('that lies in itself by a link comes to an end', () => {
    const prepare = (system: string) => {
      link('.', 'docs/self')(system);
      link('../..', 'docs/up')(system);
      link('../docs', 'other/across')(system);
      link('../other', 'docs/across')(system);
    };
    expect(told('docs', rooted({ 'docs/a.md': 'Trained.', 'other/b.md': '' }, prepare))).toEqual([
      'found',
      { ...FOUND, 'system/other/b.md': 'empty' },
    ]);
  });

  test('of links that double at each step is gone through once', () => {
    const root = rooted({ 'docs/29/a.md': 'Trained.' }, (system) => {
      for (let step = 0; step < 29; step++)
        for (const name of ['x', 'y']) link(`../${step + 1}`, `docs/${step}/${name}`)(system);
    });
    expect(look('docs/0', root)).toMatchObject({
      status: 'found',
      files: [{ path: 'system/docs/29/a.md' }],
      cut: false,
    });
  });

  test('of more files than a person goes through is cut, and says so', () => {
    const files = Object.fromEntries(Array.from({ length: LIMITS.files + 1 }, (_, index) => [`docs/${index}.md`, 'x']));
    const root = rooted(files);
    for (const citation of ['docs', 'docs/*.md']) {
      const { status, files, cut } = look(citation, root);
      expect([citation, status, files.length, cut]).toEqual([citation, 'found', LIMITS.files, true]);
    }
    expect(look('docs/1*.md', root).cut).toBe(false);
  });

  test('that is deep is gone into so far, and the others as before', () => {
    const deep = `docs/${'a/'.repeat(LIMITS.depth + 5)}deep.md`;
    const { files, cut } = look('docs', rooted({ [deep]: 'Deep.', 'docs/z/z.md': 'Trained.' }));
    expect([files.map(({ path }) => path), cut]).toEqual([['system/docs/z/z.md'], true]);
  });
});

describe('a pattern', () => {
  test.each([
    ['a placeholder', { 'docs/b.md': 'TODO' }, () => {}, 'placeholder'],
    ['an empty file', { 'docs/b.md': '' }, () => {}, 'empty'],
    ['a link to nothing', {}, link('nothing', 'docs/b.md'), 'not-found'],
    ['a pipe', {}, pipe('docs/b.md'), 'unreadable'],
    ['a link to a file outside', {}, link('../../../outside/secret.md', 'docs/b.md'), 'outside'],
    ['a link to nothing outside', {}, link('../../../outside/nothing', 'docs/b.md'), 'outside'],
  ])('is as the worst file that it names: %s', (_, more, prepare, status) => {
    const root = rooted({ 'docs/a.md': 'Trained.', ...more }, prepare);
    for (const pattern of ['docs/*.md', '**/*.md', 'docs/{a,b}.md'].slice(0, status === 'not-found' ? 2 : 3))
      expect(told(pattern, root)).toEqual([status, { 'system/docs/a.md': 'found', 'system/docs/b.md': status }]);
  });

  test('goes through links that stay inside, and counts a file once', () => {
    const prepare = (system: string) => [link('docs', 'latest')(system), link('a.md', 'docs/b.md')(system)];
    const root = rooted({ 'docs/a.md': 'Trained.' }, prepare);
    for (const pattern of ['latest/*.md', '**/*.md', 'l*/b.md'])
      expect(told(pattern, root)).toEqual(['found', { 'system/docs/a.md': 'found' }]);
  });

  test.each(['docs/**/*.md', 'docs/*/*.md', '**/secret.md'])('never goes out by a link: %s', (pattern) => {
    const root = rooted({ 'docs/x/a.md': 'Trained.' }, link('../../../outside', 'docs/out'));
    const { files } = look(pattern, root);
    expect(JSON.stringify(files)).not.toContain('secret');
  });

  test('that leads out by the name of a link is outside', () => {
    const root = rooted({}, link('../../outside', 'out'));
    for (const pattern of ['out/*.md', 'o*/../out/*', '{out,in}/secret.md'])
      expect(look(pattern, root).status).toBe('outside');
  });
});

test('what is cited often is looked for once', () => {
  const root = rooted({ 'a.md': 'Trained.' });
  expect([...lookForEvidence(['a.md', 'a.md'], join(root, 'system'), root).keys()]).toEqual(['a.md']);
});

test('a root that is a link, and a folder that is one, are where they lead', () => {
  const root = rooted({ 'a.md': 'Trained.' });
  symlinkSync(root, `${root}-link`);
  symlinkSync(join(root, 'system'), join(root, 'linked'));
  expect(lookForEvidence(['a.md'], `${root}-link/linked`, `${root}-link`).get('a.md')?.files).toMatchObject([
    { path: 'system/a.md' },
  ]);
});

test('nothing is found below a root that is not there, nor from a folder outside of it', () => {
  const root = rooted({ 'a.md': 'Trained.' });
  writeFileSync(join(root, 'b.md'), 'Trained.');
  expect(lookForEvidence(['a.md'], join(root, 'system'), join(root, 'nowhere')).get('a.md')?.status).toBe('outside');
  expect(lookForEvidence(['b.md'], root, join(root, 'system')).get('b.md')?.status).toBe('outside');
});
