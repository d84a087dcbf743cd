import type { Duty, Needs } from '../law/law.ts';
import type { AssessedControl, AssessedDuty, DutyStatus, Policy, SharedControl } from './contract.ts';
import { statusOf } from './controls.ts';
import type { Derived } from './derived.ts';
import { dutyStatus } from './duties.ts';
import { counts, isOpen, LEVELS } from './verdict.ts';

/** A duty as the law has it and as it was found. */
interface Served {
  readonly duty: Duty;
  readonly found: AssessedDuty;
}

type ControlLookup = (id: string) => AssessedControl;

/** The controls that the duties of a system need, each once, in the order of the law: what is done once serves them all. */
export function sharedControls(
  derived: Derived,
  duties: readonly AssessedDuty[],
  control: ControlLookup,
  policy: Policy,
): SharedControl[] {
  const inLaw = new Map(derived.lawModel.duties.map((duty) => [duty.id, duty]));
  const served = new Map<string, Served[]>();
  for (const found of duties) {
    const duty = inLaw.get(found.id);
    if (duty === undefined || found.applies === 'no' || found.status === 'spared') continue;
    for (const id of new Set(found.controls.map((needed) => needed.id)))
      served.set(id, [...(served.get(id) ?? []), { duty, found }]);
  }
  return derived.loaded.law.controls.flatMap(({ id }) => {
    const own = served.get(id);
    return own === undefined ? [] : [shared(id, own, derived, control, policy)];
  });
}

function shared(
  id: string,
  serves: readonly Served[],
  derived: Derived,
  control: ControlLookup,
  policy: Policy,
): SharedControl {
  const put: ControlLookup = (other) => (other === id ? { ...control(id), status: 'in-place' } : control(other));
  const statusWith = ({ duty, found: { applies, due, window } }: Served) =>
    dutyStatus(duty, derived, put, applies, due, window.to);
  const isLacking = ({ duty, found: { window } }: Served) =>
    lacking(duty.needs, (part) => statusOf(part, control, (condition) => derived.holds(condition), window.to)).has(id);
  const open = serves.filter(({ found }) => isOpen(found.status));
  const closes = open.filter((served) => !isOpen(statusWith(served)));
  const counting = serves.filter(({ duty }) => counts(duty.level, policy));
  const told = (counting.length > 0 ? counting : serves).map(({ found }) => found);
  return {
    ...control(id),
    level: LEVELS.findLast((level) => serves.some(({ duty }) => duty.level === level)) ?? policy.level,
    serves: idsOf(serves),
    closes: idsOf(closes),
    lackedBy: idsOf(open.filter((served) => closes.includes(served) || isLacking(served))),
    from: told.flatMap(({ window }) => window.to ?? []).sort()[0] ?? null,
    inForce: told.filter(({ inForce }) => inForce === 'yes').length,
  };
}

/** The controls that are neither there nor planned in time, but for those that another one makes needless. */
function lacking(needs: Needs, status: (part: Needs) => DutyStatus): Set<string> {
  const now = status(needs);
  if (now === 'in-place' || now === 'planned' || 'holds' in needs) return new Set();
  if ('control' in needs) return new Set([needs.control]);
  return new Set(('all' in needs ? needs.all : needs.any).flatMap((part) => [...lacking(part, status)]));
}

function idsOf(served: readonly Served[]): string[] {
  return served.map(({ duty }) => duty.id);
}
