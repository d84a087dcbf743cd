import type { ControlAnswer } from '../description/description.ts';
import { EVIDENCE_FAULTS, type EvidenceFound } from '../evidence/evidence.ts';
import { addMonths } from '../law/day.ts';
import type { LawCondition, Needs } from '../law/law.ts';
import type { Truth } from '../logic/truth.ts';
import type { AssessedControl, DutyStatus, Policy } from './contract.ts';
import type { Derived } from './derived.ts';

const NOT_LOOKED_FOR = { status: 'not-looked-for', files: [], cut: false } as const;

/** Looks at each control once, however many duties need it. `on` is the day by which reviews and plans are judged. */
export function controlsOf(
  derived: Derived,
  evidence: EvidenceFound,
  policy: Policy,
  on = derived.moment.asOf,
): (id: string) => AssessedControl {
  const known = new Map<string, AssessedControl>();
  return (id) => {
    const control = known.get(id) ?? assessControl(id, derived, evidence, policy, on);
    known.set(id, control);
    return control;
  };
}

/** What a control counts as, on the day asked about: a claim whose evidence is not there is no control. */
function assessControl(
  id: string,
  derived: Derived,
  evidence: EvidenceFound,
  policy: Policy,
  on: string,
): AssessedControl {
  const answer = derived.description.controls.get(id);
  const looked = (answer?.evidence ?? []).map((path) => ({ path, ...(evidence.get(path) ?? NOT_LOOKED_FOR) }));
  const fault = answer === undefined ? null : faultOf(answer, looked, reviewEvery(derived, id), policy, on);
  return {
    id,
    title: derived.text(id),
    status: fault === null ? (answer?.status ?? 'unanswered') : 'missing',
    fault,
    evidence: looked,
    reviewed: answer?.reviewed?.to ?? null,
    owner: answer?.owner ?? null,
    by: answer?.by?.to ?? null,
    question: derived.text(id, 'question'),
    shows: derived.text(id, 'shows'),
    how: derived.text(id, 'how'),
    location: answer?.place ?? null,
  };
}

/** Months after which a control has to be reviewed again. */
export function reviewEvery(derived: Derived, id: string): number | undefined {
  return derived.loaded.law.controls.find((control) => control.id === id)?.reviewEvery;
}

function faultOf(
  answer: ControlAnswer,
  looked: readonly { status: string }[],
  months: number | undefined,
  policy: Policy,
  on: string,
): AssessedControl['fault'] {
  if (answer.status === 'planned') return answer.by !== undefined && answer.by.to < on ? 'plan-overdue' : null;
  if (answer.status !== 'in-place') return null;
  const worst = EVIDENCE_FAULTS.find((fault) => looked.some(({ status }) => status === fault));
  if (worst !== undefined) return `evidence-${worst}`;
  // A review known to the month may have been on its last day; one that lies ahead is none yet.
  const reviewed = answer.reviewed !== undefined && answer.reviewed.from <= on ? answer.reviewed.to : undefined;
  if (months !== undefined && reviewed !== undefined && addMonths(reviewed, months) < on) return 'review-overdue';
  if (!policy.requireEvidence) return null;
  if (looked.length === 0) return 'no-evidence';
  return months !== undefined && reviewed === undefined ? 'not-reviewed' : null;
}

/**
 * The status of a duty from its controls: all of them or, under `any`, the best of them. A plan that ends after `deadline`
 * (null where none is known) counts as missing.
 */
export function statusOf(
  needs: Needs,
  control: (id: string) => Pick<AssessedControl, 'status' | 'by'>,
  holds: (condition: LawCondition) => Truth,
  deadline: string | null,
): DutyStatus {
  if ('control' in needs) {
    const { status, by } = control(needs.control);
    return status === 'planned' && deadline !== null && (by ?? '') > deadline ? 'missing' : status;
  }
  if ('holds' in needs) return ({ yes: 'in-place', no: 'missing', unknown: 'unanswered' } as const)[holds(needs.holds)];
  const isAll = 'all' in needs;
  const statuses = (isAll ? needs.all : needs.any).map((part) => statusOf(part, control, holds, deadline));
  const has = (status: DutyStatus) => statuses.includes(status);
  if (!isAll) return (['in-place', 'planned', 'unanswered', 'partial', 'missing'] as const).find(has) ?? 'missing';
  if (has('missing') || has('partial')) return has('in-place') || has('partial') ? 'partial' : 'missing';
  return (['unanswered', 'planned'] as const).find(has) ?? 'in-place';
}
