import { Chalk } from 'chalk';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssessedDuty, Assessment, SharedControl } from '../../src/assessment/contract.ts';
import { displayWidth } from '../../src/report/layout.ts';
import { markdownReport } from '../../src/report/markdown.ts';
import { terminalReport } from '../../src/report/terminal.ts';
import { assessment, control, duty, inForce, on } from './fixture.ts';

const colour = new Chalk({ level: 0 });

function shared(changes: Partial<SharedControl> = {}): SharedControl {
  const { closes = [], lackedBy = closes, serves = lackedBy } = changes;
  return { ...control(), level: 'law', from: null, inForce: 0, ...changes, closes, lackedBy, serves };
}

function show(changes: Partial<Assessment>, all = false): string {
  return terminalReport(assessment(changes), { width: 80, colour, all, by: 'control' });
}

/** One line, as it is read. */
const read = (report: string) => report.replaceAll(/\s+/g, ' ');

const oversight = duty();
const dpia = inForce();
const records = inForce({ id: 'gdpr.art-30.records', source: ['gdpr:30(1)'], title: 'Keep records' });
const waiting = duty({
  id: 'mdr.art-10',
  source: ['mdr:10(9)'],
  title: 'Have a quality system',
  window: { from: '2026-11-23', to: null },
  before: 'placing',
  beforeTitle: 'before placing on the market',
});

