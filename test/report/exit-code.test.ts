import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chalk } from 'chalk';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssessedDuty, AssessedGap, Assessment, Portfolio } from '../../src/assessment/contract.ts';
import { verdictOf } from '../../src/assessment/verdict.ts';
import { FORMATS, type Format, render } from '../../src/report/formats.ts';
import { DEVICE, describeSystem, NEUTRAL } from '../cases/describe.ts';
import { folderWith } from '../cli/folder.ts';
import { run } from '../cli/run.ts';
import { assessment, duty } from './fixture.ts';
import { readTable, readXml, type XmlElement } from './readers.ts';

const colour = new Chalk({ level: 0 });

/** Whether what a format says, read by a program that knows nothing but the format, is a failure. */
const FAILS: Readonly<Record<string, (written: string) => boolean>> = {
  json: (written) => {
    const report = JSON.parse(written) as Assessment | Portfolio;
    const { assessments, errors } = 'assessments' in report ? report : { assessments: [report], errors: [] };
    return errors.length > 0 || assessments.some(({ verdict }) => verdict.value !== 'ready');
  },
  sarif: (written) => {
    interface Log {
      readonly runs: readonly {
        readonly results: readonly { readonly level: string; readonly suppressions?: readonly object[] }[];
        readonly invocations: readonly { readonly executionSuccessful: boolean }[];
      }[];
    }
    return (JSON.parse(written) as Log).runs.some(
      ({ results, invocations }) =>
        results.some(({ level, suppressions = [] }) => level === 'error' && suppressions.length === 0) ||
        invocations.some(({ executionSuccessful }) => !executionSuccessful),
    );
  },
  gitlab: (written) =>
    (JSON.parse(written) as { severity: string }[]).some(({ severity }) => !['info', 'minor'].includes(severity)),
  github: (written) => written.split('\n').some((line) => line.startsWith('::error ')),
  junit: (written) => {
    const within = (element: XmlElement): boolean =>
      element.name === 'failure' || element.name === 'error' || element.children.some(within);
    const root = readXml(written);
    expect(Number(root.attributes.failures) + Number(root.attributes.errors) > 0).toBe(within(root));
    return within(root);
  },
  csv: (written) =>
    readTable(written.slice(1)).some(({ severity = [] }) => ['error', 'erreur'].includes(severity[0] ?? '')),
  jira: (written) => readTable(written).some(({ Priority = [] }) => ['Highest', 'High'].includes(Priority[0] ?? '')),
};

/** A file that could not be read makes no ticket; a screen is for people. */
const BLIND_TO_FILES = ['jira'];

const days = fc.constantFrom('2018-05-25', '2026-11-22', '2026-12-31', '2027-01-31', '2027-06-30', '2028-08-02');

const windows = fc.oneof(
  days.map((to) => ({ from: to, to })),
  fc.tuple(days, days).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
  days.map((from) => ({ from, to: null })),
  fc.constant({ from: null, to: null }),
);

const OPEN = ['missing', 'partial', 'unanswered'] as const;

const duties: fc.Arbitrary<Partial<AssessedDuty>> = fc
  .record({
    window: windows,
    status: fc.constantFrom(...OPEN, ...OPEN, 'in-place', 'planned', 'spared', 'accepted', 'known' as const),
    gap: fc.constantFrom(...OPEN),
    applies: fc.constantFrom('yes', 'yes', 'yes', 'unknown', 'no' as const),
    level: fc.constantFrom('law', 'law', 'soft-law', 'good-practice' as const),
    before: fc.constantFrom(null, null, 'placing'),
    prohibition: fc.boolean(),
  })
  .map(({ window, status, gap, applies, level, before, prohibition }) => {
    const possible = [...new Set([window.from, window.to])].flatMap((day) => day ?? []);
    const due = { value: possible.length === 1 ? (possible[0] ?? null) : null, possible };
    const own = { window, due, level, before, applies };
    if (applies === 'no') return { ...own, status: 'not-applicable' };
    const isGap = status === 'accepted' || status === 'known';
    // What may not apply can only be unanswered or in place; no prohibition is accepted.
    if (applies === 'unknown')
      return isGap
        ? { ...own, status, gap: 'unanswered' }
        : { ...own, status: status === 'in-place' ? status : 'unanswered' };
    if (isGap) return { ...own, status, gap };
    if (status === 'spared') return { ...own, status, spared: { reason: 'Because', ends: 'Until.' } };
    return { ...own, status, prohibition };
  });

const gaps: fc.Arbitrary<AssessedGap> = fc
  .record({ state: fc.constantFrom('valid', 'expired', 'not-yet', 'unused' as const), ending: fc.boolean() })
  .map(({ state, ending }) => ({
    duty: 'd0',
    because: 'Reason.',
    by: 'Head of QA',
    since: '2026-11-01',
    until: '2026-12-01',
    state,
    ending: state === 'valid' && ending,
    location: { line: 3, column: 5, endColumn: 9 },
  }));

const claims = fc.constantFrom('agrees', 'below', 'above', 'other', 'open' as const).map((finding) => ({
  ...{ fact: 'claims.device-class', title: 'Class', claimed: 'I', possible: ['IIa'], claimedName: 'class I' },
  possibleNames: ['class IIa'],
  finding,
  location: { line: 4, column: 5, endColumn: 9 },
}));

