import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Description, nothingDescribed } from '../../src/description/description.ts';
import { readDescription } from '../../src/description/read.ts';
import { loadLaw } from '../../src/law/artefact.ts';
import { LANGUAGES, type Language } from '../../src/law/law.ts';
import { displayWidth } from '../../src/report/layout.ts';
import { textOf } from '../../src/text/text.ts';
import { Source } from '../../src/yaml/source.ts';
import { DEVICE, describeSystem } from '../cases/describe.ts';
import { folderWith } from '../cli/folder.ts';
import { ROOT } from '../law/real.ts';
import { hasTmux, oneLine, Terminal } from './terminal.ts';

const laws = Object.fromEntries(LANGUAGES.map((language) => [language, loadLaw(`${ROOT}dist/law`, language)]));
const words = (language: Language) => textOf(language).interview;
const LOCALE = { en: 'en_GB.UTF-8', fr: 'fr_FR.UTF-8' };
const AS_OF = ['--as-of', '2026-11-22'];
/** The ways out of a question about facts, from below. */
const FROM_BELOW = { leave: 1, skip: 2, back: 3, why: 4, unknown: 5, apart: 5 } as const;

const isThere = hasTmux();
if (!isThere) console.error('\n*** NO tmux HERE: THE TESTS OF THE QUESTIONNAIRE IN A TERMINAL ARE SKIPPED ***\n');

