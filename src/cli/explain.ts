import type { Command } from 'commander';
import { explain, idsOf } from '../assessment/explain.ts';
import { explanationPage } from '../report/explain.ts';
import { textOf } from '../text/text.ts';
import { nearest } from '../yaml/nearest.ts';
import { EXIT, UsageError } from './exit.ts';
import { colourFlag, type Lookup, type LookupFlags, lookUp, show, type Tools, withLookupOptions } from './lookup.ts';

/** Names offered in the place of one that is not known. */
const OFFERED = 4;

export function addExplain(root: Command, tools: Tools): void {
  withLookupOptions(root.command('explain'))
    .description('an entry of the law, or what rests on a place of an act; with a file: why, and what would change it')
    .argument('<id>', 'a duty, control, fact, concept, scale, change, outcome (scale=outcome), date, act; or act:place')
    .argument('[file]', 'a description, or - for standard input')
    .action((id: string, file: string | undefined, flags: LookupFlags, command: Command) => {
      const found = lookUp(file, flags, tools);
      if (found === undefined) return;
      const { asOf } = found.moment;
      const explanation = explain(id, { ...found, asOf }, tools.version, found.system);
      if (explanation === undefined) throw new UsageError(unknown(id, found));
      show(explanation, () => explanationPage(explanation, flags.all ?? false), flags, colourFlag(flags, command));
      tools.finish(EXIT.ready);
    });
}

function unknown(asked: string, { loaded, language }: Lookup): string {
  const { explain: words } = textOf(language);
  const isCitation = asked.includes(':');
  const known = isCitation ? citationsOf(loaded) : idsOf(loaded);
  const near = likely(asked, known);
  const message = isCitation ? words.uncited(asked) : words.unknownId(asked);
  return [message, near.length === 0 ? words.listed : words.meant(near.join(', '))].join(' ');
}

function citationsOf({ law }: Lookup['loaded']): string[] {
  const entries = [...law.duties, ...law.concepts, ...law.scales, ...law.penalties, ...law.facts];
  return [...new Set(entries.flatMap(({ source }) => source))];
}

/** The nearest name first, then those that have what was asked for in them. */
function likely(asked: string, known: readonly string[]): string[] {
  const near = nearest(asked, known);
  const within = known.filter((id) => asked.length > 2 && id.toLowerCase().includes(asked.toLowerCase()));
  return [...new Set([...(near === undefined ? [] : [near]), ...within])].slice(0, OFFERED);
}
