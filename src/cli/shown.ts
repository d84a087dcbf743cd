import { REPORTED } from '../assessment/contract.ts';
import type { LoadedLaw } from '../law/artefact.ts';
import type { Fact } from '../law/law.ts';
import type { Progress } from '../questionnaire/progress.ts';
import { type AboutBoxes, excludesOthers, type Question, STATUSES, type Way } from '../questionnaire/question.ts';
import { boxText } from '../questionnaire/said.ts';
import type { Text } from '../text/text.ts';

/** A question in words, apart from how a terminal sets it out. */
export interface Shown {
  readonly title: string;
  /** Short help, a paragraph each. */
  readonly help: readonly string[];
  readonly items: readonly Item[];
  /** Boxes to tick rather than one to choose; undefined where the answer is typed. */
  readonly several: boolean | undefined;
  readonly ways: readonly { readonly way: Way; readonly title: string }[];
  readonly before: readonly string[];
}

export type Item = Option | { readonly heading: string };

export interface Option {
  readonly value: string;
  readonly title: string;
  /** Said of it while it is pointed at. */
  readonly more?: string;
  /** Of the options that share this, one only can be ticked. */
  readonly only?: string;
}

export interface Words {
  readonly loaded: LoadedLaw;
  readonly text: Text;
}

/** A question in words; `group` is what would be skipped with it. */
export function shown(question: Question, group: string | undefined, { loaded, text }: Words): Shown {
  const { interview: words } = text;
  const wordsOf = (id: string) => loaded.texts[id] ?? {};
  const own = body(question, { loaded, text });
  const titleOf: Readonly<Record<Way, string>> = {
    ...words.ways,
    skip: words.ways.skip(wordsOf(group ?? '').title ?? group ?? ''),
    ...(question.kind === 'list' && question.isPage ? { unknown: words.unknownPage } : {}),
    ...(question.kind === 'status' ? { unknown: words.unknownStatus } : {}),
  };
  return { ...own, ways: question.ways.map((way) => ({ way, title: titleOf[way] })), before: question.before };
}

function body(question: Question, context: Words): Omit<Shown, 'ways' | 'before'> {
  const { loaded, text } = context;
  const { interview: words } = text;
  if (question.kind === 'go-on') {
    const items = [
      { value: 'now', title: words.goOnNow },
      { value: 'later', title: words.goOnLater },
    ];
    return { title: words.goOn(question.controls), help: [words.goOnHelp], items, several: false };
  }
  if (question.kind === 'boxes') return boxes(question, context);
  if ('control' in question) return control(question, context);
  const { fact } = question;
  const own = loaded.texts[fact.id] ?? {};
  const title = own.question ?? own.title ?? fact.id;
  const help = own.help === undefined ? [] : [own.help];
  switch (question.kind) {
    case 'choice': {
      const items = question.options.map((option) => optionOf(fact, option, context));
      return { title, help, items, several: false };
    }
    case 'list': {
      const items = question.options.map((option) => optionOf(fact, option, context));
      return { title, help: [...(question.isPage ? [] : help), words.tickAny], items, several: true };
    }
    case 'areas': {
      const items = question.areas.map(({ area }) => ({ value: area, title: own[`area.${area}`] ?? area }));
      return { title, help: [...help, words.tickAreas], items, several: true };
    }
    case 'date':
      return { title, help: [...help, words.typeDate], items: [], several: undefined };
    case 'country':
      return { title, help: [words.typeCountry], items: [], several: undefined };
    default:
      return { title, help: [...help, words.typeText], items: [], several: undefined };
  }
}

