import type { Location } from '../assessment/contract.ts';

/** A path from the root of the repository as the reference of a URI; an absolute one as a URI of its own. */
export function artifactLocation(path: string): { readonly uri: string; readonly uriBaseId?: string } {
  const encoded = path
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return encoded.startsWith('/') ? { uri: `file://${encoded}` } : { uri: encoded, uriBaseId: '%SRCROOT%' };
}

/** The first line stands for the file where nothing in it is meant. */
export function physicalLocation(path: string, location: Location | null): object {
  const { line, column, endColumn } = location ?? { line: 1, column: 1, endColumn: 2 };
  const region = { startLine: line, startColumn: column, endLine: line, endColumn };
  return { physicalLocation: { artifactLocation: artifactLocation(path), region } };
}

/** Plain text in which SARIF finds no link and no place for an argument. */
export function plainText(text: string): string {
  return withoutArguments(text.replaceAll('](', '] ('));
}

/** The same for Markdown, whose links are links. */
export function withoutArguments(text: string): string {
  return text.replaceAll(/[{}]/g, '$&$&');
}
