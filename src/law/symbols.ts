import { get, type Table } from '../yaml/node.ts';
import type { Source } from '../yaml/source.ts';
import { firstKey, meant, type Report } from './fields.ts';
import type { FactType } from './law.ts';

const KINDS = [
  'law',
  'act',
  'group',
  'fact',
  'event',
  'date',
  'concept',
  'scale',
  'duty',
  'control',
  'area',
  'penalty',
  'reading',
  'counterpart',
  'change',
  'screen',
  'situation',
  'left-out',
] as const;
export type Kind = (typeof KINDS)[number];

/** One entry of a rule file, not yet read beyond its kind and id. */
export interface RawEntry {
  readonly kind: Kind;
  readonly id: string;
  readonly source: Source;
  readonly table: Table;
}

/** What conditions may name, gathered before any condition is read so that order in the files does not matter. */
export interface Symbols {
  readonly facts: ReadonlyMap<string, { type: FactType; options: readonly string[] }>;
  readonly scales: ReadonlyMap<string, { outcomes: readonly string[]; order: readonly string[] }>;
  readonly ids: Readonly<Record<Kind, ReadonlySet<string>>>;
}

const ID = /^[a-z0-9][A-Za-z0-9-]*(\.[A-Za-z0-9-]+)*$/;

export function rawEntry(source: Source, table: Table, report: Report): RawEntry | undefined {
  const [first] = table.entries;
  const kind = KINDS.find((known) => known === first?.key.text);
  if (first === undefined || kind === undefined) {
    const name = first?.key.text ?? '';
    report.fault(
      source,
      firstKey(table),
      `the first key of an entry is its kind; "${name}" is none${meant(name, KINDS)}`,
    );
    return undefined;
  }
  const id = first.value.kind === 'scalar' ? first.value.text : '';
  if (kind !== 'left-out' && !ID.test(id)) {
    report.fault(source, first.value, `"${id}" is no id: lower-case words joined by "-", parts joined by "."`);
    return undefined;
  }
  return { kind, id, source, table };
}

export function gatherSymbols(entries: readonly RawEntry[], report: Report): Symbols {
  const ids = Object.fromEntries(KINDS.map((kind) => [kind, new Set<string>()])) as Record<Kind, Set<string>>;
  const facts = new Map<string, { type: FactType; options: string[] }>();
  const scales = new Map<string, { outcomes: string[]; order: string[] }>();
  const taken = new Map<string, RawEntry>();
  for (const entry of entries) {
    const other = taken.get(entry.id);
    // A group may bear the name of a fact, and a citation may be left out for several reasons.
    if (other !== undefined && entry.kind !== 'left-out' && entry.kind !== 'group' && other.kind !== 'group') {
      const where = `${other.source.path}:${other.source.place(other.table.start).line}`;
      report.fault(entry.source, firstKey(entry.table), `"${entry.id}" is already defined in ${where}`);
    }
    taken.set(entry.id, entry);
    ids[entry.kind].add(entry.id);
    if (entry.kind === 'fact') {
      const type = scalar(entry.table, 'type') as FactType;
      const options = type === 'yes-no' ? ['no', 'yes'] : names(entry.table, 'options', 'is');
      facts.set(entry.id, { type, options });
    }
    if (entry.kind === 'scale') {
      const outcomes = [
        ...names(entry.table, 'outcomes', 'is'),
        ...names(entry.table, 'outcomes', 'on'),
        ...names(entry.table, 'outcomes', 'never').map(() => 'never'),
      ];
      const order = get(entry.table, 'order');
      const ordered =
        order?.kind === 'list' ? order.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])) : [];
      scales.set(entry.id, { outcomes: [...new Set(outcomes)], order: ordered });
    }
  }
  return { facts, scales, ids };
}

function scalar(table: Table, key: string): string {
  const node = get(table, key);
  return node?.kind === 'scalar' ? node.text : '';
}

function names(table: Table, list: string, key: string): string[] {
  const node = get(table, list);
  if (node?.kind !== 'list') return [];
  return node.items.flatMap((item) => (item.kind === 'table' && get(item, key) ? [scalar(item, key)] : []));
}
