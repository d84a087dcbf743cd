import { Chalk } from 'chalk';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayWidth } from '../../src/report/layout.ts';
import { markdownReport } from '../../src/report/markdown.ts';
import { terminalReport } from '../../src/report/terminal.ts';
import { terminalPortfolio } from '../../src/report/terminal-portfolio.ts';
import { assessment, control, duty, inForce } from './fixture.ts';

const colour = new Chalk({ level: 0 });

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.stringMatching(/^[a-z./-]{1,150}$/),
);

const randomAssessment = fc
  .record({ name: words, path: words, text: words, id: words, french: fc.boolean(), later: fc.boolean() })
  .map(({ name, path, text, id, french, later }) => {
    const own = { id, title: text, controls: [control({ id, how: text, owner: name })] };
    const would = [{ of: 'applies', possible: ['no'], names: ['no'] }];
    const contested = [{ rule: id, reading: text, source: ['ai-act:6(1)'], would }];
    const location = { line: 1, column: 1, endColumn: 2 };
    return assessment({
      language: french ? 'fr' : 'en',
      source: { path, repositoryPath: path, sha256: '' },
      system: { name, version: text },
      duties: [
        later ? duty({ ...own, contested }) : inForce({ ...own, contested }),
        duty({ ...own, status: 'unanswered' }),
        duty({ ...own, status: 'spared', spared: { reason: text, ends: name } }),
      ],
      questions: [{ fact: id, question: text, settles: [] }],
      acceptedGaps: [
        { duty: id, because: text, by: name, since: id, until: text, state: 'valid', ending: false, location },
      ],
    });
  });

test('no line is wider than the terminal, and no control character is left', () => {
  fc.assert(
    fc.property(randomAssessment, fc.integer({ min: 60, max: 120 }), fc.boolean(), (report, width, all) => {
      const error = {
        path: report.source.path,
        repositoryPath: report.source.path,
        line: 1,
        column: 2,
        code: 'syntax',
        message: report.system.name,
      };
      const portfolio = {
        format: 'aiact-check/portfolio@1',
        tool: { version: '0.1.0' },
        assessments: [report, report],
        errors: [error],
      } as const;
      const { language } = report;
      const reports = [
        terminalReport(report, { width, colour, all }),
        terminalPortfolio(portfolio, { width, colour, all, language }),
      ];
      for (const shown of reports) {
        expect(shown.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cf}/u);
        for (const line of shown.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }
    }),
    { numRuns: 150 },
  );
});

test('Markdown keeps its tables, and lets no HTML through', () => {
  fc.assert(
    fc.property(randomAssessment, (report) => {
      const shown = markdownReport(report, true);
      for (const line of shown.split('\n').filter((row) => row.startsWith('|'))) {
        expect(line.split('|').length).toBeLessThanOrEqual(5);
      }
      const [marker, rest = ''] = shown.split(/(?<=^.*\n)/);
      expect(marker).toMatch(/^<!-- aiact-check: [^<>]* -->\n$/);
      expect(rest).not.toMatch(/<(?!br>)[a-z!/]/i);
    }),
    { numRuns: 100 },
  );
});
