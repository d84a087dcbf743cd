import { readDescription } from '../description/read.ts';
import type { LoadedLaw } from '../law/artefact.ts';
import type { Compiled } from '../law/compile.ts';
import { NEVER } from '../law/law.ts';
import type { RuleCase } from '../law/rule-case.ts';
import type { Node } from '../yaml/node.ts';
import { type Problem, problem, Source } from '../yaml/source.ts';
import { DEFAULT_POLICY } from './assess.ts';
import { assessChanges } from './changes.ts';
import type { AssessedDuty } from './contract.ts';
import { controlsOf } from './controls.ts';
import { Derived } from './derived.ts';
import { assessDuties, assessDuty } from './duties.ts';
import { openQuestions } from './questions.ts';

/** Runs every case that stands in a rule file. What does not come out is a problem at the case. */
export function runCases(compiled: Compiled, loaded: LoadedLaw): Problem[] {
  // Cases must come out the same on any day they are run, so those that name no day are looked at on a fixed one.
  const asOf = [compiled.law.checkedOn, loaded.newestText].sort()[1] ?? '';
  return compiled.cases.flatMap((rule) => runCase(rule, compiled, loaded, rule.asOf ?? asOf));
}

function runCase(rule: RuleCase, compiled: Compiled, loaded: LoadedLaw, asOf: string): Problem[] {
  const fail = (message: string) =>
    problem(rule.source, rule.span, 'rule', { message: `case of ${rule.entry.id}: ${message}` });
  const derived = derive(rule, rule.given, compiled, loaded, asOf);
  if (!(derived instanceof Derived)) return derived.map(fail);
  if (rule.entry.kind === 'change') {
    const after = derive(rule, [...rule.given, ...rule.after], compiled, loaded, asOf);
    return after instanceof Derived ? changeFaults(rule, derived, after).map(fail) : after.map(fail);
  }
  const control = controlsOf(derived, new Map(), DEFAULT_POLICY);
  const duty = derived.lawModel.duties.find(({ id }) => id === rule.entry.id);
  const got =
    rule.entry.kind === 'duty'
      ? [duty === undefined ? 'not-applicable' : dutyResult(assessDuty(duty, derived, control))]
      : resultOf(rule, derived, compiled);
  const wanted = [...rule.expect].sort().join(', ');
  const found = [...got].sort().join(', ');
  const open = new Set(derived.openFacts([rule.entry.id]).flatMap((facts) => [...facts]));
  const missing = rule.ask.filter((fact) => !open.has(fact));
  const asked = missing.length === 0 ? [] : openQuestions(derived, assessDuties(derived, control));
  const notAsked = missing.filter((fact) => !asked.some((question) => question.fact === fact));
  return [
    ...(wanted === found ? [] : [fail(`expected ${wanted}, came out as ${found}`)]),
    ...notAsked.map((fact) => fail(`does not ask for ${fact}`)),
  ];
}

/** What follows from the facts of a case, or what is wrong with them. */
function derive(
  rule: RuleCase,
  given: RuleCase['given'],
  compiled: Compiled,
  loaded: LoadedLaw,
  asOf: string,
): Derived | string[] {
  const source = new Source(rule.source.path, asDescription(rule, given, compiled));
  const { description, problems } = readDescription(source, compiled.law);
  if (description === undefined) return problems.map(({ code, args }) => `${code} ${Object.values(args).join(' ')}`);
  return new Derived(loaded, description, { asOf, proposals: rule.proposal === undefined ? [] : [rule.proposal] });
}

function changeFaults({ entry, expect }: RuleCase, before: Derived, after: Derived): string[] {
  const wanted = expect.join(', ');
  // A notion that is not law yet, or no longer, applies to nothing.
  const found = assessChanges(before, after).find(({ id }) => id === entry.id)?.value ?? 'not-applicable';
  return wanted === found ? [] : [`expected ${wanted}, came out as ${found}`];
}

function resultOf(rule: RuleCase, derived: Derived, { law }: Compiled): string[] {
  if (rule.entry.kind === 'concept') return [derived.truth(rule.entry.id)];
  const { possible } = derived.outcomes(rule.entry.id);
  const schedule = law.scales.find(({ id }) => id === rule.entry.id)?.schedule;
  return schedule
    ? [...new Set(possible.map((outcome) => (outcome.startsWith(NEVER) ? NEVER : outcome)))]
    : [...possible];
}

function dutyResult(duty: AssessedDuty): string {
  if (duty.applies === 'unknown') return 'unknown';
  return RESULTS[duty.status];
}

const RESULTS: Record<AssessedDuty['status'], string> = {
  'in-place': 'met',
  partial: 'missed',
  missing: 'missed',
  planned: 'planned',
  unanswered: 'unanswered',
  'not-applicable': 'not-applicable',
  known: 'missed',
  accepted: 'missed',
  spared: 'spared',
};

/** The case as a description: the facts of its situation, its own over them, facts as dotted keys. */
function asDescription(rule: RuleCase, own: RuleCase['given'], { situations, entries, law }: Compiled): string {
  const situation = rule.like === undefined ? undefined : situations.get(rule.like);
  const situationText = (rule.like && entries.get(rule.like)?.source.text) || '';
  const given = new Map<string, string>();
  for (const { key, value } of situation?.entries ?? []) given.set(key.text, written(value, situationText));
  for (const { key, value } of own) given.set(key.text, written(value, rule.source.text));
  const isControl = (key: string) => law.controls.some(({ id }) => id === key);
  const lines = [...given].filter(([key]) => !isControl(key)).map(([key, value]) => `${JSON.stringify(key)}: ${value}`);
  const controls = [...given]
    .filter(([key]) => isControl(key))
    .map(([key, value]) => `  ${JSON.stringify(key)}: ${value}`);
  return [
    'aiact-check: "1.0"',
    'system: { name: case }',
    ...lines,
    ...(controls.length > 0 ? ['controls:', ...controls] : []),
  ].join('\n');
}

function written(node: Node, text: string): string {
  return text.slice(node.start, node.end).replaceAll(/\s+/g, ' ').trim();
}
