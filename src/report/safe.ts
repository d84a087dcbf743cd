/** Controls, formats (bidi, zero width), lone surrogates, private use, line separators and what is no character: nothing that a reader sees. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

/** What a pipeline obeys where it stands in a log: `::error::…` at the beginning of a line, which any break may make, and `##[error]…` anywhere. */
const COMMAND = /::(?=[a-z])|##(?=[a-z]*\[)/gi;

/** Nearly every text, so that few pay for the search. */
const HARMLESS = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]*$/;

/** Text that may come from a user, on one line, with what would not show or would act on a terminal written out. */
export function visible(text: string): string {
  if (HARMLESS.test(text)) return disarmed(text);
  return disarmed(text.replaceAll(/\s*[\r\n\t]\s*/g, ' ').replaceAll(INVISIBLE, writtenOut));
}

function disarmed(text: string): string {
  if (!text.includes('::') && !text.includes('##')) return text;
  return text.replaceAll(COMMAND, (signs) => `${writtenOut(signs)}${signs.slice(1)}`);
}

function writtenOut(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** The same for a text of several lines, which stay lines. */
export function plain(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

/** At most `most` UTF-16 units, with an ellipsis for what was cut. */
export function cutTo(most: number, text: string): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Keeps GitHub from reading a mention, an issue or a link. */
const BREAK = '&#8203;';
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '|': '&#124;',
  '@': `@${BREAK}`,
  '#': `#${BREAK}`,
};

/** Plain text for GitHub-flavoured Markdown: no markup, no HTML, no table cell, no mention, no link. */
export function markdown(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]~$]/g, '\\$&')
    .replaceAll(/[&<>|@#]/g, (character) => ENTITIES[character] ?? character)
    .replaceAll('://', `:${BREAK}//`)
    .replaceAll(/\b(www)\./gi, `$1${BREAK}.`)
    .replace(/^(\s*)([-+=]|\d+[.)])(?=\s|$)/, `$1${BREAK}$2`);
}

/**
 * The same value with every string in it, at any depth, put through `change`: a reporter cannot forget one. What is worked out
 * when it is asked for still is.
 */
export function mapStrings<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const own = Object.entries(Object.getOwnPropertyDescriptors(value));
  const mapped = own.map(([key, property]) => [key, mapProperty(value, property, change)]);
  return Object.defineProperties({}, Object.fromEntries(mapped)) as T;
}

function mapProperty(
  of: object,
  { get, ...own }: PropertyDescriptor,
  change: (text: string) => string,
): PropertyDescriptor {
  if (get === undefined) return { ...own, value: mapStrings(own.value, change) };
  return { ...own, get: once(() => mapStrings(get.call(of), change)) };
}

function once<T>(work: () => T): () => T {
  let done: { readonly result: T } | undefined;
  return () => {
    done ??= { result: work() };
    return done.result;
  };
}
