import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { written, writtenOf } from './written.ts';

const SCHEMA = readFileSync(new URL('schemas/junit.xsd', import.meta.url), 'utf8');

/** What libxml2 says of documents, checked for being well formed and against the schema. */
async function complaints(...documents: { name: string; text: string }[]): Promise<string[]> {
  const xml = documents.map(({ name, text }) => ({ fileName: `${name}.xml`, contents: text }));
  const { errors } = await validateXML({ xml, schema: SCHEMA, maxMemoryPages: 4096 });
  return errors.map(({ rawMessage }) => rawMessage);
}

describe('JUnit XML, by xmllint', () => {
  test('every report is valid', async () => {
    expect(await complaints(...written('junit'))).toEqual([]);
  });

  test.each(written('junit'))('$name counts its own tests', ({ text }) => {
    const count = (element: string) => text.match(new RegExp(`<${element}[ >]`, 'g'))?.length ?? 0;
    const [, root = ''] = /<testsuites ([^>]*)>/.exec(text) ?? [];
    const said = (attribute: string) => Number(new RegExp(`\\b${attribute}="(\\d+)"`).exec(root)?.[1]);
    expect({ tests: said('tests'), failures: said('failures'), errors: said('errors') }).toEqual({
      tests: count('testcase'),
      failures: count('failure'),
      errors: count('error'),
    });
  });

  test.each([
    ['a count that is no number', /failures="\d+"/, 'failures="some"', "'some' is not a valid value"],
    ['an attribute that nobody reads', '<testsuite ', '<testsuite severity="high" ', "attribute 'severity'"],
    ['a test without its class', / classname="[^"]*"/, '', "'classname' is required but missing"],
    [
      'a second outcome',
      '</failure>',
      '</failure><skipped type="a" message="b">c</skipped>',
      "'skipped': This element",
    ],
    ['two tests of the same name', /(<testcase [^>]*\/>)/, '$1$1', 'Duplicate key-sequence'],
    ['what is not escaped', /message="/, 'message="<b>', "Unescaped '<' not allowed"],
    ['a control character', /message="/, 'message="\u001b', 'invalid'],
  ])('%s is refused', async (_, from, to, complaint) => {
    const good = writtenOf('junit', 'hostile.en');
    const text = good.replace(from, to);
    expect(text).not.toBe(good);
    expect((await complaints({ name: 'broken', text })).join('\n')).toContain(complaint);
  });
});
