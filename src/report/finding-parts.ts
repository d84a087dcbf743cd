import type { AssessedDuty, Location } from '../assessment/contract.ts';
import type { Text } from '../text/text.ts';
import { firstAct } from './citation.ts';
import { practices } from './classification.ts';
import type { Context } from './context.ts';
import type { Finding, Found } from './finding.ts';

export type RuleCode = keyof Text['findings']['rules'];

/** More open questions than these would not be read. */
const QUESTIONS_NAMED = 3;

/** What a finding of no duty begins with. */
export function coded(
  { text }: Context,
  rule: RuleCode,
  severity: Finding['severity'],
  status: Finding['status'],
): Omit<Found, 'message'> {
  const { title, help } = text.findings.rules[rule];
  const nothing = { source: '', url: null, location: null, suppression: null, due: null, owner: null, controls: [] };
  return { rule, severity, title, toDo: [help], status, ...nothing };
}

/** The address of the first act that is cited. */
export function urlOf({ report }: Context, sources: readonly string[]): string | null {
  return firstAct(sources, report.law.acts)?.url ?? null;
}

/** The questions that settle something: how many there are, and the first of them. */
export function questionsThat(
  { report, text }: Context,
  settle: readonly string[],
): { readonly message: readonly string[]; readonly toDo: readonly string[]; readonly facts: readonly string[] } {
  const settled = new Set(settle);
  const all = report.questions.filter(({ settles }) => settles.some((id) => settled.has(id)));
  const first = all.slice(0, QUESTIONS_NAMED);
  if (first.length === 0) return { message: [], toDo: [], facts: [] };
  const list = first.map(({ question, fact }) => `${question} (${fact})`).join(' · ');
  return {
    message: [text.findings.firstQuestions(all.length, list)],
    toDo: [text.findings.answer(text.answerThere(report.source.path))],
    facts: first.map(({ fact }) => fact),
  };
}

/** A prohibition may hang on no control, but on what the system does. */
export function isShownByFacts({ prohibition, controls }: AssessedDuty): boolean {
  return prohibition && controls.length === 0;
}

/** Where the answer stands that makes it prohibited. */
export function placeOfPractice(context: Context): Location | null {
  const [fact] = practices(context)[0]?.facts ?? [];
  return fact === undefined ? null : { line: fact.line, column: fact.column, endColumn: fact.endColumn };
}
