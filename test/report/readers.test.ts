import { expect, test } from 'vitest';
import { readCsv, readXml } from './readers.ts';

const xml = (root: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;

test('the reader of XML takes elements, attributes and text', () => {
  expect(readXml(xml('<a b="1 &lt; 2">\n  <c/>\n  <d>x &amp; y</d>\n</a>'))).toMatchObject({
    name: 'a',
    attributes: { b: '1 < 2' },
    children: [{ name: 'c' }, { name: 'd', text: 'x & y' }],
  });
});

test.each([
  '<a>',
  '<a></b>',
  '<a/><b/>',
  '<a b="<"/>',
  '<a b="1" b="2"/>',
  '<a b="1\n2"/>',
  '<a>]]></a>',
  '<a>1 & 2</a>',
  '<a>&nbsp;</a>',
  '<a>\u0007</a>',
  '<a>\ufffe</a>',
  '<a>\ud800</a>',
  '<a><!-- x --></a>',
])('the reader of XML refuses %j', (root) => {
  expect(() => readXml(xml(root))).toThrow();
});

test('the reader of CSV takes quotes, commas and line breaks in cells', () => {
  expect(readCsv('a,b\r\n"x ""y""","1,\n2"\r\n')).toEqual([
    ['a', 'b'],
    ['x "y"', '1,\n2'],
  ]);
});

test.each(['a,b\n', 'a,b\r\nc\r\n', 'a"b\r\n', '"a"b\r\n', '"a\r\n', 'a'])('the reader of CSV refuses %j', (text) => {
  expect(() => readCsv(text)).toThrow();
});
