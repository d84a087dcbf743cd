import { countryCodes } from '../law/countries.ts';
import { parsePeriod } from '../law/day.ts';
import type { Fact } from '../law/law.ts';
import type { Truth } from '../logic/truth.ts';
import type { Node, Scalar } from '../yaml/node.ts';
import type { Source } from '../yaml/source.ts';
import type { Answer } from './description.ts';
import type { Problems } from './problems.ts';

const YES = new Set(['yes', 'true', 'oui', 'Yes', 'True', 'Oui', 'YES', 'TRUE', 'OUI']);
const NO = new Set(['no', 'false', 'non', 'No', 'False', 'Non', 'NO', 'FALSE', 'NON']);
const UNKNOWN = new Set(['unknown', 'Unknown', '']);

/** `yes` or `no` in the ways people write it, or undefined. */
export function readYesNo(text: string): 'yes' | 'no' | undefined {
  if (YES.has(text)) return 'yes';
  return NO.has(text) ? 'no' : undefined;
}

export function isUnknown(text: string): boolean {
  return UNKNOWN.has(text);
}

/** Reads the answer to a fact by the fact's own type. Undefined, and a problem, where it cannot be one. */
export function readAnswer(
  fact: Fact,
  node: Node,
  formatVersion: string,
  source: Source,
  problems: Problems,
): Answer | undefined {
  const text = source.text.slice(node.start, node.end).replaceAll(/\s+/g, ' ').trim();
  const written = { place: source.region(node), text };
  if (node.kind === 'scalar' && isUnknown(node.text)) return { kind: 'unknown', ...written };
  if (fact.type === 'list') {
    const options = readList(fact, node, formatVersion, problems);
    return options && { kind: 'list', options, ...written };
  }
  if (node.kind !== 'scalar') {
    problems.wrongKind(node, fact.id, 'value');
    return undefined;
  }
  if (fact.type === 'date') {
    const period = parsePeriod(node.text);
    if (period === undefined) problems.invalidValue(node, fact.id, { form: 'date' });
    return period && { kind: 'period', period, ...written };
  }
  const value = readValue(fact, node, problems);
  return value === undefined ? undefined : { kind: 'value', value, ...written };
}

function readValue(fact: Fact, node: Scalar, problems: Problems): string | undefined {
  switch (fact.type) {
    case 'text':
      return node.text;
    case 'yes-no': {
      const answer = readYesNo(node.text);
      if (answer === undefined) problems.invalidValue(node, fact.id, { oneOf: ['yes', 'no', 'unknown'] });
      return answer;
    }
    case 'country':
      if (countryCodes.has(node.text.toUpperCase())) return node.text.toUpperCase();
      problems.invalidValue(node, fact.id, { form: 'country' });
      return undefined;
    default: {
      const options = fact.options.map((option) => option.id);
      if (options.includes(node.text)) return node.text;
      problems.invalidValue(node, fact.id, { oneOf: [...options, 'unknown'] });
      return undefined;
    }
  }
}

/** A list that is given is complete: what it does not name is "no", unless it names `unknown` or is of an older format. */
function readList(fact: Fact, node: Node, formatVersion: string, problems: Problems): Map<string, Truth> | undefined {
  if (node.kind === 'table') {
    problems.wrongKind(node, fact.id, 'list');
    return undefined;
  }
  const items = node.kind === 'list' ? node.items : [node];
  const options = fact.options.map((option) => option.id);
  const given = new Map<string, Truth>();
  let rest: Truth = 'no';
  for (const item of items) {
    if (item.kind !== 'scalar') {
      problems.wrongKind(item, fact.id, 'value');
      return undefined;
    }
    const unsure = item.text.endsWith('?');
    const name = unsure ? item.text.slice(0, -1).trimEnd() : item.text;
    if (isUnknown(name)) rest = 'unknown';
    else if (name === 'none' && !options.includes('none')) {
      if (items.length === 1 && !unsure) continue;
      problems.add(item, 'invalid-value', { key: fact.id, value: item.text, form: 'none-alone' });
    } else if (!options.includes(name))
      problems.invalidValue({ ...item, text: name }, fact.id, { oneOf: [...options, 'none', 'unknown'] });
    else if (given.has(name)) problems.add(item, 'repeated-value', { key: fact.id, value: name });
    else given.set(name, unsure ? 'unknown' : 'yes');
  }
  return new Map(
    fact.options.map((option) => {
      const newer = option.since !== undefined && isOlder(formatVersion, option.since);
      return [option.id, given.get(option.id) ?? (newer ? 'unknown' : rest)];
    }),
  );
}

export function isOlder(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split('.').map(Number));
  return (a?.[0] ?? 0) < (b?.[0] ?? 0) || (a?.[0] === b?.[0] && (a?.[1] ?? 0) < (b?.[1] ?? 0));
}
