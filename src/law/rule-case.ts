import type { Node, Scalar, Span } from '../yaml/node.ts';
import type { Source } from '../yaml/source.ts';
import { Fields, meant, type Report } from './fields.ts';
import type { RawEntry, Symbols } from './symbols.ts';

type Given = { readonly key: Scalar; readonly value: Node };

/** One case of a rule: facts and what must come out. */
export interface RuleCase {
  readonly entry: RawEntry;
  readonly span: Span;
  readonly source: Source;
  readonly like?: string;
  readonly given: readonly Given[];
  /** For a change: the answers that are others after it. */
  readonly after: readonly Given[];
  readonly expect: readonly string[];
  readonly ask: readonly string[];
  readonly asOf?: string;
  /** The proposal to be taken for law. */
  readonly proposal?: string;
}

export function readCases(entry: RawEntry, symbols: Symbols, report: Report): RuleCase[] {
  const fields = new Fields(entry.source, entry.table, report);
  return fields.tables('cases').map((row) => {
    const like = row.text('like');
    const asOf = row.day('as-of');
    const proposal = row.text('with-proposal');
    const given = row.sub('given')?.table.entries ?? [];
    const after = entry.kind === 'change' ? (row.sub('after')?.table.entries ?? []) : [];
    const expected = row.required('expect');
    const ask = row.scalars('ask').map((fact) => fact.text);
    row.done();
    if (like !== undefined && !symbols.ids.situation.has(like)) {
      row.fault(row.table, `no situation is called "${like}"${meant(like, symbols.ids.situation)}`);
    }
    if (proposal !== undefined && !symbols.ids.act.has(proposal)) {
      row.fault(row.table, `no act is called "${proposal}"${meant(proposal, symbols.ids.act)}`);
    }
    for (const fact of ask)
      if (!symbols.facts.has(fact))
        row.fault(row.table, `no fact is called "${fact}"${meant(fact, symbols.facts.keys())}`);
    const expect = expected?.kind === 'list' ? expected.items : expected === undefined ? [] : [expected];
    return {
      entry,
      span: { start: row.table.start, end: row.table.start + 1 },
      source: entry.source,
      given,
      after,
      expect: expect.flatMap((node) => (node.kind === 'scalar' ? [node.text] : [])),
      ask,
      ...(like === undefined ? {} : { like }),
      ...(asOf === undefined ? {} : { asOf }),
      ...(proposal === undefined ? {} : { proposal }),
    };
  });
}
