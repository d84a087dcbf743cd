import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assess, DEFAULT_POLICY } from '../src/assessment/assess.ts';
import { readDescription } from '../src/description/read.ts';
import { Source } from '../src/yaml/source.ts';
import { ROOT, realLaw } from './law/real.ts';

const PATH = `${ROOT}examples/data/partages-medical-llm.yaml`;

const RESEARCH = { 'purpose.solely-for': '[scientific-research]', 'deployment.context': '[research]' };
const PRACTICE = { 'purpose.solely-for': 'none', 'ai.only-assists-editing': 'no', 'market.open-source': 'no' };
const NOT_MEDICAL = { ...PRACTICE, 'purpose.medical': 'none', 'purpose.drafts': 'none' };
const OPEN = { ...NOT_MEDICAL, 'market.open-source': 'yes' };
const ADVICE = {
  ...PRACTICE,
  'purpose.medical': '[diagnosis, treatment]',
  'purpose.individual-patients': 'yes',
  'purpose.drafts': '[suggestions]',
};

/** The report on the example, with the answers of one use in place of what the file leaves open. */
function check(answers: Record<string, string>) {
  const overrides = new Map(Object.entries(answers));
  const { description } = readDescription(new Source(PATH, readFileSync(PATH, 'utf8')), realLaw().law, overrides);
  if (description === undefined) throw new Error('the example does not read');
  const asOf = '2026-11-22';
  const given = { toolVersion: '0', asOf, horizon: asOf, evidence: new Map(), policy: DEFAULT_POLICY };
  return assess(description, realLaw(), given);
}

describe('one model with several uses', () => {
  test('has no level of its own: the report asks for all that the file leaves open', () => {
    const { classification, questions, verdict } = check({});
    expect(classification.aiAct.possible).toEqual(['out-of-scope', 'minimal', 'transparency', 'high-risk']);
    expect(classification.device.class.possible).toEqual(['not-a-device', 'IIa', 'IIb', 'III']);
    expect(questions.map(({ fact }) => fact)).toEqual([
      'ai.only-assists-editing',
      'market.open-source',
      'deployment.context',
      'purpose.solely-for',
      'purpose.medical',
      'purpose.individual-patients',
      'purpose.drafts',
      'purpose.significance',
      'purpose.situation',
      'ai.general-purpose-model',
    ]);
    expect(verdict.value).toBe('undetermined');
  });

  // The table in the head of the example.
  test.each([
    ['research on past reports', 'out-of-scope', 'no', RESEARCH],
    ['names taken out, stays coded', 'minimal', 'no', { ...NOT_MEDICAL, 'ai.only-assists-editing': 'yes' }],
    ['names taken out, published openly', 'out-of-scope', 'no', { ...OPEN, 'ai.only-assists-editing': 'yes' }],
    ['summary of a stay', 'transparency', 'no', { ...NOT_MEDICAL, 'purpose.drafts': '[summary]' }],
    ['advice to the doctor', 'high-risk', 'yes', ADVICE],
  ])('has a level for each: %s, %s', (_, level, device, answers) => {
    const { classification } = check(answers);
    expect(classification.aiAct.value).toBe(level);
    expect(classification.device.value).toBe(device);
  });
});
