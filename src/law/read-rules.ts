import type { EntryReader } from './entry-reader.ts';
import { type Fields, firstKey, meant } from './fields.ts';
import { type Concept, type LawDate, NEVER, type Scale, type ScaleRow, STRATA, TRUE } from './law.ts';

export function readDate(entry: EntryReader): LawDate {
  entry.text('title', true);
  const isMilestone = entry.fields.optional('binds') !== undefined;
  entry.text('binds', false);
  entry.fields.required('history');
  const history = entry.fields.tables('history').map((row) => {
    const read = { lawFrom: row.day('law-from') ?? '', on: row.day('on') ?? '', source: entry.citations(row, true) };
    for (const key of ['law-from', 'on']) row.required(key);
    row.done();
    return read;
  });
  if (history.length === 0) entry.fields.fault(firstKey(entry.entry.table), 'a date needs a history');
  if (history.some((row, i) => i > 0 && row.lawFrom <= (history[i - 1]?.lawFrom ?? ''))) {
    entry.fields.fault(firstKey(entry.entry.table), 'the history goes from the oldest law to the newest');
  }
  entry.fields.done();
  return { id: entry.entry.id, history, isMilestone };
}

export function readConcept(entry: EntryReader): Concept {
  entry.text('title', true);
  const single = entry.condition(entry.fields, 'when');
  const versions = entry.fields.tables('versions').map((row) => {
    const textFrom = row.day('text-from');
    const when = entry.condition(row, 'when') ?? TRUE;
    row.done();
    return { ...(textFrom === undefined ? {} : { textFrom }), when };
  });
  if ((single === undefined) === (versions.length === 0)) {
    entry.fields.fault(firstKey(entry.entry.table), 'a concept has either "when" or "versions"');
  }
  const concept: Concept = {
    id: entry.entry.id,
    stratum: entry.required('stratum', STRATA),
    source: entry.citations(entry.fields, true),
    versions: single === undefined ? versions : [{ when: single }],
    contested: entry.contested(entry.fields, ''),
    overlay: entry.fields.flag('overlay'),
    ...entry.inTime(entry.fields),
  };
  entry.fields.optional('cases');
  entry.fields.done();
  return concept;
}

export function readScale(entry: EntryReader): Scale {
  entry.text('title', true);
  entry.fields.required('outcomes');
  const rows = entry.fields.tables('outcomes');
  const read = rows.map((row, index) => readRow(entry, row, index, index === rows.length - 1));
  const order = entry.fields.scalars('order');
  const outcomes = entry.symbols.scales.get(entry.entry.id)?.outcomes ?? [];
  for (const name of order) {
    if (!outcomes.includes(name.text))
      entry.fields.fault(name, `"${name.text}" is no outcome of this scale${meant(name.text, outcomes)}`);
  }
  if (order.length > 0) {
    const missing = outcomes.filter((outcome) => !order.some((name) => name.text === outcome));
    if (missing.length > 0) entry.fields.fault(firstKey(entry.entry.table), `"order" lacks ${missing.join(', ')}`);
  }
  const scale: Scale = {
    id: entry.entry.id,
    stratum: entry.required('stratum', STRATA),
    source: entry.citations(entry.fields, true),
    order: order.map((name) => name.text),
    schedule: read.some((row) => row.outcome === NEVER || entry.symbols.ids.date.has(row.outcome)),
    rows: read,
  };
  entry.fields.optional('cases');
  entry.fields.done();
  return scale;
}

function readRow(entry: EntryReader, row: Fields, index: number, last: boolean): ScaleRow {
  const named = ['is', 'on', 'never'].filter((key) => row.optional(key) !== undefined);
  if (named.length !== 1) row.fault(firstKey(row.table), 'an outcome has exactly one of "is", "on" and "never"');
  const reason = entry.reference('never', 'concept', row);
  const outcome = reason === undefined ? (row.text('is') ?? entry.reference('on', 'date', row) ?? '') : NEVER;
  if (row.optional('is') !== undefined) entry.put(`outcome.${outcome}`, row, 'title', true);
  entry.put(`short.${outcome}`, row, 'short', false);
  if (reason !== undefined) entry.put(`ends.${index}`, row, 'ends', true);
  const when = entry.condition(row, 'when');
  if (row.flag('otherwise') !== last || (when === undefined) !== last) {
    row.fault(firstKey(row.table), 'each row has "when", but for the last, which has "otherwise: true"');
  }
  const read = {
    outcome,
    when: when ?? TRUE,
    source: entry.citations(row, false),
    contested: entry.contested(row, `${index}.`),
    ...(reason === undefined ? {} : { reason }),
    ...entry.inTime(row),
  };
  row.done();
  return read;
}
