import type { ChalkInstance } from 'chalk';
import type { Assessment, InputError, Portfolio } from '../assessment/contract.ts';
import { csvReport } from './csv.ts';
import type { SystemFindings } from './finding.ts';
import { findingsOf } from './findings.ts';
import { gateReport } from './gate.ts';
import { githubReport } from './github.ts';
import { gitlabReport } from './gitlab.ts';
import { jiraReport } from './jira.ts';
import { jsonText } from './json.ts';
import { junitReport } from './junit.ts';
import { markdownPortfolio, markdownReport } from './markdown.ts';
import { markdownPage, type Page, type PageOptions, terminalPage } from './page.ts';
import { sarifReport } from './sarif.ts';
import { terminalReport } from './terminal.ts';
import { terminalPortfolio } from './terminal-portfolio.ts';

export interface RenderOptions {
  readonly width: number;
  readonly colour: ChalkInstance;
  readonly all: boolean;
  /** How an assessment is told to a person; JSON holds it all. */
  readonly by?: string;
  /** Of a portfolio; an assessment is in the language it was made in. */
  readonly language: 'en' | 'fr';
}

type FindingsReport = (
  systems: readonly SystemFindings[],
  errors: readonly InputError[],
  options: RenderOptions & { readonly version: string },
) => string;

/** Formats that tell the findings of all systems, one as well as several. */
const OF_FINDINGS = {
  gate: gateReport,
  sarif: sarifReport,
  github: githubReport,
  gitlab: gitlabReport,
  junit: junitReport,
  csv: csvReport,
  jira: jiraReport,
} satisfies Readonly<Record<string, FindingsReport>>;

/** Formats that tell of a single system otherwise than of several. */
const OF_REPORTS = ['terminal', 'json', 'markdown'] as const;

export type Format = (typeof OF_REPORTS)[number] | keyof typeof OF_FINDINGS;
export const FORMATS: readonly Format[] = [
  ...OF_REPORTS,
  ...(Object.keys(OF_FINDINGS) as (keyof typeof OF_FINDINGS)[]),
];

/** The report in a format, with its final newline. */
export function render(format: Format, given: Assessment | Portfolio, options: RenderOptions): string {
  // To a person, one system of a folder is told as one.
  const report = format === 'terminal' || format === 'markdown' ? (onlyOne(given) ?? given) : given;
  if (format === 'json') return jsonText(report);
  const several = 'assessments' in report;
  if (format === 'terminal') return several ? terminalPortfolio(report, options) : terminalReport(report, options);
  if (format === 'markdown')
    return several
      ? markdownPortfolio(report, options.language, options.all)
      : markdownReport(report, options.all, options.by);
  const { assessments, errors } = several ? report : { assessments: [report], errors: [] };
  const systems = assessments.map((assessment) => ({ report: assessment, findings: findingsOf(assessment) }));
  return OF_FINDINGS[format](systems, errors, { ...options, version: report.tool.version });
}

function onlyOne(report: Assessment | Portfolio): Assessment | undefined {
  if (!('assessments' in report) || report.errors.length > 0) return undefined;
  return report.assessments.length === 1 ? report.assessments[0] : undefined;
}

/** What a command has to say about the law: the data itself as JSON, or in words. */
export function renderPage(format: Format, data: object, page: () => Page, options: PageOptions): string {
  if (format === 'json') return jsonText(data);
  return format === 'markdown' ? markdownPage(page()) : terminalPage(page(), options);
}