function boxes({ boxes: own, title }: AboutBoxes, context: Words): Omit<Shown, 'ways' | 'before'> {
  const { loaded, text } = context;
  const items: Item[] = [];
  let last: string | undefined;
  for (const box of own) {
    const fact = loaded.law.facts.find(({ id }) => id === box.fact);
    if (fact === undefined) continue;
    const kind = fact.type === 'yes-no' ? '' : fact.id;
    if (last !== undefined && kind !== last) items.push({ heading: '' });
    last = kind;
    const option = optionOf(fact, box.option, context);
    const words = loaded.texts[fact.id] ?? {};
    const more = fact.type === 'yes-no' ? words.help : (option.more ?? undefined);
    items.push({
      value: boxText(box),
      title: fact.type === 'yes-no' ? (words.tick ?? option.title) : option.title,
      ...(more === undefined ? {} : { more }),
      ...(excludesOthers(loaded.law, box) ? { only: fact.id } : {}),
    });
  }
  return { title: loaded.texts[title]?.title ?? title, help: [text.interview.tickBoxes], items, several: true };
}

function control(
  question: Extract<Question, { control: string }>,
  { loaded, text }: Words,
): Omit<Shown, 'ways' | 'before'> {
  const { interview: words } = text;
  const own = loaded.texts[question.control] ?? {};
  const typed = (title: string, help: string) => ({ title, help: [help], items: [], several: undefined });
  switch (question.kind) {
    case 'planned':
      return typed(words.plannedBy, words.typeDate);
    case 'evidence':
      return typed(words.evidence, words.typeEvidence);
    case 'owner':
      return typed(words.owner, words.typeOwner);
    default: {
      const help = [
        ...(own.how === undefined ? [] : [own.how]),
        ...(own.shows === undefined ? [] : [words.shows(own.shows)]),
      ];
      const items = STATUSES.map((status) => ({ value: status, title: words.status[status] }));
      return { title: own.question ?? own.title ?? question.control, help, items, several: false };
    }
  }
}

function optionOf(fact: Fact, option: string, { loaded, text }: Words): Option {
  const words = loaded.texts[fact.id] ?? {};
  const plain = option === 'yes' ? text.interview.yes : option === 'no' ? text.interview.no : option;
  const more = words[`option.${option}.help`];
  return { value: option, title: words[`option.${option}`] ?? plain, ...(more === undefined ? {} : { more }) };
}

/** An answer in the words of its question, for what has been asked to stay readable. */
export function saidIn({ items, several }: Shown, values: readonly string[], { text }: Words): string {
  if (several === undefined) return values.join(' ');
  if (values.length === 0) return text.interview.none;
  const titles = new Map(items.flatMap((item) => ('heading' in item ? [] : [[item.value, item.title]])));
  return values.map((value) => titles.get(value) ?? value).join(' · ');
}

/** Above this many possible outcomes, naming them says less than that it is open. */
const NAMED = 3;

/** Where somebody stands, in a few words each. */
export function standing(progress: Progress, { loaded, text }: Words): string[] {
  const { interview: words } = text;
  const nameOf = (scale: string, outcome: string) =>
    loaded.texts[scale]?.[`short.${outcome}`] ?? loaded.texts[scale]?.[`outcome.${outcome}`] ?? outcome;
  const act = loaded.law.acts.find(({ area, force }) => area === 'ai-act' && force === 'binding')?.id ?? '';
  const short = loaded.texts[act]?.short ?? act;
  const levels = progress.level.possible.map((outcome) => nameOf(REPORTED.level, outcome));
  const level =
    levels.length === 1
      ? words.level(short, levels.join(''))
      : levels.length > NAMED
        ? words.levelOpen(short)
        : words.levels(short, text.or(levels));
  const { possible } = progress.deviceClass;
  const named =
    possible.length > NAMED ? words.classOpen : text.or(possible.map((one) => nameOf(REPORTED.deviceClass, one)));
  const regulation = progress.regulation.value;
  const device =
    progress.isDevice === 'no'
      ? words.noDevice
      : progress.isDevice === 'unknown'
        ? words.deviceOpen
        : words.device(regulation === null ? '' : nameOf(REPORTED.regulation, regulation), named);
  const { facts, controls } = progress.left;
  return [level, device, words.left(facts === 0 ? controls : facts)];
}
