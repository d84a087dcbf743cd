import type { AssessedDuty, InputError } from '../assessment/contract.ts';
import { textOf } from '../text/text.ts';
import { type Context, citeAll, contestedLine, contextOf } from './context.ts';
import { csvTable } from './csv-table.ts';
import type { Finding, SystemFindings } from './finding.ts';
import { visible } from './safe.ts';

/** A contract: columns may be added at the end, never renamed or moved. */
const COLUMNS = [
  'system',
  'version',
  'path',
  'line',
  'rule',
  'title',
  'applies',
  'status',
  'severity',
  'due',
  'level',
  'source',
  'owner',
  'controls',
  'finding',
  'to-do',
  'suppressed',
  'contested',
  'url',
  'fingerprint',
  'as-of',
  'law-version',
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], string>>;

/** Spreadsheets take UTF-8 for what it is only where it begins so. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * For a spreadsheet: a row a duty that applies or may apply, before them one for each finding that is no duty, and one for each fault
 * of a file. RFC 4180, UTF-8 with a byte order mark. Ids, paths and days (ISO) are the same in every language, other words are in
 * the report's.
 *
 * `system`, `version` · `path` from the root of the repository and `line`, empty where nothing in the file says anything about it ·
 * `rule`, the duty or a code · `title` · `applies` · `status` · `severity`, empty where nothing is to be done or it is suppressed ·
 * `due`, empty where no day is known · `level`, law or less · `source`, citations · `owner` · `controls`, to be put in place or
 * answered, all of them where nothing is open · `finding` · `to-do` · `suppressed`, why a gap does not count · `contested` · `url` of
 * the first act cited · `fingerprint`, the same as in other formats · `as-of` and `law-version`.
 */
export function csvReport(
  systems: readonly SystemFindings[],
  errors: readonly InputError[],
  { language }: { readonly language: 'en' | 'fr' },
): string {
  const rows = [...systems.flatMap(systemRows), ...errors.map((error) => errorRow(error, language))];
  const cells = rows.map((row) => COLUMNS.map((column) => visible(row[column] ?? '')));
  return BYTE_ORDER_MARK + csvTable([COLUMNS, ...cells]);
}

function systemRows({ report, findings }: SystemFindings): Row[] {
  const context = contextOf(report, false);
  const found = new Map(findings.map((finding) => [finding.rule, finding]));
  const duties = new Set(report.duties.map(({ id }) => id));
  const applying = report.duties.filter(({ applies }) => applies !== 'no');
  const rows = [
    ...findings.filter(({ rule }) => !duties.has(rule)).map((finding) => findingRow(context, finding)),
    ...applying.map((duty) => dutyRow(context, duty, found.get(duty.id))),
  ];
  const common: Row = {
    system: report.system.name,
    version: report.system.version ?? '',
    path: report.source.repositoryPath,
    'as-of': report.asOf,
    'law-version': report.law.version,
  };
  return rows.map((row) => ({ ...common, ...row }));
}

function findingRow({ text }: Context, finding: Finding): Row {
  const { rule, title, severity, status, source, location, due, owner, controls, message, toDo } = finding;
  const words = { ...text.status, ...text.lists.status };
  return {
    rule,
    title,
    status: words[status],
    severity: finding.suppression === null ? text.lists.severity[severity] : '',
    due: due ?? '',
    source,
    line: location === null ? '' : String(location.line),
    owner: owner ?? '',
    controls: controls.join(', '),
    finding: message,
    'to-do': toDo.join(' '),
    suppressed: finding.suppression?.because ?? '',
    url: finding.url ?? '',
    fingerprint: finding.fingerprint,
  };
}

function dutyRow(context: Context, duty: AssessedDuty, finding: Finding | undefined): Row {
  const { text } = context;
  const { location, controls, contested, spared } = duty;
  const owners = new Set(controls.flatMap(({ owner }) => owner ?? []));
  return {
    rule: duty.id,
    title: duty.title,
    due: duty.window.to ?? '',
    source: citeAll(context, duty.source),
    line: location === null || location.line === 0 ? '' : String(location.line),
    owner: [...owners].join(', '),
    controls: controls.map(({ id }) => id).join(', '),
    finding: spared === null ? '' : text.sparedUntil(spared.reason, spared.ends),
    ...(finding === undefined ? {} : findingRow(context, finding)),
    applies: text.truth[duty.applies],
    status: text.status[duty.status],
    level: text.explain.level[duty.level],
    contested: contested.map((doubt) => contestedLine(context, doubt)).join(' '),
  };
}

function errorRow({ repositoryPath, line, code, message }: InputError, language: 'en' | 'fr'): Row {
  const { lists } = textOf(language);
  return {
    path: repositoryPath,
    line: line === null ? '' : String(line),
    rule: code,
    title: lists.fileError,
    status: lists.status.unreadable,
    severity: lists.severity.error,
    finding: message,
  };
}
