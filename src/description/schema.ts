import { countryCodes } from '../law/countries.ts';
import type { Fact, Law, Option } from '../law/law.ts';
import { FORMAT_VERSION } from './read.ts';
import { controlDefinition, controlSchema, gapSchema } from './schema-controls.ts';
import {
  about,
  choice,
  citing,
  markdown,
  object,
  period,
  type Schema,
  type SchemaLanguage,
  values,
  YES_NO,
} from './schema-parts.ts';
import { WORDS } from './schema-words.ts';

const ID = 'urn:aiact-check:system-description:1.0';

/** JSON Schema (draft 7, which editors know) of descriptions, with what editors show in one language. */
export function descriptionSchema(law: Law, told: SchemaLanguage): Schema {
  const words = WORDS[told.language];
  const controls = Object.fromEntries(law.controls.map((control) => [control.id, controlSchema(control, law, told)]));
  const root = object({
    'aiact-check': { const: FORMAT_VERSION, ...about('aiact-check', [words.version]) },
    ...factProperties(law, told),
    controls: { ...object(controls), type: ['object', 'null'], ...about(words.controls[0], [words.controls[1]]) },
    'accepted-gaps': { type: ['array', 'null'], items: gapSchema(law, told), ...about(words.gaps[0], [words.gaps[1]]) },
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: told.language === 'en' ? ID : `${ID}:${told.language}`,
    title: words.title,
    ...root,
    required: ['aiact-check', 'system'],
    definitions: { ...controlDefinition(told), country: countryDefinition(told) },
  };
}

function factProperties(law: Law, told: SchemaLanguage): Record<string, Schema> {
  const tree: Record<string, Schema> = {};
  for (const fact of law.facts) {
    const path = fact.id.split('.');
    const last = path.pop() ?? '';
    let properties = tree;
    path.forEach((name, depth) => {
      const known = properties[name] ?? groupSchema(path.slice(0, depth + 1).join('.'), told);
      properties[name] = known;
      properties = known.properties as Record<string, Schema>;
    });
    properties[last] = factSchema(fact, told);
  }
  if (tree.system) tree.system = { ...tree.system, type: 'object', required: ['name'] };
  return tree;
}

function groupSchema(id: string, { texts }: SchemaLanguage): Schema {
  const { title = id, help } = texts[id] ?? {};
  return { ...object({}), type: ['object', 'null'], ...about(title, [markdown(help)]) };
}

function factSchema(fact: Fact, told: SchemaLanguage): Schema {
  const { title = fact.id, question, help } = told.texts[fact.id] ?? {};
  return {
    ...valueSchema(fact, told),
    ...about(title, [markdown(question), markdown(help), citing(fact.source, told)]),
  };
}

function valueSchema(fact: Fact, told: SchemaLanguage): Schema {
  const words = WORDS[told.language];
  switch (fact.type) {
    case 'text':
      return fact.id === 'system.name' ? TEXT : choice([TEXT]);
    case 'date':
      return period(told);
    case 'country':
      return choice([{ $ref: '#/definitions/country' }]);
    case 'yes-no':
      return choice([values({ ...words.yesNo, unknown: words.unknown })], YES_NO);
    case 'list': {
      const options = meanings(fact, told);
      const unsure = Object.fromEntries(fact.options.map(({ id }) => [`${id}?`, words.unsure]));
      const items = {
        ...values({ ...options, unknown: words.unknownRest, ...unsure }),
        errorMessage: words.wrongItem(Object.keys(options).join(', ')),
      };
      const list = { type: 'array', uniqueItems: true, items };
      return choice([values({ ...options, none: words.none, unknown: words.unknown }), list]);
    }
    default:
      return choice([values({ ...meanings(fact, told), unknown: words.unknown })]);
  }
}

const TEXT = { type: ['string', 'number'] };

function meanings(fact: Fact, told: SchemaLanguage): Record<string, string> {
  const meaning = ({ id, source }: Option) => {
    const title = markdown(told.texts[fact.id]?.[`option.${id}`] ?? '');
    return source.length === 0 ? title : `${title} (${source.map(told.cite).join(', ')})`;
  };
  return Object.fromEntries(fact.options.map((option) => [option.id, meaning(option)]));
}

function countryDefinition({ language }: SchemaLanguage): Schema {
  return { enum: [...countryCodes, 'unknown'], errorMessage: WORDS[language].wrong.country };
}
