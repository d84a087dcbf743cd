import { factsIn, leaves, type Needs, namesIn } from '../law/law.ts';
import { dutyApplies, eventHappened } from '../law/moment.ts';
import { type AssessedDuty, type Question, REPORTED } from './contract.ts';
import type { Derived } from './derived.ts';
import { plannedDay } from './due.ts';

/** The facts that can still change something in the report, those that settle the classification first. */
export function openQuestions(derived: Derived, duties: readonly AssessedDuty[]): Question[] {
  const classification = [
    REPORTED.level,
    REPORTED.isDevice,
    REPORTED.deviceClass,
    REPORTED.regulation,
    REPORTED.thirdParty,
  ];
  const overlays = derived.loaded.law.concepts.filter(({ overlay }) => overlay).map(({ id }) => id);
  const open = duties.filter(({ applies }) => applies === 'unknown').map(({ id }) => id);
  const schedules = duties
    .filter(({ applies, due }) => applies !== 'no' && due.possible.length > 1)
    .map(({ id }) => id);
  const inLaw = new Map(derived.lawModel.duties.map((duty) => [duty.id, duty]));
  const events = duties.flatMap((duty) => openEvents(duty, derived));
  const shown = duties.flatMap((duty) => openlyShown(duty, inLaw.get(duty.id)?.needs, derived));
  const asked = [
    ...[...classification, ...overlays].map((id) => ({ id, name: id })),
    ...open.map((name) => ({ id: dutyApplies(name), name })),
    ...schedules.map((name) => ({ id: inLaw.get(name)?.due ?? name, name })),
    ...[...events, ...shown].flatMap(({ id, name }) => (id === undefined ? [] : [{ id, name }])),
  ];
  const facts = derived.openFacts(asked.map(({ id }) => id));
  const questions = derived.loaded.law.facts.flatMap((fact): Question[] => {
    const settles = [
      ...asked.filter((_, index) => facts[index]?.has(fact.id)).map(({ name }) => name),
      ...events.filter((event) => event.day === fact.id).map(({ name }) => name),
      ...shown.filter((open) => open.fact === fact.id).map(({ name }) => name),
    ];
    return settles.length === 0
      ? []
      : [{ fact: fact.id, question: derived.text(fact.id, 'question'), settles: [...new Set(settles)] }];
  });
  const isDecisive = (question: Question) =>
    question.settles.some((id) => classification.some((value) => value === id));
  return [...questions.filter(isDecisive), ...questions.filter((question) => !isDecisive(question))];
}

/** What of a duty says whether the day of its event matters. */
export type BesideEvent = Pick<AssessedDuty, 'id' | 'applies' | 'status' | 'window' | 'before' | 'once'>;

/** What is open about the event of a duty that still asks for something: whether it has happened, or its day. */
export function openEvents(duty: BesideEvent, derived: Derived): { name: string; id?: string; day?: string }[] {
  const event = duty.before ?? duty.once;
  const isDone = duty.status === 'in-place' || duty.status === 'spared' || duty.applies === 'no';
  if (event === null || isDone || duty.window.to !== null) return [];
  const happened = derived.truth(eventHappened(event));
  if (happened === 'unknown') return [{ name: duty.id, id: eventHappened(event) }];
  if (plannedDay(derived, event) !== undefined) return [];
  const days = derived.loaded.law.events.find(({ id }) => id === event)?.days ?? [];
  const day = happened === 'yes' ? days[0] : days.at(-1);
  return day === undefined ? [] : [{ name: duty.id, day }];
}

/** What is open about a duty that no control stands for: the facts themselves show whether it is met. */
function openlyShown(
  duty: AssessedDuty,
  needs: Needs | undefined,
  derived: Derived,
): { name: string; id?: string; fact?: string }[] {
  if (needs === undefined || duty.applies === 'no' || duty.status !== 'unanswered') return [];
  const { answers } = derived.description;
  const isOpen = (fact: string) => (answers.get(fact)?.kind ?? 'unknown') === 'unknown';
  return [...leaves(needs)]
    .flatMap((leaf) => ('holds' in leaf && derived.holds(leaf.holds) === 'unknown' ? [leaf.holds] : []))
    .flatMap((condition) => [
      ...namesIn(condition).map((id) => ({ name: duty.id, id })),
      ...factsIn(condition)
        .filter(isOpen)
        .map((fact) => ({ name: duty.id, fact })),
    ]);
}
