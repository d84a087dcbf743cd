import type { OpenQuestion, OpenQuestions } from '../assessment/open-questions.ts';
import { KNOWERS, type Knower } from '../law/law.ts';
import { formatDay } from '../text/dates.ts';
import { type Text, textOf } from '../text/text.ts';
import { cite } from './citation.ts';
import { systemName } from './context.ts';
import { type Block, type Line, line, type Page } from './page.ts';
import { mapStrings, markdown, visible } from './safe.ts';

/** A question is read in a glance: what hangs on it beyond this is counted. */
const SETTLES_SHOWN = 3;
const SETTLES_ON_SCREEN = 2;
/** Options with longer words stand below each other. */
const OPTIONS_BESIDE = 70;

interface Addressee {
  readonly who: string;
  readonly questions: readonly OpenQuestion[];
}

/** By who usually knows: first those whom nobody else stands for. */
function addressees({ questions, language }: OpenQuestions): Addressee[] {
  const { handOver } = textOf(language);
  return [null, ...KNOWERS].flatMap((knower: Knower | null) => {
    const own = questions.filter(({ knownBy }) => knownBy === knower);
    return own.length === 0 ? [] : [{ who: handOver.who[knower ?? 'anyone'], questions: own }];
  });
}

function titleOf({ system, language }: OpenQuestions): string {
  const { handOver } = textOf(language);
  return system === null ? handOver.title : handOver.titleFor(systemName(system));
}

function factsOf({ asOf, law, language, questions }: OpenQuestions): string[] {
  const text = textOf(language);
  return [
    text.questionCount(questions.length),
    text.asOf(formatDay(asOf, language)),
    text.lawCheckedTo(formatDay(law.checkedOn, language)),
  ];
}

/** For a screen: one question after another, the key to answer under beside it. */
export function openQuestionsPage(open: OpenQuestions): Page {
  const text = textOf(open.language);
  const blocks = addressees(open).map(({ who, questions }): Block => {
    const lines = questions.flatMap((question) => questionLines(question, open, text));
    return { heading: text.handOver.heading(who, questions.length), tone: 'plain', lines };
  });
  const answer: Block = {
    heading: blocks.length === 0 ? text.handOver.nothingOpen : text.handOver.answerHeading,
    tone: blocks.length === 0 ? 'good' : 'plain',
    lines: blocks.length === 0 ? [] : [line(0, text.handOver.putIn(pathOf(open)))],
  };
  return {
    title: titleOf(open),
    facts: factsOf(open),
    blocks: [...blocks, answer],
    legal: text.legal(formatDay(open.law.checkedOn, open.language)),
  };
}

function questionLines(question: OpenQuestion, open: OpenQuestions, text: Text): Line[] {
  const { handOver } = text;
  const options = question.options.map(({ id }) => id).join(', ');
  const type = handOver.types[question.type];
  return [
    line(0, question.question, [question.id], 'plain'),
    line(1, options === '' ? type : handOver.among(type, options), [], 'quiet'),
    ...settlesIn(question, open, text, SETTLES_ON_SCREEN).map((words) => line(1, words, [], 'quiet')),
  ];
}

/** What hangs on the answer, with its place in the law. */
function settlesIn({ settles }: OpenQuestion, { law }: OpenQuestions, text: Text, most: number): string[] {
  if (settles.length === 0) return [];
  const shown = settles.slice(0, most).map(({ title, source }) => {
    const place = source.slice(0, 1).map((citation) => cite(citation, law.acts, text));
    return [title, ...place.map((words) => `(${words})`)].join(' ');
  });
  const rest = settles.length - shown.length;
  return [text.handOver.settles([...shown, ...(rest === 0 ? [] : [text.andMoreItems(rest)])].join(' · '))];
}

function pathOf({ source }: OpenQuestions): string {
  return source?.path ?? 'system.yaml';
}

/** For a letter or a ticket: ready to send, with lines to fill in for each of those who are asked. */
export function openQuestionsMarkdown(open: OpenQuestions): string {
  const safe = mapStrings(open, visible);
  const text = textOf(safe.language);
  const { handOver } = text;
  const blocks = addressees(safe).flatMap(({ who, questions }) => [
    `## ${handOver.heading(who, questions.length)}`,
    ...questions.map((question, index) => markdownQuestion(question, index + 1, safe, text)),
    `${handOver.fillIn}\n\n${'```'}yaml\n${questions.map(lineToFill).join('\n')}\n${'```'}`,
  ]);
  const parts = [
    `# ${markdown(titleOf(safe))}`,
    factsOf(safe).join(' · '),
    ...(blocks.length === 0 ? [handOver.nothingOpen] : [handOver.intro, ...blocks]),
    ...(blocks.length === 0 ? [] : [markdown(handOver.putIn(pathOf(safe)))]),
    text.legal(formatDay(safe.law.checkedOn, safe.language)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function markdownQuestion(question: OpenQuestion, number: number, open: OpenQuestions, text: Text): string {
  const { handOver } = text;
  const own = mapStrings(question, markdown);
  const notes = [
    ...(own.help === null ? [] : [own.help]),
    ...(own.shows === null ? [] : [handOver.shows(own.shows)]),
    ...settlesIn(question, open, text, SETTLES_SHOWN).map(markdown),
    ...(own.saidUnknown ? [handOver.saidUnknown] : []),
  ];
  return [
    `### ${number}. ${own.question}`,
    '',
    `${handOver.key} \`${question.id}\` · ${handOver.types[question.type]}`,
    ...options(question),
    ...(notes.length === 0 ? [] : ['', notes.join('  \n')]),
  ].join('\n');
}

function options({ options: all }: OpenQuestion): string[] {
  return all.length === 0
    ? []
    : ['', ...all.map(({ id, title, help }) => `- \`${id}\` ${markdown(help === null ? title : `${title}. ${help}`)}`)];
}

/** A key without its answer, and what may stand there. */
function lineToFill({ id, type, options: all }: OpenQuestion): string {
  const ids = all.map((option) => option.id).join(', ');
  const hint = type === 'yes-no' || type === 'status' ? 'yes, no' : ids;
  return hint === '' || hint.length > OPTIONS_BESIDE ? `${id}:` : `${`${id}:`.padEnd(39)} # ${hint}, unknown`;
}
