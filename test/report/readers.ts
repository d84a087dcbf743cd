/** Readers of what the formats write, stricter than any in use, so that what they take is well formed for all. */

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
/** The characters that XML 1.0 allows. */
const CHARACTERS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const TOKEN = /<\/([a-z-]+)>|<([a-z-]+)((?: [a-z-]+="[^"<]*")*)(\/?)>|([^<]+)/y;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** XML 1.0 of elements, attributes and text: no comments, no sections, no instructions, no entities of one's own. */
export function readXml(document: string): XmlElement {
  if (!document.startsWith(DECLARATION)) throw new Error('no declaration');
  if (!CHARACTERS.test(document)) throw new Error('a character that XML forbids');
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  TOKEN.lastIndex = DECLARATION.length;
  while (TOKEN.lastIndex < document.length) {
    const at = TOKEN.lastIndex;
    const [, end, name, attributes = '', closed, text] = TOKEN.exec(document) ?? [];
    const parent = open.at(-1);
    if (parent === undefined) throw new Error('closed too often');
    if (end !== undefined && open.pop()?.name !== end) throw new Error(`</${end}> closes something else`);
    if (name !== undefined) {
      const element = { name, attributes: readAttributes(attributes), children: [], text: '' };
      parent.children.push(element);
      if (closed === '') open.push(element);
    } else if (text !== undefined) parent.text += unescaped(text);
    else if (end === undefined) throw new Error(`no XML: ${document.slice(at, at + 40)}`);
  }
  const [only] = root.children;
  if (open.length !== 1 || only === undefined || root.children.length > 1) throw new Error('not one root, closed');
  return only;
}

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/ ([a-z-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value] as const);
  if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error('an attribute twice');
  // Line breaks in attributes are read as spaces, so that none may be meant.
  if (/[\n\t\r]/.test(text)) throw new Error('an attribute of several lines');
  return Object.fromEntries(pairs.map(([key, value]) => [key, unescaped(value)]));
}

function unescaped(text: string): string {
  if (text.includes(']]>')) throw new Error(']]> in text');
  return text.replaceAll(/&([^;]*;?)/g, (_, entity: string) => {
    const character = ENTITIES[entity.slice(0, -1)];
    if (character === undefined) throw new Error(`&${entity.slice(0, 20)}`);
    return character;
  });
}

/** RFC 4180: every record ends in CRLF, and all are of one length. */
export function readCsv(text: string): string[][] {
  const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const records: string[][] = [];
  let record: string[] = [];
  while (FIELD.lastIndex < text.length) {
    const at = FIELD.lastIndex;
    const [whole, quoted, bare = '', end] = FIELD.exec(text) ?? [];
    if (whole === undefined) throw new Error(`no CSV: ${text.slice(at, at + 40)}`);
    record.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  const lengths = new Set(records.map(({ length }) => length));
  if (record.length > 0 || lengths.size !== 1) throw new Error('records of different lengths');
  return records;
}

/** Records by the names of their columns; a name that stands several times gives a list. */
export function readTable(text: string): Record<string, string[]>[] {
  const [names = [], ...records] = readCsv(text);
  return records.map((record) =>
    Object.fromEntries(names.map((name) => [name, record.filter((_, index) => names[index] === name)])),
  );
}
