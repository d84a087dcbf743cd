import type { AssessedDuty, Reading } from '../assessment/contract.ts';
import { type Context, citeFirst, whenDue, where } from './context.ts';
import type { Item, Section } from './view.ts';

type Question = Reading['questions'][number];

/** One subject across the acts: what is law today, what becomes law, what is recommended. */
export function readingSections(context: Context, { questions }: Reading): Section[] {
  const { report, text, all } = context;
  const duties = new Map(report.duties.map((duty) => [duty.id, duty]));
  const of = (question: Question) => question.duties.flatMap((id) => duties.get(id) ?? []);
  const binds = (question: Question) =>
    of(question).some(({ level, inForce, status }) => level === 'law' && inForce === 'yes' && status !== 'spared');
  const group = (heading: (count: number) => string, own: readonly Question[]): Section[] => {
    const hint = text.reading.standing(countsOf(own, text.status));
    const items = own.map((question) => itemOf(context, question, of(question)));
    return own.length === 0
      ? []
      : [{ heading: heading(own.length), glyph: '·', tone: 'plain', compact: true, hint, items }];
  };
  const having = (level: Question['level']) => questions.filter((question) => question.level === level);
  return [
    ...group(text.reading.inForce, having('law').filter(binds)),
    ...group(
      text.reading.later,
      having('law').filter((question) => !binds(question)),
    ),
    ...group(text.reading.softLaw, having('soft-law')),
    ...group(text.reading.goodPractice, having('good-practice')),
    ...(all ? group(text.reading.notAsked, having(null)) : []),
  ];
}

/** How many questions stand where, in the order of the questions. */
function countsOf(questions: readonly Question[], words: Readonly<Record<Question['status'], string>>): string[] {
  const counts = new Map<string, number>();
  for (const { status } of questions) counts.set(words[status], (counts.get(words[status]) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${count} ${status}`);
}

function itemOf(context: Context, question: Question, duties: readonly AssessedDuty[]): Item {
  const { text } = context;
  const place = duties.find(({ level, location }) => level === question.level && location !== null)?.location ?? null;
  return {
    title: question.question,
    id: question.id,
    where: where(context, place),
    source: [text.status[question.status], question.who, ...duties.map((duty) => sourceOf(context, duty))],
    lines: [],
    doubts: [],
  };
}

function sourceOf(context: Context, duty: AssessedDuty): string {
  const { text } = context;
  const cited = citeFirst(context, duty.source);
  if (duty.spared !== null) return `${cited}, ${text.status.spared}`;
  return duty.level === 'law' ? `${cited}, ${whenDue(context, duty)}` : cited;
}
