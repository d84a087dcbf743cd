/** One column a character, the glyphs of our own reports included; the rest needs the segmenter, which takes long to load. */
const PLAIN = /^[\u0020-\u007e\u00a0-\u02ff\u2010-\u2027\u2030-\u205e✖◷✔]*$/;
const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]|\ufe0f/u;

let segmenter: Intl.Segmenter | undefined;

/** What a reader takes for one character each. */
function graphemes(text: string): string[] {
  if (PLAIN.test(text)) return [...text];
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Columns that a text takes on a terminal. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  return graphemes(text).reduce((sum, grapheme) => sum + (WIDE.test(grapheme) ? 2 : 1), 0);
}

export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** French sets a space before high punctuation and inside guillemets; a line must not break there. */
const BREAK = /(?<!«) +(?![;:?!»])/;

/** Breaks text into lines of at most `width` columns: between words, within long ids and paths after `.`, `/`, `-`, else anywhere. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BREAK)) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (displayWidth(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = breakWord(word, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

/** Parts with ` · ` between them, broken there rather than inside a part where it can be helped. */
export function wrapParts(parts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const part of parts.filter((words) => words !== '')) {
    const last = lines.at(-1);
    const joined = last === undefined ? part : `${last} · ${part}`;
    if (last !== undefined && displayWidth(joined) <= width) lines.splice(-1, 1, joined);
    else lines.push(...wrap(part, width));
  }
  return lines;
}

function breakWord(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const part of word.match(/[^./\\-]*[./\\-]+|[^./\\-]+/g) ?? []) {
    if (displayWidth(piece + part) <= width) {
      piece += part;
      continue;
    }
    if (piece !== '') pieces.push(piece);
    piece = '';
    for (const grapheme of graphemes(part)) {
      if (piece !== '' && displayWidth(piece + grapheme) > width) {
        pieces.push(piece);
        piece = '';
      }
      piece += grapheme;
    }
  }
  return [...pieces, piece];
}

/** The end of a text that fits, with an ellipsis for what was cut. */
export function cutStart(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  return `…${fitting(graphemes(text).reverse(), width - 1)
    .reverse()
    .join('')}`;
}

export function cutEnd(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  return `${fitting(graphemes(text), width - 1).join('')}…`;
}

function fitting(characters: readonly string[], width: number): string[] {
  const kept: string[] = [];
  let used = 0;
  for (const character of characters) {
    used += displayWidth(character);
    if (used > width) break;
    kept.push(character);
  }
  return kept;
}

/** The first words of a text that fit, with an ellipsis for the others. */
export function cutAtWord(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  return `${(wrap(text, width - 1)[0] ?? '').replace(/[\s,;:·(]+$/u, '')}…`;
}
