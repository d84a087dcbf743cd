import type { Duty, LawCondition, Needs, Penalty, Scale } from '../law/law.ts';
import { dateOfLaw } from './dates-of-law.ts';
import type {
  Condition,
  ControlInWords,
  DueInWords,
  Needed,
  PenaltyInWords,
  Row,
  Standing,
  Titled,
  Used,
} from './explanation.ts';
import { standingOf } from './standing.ts';
import type { Subject } from './subject.ts';

/** What entries of several kinds are made of. */
export class Parts {
  readonly #of: Subject;

  constructor(subject: Subject) {
    this.#of = subject;
  }

  standing(name: string, isScale: boolean): Standing | null {
    const { system, conditions } = this.#of;
    return system === undefined ? null : standingOf(name, isScale, system.derived, conditions);
  }

  due(id: string): DueInWords {
    const scale = this.#of.law.scales.find((candidate) => candidate.id === id);
    if (scale !== undefined) return { schedule: this.titled(id), rows: this.rows(scale) };
    const date = this.#of.law.dates.find((candidate) => candidate.id === id);
    return { date: dateOfLaw(date ?? { id, history: [], isMilestone: false }, this.#of.at) };
  }

  rows({ id, schedule, rows }: Scale): Row[] {
    const { system, conditions } = this.#of;
    const possible = system?.derived.outcomes(id).possible;
    return rows.map((row, index): Row => {
      const { outcome, reason, when, source, textFrom, textUntil } = row;
      const isLast = index === rows.length - 1;
      const name = reason === undefined ? outcome : `${outcome}:${reason}`;
      return {
        outcome: conditions.outcome(id, outcome),
        on: schedule && reason === undefined ? this.#of.dayOf(outcome) : null,
        never: reason === undefined ? null : { reason: this.titled(reason), ends: this.#of.text(id, `ends.${index}`) },
        when: isLast ? null : this.when(when),
        source,
        from: textFrom ?? null,
        until: textUntil ?? null,
        possible: possible === undefined ? null : possible.includes(name),
      };
    });
  }

  needs(needs: Needs): Needed {
    if ('all' in needs) return { op: 'all', of: needs.all.map((part) => this.needs(part)) };
    if ('any' in needs) return { op: 'any', of: needs.any.map((part) => this.needs(part)) };
    if ('control' in needs) return { op: 'control', control: this.controlInWords(needs.control) };
    return { op: 'holds', when: this.when(needs.holds) };
  }

  controlInWords(id: string): ControlInWords {
    const of = this.#of;
    const every = of.law.controls.find((control) => control.id === id)?.reviewEvery;
    const words = (key: string) => of.text(id, key);
    const own = { question: words('question'), shows: words('shows'), how: words('how'), ask: of.words(id, 'ask') };
    return { ...this.titled(id), ...own, reviewEvery: every ?? null };
  }

  penaltyInWords({ id, source, caps }: Penalty): PenaltyInWords {
    const lower = caps
      .filter((cap) => this.#of.at.model.exists(cap))
      .map((cap) => ({ when: this.when(cap.when), source: cap.source }));
    return { ...this.titled(id), source, lower };
  }

  duties(duties: readonly Duty[]): Used[] {
    return duties.map(({ id }) => this.#of.used('duty', id));
  }

  when(when: LawCondition): Condition {
    return this.#of.conditions.tell(when);
  }

  titled(id: string): Titled {
    return { id, title: this.#of.text(id) };
  }
}
