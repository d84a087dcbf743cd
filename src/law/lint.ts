import { nothingKnown } from '../logic/model.ts';
import { Values } from '../logic/values.ts';
import { type Problem, problem } from '../yaml/source.ts';
import { diagramOf, newestText } from './artefact.ts';
import type { Compiled } from './compile.ts';
import { firstKey } from './fields.ts';
import {
  type Duty,
  type InTime,
  type Law,
  type LawCondition,
  leaves,
  namesIn,
  parts,
  STRATA,
  type Stratum,
} from './law.ts';
import { lackingCases } from './lint-cases.ts';
import { lintQuestions } from './lint-questions.ts';
import { type LawModel, modelAt } from './moment.ts';
import { allConditions } from './variables.ts';

/** What is wrong with a law that reads well: circles, broken strata, what nothing uses or nothing can reach. */
export function lint(compiled: Compiled): Problem[] {
  if (compiled.problems.length > 0) return [...compiled.problems];
  const { law } = compiled;
  const circles = findCircles(law);
  const found = [
    ...strata(law),
    ...circles,
    ...orphans(law),
    ...citedActs(compiled),
    ...twins(law),
    ...lackingCases(compiled),
    ...lintQuestions(law, compiled.texts.en),
  ];
  // A circle has no diagram.
  if (circles.length === 0) found.push(...unreachable(law));
  return found.map(([id, message]) => at(compiled, id, message));
}

type Finding = readonly [id: string, message: string];

function at(compiled: Compiled, id: string, message: string): Problem {
  const entry = compiled.entries.get(id);
  if (entry === undefined) return { code: 'rule', args: { message: `${id}: ${message}` }, path: 'rules' };
  return problem(entry.source, firstKey(entry.table), 'rule', { message: `${id}: ${message}` });
}

function strata(law: Law): Finding[] {
  const of = new Map<string, Stratum>([...law.concepts, ...law.scales].map(({ id, stratum }) => [id, stratum]));
  const rank = (stratum: Stratum) => STRATA.indexOf(stratum);
  const check = (id: string, own: Stratum, conditions: readonly LawCondition[]): Finding[] =>
    conditions.flatMap((condition) =>
      namesIn(condition).flatMap((used): Finding[] => {
        const other = of.get(used);
        if (other === undefined || rank(other) <= rank(own)) return [];
        return [[id, `is of the stratum "${own}" and cannot use "${used}", which is of the later one "${other}"`]];
      }),
    );
  return [
    ...law.concepts.flatMap(({ id, stratum, versions, contested }) =>
      check(id, stratum, [
        ...versions.map(({ when }) => when),
        ...contested.flatMap(({ instead }) => instead.when ?? []),
      ]),
    ),
    ...law.scales.flatMap(({ id, stratum, rows }) =>
      check(
        id,
        stratum,
        rows.map(({ when }) => when),
      ),
    ),
    ...law.duties.flatMap((duty) => check(duty.id, 'duties', [duty.when, { op: 'concept', id: duty.binds }])),
    ...law.changes.flatMap(({ id, when, signs }) =>
      check(id, 'duties', [when, ...signs.flatMap(({ becomes }) => becomes ?? [])]),
    ),
  ];
}

function findCircles(law: Law): Finding[] {
  const uses = new Map<string, string[]>();
  for (const { id, versions, contested } of law.concepts) {
    uses.set(
      id,
      [...versions.map(({ when }) => when), ...contested.flatMap(({ instead }) => instead.when ?? [])].flatMap(namesIn),
    );
  }
  for (const { id, rows } of law.scales)
    uses.set(
      id,
      rows.flatMap((row) => [...namesIn(row.when), ...(row.reason ? [row.reason] : [])]),
    );
  const done = new Set<string>();
  const found: Finding[] = [];
  const visit = (id: string, path: readonly string[]): void => {
    if (path.includes(id)) found.push([id, `runs in a circle: ${[...path.slice(path.indexOf(id)), id].join(' → ')}`]);
    if (done.has(id) || path.includes(id)) return;
    for (const next of uses.get(id) ?? []) visit(next, [...path, id]);
    done.add(id);
  };
  for (const id of uses.keys()) visit(id, []);
  return found;
}

