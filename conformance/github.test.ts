import { describe, expect, test } from 'vitest';
import { written, writtenOf } from './written.ts';

interface Annotation {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const PROPERTIES = ['file', 'line', 'endLine', 'col', 'endColumn', 'title'];

/** Reads workflow commands as GitHub's runner does (ActionCommand.cs), and takes nothing else that it would print or obey. */
function annotationsOf(text: string): Annotation[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.pop() !== '') throw new Error('the last line does not end');
  return lines.map((line) => {
    const [, command, given = '', message] = /^::(error|warning|notice)(?: ([^:]*))?::(.+)$/.exec(line) ?? [];
    if (command === undefined || message === undefined) throw new Error(`no annotation: ${line}`);
    const pairs = given
      .split(',')
      .filter((pair) => pair !== '')
      .map((pair) => pair.split(/=(.*)/s));
    for (const [key = '', value = ''] of pairs)
      if (!PROPERTIES.includes(key) || value === '') throw new Error(`no property: ${key}=${value}`);
    const properties = pairs.map(([key = '', value = '']) => [key, unescaped(value)]);
    return { command, properties: Object.fromEntries(properties), message: unescaped(message) };
  });
}

function unescaped(text: string): string {
  const meant = { '%25': '%', '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',' } as const;
  return text.replaceAll(/%25|%0D|%0A|%3A|%2C/g, (code) => meant[code as keyof typeof meant]);
}

describe('annotations, read as GitHub’s runner reads them', () => {
  test.each(written('github'))('$name has nothing but annotations, each with its place', ({ text }) => {
    for (const { properties, message } of annotationsOf(text)) {
      const { file, line = '1', endLine = line, title = '' } = properties;
      if (file !== undefined) expect(file).not.toMatch(/^(\/|\.\.?\/)/);
      expect(Number(endLine)).toBeGreaterThanOrEqual(Number(line));
      expect(title.length).toBeLessThanOrEqual(255);
      expect([title, message].join('\n')).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
    }
  });

  test('what a description says is told, and not obeyed', () => {
    const annotations = annotationsOf(writtenOf('github', 'hostile.en'));
    expect(annotations.some(({ properties }) => properties.title === 'pwned')).toBe(false);
    expect(annotations.some(({ properties }) => properties.title?.includes('title=pwned'))).toBe(true);
  });

  test.each([
    ['a line break that is not escaped', /%0A/, '\n'],
    ['a command of another kind', /^::\w+/, '::set-env'],
    ['a property that nobody knows', / file=/, ' path='],
    ['a colon in a property', / file=/, ' file=::'],
  ])('%s is refused', (_, from, to) => {
    const good = writtenOf('github', 'hostile.en');
    const text = good.replace(from, to);
    expect(text).not.toBe(good);
    expect(() => annotationsOf(text)).toThrow(/^no /);
  });
});
