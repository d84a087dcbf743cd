import { describe, expect, test } from 'vitest';
import type { Timeline } from '../../src/assessment/timeline.ts';
import { displayWidth } from '../../src/report/layout.ts';
import { DEVICE, describeSystem } from '../cases/describe.ts';
import { ROOT } from '../law/real.ts';
import { folderWith } from './folder.ts';
import { ACTING } from './refused.ts';
import { run } from './run.ts';

const MAMMO = `${ROOT}examples/imaging/therapixel-mammoscreen.yaml`;
const ON = ['--as-of', '2026-11-22'];
const words = (...args: string[]) => run(['timeline', ...args, ...ON]).out;
const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
const json = (...args: string[]) => JSON.parse(words(...args, '--format', 'json')) as Timeline;

const wide = (text: string) => text.split('\n').filter((line) => displayWidth(line) > 80);

describe('the days of the law', () => {
  test('are told in order, past apart from what is to come, the next one first', () => {
    const { code, out, err } = run(['timeline', ...ON]);
    expect([code, err]).toEqual([0, '']);
    const [past = '', coming = ''] = out.split(/^To come/m);
    expect(past).toContain('26 Sep 2026\n');
    expect(coming.split('\n')[1]).toBe('  28 Nov 2026, in 6 days · next');
    expect(inOneLine(coming)).toContain('2 Dec 2026, in 10 days New prohibitions');
    expect(out).toContain('Not legal advice.');
    const days = json().days.map(({ date }) => date);
    expect(days).toEqual([...days].sort());
  });

  test('have their source, their id, whom they bind and what they were', () => {
    const told = inOneLine(words());
    expect(told).toContain(
      'High-risk rules for Annex III AI Act Art. 113(c)(i) · eu-ai-act.annex-iii-applies Was 2 Aug 2026 until 26 Jul 2026',
    );
    expect(told).toContain('AI Act Art. 57(1)');
    expect(told).toContain('For: Member States');
  });

  test('that fall together stand under one day', () => {
    const day = json().days.find(({ date }) => date === '2027-12-31');
    expect(day?.dates.map(({ id }) => id).sort()).toEqual([
      'eu-ivdr.transition-ends-class-d',
      'eu-mdr.transition-ends-class-iii',
    ]);
    expect(words().match(/^ {2}31 Dec 2027/gm)).toHaveLength(1);
  });

  test('are those of the law as it stood', () => {
    const then = run(['timeline', '--as-of', '2026-07-26']).out;
    expect(inOneLine(then)).toContain('2 Aug 2026, in 7 days · next');
    expect(then).not.toContain('new-prohibitions-apply');
    expect(then).not.toContain('2 Dec 2027');
    expect(run(['timeline', '--as-of', '1900-01-01']).out).toContain('No day stands in the law');
  });

  test('tell with --all which roles their duties bind', () => {
    expect(inOneLine(words('--all'))).toMatch(/transparency-applies \d+ duties, for: Provider, Deployer/);
    expect(words()).not.toContain('duties, for:');
  });

  test.each([['en'], ['fr']])('fit into 80 columns in %s, in black and white', (lang) => {
    for (const args of [[], ['--all'], [MAMMO], [MAMMO, '--all']]) {
      const out = words(...args, '--lang', lang);
      expect(wide(out)).toEqual([]);
      expect(out).not.toMatch(ACTING);
      expect(out).not.toContain('\u001b');
    }
  });

  test('come in French', () => {
    const told = inOneLine(words('--lang', 'fr'));
    expect(told).toContain('Dates du droit');
    expect(told).toContain('28 novembre 2026, dans 6 jours · prochaine');
    expect(told).toContain("Fixée au 2 août 2026 jusqu'au 26 juillet 2026");
    expect(told).toContain('Pour : États membres');
    expect(told).toContain('Ne constitue pas un conseil juridique.');
  });

  test('come as JSON and as Markdown, the same every time', () => {
    expect(json()).toMatchObject({ format: 'aiact-check/timeline@1', asOf: '2026-11-22', source: null, system: null });
    expect(
      json()
        .days.filter(({ next }) => next)
        .map(({ date }) => date),
    ).toEqual(['2026-11-28']);
    const markdown = words('--format', 'markdown');
    expect(markdown).toContain('- 28 Nov 2026, in 6 days · next\n  - ');
    expect([words('--format', 'json'), markdown]).toEqual([words('--format', 'json'), words('--format', 'markdown')]);
  });
});

