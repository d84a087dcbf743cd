/** JSON Schema (draft 7) of the JSON report, beside its types in contract.ts. Outputs are checked against it in the tests. */

type Schema = Record<string, unknown>;

const text = { type: 'string' };
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const list = (items: Schema): Schema => ({ type: 'array', items });
const oneOf = (...values: readonly (string | null)[]): Schema => ({ enum: [...values] });
const count = { type: 'integer', minimum: 0 };
const hash = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const flag = { type: 'boolean' };
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const truth = oneOf('yes', 'no', 'unknown');
const ref = (name: string): Schema => ({ $ref: `#/definitions/${name}` });

/** Fields may be added to the contract, so readers should ignore those they do not know; what we write has exactly these. */
function object(properties: Record<string, Schema>): Schema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

function merge(...objects: readonly Schema[]): Schema {
  return object(Object.assign({}, ...objects.map(({ properties }) => properties as Record<string, Schema>)));
}

const settled = object({ value: orNull(text), possible: list(text) });
const titled = merge(settled, object({ titles: list(text), source: list(text) }));
const three = object({ value: truth, possible: list(truth) });

const level = oneOf('law', 'soft-law', 'good-practice');
const control = object({
  id: text,
  title: text,
  status: oneOf('in-place', 'planned', 'missing', 'unanswered'),
  fault: oneOf(
    'evidence-not-found',
    'evidence-empty',
    'evidence-placeholder',
    'evidence-unreadable',
    'evidence-outside',
    'no-evidence',
    'not-reviewed',
    'review-overdue',
    'plan-overdue',
    null,
  ),
  evidence: list(
    object({
      path: text,
      status: oneOf('found', 'not-found', 'empty', 'placeholder', 'unreadable', 'outside', 'not-looked-for'),
      files: list(object({ path: text, size: count, sha256: hash })),
    }),
  ),
  reviewed: orNull(day),
  owner: orNull(text),
  by: orNull(day),
  question: text,
  shows: text,
  how: text,
  location: orNull(ref('location')),
});

