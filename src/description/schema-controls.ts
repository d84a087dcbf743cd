import { type Control, type Law, leaves } from '../law/law.ts';
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
import { WORDS, type WordsOfSchema } from './schema-words.ts';

/** A control by its id: what is asked, what shows it, how to get there and which law asks for it. */
export function controlSchema({ id, reviewEvery }: Control, law: Law, told: SchemaLanguage): Schema {
  const { title = id, question, shows, how } = told.texts[id] ?? {};
  const words = WORDS[told.language];
  const asking = law.duties.filter(({ needs }) =>
    [...leaves(needs)].some((leaf) => 'control' in leaf && leaf.control === id),
  );
  return {
    ...choice([{ $ref: '#/definitions/control' }, { $ref: '#/definitions/status' }], YES_NO),
    ...about(title, [
      markdown(question),
      shows && words.shows(markdown(shows)),
      how && words.how(markdown(how)),
      reviewEvery === undefined ? undefined : words.review(reviewEvery),
      citing(
        asking.flatMap(({ source }) => source),
        told,
      ),
    ]),
  };
}

/** What is said of a control: a word, or a word with its evidence, days and owner. */
export function controlDefinition(told: SchemaLanguage): Record<'status' | 'control', Schema> {
  const { keys, status, unknown } = WORDS[told.language];
  const { planned, ...decided } = status;
  const text = { type: 'string' };
  const detail = {
    status: choice([values({ ...status, unknown })], YES_NO),
    evidence: choice([text, { type: 'array', items: text }]),
    reviewed: period(told),
    by: period(told),
    owner: choice([text]),
    note: choice([text]),
  };
  return {
    status: values({ ...decided, unknown }),
    control: {
      ...withHelp(detail, keys),
      if: { properties: { status: { not: { const: 'planned' } } } },
      else: { required: ['by'] },
    },
  };
}

export function gapSchema(law: Law, told: SchemaLanguage): Schema {
  const { gap, wrong } = WORDS[told.language];
  const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', patternErrorMessage: wrong.day };
  const text = { type: 'string', minLength: 1 };
  const properties = {
    duty: dutySchema(law, told),
    because: text,
    by: text,
    since: day,
    until: day,
  };
  return { ...withHelp(properties, gap), required: Object.keys(properties) };
}

function dutySchema(law: Law, told: SchemaLanguage): Schema {
  const acceptable = law.duties.filter(({ prohibition }) => !prohibition);
  const meanings = acceptable.map(({ id, source }) => [
    id,
    `${markdown(told.texts[id]?.title ?? id)} (${source.slice(0, 1).map(told.cite)})`,
  ]);
  return { ...values(Object.fromEntries(meanings)), errorMessage: WORDS[told.language].wrong.duty };
}

function withHelp(properties: Record<string, Schema>, help: WordsOfSchema['keys'] | WordsOfSchema['gap']): Schema {
  const told = Object.entries(help).map(([key, [title, text]]) => [
    key,
    { ...properties[key], ...about(title, [text]) },
  ]);
  return object(Object.fromEntries(told));
}
