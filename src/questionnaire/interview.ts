import type { Description } from '../description/description.ts';
import type { LoadedLaw } from '../law/artefact.ts';
import type { Fact } from '../law/law.ts';
import { nextScreen } from './next.ts';
import { type Progress, progressOf } from './progress.ts';
import {
  type Asked,
  aboutFact,
  aboutPart,
  type Part,
  partOf,
  type Question,
  type Reply,
  type Status,
  WAYS,
  type Way,
} from './question.ts';
import { alone, boxFrom, boxText, described, listed, plannedBy } from './said.ts';
import { answersOf, boxesOf, pagesOf, type Screen } from './screen.ts';
import type { Session } from './session.ts';
import { type Why, whyAsked, whyControl } from './why.ts';

/** A file without it does not read: it is asked for first. */
const NAME = 'system.name';

/** Where somebody stands: answers by fact and control in the words of a description, and what they do not want to be asked. */
interface State {
  readonly given: ReadonlyMap<string, string>;
  readonly skipped: ReadonlySet<string>;
  readonly apart: ReadonlySet<string>;
  readonly lastGroup?: string;
  readonly controls?: 'now' | 'later';
  readonly part?: Part;
}

export interface Start {
  readonly law: LoadedLaw;
  readonly session: Pick<Session, 'asOf' | 'level' | 'proposals'>;
  /** The description with answers put in. */
  readonly describe: (given: ReadonlyMap<string, string>) => Description;
}

/**
 * The questionnaire as a state machine, without a terminal: a question, a reply to it, the next question. Each state is kept, so
 * going back is taking the last one away.
 */
export class Interview {
  readonly #start: Start;
  readonly #before: State[] = [];
  /** What was last said to each question, for when it is asked again. */
  readonly #said = new Map<string, readonly string[]>();
  #state: State = { given: new Map(), skipped: new Set(), apart: new Set() };
  #description: Description;
  #screen: Screen | null = null;
  #question: Question | null = null;

  constructor(start: Start) {
    this.#start = start;
    this.#description = start.describe(this.#state.given);
    this.#look();
  }

  get question(): Question | null {
    return this.#question;
  }

  get given(): ReadonlyMap<string, string> {
    return this.#state.given;
  }

  get description(): Description {
    return this.#description;
  }

  /** What is saved together: the group of facts or area of controls being asked about, undefined between and after them. */
  get group(): string | undefined {
    return this.#state.part === undefined && this.#question?.kind === 'go-on' ? undefined : partOf(this.#screen);
  }

  /** Whether controls have been put off until another day. */
  get isPutOff(): boolean {
    return this.#state.controls === 'later';
  }

