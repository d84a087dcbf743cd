/** Words as a sentence begins. */
export function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** A sentence that follows a colon. Abbreviations keep their capitals. */
export function uncapital(sentence: string): string {
  return sentence.replace(/^\p{Lu}(?=[\p{Ll}’' ])/u, (letter) => letter.toLowerCase());
}
