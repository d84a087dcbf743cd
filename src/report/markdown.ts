import type { Assessment, Portfolio } from '../assessment/contract.ts';
import { formatDay } from '../text/dates.ts';
import { type Text, textOf } from '../text/text.ts';
import { summary, systemLine } from './portfolio.ts';
import { mapStrings, markdown, visible } from './safe.ts';
import { type Alert, type Item, type Row, type Section, viewOf } from './view.ts';

/** A comment on a merge request should be read, not scrolled. */
const ROWS_SHOWN = 20;

/** For a merge request: GitHub-flavoured Markdown, the verdict first. */
export function markdownReport(assessment: Assessment, all: boolean, by?: string): string {
  const view = viewOf(
    mapStrings(assessment, (words) => markdown(visible(words))),
    all,
    by,
  );
  const text = textOf(assessment.language);
  const { verdict } = view;
  return joined([
    `## ${view.name}`,
    verdict === null ? '' : [`**${verdict.word}** ${verdict.rest}`.trimEnd(), ...verdict.notes].join('  \n'),
    view.alert === null ? '' : alert(view.alert),
    view.facts.join(' · '),
    view.rows.length === 0 ? '' : headline(view.rows, text),
    ...view.opening,
    ...view.sections.map((part) => section(part, text, all)),
    view.legal,
  ]);
}

export function markdownPortfolio(portfolio: Portfolio, language: 'en' | 'fr'): string {
  const safe = mapStrings(portfolio, (words) => markdown(visible(words)));
  const text = textOf(language);
  const { table: words } = text;
  const lines = safe.assessments.map((assessment) => {
    const { path, name, level, deviceClass, verdict, missingNow } = systemLine(assessment, text);
    return [`${name}<br>${path}`, level, deviceClass, verdict, String(missingNow)];
  });
  const head = [words.system, words.level, words.deviceClass, words.verdict, words.missingToday];
  const [first] = safe.assessments;
  return joined([
    `**${summary(safe, text)}**`,
    lines.length === 0 ? '' : table(head, lines),
    safe.errors
      .map(({ path, line, message }) => `- ${[path, line].filter((part) => part !== null).join(':')} ${message}`)
      .join('\n'),
    first === undefined ? '' : text.legal(formatDay(first.law.checkedOn, language)),
  ]);
}

function alert({ word, reasons }: Alert): string {
  return reasons.map(({ title, aside }) => `> **✖ ${word}** ${[title, ...present(aside)].join(' · ')}`).join('\n>\n');
}

function headline(rows: readonly Row[], text: Text): string {
  const lines = rows.map(({ label, statement, notes, doubts, aside }) => {
    return [label, [`**${statement}**`, ...notes, ...doubts].join('<br>'), present(aside).join(' · ')];
  });
  return table(['', text.table.statement, text.table.source], lines);
}

function section(part: Section, text: Text, all: boolean): string {
  const { heading, glyph, items, compact, hint, checklist } = part;
  if (checklist !== undefined)
    return joined([`### ${heading}`, hint ?? '', items.map((item) => toTick(item, checklist)).join('\n')]).trimEnd();
  const shown = all ? items : items.slice(0, ROWS_SHOWN);
  const more = items.length > shown.length ? text.andMore(items.length - shown.length) : '';
  const columns: (readonly [string, (item: Item) => string])[] = [
    [text.table.subject, (item) => named(item, compact)],
    [text.table.toDo, ({ lines, doubts }) => (compact ? '' : [...lines, ...doubts].join('<br>'))],
    [text.table.where, ({ where }) => where],
  ];
  const used = columns.filter(([, cell]) => shown.some((item) => cell(item) !== ''));
  const lines = shown.map((item) => used.map(([, cell]) => cell(item)));
  const body =
    shown.length === 0
      ? ''
      : table(
          used.map(([head]) => head),
          lines,
        );
  return joined([`### ${glyph} ${heading}`, hint ?? '', body, more]).trimEnd();
}

function toTick({ title, source }: Item, state: 'open' | 'done'): string {
  return `- [${state === 'done' ? 'x' : ' '}] **${title}**  \n  ${source.join(' · ')}`;
}

function named({ title, id, source, doubts }: Item, withDoubts: boolean): string {
  return [`**${title}**`, present([...source, id]).join(' · '), ...(withDoubts ? doubts : [])].join('<br>');
}

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...lines.map(row)].join('\n');
}

function present(words: readonly string[]): string[] {
  return words.filter((word) => word !== '');
}

function joined(blocks: readonly string[]): string {
  return `${present(blocks).join('\n\n')}\n`;
}