  get progress(): Progress {
    return progressOf(this.#start.law, this.#description, this.#session);
  }

  /** What hangs on the question, by fact or for the control. */
  get why(): readonly Why[] {
    const [question, screen] = [this.#question, this.#screen];
    if (question === null || screen === null) return [];
    const { law } = this.#start;
    if (screen.stage === 'controls') return [whyControl(law, this.#description, this.#session, screen.control)];
    return screen.facts.map((fact) => whyAsked(law, this.#description, this.#session, fact));
  }

  /** `why` and `leave` change nothing: they are for whoever asks. */
  reply(reply: Reply): void {
    const question = this.#question;
    if (question === null || reply.kind === 'why' || reply.kind === 'leave') return;
    if (reply.kind === 'back') {
      this.#state = this.#before.pop() ?? this.#state;
    } else {
      if (reply.kind === 'said') this.#said.set(keyOf(question), reply.values);
      const next = this.#after(question, reply);
      this.#before.push(this.#state);
      this.#state = next;
    }
    this.#description = this.#start.describe(this.#state.given);
    this.#look();
  }

  get #session(): Session {
    const { skipped, apart, lastGroup } = this.#state;
    return { ...this.#start.session, skipped, apart, ...(lastGroup === undefined ? {} : { lastGroup }) };
  }

  /** Works out the next question from the state. */
  #look(): void {
    const { part, controls } = this.#state;
    const { law } = this.#start;
    this.#screen = null;
    if (this.#description.name === '') {
      const name = factIn(law, NAME);
      this.#ask({ kind: 'text', fact: name }, []);
      return;
    }
    const screen = nextScreen(law, this.#description, this.#session);
    this.#screen = screen;
    if (part !== undefined) this.#ask(aboutPart(part), part.of === 'list' ? ['unknown', 'why', 'skip'] : []);
    else if (screen === null || (screen.stage === 'controls' && controls === 'later')) this.#question = null;
    else if (screen.stage === 'controls' && controls === undefined)
      this.#ask({ kind: 'go-on', controls: this.progress.left.controls }, []);
    else if (screen.stage === 'controls')
      this.#ask({ kind: 'status', control: screen.control }, ['unknown', 'why', 'skip']);
    else if (screen.together !== undefined) {
      const boxes = boxesOf(law, screen);
      this.#ask({ kind: 'boxes', screen, title: screen.together, boxes }, ['apart', 'why', 'skip']);
    } else this.#ask(aboutFact(factIn(law, screen.facts[0] ?? '')), ['unknown', 'why', 'skip']);
  }

  #ask(about: Asked, own: readonly Way[]): void {
    const offered = new Set<Way>([...own, 'leave', ...(this.#before.length === 0 ? [] : (['back'] as const))]);
    const ways = WAYS.filter((way) => offered.has(way));
    this.#question = { ...about, ways, before: this.#said.get(keyOf(about)) ?? [] };
  }

  #after(question: Question, reply: Exclude<Reply, { kind: 'why' | 'back' | 'leave' }>): State {
    const { part: _, ...state } = this.#state;
    const group = partOf(this.#screen);
    if (reply.kind === 'skip')
      return group === undefined ? state : { ...state, skipped: withItem(state.skipped, group) };
    const asked = { ...state, ...(this.#screen?.stage === 'classification' ? { lastGroup: this.#screen.group } : {}) };
    const answered = (answers: Iterable<readonly [string, string]>): State => {
      return { ...asked, given: new Map([...state.given, ...answers]) };
    };
    const values = reply.kind === 'said' ? reply.values : [];
    const [value = ''] = values;
    switch (question.kind) {
      case 'go-on':
        return { ...state, controls: value === 'now' ? 'now' : 'later' };
      case 'boxes': {
        const apart = { ...asked, apart: withItem(state.apart, question.title) };
        if (reply.kind !== 'said') return apart;
        const answers = answersOf(this.#start.law, question.screen, values.map(boxFrom));
        // What no tick answers is asked for by itself.
        return answers.size === 0 ? apart : answered(answers);
      }
      case 'areas':
        if (reply.kind !== 'said') return answered([[question.fact.id, 'unknown']]);
        return this.#page(asked, {
          of: 'list',
          fact: question.fact,
          areas: values,
          page: 0,
          picked: alone(question.fact, values),
        });
      case 'list': {
        const { part } = this.#state;
        if (part?.of !== 'list')
          return answered([[question.fact.id, reply.kind === 'said' ? listed(values) : 'unknown']]);
        const picked = reply.kind === 'said' ? values : question.options.map((option) => `${option}?`);
        return this.#page(asked, { ...part, page: part.page + 1, picked: [...part.picked, ...picked] });
      }
      case 'status': {
        const status = value as Status;
        if (reply.kind !== 'said') return answered([[question.control, 'unknown']]);
        if (status === 'yes' || status === 'no') return answered([[question.control, status]]);
        return { ...state, part: { of: 'control', control: question.control, status } };
      }
      case 'planned':
        return answered([[question.control, plannedBy(value)]]);
      case 'evidence':
        return { ...state, part: { of: 'control', control: question.control, status: 'described', evidence: value } };
      case 'owner': {
        const { part } = this.#state;
        const evidence = part?.of === 'control' ? (part.evidence ?? '') : '';
        return answered([[question.control, described(evidence, value)]]);
      }
      case 'text':
        return answered([[question.fact.id, reply.kind === 'said' ? JSON.stringify(value) : 'unknown']]);
      default:
        return answered([[question.fact.id, reply.kind === 'said' ? value : 'unknown']]);
    }
  }

  /** The next page of a long list, or the answer once there is none. */
  #page(state: State, part: Extract<Part, { of: 'list' }>): State {
    if (part.page < pagesOf(part.fact, part.areas).length) return { ...state, part };
    return { ...state, given: new Map(state.given).set(part.fact.id, listed(part.picked)) };
  }
}

/** Puts the questions until there is none left, or the one who is asked leaves. */
export async function hold(
  interview: Interview,
  ask: (question: Question) => Promise<Reply>,
  { save, explain }: { readonly save: () => void; readonly explain: (why: readonly Why[]) => Promise<void> },
): Promise<'done' | 'left'> {
  for (;;) {
    const { question, group } = interview;
    if (question === null) return 'done';
    const reply = await ask(question);
    if (reply.kind === 'leave') return 'left';
    if (reply.kind === 'why') await explain(interview.why);
    interview.reply(reply);
    if (interview.group !== group) save();
  }
}

function factIn({ law }: LoadedLaw, id: string): Fact {
  const fact = law.facts.find((known) => known.id === id);
  if (fact === undefined) throw new Error(`no fact is called ${id}`);
  return fact;
}

/** The same question, whenever it is asked. */
function keyOf(about: Asked): string {
  switch (about.kind) {
    case 'go-on':
      return about.kind;
    case 'boxes':
      return [about.title, ...about.boxes.map(boxText)].join(' ');
    case 'list':
      return [about.fact.id, ...about.options].join(' ');
    default:
      return [about.kind, 'fact' in about ? about.fact.id : about.control].join(' ');
  }
}

function withItem(set: ReadonlySet<string>, item: string): Set<string> {
  return new Set([...set, item]);
}
