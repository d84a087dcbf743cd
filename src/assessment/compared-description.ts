import type { Answer, ControlAnswer, Description } from '../description/description.ts';
import type { Fact } from '../law/law.ts';
import type { ControlChange, ControlSaid, FactChange, GapChange, GapSaid, Said } from './comparison-contract.ts';
import type { AssessedControl } from './contract.ts';
import type { Derived } from './derived.ts';
import type { System } from './timeline.ts';

/** What was changed in a description, as far as it is read: notes and layout are not. Not to answer is as good as `unknown`. */
export function factChanges(before: Derived, after: Derived): FactChange[] {
  return after.loaded.law.facts.flatMap((fact): FactChange[] => {
    const [was, is] = [before, after].map(({ description }) => description.answers.get(fact.id));
    if (meaningOf(was) === meaningOf(is)) return [];
    const said = { before: saidOf(fact, was, before), after: saidOf(fact, is, after) };
    return [
      {
        id: fact.id,
        title: after.text(fact.id),
        type: fact.type,
        ...changed(said),
        options: optionChanges(fact, was, is, after),
      },
    ];
  });
}

export function controlChanges(before: System, after: System): ControlChange[] {
  const [was, is] = [controlsSaid(before), controlsSaid(after)];
  return after.derived.loaded.law.controls.flatMap(({ id }): ControlChange[] => {
    const said = { before: was.get(id) ?? null, after: is.get(id) ?? null };
    return isSame(said.before, said.after) ? [] : [{ id, title: after.derived.text(id), ...changed(said) }];
  });
}

/** The first acceptance of a duty is compared with the first, the second with the second. */
export function gapChanges(before: Derived, after: Derived): GapChange[] {
  const [was, is] = [gapsOf(before.description), gapsOf(after.description)];
  const keys = new Set([...was.keys(), ...is.keys()]);
  return [...keys].flatMap((key): GapChange[] => {
    const said = { before: was.get(key) ?? null, after: is.get(key) ?? null };
    const [duty = ''] = key.split(' ');
    return isSame(said.before, said.after) ? [] : [{ duty, title: after.text(duty), ...changed(said) }];
  });
}

function changed<T>({ before, after }: { before: T | null; after: T | null }) {
  const kind = before === null ? ('added' as const) : after === null ? ('removed' as const) : ('changed' as const);
  return { kind, before, after };
}

/** Where a thing stands is no part of what it says. */
function isSame(before: object | null, after: object | null): boolean {
  const bare = (said: object | null) => JSON.stringify(said, (key, value: unknown) => (key === 'location' ? 0 : value));
  return bare(before) === bare(after);
}

/** The same text for answers that mean the same. */
function meaningOf(answer: Answer | undefined): string {
  switch (answer?.kind) {
    case 'value':
      return `value ${answer.value}`;
    case 'period':
      return `${answer.period.from} ${answer.period.to}`;
    case 'list':
      return JSON.stringify([...answer.options]);
    default:
      return 'unknown';
  }
}

function saidOf({ id, options }: Fact, answer: Answer | undefined, derived: Derived): Said | null {
  if (answer === undefined) return null;
  const given = givenIn(answer, options);
  const values = given.map((value) => {
    const title = derived.text(id, `option.${value}`);
    return { id: value, title: title === id ? value : title };
  });
  return { written: answer.text, values, location: answer.place };
}

function givenIn(answer: Answer, options: Fact['options']): string[] {
  switch (answer.kind) {
    case 'value':
      return [answer.value];
    case 'list':
      return options.flatMap(({ id }) => (answer.options.get(id) === 'yes' ? [id] : []));
    case 'period':
      return [answer.text];
    default:
      return ['unknown'];
  }
}

function optionChanges({ id, type, options }: Fact, was: Answer | undefined, is: Answer | undefined, derived: Derived) {
  if (type !== 'list') return [];
  const truthOf = (answer: Answer | undefined, option: string) =>
    answer?.kind === 'list' ? (answer.options.get(option) ?? 'unknown') : 'unknown';
  return options.flatMap((option) => {
    const [before, after] = [truthOf(was, option.id), truthOf(is, option.id)];
    return before === after ? [] : [{ id: option.id, title: derived.text(id, `option.${option.id}`), before, after }];
  });
}

function controlsSaid({ derived, assessment }: System): Map<string, ControlSaid> {
  const needed = new Map(assessment.duties.flatMap(({ controls }) => controls.map((control) => [control.id, control])));
  const answered = [...derived.description.controls].filter(([, answer]) => saysSomething(answer));
  return new Map(
    answered.map(([id, { status, evidence, owner = null, reviewed, by, place }]) => {
      const days = { reviewed: reviewed?.to ?? null, by: by?.to ?? null };
      return [id, { status, evidence, owner, ...days, ...faultOf(needed.get(id)), location: place }];
    }),
  );
}

function faultOf(control: AssessedControl | undefined): Pick<ControlSaid, 'fault' | 'faulty'> {
  const { fault = null, evidence = [] } = control ?? {};
  const faulty = evidence.filter(({ status }) => fault === `evidence-${status}`).map(({ path }) => path);
  return { fault, faulty };
}

function saysSomething({ status, evidence, owner, reviewed, by }: ControlAnswer): boolean {
  return status !== 'unanswered' || evidence.length > 0 || [owner, reviewed, by].some((said) => said !== undefined);
}

function gapsOf({ acceptedGaps }: Description): Map<string, GapSaid> {
  const found = new Map<string, GapSaid>();
  for (const { place, duty, ...gap } of acceptedGaps) {
    const earlier = [...found.keys()].filter((key) => key.startsWith(`${duty} `)).length;
    found.set(`${duty} ${earlier}`, { ...gap, location: place });
  }
  return found;
}
