import { describe, expect, test } from 'vitest';
import type { Assessment, InputError } from '../../src/assessment/contract.ts';
import { findingsOf } from '../../src/report/findings.ts';
import { junitReport } from '../../src/report/junit.ts';
import { assessment, control, duty, inForce } from './fixture.ts';
import { readXml, type XmlElement } from './readers.ts';

const verdict = assessment().verdict;
const NOT_READY: Assessment['verdict'] = { ...verdict, value: 'not-ready', because: ['duties-missing'] };

function junit(reports: readonly Assessment[], errors: readonly InputError[] = []): XmlElement {
  const systems = reports.map((report) => ({ report, findings: findingsOf(report) }));
  return readXml(junitReport(systems, errors, { language: 'en' }));
}

function casesOf(report: Assessment): XmlElement[] {
  return (junit([report]).children[0]?.children ?? []).filter(({ name }) => name === 'testcase');
}

/** The name of each test with what became of it. */
function outcomes(report: Assessment): Record<string, string> {
  return Object.fromEntries(
    casesOf(report).map(({ attributes, children }) => [attributes.name, children[0]?.name ?? 'passed']),
  );
}

describe('a suite', () => {
  test('is a system, with its file, its days and the law', () => {
    const [suite] = junit([assessment()]).children;
    expect(suite?.attributes).toMatchObject({ name: 'Retina reading aid 3.2', file: 'retina.yaml', time: '0' });
    const properties = suite?.children[0]?.children.map(({ attributes }) => [attributes.name, attributes.value]);
    expect(properties).toEqual([
      ['as-of', '2026-11-22'],
      ['horizon', '2026-11-22'],
      ['law-version', '2026.11'],
      ['law-sha256', 'abc'],
      ['law-checked-on', '2026-10-06'],
      ['tool-version', '0.1.0'],
    ]);
  });

  test('counts exactly, and the sum of all suites stands above', () => {
    const report = assessment({
      duties: [inForce(), duty(), duty({ id: 'a', status: 'in-place' }), duty({ id: 'b', status: 'planned' })],
      verdict: NOT_READY,
    });
    const error = {
      path: 'bad.yaml',
      repositoryPath: 'bad.yaml',
      line: 3,
      column: 1,
      code: 'syntax',
      message: 'Not YAML.',
    };
    const all = junit([report, report], [error]);
    const counts = { tests: '5', failures: '2', errors: '0', skipped: '2' };
    expect(all.children.map(({ attributes }) => attributes)).toMatchObject([
      counts,
      counts,
      { tests: '1', failures: '0', errors: '1', skipped: '0' },
    ]);
    expect(all.attributes).toMatchObject({ tests: '11', failures: '4', errors: '1' });
  });

  test('is a file that could not be read, with all that is wrong with it', () => {
    const errors: InputError[] = [
      {
        path: 'bad.yaml',
        repositoryPath: 'bad.yaml',
        line: 3,
        column: 1,
        code: 'unknown-key',
        message: 'No such key.',
      },
      {
        path: 'bad.yaml',
        repositoryPath: 'bad.yaml',
        line: 9,
        column: 4,
        code: 'not-one-of',
        message: 'No such value.',
      },
      {
        path: 'gone.yaml',
        repositoryPath: 'gone.yaml',
        line: null,
        column: null,
        code: 'no-file',
        message: 'No such file.',
      },
    ];
    const [bad, gone, none] = junit([], errors).children;
    const [error] = bad?.children[0]?.children ?? [];
    expect(error?.name).toBe('error');
    expect(error?.attributes).toEqual({ type: 'unknown-key', message: 'bad.yaml:3:1 No such key.' });
    expect(error?.text).toBe('bad.yaml:3:1 No such key.\nbad.yaml:9:4 No such value.');
    expect(gone?.children[0]?.children[0]?.attributes).toEqual({ type: 'no-file', message: 'No such file.' });
    expect(none).toBeUndefined();
  });
});

