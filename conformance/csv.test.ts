import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { written, writtenOf } from './written.ts';

/** RFC 4180, read strictly: the same number of cells in each row, quotes where they belong. */
function rowsOf(text: string): string[][] {
  return parse(text, { bom: true, record_delimiter: '\r\n' });
}

/** What a spreadsheet would calculate, in any cell and any line of it. */
const FORMULA = /^\s*[=+@\t\r-]/m;
const DAY = /^(|\d{4}-\d{2}-\d{2})$/;

describe.each(['csv', 'jira'] as const)('%s, by csv-parse', (format) => {
  test.each(written(format))('$name is a table in which nothing is calculated', ({ text }) => {
    const [head = [], ...rows] = rowsOf(text);
    expect(head.every((title) => title !== '')).toBe(true);
    expect(rows.flat().filter((cell) => FORMULA.test(cell))).toEqual([]);
    expect(rows.flat().filter((cell) => /[^\P{Cc}\n]|\p{Cf}/u.test(cell))).toEqual([]);
  });

  test('a quote in the wrong place and a cell too many are refused', () => {
    const good = writtenOf(format, 'hostile.en');
    expect(() => rowsOf(good.replace(/,"/, ',x"'))).toThrow(/Quote/);
    expect(() => rowsOf(good.replace(/\r\n$/, ',""\r\n'))).toThrow(/Invalid Record Length/);
  });
});

test.each(written('jira'))('$name can be imported by Jira', ({ text }) => {
  expect(text.startsWith('\ufeff')).toBe(false);
  const [head = [], ...rows] = rowsOf(text);
  const column = (title: string) => rows.map((row) => row[head.indexOf(title)] ?? '');
  for (const summary of column('Summary')) expect(summary).toMatch(/^[^\n]{1,255}$/);
  for (const day of column('Due Date')) expect(day).toMatch(DAY);
  const labels = rows.flatMap((row) => row.filter((_, index) => head[index] === 'Labels'));
  for (const label of labels) expect(label).toMatch(/^\S{1,255}$/);
});
