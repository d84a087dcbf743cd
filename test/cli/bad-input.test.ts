import { chmodSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Portfolio } from '../../src/assessment/contract.ts';
import { readDescription } from '../../src/description/read.ts';
import { Source } from '../../src/yaml/source.ts';
import { realLaw } from '../law/real.ts';
import { folderWith } from './folder.ts';
import { ACTING, HEAD, refused, refusedText } from './refused.ts';
import { run } from './run.ts';

const FR = 'fr.csp-l4001-3.explainability';
const gap = (keys: string) => `${HEAD}accepted-gaps:\n  - { ${keys} }\n`;
const utf8 = (...bytes: number[]) => new Uint8Array([...new TextEncoder().encode(HEAD), ...bytes]);
const bomb = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].reduce(
  (lines, name) => `${lines}x-${name}: &${name} [${`*${String.fromCharCode(name.charCodeAt(0) - 1)}, `.repeat(9)}]\n`,
  `${HEAD}x-a: &a [lol, lol, lol]\n`,
);
const blockMap = (levels: number) => Array.from({ length: levels }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('');

/** What is wrong, the file, the code of the error, where it is, and what must be said of the way out. */
const CASES: readonly [what: string, text: string | Uint8Array, code: string, place: string, en: string, fr: string][] = [
  ['no YAML', 'foo: [bar\n', 'syntax', '2:1', 'Check indentation', 'Vérifier ici'],
  ['a word', 'foo\n', 'wrong-kind', '1:1', 'Begin with aiact-check: "1.0"', 'Commencer par aiact-check: "1.0"'],
  ['a list', '- foo\n- bar\n', 'wrong-kind', '1:1', 'but a list stands here. 1 | - foo', 'une liste se trouve ici.'],
  ['an empty file', '', 'empty', '', 'Begin with aiact-check: "1.0"', 'Commencer par aiact-check: "1.0"'],
  ['only comments', '# one\n\n# two\n', 'empty', '', 'Begin with', 'Commencer par'],
  ['no format version', 'system: { name: X }\n', 'missing-key', '1:1', 'Add aiact-check: "1.0"', 'Ajouter aiact-check: "1.0"'],
  ['no name', 'aiact-check: "1.0"\nsystem: { version: 2 }\n', 'missing-key', '2:9', 'Add system.name', 'Ajouter system.name'],
  ['an unknown group', `${HEAD}operater: { country: FR }\n`, 'unknown-key', '3:1', 'Did you mean operator?', 'Vouliez-vous dire operator ?'],
  ['an unknown fact', `${HEAD}operator: { county: FR }\n`, 'unknown-key', '3:13', 'Did you mean operator.country?', 'Vouliez-vous dire operator.country ?'],
  ['a key like no other', `${HEAD}zzzzzzzz: 1\n`, 'unknown-key', '3:1', 'a name that begins with x-', 'un nom commençant par x-'],
  ['an unknown control', `${HEAD}controls: { human-oversight.overide: yes }\n`, 'unknown-key', '3:13', 'Did you mean human-oversight.override?', 'Vouliez-vous dire human-oversight.override ?'],
  ['an unknown key of a control', `${HEAD}controls: { logging.automatic: { statut: yes } }\n`, 'unknown-key', '3:34', 'Did you mean status?', 'Vouliez-vous dire status ?'],
  ['an unknown option', `${HEAD}purpose: { significance: drive }\n`, 'invalid-value', '3:26', 'Did you mean drives?', 'Vouliez-vous dire drives ?'],
  ['an unknown item of a list', `${HEAD}purpose: { medical: [diagnossis] }\n`, 'invalid-value', '3:22', 'Did you mean diagnosis?', 'Vouliez-vous dire diagnosis ?'],
  ['none beside others', `${HEAD}uses: [none, recruitment]\n`, 'invalid-value', '3:8', '`none` alone', '`none` seul'],
  ['an item twice', `${HEAD}uses: [recruitment, recruitment]\n`, 'repeated-value', '3:21', 'Keep one', "N'en garder qu'une"],
  ['a list for a value', `${HEAD}operator: { country: [FR] }\n`, 'wrong-kind', '3:22', 'takes one value, but a list stands here', 'attend une seule valeur ; une liste se trouve ici'],
  ['keys for a list', `${HEAD}uses: { recruitment: yes }\n`, 'wrong-kind', '3:7', 'takes a list, but keys with values stand here', 'attend une liste ; des clés et leurs valeurs se trouvent ici'],
  ['a value for a group', `${HEAD}operator: FR\n`, 'wrong-kind', '3:11', 'takes keys with values', 'attend des clés et leurs valeurs'],
  ['no such country', `${HEAD}operator: { country: FX }\n`, 'invalid-value', '3:22', 'two letters, such as FR', 'deux lettres, par exemple FR'],
  ['no such day', `${HEAD}market: { placed-on: 2026-02-30 }\n`, 'invalid-value', '3:22', 'a date of the calendar', 'une date du calendrier'],
  ['a key twice', `${HEAD}operator:\n  country: FR\n  country: DE\n`, 'duplicate-key', '5:3', 'Keep one of them', "N'en garder qu'une"],
  ['a billion laughs', bomb, 'too-many-nodes', '', 'a page or two', 'une page ou deux'],
  ['an alias in itself', `${HEAD}x-a: &a [1, *a]\n`, 'too-deep', '', 'may not contain itself', 'ne peut pas se contenir'],
  ['an alias of nothing', `${HEAD}uses: *a\n`, 'syntax', '3:7', 'no anchor &a', 'aucune ancre'],
  ['5,000 lists in lists', `${HEAD}x-a: ${'['.repeat(5000)}${']'.repeat(5000)}\n`, 'too-deep', '', 'Write it flatter', 'Aplatir'],
  ['5,000 keys in keys', `${HEAD}x-a: ${'{a: '.repeat(5000)}${'}'.repeat(5000)}\n`, 'too-deep', '', 'Write it flatter', 'Aplatir'],
  ['5,000 lists in lists, in block', `${HEAD}x-a:\n  ${'- '.repeat(5000)}1\n`, 'too-deep', '', 'Write it flatter', 'Aplatir'],
  ['600 keys in keys, in block', HEAD + blockMap(600), 'too-deep', '', 'Write it flatter', 'Aplatir'],
  ['too large a file', `${HEAD}x-a: ${'y'.repeat(200_000)}\n`, 'too-large', '', 'a page or two', 'une page ou deux'],
  ['a NUL', utf8(0), 'binary', '', 'saved as UTF-8', 'enregistré en UTF-8'],
  ['another encoding', utf8(0x23, 0x20, 0xe9, 0x0a), 'not-utf8', '3:3', 'Save it as UTF-8', "L'enregistrer en UTF-8"],
  ['several documents', `${HEAD}---\n${HEAD}`, 'several-documents', '4:1', 'a file of its own', 'un fichier à part'],
  ['a binary tag', `${HEAD}uses: !!binary aGVsbG8=\n`, 'tag', '3:16', 'without its tag', 'sans son étiquette'],
  ['a tag of one’s own', `${HEAD}operator: !foo { country: FR }\n`, 'tag', '3:11', 'without its tag', 'sans son étiquette'],
  ['a merge key', `${HEAD}operator: { <<: { country: FR } }\n`, 'unknown-key', '3:13', 'operator.<< is no known key', 'operator.<< : clé inconnue'],
  ['a tab for indentation', `${HEAD}operator:\n\tcountry: FR\n`, 'syntax', '4:1', 'Tabs are not allowed', 'une tabulation'],
  ['a plan without a day', `${HEAD}controls: { logging.automatic: planned }\n`, 'missing-key', '3:32', 'Add by.', 'Ajouter by.'],
  ['a newer format', 'aiact-check: "1.1"\nsystem: { name: X }\n', 'newer-format', '1:14', 'Update aiact-check', 'Mettre aiact-check à jour'],
  ['no format version at all', 'aiact-check: latest\nsystem: { name: X }\n', 'invalid-value', '1:14', 'such as "1.0"', 'par exemple "1.0"'],
  ['a gap of more than a year', gap(`duty: ${FR}, because: x, by: y, since: 2026-01-01, until: 2027-01-02`), 'invalid-value', '4:89', 'at most twelve months', 'douze mois au plus'],
  ['a gap that ends before it begins', gap(`duty: ${FR}, because: x, by: y, since: 2026-01-02, until: 2026-01-01`), 'invalid-value', '4:89', 'a day after `since`', 'postérieur à `since`'],
  ['a gap without a reason', gap(`duty: ${FR}, by: y, since: 2026-01-01, until: 2026-12-31`), 'missing-key', '4:7', 'Add because.', 'Ajouter because.'],
  ['a gap with an empty reason', gap(`duty: ${FR}, because: " ", by: y, since: 2026-01-01, until: 2026-12-31`), 'missing-key', '4:7', 'Add because.', 'Ajouter because.'],
  ['a gap on a day that is none', gap(`duty: ${FR}, because: x, by: y, since: 2026-01, until: 2026-12-31`), 'invalid-value', '4:70', 'YYYY-MM-DD', 'AAAA-MM-JJ'],
  ['a gap for a prohibition', gap('duty: eu-ai-act.art-5, because: x, by: y, since: 2026-01-01, until: 2026-12-31'), 'invalid-value', '4:13', 'cannot be set aside', "ne s'écarte pas"],
];

test.each(CASES)('%s is refused with its place and a way out', (_, text, code, place, en, fr) => {
  const started = performance.now();
  const said = refusedText(text);
  expect(said.errors).toHaveLength(1);
  expect(said.errors[0]).toMatchObject({ path: 'system.yaml', code });
  if (place !== '') expect(`${said.errors[0]?.line}:${said.errors[0]?.column}`).toBe(place);
  expect(said.en).toContain(en);
  expect(said.fr).toContain(fr);
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('a misspelt duty is never likened to a prohibition, which no gap may cover', () => {
  const { en } = refusedText(gap('duty: eu-ai-act.art-55, because: x, by: y, since: 2026-01-01, until: 2026-12-31'));
  expect(en).not.toContain('Did you mean eu-ai-act.art-5?');
});

test('everything wrong is told at once, in the order of the lines', () => {
  const { errors } = refusedText(`${HEAD}accepted-gaps: 1\ncontrols: { logging: yes }\nzzz: 1\nmarket: { placed-on: 99 }\noperator: { county: FR }\n`);
  expect(errors.map(({ line, code }) => [line, code])).toEqual([[3, 'wrong-kind'], [4, 'unknown-key'], [5, 'unknown-key'], [6, 'invalid-value'], [7, 'unknown-key']]);
});

test('a hundred faults still fit on a screen, and all of them are in the JSON', () => {
  const { errors, en } = refusedText(HEAD + Array.from({ length: 100 }, (_, index) => `zz${index}: 1\n`).join(''));
  expect(errors).toHaveLength(100);
  expect(en).toMatch(/and \d\d more/);
});

describe('names that objects inherit', () => {
  const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

  test('are unknown keys like others, wherever they stand', () => {
    const keys = inherited.map((name) => `${name}: { polluted: yes }\n`).join('');
    const inner = inherited.map((name) => `  ${name}: yes\n`).join('');
    const { errors } = refusedText(`${HEAD}${keys}operator:\n${inner}controls:\n${inner}`);
    expect(errors.map(({ code }) => code)).toEqual(Array(12).fill('unknown-key'));
  });

  test('are no answers either', () => {
    for (const name of inherited) expect(refusedText(`${HEAD}purpose: { significance: ${name}, medical: [${name}] }\n`).errors).toHaveLength(2);
  });

  test('pollute nothing', () => {
    const text = `${HEAD}x-notes: { __proto__: { polluted: yes } }\n__proto__: { polluted: yes }\nconstructor: { prototype: { polluted: yes } }\n`;
    readDescription(new Source('system.yaml', text), realLaw().law, new Map([['__proto__', 'yes']]));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('a path', () => {
  const folder = () => folderWith({ 'retina.yaml': HEAD, 'notes/todo.yaml': 'a: b\n' });

  test('that is not there names the nearest that is', () => {
    const { en, fr } = refused(['retna.yaml'], { cwd: folder() });
    expect(en).toBe('retna.yaml There is no such file. Did you mean retina.yaml? ');
    expect(fr).toContain('Vouliez-vous dire retina.yaml ?');
    expect(refused(['notes/tod.yaml'], { cwd: folder() }).en).toContain('Did you mean notes/todo.yaml?');
  });

  test('like no other is to be looked over', () => {
    expect(refused(['/nowhere/at/all.yaml']).en).toContain('Check its name and folder');
  });

  test('that cannot be followed is told without hiding the others', () => {
    const cwd = folder();
    symlinkSync('loop.yaml', join(cwd, 'loop.yaml'));
    const { en, fr, errors } = refused(['loop.yaml', 'nothing.yaml'], { cwd });
    expect(errors.map(({ path, code }) => [path, code]).sort()).toEqual([['loop.yaml', 'cannot-read'], ['nothing.yaml', 'not-found']]);
    expect(en).toContain('cannot be read: ELOOP Check its path and who may read it.');
    expect(fr).toContain('Vérifier son chemin et qui peut le lire.');
  });

  // The superuser reads everything.
  test.skipIf(process.getuid?.() === 0)('that one may not read says so', () => {
    const cwd = folder();
    chmodSync(join(cwd, 'retina.yaml'), 0);
    expect(refused(['retina.yaml'], { cwd }).en).toContain('cannot be read: EACCES');
  });

  test('of a folder without a description leads to making one', () => {
    const cwd = folder();
    mkdirSync(join(cwd, 'empty'));
    for (const path of ['empty', 'notes', 'empty/*.yaml']) expect(refused([path], { cwd }).errors).toMatchObject([{ path, code: 'nothing-found' }]);
    expect(refused(['empty'], { cwd }).fr).toContain("Aucune description n'a été trouvée ici.");
  });

  test('of a folder that looks like a file is told from one', () => {
    const cwd = folder();
    symlinkSync('notes', join(cwd, 'linked.yaml'));
    expect(refused(['.'], { cwd }).errors).toContainEqual(expect.objectContaining({ path: 'linked.yaml', code: 'is-folder' }));
  });

  test.each(['/dev/zero', '/dev/null'])('of a device, %s, is not read at all', (device) => {
    const { en, errors } = refused([device]);
    expect(errors).toMatchObject([{ path: device, code: 'not-regular' }]);
    expect(en).toContain('or - for standard input');
  });

  test('of standard input without an end is read up to the limit', () => {
    expect(refused(['-'], { stdin: 'y'.repeat(1_000_000) }).errors).toMatchObject([{ path: '-', code: 'too-large' }]);
  });
});

test('one bad file in a folder hides none of the others', () => {
  const cwd = folderWith({ 'a-good.yaml': HEAD, 'bad.yaml': `${HEAD}operater: 1\n`, 'c-good.yaml': HEAD, 'torn.yaml': 'aiact-check: "1.0"\nsystem: [\n' });
  const { code, out } = run(['.', '--format', 'json'], { cwd });
  const { format, assessments, errors } = JSON.parse(out) as Portfolio;
  expect(code).toBe(2);
  expect(format).toBe('aiact-check/portfolio@1');
  expect(assessments.map(({ source }) => source.path)).toEqual(['a-good.yaml', 'c-good.yaml']);
  expect(errors.map(({ path, line }) => [path, line])).toEqual([['bad.yaml', 3], ['torn.yaml', 3]]);
});

describe('what acts on a terminal', () => {
  const acts = { raw: '\u001b[31mred\u202e\u2066', escaped: '\\e[31mred\\u202e\\u2066\\u009b0m' };

  test('is shown, not obeyed, in keys and values that are refused', () => {
    refusedText(`${HEAD}u${acts.raw}ses: none\n`);
    refusedText(`${HEAD}"u${acts.escaped}": none\nuses: "${acts.escaped}"\noperator: { country: "${acts.escaped}" }\nmarket: { placed-on: "${acts.escaped}" }\n`);
    refusedText(`${HEAD}controls: { "${acts.escaped}": yes, logging.automatic: { "${acts.escaped}": 1 } }\n`);
    refusedText(`x: [${acts.raw}\n`);
  });

  test('is shown, not obeyed, in the name of a file', () => {
    const cwd = folderWith({ 'a\u001b[31m\u202eb.yaml': `${HEAD}zzz: 1\n` });
    const ran = run(['.', '--format', 'terminal', '--format', 'markdown', '--format', 'json'], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.out + ran.err).not.toMatch(ACTING);
    expect(readdirSync(cwd)).toHaveLength(1);
  });

  test.each(['terminal', 'json', 'markdown'])('is shown, not obeyed, in a %s report of a valid file', (format) => {
    const controls = `controls: { logging.automatic: { status: yes, evidence: "${acts.escaped}", owner: "${acts.escaped}", note: "${acts.escaped}" } }`;
    const gaps = `accepted-gaps: [{ duty: ${FR}, because: "${acts.escaped}", by: "${acts.escaped}", since: 2026-11-01, until: 2026-12-01 }]`;
    const text = `aiact-check: "1.0"\nsystem: { name: "${acts.escaped}", version: "${acts.escaped}", description: "${acts.escaped}" }\n${controls}\n${gaps}\n`;
    const ran = run(['-', '--format', format, '--all'], { stdin: text, env: { NO_COLOR: '1' } });
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('red');
    expect(ran.out + ran.err).not.toMatch(ACTING);
  });
});
