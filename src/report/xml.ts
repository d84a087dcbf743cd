import { plain, visible } from './safe.ts';

/** XML as values, so that whatever is written is well formed. Text holds no elements besides it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly Element[] | string;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function element(name: string, attributes: Element['attributes'], children: Element['children'] = []): Element {
  return { name, attributes, children };
}

/** A document of XML 1.0, with its final newline. Attributes are written on one line, text keeps its lines. */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`;
}

function written({ name, attributes, children }: Element, indent: string): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(visible(String(value)).trim())}"`);
  const head = `${indent}<${name}${pairs.join('')}`;
  if (children.length === 0) return `${head}/>`;
  if (typeof children === 'string') return `${head}>${escaped(plain(children))}</${name}>`;
  const inner = children.map((child) => written(child, `${indent}  `));
  return [`${head}>`, ...inner, `${indent}</${name}>`].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
