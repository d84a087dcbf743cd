import { describe, expect, test } from 'vitest';
import { generatedFiles } from '../../src/build.ts';
import { realRules } from '../law/real.ts';

type Schema = Readonly<Record<string, unknown>>;

const compiled = realRules();
const files = generatedFiles(compiled);
const SCHEMAS = {
  en: JSON.parse(files.get('schema/system-description.schema.json') ?? '') as Schema,
  fr: JSON.parse(files.get('schema/system-description.fr.schema.json') ?? '') as Schema,
};

const WORDS = [
  'title',
  'description',
  'markdownDescription',
  'markdownEnumDescriptions',
  'errorMessage',
  'patternErrorMessage',
];

/** What a schema says to people, by the path of what it says it of. A property may be called `title` too. */
function* wordsIn(value: unknown, path = ''): Generator<[path: string, words: unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (WORDS.includes(key) && !path.endsWith('/properties')) yield [`${path}/${key}`, inner];
    else yield* wordsIn(inner, `${path}/${key}`);
  }
}

function withoutWords(value: unknown, key = ''): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((inner) => withoutWords(inner));
  const kept = Object.entries(value).filter(([name]) => key === 'properties' || !WORDS.includes(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutWords(inner, name)]));
}

/** The schema of a fact or control by its id. */
function at(schema: Schema, path: readonly string[]): Schema {
  return path.reduce((group, name) => (group.properties as Record<string, Schema>)[name] ?? {}, schema);
}

test('the schemas of the two languages accept the same, and say the same things of it', () => {
  const { $id: en, ...english } = withoutWords(SCHEMAS.en) as Schema;
  const { $id: fr, ...french } = withoutWords(SCHEMAS.fr) as Schema;
  expect(french).toEqual(english);
  expect(fr).not.toBe(en);
  const paths = (schema: Schema) => [...wordsIn(schema)].map(([path]) => path);
  expect(paths(SCHEMAS.fr)).toEqual(paths(SCHEMAS.en));
});

describe.each(['en', 'fr'] as const)('the schema for editors, in %s', (language) => {
  const schema = SCHEMAS[language];
  const texts = compiled.texts[language];

  test('tells of every fact what is asked, and the acts that it rests on, each with its address', () => {
    for (const { id, source } of compiled.law.facts) {
      const { title, markdownDescription = '' } = at(schema, id.split('.'));
      expect([id, title]).toEqual([id, texts[id]?.title]);
      const addresses = compiled.law.acts.filter((act) => source.some((cited) => cited.split(':')[0] === act.id));
      for (const { url } of addresses)
        expect([id, markdownDescription]).toEqual([id, expect.stringContaining(`](${url})`)]);
    }
  });

  test('tells of every control what is asked, what shows it, and which law asks for it', () => {
    for (const { id } of compiled.law.controls) {
      const { title, markdownDescription } = at(schema, ['controls', id]);
      expect([id, title]).toEqual([id, texts[id]?.title]);
      expect([id, markdownDescription]).toEqual([id, expect.stringMatching(/\n\n(Law|Droit)\s?: \[.+\]\(https?:/)]);
    }
  });

  test('has a word for every value', () => {
    for (const [path, words] of wordsIn(schema)) {
      for (const word of Array.isArray(words) ? words : [words])
        expect([path, word]).toEqual([path, expect.stringMatching(/\S/)]);
      expect([path, JSON.stringify(words)]).toEqual([path, expect.not.stringMatching(/undefined|\]\(\)|option\./)]);
    }
  });
});
