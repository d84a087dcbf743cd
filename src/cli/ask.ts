import type { ChalkInstance } from 'chalk';
import { assess, DEFAULT_POLICY } from '../assessment/assess.ts';
import type { Assessment, DutyLevel } from '../assessment/contract.ts';
import { nothingDescribed } from '../description/description.ts';
import { FORMAT_VERSION, readDescription } from '../description/read.ts';
import type { LoadedLaw } from '../law/artefact.ts';
import { parsePeriod } from '../law/day.ts';
import type { Language } from '../law/law.ts';
import { countryFrom } from '../questionnaire/country.ts';
import { hold, Interview } from '../questionnaire/interview.ts';
import type { Question, Reply } from '../questionnaire/question.ts';
import type { Why } from '../questionnaire/why.ts';
import type { LawInWords } from '../questionnaire/write.ts';
import { wrap, wrapParts } from '../report/layout.ts';
import { terminalPage } from '../report/page.ts';
import { visible } from '../report/safe.ts';
import { summaryPage } from '../report/summary.ts';
import { headLines, lineWidth, terminalReport } from '../report/terminal.ts';
import { type Text, textOf } from '../text/text.ts';
import { type Problem, Source } from '../yaml/source.ts';
import { type Draft, isBegun } from './draft.ts';
import type { Canvas } from './draw.ts';
import { EXIT } from './exit.ts';
import { isEnd, untilHungUp } from './hang-up.ts';
import { Keeper } from './keeper.ts';
import { writeOut } from './output.ts';
import { choose, pause, SHOW_CURSOR, typed } from './prompts.ts';
import { type Shown, saidIn, shown, standing } from './shown.ts';
import { readSystem } from './system.ts';
import { whyPage } from './why-page.ts';

/** Of what hangs on a question as much is told as can be seen at once. */
const WHY_SHOWN = [8, 5, 4, 3, 2];

export interface AskOptions {
  readonly draft: Draft;
  readonly loaded: LoadedLaw;
  readonly inWords: LawInWords;
  readonly language: Language;
  readonly colour: ChalkInstance;
  readonly asOf: string;
  readonly proposals: readonly string[];
  readonly level?: DutyLevel;
  readonly root: string | undefined;
  /** What else was said on the command line, for the command that is told at the end. */
  readonly flags: string;
  readonly schemaFile: string;
  readonly toolVersion: string;
  readonly printFaults: (faults: readonly Problem[], language: Language) => number;
}

/** Asks in a terminal what a description leaves open, saves it group by group, and shows the report. Gives the exit code. */
export function ask(options: AskOptions): Promise<number> {
  return new Sitting(options).run();
}

class Sitting {
  readonly #options: AskOptions;
  readonly #text: Text;
  readonly #interview: Interview;
  readonly #keeper: Keeper;
  readonly #ended = new AbortController();

