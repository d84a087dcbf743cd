import type { Law } from '../law/law.ts';
import type { Entry, Table } from '../yaml/node.ts';

/** A place where facts can stand: the root, a group, a group in a group. */
export interface Group {
  /** What the ids of its facts begin with. */
  readonly prefix: string;
  /** Absent for the root. */
  readonly entry?: Entry;
  /** Absent where a key has nothing under it yet. */
  readonly table?: Table;
}

/** Where things stand in a description. */
export interface Seats {
  readonly facts: ReadonlyMap<string, readonly Entry[]>;
  readonly groups: readonly Group[];
  readonly controls: Entry | undefined;
}

export function seatsIn(root: Table, law: Law): Seats {
  const ids = law.facts.map(({ id }) => id);
  const facts = new Map<string, Entry[]>();
  const groups: Group[] = [{ prefix: '', table: root }];
  const look = (table: Table, prefix: string): void => {
    for (const entry of table.entries) {
      const id = prefix + entry.key.text;
      if (entry.key.text.startsWith('x-') || (prefix === '' && entry.key.text === 'controls')) continue;
      if (ids.includes(id)) facts.set(id, [...(facts.get(id) ?? []), entry]);
      else if (ids.some((known) => known.startsWith(`${id}.`)) && entry.value.kind !== 'list') {
        const { value } = entry;
        groups.push({ prefix: `${id}.`, entry, ...(value.kind === 'table' ? { table: value } : {}) });
        if (value.kind === 'table') look(value, `${id}.`);
      }
    }
  };
  look(root, '');
  return { facts, groups, controls: root.entries.find(({ key }) => key.text === 'controls') };
}

/** The group that comes nearest to a fact. */
export function groupFor(fact: string, { groups }: Seats): Group {
  return groups
    .filter(({ prefix }) => fact.startsWith(prefix))
    .reduce((best, group) => (group.prefix.length > best.prefix.length ? group : best));
}

/** The place of a key of the description in the order of the law; undefined for one that the law does not order. */
export function rankIn(law: Law, id: string): number | undefined {
  if (id === 'aiact-check') return -1;
  if (id === 'controls') return law.facts.length;
  if (id === 'accepted-gaps') return law.facts.length + 1;
  const index = law.facts.findIndex((fact) => fact.id === id || fact.id.startsWith(`${id}.`));
  return index === -1 ? undefined : index;
}

/** The last entry of a table, in the order of the law, that comes before a place in it. */
export function nearestBefore(
  table: Table | undefined,
  rankOf: (key: string) => number | undefined,
  place: number,
): Entry | undefined {
  let best: Entry | undefined;
  let bestRank = Number.NEGATIVE_INFINITY;
  for (const entry of table?.entries ?? []) {
    const rank = rankOf(entry.key.text);
    if (rank !== undefined && rank < place && rank >= bestRank) [best, bestRank] = [entry, rank];
  }
  return best;
}
