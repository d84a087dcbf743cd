import { expect } from 'vitest';
import type { Portfolio } from '../../src/assessment/contract.ts';
import { folderWith } from './folder.ts';
import { type Run, run } from './run.ts';

export const HEAD = 'aiact-check: "1.0"\nsystem: { name: X }\n';

const STACK = /\n\s+at .*:\d+/;
/** Whatever moves a cursor, changes a colour or turns text round; new lines apart. */
export const ACTING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;
/** A person takes in a screen of it. */
const SCREEN = 24;

export interface Refused {
  /** What standard error says, on one line. */
  readonly en: string;
  readonly fr: string;
  readonly errors: Portfolio['errors'];
}

/** Checks what must be refused, in both languages: quietly, on one screen, with the place of everything that is wrong. */
export function refused(args: readonly string[], options: { cwd?: string; stdin?: string | Uint8Array } = {}): Refused {
  const [en, fr] = ['en', 'fr'].map((lang) => run([...args, '--lang', lang, '--format', 'json'], options)) as [
    Run,
    Run,
  ];
  const { errors } = JSON.parse(en.out) as Portfolio;
  for (const { code, err } of [en, fr]) {
    expect(code).toBe(2);
    expect(err).not.toMatch(STACK);
    expect(err).not.toMatch(ACTING);
    expect(err.trimEnd().split('\n').length).toBeLessThanOrEqual(SCREEN);
    for (const { path, line, column } of errors.slice(0, 5))
      expect(err).toContain(line === null ? path : `${path}:${line}:${column}`);
  }
  return { en: inOneLine(en.err), fr: inOneLine(fr.err), errors };
}

/** The same for one file with this text in it. */
export function refusedText(text: string | Uint8Array): Refused {
  return refused(['system.yaml'], { cwd: folderWith({ 'system.yaml': text }) });
}

/** What is wrong, the file, the code of the error, where it is ('' where that is no matter), what must be said of the way out. */
export type Case = readonly [
  what: string,
  text: string | Uint8Array,
  code: string,
  place: string,
  en: string,
  fr: string,
];

export function expectRefusal(text: string | Uint8Array, code: string, place: string, en: string, fr: string): void {
  const started = performance.now();
  const said = refusedText(text);
  expect(said.errors).toHaveLength(1);
  expect(said.errors[0]).toMatchObject({ path: 'system.yaml', code });
  if (place !== '') expect(`${said.errors[0]?.line}:${said.errors[0]?.column}`).toBe(place);
  expect(said.en).toContain(en);
  expect(said.fr).toContain(fr);
  expect(performance.now() - started).toBeLessThan(10_000);
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
