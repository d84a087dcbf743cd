const ORDER: Readonly<Record<string, string>> = { a: 'bis', b: 'ter', c: 'quater', d: 'quinquies' };

/** What was inserted later: 6 a is "6 bis", ba is "b bis". */
export function inserted(number: string): string {
  const [, base, letter] = /^(\d+)([a-d])$/.exec(number) ?? [];
  return base === undefined ? number : `${base} ${ORDER[letter ?? ''] ?? letter}`;
}

/** A lettered point: "d)", "b bis)". */
export function lettered(point: string): string {
  const [, base, letter] = /^([a-z])([a-d])$/.exec(point) ?? [];
  return base === undefined || /^[ivx]+$/.test(point) ? `${point})` : `${base} ${ORDER[letter ?? ''] ?? letter})`;
}
