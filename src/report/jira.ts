import { type Context, contextOf, day, systemName } from './context.ts';
import { csvTable } from './csv-table.ts';
import type { Finding, SystemFindings } from './finding.ts';
import { cutTo, visible } from './safe.ts';

/** Several columns of one name are several values of one field. The importer wants no punctuation here. */
const COLUMNS = [
  'Summary',
  'Issue Type',
  'Priority',
  'Due Date',
  'Labels',
  'Labels',
  'Labels',
  'External issue ID',
  'Description',
] as const;

/** Jira takes no longer summary, nor a longer label. */
const LONGEST = 255;

/**
 * Tickets for Jira's CSV importer, one a finding that is not suppressed: those that fail the check, those that soon will, and those
 * that come later, which are what a plan is made of. Days are ISO: the importer is to be told `yyyy-MM-dd`. RFC 4180, UTF-8 without a
 * byte order mark, which would become a part of the first name.
 *
 * The labels are `aiact-check`, the rule and the path of the description. `External issue ID` is the finding's fingerprint, by
 * which a second import can be matched with the first. A file that could not be read makes no ticket.
 */
export function jiraReport(systems: readonly SystemFindings[]): string {
  return csvTable([COLUMNS, ...systems.flatMap(tickets)]);
}

function tickets({ report, findings }: SystemFindings): string[][] {
  const context = contextOf(report, false);
  return findings.filter(({ suppression }) => suppression === null).map((finding) => ticket(context, finding));
}

function ticket(context: Context, finding: Finding): string[] {
  const { report } = context;
  const { rule, title, due, fingerprint } = finding;
  return [
    // A formula behind a semicolon would get an apostrophe, and the line longer.
    cutTo(LONGEST, visible(`${title} (${systemName(report.system)})`).replaceAll(';', ',')),
    'Task',
    priority(finding, report.asOf),
    due ?? '',
    'aiact-check',
    label(rule),
    label(report.source.repositoryPath),
    fingerprint,
    description(context, finding),
  ];
}

function priority({ severity, due }: Finding, asOf: string): string {
  if (severity === 'error') return due !== null && due <= asOf ? 'Highest' : 'High';
  return severity === 'warning' ? 'Medium' : 'Low';
}

/** A label is one word. */
function label(text: string): string {
  const word = visible(text).replaceAll(/[^\p{L}\p{N}._/-]+/gu, '-');
  return cutTo(LONGEST, word.replace(/^-+/, ''));
}

function description(context: Context, { message, toDo, source, url, location, due, rule }: Finding): string {
  const { report, text } = context;
  const { lists } = text;
  const { repositoryPath } = report.source;
  const place = location === null ? repositoryPath : `${repositoryPath}:${location.line}`;
  const facts = [
    lists.system(`${systemName(report.system)} · ${place}`),
    ...(due === null ? [] : [lists.due(day(context, due))]),
    ...(source === '' ? [] : [lists.source(source)]),
    rule,
  ];
  return [
    wiki(message),
    ...(toDo.length === 0 ? [] : [[lists.toDo, ...toDo.map((words) => `* ${wiki(words)}`)].join('\n')]),
    [...facts.map(wiki), ...(url === null ? [] : [url])].join('\n'),
  ].join('\n\n');
}

/** Plain text for Jira's wiki markup: no macro, link, mention, image, table, heading or icon. A backslash can only be written as an entity. */
function wiki(text: string): string {
  return visible(text)
    .replaceAll(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('\\', '&#92;')
    .replaceAll(/[{}[\]|*^~]|(?<![\p{L}\p{N}])[_+!?-](?=\S)|\((?=(?:[inxy/!?+-]|on|off)\))|^#/gu, '\\$&')
    .replace(/^(h[1-6]|bq)\./, '$1&#46;');
}
