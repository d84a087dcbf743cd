import { type Command, Option } from 'commander';
import { assess, DEFAULT_POLICY } from '../assessment/assess.ts';
import type { OpenQuestions } from '../assessment/open-questions.ts';
import { readAnswers } from '../description/read-answers.ts';
import type { LoadedLaw } from '../law/artefact.ts';
import { LANGUAGES, type Language, type Texts } from '../law/law.ts';
import { openQuestionsOf } from '../questionnaire/open-questions.ts';
import { jsonText } from '../report/json.ts';
import { openQuestionsMarkdown, openQuestionsPage } from '../report/open-questions.ts';
import { terminalPage } from '../report/page.ts';
import { summaryPage } from '../report/summary.ts';
import { textOf } from '../text/text.ts';
import { problem, Source } from '../yaml/source.ts';
import { ask } from './ask.ts';
import { commit, type Draft, isBegun, nothingIn, prepare, readDraft } from './draft.ts';
import { EXIT, UsageError } from './exit.ts';
import { colourFlag, type LookupFlags, type Tools } from './lookup.ts';
import { today } from './options.ts';
import { lookOf, writeOut } from './output.ts';
import { notFound, readSource, STDIN } from './read-source.ts';
import { whyNotSaved } from './save.ts';
import { withLaw, withLook } from './shared-options.ts';
import { chooseLanguage, styleFor } from './terminal.ts';

/** Where a description goes that no name was given for. */
const DEFAULT_FILE = 'system.yaml';

interface InitFlags extends Omit<LookupFlags, 'format'> {
  readonly format?: LookupFlags['format'];
  readonly openQuestions?: boolean;
  readonly answers?: string;
}

/** What all of `init` works with. */
interface Desk {
  readonly file: string | undefined;
  readonly flags: InitFlags;
  readonly loaded: LoadedLaw;
  readonly language: Language;
  readonly tools: InitTools;
  readonly colour: boolean | undefined;
}

export interface InitTools extends Tools {
  /** The schema of descriptions, for editors. */
  readonly schemaFile: string;
}

export function addInit(root: Command, tools: InitTools): void {
  const asking = root
    .command('init')
    .description('make a description or complete one; list what is open, or put in answers from a file')
    .argument('[file]', 'the description')
    .option('--open-questions', 'list what is still to be answered, by who usually knows it')
    .addOption(
      new Option('--answers <file>', 'put answers into the description: YAML or JSON, by fact or control').conflicts(
        'openQuestions',
      ),
    )
    .addOption(new Option('--format <name>', 'how questions are listed').choices(['terminal', 'json', 'markdown']));
  withLook(withLaw(asking)).action(async (file: string | undefined, flags: InitFlags, command: Command) => {
    const colour = colourFlag(flags, command);
    tools.finish(await begin(file, flags, tools, colour));
  });
}

/** Gives the exit code. */
export async function begin(
  file: string | undefined,
  flags: InitFlags,
  tools: InitTools,
  colour: boolean | undefined,
): Promise<number> {
  const language = chooseLanguage(flags.lang);
  const loaded = tools.load(flags, language);
  if (!('law' in loaded)) return tools.printFaults(loaded, language);
  const desk = { file, flags, loaded, language, tools, colour };
  const isToBeAsked = !flags.openQuestions && flags.answers === undefined && flags.format === undefined;
  return isToBeAsked && isConversation() ? interview(desk) : init(desk);
}

/** Whether somebody sits there who can be asked, before a terminal that can be drawn on. */
export function isConversation(): boolean {
  return process.stdin.isTTY === true && lookOf('out').isTerminal && process.env.TERM !== 'dumb';
}

async function interview(desk: Desk): Promise<number> {
  const { file = DEFAULT_FILE, flags, loaded, language, tools } = desk;
  const draft = readDraft(file, loaded);
  if (!('description' in draft)) return tools.printFaults(draft, language);
  const refused = whyNotSaved(file);
  if (refused !== undefined) return tools.printFaults([refused], language);
  const given = [
    ...(flags.rules ?? []).map((folder) => `--rules ${folder}`),
    ...(flags.withProposal ?? []).map((id) => `--with-proposal ${id}`),
    ...(flags.lang === undefined ? [] : [`--lang ${flags.lang}`]),
  ];
  return ask({
    draft,
    loaded,
    inWords: wordsOf(desk),
    language,
    colour: styleFor('out', desk.colour).colour,
    asOf: flags.asOf ?? today(),
    proposals: flags.withProposal ?? [],
    root: undefined,
    flags: given.join(' '),
    schemaFile: tools.schemaFile,
    toolVersion: tools.version,
    printFaults: tools.printFaults,
  });
}

