import type { AssessedDuty, DutyStatus, Reading } from './contract.ts';
import type { Derived } from './derived.ts';
import { LEVELS } from './verdict.ts';

/** From what has to be done first to what needs nothing. */
const WORST_FIRST: readonly DutyStatus[] = [
  'missing',
  'partial',
  'unanswered',
  'planned',
  'accepted',
  'known',
  'in-place',
  'spared',
];

/** Each subject that the law gathers across the acts, with where its questions stand. */
export function assessReadings(derived: Derived, duties: readonly AssessedDuty[]): Reading[] {
  const byId = new Map(duties.map((duty) => [duty.id, duty]));
  return derived.loaded.law.readings.map(({ id, questions }) => ({
    id,
    title: derived.text(id),
    questions: questions.map((question) => ({
      id: question.id,
      who: derived.text(id, `who.${question.id}`),
      question: derived.text(id, `question.${question.id}`),
      ...standing(question.duties.flatMap((duty) => byId.get(duty) ?? [])),
    })),
  }));
}

/** A duty of law that stands ends the question at that level: what is only recommended cannot make it worse. */
function standing(duties: readonly AssessedDuty[]): Pick<Reading['questions'][number], 'level' | 'status' | 'duties'> {
  const concerned = duties.filter(({ applies }) => applies !== 'no');
  const level = LEVELS.findLast((candidate) => concerned.some((duty) => duty.level === candidate)) ?? null;
  const own = concerned.filter((duty) => duty.level === level);
  const status = WORST_FIRST.find((candidate) => own.some((duty) => duty.status === candidate)) ?? 'not-applicable';
  return { level, status, duties: concerned.map(({ id }) => id) };
}
