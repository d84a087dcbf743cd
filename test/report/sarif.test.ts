import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InputError } from '../../src/assessment/contract.ts';
import type { SystemFindings } from '../../src/report/finding.ts';
import { sarifReport } from '../../src/report/sarif.ts';
import { assessment, duty, inForce } from './fixture.ts';
import { assessedExample, EXAMPLES, hostileSystem, withFindings, words } from './systems.ts';

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Place {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
    readonly region: Region;
  };
}

interface Run {
  readonly tool: {
    readonly driver: {
      readonly semanticVersion?: string;
      readonly rules: readonly {
        readonly id: string;
        readonly name: string;
        readonly shortDescription: { readonly text: string };
        readonly fullDescription: { readonly text: string };
        readonly help: { readonly text: string; readonly markdown: string };
        readonly helpUri?: string;
        readonly defaultConfiguration: { readonly level: string };
        readonly properties: { readonly tags: readonly string[]; readonly 'problem.severity': string };
      }[];
    };
  };
  readonly language: string;
  readonly automationDetails: { readonly id: string };
  readonly artifacts: readonly { readonly hashes: Record<string, string> }[];
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly exitCode: number;
    readonly toolExecutionNotifications?: readonly {
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations?: readonly Place[];
    }[];
  }[];
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly message: { readonly text: string };
    readonly locations: readonly Place[];
    readonly partialFingerprints: { readonly primaryLocationLineHash: string };
    readonly suppressions?: readonly object[];
  }[];
}

function runOf(
  systems: readonly SystemFindings[],
  errors: readonly InputError[] = [],
  language: 'en' | 'fr' = 'en',
): Run {
  return JSON.parse(sarifReport(systems, errors, { language, version: '0.1.0' })).runs[0];
}

const NOT_FOUND = {
  path: 'b.yaml',
  repositoryPath: 'b.yaml',
  line: null,
  column: null,
  code: 'not-found',
  message: 'There is no such file.',
};

describe('a result', () => {
  const missing = runOf([withFindings(assessment({ duties: [inForce()] }))]);

  test('has a rule, a level, a message that says what to do, a region and a hash that outlives edits', () => {
    expect(missing.results).toMatchObject([
      {
        ruleId: 'gdpr.art-35.impact-assessment',
        ruleIndex: 0,
        level: 'error',
        message: { text: expect.stringMatching(/^Missing, in force since 25 May 2018 .* Give every output a way/) },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'retina.yaml', uriBaseId: '%SRCROOT%' },
              region: { startLine: 31, startColumn: 3, endLine: 31, endColumn: 27 },
            },
          },
        ],
        partialFingerprints: { primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{64}:1$/) },
      },
    ]);
    expect(missing.results[0]).not.toHaveProperty('suppressions');
  });

  test('that nothing in the file says anything about stands at its first line', () => {
    const { results } = runOf([withFindings(assessment({ duties: [inForce({ location: null })] }))]);
    expect(results[0]?.locations[0]?.physicalLocation.region).toEqual({
      startLine: 1,
      startColumn: 1,
      endLine: 1,
      endColumn: 2,
    });
  });

  test('of a known gap is suppressed, with the reason', () => {
    const duties = [inForce({ status: 'known', gap: 'missing' })];
    const { results } = runOf([withFindings(assessment({ duties, baseline: { path: 'known.json', unused: [] } }))]);
    expect(results[0]?.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'Stands in the baseline known.json: known, not new.' },
    ]);
  });

  test.each([
    ['a b/été,#%.yaml', 'a%20b/%C3%A9t%C3%A9%2C%23%25.yaml'],
    ['javascript:x.yaml', 'javascript%3Ax.yaml'],
    ['a\n\ud800.yaml', 'a%0A%EF%BF%BD.yaml'],
  ])('names the file %j as a URI below the root', (repositoryPath, uri) => {
    const source = { path: 'x', repositoryPath, sha256: 'abc' };
    const { results } = runOf([withFindings(assessment({ duties: [inForce()], source }))]);
    expect(results[0]?.locations[0]?.physicalLocation.artifactLocation).toEqual({ uri, uriBaseId: '%SRCROOT%' });
  });

  test('of an absolute path has a URI of its own', () => {
    const source = { path: 'x', repositoryPath: '/tmp/a b.yaml', sha256: 'abc' };
    const { results } = runOf([withFindings(assessment({ duties: [inForce()], source }))]);
    expect(results[0]?.locations[0]?.physicalLocation.artifactLocation).toEqual({ uri: 'file:///tmp/a%20b.yaml' });
  });
});

