import type { DateOfLaw } from '../assessment/dates-of-law.ts';
import type { OwnDay } from '../assessment/own-days.ts';
import type { DutiesDue, DutyDue, Timeline, TimelineDay } from '../assessment/timeline.ts';
import { formatDay } from '../text/dates.ts';
import { type Text, textOf } from '../text/text.ts';
import { cite } from './citation.ts';
import { systemName, whereIn } from './context.ts';
import { type Block, type Line, line, type Page } from './page.ts';

/** A timeline in words: what is past, what is to come, then what waits and what is spared. */
export function timelinePage(timeline: Timeline, all: boolean): Page {
  const { asOf, days, law, system, language } = timeline;
  const text = textOf(language);
  const past = days.filter(({ date }) => date <= asOf);
  const coming = days.filter(({ date }) => date > asOf);
  const of = (own: readonly TimelineDay[]) => own.flatMap((day) => dayLines(timeline, day, all));
  const { timeline: words } = text;
  return {
    title: system === null ? words.title : words.titleFor(systemName(system)),
    facts: [text.asOf(formatDay(asOf, language)), text.lawCheckedTo(formatDay(law.checkedOn, language))],
    blocks: [
      ...(past.length === 0 ? [] : [block(words.past(past.length), of(past))]),
      coming.length === 0
        ? block(days.length === 0 ? words.none : words.nothingAhead, [])
        : block(words.coming(coming.length), of(coming)),
      ...waiting(timeline, text, all),
      ...spared(timeline, text),
    ],
    legal: text.legal(formatDay(law.checkedOn, language)),
  };
}

function block(heading: string, lines: readonly Line[]): Block {
  return { heading, tone: 'plain', lines };
}

function dayLines(timeline: Timeline, day: TimelineDay, all: boolean): Line[] {
  const { language } = timeline;
  const { timeline: words } = textOf(language);
  const isAhead = day.inDays >= 0;
  const named = [formatDay(day.date, language), ...(isAhead ? [words.away(day.inDays)] : [])].join(', ');
  const head = line(0, day.next ? `${named} · ${words.next}` : named, [], day.next ? 'caution' : 'plain');
  return [
    head,
    ...day.dates.flatMap((date) => dateLines(timeline, date, all)),
    ...(day.duties === null ? [] : dutyLines(day.duties, day.inDays > 0, words, all || day.dates.length === 0)),
    ...day.own.map((own) => ownLine(timeline, own)),
  ];
}

function dateLines({ law, language, system }: Timeline, date: DateOfLaw, all: boolean): Line[] {
  const text = textOf(language);
  const { timeline: words } = text;
  const shown = all ? date.source : date.source.slice(0, 1);
  const roles = system === null && all && date.roles.length > 0;
  return [
    line(1, date.title, [...shown.map((source) => cite(source, law.acts, text)), date.id]),
    ...(date.binds === null ? [] : [line(2, words.binds(date.binds))]),
    ...(roles ? [line(2, words.roles(date.duties.length, date.roles.join(', ')))] : []),
    ...date.history.map((was) => line(2, words.was(formatDay(was.date, language), formatDay(was.until, language)))),
  ];
}

function dutyLines(due: DutiesDue, ahead: boolean, words: Text['timeline'], listed: boolean): Line[] {
  const { applying, notInPlace, possible, recommended } = due;
  const say = ahead ? words.due : words.inForce;
  const tone = notInPlace.length === 0 ? 'good' : ahead ? 'caution' : 'danger';
  const group = (own: readonly DutyDue[], heading: string, of: Line['tone'] = 'plain') =>
    own.length === 0
      ? []
      : [line(2, heading, [], of), ...(listed ? own.map(({ id, title }) => line(3, title, [id])) : [])];
  return [
    ...group(applying, say(applying.length, notInPlace.length), tone),
    ...group(possible, ahead ? words.may(possible.length) : words.mayBe(possible.length)),
    ...group(recommended, words.recommended(recommended.length)),
  ];
}

function ownLine({ source, language }: Timeline, { kind, date, from, id, title, location }: OwnDay): Line {
  const { timeline: words } = textOf(language);
  const period =
    date === from || kind !== 'answer' ? '' : words.between(formatDay(from, language), formatDay(date, language));
  return line(1, words.own[kind](title), [period, id, whereIn(source?.path ?? '', location)]);
}

function waiting({ waiting: events }: Timeline, { timeline: words }: Text, all: boolean): Block[] {
  if (events.length === 0) return [];
  const lines = events.flatMap((due) => [
    line(0, words.waitingFor(due.event)),
    ...dutyLines(due, true, words, all).map((one) => ({ ...one, depth: one.depth - 1 })),
  ]);
  return [block(words.waiting, lines)];
}

function spared({ spared: groups }: Timeline, text: Text): Block[] {
  if (groups.length === 0) return [];
  const count = groups.reduce((sum, { duties }) => sum + duties.length, 0);
  const lines = groups.map(({ reason, ends }) => line(0, text.sparedUntil(reason, ends)));
  return [{ ...block(text.timeline.spared(count), lines), tone: 'quiet' }];
}
