import type { AssessedControl, AssessedDuty } from '../assessment/contract.ts';
import type { Change, Entry, Standing } from '../assessment/explanation.ts';
import { daysBetween } from '../law/day.ts';
import { contestedLine, systemName, whenDue } from './context.ts';
import type { Teller } from './explain-parts.ts';
import { faults } from './faults.ts';
import { type Block, type Line, line } from './page.ts';
import type { Tone } from './view.ts';

/** Of the answers that give the same. */
const ANSWERS_SHOWN = 2;

/** How an entry stands for the system: what it comes to, why, what is open, what would change it. Nothing without a system. */
export function standingBlocks(entry: Entry, teller: Teller): Block[] {
  const { system } = teller.explanation;
  if (system === null) return [];
  const { heading } = teller.text.explain;
  const lines = here(entry, teller);
  const standing = 'standing' in entry ? entry.standing : null;
  return [
    ...teller.block(heading.system(systemName(system)), lines),
    ...(entry.kind === 'duty' && entry.assessed !== null && entry.assessed.applies !== 'no'
      ? teller.block(
          heading.controls,
          entry.assessed.controls.flatMap((control) => controlLines(control, teller)),
        )
      : []),
    ...(standing === null ? [] : reasoning(standing, entry.kind === 'duty', teller)),
  ];
}

function here(entry: Entry, teller: Teller): Line[] {
  const { text } = teller;
  switch (entry.kind) {
    case 'duty':
      return entry.assessed === null ? [] : dutyLines(entry.assessed, teller);
    case 'concept':
      return entry.standing?.value ? [line(0, text.explain.holds[entry.standing.value])] : [];
    case 'scale':
    case 'outcome':
      return [line(0, text.explain.possible(teller.result(entry.standing?.possible ?? [])))];
    case 'control':
      return entry.assessed === null ? [] : controlLines(entry.assessed, teller);
    case 'fact': {
      const { answer } = entry;
      if (answer === null) return [];
      const { answered, notAnswered, matters, mattersNot } = text.explain;
      return [
        answer.text === null ? line(0, notAnswered) : line(0, answered(answer.text), [teller.where(answer.location)]),
        line(0, answer.open ? matters : mattersNot),
      ];
    }
    default:
      return [];
  }
}

function dutyLines(duty: AssessedDuty, teller: Teller): Line[] {
  const { text } = teller;
  const { applies, status, spared, contested } = duty;
  const parts = [
    text.truth[applies],
    ...(applies === 'no' ? [] : [whenDue(teller.told, duty) + away(duty, teller), text.status[status]]),
  ];
  const tones: Partial<Record<AssessedDuty['status'], Tone>> = {
    'in-place': 'good',
    missing: 'danger',
    partial: 'danger',
    unanswered: 'caution',
  };
  return [
    line(0, parts.join(' · '), [teller.where(duty.location)], applies === 'no' ? 'plain' : (tones[status] ?? 'plain')),
    ...(spared === null ? [] : [line(0, text.sparedUntil(spared.reason, spared.ends))]),
    ...contested.map((doubt) => line(0, contestedLine(teller.told, doubt))),
  ];
}

/** How long is left, where the day is settled. */
function away({ window, inForce }: AssessedDuty, { text, explanation: { asOf } }: Teller): string {
  const { from, to } = window;
  return inForce !== 'no' || to === null || from !== to ? '' : ` (${text.timeline.away(daysBetween(asOf, to))})`;
}

function controlLines(control: AssessedControl, teller: Teller): Line[] {
  const { text } = teller;
  const { title, status, id, fault, evidence, owner, by, location } = control;
  const paths = evidence.map(({ path }) => path).join(', ');
  return [
    line(0, text.explain.is(title, text.status[status]), [id, teller.where(location)]),
    ...faults(teller, control).map((fault) => line(1, fault)),
    ...(by === null ? [] : [line(1, text.plannedBy(teller.day(by)))]),
    ...(owner === null ? [] : [line(1, text.owner(owner))]),
    ...(paths === '' || fault !== null ? [] : [line(1, text.explain.evidence(paths))]),
  ];
}

function reasoning(
  { value, because, questions, changes, possible }: Standing,
  isDuty: boolean,
  teller: Teller,
): Block[] {
  const { heading } = teller.text.explain;
  const isOpen = value === 'unknown' || possible.length > 1;
  const told = because.filter(({ facts }) => teller.all || facts.length > 0);
  const reasons = told.flatMap(({ title, value: holds, source, rule, facts }) => [
    line(0, teller.mark(holds) + title, [...source.slice(0, 1).map((one) => teller.cite(one)), rule]),
    ...facts.map(({ fact, answer, line: row }) => line(1, `${fact}: ${answer}`, [teller.where({ line: row })])),
  ]);
  return [
    ...teller.block(value === 'no' ? heading.notBecause : heading.because, reasons),
    ...teller.block(
      heading.questions(questions.length),
      teller.some(
        0,
        questions.map(({ fact, question }) => line(0, question, [fact])),
      ),
    ),
    ...teller.block(isOpen ? heading.settles : heading.changes, teller.some(0, changeLines(changes, isDuty, teller))),
  ];
}

/** Answers to one fact that give the same are told together. */
function changeLines(changes: readonly Change[], isDuty: boolean, teller: Teller): Line[] {
  const { text } = teller;
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = [change.fact.id, change.list, ...change.gives.map(({ id }) => id)].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const named = group.map(({ answer }) => answer);
    const some = named.length > ANSWERS_SHOWN + 1 ? named.slice(0, ANSWERS_SHOWN) : named;
    const more = named.length - some.length;
    const answers = more === 0 ? teller.or(some) : `${teller.or(some)} ${text.andMoreItems(more)}`;
    const result = teller.result(first.gives, isDuty ? text.truth : text.explain.holds);
    const words = text.explain.change[first.list ?? 'set'](first.fact.title, answers);
    return [line(0, `${words} ${text.explain.gives(result)}`, [first.fact.id])];
  });
}
