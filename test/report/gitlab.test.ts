import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssessedDuty, Assessment, InputError } from '../../src/assessment/contract.ts';
import { gitlabReport } from '../../src/report/gitlab.ts';
import { assessment, control, duty, inForce } from './fixture.ts';
import { assessedExample, EXAMPLES, hostileSystem, withFindings, words } from './systems.ts';

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
}

function issues(
  reports: readonly Assessment[],
  errors: readonly InputError[] = [],
  language: 'en' | 'fr' = 'en',
): Issue[] {
  return JSON.parse(gitlabReport(reports.map(withFindings), errors, { language }));
}

const severities = (...duties: readonly AssessedDuty[]) =>
  issues([assessment({ duties })]).map(({ severity }) => severity);

test('an issue says what is asked and what was found, and where', () => {
  expect(issues([assessment({ duties: [inForce()] })])).toEqual([
    {
      description:
        'Data protection impact assessment: Missing, in force since 25 May 2018 (GDPR Art. 35(3)(b)). Not in place: human-oversight.override.',
      check_name: 'gdpr.art-35.impact-assessment',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      severity: 'critical',
      location: { path: 'retina.yaml', lines: { begin: 31, end: 31 } },
    },
  ]);
});

describe('the severity', () => {
  const unanswered = { status: 'unanswered' as const, controls: [control({ status: 'unanswered' })] };

  test('falls from what is prohibited to what comes later', () => {
    const soon = '2027-01-15';
    expect(
      severities(
        inForce({ id: 'a', prohibition: true }),
        inForce(),
        inForce({ id: 'b', ...unanswered }),
        duty({ id: 'c', window: { from: soon, to: soon } }),
        duty(),
      ),
    ).toEqual(['blocker', 'critical', 'major', 'minor', 'info']);
  });

  test('of a claim below the facts is the gravest', () => {
    const location = { line: 3, column: 1, endColumn: 2 };
    const names = { claimed: 'a', possible: ['b'], claimedName: 'a', possibleNames: ['b'] };
    const claims = [{ fact: 'claims.level', title: 'Level', ...names, finding: 'below' as const, location }];
    expect(issues([assessment({ duties: [], claims })]).map(({ severity }) => severity)).toEqual(['blocker']);
  });
});

test('what is accepted or known is left out', () => {
  const duties = [inForce({ status: 'known', gap: 'missing' })];
  expect(gitlabReport([withFindings(assessment({ duties }))], [], { language: 'en' })).toBe('[]\n');
});

test('a file that cannot be used is an issue', () => {
  const errors = [
    {
      path: '../b.yaml',
      repositoryPath: 'b.yaml',
      line: null,
      column: null,
      code: 'not-found',
      message: 'There is no such file.',
    },
  ];
  expect(issues([], errors, 'fr')).toMatchObject([
    {
      description: 'Ce fichier ne peut être vérifié. There is no such file.',
      check_name: 'not-found',
      severity: 'blocker',
      location: { path: 'b.yaml', lines: { begin: 1 } },
    },
  ]);
});

test('a file given twice does not make one issue of two', () => {
  const report = assessment({ duties: [inForce()] });
  const prints = issues([report, report]).map(({ fingerprint }) => fingerprint);
  expect(new Set(prints).size).toBe(2);
});

/** All that GitLab reads, and nothing else. */
function isCodeQuality(report: string): Issue[] {
  expect(report.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\ufeff]/u);
  const found: Issue[] = JSON.parse(report);
  expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(found.length);
  for (const issue of found) {
    expect(Object.keys(issue).sort()).toEqual(['check_name', 'description', 'fingerprint', 'location', 'severity']);
    expect(issue.description.length).toBeLessThanOrEqual(400);
    expect(issue.description).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
    expect(issue.check_name).not.toBe('');
    expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(issue.severity);
    expect(issue.location.path).not.toMatch(/^\.\//);
    expect(issue.location.lines.begin).toBeGreaterThan(0);
    expect(issue.location.lines.end).toBe(issue.location.lines.begin);
  }
  return found;
}

test.each(['en', 'fr'] as const)('all examples in one report, in %s', (language) => {
  const systems = EXAMPLES.map((path) => withFindings(assessedExample(path, language)));
  const found = isCodeQuality(gitlabReport(systems, [], { language }));
  const told = systems.flatMap(({ findings }) => findings).filter(({ suppression }) => suppression === null);
  expect(found).toHaveLength(told.length);
  for (const { location } of found) expect(EXAMPLES).toContain(location.path);
});

test('words of anybody stay words', () => {
  fc.assert(
    fc.property(hostileSystem, words, words, (report, path, message) => {
      const error = { path, repositoryPath: path, line: 1, column: 2, code: 'syntax', message };
      const found = isCodeQuality(gitlabReport([withFindings(report)], [error], { language: report.language }));
      expect(found.length).toBeGreaterThan(3);
    }),
    { numRuns: 100 },
  );
});