  constructor(options: AskOptions) {
    this.#options = options;
    const { draft, loaded, language, asOf, proposals, level } = options;
    this.#text = textOf(language);
    this.#keeper = new Keeper(draft, options.inWords, language, options.schemaFile);
    this.#interview = new Interview({
      law: loaded,
      session: { asOf, proposals, ...(level === undefined ? {} : { level }) },
      describe: (given) => {
        const source = isBegun(draft) ? draft.source : null;
        if (source === null && !given.has('system.name')) return nothingDescribed(draft.path, FORMAT_VERSION);
        const base = source ?? new Source(draft.path, `aiact-check: "${FORMAT_VERSION}"\n`);
        const { description, problems } = readDescription(base, loaded.law, given);
        if (description === undefined) throw new Error(`an answer does not fit: ${JSON.stringify(problems[0]?.args)}`);
        return description;
      },
    });
  }

  async run(): Promise<number> {
    const stop = this.#untilHungUp();
    try {
      this.#greet();
      const end = await hold(this.#interview, (question) => this.#put(question), {
        save: () => this.#saveGroup(),
        explain: (why) => this.#explain(why),
      });
      this.#summarise();
      this.#save();
      return this.#handOver(end);
    } catch (error) {
      this.#save();
      if (!isEnd(error)) throw error;
      return this.#interrupted();
    } finally {
      stop();
    }
  }

  get #words(): Text['interview'] {
    return this.#text.interview;
  }

  get #columns(): number {
    return lineWidth(process.stdout.columns ?? 80);
  }

  /** A terminal that is closed takes the program with it: what is answered is saved first. */
  #untilHungUp(): () => void {
    return untilHungUp({
      leave: () => {
        try {
          this.#save();
        } finally {
          process.exit(EXIT.interrupted);
        }
      },
      interrupt: () => this.#ended.abort(),
      starve: () => {
        writeOut(SHOW_CURSOR);
        this.#save();
        process.exit(this.#interrupted());
      },
    });
  }

  #greet(): void {
    const { draft, colour } = this.#options;
    const path = visible(draft.path);
    const head = isBegun(draft) ? this.#words.complete(path) : this.#words.begin(path);
    this.#say(head, colour.bold);
    this.#say(this.#words.atHand);
    this.#say(this.#words.leaving, colour.dim);
    writeOut('\n');
  }

  async #put(question: Question): Promise<Reply> {
    const { loaded, colour } = this.#options;
    const context = { loaded, text: this.#text };
    const told = shown(question, this.#interview.group, context);
    if (question.kind === 'go-on')
      writeOut(`${headLines(this.#assessed(), { width: this.#columns, colour }).join('\n')}\n\n`);
    const canvas = this.#canvas;
    const reply = told.several === undefined ? await this.#type(question, told, canvas) : await choose(told, canvas);
    this.#echo(told, reply);
    return reply;
  }

  get #canvas(): Canvas {
    const { colour } = this.#options;
    const rows = process.stdout.rows ?? 24;
    return { colour, text: this.#text, columns: this.#columns, rows, signal: this.#ended.signal };
  }

  /** What is typed; with nothing typed, what to do instead. */
  async #type(question: Question, told: Shown, canvas: Canvas): Promise<Reply> {
    const mayBeEmpty = question.kind === 'evidence' || question.kind === 'owner';
    const isName = question.kind === 'text' && !question.ways.includes('unknown');
    const nothing = question.ways.includes('unknown') ? this.#words.typeNothing : this.#words.typeBack;
    const hint = mayBeEmpty ? [] : [isName ? this.#words.needed : nothing];
    for (;;) {
      const value = await typed({ ...told, help: [...told.help, ...hint] }, canvas, (text) =>
        this.#read(question, text),
      );
      if (value !== undefined || mayBeEmpty) return { kind: 'said', values: [value ?? ''] };
      const items = [{ value: 'type', title: this.#words.type }];
      const instead = await choose({ ...told, title: this.#words.instead, help: [], items, several: false }, canvas);
      if (instead.kind !== 'said') return instead;
    }
  }

  #read(question: Question, text: string): { readonly value: string } | { readonly wrong: string } {
    const { language } = this.#options;
    if (question.kind === 'date' || question.kind === 'planned')
      return parsePeriod(text) === undefined ? { wrong: this.#words.noDate(text) } : { value: text };
    if (question.kind !== 'country') return { value: text };
    const found = countryFrom(text, language);
    return 'code' in found ? { value: found.code } : { wrong: this.#words.noCountry(text, found.near) };
  }

  /** What was asked and answered stays on the screen, in brief. */
  #echo(told: Shown, reply: Reply): void {
    const { loaded, colour } = this.#options;
    const { ways, skipped, apart } = this.#words;
    const group = this.#interview.group ?? '';
    if (reply.kind === 'back' || reply.kind === 'why' || reply.kind === 'leave') return;
    const said =
      reply.kind === 'said'
        ? saidIn(told, reply.values, { loaded, text: this.#text })
        : reply.kind === 'skip'
          ? skipped(loaded.texts[group]?.title ?? group)
          : reply.kind === 'apart'
            ? apart
            : ways.unknown;
    const width = this.#columns - 3;
    const [first = '', ...rest] = wrap(visible(told.title), width);
    const lines = [`${colour.green('✔')} ${first}`, ...rest.map((words) => `  ${words}`)];
    writeOut(`${[...lines, ...wrap(visible(said), width).map((words) => `  ${colour.cyan(words)}`)].join('\n')}\n\n`);
  }

  async #explain(why: readonly Why[]): Promise<void> {
    const { colour, loaded } = this.#options;
    const canvas = this.#canvas;
    const options = { width: this.#columns - 1, colour };
    const pages = WHY_SHOWN.map((shown) => terminalPage(whyPage(why, loaded, this.#text, shown), options).trimEnd());
    const page = pages.find((text) => text.split('\n').length + 3 < canvas.rows) ?? pages.at(-1);
    writeOut(`${page}\n\n`);
    await pause(this.#words.whyRead, canvas);
  }

  /** Between groups: what is settled so far, or which area of controls is next, and how much is left. */
  #saveGroup(): void {
    this.#save();
    const { question, given, group = '' } = this.#interview;
    if (given.size === 0 || question === null || question.kind === 'go-on') return;
    const { loaded, colour } = this.#options;
    const told = standing(this.#interview.progress, { loaded, text: this.#text });
    const isControl = question.kind === 'status';
    const parts = isControl ? [loaded.texts[group]?.title ?? group, ...told.slice(-1)] : told;
    const lines = wrapParts(parts, this.#columns - 1).map((part) => colour.dim(part));
    writeOut(`${lines.join('\n')}\n\n`);
  }

  #save(): void {
    const { path } = this.#keeper.saved;
    const wasBeside = this.#keeper.isBeside;
    this.#keeper.save(this.#interview.given);
    const { saved, isBeside } = this.#keeper;
    if (wasBeside || !isBeside) return;
    this.#say(this.#words.savedBeside(visible(path), visible(saved.path)), this.#options.colour.yellow);
    writeOut('\n');
  }

  /** What a file that was there has become, before it is saved for the last time. */
  #summarise(): void {
    const { draft, language, colour } = this.#options;
    const summary = this.#keeper.summaryOf(this.#interview.given);
    if (summary === undefined) return;
    const page = summaryPage(summary, { file: draft.path, saved: draft.path, beside: false, language });
    const title = page.blocks.length === 0 ? page.title : this.#words.changes(draft.path);
    const told = terminalPage({ ...page, title, legal: '' }, { width: this.#columns - 1, colour });
    writeOut(`${told.trimEnd()}\n\n`);
  }

  #handOver(end: 'done' | 'left'): number {
    const { colour } = this.#options;
    const isKept = this.#tellSaved();
    if (this.#keeper.fault !== undefined) return EXIT.wrongInput;
    if (isKept && end === 'done') {
      writeOut(`\n${terminalReport(this.#assessed(), { width: this.#columns, colour, all: false })}\n`);
      if (this.#interview.isPutOff) this.#say(this.#words.goOnWith(this.#command));
      this.#say(this.#words.next(this.#command), colour.bold);
    } else if (isKept) this.#say(this.#words.goOnWith(this.#command));
    return this.#keeper.isBeside ? EXIT.wrongInput : EXIT.ready;
  }

  #interrupted(): number {
    if (this.#tellSaved()) this.#say(this.#words.goOnWith(this.#command));
    return EXIT.interrupted;
  }

  /** Says where the answers are. False where there are none, or they could not be written. */
  #tellSaved(): boolean {
    const { colour, printFaults, language } = this.#options;
    const { fault, saved, hasSaved } = this.#keeper;
    if (fault !== undefined) printFaults([fault], language);
    else if (!isBegun(saved)) this.#say(this.#words.nothingSaved);
    else if (hasSaved) this.#say(this.#words.saved(visible(saved.path)), colour.bold);
    return fault === undefined && isBegun(saved);
  }

  /** The file and the options that go with it, as a shell takes them. */
  get #command(): string {
    const { path } = this.#keeper.saved;
    const quoted = /^[\w./-]+$/.test(path) ? path : `'${visible(path).replaceAll("'", "'\\''")}'`;
    return [quoted, this.#options.flags].join(' ').trim();
  }

  #assessed(): Assessment {
    const { loaded, asOf, proposals, toolVersion, root } = this.#options;
    const read = readSystem(this.#keeper.saved.path, loaded, { set: new Map(), root });
    const found = 'description' in read ? read : { description: this.#interview.description, evidence: new Map() };
    const policy = { ...DEFAULT_POLICY, proposals };
    return assess(found.description, loaded, { toolVersion, asOf, horizon: asOf, evidence: found.evidence, policy });
  }

  #say(words: string, paint: (line: string) => string = (plain) => plain): void {
    writeOut(
      `${wrap(words, this.#columns - 1)
        .map((part) => paint(part))
        .join('\n')}\n`,
    );
  }
}
