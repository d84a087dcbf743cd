import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/contract.ts';
import { findingsOf } from '../../src/report/findings.ts';
import { jiraReport } from '../../src/report/jira.ts';
import { assessment, control, duty, inForce } from './fixture.ts';
import { readCsv, readTable } from './readers.ts';

function jira(report: Assessment): string {
  return jiraReport([{ report, findings: findingsOf(report) }]);
}

function tickets(report: Assessment): Record<string, string[]>[] {
  return readTable(jira(report));
}

/** The description of the only ticket of a duty that asks for this. */
function told(how: string): string {
  const duties = [inForce({ controls: [control({ how })] })];
  const [ticket] = tickets(assessment({ duties }));
  return /^\* (.*)$/m.exec(ticket?.Description?.[0] ?? '')?.[1] ?? '';
}

test('the columns are those that the importer knows, several labels in several columns of one name', () => {
  const [names] = readCsv(jira(assessment()));
  expect(names?.join()).toBe('Summary,Issue Type,Priority,Due Date,Labels,Labels,Labels,External issue ID,Description');
  // A byte order mark would become a part of the first name.
  expect(jira(assessment()).startsWith('"Summary"')).toBe(true);
});

test('a ticket says what is to be done, in what system, by when, under which law', () => {
  const [ticket] = tickets(assessment({ duties: [inForce()] }));
  expect(ticket).toMatchObject({
    Summary: ['Data protection impact assessment (Retina reading aid 3.2)'],
    'Issue Type': ['Task'],
    Priority: ['Highest'],
    'Due Date': ['2018-05-25'],
    Labels: ['aiact-check', 'gdpr.art-35.impact-assessment', 'retina.yaml'],
    'External issue ID': [expect.stringMatching(/^[0-9a-f]{64}$/)],
  });
  const lines = ticket?.Description?.[0]?.split('\n');
  expect(lines?.slice(1)).toEqual([
    '',
    'What to do:',
    '* Give every output a way to be set aside and record it.',
    '',
    'System: Retina reading aid 3.2 · retina.yaml:31',
    'Due: 25 May 2018',
    'Source: GDPR Art. 35(3)(b)',
    'gdpr.art-35.impact-assessment',
    'https://example.org/',
  ]);
});

test('what comes later is a ticket too; what is accepted, known, in place or not counted is none', () => {
  const gap = { gap: 'missing' } as const;
  const report = assessment({
    duties: [
      duty({ id: 'later' }),
      inForce({ id: 'now' }),
      inForce({ id: 'accepted', status: 'accepted', ...gap }),
      inForce({ id: 'known', status: 'known', ...gap }),
      inForce({ id: 'in-place', status: 'in-place' }),
      inForce({ id: 'practice', level: 'good-practice' }),
    ],
  });
  expect(tickets(report).map(({ Labels }) => Labels?.[1])).toEqual(['now', 'later']);
});

test('the priority follows from what it does to the verdict, and from the day', () => {
  const by = (to: string) => ({ due: { value: to, possible: [to] }, window: { from: to, to } });
  const report = assessment({
    horizon: '2026-12-31',
    duties: [
      inForce({ id: 'in force' }),
      duty({ id: 'by the horizon', ...by('2026-12-15') }),
      duty({ id: 'soon', ...by('2027-01-15') }),
      duty({ id: 'later' }),
    ],
  });
  expect(tickets(report).map(({ Priority, 'Due Date': due }) => [Priority, due].join(' '))).toEqual([
    'Highest 2018-05-25',
    'High 2026-12-15',
    'Medium 2027-01-15',
    'Low 2028-08-02',
  ]);
});

test('a day that is not known is left open', () => {
  const [ticket] = tickets(assessment({ duties: [duty({ window: { from: null, to: null } })] }));
  expect(ticket?.['Due Date']).toEqual(['']);
});

describe('what a user wrote', () => {
  test('makes no summary longer than Jira takes, and none of two lines', () => {
    for (const name of ['x'.repeat(400), ';='.repeat(200), '\u{1f600}'.repeat(200), 'a\nb']) {
      const [ticket] = tickets(assessment({ duties: [inForce()], system: { name, version: null } }));
      const [summary = ''] = ticket?.Summary ?? [];
      expect(summary.length).toBeLessThanOrEqual(255);
      expect(summary).not.toMatch(/\n|[\ud800-\udbff](?![\udc00-\udfff])/);
    }
  });

  test('makes labels of one word', () => {
    const source = { path: 'x', repositoryPath: '-my systems/a, b=é.yaml', sha256: '' };
    const [ticket] = tickets(assessment({ duties: [inForce()], source }));
    expect(ticket?.Labels?.[2]).toBe('my-systems/a-b-é.yaml');
  });

  test.each([
    ['{html}<b>x</b>{html}', '\\{html\\}<b>x</b>\\{html\\}'],
    ['[~admin] and [x|https://x]', '\\[\\~admin\\] and \\[x\\|https://x\\]'],
    ['*bold* _italic_ -struck- +added+ ??cited??', '\\*bold\\* \\_italic_ \\-struck- \\+added+ \\?\\?cited??'],
    ['!image.png!', '\\!image.png!'],
    ['||head||', '\\|\\|head\\|\\|'],
    ['h1. heading', 'h1&#46; heading'],
    ['# item', '\\# item'],
    ['a\\\\b \\{x}', 'a&#92;&#92;b &#92;\\{x\\}'],
    ['&#123;html}', '&amp;#123;html\\}'],
    ['Point (i), (x)', 'Point \\(i), \\(x)'],
  ])('is no markup: %j', (text, plain) => {
    expect(told(text)).toBe(plain);
  });

  test('that means nothing to Jira stays as it is', () => {
    const text = 'art-14.override, R&D, 3 - 4 = x_y, M. Martin & Cie (a), why? Yes!';
    expect(told(text)).toBe(text);
  });
});
