import { addMonths, type Day } from '../law/day.ts';
import type { Location } from './contract.ts';
import type { Derived } from './derived.ts';

/** A day that the description itself names. */
export interface OwnDay {
  readonly date: Day;
  /** The first day it may be, where it is known to the month or year only; else the same. */
  readonly from: Day;
  readonly kind: 'answer' | 'gap-ends' | 'planned' | 'review-due';
  /** The fact, duty or control. */
  readonly id: string;
  readonly title: string;
  readonly location: Location;
}

/** What a system has planned and what runs out, whatever the law says. */
export function ownDays(derived: Derived): OwnDay[] {
  const { law } = derived.loaded;
  const { answers, controls, acceptedGaps } = derived.description;
  const answered = law.facts.flatMap(({ id }): OwnDay[] => {
    const answer = answers.get(id);
    if (answer?.kind !== 'period') return [];
    const { from, to } = answer.period;
    return [{ date: to, from, kind: 'answer', id, title: derived.text(id), location: answer.place }];
  });
  const gaps = acceptedGaps.map((gap): OwnDay => {
    const { duty, until } = gap;
    const title = derived.text(duty);
    return { date: until, from: until, kind: 'gap-ends', id: duty, title, location: gap.place };
  });
  const ofControls = law.controls.flatMap(({ id, reviewEvery }): OwnDay[] => {
    const answer = controls.get(id);
    if (answer === undefined) return [];
    const common = { id, title: derived.text(id), location: answer.place };
    if (answer.status === 'planned' && answer.by !== undefined)
      return [{ date: answer.by.to, from: answer.by.from, kind: 'planned', ...common }];
    if (answer.status !== 'in-place' || answer.reviewed === undefined || reviewEvery === undefined) return [];
    // A review known to the month may have been on its last day.
    const date = addMonths(answer.reviewed.to, reviewEvery);
    return [{ date, from: date, kind: 'review-due', ...common }];
  });
  return [...answered, ...gaps, ...ofControls];
}
