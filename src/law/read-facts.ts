import type { Node } from '../yaml/node.ts';
import type { EntryReader } from './entry-reader.ts';
import { firstKey, meant } from './fields.ts';
import { type Event, type Fact, type FactType, KNOWERS, type Option, TRUE } from './law.ts';

const FACT_TYPES: readonly FactType[] = ['yes-no', 'choice', 'ordered', 'list', 'date', 'country', 'text'];

export function readGroup(entry: EntryReader): string {
  entry.text('title', true);
  entry.text('help', false);
  entry.fields.done();
  return entry.entry.id;
}

export function readFact(entry: EntryReader): Fact {
  const type = entry.required('type', FACT_TYPES);
  entry.text('title', true);
  entry.text('question', true);
  entry.text('help', false);
  entry.text('tick', false);
  const claims = entry.reference('claims', 'scale');
  const knownBy = entry.fields.oneOf('known-by', KNOWERS);
  const areas = readAreas(entry);
  const fact: Fact = {
    id: entry.entry.id,
    type,
    source: entry.citations(entry.fields, type !== 'text'),
    options: type === 'yes-no' ? [option('no'), option('yes')] : readOptions(entry, type, areas),
    areas,
    ...(knownBy === undefined ? {} : { knownBy }),
    ...(claims === undefined ? {} : { claims }),
  };
  entry.fields.done();
  return fact;
}

export function readEvent(entry: EntryReader): Event {
  for (const key of ['title', 'once']) entry.text(key, true);
  const event = {
    id: entry.entry.id,
    happened: entry.condition(entry.fields, 'happened') ?? TRUE,
    days: entry.fields.scalars('days').map((day) => {
      if (entry.symbols.facts.get(day.text)?.type !== 'date') entry.fields.fault(day, `"${day.text}" is no date fact`);
      return day.text;
    }),
  };
  entry.fields.required('happened');
  entry.fields.required('days');
  entry.fields.done();
  return event;
}

export function readSituation(entry: EntryReader): Node | undefined {
  const given = entry.fields.required('given');
  entry.fields.done();
  return given;
}

/** Parts of a long list: each option names the one that it belongs to. */
function readAreas(entry: EntryReader): string[] {
  return entry.fields.tables('areas').map((row) => {
    const id = row.text('is') ?? '';
    row.required('is');
    entry.put(`area.${id}`, row, 'title', true);
    row.done();
    return id;
  });
}

function readOptions(entry: EntryReader, type: FactType, areas: readonly string[]): Option[] {
  const rows = entry.fields.tables('options');
  const takesOptions = type === 'choice' || type === 'ordered' || type === 'list';
  if (takesOptions !== rows.length > 0) {
    entry.fields.fault(
      firstKey(entry.entry.table),
      takesOptions ? `a ${type} needs "options"` : `a ${type} has no "options"`,
    );
  }
  return rows.map((row) => {
    const id = row.text('is') ?? '';
    const since = row.text('since');
    row.required('is');
    entry.put(`option.${id}`, row, 'title', true);
    entry.put(`option.${id}.help`, row, 'help', false);
    const source = entry.citations(row, false);
    const area = row.text('area');
    if (areas.length > 0 ? area === undefined || !areas.includes(area) : area !== undefined)
      row.fault(firstKey(row.table), `"${area ?? ''}" is no area of ${entry.entry.id}${meant(area ?? '', areas)}`);
    row.done();
    return {
      id,
      source,
      ...(since === undefined || since === '1.0' ? {} : { since }),
      ...(area === undefined ? {} : { area }),
    };
  });
}

function option(id: string): Option {
  return { id, source: [] };
}
