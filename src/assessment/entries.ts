import { type Control, type Duty, leaves, type Penalty, type Scale } from '../law/law.ts';
import { dutyApplies } from '../law/moment.ts';
import { changeEntry } from './change-entry.ts';
import { dateOfLaw } from './dates-of-law.ts';
import type { Entry } from './explanation.ts';
import { Parts } from './parts.ts';
import type { Subject } from './subject.ts';

/** One entry of the law in full, by its id. */
export class EntryTeller {
  readonly #of: Subject;
  readonly #parts: Parts;

  constructor(subject: Subject) {
    this.#of = subject;
    this.#parts = new Parts(subject);
  }

  tell(id: string): Entry | undefined {
    const [scale = '', outcome] = id.split('=');
    return outcome === undefined ? this.#named(id) : this.#outcome(scale, outcome);
  }

  #named(id: string): Entry | undefined {
    const { law } = this.#of;
    const find = <T extends { readonly id: string }>(list: readonly T[], say: (found: T) => Entry) => {
      const found = list.find((entry) => entry.id === id);
      return found && say(found);
    };
    return (
      // A duty may have had an earlier wording: the one that is law then comes first.
      find([...this.#of.at.model.duties, ...law.duties], (duty) => this.#duty(duty)) ??
      find(law.controls, (control) => this.#control(control)) ??
      find(law.concepts, (concept) => this.#concept(concept)) ??
      find(law.scales, (scale) => this.#scale(scale)) ??
      find(law.facts, (fact) => this.#fact(fact)) ??
      find(law.dates, (date) => this.#date(date)) ??
      find(law.events, (event) => this.#event(event)) ??
      find(law.penalties, (penalty) => this.#penalty(penalty)) ??
      find(law.changes, (change) => changeEntry(change, this.#of, this.#parts)) ??
      find(law.acts, (act) => this.#act(act))
    );
  }

  #duty(duty: Duty): Entry {
    const of = this.#of;
    const { id, binds, before, once, within, penalty, level, prohibition } = duty;
    const ahead = before ?? once;
    const law = of.law.penalties.find((candidate) => candidate.id === penalty);
    const exists = of.at.model.duties.some((candidate) => candidate.id === id);
    return {
      ...of.common('duty', id, duty.source, duty, of.doubts(id, duty.contested)),
      kind: 'duty',
      level,
      prohibition,
      binds: this.#parts.titled(binds),
      when: this.#parts.when(duty.when),
      due: this.#parts.due(duty.due),
      event:
        ahead === undefined
          ? null
          : {
              kind: before === undefined ? 'once' : 'before',
              id: ahead,
              title: of.text(ahead, before === undefined ? 'once' : 'title'),
              within: within ?? null,
            },
      needs: this.#parts.needs(duty.needs),
      penalty: law === undefined ? null : this.#parts.penaltyInWords(law),
      standing: exists ? this.#parts.standing(dutyApplies(id), false) : null,
      assessed: of.system?.assessment.duties.find((candidate) => candidate.id === id) ?? null,
    };
  }

  #control({ id }: Control): Entry {
    const { system, at } = this.#of;
    const serves = (duty: Duty) => [...leaves(duty.needs)].some((leaf) => 'control' in leaf && leaf.control === id);
    const assessed = system?.assessment.duties.flatMap(({ controls }) => controls).find((control) => control.id === id);
    return {
      ...this.#of.common('control', id, []),
      kind: 'control',
      inWords: this.#parts.controlInWords(id),
      duties: this.#parts.duties(at.model.duties.filter(serves)),
      assessed: assessed ?? null,
    };
  }

  #concept(concept: Subject['law']['concepts'][number]): Entry {
    const of = this.#of;
    const { id, source, versions, contested } = concept;
    return {
      ...of.common('concept', id, source, concept, of.doubts(id, contested)),
      kind: 'concept',
      versions: versions.map(({ textFrom, when }) => ({ from: textFrom ?? null, when: this.#parts.when(when) })),
      usedBy: of.usedBy(id),
      standing: this.#parts.standing(id, false),
    };
  }

  #scale(scale: Scale): Entry {
    const of = this.#of;
    const { id, source, order, rows } = scale;
    const doubts = rows.flatMap(({ contested }, index) => of.doubts(id, contested, `${index}.`));
    return {
      ...of.common('scale', id, source, {}, doubts),
      kind: 'scale',
      order,
      rows: this.#parts.rows(scale),
      usedBy: of.usedBy(id),
      standing: this.#parts.standing(id, true),
    };
  }

  #outcome(id: string, outcome: string): Entry | undefined {
    const of = this.#of;
    const scale = of.law.scales.find((candidate) => candidate.id === id);
    const indices = (scale?.rows ?? []).flatMap((row, index) => (row.outcome === outcome ? [index] : []));
    const first = indices[0];
    if (scale === undefined || first === undefined) return undefined;
    const rows = this.#parts.rows(scale);
    const own = indices.flatMap((index) => scale.rows[index] ?? []);
    const source = [...new Set(own.flatMap((row) => row.source))];
    const doubts = indices.flatMap((index) => of.doubts(id, scale.rows[index]?.contested ?? [], `${index}.`));
    return {
      ...of.common('outcome', `${id}=${outcome}`, source.length > 0 ? source : scale.source, {}, doubts),
      title: of.conditions.outcome(id, outcome).title,
      kind: 'outcome',
      scale: this.#parts.titled(id),
      rows: indices.flatMap((index) => rows[index] ?? []),
      unless: rows.slice(0, first).map((row) => row.outcome),
      usedBy: of.usedBy(id),
      standing: this.#parts.standing(id, true),
    };
  }

  #fact(fact: Subject['law']['facts'][number]): Entry {
    const of = this.#of;
    const { id, type, source, options } = fact;
    const group = id.split('.')[0] ?? '';
    const answer = of.system?.derived.description.answers.get(id);
    const { system } = of;
    return {
      ...of.common('fact', id, source),
      kind: 'fact',
      type,
      group: { id: group, title: of.text(group) },
      question: of.text(id, 'question'),
      help: of.words(id, 'help'),
      options: options.map((option) => ({
        ...of.conditions.option(id, option.id),
        help: of.words(id, `option.${option.id}.help`),
      })),
      usedBy: of.usedBy(id),
      answer:
        system === undefined
          ? null
          : {
              text: answer?.text ?? null,
              location: answer === undefined ? null : answer.place,
              open: system.assessment.questions.some((question) => question.fact === id),
            },
    };
  }

  #date(date: Subject['law']['dates'][number]): Entry {
    const found = dateOfLaw(date, this.#of.at);
    const duties = found.duties.map((id) => this.#of.used('duty', id));
    return { ...this.#of.common('date', date.id, found.source), kind: 'date', date: found, duties };
  }

  #event({ id, happened, days }: Subject['law']['events'][number]): Entry {
    const { at } = this.#of;
    const own = at.model.duties.filter(({ before, once }) => before === id || once === id);
    return {
      ...this.#of.common('event', id, []),
      kind: 'event',
      once: this.#of.text(id, 'once'),
      happened: this.#parts.when(happened),
      days: days.map((day) => this.#parts.titled(day)),
      duties: this.#parts.duties(own),
    };
  }

  #penalty(penalty: Penalty): Entry {
    const own = this.#of.at.model.duties.filter((duty) => duty.penalty === penalty.id);
    return {
      ...this.#of.common('penalty', penalty.id, penalty.source),
      kind: 'penalty',
      penalty: this.#parts.penaltyInWords(penalty),
      duties: this.#parts.duties(own),
    };
  }

  #act({ id, url, force, checkedOn }: Subject['law']['acts'][number]): Entry {
    const entries = this.#of.sources().filter(({ source }) => source.some((one) => one.startsWith(`${id}:`)));
    return { ...this.#of.common('act', id, []), kind: 'act', url, force, checkedOn, entries };
  }
}