function title(id: string, language: Language = 'en'): string {
  const own = laws[language]?.texts[id];
  const [start = ''] = (own?.question ?? own?.title ?? id).split(/[;:(]/);
  return start.trim();
}

function read(path: string): Description {
  const law = laws.en?.law;
  if (law === undefined || !existsSync(path)) return nothingDescribed(path, '1.0');
  const { description, problems } = readDescription(new Source(path, readFileSync(path, 'utf8')), law);
  if (description === undefined) throw new Error(JSON.stringify(problems));
  return description;
}

function answersIn(path: string): Record<string, string> {
  return Object.fromEntries([...read(path).answers].map(([id, { text }]) => [id, text]));
}

/** Goes to one of the ways out by going up from the first option. */
function take(terminal: Terminal, way: keyof typeof FROM_BELOW): void {
  terminal.keys(...Array.from({ length: FROM_BELOW[way] }, () => 'Up'), 'Enter');
}

/** No line was broken by the terminal or by force, and nothing shows that should act. */
function expectWellSet(terminal: Terminal): void {
  const { all, columns } = terminal;
  for (const line of all.split('\n')) {
    expect(displayWidth(line), line).toBeLessThanOrEqual(columns);
    expect(line).not.toMatch(/\p{Cc}|\ufffd|\[\?25|\[\d+[A-HJKm]|\bundefined\b|\[object|NaN/u);
  }
}

/** Whole words only: those at the ends of lines stand in what can be said. */
function expectWholeWords(screen: string, language: Language): void {
  const sayable = new Set(
    [JSON.stringify(laws[language]?.texts), readFileSync(`${ROOT}src/text/interview-${language}.ts`, 'utf8')]
      .join(' ')
      .split(/[\s"'`\\[\]{}()$:,;.…]+/),
  );
  for (const line of screen.split('\n')) {
    for (const word of line.split(/[\s"'`\\[\]{}()$:,;.…✔›?•·↑↓←]+/u).filter((part) => /^\p{L}+$/u.test(part)))
      expect([line, word, sayable.has(word)]).toEqual([line, word, true]);
  }
}

describe.skipIf(!isThere)('in a terminal', { timeout: 60_000 }, () => {
  describe.each([
    ['en', 80, 24],
    ['en', 60, 24],
    ['fr', 80, 30],
    ['fr', 60, 24],
  ] as const)('in %s, %i columns', (language, columns, rows) => {
    test('one is asked, may ask why, go back, not know and be cut off, and goes on from there', async () => {
      const cwd = folderWith({});
      const file = join(cwd, 'system.yaml');
      const env = { LC_ALL: LOCALE[language] };
      const own = words(language);
      // Nothing but the program's name: a new description.
      const first = new Terminal(AS_OF, cwd, { columns, rows }, env);
      await first.see(own.needed);
      first.keys('Enter');
      await first.see(own.instead);
      first.keys('Enter');
      await first.see(own.needed);
      first.type('Aide à la lecture');
      first.keys('Enter');
      const asked = await first.see(title('ask.nature', language));
      expectWholeWords(asked, language);
      first.type('?');
      await first.see(own.whyTitle);
      expect(await first.see(own.whyRead)).toMatch(/ art\. \d/i);
      first.keys('Enter');
      await first.see('› [ ]');
      first.keys('Enter');
      await first.see(own.noneTicked);
      first.keys('Space');
      await first.see('› [x]');
      first.keys('Enter');
      expectWholeWords(await first.see(title('ask.roles', language)), language);
      first.keys('Left');
      await first.see(title('ask.nature', language));
      // What was ticked is ticked still.
      await first.see('› [x]');
      first.keys('Enter');
      await first.see(title('ask.roles', language));
      take(first, 'apart');
      await first.see(title('operator.roles', language));
      take(first, 'unknown');
      await first.seen(`✔ ${title('operator.roles', language)}`);
      first.keys('C-c');
      expect(await first.exit()).toBe(130);
      expectWellSet(first);
      expect(oneLine(first.all)).toContain(oneLine(own.goOnWith('system.yaml')));
      expect(read(file).name).toBe('Aide à la lecture');
      expect(answersIn(file)).toMatchObject({ 'ai.technique': '[machine-learning]', 'operator.roles': 'unknown' });

      const second = new Terminal(['init', 'system.yaml', ...AS_OF], cwd, { columns, rows }, env);
      await second.see(own.leaving);
      await second.see('›');
      expect(second.all).not.toContain(title('ask.nature', language));
      expectWholeWords(second.screen.replaceAll('system.yaml', ''), language);
      take(second, 'skip');
      await second.seen(own.skipped(''));
      await second.see('›');
      const before = readFileSync(file, 'utf8');
      take(second, 'leave');
      expect(await second.exit()).toBe(0);
      expectWellSet(second);
      expect(readFileSync(file, 'utf8')).toBe(before);
      expect(readdirSync(cwd)).toEqual(['system.yaml']);
    });
  });

  const { 'ai.technique': _, 'operator.country': __, ...rest } = DEVICE;
  const NEARLY = describeSystem(rest, {}, 'Aid');

  test('what was open in a file is put in, told before it is saved, and the report ends it', async () => {
    const cwd = folderWith({ 'my system.yaml': `# ours\n${NEARLY}` });
    const file = join(cwd, 'my system.yaml');
    const own = words('en');
    const terminal = new Terminal(['init', file.replace(cwd, '.'), '--lang', 'en', ...AS_OF], cwd, {
      columns: 80,
      rows: 30,
    });
    await terminal.see(title('ai.technique'));
    terminal.keys('Space', 'Enter');
    await terminal.see(title('operator.country'));
    terminal.type('Frnce');
    terminal.keys('Enter');
    await terminal.see(own.noCountry('Frnce', 'France'));
    terminal.keys('BSpace', 'BSpace', 'BSpace', 'BSpace');
    terminal.type('rance');
    terminal.keys('Enter');
    await terminal.see(own.goOnNow);
    expect(terminal.screen).toContain('AI Act');
    terminal.keys('Enter');
    await terminal.see(own.status.described);
    terminal.keys('Down', 'Down', 'Down', 'Enter');
    await terminal.see(own.evidence);
    terminal.type('docs/plan.md');
    terminal.keys('Enter');
    await terminal.see(own.owner);
    terminal.type('Quality');
    terminal.keys('Enter');
    await terminal.see(own.unknownStatus);
    terminal.keys('Down', 'Enter');
    await terminal.see(own.plannedBy);
    terminal.type('2027-13');
    terminal.keys('Enter');
    await terminal.see(own.noDate('2027-13'));
    terminal.keys('BSpace');
    terminal.type('2');
    terminal.keys('Enter');
    await terminal.see(own.unknownStatus);
    take(terminal, 'leave');
    expect(await terminal.exit()).toBe(0);
    expectWellSet(terminal);
    expect(oneLine(terminal.all)).toContain(oneLine(own.changes('./my system.yaml')));
    expect(oneLine(terminal.all)).toContain("aiact-check init './my system.yaml' --lang en");
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith('# ours\n')).toBe(true);
    const controls = [...read(file).controls.values()];
    expect(controls).toMatchObject([
      { status: 'in-place', evidence: ['docs/plan.md'], owner: 'Quality' },
      { status: 'planned', by: { from: '2027-12-01', to: '2027-12-31' } },
    ]);

    const later = new Terminal(['init', file.replace(cwd, '.'), ...AS_OF], cwd, { columns: 100, rows: 40 });
    await later.see(own.goOnLater);
    later.keys('Down', 'Enter');
    expect(await later.exit()).toBe(0);
    expectWellSet(later);
    expect(later.all).toContain('UNDETERMINED');
    expect(later.all).toContain("Next: aiact-check './my system.yaml'");
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test.each(['closed', 'ended'] as const)('a terminal that is %s loses nothing answered', async (how) => {
    const cwd = folderWith({ 'system.yaml': NEARLY });
    const terminal = new Terminal(['init', ...AS_OF], cwd, { columns: 80, rows: 30 });
    await terminal.see(title('ai.technique'));
    terminal.keys('Space', 'Enter');
    await terminal.see(title('operator.country'));
    if (how === 'ended') {
      terminal.keys('C-d');
      expect(await terminal.exit()).toBe(130);
    } else terminal.close();
    const file = join(cwd, 'system.yaml');
    for (let waited = 0; answersIn(file)['ai.technique'] === undefined && waited < 200; waited++)
      await new Promise((resolve) => setTimeout(resolve, 25));
    expect(answersIn(file)['ai.technique']).toBe('[machine-learning]');
    expect(readdirSync(cwd)).toEqual(['system.yaml']);
  });

  test('what somebody else wrote meanwhile stays, and the answers go beside it', async () => {
    const cwd = folderWith({ 'system.yaml': NEARLY });
    const terminal = new Terminal(['init', ...AS_OF], cwd, { columns: 60, rows: 30 });
    await terminal.see(title('ai.technique'));
    const theirs = `${NEARLY}# theirs\n`;
    writeFileSync(join(cwd, 'system.yaml'), theirs);
    terminal.keys('Space', 'Enter');
    await terminal.see(title('operator.country'));
    terminal.keys('C-c');
    expect(await terminal.exit()).toBe(130);
    expectWellSet(terminal);
    expect(oneLine(terminal.all)).toContain(oneLine(words('en').savedBeside('system.yaml', 'system.1.yaml')));
    expect(readFileSync(join(cwd, 'system.yaml'), 'utf8')).toBe(theirs);
    expect(answersIn(join(cwd, 'system.1.yaml'))['ai.technique']).toBe('[machine-learning]');
  });

  test('no colour where none is wanted, and no prompt where nothing can be drawn', async () => {
    const SGR = /\x1b\[[0-9;]*m/;
    const seen = async (args: readonly string[], env: Readonly<Record<string, string>>, what: string) => {
      const terminal = new Terminal(
        ['init', ...args, ...AS_OF],
        folderWith({ 'system.yaml': NEARLY }),
        { columns: 80, rows: 30 },
        env,
      );
      await terminal.see(what);
      return terminal.coloured;
    };
    expect(await seen([], {}, title('ai.technique'))).toMatch(SGR);
    expect(await seen([], { NO_COLOR: '1' }, title('ai.technique'))).not.toMatch(SGR);
    expect(await seen(['--no-color'], {}, title('ai.technique'))).not.toMatch(SGR);
    expect(await seen([], { TERM: 'dumb' }, '[exit 1]')).not.toMatch(SGR);
  });

  test('what is typed shows, and never acts', async () => {
    const cwd = folderWith({});
    const terminal = new Terminal(['init', 'system.yaml', ...AS_OF], cwd, { columns: 80, rows: 24 });
    await terminal.see(words('en').needed);
    terminal.type('Aid \u202eevil\u200b: "x" # y');
    terminal.keys('Enter');
    await terminal.see(title('ask.nature'));
    terminal.keys('C-c');
    expect(await terminal.exit()).toBe(130);
    expect(terminal.all).not.toMatch(/[\u202e\u200b]/);
    expect(terminal.all).toContain('\\u{202e}');
    expect(read(join(cwd, 'system.yaml')).name).toBe('Aid \u202eevil\u200b: "x" # y');
  });
});
