import type { ChalkInstance } from 'chalk';
import type { Assessment, Portfolio } from '../assessment/contract.ts';
import { jsonReport } from './json.ts';
import { markdownPortfolio, markdownReport } from './markdown.ts';
import { terminalReport } from './terminal.ts';
import { terminalPortfolio } from './terminal-portfolio.ts';

export const FORMATS = ['terminal', 'json', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

export interface RenderOptions {
  readonly width: number;
  readonly colour: ChalkInstance;
  readonly all: boolean;
  /** How an assessment is told to a person; JSON holds it all. */
  readonly by?: string;
  /** Of a portfolio; an assessment is in the language it was made in. */
  readonly language: 'en' | 'fr';
}

/** The report in a format, with its final newline. */
export function render(format: Format, report: Assessment | Portfolio, options: RenderOptions): string {
  if (format === 'json') return jsonReport(report);
  if ('assessments' in report) {
    return format === 'markdown' ? markdownPortfolio(report, options.language) : terminalPortfolio(report, options);
  }
  return format === 'markdown' ? markdownReport(report, options.all, options.by) : terminalReport(report, options);
}