describe('the days of a system', () => {
  test('are those on which its duties fall due, with how many are not in place', () => {
    const { out, code } = run(['timeline', MAMMO, ...ON]);
    expect(code).toBe(0);
    expect(inOneLine(out)).toMatch(
      /2 Aug 2028, in 619 days High-risk rules for Annex I .* Was 2 Aug 2027 until 26 Jul 2026 \d+ duties due, \d+ not in place/,
    );
    expect(out).not.toContain('eu-ai-act.annex-iii-applies');
    const day = json(MAMMO).days.find(({ date }) => date === '2028-08-02');
    expect(day?.duties?.applying.length).toBeGreaterThan(20);
    const { applying = [], notInPlace = [] } = day?.duties ?? {};
    expect(applying.map(({ id }) => id)).toEqual(expect.arrayContaining(notInPlace.map(({ id }) => id)));
  });

  test('have its own plans, reviews and accepted gaps, with their places', () => {
    const told = inOneLine(words(MAMMO));
    expect(told).toMatch(/Planned by then: .* therapixel-mammoscreen\.yaml:\d+/);
    expect(told).toMatch(/Last day for a new review: Cybersecurity measures security\.measures · /);
    expect(told).toMatch(/30 Jun 2027, in 220 days Accepted gap ends: Explain the working to users/);
    expect(told).toMatch(/First placed on some day from 1 Mar 2025 to 31 Mar 2025/);
  });

  test('have the planned placing, and tell what waits for an event without a day', () => {
    const development = { ...DEVICE, 'market.stage': 'development', 'market.placed-on': 'unknown' };
    const cwd = folderWith({
      'planned.yaml': describeSystem({ ...development, 'market.planned-placing': '2029-03' }),
      'open.yaml': describeSystem({ ...development, 'market.planned-placing': 'unknown' }),
    });
    const told = (file: string) =>
      JSON.parse(run(['timeline', file, ...ON, '--format', 'json'], { cwd }).out) as Timeline;
    const placing = told('planned.yaml').days.find(({ date }) => date === '2029-03-31');
    expect(placing?.own.map(({ id }) => id)).toContain('market.planned-placing');
    expect(placing?.duties?.applying.length).toBeGreaterThan(10);
    expect(told('open.yaml').waiting.length).toBeGreaterThan(0);
    expect(run(['timeline', 'open.yaml', ...ON], { cwd }).out).toContain('Once the day of an event is known');
  });

  test('tell the duties that it is spared, and why', () => {
    const text = describeSystem({
      ...DEVICE,
      'market.stage': 'on-market',
      'market.placed-on': '2025-01',
      'market.significant-change': 'none',
      'deployment.by': '[private-hospital]',
    });
    const cwd = folderWith({ 'legacy.yaml': text });
    const { out } = run(['timeline', 'legacy.yaml', ...ON], { cwd });
    expect(inOneLine(out)).toMatch(/Spared \(\d+ duties\) Already on the market, design unchanged/);
  });

  test('cannot act on a terminal', () => {
    const text = describeSystem(DEVICE).replace(/name: .*/, 'name: "Evil\\u001b[31m\\u202e"');
    const cwd = folderWith({ 'evil.yaml': text });
    for (const format of ['terminal', 'markdown', 'json'])
      expect(run(['timeline', 'evil.yaml', ...ON, '--format', format], { cwd }).out).not.toMatch(ACTING);
  });

  test('of a bad file are refused as a check refuses it', () => {
    const cwd = folderWith({ 'bad.yaml': 'aiact-check: "1.0"\nsystem: { name: X }\nmarket: { stge: development }\n' });
    for (const file of ['bad.yaml', 'nowhere.yaml']) {
      const [timeline, check] = [run(['timeline', file], { cwd }), run([file], { cwd })];
      expect(timeline).toEqual({ code: 2, out: '', err: check.err });
      expect(check.code).toBe(2);
    }
  });

  test('take --set', () => {
    const days = json(MAMMO, '--set', 'purpose.medical=none').days.map(({ date }) => date);
    expect(days).not.toContain('2028-08-02');
  });
});

test('a wrong call exits 2', () => {
  expect(run(['timeline', '--format', 'csv'])).toMatchObject({ code: 2, out: '' });
  expect(run(['timeline', '--as-of', '2026'])).toMatchObject({ code: 2, out: '' });
  expect(run(['timeline', '--with-proposal', 'nothing'])).toMatchObject({ code: 2, out: '' });
});
