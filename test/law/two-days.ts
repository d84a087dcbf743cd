import { assess, DEFAULT_POLICY } from '../../src/assessment/assess.ts';
import type { AssessedDuty, Assessment } from '../../src/assessment/contract.ts';
import type { Description } from '../../src/description/description.ts';
import { readDescription } from '../../src/description/read.ts';
import { addDays, addMonths } from '../../src/law/day.ts';
import { Source } from '../../src/yaml/source.ts';
import { realLaw } from './real.ts';

/** The last day of the AI Act as it was adopted, and the first of the AI Act as amended. */
export const DAYS = ['2026-07-26', '2026-07-27'] as const;

export interface Difference {
  /** From the report down, members of lists by their names: `duties[eu-ai-act.art-5].penalty.takes`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

export function described(text: string, path = 'system.yaml'): Description {
  const { description, problems } = readDescription(new Source(path, text), realLaw().law);
  if (description === undefined) throw new Error(JSON.stringify(problems));
  return description;
}

export function assessedOn(day: string, description: Description): Assessment {
  return assess(description, realLaw(), {
    toolVersion: '',
    asOf: day,
    horizon: day,
    evidence: new Map(),
    policy: DEFAULT_POLICY,
  });
}

/** What the law of the two days makes of a system, but for what only follows from it (sums, claims, lists of duties) and for duties of others. */
export function differencesOf(description: Description): Difference[] {
  const [before, after] = DAYS.map((day) => {
    const {
      asOf: _,
      horizon: __,
      verdict: ___,
      milestones: ____,
      claims: _____,
      controls: ______,
      readings: _______,
      requests: ________,
      ...report
    } = assessedOn(day, description);
    const { aiAct, device, overlays } = report.classification;
    return {
      ...report,
      questions: report.questions.map(({ fact }) => fact),
      classification: { aiAct: withoutProof(aiAct), device: withoutProof(device), overlays },
      duties: report.duties.filter(({ applies }) => applies !== 'no').map(beyondTomorrow(day)),
    };
  });
  return compare('', before, after);
}

/** Why something holds may be shown in more than one way. */
function withoutProof<T extends { readonly because: unknown }>({ because: _, ...derived }: T): Omit<T, 'because'> {
  return derived;
}

/** What should have happened already is due tomorrow, and each day has another. */
function beyondTomorrow(day: string) {
  return ({ window, ...duty }: AssessedDuty) => {
    const tomorrow = addMonths(addDays(day, 1), duty.within ?? 0);
    const moved = (on: string | null) => (on === tomorrow ? 'tomorrow' : on);
    return { ...duty, window: { from: moved(window.from), to: moved(window.to) } };
  };
}

/** What stands at a path in the report; a name in brackets may be cut short. */
export function valueAt(report: unknown, path: string): unknown {
  return [...path.matchAll(/\[([^\]]+)\]|[^.[\]]+/g)].reduce((value: unknown, [step, name]) => {
    if (name === undefined) return isTable(value) ? value[step] : undefined;
    return [...(named(value) ?? [])].find(([known]) => known === name || known.startsWith(`${name} `))?.[1];
  }, report);
}

function compare(path: string, before: unknown, after: unknown): Difference[] {
  if (isTable(before) && isTable(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => compare(path === '' ? key : `${path}.${key}`, before[key], after[key]));
  }
  const [first, second] = [named(before), named(after)];
  if (first && second) {
    const names = [...new Set([...first.keys(), ...second.keys()])];
    return names.flatMap((name) => compare(`${path}[${name}]`, first.get(name), second.get(name)));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
}

/** The members of a list by what names them, where they have names. */
function named(list: unknown): Map<string, unknown> | undefined {
  if (!Array.isArray(list)) return undefined;
  const entries = list.map((member): [string, unknown] | undefined => {
    if (!isTable(member)) return undefined;
    const { id, rule, reading, role, fact, of } = member;
    const name = [id, rule, reading, role, fact, of].filter((part) => typeof part === 'string').join(' ');
    return name === '' ? undefined : [name, member];
  });
  const known = entries.filter((entry) => entry !== undefined);
  return known.length === list.length ? new Map(known) : undefined;
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
