import type { Counterpart as CounterpartInLaw, Duty } from '../law/law.ts';
import { leaves } from '../law/law.ts';
import type { Truth } from '../logic/truth.ts';
import type { AssessedControl, Counterpart, Request } from './contract.ts';
import type { Derived } from './derived.ts';
import { dueOf, inForce, windowOf } from './due.ts';

export function counterpartsOf(derived: Derived): Counterpart[] {
  return derived.loaded.law.counterparts.map(({ id, asked }) => {
    const isAsked = derived.holds(asked);
    return {
      id,
      title: derived.text(id),
      opening: derived.text(id, isAsked === 'no' ? 'otherwise' : 'opening'),
      asked: isAsked,
    };
  });
}

/**
 * What the duties of somebody else leave to ask for. Those duties arise from the same facts: only the role that they bind
 * is another's, so their own conditions are looked at without it.
 */
export function requestsOf(derived: Derived, control: (id: string) => AssessedControl): Request[] {
  return derived.loaded.law.counterparts.flatMap((counterpart) => {
    if (derived.holds(counterpart.asked) === 'no') return [];
    const duties = derived.lawModel.duties.flatMap((duty) => {
      const applies = appliesTo(counterpart, duty, derived);
      return applies === 'no' || duty.level !== 'law' ? [] : [{ duty, applies }];
    });
    return derived.loaded.law.controls.flatMap(({ id }): Request[] => {
      const ask = derived.loaded.texts[id]?.ask;
      const own = duties.filter(({ duty }) =>
        [...leaves(duty.needs)].some((leaf) => 'control' in leaf && leaf.control === id),
      );
      if (ask === undefined || own.length === 0) return [];
      const { title, status } = control(id);
      const asked = own.map(({ duty, applies }) => {
        const due = dueOf(derived, duty.due);
        const { id: of, source } = duty;
        const force = inForce(windowOf(derived, duty, due), derived.moment.asOf);
        return { id: of, title: derived.text(of), source, applies, due, inForce: force };
      });
      return [{ of: counterpart.id, control: id, title, ask, status, duties: asked }];
    });
  });
}

function appliesTo({ roles }: CounterpartInLaw, { binds, when }: Duty, derived: Derived): Truth {
  const role = roles.find((candidate) => candidate.role === binds);
  return role === undefined ? 'no' : derived.holds({ op: 'at-least', threshold: 2, of: [role.when, when] });
}
