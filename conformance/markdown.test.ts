import { marked, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { written, writtenOf } from './written.ts';

/** The HTML that both GitHub and GitLab let through: a break in a cell, what unfolds, and the mark by which a comment is found again. */
const OWN_HTML = /^(<br>|<\/?details>|<summary>[^<>]*<\/summary>|<!-- aiact-check: [^<>]* -->|\s)+$/;

/** What GitHub-flavoured Markdown should not be made of here. */
function complaints(text: string): string[] {
  const found: string[] = [];
  const tokens = marked.lexer(text, { gfm: true });
  marked.walkTokens(tokens, (token: Token) => {
    if (token.type === 'html' && !OWN_HTML.test(token.raw)) found.push(`HTML: ${token.raw}`);
    if (token.type === 'image') found.push(`image: ${token.raw}`);
    if (token.type === 'link' && !/^https?:\/\//.test(token.href)) found.push(`link: ${token.href}`);
    // A row that falls out of its table becomes a paragraph that begins with a bar.
    if (token.type === 'paragraph' && token.raw.startsWith('|')) found.push(`row: ${token.raw}`);
  });
  return found;
}

describe('Markdown, by marked', () => {
  test.each(written('markdown'))('$name has tables and links, and no HTML but its own', ({ text }) => {
    expect(complaints(text)).toEqual([]);
  });

  test.each([
    ['HTML', '<script>alert(1)</script>', 'HTML: <script>'],
    ['a link that runs', '[x](javascript:alert(1))', 'link: javascript:'],
    ['an image', '![x](https://example.org/x.png)', 'image: ![x]'],
    ['a row without its table', '| a | b |', 'row: | a'],
  ])('%s is refused', (_, broken, complaint) => {
    const text = `${writtenOf('markdown', 'hostile.en')}\n\n${broken}\n`;
    expect(complaints(text).join('\n')).toContain(complaint);
  });
});
