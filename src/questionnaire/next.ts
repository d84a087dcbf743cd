import { Derived } from '../assessment/derived.ts';
import type { Description } from '../description/description.ts';
import type { LoadedLaw } from '../law/artefact.ts';
import type { QuestionScreen } from '../law/law.ts';
import { openControls } from './controls.ts';
import type { Screen } from './screen.ts';
import { groupOf, type Session } from './session.ts';
import { Standing } from './standing.ts';
import { changeAnything, openFor, STEPS, wantedAt } from './steps.ts';

/**
 * The next screen: first the facts that can still change the classification or which duties apply, then the controls of those that do.
 * Null once nothing open can change anything. Worked out from the description alone: going back is taking an answer away.
 */
export function nextScreen(law: LoadedLaw, description: Description, session: Session): Screen | null {
  const derived = new Derived(law, description, { asOf: session.asOf, proposals: session.proposals ?? [] });
  const standing = new Standing(derived);
  return nextFacts(derived, standing, session) ?? nextControl(derived, standing, session);
}

function nextFacts(derived: Derived, standing: Standing, session: Session): Screen | null {
  const isAskable = (fact: string) => !derived.description.answers.has(fact) && !session.skipped.has(groupOf(fact));
  for (const step of STEPS) {
    const open = [...openFor(wantedAt(step, derived, standing), derived)].filter(isAskable);
    if (open.length === 0) continue;
    const entry = entryFor(open, derived);
    if (entry === undefined) return alone(firstOf(open, derived, session));
    const rest = entry.facts.filter((fact) => !open.includes(fact) && isAskable(fact));
    // What can change something later on is ticked on the same screen.
    const later = changeAnything(rest, derived, standing);
    const facts = entry.facts.filter((fact) => open.includes(fact) || later.has(fact));
    const [first = ''] = facts;
    if (facts.length === 1 || session.apart?.has(entry.id)) return alone(first);
    return { stage: 'classification', group: groupOf(first), facts, together: entry.id };
  }
  return null;
}

/** The first screen of the rules that asks for something open. */
function entryFor(open: readonly string[], derived: Derived): QuestionScreen | undefined {
  return derived.loaded.law.screens.find(
    ({ facts, when }) =>
      facts.some((fact) => open.includes(fact)) && (when === undefined || derived.holds(when) === 'yes'),
  );
}

/** A fact that stands on no screen: in the author's order, of the group just asked about if there is one. */
function firstOf(open: readonly string[], derived: Derived, { lastGroup }: Session): string {
  const inOrder = derived.loaded.law.facts.map(({ id }) => id).filter((id) => open.includes(id));
  return inOrder.find((fact) => groupOf(fact) === lastGroup) ?? inOrder[0] ?? '';
}

function alone(fact: string): Screen {
  return { stage: 'classification', group: groupOf(fact), facts: [fact] };
}

function nextControl(derived: Derived, standing: Standing, session: Session): Screen | null {
  const [open] = openControls(derived, standing, session);
  const [control] = open?.controls ?? [];
  return open === undefined || control === undefined ? null : { stage: 'controls', area: open.area, control };
}
