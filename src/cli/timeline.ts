import type { Command } from 'commander';
import { timelineOf } from '../assessment/timeline.ts';
import { timelinePage } from '../report/timeline.ts';
import { EXIT } from './exit.ts';
import { colourFlag, type LookupFlags, lookUp, show, type Tools, withLookupOptions } from './lookup.ts';

export function addTimeline(root: Command, tools: Tools): void {
  withLookupOptions(root.command('timeline'))
    .description('the days of the law, past and to come, or those that matter to a system')
    .argument('[file]', 'a description, or - for standard input')
    .action((file: string | undefined, flags: LookupFlags, command: Command) => {
      const found = lookUp(file, flags, tools);
      if (found === undefined) return;
      const { asOf } = found.moment;
      const timeline = timelineOf({ ...found, asOf }, asOf, tools.version, found.system);
      show(timeline, () => timelinePage(timeline, flags.all ?? false), flags, colourFlag(flags, command));
      tools.finish(EXIT.ready);
    });
}