function init(desk: Desk): number {
  const { file, flags, loaded, language, tools } = desk;
  if (flags.answers !== undefined) return putIn(flags.answers, desk);
  const draft = file === undefined ? nothingIn(DEFAULT_FILE, null) : readDraft(file, loaded);
  if (!('description' in draft)) return tools.printFaults(draft, language);
  // Questions about a file that is not there are about a name misspelt.
  if (flags.openQuestions && file !== undefined && draft.source === null)
    return tools.printFaults([notFound(file)], language);
  const open = openIn(draft, desk);
  show(open, desk);
  return flags.openQuestions || open.questions.length === 0 ? EXIT.ready : EXIT.notReady;
}

function openIn(draft: Draft, { loaded, flags, tools }: Desk): OpenQuestions {
  const asOf = flags.asOf ?? today();
  const assessment = assess(draft.description, loaded, {
    toolVersion: tools.version,
    asOf,
    horizon: asOf,
    // Whether cited evidence is there, the report says; here a claim is an answer.
    evidence: new Map(),
    policy: { ...DEFAULT_POLICY, proposals: flags.withProposal ?? [] },
  });
  return openQuestionsOf(assessment, isBegun(draft) ? draft.description : null, loaded);
}

function show(open: OpenQuestions, { flags, colour }: Desk): void {
  const format = flags.format ?? (flags.openQuestions ? 'markdown' : 'terminal');
  if (format === 'json') writeOut(jsonText(open));
  else if (format === 'markdown') writeOut(openQuestionsMarkdown(open));
  else writeOut(terminalPage(openQuestionsPage(open), styleFor('out', colour)));
}

/** Answers from a file into the description: all of them, or none and every problem of both files. */
function putIn(answersFile: string, desk: Desk): number {
  const { file, loaded, language, tools } = desk;
  const { handOver: words } = textOf(language);
  if (file === undefined) throw new UsageError(words.needsFile);
  if (file === STDIN) throw new UsageError(words.needsRealFile);
  const draft = readDraft(file, loaded);
  const given = answersIn(answersFile, loaded);
  const problems = [...('description' in draft ? [] : draft), ...given.problems];
  if (!('description' in draft) || given.answers === undefined) return tools.printFaults(problems, language);
  if (!isBegun(draft) && !given.answers.has('system.name')) {
    const missing = problem(given.source, { start: 0, end: 0 }, 'missing-key', { key: 'system.name', of: '' });
    return tools.printFaults([missing], language);
  }
  const prepared = prepare(draft, given.answers, wordsOf(desk), language, tools.schemaFile);
  const saved = commit(prepared);
  if (!('draft' in saved)) return tools.printFaults([saved], language);
  const told = summaryPage(prepared.summary, { file, saved: saved.draft.path, beside: saved.beside, language });
  writeOut(terminalPage(told, styleFor('out', desk.colour)));
  return saved.beside ? EXIT.wrongInput : EXIT.ready;
}

type Given = { readonly source: Source } & ReturnType<typeof readAnswers>;

function answersIn(path: string, { law }: LoadedLaw): Given {
  const source = readSource(path);
  if (source instanceof Source) return { source, ...readAnswers(source, law) };
  return { source: new Source(path, ''), problems: [source] };
}

/** Comments of this program in a file may be in the other language. Rules of one's own are not compiled twice for them. */
function wordsOf({ loaded, flags, language, tools }: Desk): {
  law: LoadedLaw['law'];
  texts: Partial<Record<Language, Texts>>;
} {
  const texts: Partial<Record<Language, Texts>> = { [language]: loaded.texts };
  for (const other of LANGUAGES) {
    if (other === language || flags.rules !== undefined) continue;
    const found = tools.load(flags, other);
    if ('texts' in found) texts[other] = found.texts;
  }
  return { law: loaded.law, texts };
}
