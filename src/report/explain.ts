import type { DateOfLaw } from '../assessment/dates-of-law.ts';
import type { Entry, Explanation } from '../assessment/explanation.ts';
import { daysBetween } from '../law/day.ts';
import { standingBlocks } from './explain-here.ts';
import { Teller } from './explain-parts.ts';
import { type Block, type Line, line, type Page } from './page.ts';

/** An entry of the law in plain words: how it stands for the system first, then what the law says, then what that rests on. */
export function explanationPage(explanation: Explanation, all: boolean): Page {
  const teller = new Teller(explanation, all);
  const { text } = teller;
  const { entry, cited, law, asOf, asked } = explanation;
  const place = cited === null ? '' : teller.cite(cited.place);
  return {
    title: entry?.title ?? text.explain.chosen(place),
    facts: [
      ...(entry === null ? [] : [text.explain.kind[entry.kind], entry.id, ...manner(entry, teller)]),
      ...(cited === null || cited.place === asked ? [] : [text.explain.placeAbove(teller.cite(asked), place)]),
      text.asOf(teller.day(asOf)),
      text.lawCheckedTo(teller.day(law.checkedOn)),
    ],
    blocks:
      entry === null ? citing(explanation, teller) : [...standingBlocks(entry, teller), ...entryBlocks(entry, teller)],
    legal: text.legal(teller.day(law.checkedOn)),
  };
}

function manner(entry: Entry, { text }: Teller): string[] {
  if (entry.kind === 'duty')
    return [text.explain.level[entry.level], ...(entry.prohibition ? [text.explain.prohibition] : [])];
  return entry.kind === 'act' ? [text.explain.force[entry.force]] : [];
}

function citing({ cited }: Explanation, teller: Teller): Block[] {
  return byKind(cited?.entries ?? [], teller);
}

function byKind(entries: NonNullable<Explanation['cited']>['entries'], teller: Teller): Block[] {
  const kinds = [...new Set(entries.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const own = entries.filter((entry) => entry.kind === kind);
    return teller.block(teller.text.explain.kinds[kind](own.length), teller.used(0, own));
  });
}

function entryBlocks(entry: Entry, teller: Teller): Block[] {
  const { heading } = teller.text.explain;
  return [
    ...body(entry, teller),
    ...teller.block(
      heading.contested,
      entry.contested.map(({ reading, source }) =>
        line(
          0,
          reading,
          source.map((one) => teller.cite(one)),
        ),
      ),
    ),
    ...teller.block(heading.time, timeLines(entry, teller)),
    ...teller.sources(entry.source),
  ];
}

function timeLines({ text: { from, until, proposal } }: Entry, teller: Teller): Line[] {
  const act = teller.explanation.law.acts[proposal ?? '']?.short ?? proposal;
  const { explain: words } = teller.text;
  return [...teller.time(0, from, until), ...(act === null ? [] : [line(0, words.proposal(act))])];
}

function body(entry: Entry, teller: Teller): Block[] {
  const { explain: words } = teller.text;
  const { heading } = words;
  const usedBy = (own: Parameters<Teller['used']>[1]) => teller.block(heading.usedBy(own.length), teller.used(0, own));
  switch (entry.kind) {
    case 'duty': {
      const { binds, when, needs, penalty } = entry;
      return [
        ...teller.block(heading.bound, [line(0, binds.title, [binds.id])]),
        ...teller.block(heading.applies, teller.condition(0, when)),
        ...teller.block(heading.since, since(entry, teller)),
        ...teller.block(heading.shows, teller.needs(0, needs)),
        ...teller.block(heading.penalty, penalty === null ? [] : teller.penalty(penalty)),
      ];
    }
    case 'control':
      return [...teller.block(heading.question, teller.controlBody(0, entry.inWords)), ...usedBy(entry.duties)];
    case 'concept': {
      const versions = entry.versions.flatMap(({ from, when }) =>
        from === null
          ? teller.condition(0, when)
          : [line(0, words.version(teller.day(from))), ...teller.condition(1, when)],
      );
      return [...teller.block(heading.holds, versions), ...usedBy(entry.usedBy)];
    }
    case 'scale':
      return [
        ...teller.block(
          heading.outcomes,
          entry.rows.flatMap((row) => teller.row(0, row)),
        ),
        ...usedBy(entry.usedBy),
      ];
    case 'outcome': {
      const unless = entry.unless.length === 0 ? [] : [line(0, words.unless(teller.or(entry.unless)))];
      const rows = entry.rows.flatMap((row) => teller.row(0, row));
      return [...teller.block(heading.outcome, [...rows, ...unless]), ...usedBy(entry.usedBy)];
    }
    case 'fact': {
      const { question, help, type, options, group } = entry;
      const lines = [
        line(0, question),
        ...(help === null ? [] : [line(0, help)]),
        line(0, words.belongs(group.title), [group.id]),
      ];
      const answers = options.flatMap((option) => [
        line(1, teller.or([option]), option.id === option.title ? [] : [option.id]),
        ...(option.help === null ? [] : [line(2, option.help)]),
      ]);
      return [
        ...teller.block(heading.question, lines),
        ...teller.block(heading.answers, [line(0, words.type[type]), ...answers]),
        ...usedBy(entry.usedBy),
      ];
    }
    case 'date':
      return [
        ...teller.block(heading.since, dateLines(entry.date, teller)),
        ...teller.block(heading.binds, entry.date.binds === null ? [] : [line(0, entry.date.binds)]),
        ...usedBy(entry.duties),
      ];
    case 'event':
      return [
        ...teller.block(heading.happened, teller.condition(0, entry.happened)),
        ...teller.block(
          heading.days,
          entry.days.map(({ id, title }) => line(0, title, [id])),
        ),
        ...usedBy(entry.duties),
      ];
    case 'change': {
      const { when, signs, unseen, spared, leadsTo } = entry;
      return [
        ...teller.block(heading.applies, teller.condition(0, when)),
        ...teller.block(
          heading.signs,
          signs.flatMap((sign) => teller.sign(0, sign)),
        ),
        ...teller.block(heading.unseen, unseen === null ? [] : [line(0, unseen)]),
        ...teller.block(heading.spared, spared === null ? [] : [line(0, spared)]),
        ...teller.block(heading.leadsTo, [line(0, leadsTo)]),
      ];
    }
    case 'penalty':
      return [...teller.block(heading.penalty, teller.penalty(entry.penalty)), ...usedBy(entry.duties)];
    case 'act':
      return [
        ...teller.block(heading.sources, [line(0, entry.url), line(0, words.checked(teller.day(entry.checkedOn)))]),
        ...byKind(entry.entries, teller),
      ];
  }
}

function since({ due, event }: Entry & { readonly kind: 'duty' }, teller: Teller): Line[] {
  const { text } = teller;
  const days =
    'date' in due
      ? dateLines(due.date, teller)
      : [line(0, due.schedule.title, [due.schedule.id]), ...due.rows.flatMap((row) => teller.row(1, row))];
  if (event === null) return days;
  const words = event.within === null ? event.title : text.monthsAfter(event.within, event.title);
  return [...days, line(0, words, [event.id])];
}

function dateLines({ id, date, title, source, history }: DateOfLaw, teller: Teller): Line[] {
  const { timeline: words } = teller.text;
  const { asOf } = teller.explanation;
  const away = date > asOf ? `, ${words.away(daysBetween(asOf, date))}` : '';
  return [
    line(0, `${teller.day(date)}${away} · ${title}`, [...source.map((one) => teller.cite(one)), id]),
    ...history.map((was) => line(1, words.was(teller.day(was.date), teller.day(was.until)))),
  ];
}
