import type { Assessment, Portfolio } from '../assessment/contract.ts';
import { formatDay } from '../text/dates.ts';
import { type Text, textOf } from '../text/text.ts';
import { fitting, type Part } from './fit.ts';
import { placeOfError } from './input-errors.ts';
import { summary, systemLine } from './portfolio.ts';
import { cutTo, mapStrings, markdown, visible } from './safe.ts';
import { type Alert, type Item, type Row, type Section, viewOf } from './view.ts';

/** A comment on a merge request should be read, not scrolled. */
const ROWS_SHOWN = 20;
/** Characters. GitHub takes 65,536 in a comment, GitLab more. */
const COMMENT = 60_000;
/** No text of the law is as long; one of a description may be as long as its file. */
const LONGEST_TEXT = 1_000;

/**
 * For a comment on a merge request: GitHub-flavoured Markdown, the verdict first, cut at what a comment holds unless all is asked
 * for. The first line, which does not show, tells whose comment it is, so that it can be found again and replaced.
 */
export function markdownReport(assessment: Assessment, all: boolean, by?: string): string {
  const view = viewOf(safe(assessment, all), all, by);
  const text = textOf(assessment.language);
  const { verdict } = view;
  const head = [
    // A list for somebody else is not ours to replace.
    verdict === null ? '' : marker(assessment.source.repositoryPath),
    `## ${view.name}`,
    verdict === null ? '' : [`**${verdict.word}** ${verdict.rest}`.trimEnd(), ...verdict.notes].join('  \n'),
    view.alert === null ? '' : alert(view.alert),
    view.facts.join(' · '),
    view.rows.length === 0 ? '' : headline(view.rows, text),
    ...view.opening,
  ];
  const sections = view.sections.map((part) => section(part, text, all));
  return cutToFit(head, sections, view.legal, text, all);
}

/** One line a system, and what is wrong with files. */
export function markdownPortfolio(portfolio: Portfolio, language: 'en' | 'fr', all = false): string {
  const { assessments, errors } = portfolio;
  const text = textOf(language);
  const { table: words } = text;
  const lines = assessments.map((assessment) => {
    const { path, name, level, deviceClass, verdict, missingNow, told } = safe(systemLine(assessment, text), all);
    return [`${name}<br>${path}`, level, deviceClass, `${verdict}<br>${told}`, String(missingNow)];
  });
  const names = [words.system, words.level, words.deviceClass, words.verdict, words.missingToday];
  const faults = safe(errors, all).map((error) => `- ${placeOfError(error)} ${error.message}`);
  const parts = [
    ...(lines.length === 0 ? [] : [{ ...table(names, lines), hidden: 0 }]),
    ...(faults.length === 0 ? [] : [{ head: '', rows: faults, hidden: 0 }]),
  ];
  const [first] = assessments;
  const legal = first === undefined ? '' : text.legal(formatDay(first.law.checkedOn, language));
  return cutToFit([marker('*'), `**${summary(portfolio, text)}**`], parts, legal, text, all);
}

function safe<T extends object>(report: T, all: boolean): T {
  const most = all ? Number.POSITIVE_INFINITY : LONGEST_TEXT;
  return mapStrings(report, (words) => markdown(visible(cutTo(most, words))));
}

/** In a path so written, nothing ends the remark. */
function marker(path: string): string {
  return `<!-- aiact-check: ${encodeURI(visible(path))} -->`;
}

function cutToFit(head: readonly string[], parts: readonly Part[], legal: string, text: Text, all: boolean): string {
  const room = all ? Number.POSITIVE_INFINITY : COMMENT - joined([...head, legal]).length;
  return joined([...head, ...fitting(parts, room, text.andMore), legal]);
}

function alert({ word, reasons }: Alert): string {
  return reasons.map(({ title, aside }) => `> **✖ ${word}** ${[title, ...present(aside)].join(' · ')}`).join('\n>\n');
}

function headline(rows: readonly Row[], text: Text): string {
  const lines = rows.map(({ label, statement, notes, doubts, aside }) => {
    return [label, [`**${statement}**`, ...notes, ...doubts].join('<br>'), present(aside).join(' · ')];
  });
  const { head, rows: own } = table(['', text.table.statement, text.table.source], lines);
  return [head, ...own].join('\n');
}

function section(part: Section, text: Text, all: boolean): Part {
  const { heading, glyph, items, compact, hint, checklist } = part;
  if (checklist !== undefined) {
    const head = joined([`### ${heading}`, hint ?? '']);
    return { head, rows: items.map((item) => toTick(item, checklist)), hidden: 0 };
  }
  const shown = all ? items : items.slice(0, ROWS_SHOWN);
  const columns: (readonly [string, (item: Item) => string])[] = [
    [text.table.subject, (item) => named(item, compact)],
    [text.table.toDo, ({ lines, doubts }) => (compact ? '' : [...lines, ...doubts].join('<br>'))],
    [text.table.where, ({ where }) => where],
  ];
  const used = columns.filter(([, cell]) => shown.some((item) => cell(item) !== ''));
  const names = used.map(([head]) => head);
  const { head, rows } = table(
    names,
    shown.map((item) => used.map(([, cell]) => cell(item))),
  );
  const above = joined([`### ${glyph} ${heading}`, hint ?? '', shown.length === 0 ? '' : head]).trimEnd();
  return { head: above, rows, hidden: items.length - shown.length };
}

function toTick({ title, source }: Item, state: 'open' | 'done'): string {
  return `- [${state === 'done' ? 'x' : ' '}] **${title}**  \n  ${source.join(' · ')}`;
}

function named({ title, id, source, doubts }: Item, withDoubts: boolean): string {
  return [`**${title}**`, present([...source, id]).join(' · '), ...(withDoubts ? doubts : [])].join('<br>');
}

function table(names: readonly string[], lines: readonly (readonly string[])[]): Pick<Part, 'head' | 'rows'> {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return { head: [row(names), row(names.map(() => '---'))].join('\n'), rows: lines.map(row) };
}

function present(words: readonly string[]): string[] {
  return words.filter((word) => word !== '');
}

function joined(blocks: readonly string[]): string {
  return `${present(blocks).join('\n\n')}\n`;
}
