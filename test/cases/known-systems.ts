import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { assess, DEFAULT_POLICY } from '../../src/assessment/assess.ts';
import type { Assessment } from '../../src/assessment/contract.ts';
import { Derived } from '../../src/assessment/derived.ts';
import type { Description } from '../../src/description/description.ts';
import { readDescription } from '../../src/description/read.ts';
import { lookForEvidence } from '../../src/evidence/evidence.ts';
import { loadLaw } from '../../src/law/artefact.ts';
import { Source } from '../../src/yaml/source.ts';
import { ROOT } from '../law/real.ts';
import { describeSystem, type Facts } from './describe.ts';
import { factsFrom, meaningsOf } from './mapping.ts';

// The law as built: compiling it anew takes as long as half of these cases.
const law = loadLaw(`${ROOT}dist/law`, 'en');
const AS_OF = '2026-11-22';

/** A system of `known-systems.yaml`, whose head says what the keys mean. */
export interface KnownSystem {
  readonly id: string;
  readonly is?: string;
  readonly example?: 'true';
  readonly source: readonly string[];
  readonly states: Facts;
  readonly added?: readonly Added[];
  readonly accepts: {
    readonly categories: readonly string[];
    readonly from?: string;
    readonly art50?: readonly string[];
    readonly device: 'yes' | 'probably' | 'borderline' | 'depends' | 'if-marketed' | 'no';
    readonly classes?: readonly string[];
    readonly thirdParty?: 'true';
  };
  readonly decides?: readonly string[];
}

export interface Added {
  readonly fact: string;
  readonly value: string | readonly string[];
  readonly because: string;
}

interface KnownSystems {
  readonly articles: Readonly<Record<string, string>>;
  readonly usually: Facts;
  readonly 'for-all': readonly Added[];
  readonly systems: readonly KnownSystem[];
}

// Every scalar as text, as descriptions are read.
const file = parse(readFileSync(`${ROOT}test/cases/known-systems.yaml`, 'utf8'), {
  schema: 'failsafe',
}) as KnownSystems;

export const { articles, systems, 'for-all': forAll } = file;

const examples = new Map(
  readdirSync(`${ROOT}examples`, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => [basename(path, '.yaml'), `${ROOT}examples/${path}`]),
);

/** Examples are written one by one; the last test of the suite wants them all. */
export const isThere = ({ id, example }: KnownSystem) => example === undefined || examples.has(id);

/** All that the reviewer states of a system. */
export const statesOf = ({ states }: KnownSystem): Facts => ({ ...file.usually, ...states });

/** A system as a description: the example, or the reviewer's facts in our words with what is added to them. */
export function descriptionOf(system: KnownSystem): Description {
  const path = examples.get(system.id);
  if (system.example !== undefined && path !== undefined) return read(path, readFileSync(path, 'utf8'));
  const added = [...forAll, ...(system.added ?? [])].map(({ fact, value }) => [fact, textOf(value)]);
  return read(system.id, describeSystem({ ...factsFrom(meaningsOf(statesOf(system))), ...Object.fromEntries(added) }));
}

export function textOf(value: Added['value']): string {
  return typeof value === 'string' ? value : `[${value.join(', ')}]`;
}

/** Read as a new system, or one still to be changed, so that being on the market already spares it nothing. */
export function read(path: string, text: string): Description {
  const asNew = new Map([['market.significant-change', 'planned']]);
  const { description, problems } = readDescription(new Source(path, text), law.law, asNew);
  if (description === undefined) throw new Error(`${path}: ${JSON.stringify(problems)}`);
  return description;
}

export interface Outcome extends Pick<Assessment, 'classification'> {
  /** In the words of the reviewer. */
  readonly categories: readonly string[];
  /** The facts whose answer can still change the level. */
  readonly deciding: readonly string[];
}

export function outcomeOf(description: Description): Outcome {
  const evidence = lookForEvidence([], ROOT, ROOT);
  const options = { toolVersion: '0', asOf: AS_OF, horizon: AS_OF, evidence, policy: DEFAULT_POLICY };
  const { classification, questions } = assess(description, law, options);
  const deciding = questions.filter(({ settles }) => settles.includes('eu-ai-act.level')).map(({ fact }) => fact);
  return { classification, categories: categoriesOf(classification, description), deciding };
}

function categoriesOf({ aiAct, overlays }: Assessment['classification'], description: Description): string[] {
  const named = aiAct.possible.flatMap((level) => {
    if (level === 'not-an-ai-system') return ['not_ai_system'];
    if (level === 'out-of-scope') return exclusionsOf(description);
    if (level !== 'high-risk') return [level];
    return aiAct.routes.filter(({ value }) => value !== 'no').map(({ id }) => `high_risk_${id.replace('-', '_')}`);
  });
  // The level is that of the system; who places a model on the market has the duties of Chapter V, whatever the level.
  const givesModel = overlays.some(({ id, value }) => id === 'eu-ai-act.gpai-provider' && value === 'yes');
  const isLight = named.every((category) => category === 'minimal' || category === 'transparency');
  return givesModel && isLight ? ['gpai_model'] : [...new Set(named)];
}

/** Exclusions by the reviewer's names. What Article 2(12) spares is what would be minimal: the reviewer calls it so. */
const EXCLUSIONS: Readonly<Record<string, string>> = {
  research: 'out_of_scope_research',
  territorial: 'out_of_scope_territorial',
  'open-source': 'minimal',
};

/** Those that hold, since one is enough; where none does for certain, those that may. */
function exclusionsOf(description: Description): string[] {
  const derived = new Derived(law, description, { asOf: AS_OF, proposals: [] });
  const prefix = 'eu-ai-act.excluded.';
  const named = law.law.concepts
    .filter(({ id }) => id.startsWith(prefix))
    .map(({ id }) => ({ name: id.slice(prefix.length), value: derived.truth(id) }));
  const holding = named.filter(({ value }) => value === 'yes');
  const counting = holding.length > 0 ? holding : named.filter(({ value }) => value === 'unknown');
  return counting.map(({ name }) => EXCLUSIONS[name] ?? name);
}
