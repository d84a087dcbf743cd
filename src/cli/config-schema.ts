import { LEVELS } from '../assessment/verdict.ts';
import { LANGUAGES } from '../law/law.ts';
import { FORMATS } from '../report/formats.ts';

type Schema = Readonly<Record<string, unknown>>;

const text = { type: 'string', minLength: 1 };
const oneOrMore = (items: Schema): Schema => ({ anyOf: [items, { type: 'array', items, minItems: 1 }] });
const day = { type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const yesNo = { enum: ['yes', 'no', true, false] };

/** JSON Schema (draft 7) of `aiact.config.yaml`, for editors. The program reads the file by `KEYS`; a test holds the two together. */
export const CONFIG_SCHEMA: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'urn:aiact-check:config:1',
  title: 'Settings of a project for aiact-check: aiact.config.yaml',
  type: 'object',
  additionalProperties: false,
  patternProperties: { '^x-': {} },
  properties: {
    systems: {
      ...oneOrMore(text),
      description: 'What is checked where a call names nothing: files, folders, patterns.',
    },
    format: {
      ...oneOrMore({ type: 'string', pattern: `^(${FORMATS.join('|')})(=.+)?$`, examples: FORMATS }),
      description: 'Reports: the name of a format, or name=file.',
    },
    'as-of': { ...day, description: 'The law as it stood on that day; default: today.' },
    horizon: {
      anyOf: [day, { enum: ['release'] }, { type: 'string', pattern: '^\\d{1,3}[my]$', examples: ['12m'] }],
      description: 'Up to when duties count: a day, 12m, or release; default: today.',
    },
    'warn-within': {
      anyOf: [
        { type: 'integer', minimum: 0 },
        { type: 'string', pattern: '^\\d{1,4}d?$', examples: ['90d'] },
      ],
      description: 'Name what turns the verdict within that many days; default: 90d.',
    },
    unanswered: { enum: ['fail', 'warn'], description: 'What open questions do to the verdict; default: fail.' },
    level: { enum: [...LEVELS], description: 'The weakest duties that count; default: law.' },
    'require-evidence': {
      ...yesNo,
      description: 'A control that cites no evidence, or no review where one is due, counts as missing.',
    },
    strict: { ...yesNo, description: 'An accepted gap or a gap of the baseline with nothing left to accept fails.' },
    baseline: { ...text, description: 'A file of known gaps: only what is new fails.' },
    root: { ...text, description: 'Evidence is looked for below this folder only; default: that of this file.' },
    lang: { enum: [...LANGUAGES], description: 'Language; default: the locale.' },
    by: { ...text, description: 'law, control, or a subject across the acts such as human-oversight.' },
    all: { ...yesNo, description: 'Leave nothing out of the report.' },
    rules: { ...oneOrMore(text), description: 'Folders with rules of your own.' },
    'with-proposal': { ...oneOrMore(text), description: 'Proposals that count as law.' },
  },
};
