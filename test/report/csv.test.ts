import { describe, expect, test } from 'vitest';
import type { Assessment, InputError } from '../../src/assessment/contract.ts';
import { csvReport } from '../../src/report/csv.ts';
import { csvTable } from '../../src/report/csv-table.ts';
import { findingsOf } from '../../src/report/findings.ts';
import { assessment, control, duty, inForce } from './fixture.ts';
import { readCsv, readTable } from './readers.ts';

function csv(reports: readonly Assessment[], errors: readonly InputError[] = [], language: 'en' | 'fr' = 'en'): string {
  const systems = reports.map((report) => ({ report, findings: findingsOf(report) }));
  return csvReport(systems, errors, { language });
}

/** Rows without the byte order mark, each cell under its column. */
function rowsOf(report: Assessment): Record<string, string>[] {
  return readTable(csv([report]).slice(1)).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cells]) => [name, cells.join()])),
  );
}

describe('the table', () => {
  test('has names that other programs may rely on', () => {
    expect(readCsv(csv([]).slice(1))).toEqual([
      [
        ...['system', 'version', 'path', 'line', 'rule', 'title', 'applies', 'status', 'severity', 'due', 'level'],
        ...['source', 'owner', 'controls', 'finding', 'to-do', 'suppressed', 'contested', 'url', 'fingerprint'],
        ...['as-of', 'law-version'],
      ],
    ]);
  });

  test('begins with a byte order mark, so that Excel reads accents', () => {
    expect([...Buffer.from(csv([assessment()])).subarray(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 0x22]);
  });

  test('has a row for each duty that applies or may apply, met or not', () => {
    const rows = rowsOf(
      assessment({
        duties: [
          inForce(),
          inForce({ id: 'b', status: 'in-place' }),
          inForce({ id: 'c', status: 'not-applicable', applies: 'no' }),
          duty({ id: 'd', status: 'unanswered', applies: 'unknown' }),
          duty({ id: 'e', level: 'good-practice' }),
        ],
      }),
    );
    expect(rows.map(({ rule, applies, status, severity, level }) => [rule, applies, status, severity, level])).toEqual([
      ['gdpr.art-35.impact-assessment', 'applies', 'missing', 'error', 'law'],
      ['b', 'applies', 'in place', '', 'law'],
      ['d', 'open', 'unanswered', '', 'law'],
      ['e', 'applies', 'missing', '', 'good practice'],
    ]);
  });

  test('says of a duty what is known of it', () => {
    const contested = [{ rule: 'x', reading: 'Another reading.', source: ['ai-act:6(1)'], would: [] }];
    const [row] = rowsOf(assessment({ duties: [inForce({ contested, controls: [control({ owner: 'QA' })] })] }));
    expect(row).toMatchObject({
      system: 'Retina reading aid',
      version: '3.2',
      path: 'retina.yaml',
      line: '31',
      title: 'Data protection impact assessment',
      due: '2018-05-25',
      source: 'GDPR Art. 35(3)(b)',
      owner: 'QA',
      controls: 'human-oversight.override',
      finding: expect.stringContaining('Missing'),
      'to-do': 'Give every output a way to be set aside and record it.',
      suppressed: '',
      contested: 'Contested: Another reading. (AI Act Art. 6(1))',
      url: 'https://example.org/',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      'as-of': '2026-11-22',
      'law-version': '2026.11',
    });
  });

  test('has no cell of several lines', () => {
    const [row] = rowsOf(assessment({ system: { name: 'two\r\nlines', version: 'a\n\nb' } }));
    expect([row?.system, row?.version]).toEqual(['two lines', 'a b']);
  });

  test('gives no severity to a gap that is suppressed, but the reason', () => {
    const duties = [inForce({ status: 'known', gap: 'missing' })];
    const [row] = rowsOf(assessment({ duties, baseline: { path: 'known.yaml', unused: [] } }));
    expect(row).toMatchObject({ status: 'known gap', severity: '', suppressed: expect.stringContaining('known.yaml') });
  });

  test('has a row for what is no duty, before them, and for what is wrong with files, behind', () => {
    const report = assessment({ baseline: { path: 'known.yaml', unused: ['x'] } });
    const error = {
      path: 'bad.yaml',
      repositoryPath: 'bad.yaml',
      line: 3,
      column: 1,
      code: 'syntax',
      message: 'Not YAML.',
    };
    const rows = readTable(csv([report], [error]).slice(1));
    expect(rows.map(({ rule, severity, path, line }) => [rule, severity, path, line].join())).toEqual([
      'baseline-unused,warning,retina.yaml,',
      'eu-ai-act.art-14.override,note,retina.yaml,31',
      'syntax,error,bad.yaml,3',
    ]);
  });

  test('is in the language of the report, but for names, ids and days', () => {
    const duties = [inForce({ controls: [control({ status: 'unanswered' })], status: 'unanswered' })];
    const [row] = rowsOf(assessment({ language: 'fr', duties }));
    expect(row).toMatchObject({ severity: 'erreur', status: 'sans réponse', due: '2018-05-25' });
    expect(row?.source).toMatch(/^RGPD/);
  });
});

describe('a cell', () => {
  const cell = (text: string) => readCsv(csvTable([[text]]))[0]?.[0];

  test('keeps commas, quotes and accents', () => {
    expect(cell('Étude, « cœur » "3.2"')).toBe('Étude, « cœur » "3.2"');
  });

  test.each([
    '=HYPERLINK("http://x","y")',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '  =1+1',
    '"=1+1',
    '\'"=1+1',
    '\u00a0=1+1',
    '\uff1d1+1',
    '\uff0b1',
    '\uff0d1',
    '\uff20A1',
    '\ufe661+1',
  ])('that a spreadsheet would calculate is text: %j', (formula) => {
    expect(cell(formula)).toBe(`'${formula}`);
  });

  test('is no formula behind a tab or a line break of a user', () => {
    expect(cell('\t=1+1')).toBe("' =1+1");
    expect(cell('\r=1+1')).toBe("' =1+1");
  });

  test('is no formula where semicolons separate, as in French, or lines', () => {
    expect(cell('a;=1+1; "@b')).toBe("a;'=1+1;' \"@b");
    expect(cell('a\n=1+1')).toBe("a\n'=1+1");
  });

  test('is no longer than a spreadsheet holds', () => {
    expect(cell('é'.repeat(40_000))).toHaveLength(32_000);
  });

  test('begins no line, so that a log has no line of its making', () => {
    expect(csvTable([['::error::x', 'y']])).toMatch(/^"/);
  });
});
