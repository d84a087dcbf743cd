/** JSON Schema (draft 7) of the JSON form of a comparison, beside its types in comparison-contract.ts. */
import { definitions } from './contract-schema.ts';
import {
  count,
  day,
  flag,
  hash,
  list,
  merge,
  object,
  oneOf,
  orNull,
  ref,
  type Schema,
  text,
  truth,
} from './schema-parts.ts';

const titled = object({ id: text, title: text });
const kind = oneOf('added', 'removed', 'changed');
const location = ref('location');

/** Some of the properties of something that the other schema defines. */
function pick(name: string, ...keys: readonly string[]): Schema {
  const { properties } = definitions[name] as { properties: Record<string, Schema> };
  return object(Object.fromEntries(keys.map((key) => [key, properties[key] ?? {}])));
}

function change(said: Schema): Schema {
  return object({ kind, before: orNull(said), after: orNull(said) });
}

const standing = [
  'applies',
  'status',
  'due',
  'window',
  'inForce',
  'beforeTitle',
  'onceTitle',
  'within',
  'spared',
  'location',
];

const own: Record<string, Schema> = {
  side: object({
    path: text,
    asOf: day,
    horizon: day,
    horizonEvent: orNull(ref('titled')),
    sha256: hash,
    system: object({ name: text, version: orNull(text) }),
  }),
  said: object({ written: text, values: list(titled), location }),
  fact: merge(
    titled,
    change(ref('said')),
    object({
      type: oneOf('yes-no', 'choice', 'ordered', 'list', 'date', 'country', 'text'),
      options: list(merge(titled, object({ before: truth, after: truth }))),
    }),
  ),
  controlChange: merge(
    titled,
    change(
      merge(
        pick('control', 'status', 'owner', 'reviewed', 'by', 'fault'),
        object({ evidence: list(text), faulty: list(text), location }),
      ),
    ),
  ),
  gapChange: merge(
    object({ duty: text, title: text }),
    change(object({ because: text, by: text, since: day, until: day, location })),
  ),
  outcome: object({
    title: text,
    before: list(titled),
    after: list(titled),
    turn: oneOf('same', 'more-severe', 'less-severe', 'other'),
  }),
  truthChange: merge(titled, object({ source: list(text), before: truth, after: truth })),
  standing: merge(
    pick('duty', ...standing),
    object({ wants: list(pick('control', 'id', 'title', 'status', 'fault', 'evidence')) }),
  ),
  dutyChange: merge(
    pick('duty', 'id', 'title', 'source', 'level'),
    object({ before: orNull(ref('standing')), after: orNull(ref('standing')), worse: flag }),
  ),
  dateChange: merge(
    titled,
    object({
      before: orNull(object({ date: day, source: list(text), duties: count })),
      after: orNull(object({ date: day, source: list(text), duties: count })),
    }),
  ),
  change: object({
    id: text,
    title: text,
    source: list(text),
    value: oneOf('likely', 'possible', 'no-sign', 'not-applicable', 'open'),
    because: list(
      object({
        says: text,
        source: list(text),
        strength: oneOf('by-text', 'indication'),
        facts: list(text),
        certain: flag,
      }),
    ),
    unseen: orNull(text),
    spared: orNull(text),
    leadsTo: text,
    contested: list(object({ reading: text, source: list(text) })),
  }),
  turn: object({
    code: oneOf('verdict', 'level', 'level-open', 'device-class', 'device-open', 'claim-below', 'duties', 'change'),
    ids: list(text),
  }),
};

const outcomes = ['level', 'device', 'regulation', 'deviceClass', 'thirdParty', 'from'];

/** What the comparison shares with the report of one system. */
const SHARED = ['location', 'settled', 'titled', 'due', 'law', 'policy', 'verdict', 'status'];

export const COMPARISON_SCHEMA: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'urn:aiact-check:comparison:1',
  title: 'Report of aiact-check diff: two descriptions, or one under the law of two days',
  ...object({
    format: { const: 'aiact-check/comparison@1' },
    language: oneOf('en', 'fr'),
    tool: object({ version: text }),
    of: oneOf('descriptions', 'law'),
    law: ref('law'),
    policy: ref('policy'),
    evidence: oneOf('looked-for', 'not-looked-for'),
    before: ref('side'),
    after: ref('side'),
    facts: list(ref('fact')),
    controls: list(ref('controlChange')),
    acceptedGaps: list(ref('gapChange')),
    classification: object({
      ...Object.fromEntries(outcomes.map((name) => [name, ref('outcome')])),
      routes: list(ref('truthChange')),
      points: list(ref('truthChange')),
      overlays: list(ref('truthChange')),
    }),
    roles: list(ref('truthChange')),
    duties: object(
      Object.fromEntries(
        ['begin', 'end', 'worse', 'better', 'other', 'due'].map((name) => [name, list(ref('dutyChange'))]),
      ),
    ),
    dates: list(ref('dateChange')),
    verdict: object({ before: ref('verdict'), after: ref('verdict') }),
    changes: list(ref('change')),
    worse: list(ref('turn')),
    better: list(ref('turn')),
  }),
  definitions: { ...Object.fromEntries(SHARED.map((name) => [name, definitions[name]])), ...own },
};