describe('a test', () => {
  test('fails for a duty that fails the check, and is passed over for one that comes later', () => {
    expect(outcomes(assessment({ duties: [inForce(), duty()], verdict: NOT_READY }))).toEqual({
      Verdict: 'failure',
      'Data protection impact assessment (gdpr.art-35.impact-assessment)': 'failure',
      'Let the overseer override an output (eu-ai-act.art-14.override)': 'skipped',
    });
  });

  test('passes for a duty in place only', () => {
    const gap = { gap: 'missing' } as const;
    const spared = { reason: 'While the design stays', ends: 'A change ends it.' };
    const duties = [
      inForce({ id: '1', status: 'in-place' }),
      inForce({ id: '2', status: 'planned' }),
      inForce({ id: '3', status: 'unanswered' }),
      inForce({ id: '4', status: 'accepted', ...gap }),
      inForce({ id: '5', status: 'known', ...gap }),
      inForce({ id: '6', status: 'spared', spared }),
      inForce({ id: '7', status: 'missing', level: 'soft-law' }),
      inForce({ id: '8', status: 'partial' }),
      inForce({ id: '9', status: 'not-applicable', applies: 'no' }),
    ].map((own) => ({ ...own, title: 'D' }));
    expect(outcomes(assessment({ duties, verdict: NOT_READY }))).toEqual({
      Verdict: 'failure',
      'D (1)': 'passed',
      'D (2)': 'skipped',
      'D (3)': 'skipped',
      'D (4)': 'skipped',
      'D (5)': 'skipped',
      'D (6)': 'skipped',
      'D (7)': 'skipped',
      'D (8)': 'failure',
    });
  });

  test('says what is missing, what to do, where, and under which law', () => {
    const report = assessment({
      duties: [inForce({ controls: [control({ how: 'Write one.' })] })],
      verdict: NOT_READY,
    });
    const [, dpia] = casesOf(report);
    const [failure] = dpia?.children ?? [];
    expect(failure?.attributes.type).toBe('missing');
    expect(failure?.attributes.message).toMatch(/^Missing, in force/);
    expect(failure?.text.split('\n')).toEqual([
      failure?.attributes.message,
      'Write one.',
      'GDPR Art. 35(3)(b) · https://example.org/',
      'retina.yaml:31',
    ]);
  });

  test('that is passed over says why', () => {
    const location = { line: 4, column: 3, endColumn: 9 };
    const gap = { duty: 'a', because: 'New supplier.', by: 'Head of QA', since: '2026-11-01', until: '2027-01-31' };
    const report = assessment({
      duties: [
        inForce({ id: 'a', status: 'accepted', gap: 'missing' }),
        inForce({ id: 'b', status: 'spared', spared: { reason: 'While the design stays', ends: 'A change ends it.' } }),
        duty({ id: 'c', status: 'planned', controls: [control({ status: 'planned', by: '2027-06-30' })] }),
      ],
      acceptedGaps: [{ ...gap, state: 'valid', ending: false, location }],
    });
    const [, accepted, spared, planned] = casesOf(report).map(({ children }) => children[0]);
    expect(accepted?.attributes.message).toContain('New supplier. · Gap accepted by Head of QA until 31 Jan 2027');
    expect(spared?.text).toContain('\nWhile the design stays. A change ends it.');
    expect(planned?.text).toContain('\nplanned by 30 Jun 2027');
  });

  test('stands for what is no duty too, each of the same rule under a name of its own', () => {
    const claim: Assessment['claims'][number] = {
      fact: 'claims.device-class',
      title: 'Claimed class',
      claimed: 'I',
      possible: ['IIa'],
      claimedName: 'class I',
      possibleNames: ['class IIa'],
      finding: 'below',
      location: { line: 60, column: 3, endColumn: 15 },
    };
    const claims = [claim, { ...claim, fact: 'claims.ai-act-level' }];
    const because = ['claim-below'] as const;
    const names = Object.entries(outcomes(assessment({ claims, duties: [], verdict: { ...NOT_READY, because } }))).map(
      ([name, outcome]) => `${name}: ${outcome}`,
    );
    expect(names).toEqual([
      'Verdict: failure',
      'Claim no less than what the facts give (claim-below): failure',
      'Claim no less than what the facts give (claim-below 2): failure',
    ]);
  });

  test('names the system in its class, since GitLab knows tests by class and name', () => {
    const source = { path: '../x/a.yaml', repositoryPath: 'x/a.yaml', sha256: '' };
    const classes = casesOf(assessment({ source })).map(({ attributes }) => attributes.classname);
    expect(new Set(classes)).toEqual(new Set(['x/a.yaml']));
  });
});

test('a name stands on one line, without space around it', () => {
  const [suite] = junit([assessment({ system: { name: '\n Two\nlines', version: null } })]).children;
  expect(suite?.attributes.name).toBe('Two lines');
});

test('the verdict is a test that fails unless the system is ready', () => {
  const [ready] = casesOf(assessment());
  expect([ready?.attributes.name, ready?.children]).toEqual(['Verdict', []]);
  for (const value of ['not-ready', 'undetermined'] as const) {
    const [failed] = casesOf(assessment({ verdict: { ...NOT_READY, value } }));
    expect(failed?.children[0]?.attributes.type).toBe(value);
  }
});
