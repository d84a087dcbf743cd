/** Makes `(count, one, other)` → `count word` by the plural rules of a language. */
export function pluralIn(language: 'en' | 'fr'): (count: number, one: string, other: string) => string {
  let rules: Intl.PluralRules | undefined;
  return (count, one, other) => {
    rules ??= new Intl.PluralRules(language);
    return `${count} ${rules.select(count) === 'one' ? one : other}`;
  };
}
