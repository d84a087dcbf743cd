import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment, InputError } from '../../src/assessment/contract.ts';
import { githubReport, stepSummary } from '../../src/report/github.ts';
import { assessment, control, duty, inForce } from './fixture.ts';
import { assessedExample, EXAMPLES, hostileSystem, withFindings, words } from './systems.ts';

interface Annotation {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const UNESCAPED = { '%25': '%', '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',' } as const;

function unescaped(text: string): string {
  return text.replaceAll(/%(?:25|0D|0A|3A|2C)/g, (code) => UNESCAPED[code as keyof typeof UNESCAPED]);
}

/** Reads a log as the runner does: what is not a command is shown, which is nothing here. */
function annotations(log: string): Annotation[] {
  const lines = log.split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => {
    const [, command = '', list = '', message = ''] = /^::([a-z-]+)(?: (.*?))?::(.*)$/.exec(line) ?? [];
    expect(command, line).not.toBe('');
    const properties = list
      .split(',')
      .filter((part) => part !== '')
      .map((part) => {
        const at = part.indexOf('=');
        return [part.slice(0, at), unescaped(part.slice(at + 1))];
      });
    return { command, properties: Object.fromEntries(properties), message: unescaped(message) };
  });
}

function annotated(reports: readonly Assessment[], errors: readonly InputError[] = [], language: 'en' | 'fr' = 'en') {
  return annotations(githubReport(reports.map(withFindings), errors, { language }));
}

const { verdict } = assessment();
const failing = assessment({
  verdict: {
    ...verdict,
    value: 'not-ready',
    because: ['duties-missing'],
    counts: { ...verdict.counts, missingNow: 1 },
  },
  duties: [duty(), inForce({ controls: [control({ owner: 'DPO' })] })],
});

test('the verdict comes first, then what was found, each with its region', () => {
  expect(annotated([failing])).toEqual([
    {
      command: 'error',
      properties: { file: 'retina.yaml', line: '1', title: 'Retina reading aid 3.2 · NOT READY' },
      message: '1 missing today · 1 by 2 Aug 2028',
    },
    {
      command: 'error',
      properties: {
        file: 'retina.yaml',
        line: '31',
        endLine: '31',
        col: '3',
        endColumn: '27',
        title: 'Data protection impact assessment (gdpr.art-35.impact-assessment)',
      },
      message:
        'Missing, in force since 25 May 2018 (GDPR Art. 35(3)(b)). Not in place: human-oversight.override.\n' +
        'Give every output a way to be set aside and record it.\nowner: DPO',
    },
    expect.objectContaining({ command: 'notice' }),
  ]);
});

test('a ready system is a notice; its gaps that are accepted or known are not told', () => {
  const duties = [inForce({ status: 'known', gap: 'missing' })];
  const found = annotated([assessment({ duties, baseline: { path: 'known.json', unused: [] } })]);
  expect(found.map(({ command, properties }) => `${command} ${properties.title}`)).toEqual([
    'notice Retina reading aid 3.2 · READY by 22 Nov 2026',
  ]);
});

test('of several systems all verdicts come first, then errors, warnings, notes', () => {
  const soon = '2027-01-15';
  const warned = assessment({ duties: [duty({ window: { from: soon, to: soon } })] });
  expect(annotated([warned, failing]).map(({ command }) => command)).toEqual([
    'notice',
    'error',
    'error',
    'warning',
    'notice',
  ]);
});

test('what comes later is told of a handful, then counted', () => {
  const duties = Array.from({ length: 12 }, (_, index) => duty({ id: `a.${index}` }));
  const found = annotated([assessment({ duties })]);
  expect(found).toHaveLength(1 + 5 + 1);
  expect(found.at(-1)).toEqual({
    command: 'notice',
    properties: {},
    message: '7 more duties that will fall due later: see the full report.',
  });
});

test('a file that cannot be used is an error at its place', () => {
  const path = 'b::, c.yaml';
  const error = { path, repositoryPath: path, line: 3, column: 7, code: 'unknown-key', message: 'x: 100% unknown.' };
  expect(githubReport([], [error], { language: 'en' })).toBe(
    '::error file=b%3A%3A%2C c.yaml,line=3,endLine=3,col=7,endColumn=8,title=This file cannot be checked::x: 100%25 unknown.\n',
  );
});

test('a title is cut to what GitHub allows', () => {
  const found = annotated([assessment({ system: { name: 'x'.repeat(5000), version: null } })]);
  expect(found[0]?.properties.title?.length).toBeLessThanOrEqual(255);
});

test.each(['en', 'fr'] as const)(
  'every example has its verdict first and a file to each finding, in %s',
  (language) => {
    for (const path of EXAMPLES) {
      const report = assessedExample(path, language);
      const [first, ...others] = annotated([report], [], language);
      expect(first?.command).toBe(report.verdict.value === 'ready' ? 'notice' : 'error');
      for (const { properties, message } of others) {
        expect([path, undefined]).toContain(properties.file);
        expect(message).not.toBe('');
      }
    }
  },
);

describe('words of anybody', () => {
  const KEYS = ['file', 'line', 'endLine', 'col', 'endColumn', 'title'];

  test('make no command, no property and no line of their own', () => {
    fc.assert(
      fc.property(hostileSystem, words, words, (report, path, message) => {
        const system = withFindings(report);
        const log = githubReport(
          [system],
          [{ path, repositoryPath: path, line: 1, column: 2, code: 'syntax', message }],
          { language: 'en' },
        );
        const found = annotations(log);
        const told = system.findings.filter(({ suppression }) => suppression === null);
        expect(found).toHaveLength(2 + told.length);
        for (const { command, properties, message: shown } of found) {
          expect(['error', 'warning', 'notice']).toContain(command);
          expect(KEYS).toEqual(expect.arrayContaining(Object.keys(properties)));
          expect([shown.replaceAll('\n', ''), ...Object.values(properties)].join('')).not.toMatch(
            /[\p{Cc}\p{Cf}\p{Cs}]/u,
          );
        }
        expect(found.slice(2).map(({ properties }) => properties.line)).toEqual(
          told.map(({ location }) => String(location?.line ?? 1)),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('the summary of a step', () => {
  const portfolio = (assessments: readonly Assessment[]) =>
    ({ format: 'aiact-check/portfolio@1', tool: { version: '0.1.0' }, assessments, errors: [] }) as const;

  test('of a system is its report; of several the table, then each', () => {
    expect(stepSummary(failing, 'en')).toMatch(/^## Retina reading aid 3\.2\n\n\*\*NOT READY\*\* 1 missing today/m);
    const summary = stepSummary(portfolio([failing, assessment()]), 'en');
    expect(summary).toMatch(/^\*\*2 systems: 1 ready, 1 not ready, 0 undetermined\*\*\n\n\| System \|/m);
    expect(summary.match(/^## Retina/gm)).toHaveLength(2);
  });

  test('is cut to whole lines below what GitHub takes, and says so', () => {
    const controls = [control({ how: 'é'.repeat(900) })];
    const duties = Array.from({ length: 15 }, (_, index) => inForce({ id: `a.${index}`, controls }));
    const many = Array.from({ length: 60 }, () => assessment({ duties }));
    const summary = stepSummary(portfolio([failing, ...many]), 'fr');
    expect(Buffer.byteLength(summary)).toBeGreaterThan(900_000);
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    for (const row of summary.split('\n').filter((line) => line.startsWith('|'))) expect(row).toMatch(/\|$/);
    expect(summary).toMatch(/\n\nCoupé ici, un résumé étant limité en taille/);
    expect(stepSummary(portfolio([failing]), 'fr')).not.toContain('Coupé ici');
  });
});
