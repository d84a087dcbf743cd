/**
 * Patterns of paths: `*` and `?` within a name, `**` for any folders, `[a-z]`, `[!a-z]`, `{a,b}`. Written here and not taken
 * from a library since those make regular expressions of patterns, which a hostile one keeps busy for ever: holding a name
 * against a pattern takes no more steps than the product of their lengths.
 */

/** What stands between two slashes: a name, a test of names, or any folders. */
export type Part =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'names'; readonly fits: (name: string) => boolean }
  | { readonly kind: 'folders' };

/** Fits one character; `*` fits any number of them. */
type Token = '*' | ((character: string) => boolean);

export const ANY_FILE: readonly Part[] = [{ kind: 'folders' }, partOf('*')];

export function isPattern(text: string): boolean {
  return /[*?[{]/.test(text);
}

/** A pattern without its braces, once for each choice of what they hold; undefined where that is more than `most`. */
export function alternatives(pattern: string, most: number): readonly string[] | undefined {
  let open = [pattern];
  for (;;) {
    const next = open.flatMap((text) => {
      const [braces, inside] = /\{([^{},]*,[^{}]*)\}/.exec(text) ?? [];
      if (braces === undefined || inside === undefined) return [text];
      return inside.split(',').map((choice) => text.replace(braces, () => choice));
    });
    if (next.length > most) return undefined;
    if (next.length === open.length) return next;
    open = next;
  }
}

/** The parts of a pattern without braces. It names files: what ends in any folders names all files in them. */
export function partsOf(names: readonly string[]): readonly Part[] {
  const parts = names
    .filter((name, index) => name !== '**' || names[index - 1] !== '**')
    .map((name): Part => (name === '**' ? { kind: 'folders' } : partOf(name)));
  return parts.at(-1)?.kind === 'folders' ? [...parts, partOf('*')] : parts;
}

function partOf(text: string): Part {
  if (!isPattern(text)) return { kind: 'name', name: text };
  const tokens = [...text.matchAll(/\*+|\[[!^]?\]?[^\]]*\]|./gsu)].map(([token]) => tokenOf(token));
  // Hidden names are for patterns that ask for them.
  return { kind: 'names', fits: (name) => (!name.startsWith('.') || text.startsWith('.')) && fits([...name], tokens) };
}

function tokenOf(text: string): Token {
  if (text.startsWith('*')) return '*';
  if (text === '?') return () => true;
  if (text.length < 3 || !text.startsWith('[')) return (character) => character === text;
  const isNegated = /^\[[!^]/.test(text);
  const spans = [...text.slice(isNegated ? 2 : 1, -1).matchAll(/(.)-(.)|./gsu)].map(
    ([one, from = one, to = one]) => [from, to] as const,
  );
  return (character) => spans.some(([from, to]) => from <= character && character <= to) !== isNegated;
}

/** Goes back to the last `*` only: one before it could take no more than that one can. */
function fits(characters: readonly string[], tokens: readonly Token[]): boolean {
  let [at, token, star, taken] = [0, 0, -1, 0];
  for (let character = characters[at]; character !== undefined; character = characters[at]) {
    const asked = tokens[token];
    if (asked === '*') [star, taken, token] = [token, at, token + 1];
    else if (asked?.(character)) [at, token] = [at + 1, token + 1];
    else if (star !== -1) [taken, at, token] = [taken + 1, taken + 1, star + 1];
    else return false;
  }
  return tokens.slice(token).every((rest) => rest === '*');
}
