import { type AssessOptions, assess } from '../assessment/assess.ts';
import { assessChanges } from '../assessment/changes.ts';
import { compare } from '../assessment/comparison.ts';
import type { Comparison } from '../assessment/comparison-contract.ts';
import { Derived } from '../assessment/derived.ts';
import type { System } from '../assessment/timeline.ts';
import { readDescription } from '../description/read.ts';
import type { LoadedLaw } from '../law/artefact.ts';
import { addMonths, type Day } from '../law/day.ts';
import { type Problem, Source } from '../yaml/source.ts';
import { inGit, readFromGit } from './git.ts';
import { type Described, type ReadOptions, readSystem } from './system.ts';

export type ComparedOptions = Omit<AssessOptions, 'evidence' | 'baseline' | 'repositoryPath'> & ReadOptions;

/** Two descriptions under one law. What is wrong with either is told at once. */
export async function compareFiles(
  [before, after]: readonly [string, string],
  law: LoadedLaw,
  options: ComparedOptions,
): Promise<Comparison | readonly Problem[]> {
  const was = await readSide(before, law, options);
  // The same name twice is read once: standard input would be empty the second time.
  const is = before === after ? was : await readSide(after, law, options);
  if (!('description' in was) || !('description' in is))
    return [...new Set([was, is])].flatMap((side) => ('description' in side ? [] : side));
  const isFound = [before, after].every((name) => inGit(name) === undefined);
  const system = (side: Described) => assessed(isFound ? side : { ...side, evidence: new Map() }, law, options);
  const [one, other] = [system(was), system(is)];
  return compare(one, other, {
    of: 'descriptions',
    evidence: isFound ? 'looked-for' : 'not-looked-for',
    changes: assessChanges(one.derived, other.derived),
  });
}

/**
 * One description under the law of two days. What is due by the later of them counts on both, and reviews, plans and acceptances are
 * judged on it, lest time itself be a difference.
 */
export async function compareLaws(
  [before, after]: readonly [Day, Day],
  name: string,
  law: LoadedLaw,
  options: ComparedOptions,
): Promise<Comparison | readonly Problem[]> {
  const side = await readSide(name, law, options);
  if (!('description' in side)) return side;
  const last = before > after ? before : after;
  const horizon = horizonFrom(last, options.horizon);
  const system = (asOf: Day) => assessed(side, law, { ...options, asOf, horizon, judgedOn: last });
  const evidence = inGit(name) === undefined ? 'looked-for' : 'not-looked-for';
  return compare(system(before), system(after), { of: 'law', evidence, changes: [] });
}

function horizonFrom(day: Day, horizon: AssessOptions['horizon']): AssessOptions['horizon'] {
  return typeof horizon === 'object' ? addMonths(day, horizon.months) : horizon;
}

async function readSide(name: string, law: LoadedLaw, options: ReadOptions): Promise<Described | readonly Problem[]> {
  const revision = inGit(name);
  if (revision === undefined) return readSystem(name, law, options);
  const source = await readFromGit(name, revision);
  if (!(source instanceof Source)) return [source];
  const { description, problems } = readDescription(source, law.law, options.set);
  return description === undefined ? problems : { description, evidence: new Map() };
}

function assessed({ description, evidence }: Described, law: LoadedLaw, options: ComparedOptions): System {
  const { asOf, policy } = options;
  return {
    assessment: assess(description, law, { ...options, evidence }),
    derived: new Derived(law, description, { asOf, proposals: policy.proposals }),
  };
}
