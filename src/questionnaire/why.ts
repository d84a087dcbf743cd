import { REPORTED } from '../assessment/contract.ts';
import { Derived } from '../assessment/derived.ts';
import { openEvents } from '../assessment/questions.ts';
import type { Description } from '../description/description.ts';
import type { LoadedLaw } from '../law/artefact.ts';
import { type Duty, factsIn, leaves, namesIn } from '../law/law.ts';
import { dutyApplies } from '../law/moment.ts';
import type { Truth } from '../logic/truth.ts';
import type { Session } from './session.ts';
import { Standing } from './standing.ts';

/** Why something is asked: the law that it goes back to, and what hangs on the answer. */
export interface Why {
  readonly source: readonly string[];
  /** Values of the classification and roles that the answer can still change, the level first. */
  readonly values: readonly HangsOnIt[];
  readonly duties: readonly (HangsOnIt & { readonly applies: Truth })[];
}

export interface HangsOnIt {
  readonly id: string;
  readonly title: string;
  readonly source: readonly string[];
  /** For a value with outcomes those still possible, by name. */
  readonly possible?: readonly string[];
}

/** The outcomes and duties that hang on the answer to a fact, under what is answered so far. */
export function whyAsked(law: LoadedLaw, description: Description, session: Session, fact: string): Why {
  const { derived, standing } = look(law, description, session);
  const roles = law.law.concepts.filter(({ id, overlay }) => overlay || id.includes(REPORTED.roles));
  const values = [
    ...[REPORTED.level, REPORTED.isDevice, REPORTED.regulation, REPORTED.deviceClass, REPORTED.thirdParty],
    ...roles.map(({ id }) => id),
  ];
  const open = derived.openFacts(values);
  return {
    source: law.law.facts.find(({ id }) => id === fact)?.source ?? [],
    values: values.filter((_, index) => open[index]?.has(fact)).map((id) => hanging(id, derived)),
    duties: standing.mayApply
      .filter((duty) => hangsOn(duty, fact, derived, standing))
      .map((duty) => hangingDuty(duty, derived)),
  };
}

/** The duties that need a control, those that apply for certain first. */
export function whyControl(law: LoadedLaw, description: Description, session: Session, control: string): Why {
  const { derived, standing } = look(law, description, session);
  const needs = (duty: Duty) => [...leaves(duty.needs)].some((leaf) => 'control' in leaf && leaf.control === control);
  const duties = standing.mayApply.filter(needs).map((duty) => hangingDuty(duty, derived));
  const certain = duties.filter(({ applies }) => applies === 'yes');
  return { source: [], values: [], duties: [...certain, ...duties.filter((duty) => !certain.includes(duty))] };
}

function look(law: LoadedLaw, description: Description, { asOf, proposals = [] }: Session) {
  const derived = new Derived(law, description, { asOf, proposals });
  return { derived, standing: new Standing(derived) };
}

/** Whether it applies, when it is due, its event, or what shows that it is met. */
function hangsOn(duty: Duty, fact: string, derived: Derived, standing: Standing): boolean {
  const days = standing.of(duty).due.possible.length > 1 ? [duty.due] : [];
  const events = openEvents(standing.of(duty), derived);
  const shown = [...leaves(duty.needs)].flatMap((leaf) =>
    'holds' in leaf && derived.holds(leaf.holds) === 'unknown' ? [leaf.holds] : [],
  );
  const values = [dutyApplies(duty.id), ...days, ...events.flatMap(({ id }) => id ?? []), ...shown.flatMap(namesIn)];
  return (
    events.some(({ day }) => day === fact) ||
    shown.flatMap(factsIn).includes(fact) ||
    derived.openFactsOfAny(values).has(fact)
  );
}

function hanging(id: string, derived: Derived): HangsOnIt {
  const named = { id, title: derived.text(id), source: derived.sourceOf(id) };
  if (!derived.lawModel.outcomes.has(id)) return named;
  return { ...named, possible: derived.ordered(id).possible.map((outcome) => derived.nameOf(id, outcome)) };
}

function hangingDuty(duty: Duty, derived: Derived): Why['duties'][number] {
  return {
    id: duty.id,
    title: derived.text(duty.id),
    source: duty.source,
    applies: derived.truth(dutyApplies(duty.id)),
  };
}
