/** A sentence that follows a colon. Abbreviations keep their capitals. */
export function uncapital(sentence: string): string {
  return sentence.replace(/^\p{Lu}(?=[\p{Ll}’' ])/u, (letter) => letter.toLowerCase());
}
