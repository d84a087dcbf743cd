import type { Assessment, Portfolio } from '../assessment/contract.ts';

/** What JSON allows unescaped, but a terminal or a line-based reader would act upon. */
const ACTING = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

export function jsonReport(report: Assessment | Portfolio): string {
  return jsonText(report);
}

export function jsonText(value: object): string {
  const json = JSON.stringify(value, null, 2);
  return `${json.replaceAll(ACTING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
