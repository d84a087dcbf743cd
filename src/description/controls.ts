import { addMonths, isDay, type Period, parsePeriod } from '../law/day.ts';
import type { Law } from '../law/law.ts';
import type { Node, Table } from '../yaml/node.ts';
import { get } from '../yaml/node.ts';
import type { Source } from '../yaml/source.ts';
import { isUnknown, readYesNo } from './answers.ts';
import type { AcceptedGap, ControlAnswer } from './description.ts';
import type { Problems } from './problems.ts';

const STATUSES = ['in-place', 'planned', 'missing'] as const;
const KEYS = ['status', 'evidence', 'reviewed', 'by', 'owner', 'note'];
const GAP_KEYS = ['duty', 'because', 'by', 'since', 'until'] as const;
/** A gap is accepted for a year at most; then somebody must decide again. */
const LONGEST_ACCEPTANCE_MONTHS = 12;

export function readControl(id: string, node: Node, source: Source, problems: Problems): ControlAnswer | undefined {
  const place = source.region(node);
  if (node.kind === 'list') {
    problems.wrongKind(node, id, 'keys');
    return undefined;
  }
  if (node.kind === 'scalar') {
    const status = readStatus(id, node, problems);
    if (status === 'planned') problems.add(node, 'missing-key', { key: 'by', of: id });
    return status && { place, status, evidence: [] };
  }
  for (const { key } of node.entries) if (!isKnown(key.text)) problems.unknownKey(key, key.text, KEYS);
  const given = get(node, 'status');
  const status = given === undefined ? 'unanswered' : readStatus(`${id}.status`, given, problems);
  const by = readPeriod(node, 'by', id, problems);
  if (status === 'planned' && get(node, 'by') === undefined)
    problems.add(given ?? node, 'missing-key', { key: 'by', of: id });
  const reviewed = readPeriod(node, 'reviewed', id, problems);
  const owner = readText(node, 'owner', id, problems);
  return (
    status && {
      place,
      status,
      evidence: readTexts(node, 'evidence', id, problems),
      ...(by && { by }),
      ...(reviewed && { reviewed }),
      ...(owner && { owner }),
    }
  );
}

export function readAcceptedGap(node: Node, law: Law, source: Source, problems: Problems): AcceptedGap | undefined {
  if (node.kind !== 'table') {
    problems.wrongKind(node, 'accepted-gaps', 'keys');
    return undefined;
  }
  for (const { key } of node.entries)
    if (!GAP_KEYS.some((known) => known === key.text)) problems.unknownKey(key, key.text, GAP_KEYS);
  const before = problems.all.length;
  const text = Object.fromEntries(GAP_KEYS.map((key) => [key, readText(node, key, 'accepted-gaps', problems)?.trim()]));
  const { duty = '', because = '', by = '', since = '', until = '' } = text;
  for (const key of GAP_KEYS) {
    if (!text[key] && problems.all.length === before)
      problems.add(node.entries[0]?.key ?? node, 'missing-key', { key, of: 'accepted-gaps' });
  }
  if (problems.all.length > before) return undefined;
  const known = law.duties.find((candidate) => candidate.id === duty);
  const dutyNode = get(node, 'duty') ?? node;
  if (known === undefined)
    problems.invalidValue(dutyNode, 'duty', {
      oneOf: law.duties.filter(({ prohibition }) => !prohibition).map(({ id }) => id),
    });
  else if (known.prohibition) problems.invalidValue(dutyNode, 'duty', { form: 'no-prohibition' });
  for (const key of ['since', 'until'] as const) {
    if (!isDay(text[key] ?? '')) problems.invalidValue(get(node, key) ?? node, key, { form: 'day' });
  }
  if (problems.all.length > before) return undefined;
  if (until < since || until > addMonths(since, LONGEST_ACCEPTANCE_MONTHS)) {
    problems.invalidValue(get(node, 'until') ?? node, 'until', { form: 'within-a-year' });
    return undefined;
  }
  return { place: source.region(node), duty, because, by, since, until };
}

function readStatus(key: string, node: Node, problems: Problems): ControlAnswer['status'] | undefined {
  if (node.kind !== 'scalar') {
    problems.wrongKind(node, key, 'value');
    return undefined;
  }
  if (isUnknown(node.text)) return 'unanswered';
  const yesNo = readYesNo(node.text);
  if (yesNo !== undefined) return yesNo === 'yes' ? 'in-place' : 'missing';
  const status = STATUSES.find((candidate) => candidate === node.text);
  if (status === undefined) problems.invalidValue(node, key, { oneOf: ['yes', 'no', ...STATUSES, 'unknown'] });
  return status;
}

function readPeriod(table: Table, key: string, of: string, problems: Problems): Period | undefined {
  const text = readText(table, key, of, problems);
  if (text === undefined) return undefined;
  const period = parsePeriod(text);
  if (period === undefined) problems.invalidValue(get(table, key) ?? table, `${of}.${key}`, { form: 'date' });
  return period;
}

function readText(table: Table, key: string, of: string, problems: Problems): string | undefined {
  const node = get(table, key);
  if (node === undefined) return undefined;
  if (node.kind === 'scalar') return node.text;
  problems.wrongKind(node, `${of}.${key}`, 'value');
  return undefined;
}

function readTexts(table: Table, key: string, of: string, problems: Problems): string[] {
  const node = get(table, key);
  if (node === undefined) return [];
  const nodes = node.kind === 'list' ? node.items : [node];
  return nodes.flatMap((item) => {
    if (item.kind === 'scalar') return item.text.trim() === '' ? [] : [item.text];
    problems.wrongKind(item, `${of}.${key}`, 'value');
    return [];
  });
}

function isKnown(key: string): boolean {
  return KEYS.includes(key) || key.startsWith('x-');
}
