import { isFiller, isFillerLine, isLoremIpsum } from './filler.ts';

/** A longer line is no filler, and is not held against patterns. Characters. */
const LONGEST_FILLER = 100;

/** Headings as Markdown and AsciiDoc mark them, and comments as YAML does. */
const MARKED_HEADING = /^\s*(?:#|={1,6}\s)/;
/** Quicker than what it spares most files: `NO_WORDS`. */
const PLAIN_WORD = /[a-z0-9]/i;
/** Rules, empty items, boxes and cells, brackets and quotes, an ellipsis; not a tick. */
const NO_WORDS = /^[\s\p{P}\p{Sm}\p{Sk}\p{Cf}☐□]*$/u;
const EMPTY_ITEM = /^\s*(?:\d{1,3}|\p{L})[.)]\s*$/u;
const ITEM_MARK = /^\s*(?:>\s*)*(?:[-*+•]\s+|\d{1,3}[.)]\s+)?(?:\[[ xX]\]\s*)?/;
/** What stands under a heading in Markdown, AsciiDoc and reStructuredText. */
const UNDERLINE = /^([=\-~^"'`:.*+#_])\1{2,}\s*$/;
/** What stands under the head of a table. */
const TABLE_RULE = /^[\s|:+=-]+$/;
/** A line of a form: a word or a few, a colon, what is said of it, and a comment as in YAML. */
const FIELD = /^[^:]{1,60}:(.*?)(?:\s#.*)?$/;
/** In front matter: what begins it, and what stands in it besides. */
const KEY = /^[\w-]+\s*[:=]/;
const BELOW_KEY = /^(?:\s*$|\s+\S|#|-\s)/;

/**
 * Whether a text is a form still to be filled in: front matter, headings, rules, empty lists and tables, "to do" and filler,
 * and nothing else. Where in doubt it says something: one true sentence is enough.
 */
export function saysNothing(text: string): boolean {
  const lines = withoutFrontMatter(withoutComments(text).split(/\r\n|[\n\r]/)).map((line) =>
    line.replaceAll(/\s+/g, ' '),
  );
  const withBelow = lines.map((line, index) => [line, lines[index + 1] ?? ''] as const);
  // The longest line is the likeliest to say something.
  return withBelow.sort(([a], [b]) => b.length - a.length).every(([line, below]) => lineSaysNothing(line, below));
}

function lineSaysNothing(line: string, below: string): boolean {
  if (MARKED_HEADING.test(line) || isLoremIpsum(line)) return true;
  if (!PLAIN_WORD.test(line) && NO_WORDS.test(line)) return true;
  if (line.length > LONGEST_FILLER) return false;
  if (EMPTY_ITEM.test(line) || isHead(line, below)) return true;
  return line.includes('|') ? isEmptyRow(line) : isEmptyField(line);
}

/** Of a section or a table, by what stands under it. A full stop makes it a sentence, which a rule happens to follow. */
function isHead(line: string, below: string): boolean {
  if (line.includes('|') && TABLE_RULE.test(below) && below.includes('-')) return true;
  const mark = UNDERLINE.exec(below)?.[1];
  if (mark === undefined || /[.;]\s*$/.test(line)) return false;
  return mark === '=' || mark === '-' || below.trim().length >= line.trim().length;
}

/** The first cell says what the others should. */
function isEmptyRow(line: string): boolean {
  const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
  return cells.length > 1 && cells.slice(1).every(isFiller);
}

function isEmptyField(line: string): boolean {
  const said = line.replace(ITEM_MARK, '');
  const value = FIELD.exec(said)?.[1];
  return isFillerLine(said) || (value !== undefined && isFiller(value));
}

/** From the first line on, between lines of three dashes or plus signs, where keys stand between them and no sentences. */
function withoutFrontMatter(lines: readonly string[]): readonly string[] {
  const mark = lines[0]?.trimEnd() ?? '';
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === mark);
  const [first = '', ...rest] = lines.slice(1, end);
  const isMatter = KEY.test(first) && rest.every((line) => KEY.test(line) || BELOW_KEY.test(line));
  return ['---', '+++'].includes(mark) && end > 0 && isMatter ? lines.slice(end + 1) : lines;
}

/** Without `<!-- … -->`; one that is not ended is text. */
function withoutComments(text: string): string {
  let kept = '';
  for (let at = 0; ; ) {
    const open = text.indexOf('<!--', at);
    const close = open === -1 ? -1 : text.indexOf('-->', open + 4);
    if (close === -1) return kept + text.slice(at);
    kept += text.slice(at, open);
    at = close + 3;
  }
}
