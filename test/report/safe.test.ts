import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonText } from '../../src/report/json.ts';
import { cutTo, mapStrings, markdown, visible } from '../../src/report/safe.ts';
import { assessment } from './fixture.ts';

const ACTING = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

test('what acts on a terminal is written out', () => {
  expect(visible('a\u001b[31mred')).toBe('a\\u{1b}[31mred');
  expect(visible('evil\u202egnp.exe')).toBe('evil\\u{202e}gnp.exe');
  expect(visible('two\r\nlines\tand tabs')).toBe('two lines and tabs');
  expect(visible('a\u200bb\ufeffc\u2028d\u009be')).not.toMatch(ACTING);
  expect(visible('\ud800')).toBe('\\u{d800}');
  expect(visible('Étude n° 3 « cœur » 日本')).toBe('Étude n° 3 « cœur » 日本');
});

test('what a pipeline would obey in a log is written out, wherever a line may break', () => {
  expect(visible('::error file=x::y')).toBe('\\u{3a}:error file=x\\u{3a}:y');
  expect(visible('see:::warning::')).toBe('see:\\u{3a}:warning::');
  expect(visible('##[error]x ##vso[task.complete]')).toBe('\\u{23}#[error]x \\u{23}#vso[task.complete]');
  for (const text of ['a : b', '12::30', '## Heading', 'C# [1]']) expect(visible(text)).toBe(text);
});

test('what is cut ends in an ellipsis, and never in half a character', () => {
  expect(cutTo(4, 'abcd')).toBe('abcd');
  expect(cutTo(4, 'abcde')).toBe('abc…');
  expect(cutTo(4, 'ab\u{1f600}c')).toBe('ab…');
});

test('every string of a value is changed, at any depth, and what is worked out when asked for still is', () => {
  let asked = 0;
  const value = {
    list: [{ text: 'a' }],
    count: 1,
    none: null,
    get late() {
      asked += 1;
      return ['b'];
    },
  };
  const loud = mapStrings(value, (text) => text.toUpperCase());
  expect(asked).toBe(0);
  expect([loud.late, loud.late]).toEqual([['B'], ['B']]);
  expect(asked).toBe(1);
  expect(loud).toEqual({ list: [{ text: 'A' }], count: 1, none: null, late: ['B'] });
});

test('no text keeps a character that acts', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !ACTING.test(visible(text))));
});

test('Markdown and HTML are shown, not obeyed', () => {
  expect(markdown('<script>alert(1)</script>')).toBe('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(markdown('a|b')).toBe('a&#124;b');
  expect(markdown('`code` *b* _i_ [l](u)')).toBe('\\`code\\` \\*b\\* \\_i\\_ \\[l\\](u)');
  expect(markdown('ping @admin in #12')).toBe('ping @&#8203;admin in #&#8203;12');
  expect(markdown('see https://evil.example and www.evil.example')).not.toMatch(/https:\/\/|www\./);
});

test('JSON escapes what JSON alone would let through, and reads back the same', () => {
  const name = 'a\u001b\u202e\u2028\u0085\u007f\ufeff\ufffe\u{e0001}\u{f0000} ##[error]x';
  const hostile = assessment({ system: { name, version: null } });
  const json = jsonText(hostile);
  expect(json).not.toContain('##[');
  expect(json.replaceAll('\n', '')).not.toMatch(ACTING);
  expect(json.endsWith('}\n')).toBe(true);
  expect(JSON.parse(json)).toEqual(hostile);
});
