import { assess, DEFAULT_POLICY } from '../../src/assessment/assess.ts';
import type { Assessment } from '../../src/assessment/contract.ts';
import { Derived } from '../../src/assessment/derived.ts';
import type { Description } from '../../src/description/description.ts';
import { readDescription } from '../../src/description/read.ts';
import { loadLaw } from '../../src/law/artefact.ts';
import type { Truth } from '../../src/logic/truth.ts';
import { Source } from '../../src/yaml/source.ts';
import { ROOT } from '../law/real.ts';
import { describeSystem, type Facts } from './describe.ts';

// The law as built: compiling it anew takes longer than all of these cases together.
const law = loadLaw(`${ROOT}dist/law`, 'en');

const AS_OF = '2026-11-22';

function described(facts: Facts): Description {
  const { description, problems } = readDescription(new Source('system.yaml', describeSystem(facts)), law.law);
  if (description === undefined) throw new Error(JSON.stringify(problems));
  return description;
}

/** What the library makes of a system on 22 November 2026. */
export function assessed(facts: Facts): Assessment {
  const options = { toolVersion: '0', asOf: AS_OF, horizon: AS_OF, evidence: new Map(), policy: DEFAULT_POLICY };
  return assess(described(facts), law, options);
}

/** Whether a rule holds for a system, also where the report does not show it. */
export function holds(concept: string, facts: Facts): Truth {
  return new Derived(law, described(facts), { asOf: AS_OF, proposals: [] }).truth(concept);
}

/** A value as a description writes it. */
export function written(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : `[${value.join(', ')}]`;
}
