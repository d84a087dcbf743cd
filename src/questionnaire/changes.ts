import type { Answer, ControlAnswer, Description } from '../description/description.ts';

/** What became of one fact or control; `from` and `to` are its texts as written, null for nothing. */
export interface Change {
  readonly id: string;
  readonly kind: 'fact' | 'control';
  readonly from: string | null;
  readonly to: string | null;
}

export interface Summary {
  readonly added: readonly Change[];
  readonly changed: readonly Change[];
  readonly removed: readonly Change[];
}

/** What was answered between two states of a description. Other spellings of the same answer are no change. */
export function summaryOf(before: Description | null, after: Description): Summary {
  const facts = compare(before?.answers ?? new Map<string, Answer>(), after.answers, sameAnswer);
  const controls = compare(before?.controls ?? new Map<string, ControlAnswer>(), after.controls, sameControl);
  const all: Change[] = [
    ...facts.map(([id, from, to]) => ({ id, kind: 'fact' as const, from: from?.text ?? null, to: to?.text ?? null })),
    ...controls.map(([id, from, to]) => ({
      id,
      kind: 'control' as const,
      from: from ? controlText(from) : null,
      to: to ? controlText(to) : null,
    })),
  ];
  return {
    added: all.filter(({ from }) => from === null),
    changed: all.filter(({ from, to }) => from !== null && to !== null),
    removed: all.filter(({ to }) => to === null),
  };
}

function compare<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  same: (a: T, b: T) => boolean,
): [id: string, from: T | undefined, to: T | undefined][] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const [from, to] = [before.get(id), after.get(id)];
    const isSame = from !== undefined && to !== undefined && same(from, to);
    return isSame ? [] : [[id, from, to]];
  });
}

export function sameAnswer(a: Answer, b: Answer): boolean {
  return essenceOf(a) === essenceOf(b);
}

function essenceOf(answer: Answer): string {
  switch (answer.kind) {
    case 'list':
      return JSON.stringify([...answer.options].sort());
    case 'value':
      return JSON.stringify(answer.value);
    case 'period':
      return JSON.stringify([answer.period.from, answer.period.to]);
    default:
      return answer.kind;
  }
}

export function sameControl(a: ControlAnswer, b: ControlAnswer): boolean {
  const essence = ({ status, evidence, owner, reviewed, by }: ControlAnswer) =>
    JSON.stringify([status, evidence, owner, reviewed?.from, reviewed?.to, by?.from, by?.to]);
  return essence(a) === essence(b);
}

/** The status in the words of the format, and whatever else is told. */
function controlText({ status, evidence, owner, reviewed, by }: ControlAnswer): string {
  const day = (name: string, period: ControlAnswer['by']) => {
    if (period === undefined) return [];
    const { from, to } = period;
    const known = from === to ? 10 : from.slice(0, 7) === to.slice(0, 7) ? 7 : 4;
    return [`${name}: ${from.slice(0, known)}`];
  };
  return [
    status === 'unanswered' ? 'unknown' : status,
    ...evidence,
    ...day('reviewed', reviewed),
    ...day('by', by),
    ...(owner === undefined ? [] : [`owner: ${owner}`]),
  ].join(', ');
}
