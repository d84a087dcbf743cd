import type { AssessedDuty, Claim } from '../assessment/contract.ts';
import { type Context, citeFirst, day, where } from './context.ts';
import type { Item, Section } from './view.ts';

/** What is declared against what the facts give. A claim that agrees needs no word. */
export function claims(context: Context): Section[] {
  const { report, text } = context;
  const told = report.claims.filter(({ finding }) => finding !== 'agrees');
  if (told.length === 0) return [];
  const isBelow = told.some(({ finding }) => finding === 'below');
  return [
    {
      heading: text.sections.claims(told.length),
      glyph: isBelow ? '✖' : '?',
      tone: isBelow ? 'danger' : 'caution',
      compact: false,
      hint: null,
      items: told.map((claim) => claimItem(context, claim)),
    },
  ];
}

function claimItem(context: Context, claim: Claim): Item {
  const { text } = context;
  const say = claim.finding === 'agrees' ? text.claim.other : text.claim[claim.finding];
  return {
    title: claim.title,
    id: claim.fact,
    where: where(context, claim.location),
    source: [],
    lines: [say(claim.claimedName, text.or(claim.possibleNames))],
    doubts: [],
  };
}

export function openQuestions(context: Context): Section[] {
  const { report, text } = context;
  if (report.questions.length === 0) return [];
  const items = report.questions.map(({ fact, question }) => {
    return { title: question, id: fact, where: '', source: [], lines: [], doubts: [] };
  });
  const hint = text.answerThere(report.source.path);
  return [{ heading: text.sections.questions(items.length), glyph: '?', tone: 'caution', compact: true, hint, items }];
}

export function acceptedGaps(context: Context): Section[] {
  const { report, text } = context;
  if (report.acceptedGaps.length === 0) return [];
  const items = report.acceptedGaps.map((gap): Item => {
    const duty = report.duties.find(({ id }) => id === gap.duty);
    return {
      title: duty?.title ?? gap.duty,
      id: gap.duty,
      where: where(context, gap.location),
      source: duty ? [citeFirst(context, duty.source)] : [],
      lines: [text.gap[gap.ending ? 'ending' : gap.state](gap.by, day(context, gap.until)), gap.because],
      doubts: [],
    };
  });
  const tone = report.acceptedGaps.some(({ state }) => state === 'expired') ? 'danger' : 'caution';
  return [{ heading: text.sections.accepted(items.length), glyph: '!', tone, compact: false, hint: null, items }];
}

/** What was known when the gate was put up, and what of that is closed. */
export function knownGaps(context: Context): Section[] {
  const { report, text } = context;
  const { baseline } = report;
  if (baseline === null) return [];
  const common = { compact: true, hint: null } as const;
  const known = report.duties.filter(({ status }) => status === 'known').map((duty) => knownItem(context, duty));
  const closed = baseline.unused.map((id) => {
    const title = report.duties.find((duty) => duty.id === id)?.title ?? id;
    return { title, id, where: '', source: [], lines: [], doubts: [] };
  });
  return [
    ...(known.length === 0
      ? []
      : [
          { ...common, heading: text.sections.known(known.length), glyph: '!', tone: 'caution' as const, items: known },
        ]),
    ...(closed.length === 0
      ? []
      : [
          {
            ...common,
            heading: text.sections.closed(closed.length),
            glyph: '·',
            tone: 'quiet' as const,
            hint: text.pruneThere(baseline.path),
            items: closed,
          },
        ]),
  ];
}

function knownItem(context: Context, duty: AssessedDuty): Item {
  const { title, id, source, gap, location } = duty;
  const status = gap === null ? [] : [context.text.status[gap]];
  return {
    title,
    id,
    where: where(context, location),
    source: [citeFirst(context, source), ...status],
    lines: [],
    doubts: [],
  };
}
