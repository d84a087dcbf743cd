import type { InputError, Location } from '../assessment/contract.ts';

/** `file:line:column`, as far as they are known. */
export function placeOfError({ path, line, column }: Pick<InputError, 'path' | 'line' | 'column'>): string {
  return [path, line, column].filter((part) => part !== null).join(':');
}

/** One character, where the fault begins; null where it is one of the whole file. */
export function locationOfError({ line, column }: InputError): Location | null {
  const from = column ?? 1;
  return line === null ? null : { line, column: from, endColumn: from + 1 };
}
