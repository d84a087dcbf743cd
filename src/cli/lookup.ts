import { type Command, Option } from 'commander';
import { assess, DEFAULT_POLICY } from '../assessment/assess.ts';
import { Derived } from '../assessment/derived.ts';
import type { System } from '../assessment/timeline.ts';
import type { LoadedLaw } from '../law/artefact.ts';
import type { Language } from '../law/law.ts';
import { type LawModel, type Moment, modelAt } from '../law/moment.ts';
import { renderPage } from '../report/formats.ts';
import type { Page } from '../report/page.ts';
import type { Problem } from '../yaml/source.ts';
import { today } from './options.ts';
import { writeOut } from './output.ts';
import { withLaw, withLook, withSystem } from './shared-options.ts';
import { readSystem } from './system.ts';
import { chooseLanguage, styleFor } from './terminal.ts';

/** What the commands that look something up in the law are given from outside. */
export interface Tools {
  readonly version: string;
  readonly load: (flags: LawFlags, language: Language) => LoadedLaw | readonly Problem[];
  /** Prints what is wrong and gives the exit code. */
  readonly printFaults: (faults: readonly Problem[], language: Language) => number;
  readonly finish: (code: number) => void;
}

/** Which law is loaded, besides its language. */
export interface LawFlags {
  readonly rules?: readonly string[];
  readonly withProposal?: readonly string[];
}

export interface LookupFlags extends LawFlags {
  readonly lang?: Language;
  readonly color?: boolean;
  readonly format: 'terminal' | 'json' | 'markdown';
  readonly asOf?: string;
  readonly set?: ReadonlyMap<string, string>;
  readonly root?: string;
  readonly configFolder?: string;
  readonly all?: boolean;
}

export function withLookupOptions(command: Command): Command {
  const told = command
    .addOption(
      new Option('--format <name>', 'how it is told').choices(['terminal', 'json', 'markdown']).default('terminal'),
    )
    .option('--all', 'leave nothing out');
  return withLook(withSystem(withLaw(told)));
}

/** The law that is looked at and, where a file is given, the system. */
export interface Lookup {
  readonly loaded: LoadedLaw;
  readonly language: Language;
  readonly moment: Moment;
  readonly model: LawModel;
  readonly system: System | undefined;
}

/** Undefined, and all said, where the rules or the file cannot be used. */
export function lookUp(file: string | undefined, flags: LookupFlags, tools: Tools): Lookup | undefined {
  const language = chooseLanguage(flags.lang);
  const loaded = tools.load(flags, language);
  if (!('law' in loaded)) return refuse(loaded, language, tools);
  const moment = { asOf: flags.asOf ?? today(), proposals: flags.withProposal ?? [] };
  const model = modelAt(loaded.law, moment, loaded.variables);
  const common = { loaded, language, moment, model };
  if (file === undefined) return { ...common, system: undefined };
  const read = readSystem(file, loaded, {
    set: flags.set ?? new Map(),
    root: flags.root,
    configFolder: flags.configFolder,
  });
  if (!('description' in read)) return refuse(read, language, tools);
  const { description, evidence } = read;
  const assessment = assess(description, loaded, {
    toolVersion: tools.version,
    asOf: moment.asOf,
    horizon: moment.asOf,
    evidence,
    policy: { ...DEFAULT_POLICY, proposals: moment.proposals },
  });
  return { ...common, system: { assessment, derived: new Derived(loaded, description, moment) } };
}

function refuse(problems: readonly Problem[], language: Language, { printFaults, finish }: Tools): undefined {
  finish(printFaults(problems, language));
  return undefined;
}

export function show(data: object, page: () => Page, { format }: LookupFlags, colour: boolean | undefined): void {
  writeOut(renderPage(format, data, page, styleFor('out', colour)));
}

/** What was said on the command line, and not by default. */
export function colourFlag({ color }: { readonly color?: boolean }, command: Command): boolean | undefined {
  return command.getOptionValueSource('color') === 'cli' ? color : undefined;
}
