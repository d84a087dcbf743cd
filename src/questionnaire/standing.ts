import { DEFAULT_POLICY } from '../assessment/assess.ts';
import type { AssessedControl, Due } from '../assessment/contract.ts';
import { controlsOf } from '../assessment/controls.ts';
import type { Derived } from '../assessment/derived.ts';
import { dueOf, windowOf } from '../assessment/due.ts';
import { dutyStatus } from '../assessment/duties.ts';
import type { BesideEvent } from '../assessment/questions.ts';
import type { Duty } from '../law/law.ts';
import { dutyApplies } from '../law/moment.ts';

/** How the duties stand under what is answered so far, each worked out when it is asked for. */
export class Standing {
  readonly #derived: Derived;
  readonly control: (id: string) => AssessedControl;
  readonly #found = new Map<string, BesideEvent & { readonly due: Due }>();
  #mayApply: readonly Duty[] | undefined;
  #apply: readonly Duty[] | undefined;

  constructor(derived: Derived) {
    this.#derived = derived;
    // Whether cited evidence is there, the report says; here a claim is an answer.
    this.control = controlsOf(derived, new Map(), DEFAULT_POLICY);
  }

  /** The duties that apply for certain or may apply. */
  get mayApply(): readonly Duty[] {
    this.#mayApply ??= this.#derived.lawModel.duties.filter(({ id }) => this.#derived.truth(dutyApplies(id)) !== 'no');
    return this.#mayApply;
  }

  get apply(): readonly Duty[] {
    this.#apply ??= this.mayApply.filter(({ id }) => this.#derived.truth(dutyApplies(id)) === 'yes');
    return this.#apply;
  }

  of(duty: Duty): BesideEvent & { readonly due: Due } {
    const known = this.#found.get(duty.id) ?? this.#find(duty);
    this.#found.set(duty.id, known);
    return known;
  }

  #find(duty: Duty): BesideEvent & { readonly due: Due } {
    const applies = this.#derived.truth(dutyApplies(duty.id));
    const due = dueOf(this.#derived, duty.due, { id: dutyApplies(duty.id) });
    const window = windowOf(this.#derived, duty, due);
    const status = dutyStatus(duty, this.#derived, this.control, applies, due, window.to);
    return { id: duty.id, applies, status, window, due, before: duty.before ?? null, once: duty.once ?? null };
  }
}