function orphans(law: Law): Finding[] {
  const used = new Set<string>();
  for (const condition of allConditions(law)) {
    for (const part of parts(condition)) {
      if ('fact' in part) used.add(part.fact);
      if (part.op === 'before' || part.op === 'after') used.add(part.day);
      if (part.op === 'concept' || part.op === 'scale') used.add(part.id);
    }
  }
  for (const duty of law.duties) {
    for (const id of [
      duty.binds,
      duty.due,
      duty.penalty,
      duty.before,
      duty.once,
      ...duty.contested.flatMap(({ instead }) => [instead.due, instead.binds]),
    ])
      if (id) used.add(id);
    for (const leaf of leaves(duty.needs)) if ('control' in leaf) used.add(leaf.control);
  }
  for (const { rows } of law.scales)
    for (const row of rows)
      for (const id of [row.outcome, row.reason, ...row.contested.map(({ instead }) => instead.due)])
        if (id) used.add(id);
  for (const { roles } of law.counterparts) for (const { role } of roles) used.add(role);
  for (const { signs } of law.changes)
    for (const { otherwise, widened } of signs) for (const id of [...otherwise, ...widened]) used.add(id);
  for (const { claims } of law.facts) if (claims) used.add(claims);
  for (const { days } of law.events) for (const day of days) used.add(day);
  for (const fact of law.facts) if (fact.claims) used.add(fact.id);
  const unused = (entries: readonly { readonly id: string }[], what: string): Finding[] =>
    entries.filter(({ id }) => !used.has(id)).map(({ id }) => [id, `is a ${what} that nothing uses`]);
  return [
    ...unused(
      law.facts.filter(({ type }) => type !== 'text'),
      'fact',
    ),
    // Overlays and roles are shown in every report.
    ...unused(
      law.concepts.filter(({ overlay, stratum }) => !overlay && stratum !== 'roles'),
      'concept',
    ),
    ...unused(
      law.dates.filter(({ isMilestone }) => !isMilestone),
      'date',
    ),
    ...unused(law.controls, 'control'),
    ...unused(law.penalties, 'penalty'),
    ...unused(law.events, 'event'),
  ];
}

/** An act that nothing cites is left over. */
function citedActs({ law, entries }: Compiled): Finding[] {
  const proposals = [...law.concepts, ...law.duties, ...law.scales.flatMap(({ rows }) => rows)].map(
    ({ proposal }) => proposal,
  );
  const texts = [...entries.values()].map(({ source }) => source.text);
  return law.acts
    .filter(({ id }) => !proposals.includes(id) && !texts.some((text) => text.includes(`${id}:`)))
    .map(({ id }) => [id, 'is an act that nothing cites']);
}

function twins(law: Law): Finding[] {
  const seen = new Map<string, Duty[]>();
  return law.duties.flatMap((duty): Finding[] => {
    const key = JSON.stringify([duty.needs, duty.when, duty.due, duty.binds]);
    const alike = seen.get(key) ?? [];
    seen.set(key, [...alike, duty]);
    const twin = alike.find((other) => coexist(duty, other));
    return twin ? [[duty.id, `asks the same of the same people at the same time as "${twin.id}"`]] : [];
  });
}

/** A text and its later wording are law one after the other. */
function coexist(a: InTime, b: InTime): boolean {
  const startsBeforeEnd = (one: InTime, other: InTime) =>
    other.textUntil === undefined || (one.textFrom ?? '') < other.textUntil;
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

/** What is law is looked at as the law stands, what is proposed as if all proposals were law. */
function unreachable(law: Law): Finding[] {
  const asOf = newestText(law);
  const everything = law.acts.map(({ id }) => id);
  return [
    ...unreachableAt(law, modelAt(law, { asOf, proposals: [] }), ({ proposal }) => proposal === undefined),
    ...unreachableAt(law, modelAt(law, { asOf, proposals: everything }), ({ proposal }) => proposal !== undefined),
  ];
}

function unreachableAt(law: Law, model: LawModel, concerns: (entry: InTime) => boolean): Finding[] {
  const diagram = diagramOf(model);
  if (diagram === undefined) return [];
  const values = new Values(model.model, diagram, nothingKnown(model.model));
  const concepts = law.concepts.filter(concerns).flatMap(({ id, textUntil }): Finding[] => {
    const truth = values.truth(id);
    if (truth === 'unknown' || textUntil !== undefined) return [];
    return [[id, truth === 'no' ? 'can never hold, whatever the facts' : 'always holds, whatever the facts']];
  });
  const rows = law.scales.flatMap((scale) => {
    const possible = values.outcomes(scale.id);
    const names = model.outcomes.get(scale.id) ?? [];
    const reached = (outcome: string) =>
      names.some((name, index) => name.split(':')[0] === outcome && (possible >>> index) & 1);
    return scale.rows
      .filter((row) => concerns(row) && row.textUntil === undefined && !reached(row.outcome))
      .map(({ outcome }): Finding => [scale.id, `no facts can reach the outcome "${outcome}"`]);
  });
  return [...concepts, ...rows];
}