const definitions: Record<string, Schema> = {
  location: object({ line: count, column: count, endColumn: count }),
  settled,
  due: object({ value: orNull(text), possible: list(text) }),
  named: object({ id: text, value: truth, title: text, source: list(text) }),
  reason: object({
    rule: text,
    title: text,
    value: orNull(truth),
    source: list(text),
    facts: list(object({ fact: text, answer: text, line: count, column: count })),
  }),
  contested: object({
    rule: text,
    reading: text,
    source: list(text),
    would: list(object({ of: text, possible: list(text), names: list(text) })),
  }),
  classification: object({
    aiAct: merge(
      titled,
      object({
        names: list(text),
        outOfScope: oneOf('research', 'territorial', 'military', 'personal-use', 'open-source', null),
        routes: list(ref('named')),
        points: list(ref('named')),
        exempted: truth,
        exemptedTitle: text,
        from: orNull(ref('due')),
        because: list(ref('reason')),
        contested: list(ref('contested')),
      }),
    ),
    device: merge(
      three,
      object({
        regulation: settled,
        class: titled,
        thirdParty: three,
        because: list(ref('reason')),
        contested: list(ref('contested')),
      }),
    ),
    overlays: list(ref('named')),
  }),
  control,
  status: oneOf(
    'in-place',
    'partial',
    'planned',
    'missing',
    'unanswered',
    'not-applicable',
    'accepted',
    'known',
    'spared',
  ),
  duty: object({
    id: text,
    source: list(text),
    title: text,
    binds: text,
    applies: truth,
    status: ref('status'),
    gap: oneOf('missing', 'partial', 'unanswered', null),
    due: ref('due'),
    window: object({ from: orNull(day), to: orNull(day) }),
    before: orNull(text),
    beforeTitle: orNull(text),
    once: orNull(text),
    within: orNull(count),
    onceTitle: orNull(text),
    inForce: truth,
    level,
    prohibition: flag,
    headline: oneOf('oversight', 'data', null),
    spared: orNull(object({ reason: text, ends: text })),
    penalty: orNull(
      object({
        id: text,
        title: text,
        source: list(text),
        amount: count,
        turnover: { type: 'number' },
        takes: oneOf('higher', 'lower', null),
      }),
    ),
    contested: list(ref('contested')),
    controls: list(ref('control')),
    location: orNull(ref('location')),
  }),
  reading: object({
    id: text,
    title: text,
    questions: list(
      object({
        id: text,
        who: text,
        question: text,
        level: oneOf('law', 'soft-law', 'good-practice', null),
        status: ref('status'),
        duties: list(text),
      }),
    ),
  }),
  request: object({
    of: text,
    control: text,
    title: text,
    ask: text,
    status: oneOf('in-place', 'planned', 'missing', 'unanswered'),
    duties: list(
      object({ id: text, title: text, source: list(text), applies: truth, due: ref('due'), inForce: truth }),
    ),
  }),
  sharedControl: merge(
    control,
    object({
      level,
      serves: list(text),
      closes: list(text),
      lackedBy: list(text),
      from: orNull(day),
      inForce: count,
    }),
  ),
  verdict: object({
    value: oneOf('ready', 'not-ready', 'undetermined'),
    because: list(
      oneOf(
        'prohibited',
        'claim-below',
        'acceptance-expired',
        'acceptance-unused',
        'baseline-unused',
        'duties-missing',
        'level-open',
        'device-open',
        'duties-unanswered',
      ),
    ),
    warnings: list(oneOf('duties-soon', 'acceptance-ending', 'acceptance-unused', 'baseline-unused')),
    next: orNull(day),
    nextDuties: count,
    soon: orNull(object({ date: day, duties: list(text) })),
    checked: count,
    counts: object({
      missingNow: count,
      missingLater: count,
      unansweredDuties: count,
      unansweredFacts: count,
      accepted: count,
      known: count,
      claimedWithoutEvidence: count,
    }),
  }),
  assessment: object({
    format: { const: 'aiact-check/assessment@1' },
    language: oneOf('en', 'fr'),
    tool: object({ version: text }),
    law: object({
      version: text,
      sha256: text,
      checkedOn: day,
      acts: {
        type: 'object',
        additionalProperties: object({
          title: text,
          short: text,
          url: text,
          force: oneOf('binding', 'guidance', 'draft', 'standard'),
          area: oneOf('ai-act', 'devices', 'oversight', 'data'),
          citeAs: oneOf('article', 'section', 'question', 'paragraph'),
          definitions: orNull(text),
        }),
      },
    }),
    asOf: day,
    horizon: day,
    horizonEvent: orNull(object({ id: text, title: text })),
    policy: object({
      unanswered: oneOf('fail', 'warn'),
      requireEvidence: flag,
      warnWithin: count,
      level,
      strict: flag,
      proposals: list(text),
    }),
    source: object({ path: text, repositoryPath: text, sha256: text }),
    baseline: orNull(object({ path: text, unused: list(text) })),
    system: object({ name: text, version: orNull(text) }),
    roles: list(object({ act: text, role: text, value: truth, title: text })),
    classification: ref('classification'),
    duties: list(ref('duty')),
    controls: list(ref('sharedControl')),
    claims: list(
      object({
        fact: text,
        title: text,
        claimed: text,
        possible: list(text),
        claimedName: text,
        possibleNames: list(text),
        finding: oneOf('agrees', 'below', 'above', 'other', 'open'),
        location: ref('location'),
      }),
    ),
    acceptedGaps: list(
      object({
        duty: text,
        because: text,
        by: text,
        since: day,
        until: day,
        state: oneOf('valid', 'expired', 'not-yet', 'unused'),
        ending: flag,
        location: ref('location'),
      }),
    ),
    milestones: list(
      object({ id: text, date: day, title: text, source: list(text), past: flag, duties: count, missing: count }),
    ),
    questions: list(object({ fact: text, question: text, settles: list(text) })),
    readings: list(ref('reading')),
    counterparts: list(object({ id: text, title: text, opening: text, asked: truth })),
    requests: list(ref('request')),
    verdict: ref('verdict'),
  }),
  portfolio: object({
    format: { const: 'aiact-check/portfolio@1' },
    assessments: list(ref('assessment')),
    errors: list(object({ path: text, line: orNull(count), column: orNull(count), code: text, message: text })),
  }),
};

export const REPORT_SCHEMA: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'urn:aiact-check:assessment:1',
  title: 'Report of aiact-check: one system, or a portfolio',
  anyOf: [ref('assessment'), ref('portfolio')],
  definitions,
};