test('a rule says what it asks, how to meet it, with a link to the act, and how grave it is at worst', () => {
  const systems = [assessment({ duties: [duty()] }), assessment({ duties: [inForce({ id: duty().id })] })].map(
    withFindings,
  );
  const [rule, ...others] = runOf(systems).tool.driver.rules;
  expect(others).toEqual([]);
  expect(rule).toMatchObject({
    id: 'eu-ai-act.art-14.override',
    name: 'EuAiActArt14Override',
    helpUri: 'https://example.org/',
    defaultConfiguration: { level: 'error' },
    properties: { tags: ['law', 'data'], precision: 'high', 'problem.severity': 'error' },
  });
  expect(rule?.help.markdown).toContain('](https://example.org/)');
  expect(rule?.help.text).toContain('Give every output a way to be set aside and record it. To show: Test record.');
});

test('an act with no address that a browser opens gives no link', () => {
  const { law } = assessment();
  const gdpr = { ...assessment().law.acts.gdpr, url: 'javascript:alert(1)' } as (typeof law.acts)[string];
  const report = assessment({ duties: [inForce()], law: { ...law, acts: { ...law.acts, gdpr } } });
  const [rule] = runOf([withFindings(report)]).tool.driver.rules;
  expect(rule).not.toHaveProperty('helpUri');
  expect(rule?.help.markdown).not.toContain('javascript');
});

describe('the run', () => {
  const ready = withFindings(assessment());
  const failing = withFindings(
    assessment({ duties: [inForce()], verdict: { ...assessment().verdict, value: 'not-ready' } }),
  );

  test.each([
    [0, true, [ready], []],
    [1, true, [ready, failing], []],
    [2, false, [ready, failing], [NOT_FOUND]],
  ] as const)('has the exit code %i', (exitCode, executionSuccessful, systems, errors) => {
    expect(runOf(systems, errors).invocations[0]).toMatchObject({ exitCode, executionSuccessful });
  });

  test('tells of files that could not be used, with their place', () => {
    const error = {
      path: 'c d.yaml',
      repositoryPath: 'c d.yaml',
      line: 3,
      column: 7,
      code: 'unknown-key',
      message: 'x is no known key.',
    };
    const [invocation] = runOf([], [error, NOT_FOUND]).invocations;
    expect(invocation?.toolExecutionNotifications).toMatchObject([
      { level: 'error', descriptor: { id: 'unknown-key' }, message: { text: 'x is no known key.' } },
      { level: 'error', descriptor: { id: 'not-found' } },
    ]);
    expect(invocation?.toolExecutionNotifications?.[0]?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'c%20d.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 3, startColumn: 7, endLine: 3, endColumn: 8 },
    });
  });

  test('of one system does not close what that of another opened', () => {
    const other = assessment({ source: { path: 'b.yaml', repositoryPath: 'x/b.yaml', sha256: '' } });
    const ids = [[ready], [withFindings(other)], [ready, withFindings(other)]].map(
      (own) => runOf(own).automationDetails.id,
    );
    expect(ids).toEqual(['aiact-check/retina.yaml/', 'aiact-check/x/b.yaml/', 'aiact-check/']);
  });

  test('names its language and the hash of each description', () => {
    const run = runOf([ready], [], 'fr');
    expect(run.language).toBe('fr');
    expect(run.artifacts.map(({ hashes }) => hashes)).toEqual([{ 'sha-256': 'def' }]);
  });

  test('puts errors of all systems first and what is suppressed last, and says how much it leaves out', () => {
    const many = Array.from({ length: 3000 }, (_, index) => duty({ id: `a.${index}` }));
    const duties = [inForce({ id: 'b', status: 'known', gap: 'missing' }), ...many, inForce({ id: 'c' })];
    const system = withFindings(assessment({ duties, baseline: { path: 'known.json', unused: [] } }));
    const one = runOf([system]);
    expect(one.results.map(({ ruleId }) => ruleId).filter((id) => !id.startsWith('a.'))).toEqual(['c', 'b']);
    expect(one.results.at(-1)?.ruleId).toBe('b');
    const two = runOf([system, system]);
    expect(two.results).toHaveLength(5000);
    expect(two.results.slice(0, 2).map(({ ruleId }) => ruleId)).toEqual(['c', 'c']);
    expect(two.invocations[0]?.toolExecutionNotifications?.[0]?.message.text).toContain('1004 findings were left out');
  });
});

