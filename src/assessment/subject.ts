import type { Day } from '../law/day.ts';
import { factsIn, type InTime, type Law, type LawCondition, namesIn } from '../law/law.ts';
import { dutyApplies } from '../law/moment.ts';
import { ConditionTeller } from './conditions.ts';
import type { LawOfDates } from './dates-of-law.ts';
import type { Citing, Common, Doubt, Kind, Used } from './explanation.ts';
import type { System } from './timeline.ts';

/** The law that is asked about and, where there is one, the system. */
export class Subject {
  readonly loaded: LawOfDates['loaded'];
  readonly at: LawOfDates;
  readonly law: Law;
  readonly system: System | undefined;
  readonly conditions: ConditionTeller;

  constructor(at: LawOfDates, system: System | undefined) {
    this.at = at;
    this.loaded = at.loaded;
    this.law = at.loaded.law;
    this.system = system;
    this.conditions = new ConditionTeller((id, key) => this.text(id, key), at.model, system?.derived);
  }

  text(id: string, key = 'title'): string {
    return this.loaded.texts[id]?.[key] ?? id;
  }

  words(id: string, key: string): string | null {
    return this.loaded.texts[id]?.[key] ?? null;
  }

  common(
    kind: Kind,
    id: string,
    source: readonly string[],
    entry: InTime = {},
    contested: readonly Doubt[] = [],
  ): Common {
    const text = { from: entry.textFrom ?? null, until: entry.textUntil ?? null, proposal: entry.proposal ?? null };
    return { kind, id, title: this.text(id), source, text, contested };
  }

  /** Doubts about the law as it then is; `prefix` names the row of a scale. */
  doubts(id: string, contested: readonly (InTime & { readonly source: readonly string[] })[], prefix = ''): Doubt[] {
    return contested.flatMap((doubt, index) => {
      if (!this.at.model.exists(doubt)) return [];
      return [{ reading: this.text(id, `contested.${prefix}${index}`), source: doubt.source }];
    });
  }

  used(kind: Kind, id: string): Used {
    return { kind, id, title: this.text(id), applies: this.#applies(kind, id) };
  }

  /** The concepts, scales, duties and changes that rest on an id. */
  usedBy(id: string): Used[] {
    const names = (when: LawCondition) => [...namesIn(when), ...factsIn(when)].includes(id);
    const { concepts, scales } = this.law;
    return [
      ...concepts
        .filter(({ versions }) => versions.some(({ when }) => names(when)))
        .map((one) => this.used('concept', one.id)),
      ...scales.filter(({ rows }) => rows.some(({ when }) => names(when))).map((one) => this.used('scale', one.id)),
      ...this.at.model.duties
        .filter(({ when, binds, due }) => names(when) || binds === id || due === id)
        .map((one) => this.used('duty', one.id)),
      ...this.law.changes
        .filter(
          ({ when, signs }) =>
            names(when) ||
            signs.some(
              ({ otherwise, widened, becomes }) =>
                [...otherwise, ...widened].includes(id) || (becomes !== undefined && names(becomes)),
            ),
        )
        .map((one) => this.used('change', one.id)),
    ];
  }

  /** Everything that rests on a place of an act. */
  sources(): Citing[] {
    const { law } = this;
    const of = (kind: Kind, entries: readonly { readonly id: string; readonly source: readonly string[] }[]) =>
      entries.map(({ id, source }) => ({ ...this.used(kind, id), source }));
    const rows = law.scales.map(({ id, source, rows: own }) => ({
      id,
      source: [...new Set([...source, ...own.flatMap((row) => row.source)])],
    }));
    const dates = law.dates.map(({ id, history }) => ({
      id,
      source: [...new Set(history.flatMap((row) => row.source))],
    }));
    const facts = law.facts.map(({ id, source, options }) => ({
      id,
      source: [...new Set([...source, ...options.flatMap((option) => option.source)])],
    }));
    const changes = law.changes.map(({ id, source, signs }) => ({
      id,
      source: [...new Set([...source, ...signs.flatMap((sign) => sign.source)])],
    }));
    return [
      ...of('duty', this.at.model.duties),
      ...of('concept', law.concepts),
      ...of('scale', rows),
      ...of('date', dates),
      ...of('penalty', law.penalties),
      ...of('fact', facts),
      ...of('change', changes),
    ];
  }

  dayOf(date: string): Day {
    return this.at.model.dayOf(date);
  }

  #applies(kind: Kind, id: string): Used['applies'] {
    const { derived } = this.system ?? {};
    if (derived === undefined) return null;
    if (kind === 'duty') return derived.truth(dutyApplies(id));
    return kind === 'concept' ? derived.truth(id) : null;
  }
}
