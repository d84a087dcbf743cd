import type { Node } from '../yaml/node.ts';
import { readCondition } from './condition.ts';
import type { EntryReader } from './entry-reader.ts';
import { firstKey, meant } from './fields.ts';
import { type Control, type Duty, type Needs, TRUE } from './law.ts';

export function readDuty(entry: EntryReader): Duty {
  entry.text('title', true);
  const before = entry.reference('before', 'event');
  const once = entry.reference('once', 'event');
  const within = readMonths(entry, 'within');
  const penalty = entry.reference('penalty', 'penalty');
  const headline = entry.fields.oneOf('headline', ['oversight', 'data'] as const);
  const needs = entry.fields.required('needs');
  for (const key of ['binds', 'due']) entry.fields.required(key);
  const duty: Duty = {
    id: entry.entry.id,
    source: entry.citations(entry.fields, true),
    binds: entry.reference('binds', 'concept') ?? '',
    when: entry.condition(entry.fields, 'when') ?? TRUE,
    due: entry.due(entry.fields) ?? '',
    needs: needs === undefined ? { all: [] } : readNeeds(entry, needs),
    level: entry.fields.oneOf('level', ['law', 'soft-law', 'good-practice'] as const) ?? 'law',
    prohibition: entry.fields.flag('prohibition'),
    contested: readRivals(entry),
    ...(before === undefined ? {} : { before }),
    ...(once === undefined ? {} : { once }),
    ...(within === undefined ? {} : { within }),
    ...(penalty === undefined ? {} : { penalty }),
    ...(headline === undefined ? {} : { headline }),
    ...entry.inTime(entry.fields),
  };
  entry.fields.optional('cases');
  if (before !== undefined && once !== undefined)
    entry.fields.fault(firstKey(entry.entry.table), 'a duty binds before an event or from it on, not both');
  if (within !== undefined && once === undefined)
    entry.fields.fault(firstKey(entry.entry.table), '"within" counts from the event that "once" names');
  entry.fields.done();
  return duty;
}

export function readControl(entry: EntryReader): Control {
  for (const key of ['title', 'question', 'shows', 'how']) entry.text(key, true);
  const reviewEvery = readMonths(entry, 'review-every');
  entry.text('ask', false);
  entry.fields.done();
  return { id: entry.entry.id, ...(reviewEvery === undefined ? {} : { reviewEvery }) };
}

function readMonths(entry: EntryReader, key: string): number | undefined {
  const text = entry.fields.text(key);
  const months = /^(\d+)m$/.exec(text ?? '')?.[1];
  if (text !== undefined && months === undefined) {
    entry.fields.fault(entry.fields.optional(key) ?? entry.entry.table, `${key} is a number of months such as 12m`);
  }
  return months === undefined ? undefined : Number(months);
}

function readNeeds(entry: EntryReader, node: Node): Needs {
  if (node.kind === 'scalar') {
    if (!entry.symbols.ids.control.has(node.text)) {
      entry.fields.fault(node, `no control is called "${node.text}"${meant(node.text, entry.symbols.ids.control)}`);
    }
    return { control: node.text };
  }
  const [group] = node.kind === 'table' && node.entries.length === 1 ? node.entries : [];
  const parts = group?.value.kind === 'list' ? group.value.items : [];
  if (group?.key.text === 'all') return { all: parts.map((part) => readNeeds(entry, part)) };
  if (group?.key.text === 'any') return { any: parts.map((part) => readNeeds(entry, part)) };
  if (group?.key.text === 'holds') {
    return { holds: readCondition(group.value, entry.entry.source, entry.symbols, entry.report) };
  }
  entry.fields.fault(node, 'needs is a control, { all: […] }, { any: […] } or { holds: condition }');
  return { all: [] };
}

function readRivals(entry: EntryReader): Duty['contested'] {
  return entry.rivals(entry.fields, '', (instead) => {
    const when = entry.condition(instead, 'when');
    const due = entry.due(instead);
    const binds = entry.reference('binds', 'concept', instead);
    return { ...(when && { when }), ...(due && { due }), ...(binds && { binds }) };
  });
}