/** What GitHub refuses or does not show. */
function isWithinLimits({ tool, results }: Run): void {
  for (const { name, shortDescription, fullDescription, help, properties } of tool.driver.rules) {
    expect(name).toMatch(/^[\p{Lu}\p{N}][\p{L}\p{N}]{0,254}$/u);
    for (const { text } of [shortDescription, fullDescription]) {
      expect(text.length).toBeGreaterThan(0);
      expect(text.length).toBeLessThanOrEqual(1024);
    }
    expect(help.text).not.toBe('');
    expect(properties.tags.length).toBeLessThanOrEqual(10);
  }
  for (const { ruleId, ruleIndex, level, message, locations } of results) {
    expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(['error', 'warning', 'note']).toContain(level);
    expect(message.text).not.toBe('');
    const { startLine, startColumn, endLine, endColumn } = locations[0]?.physicalLocation.region ?? {};
    expect(startLine).toBeGreaterThan(0);
    expect(startColumn).toBeGreaterThan(0);
    expect(endLine).toBe(startLine);
    expect(endColumn).toBeGreaterThan(startColumn ?? 0);
  }
}

test.each(['en', 'fr'] as const)('all examples in one run keep the limits of GitHub, in %s', (language) => {
  const systems = EXAMPLES.map((path) =>
    withFindings(assessedExample(path, language, { asOf: '2029-01-01', horizon: '2029-01-01' })),
  );
  const run = runOf(systems, [], language);
  expect(run.results.length).toBeGreaterThan(200);
  isWithinLimits(run);
  expect(new Set(run.tool.driver.rules.map(({ id }) => id)).size).toBe(run.tool.driver.rules.length);
});

test('words of anybody stay words: no control character, no link, no argument', () => {
  fc.assert(
    fc.property(hostileSystem, words, words, (report, path, message) => {
      const error = { path, repositoryPath: path, line: 1, column: 2, code: 'syntax', message };
      const json = sarifReport([withFindings(report)], [error], { language: report.language, version: '0.1.0' });
      expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
      const run: Run = JSON.parse(json).runs[0];
      isWithinLimits(run);
      const notes = run.invocations[0]?.toolExecutionNotifications ?? [];
      for (const { text } of [...run.results, ...notes].map((told) => told.message)) {
        expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(text).not.toContain('](');
        expect(text.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[{}]/);
      }
      for (const { physicalLocation } of run.results.flatMap(({ locations }) => locations)) {
        expect(physicalLocation.artifactLocation.uri).toMatch(/^(?:file:\/\/\/)?[\w\-.~!*'()%/]*$/);
      }
    }),
    { numRuns: 100 },
  );
});
