/** Makes `(count, one, other)` → `count word`. French counts none as one; `Intl.PluralRules` knows that too, but takes long to load. */
export function pluralIn(language: 'en' | 'fr'): (count: number, one: string, other: string) => string {
  const isOne = language === 'fr' ? (count: number) => count < 2 : (count: number) => count === 1;
  return (count, one, other) => `${count} ${isOne(count) ? one : other}`;
}
