import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatDay } from '../../src/text/dates.ts';
import { textOf } from '../../src/text/text.ts';

const folders = ['../../src/text/', '../../src/report/'].map((path) => new URL(path, import.meta.url));

test('days are written as each language writes them', () => {
  expect(formatDay('2028-08-02', 'en')).toBe('2 Aug 2028');
  expect(formatDay('2028-08-02', 'fr')).toBe('2 août 2028');
  expect(formatDay('2024-08-01', 'fr')).toBe('1er août 2024');
  expect(formatDay('never', 'en')).toBe('never');
});

test('plurals follow the language', () => {
  expect(textOf('en').questionCount(0)).toBe('0 questions');
  expect(textOf('en').questionCount(1)).toBe('1 question');
  expect(textOf('fr').questionCount(0)).toBe('0 question');
  expect(textOf('fr').questionCount(2)).toBe('2 questions');
  expect(textOf('fr').missingToday(1)).toBe("1 manquante aujourd'hui");
  expect(textOf('fr').missingToday(2)).toBe("2 manquantes aujourd'hui");
});

test('both languages have the same keys', () => {
  const keys = (value: object, prefix = ''): string[] =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'object' && inner !== null ? keys(inner, `${prefix}${key}.`) : [prefix + key],
    );
  expect(keys(textOf('fr')).sort()).toEqual(keys(textOf('en')).sort());
});

test.each(folders)('no word that promises more than the tool can, and no law, in %s', (folder) => {
  for (const name of readdirSync(folder)) {
    const source = readFileSync(new URL(name, folder), 'utf8');
    expect(source, name).not.toMatch(/compliant|conforme|autorisé|dérogation|may be used/i);
    expect(source, name).not.toMatch(/\bArt(icle|\.)? ?[0-9]+/);
    expect(source, name).not.toMatch(/20(2[4-9]|3[01])-(0[1-9]|1[0-2])-[0-3][0-9]/);
    expect(source, name).not.toMatch(/\b(GDPR|RGPD|MDCG|IVDR|MDR|AI Act|RIA|CSP)\b/);
  }
});

test('every problem has words in both languages', () => {
  const args = { key: 'operator.county', nearest: 'operator.country', oneOf: 'yes, no', value: 'x', limit: '40' };
  expect(textOf('en').problem('unknown-key', args)).toEqual({
    message: 'operator.county is no known key.',
    remedy: 'Did you mean operator.country?',
  });
  expect(textOf('fr').problem('unknown-key', args).remedy).toBe('Vouliez-vous dire operator.country\u00a0?');
  expect(textOf('en').problem('missing-key', { key: 'aiact-check', of: '' }).remedy).toContain('aiact-check: "1.0"');
  for (const form of ['date', 'day', 'country', 'none-alone', 'format-version', 'no-prohibition', 'within-a-year']) {
    for (const language of ['en', 'fr'] as const) {
      const { message } = textOf(language).problem('invalid-value', { key: 'k', value: 'v', form });
      expect(message).toMatch(language === 'en' ? /expected .+\.$/ : /Attendu/);
    }
  }
});

test('a long list of valid values is cut', () => {
  const oneOf = Array.from({ length: 40 }, (_, index) => `value-${index}`).join(', ');
  expect(textOf('en').problem('invalid-value', { key: 'k', value: 'v', oneOf }).message).toContain('and 30 more');
});
