import { lawUsed } from './assess.ts';
import type { LawOfDates } from './dates-of-law.ts';
import { EntryTeller } from './entries.ts';
import type { Explanation } from './explanation.ts';
import { Subject } from './subject.ts';
import type { System } from './timeline.ts';

/** Says what stands under an id of the law or a citation; undefined where nothing does. */
export function explain(asked: string, law: LawOfDates, toolVersion: string, system?: System): Explanation | undefined {
  const subject = new Subject(law, system);
  const cited = asked.includes(':') ? citing(asked, subject) : null;
  const only = cited?.entries.length === 1 ? cited.entries[0]?.id : undefined;
  const entry = new EntryTeller(subject).tell(cited === null ? asked : (only ?? ''));
  if (cited === undefined || (cited === null && entry === undefined)) return undefined;
  return {
    format: 'aiact-check/explanation@1',
    language: law.loaded.language,
    tool: { version: toolVersion },
    law: lawUsed(law.loaded),
    asOf: law.asOf,
    checkedOn: Object.fromEntries(law.loaded.law.acts.map((act) => [act.id, act.checkedOn])),
    asked,
    source: system === undefined ? null : { path: system.assessment.source.path },
    system: system?.assessment.system ?? null,
    cited,
    entry: entry ?? null,
  };
}

/** What cites a place or one below it; where nothing does, what cites the places above. */
function citing(asked: string, subject: Subject): Explanation['cited'] | undefined {
  for (let place = asked; place !== ''; place = above(place)) {
    const wanted = place.toLowerCase();
    const entries = subject.sources().flatMap((entry) => {
      const source = entry.source.filter((one) => isAt(one.toLowerCase(), wanted));
      return source.length === 0 ? [] : [{ ...entry, source }];
    });
    if (entries.length > 0) return { place, entries };
  }
  return undefined;
}

function isAt(source: string, place: string): boolean {
  return source === place || source.startsWith(`${place}(`) || source.startsWith(`${place}.`);
}

/** `act:14(4)(d)` → `act:14(4)` → `act:14` → nothing: a whole act is asked for by its id. */
function above(place: string): string {
  return place.endsWith(')') ? place.slice(0, place.lastIndexOf('(')) : '';
}

/** The ids that can be asked for. */
export function idsOf({ law }: LawOfDates['loaded']): string[] {
  const entries = [law.duties, law.controls, law.facts, law.concepts, law.scales, law.dates, law.events];
  const outcomes = law.scales.flatMap(({ id, schedule, rows }) =>
    schedule ? [] : rows.map(({ outcome }) => `${id}=${outcome}`),
  );
  return [...entries, law.acts, law.penalties, law.changes]
    .flatMap((list) => list.map(({ id }) => id))
    .concat(outcomes);
}
