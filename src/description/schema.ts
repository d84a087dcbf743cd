import { countryCodes } from '../law/countries.ts';
import type { Fact, Language, Law, Texts } from '../law/law.ts';
import { FORMAT_VERSION } from './read.ts';

type Schema = Record<string, unknown>;

const ID = 'urn:aiact-check:system-description:1.0';
const DATE = { type: ['string', 'integer'], pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' };
const EXTENSION = { '^x-': {} };

/** JSON Schema (draft 7, which editors know) of descriptions, with hover texts in both languages. */
export function descriptionSchema(law: Law, texts: Readonly<Record<Language, Texts>>): Schema {
  const root = object({
    'aiact-check': { const: FORMAT_VERSION, description: 'The version of this format, in quotes.' },
    ...factProperties(law, texts),
    controls: object(Object.fromEntries(law.controls.map(({ id }) => [id, controlSchema(id, texts)]))),
    'accepted-gaps': { type: 'array', items: gapSchema(law, texts) },
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: ID,
    title: 'Description of a health AI system for aiact-check',
    ...root,
    required: ['aiact-check', 'system'],
    definitions: { control: controlDefinition() },
  };
}

function factProperties(law: Law, texts: Readonly<Record<Language, Texts>>): Record<string, Schema> {
  const tree: Record<string, Schema> = {};
  for (const fact of law.facts) {
    const path = fact.id.split('.');
    const last = path.pop() ?? '';
    let properties = tree;
    path.forEach((name, depth) => {
      const known = properties[name] ?? { ...object({}), ...words(path.slice(0, depth + 1).join('.'), texts) };
      properties[name] = known;
      properties = known.properties as Record<string, Schema>;
    });
    properties[last] = factSchema(fact, texts);
  }
  const system = tree.system;
  if (system) system.required = ['name'];
  return tree;
}

function factSchema(fact: Fact, texts: Readonly<Record<Language, Texts>>): Schema {
  const about = { ...words(fact.id, texts, fact.source) };
  switch (fact.type) {
    case 'text':
      return { type: ['string', 'number'], ...about };
    case 'date':
      return { ...DATE, ...about };
    case 'country':
      return { enum: [...countryCodes, 'unknown'], ...about };
    case 'yes-no':
      return { enum: ['yes', 'no', 'unknown', true, false, 'oui', 'non'], ...about };
    case 'list': {
      const sure = optionEnum(fact, texts, ['unknown']);
      const item = { anyOf: [sure, { enum: fact.options.map(({ id }) => `${id}?`) }] };
      return {
        anyOf: [optionEnum(fact, texts, ['none', 'unknown']), { type: 'array', uniqueItems: true, items: item }],
        ...about,
      };
    }
    default:
      return { ...optionEnum(fact, texts, ['unknown']), ...about };
  }
}

function optionEnum(fact: Fact, texts: Readonly<Record<Language, Texts>>, more: readonly string[]): Schema {
  const options = fact.options.map(({ id }) => id);
  const title = (id: string) =>
    `${texts.en[fact.id]?.[`option.${id}`] ?? ''} — ${texts.fr[fact.id]?.[`option.${id}`] ?? ''}`;
  return { enum: [...options, ...more], enumDescriptions: [...options.map(title), ...more.map(() => '')] };
}

function words(id: string, texts: Readonly<Record<Language, Texts>>, source: readonly string[] = []): Schema {
  const [en, fr] = [texts.en[id], texts.fr[id]];
  if (en === undefined || fr === undefined) return {};
  const lines = [en.question ?? en.title, en.help, fr.question ?? fr.title, fr.help].filter(
    (line) => line !== undefined,
  );
  const cited = source.length > 0 ? [`(${source.join(', ')})`] : [];
  return { title: en.title, description: [...lines, ...cited].join('\n\n') };
}

function controlSchema(id: string, texts: Readonly<Record<Language, Texts>>): Schema {
  return { allOf: [{ $ref: '#/definitions/control' }], ...words(id, texts) };
}

function controlDefinition(): Schema {
  const decided = ['yes', 'no', 'in-place', 'missing', 'unknown', true, false, 'oui', 'non'];
  const text = { type: 'string' };
  const rest = {
    evidence: { anyOf: [text, { type: 'array', items: text }] },
    reviewed: DATE,
    by: DATE,
    owner: text,
    note: text,
  };
  return {
    anyOf: [
      { enum: decided },
      object({ status: { enum: decided }, ...rest }),
      {
        ...object({ status: { const: 'planned', description: 'Needs `by`, the day it is planned for.' }, ...rest }),
        required: ['status', 'by'],
      },
    ],
  };
}

function gapSchema(law: Law, texts: Readonly<Record<Language, Texts>>): Schema {
  const duties = law.duties.filter(({ prohibition }) => !prohibition).map(({ id }) => id);
  const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
  const title = (id: string) => texts.en[id]?.title ?? '';
  const properties = {
    duty: { enum: duties, enumDescriptions: duties.map(title) },
    because: { type: 'string', minLength: 1 },
    by: { type: 'string', minLength: 1 },
    since: day,
    until: { ...day, description: 'At most twelve months after "since".' },
  };
  return { ...object(properties), required: Object.keys(properties) };
}

function object(properties: Record<string, Schema>): Schema {
  return { type: 'object', properties, patternProperties: EXTENSION, additionalProperties: false };
}
