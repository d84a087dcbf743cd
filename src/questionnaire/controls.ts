import type { DutyLevel, DutyStatus } from '../assessment/contract.ts';
import { statusOf } from '../assessment/controls.ts';
import type { Derived } from '../assessment/derived.ts';
import { isAccepted } from '../assessment/duties.ts';
import { counts } from '../assessment/verdict.ts';
import type { Duty, Needs } from '../law/law.ts';
import { controlsByArea, type Session } from './session.ts';
import type { Standing } from './standing.ts';

/** Controls of one area. */
export interface OpenArea {
  readonly area: string;
  readonly controls: readonly string[];
}

/** The controls that a duty which applies still needs an answer about, area by area. */
export function openControls(derived: Derived, standing: Standing, { level = 'law', skipped }: Session): OpenArea[] {
  return inAreas(derived, standing.apply.filter(isAtLeast(level)), standing, skipped);
}

/** The same of duties that may apply: no more than these are ever asked about. */
export function possibleControls(
  derived: Derived,
  standing: Standing,
  { level = 'law', skipped }: Session,
): OpenArea[] {
  return inAreas(derived, standing.mayApply.filter(isAtLeast(level)), standing, skipped);
}

function isAtLeast(level: DutyLevel): (duty: Duty) => boolean {
  return (duty) => counts(duty.level, { level });
}

function inAreas(
  derived: Derived,
  duties: readonly Duty[],
  standing: Standing,
  skipped: Session['skipped'],
): OpenArea[] {
  const needed = new Set(duties.flatMap((duty) => [...unanswered(duty, derived, standing)]));
  return [...controlsByArea(derived.loaded.law)].flatMap(([area, controls]) => {
    const open = skipped.has(area) ? [] : controls.filter((id) => needed.has(id));
    return open.length === 0 ? [] : [{ area, controls: open }];
  });
}

function unanswered(duty: Duty, derived: Derived, standing: Standing): Set<string> {
  const { status, window } = standing.of(duty);
  if (status === 'spared' || isAccepted(duty, derived, derived.moment.asOf)) return new Set();
  const isAnswered = (control: string) => derived.description.controls.has(control);
  return lacking(duty.needs, isAnswered, (part) =>
    statusOf(part, standing.control, (condition) => derived.holds(condition), window.to),
  );
}

/** Controls without an answer, but for those that another one makes needless. */
function lacking(needs: Needs, isAnswered: (id: string) => boolean, status: (part: Needs) => DutyStatus): Set<string> {
  if ('holds' in needs) return new Set();
  if ('control' in needs) return new Set(isAnswered(needs.control) ? [] : [needs.control]);
  const now = status(needs);
  if ('any' in needs && (now === 'in-place' || now === 'planned')) return new Set();
  return new Set(('all' in needs ? needs.all : needs.any).flatMap((part) => [...lacking(part, isAnswered, status)]));
}
