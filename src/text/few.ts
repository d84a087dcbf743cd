const SHOWN = 12;

/** The first of a comma-separated list, and how many more where it is long. */
export function few(list: string, more: (count: number) => string): string {
  const words = list.split(', ');
  return words.length <= SHOWN ? list : `${words.slice(0, SHOWN - 2).join(', ')} ${more(words.length - SHOWN + 2)}`;
}
