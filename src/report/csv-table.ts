import { cutTo, plain } from './safe.ts';

/** No spreadsheet holds more in a cell, nor Jira in a description. */
const LONGEST = 32_000;

/**
 * Where a spreadsheet would calculate: a cell begins for it at the beginning of a line and, where it separates by semicolons, behind
 * each. Full-width and small signs count as the plain ones.
 */
const FORMULA = /(^|[;\n])(?=[\s'"]*[=+@\-\uff1d\uff0b\uff20\uff0d\ufe66\ufe62\ufe6b\ufe63])/g;

/**
 * A table as RFC 4180 has it. Every cell stands in quotes, so that no line begins with what a user wrote, and what a spreadsheet
 * would calculate gets an apostrophe before it.
 */
export function csvTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  return `"${cutTo(LONGEST, plain(text).replaceAll(FORMULA, "$1'")).replaceAll('"', '""')}"`;
}
