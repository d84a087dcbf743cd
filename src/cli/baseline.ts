import type { Assessment } from '../assessment/contract.ts';
import { effectOf, isMissing } from '../assessment/verdict.ts';
import { Problems } from '../description/problems.ts';
import { isDay } from '../law/day.ts';
import { get, type Node, type Table } from '../yaml/node.ts';
import { parse } from '../yaml/parse.ts';
import { type Problem, problem, Source } from '../yaml/source.ts';
import { readSource } from './read-source.ts';

const FORMAT = 'aiact-check/baseline@1';

/** Gaps that were known when a gate was put up: by the place of each system in its repository, the duties. */
export interface Baseline {
  readonly path: string;
  readonly created: string;
  readonly gaps: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Every problem at once; with any, there is no baseline. JSON is read as the YAML that it is, for the places. */
export function readBaseline(path: string): Baseline | readonly Problem[] {
  const source = readSource(path);
  if (!(source instanceof Source)) return [source];
  const { documents, problems } = parse(source);
  if (problems.length > 0) return problems;
  const [root] = documents;
  if (root?.kind !== 'table') return [problem(source, root, 'not-baseline')];
  const found = new Problems(source);
  const created = textAt(root, 'created', found);
  if (textAt(root, 'format', found) !== FORMAT || !isDay(created)) return [problem(source, root, 'not-baseline')];
  const gaps = new Map<string, Set<string>>();
  for (const system of itemsAt(root, 'systems', found)) {
    if (system.kind !== 'table') {
      found.wrongKind(system, 'systems', 'keys');
      continue;
    }
    const duties = itemsAt(system, 'gaps', found).flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
    const known = gaps.get(textAt(system, 'path', found)) ?? [];
    gaps.set(textAt(system, 'path', found), new Set([...known, ...duties]));
  }
  return found.all.length > 0 ? found.all : { path, created, gaps };
}

function textAt(table: Table, key: string, problems: Problems): string {
  const node = get(table, key);
  if (node?.kind === 'scalar') return node.text;
  if (node === undefined) problems.add(table.entries[0]?.key ?? table, 'missing-key', { key, of: '' });
  else problems.wrongKind(node, key, 'value');
  return '';
}

function itemsAt(table: Table, key: string, problems: Problems): readonly Node[] {
  const node = get(table, key);
  if (node?.kind === 'list') return node.items;
  if (node === undefined) problems.add(table.entries[0]?.key ?? table, 'missing-key', { key, of: '' });
  else problems.wrongKind(node, key, 'list');
  return [];
}

/**
 * The gaps of a report that a baseline may hold: duties that are known to apply and known to be missing. What nobody has answered
 * has to be answered first, and a prohibition cannot be set aside.
 */
export function gapsOf(report: Assessment): string[] {
  return report.duties
    .filter((duty) => {
      const effect = effectOf(duty, report);
      return isMissing(duty) && !duty.prohibition && (effect === 'fails' || effect === 'open');
    })
    .map(({ id }) => id);
}

/** The text of a baseline: a line a gap, so that a change of it can be read in a review. */
export function baselineText(created: string, gaps: ReadonlyMap<string, Iterable<string>>): string {
  const systems = [...gaps]
    .map(([path, duties]) => ({ path, gaps: [...duties].sort() }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return `${JSON.stringify({ format: FORMAT, created, systems }, null, 2)}\n`;
}