/** Reports as they may come out, with the verdict that belongs to them. Most are near to ready. */
const reports: fc.Arbitrary<Assessment> = fc
  .record({
    language: fc.constantFrom('en', 'fr' as const),
    duties: fc.array(duties, { maxLength: 4 }),
    acceptedGaps: fc.array(gaps, { maxLength: 2 }),
    claims: fc.array(claims, { maxLength: 1 }),
    baseline: fc.constantFrom(null, { path: 'known.yaml', unused: [] }, { path: 'known.yaml', unused: ['x'] }),
    level: fc.constantFrom('high-risk', 'high-risk', 'high-risk', 'prohibited', null),
    device: fc.constantFrom('yes', 'no', 'yes', 'unknown' as const),
    horizon: fc.constantFrom('2026-11-22', '2027-01-31', '2028-08-02'),
    isRelease: fc.boolean(),
    policy: fc.record({
      unanswered: fc.constantFrom('fail', 'warn' as const),
      requireEvidence: fc.boolean(),
      warnWithin: fc.constantFrom(0, 90, 400),
      level: fc.constantFrom('law', 'soft-law', 'good-practice' as const),
      strict: fc.boolean(),
      proposals: fc.constant([]),
    }),
  })
  .map(({ duties: own, level, device, isRelease, ...rest }) => {
    const base = assessment({ language: rest.language });
    const { aiAct } = base.classification;
    const report: Assessment = {
      ...base,
      ...rest,
      horizonEvent: isRelease ? { id: 'placing', title: 'before placing' } : null,
      duties: own.map((changes, index) => duty({ id: `d${index}`, ...changes })),
      classification: {
        ...base.classification,
        aiAct: { ...aiAct, value: level, possible: level === null ? ['minimal', 'high-risk'] : [level] },
        device: { ...base.classification.device, value: device },
      },
    };
    const until = { day: report.horizon, event: report.horizonEvent?.id ?? null };
    return { ...report, verdict: verdictOf({ ...report, lapses: [] }, report.asOf, until, report.policy) };
  });

function shown(format: Format, report: Assessment | Portfolio): string {
  return render(format, report, { width: 80, colour, all: false, language: 'en' });
}

describe.each(Object.keys(FAILS) as Format[])('as %s', (format) => {
  const fails = FAILS[format] ?? (() => false);

  test('a report fails exactly where it is not ready', () => {
    let ready = 0;
    fc.assert(
      fc.property(reports, (report) => {
        const isReady = report.verdict.value === 'ready';
        if (isReady) ready += 1;
        expect(fails(shown(format, report))).toBe(!isReady);
      }),
      { numRuns: 400 },
    );
    // Else the half of it would be untested.
    expect(ready).toBeGreaterThan(20);
  });

  test('several systems fail where one of them does, or a file could not be read', () => {
    const error = {
      path: 'bad.yaml',
      repositoryPath: 'bad.yaml',
      line: 3,
      column: 1,
      code: 'syntax',
      message: 'Not YAML.',
    };
    fc.assert(
      fc.property(fc.array(reports, { maxLength: 3 }), fc.boolean(), (assessments, isBad) => {
        const errors = isBad && !BLIND_TO_FILES.includes(format) ? [error] : [];
        const portfolio: Portfolio = {
          format: 'aiact-check/portfolio@1',
          tool: { version: '0.1.0' },
          assessments,
          errors,
        };
        const isReady = errors.length === 0 && assessments.every(({ verdict }) => verdict.value === 'ready');
        expect(fails(shown(format, portfolio))).toBe(!isReady);
      }),
      { numRuns: 100 },
    );
  });
});

test('every format for programs is read here', () => {
  expect([...Object.keys(FAILS), 'terminal', 'gate', 'markdown'].sort()).toEqual([...FORMATS].sort());
});

describe('the exit code of the command', () => {
  const DAY = ['--as-of', '2026-11-22'];
  const MAMMO = 'examples/imaging/therapixel-mammoscreen.yaml';
  const files = {
    'ready.yaml': describeSystem(NEUTRAL, { 'ai-literacy.training': 'yes' }),
    'not-ready.yaml': describeSystem(DEVICE, { 'ai-literacy.training': 'no' }),
    'open.yaml': 'aiact-check: "1.0"\nsystem: { name: Open }\n',
    'wrong.yaml': 'aiact-check: "1.0"\nsystem: { nam: Wrong }\n',
  };
  const EXPECTED = { 'ready.yaml': 0, 'not-ready.yaml': 1, 'open.yaml': 1, 'wrong.yaml': 2 };

  test.each(Object.entries(EXPECTED))('for %s is %i in every format, and agrees with what it says', (file, code) => {
    const folder = folderWith(files);
    for (const format of FORMATS) {
      const ran = run([file, '--format', format, ...DAY], { cwd: folder });
      expect([format, ran.code]).toEqual([format, code]);
      if (!BLIND_TO_FILES.includes(format)) expect(FAILS[format]?.(ran.out) ?? code > 0).toBe(code > 0);
    }
  });

  test('is the same with all formats in one run, and each file says what standard output would', () => {
    const folder = folderWith({ 'mammo.yaml': readFileSync(MAMMO, 'utf8') });
    const outputs = FORMATS.flatMap((format) => ['--format', `${format}=${join(folder, format)}`]);
    const ran = run(['mammo.yaml', ...DAY, ...outputs], { cwd: folder });
    expect(ran).toEqual({ code: 1, out: '', err: '' });
    for (const format of FORMATS.filter((name) => name in FAILS)) {
      const written = readFileSync(join(folder, format), 'utf8');
      expect(FAILS[format]?.(written)).toBe(true);
      expect(written).toBe(run(['mammo.yaml', ...DAY, '--format', format], { cwd: folder }).out);
    }
  });
});