describe('the report by control', () => {
  test('tells each control once, with all that it closes, today apart from what comes later', () => {
    const one = shared({ id: 'risk.file', title: 'One file', closes: [dpia.id, records.id, oversight.id, waiting.id] });
    const report = show({ duties: [oversight, dpia, records, waiting], controls: [one] });
    expect(report.slice(report.indexOf('✖'), report.indexOf('READY'))).toBe(`✖ Close today (1)   2 duties missing
  One file                                                        retina.yaml:31
      Give every output a way to be set aside and record it.
      Done once, it closes two duties: GDPR Art. 35(3)(b) · GDPR Art. 30(1)
      By 2 Aug 2028 it closes one more: AI Act Art. 14(4)(d)
      Before placing on the market it closes one more: MDR Art. 10(9)
      risk.file

`);
  });

  test('stands in sections by how soon, those first that close most', () => {
    const controls = [
      shared({ id: 'a', title: 'Aa', closes: [oversight.id] }),
      shared({ id: 'b', title: 'Bb', closes: [dpia.id] }),
      shared({ id: 'c', title: 'Cc', closes: [records.id, dpia.id] }),
      shared({ id: 'd', title: 'Dd', closes: [waiting.id] }),
    ];
    const report = show({ duties: [oversight, dpia, records, waiting], controls });
    const order = [
      '✖ Close today (2)',
      '  Cc',
      '  Bb',
      '◷ By 2 Aug 2028, in 619 days (1 to',
      '  Aa',
      '◷ Before placing',
    ];
    const places = [...order, '  Dd'].map((words) => report.indexOf(`${words}`));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('tells what a control is only a part of, and what becomes of it later', () => {
    const part = shared({ closes: [records.id], lackedBy: [records.id, dpia.id, oversight.id] });
    const words = read(show({ duties: [oversight, dpia, records], controls: [part] }));
    expect(words).toContain('Closes one duty: GDPR Art. 30(1) Part of one more, beside other controls: GDPR Art. 35');
    expect(words).toContain('By 2 Aug 2028 part of one more, beside other controls: AI Act Art. 14(4)(d)');
  });

  test('says how many of the duties of a section are closed by what stands above it', () => {
    const controls = [
      shared({ id: 'a', title: 'Aa', closes: [dpia.id, oversight.id] }),
      shared({ id: 'b', title: 'Bb', closes: ['x'] }),
    ];
    const other = duty({ id: 'x', title: 'Another' });
    expect(read(show({ duties: [oversight, dpia, other], controls }))).toContain(
      '(1 to put in place) 2 duties missing, 1 of them through what stands above',
    );
  });

  test('names the other way where one of two is enough', () => {
    const controls = [
      shared({ id: 'a', title: 'Aa', closes: [dpia.id, records.id] }),
      shared({ id: 'b', title: 'Bb', closes: [dpia.id] }),
    ];
    const words = read(show({ duties: [dpia, records], controls }));
    expect(words).toContain('One is enough, this or: Bb (b) (for GDPR Art. 35(3)(b))');
    expect(words).toContain('One is enough, this or: Aa (a) b');
  });

  test('leaves out no duty that no control closes', () => {
    const prohibited = inForce({ id: 'p', title: 'Refrain from it', controls: [], location: null, prohibition: true });
    const words = read(show({ duties: [dpia, prohibited], controls: [shared({ title: 'Aa', closes: [dpia.id] })] }));
    expect(words).toContain('✖ Close today (2) 2 duties missing Refrain from it No control closes this');
  });

  test('keeps soft law apart, and names it where law asks for the same', () => {
    const soft = inForce({ id: 's', source: ['mdcg-2019-11:4'], level: 'soft-law', headline: null });
    const controls = [
      shared({ id: 'a', title: 'Aa', closes: [soft.id], level: 'soft-law' }),
      shared({ id: 'b', title: 'Bb', closes: [dpia.id, soft.id] }),
    ];
    const words = read(show({ duties: [dpia, soft], controls }));
    expect(words).toContain('✖ Close today (1) 1 duty missing Bb');
    expect(words).toContain('Closes one duty: GDPR Art. 35(3)(b) Soft law and good practice ask for it too: MDCG');
    expect(words).toContain('Good practice and soft law (1 control not in place) a Aa MDCG 2019-11 §4 · missing');
    const policy = { ...assessment().policy, level: 'soft-law' } as const;
    const counted = read(show({ duties: [dpia, soft], controls, policy }));
    expect(counted).toContain('✖ Close today (2) 2 duties missing Bb');
    expect(counted).not.toContain('not in place');
  });

  test('lists what is unanswered with its key, what is in force apart', () => {
    const open = (changes: Partial<AssessedDuty>) => inForce({ status: 'unanswered', ...changes });
    const later = duty({ id: 'l', status: 'unanswered' });
    const maybe = open({ id: 'm', applies: 'unknown' });
    const duties = [open({ id: 'x' }), open({ id: 'y' }), later, maybe];
    const unanswered = { status: 'unanswered', location: null } as const;
    const controls = [
      shared({ id: 'a.later', title: 'Aa', closes: ['l'], ...unanswered }),
      shared({ id: 'b.both', title: 'Bb', closes: ['x', 'y', 'l'], ...unanswered }),
      shared({ id: 'c.maybe', title: 'Cc', closes: ['m'], ...unanswered }),
    ];
    const report = show({ duties, controls });
    expect(report).toContain(`? Unanswered, in force today (1 control)   run aiact-check init retina.yaml
  b.both   Bb  2 duties in force · 1 later
`);
    expect(report).toContain(`? Unanswered, for later (1 control)   run aiact-check init retina.yaml
  a.later   Aa
`);
    expect(report).toContain('? May be needed (1 control)   settled by the open questions\n\n');
    expect(show({ duties, controls }, true)).toMatch(/c\.maybe +Cc/);
  });

  test('tells plans, and a plan that ends after its day as something to do', () => {
    const planned = { status: 'planned', by: '2027-06-30' } as const;
    const controls = [
      shared({ id: 'a', title: 'Aa', serves: ['later'], ...planned }),
      shared({ id: 'b', title: 'Bb', closes: [dpia.id], serves: [dpia.id, 'later'], ...planned }),
    ];
    const words = read(show({ duties: [dpia, duty({ id: 'later', status: 'planned' })], controls }));
    expect(words).toContain('Closes one duty: GDPR Art. 35(3)(b) In time for: AI Act Art. 14(4)(d) b');
    expect(words).toContain(
      '✖ Close today (1) 1 duty missing Bb retina.yaml:31 Planned by 30 Jun 2027, after its day.',
    );
    expect(words).toContain('◷ Planned (1 control) a Aa planned by 30 Jun 2027');
  });

  test('shows a doubt once, and which of the duties it is about', () => {
    const contested = [{ rule: 'r', reading: 'Read narrowly.', source: [], would: [] }];
    const doubtful = { ...records, contested };
    const controls = [
      shared({ id: 'a', title: 'Aa', closes: [dpia.id, records.id] }),
      shared({ id: 'b', title: 'Bb', closes: [records.id] }),
    ];
    const words = read(show({ duties: [dpia, doubtful], controls }));
    expect(words).toContain('Contested: Read narrowly. () (for GDPR Art. 30(1)) a');
    expect(words).toContain('Contested: see above. b');
  });

  test('cuts long lists, and not with --all', () => {
    const duties = Array.from({ length: 12 }, (_, index) => inForce({ id: `d.${index}`, title: `Title ${index}.` }));
    const many = duties.map(({ id }, index) => shared({ id: `c.${index}`, title: `Control ${index}.`, closes: [id] }));
    const all = shared({ id: 'all', title: 'All', closes: duties.map(({ id }) => id) });
    const words = read(show({ duties, controls: [...many, all] }));
    expect(words).toContain('Done once, it closes 12 duties: GDPR Art. 35(3)(b) ·');
    expect(words).toContain('GDPR Art. 35(3)(b) · and 2 more');
    expect(words).toContain('and 3 more: --all');
    const whole = read(show({ duties, controls: [...many, all] }, true));
    expect(whole).toContain('Title 11. (GDPR Art. 35(3)(b))');
    expect(whole).toContain('Control 11.');
    expect(whole).not.toContain('more');
  });

  test('in French', () => {
    const controls = [shared({ closes: [dpia.id, records.id, oversight.id], owner: 'Qualité' })];
    const words = read(show({ language: 'fr', duties: [oversight, dpia, records], controls }));
    expect(words).toContain("✖ À clore aujourd'hui (1) 2 obligations manquantes");
    expect(words).toContain('Fait une fois, clôt deux écarts : RGPD, art. 35, § 3, b) · RGPD, art. 30, § 1');
    expect(words).toContain("D'ici au 2 août 2028, clôt un autre écart : RIA, art. 14, § 4, d) responsable : Qualité");
  });

  test('in Markdown has what the terminal has', () => {
    const controls = [shared({ title: 'Aa', closes: [dpia.id, oversight.id] })];
    const report = markdownReport(assessment({ duties: [oversight, dpia], controls }), false, 'control');
    expect(report).toContain('### ✖ Close today (1)\n\n1 duty missing\n');
    expect(report).toContain(
      '<br>Closes one duty: GDPR Art. 35(3)(b)<br>By 2 Aug 2028 it closes one more: AI Act Art.',
    );
    expect(report).not.toContain('Missing today');
  });

  test('keeps head, claims, questions, accepted gaps and verdict of the report by law', () => {
    const location = { line: 9, column: 3, endColumn: 9 };
    const gap = { duty: dpia.id, because: 'Budget', by: 'QA', since: '2026-11-01', until: '2027-01-31', location };
    const changes: Partial<Assessment> = {
      duties: [{ ...dpia, status: 'accepted' }, duty({ due: on('2028-08-02') })],
      questions: [{ fact: 'uses', question: 'Which sensitive uses?', settles: [] }],
      acceptedGaps: [{ ...gap, state: 'valid', ending: false }],
    };
    const blocks = (by: 'law' | 'control') =>
      terminalReport(assessment(changes), { width: 80, colour, all: false, by }).split('\n\n');
    const [law, work] = [blocks('law'), blocks('control')];
    expect(work.slice(0, 2)).toEqual(law.slice(0, 2));
    expect(work.slice(-2)).toEqual(law.slice(-2));
    for (const start of ['? Open questions', '! Accepted gaps'])
      expect(work).toContain(law.find((block) => block.startsWith(start)));
  });
});

test('no line is wider than the terminal, whatever is told', () => {
  const words = fc.oneof(fc.string({ unit: 'binary', maxLength: 120 }), fc.stringMatching(/^[a-z./-]{1,120}$/));
  const system = fc.tuple(words, words, fc.constantFrom('en', 'fr'), fc.boolean()).map(([id, text, language, soft]) => {
    const own = { title: text, source: ['ai-act:6(1)'] };
    const contested = [{ rule: id, reading: text, source: ['ai-act:6(1)'], would: [] }];
    const level = soft ? 'soft-law' : 'law';
    const duties = [
      inForce({ ...own, id, contested, level }),
      duty({ ...own, id: 'x', contested }),
      duty({ ...own, id: 'y', status: 'unanswered' }),
      duty({ ...own, id: 'z', controls: [], beforeTitle: text, window: { from: null, to: null } }),
    ];
    const about = { title: text, how: text, owner: id };
    const controls = [
      shared({ ...about, id, closes: [id, 'x'] }),
      shared({ ...about, id: text, closes: ['x'], serves: ['x', 'y'], status: 'planned', by: '2030-01-01' }),
      shared({ ...about, id: 'u', closes: ['y'], status: 'unanswered' }),
      shared({ ...about, id: 'v', serves: ['y'], status: 'planned' }),
    ];
    return assessment({ language, duties, controls });
  });
  fc.assert(
    fc.property(system, fc.integer({ min: 60, max: 120 }), fc.boolean(), (report, width, all) => {
      const shown = terminalReport(report, { width, colour, all, by: 'control' });
      expect(shown.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cf}/u);
      for (const line of shown.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      const [, ...lines] = markdownReport(report, all, 'control').split('\n');
      for (const row of lines.filter((line) => line.startsWith('|')))
        expect(row.split('|').length).toBeLessThanOrEqual(5);
      expect(lines.join('\n')).not.toMatch(/<(?!br>)[a-z!/]/i);
    }),
    { numRuns: 100 },
  );
});
