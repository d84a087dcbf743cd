import { describe, expect, test } from 'vitest';
import type { Assessment, Portfolio } from '../../src/assessment/contract.ts';
import { markdownPortfolio, markdownReport } from '../../src/report/markdown.ts';
import { assessment, control, duty, inForce } from './fixture.ts';

/** Of GitHub, which takes the fewest: GitLab takes a million. */
const COMMENT = 65_536;

function portfolio(assessments: readonly Assessment[], errors: Portfolio['errors'] = []): Portfolio {
  return { format: 'aiact-check/portfolio@1', tool: { version: '0.1.0' }, assessments, errors };
}

/** A row each, without the heads of the tables. */
function rowsIn(markdown: string): string[] {
  return markdown.split('\n').filter((line) => /^\| \*\*|^\| [^|]*<br>/.test(line));
}

describe('a report that is longer than a comment', () => {
  const how = 'Write it down. '.repeat(20);
  const days = Array.from({ length: 30 }, (_, index) => `20${30 + index}-01-01`);
  const duties = days.flatMap((to) =>
    Array.from({ length: 25 }, (_, index) =>
      duty({
        id: `${to}.${index}`,
        window: { from: to, to },
        due: { value: to, possible: [to] },
        controls: [control({ how })],
      }),
    ),
  );
  const report = assessment({ duties });

  test('is cut at the end of a row, and says how many are left off', () => {
    const shown = markdownReport(report, false);
    expect(shown.length).toBeLessThan(COMMENT);
    expect(shown.length).toBeGreaterThan(50_000);
    expect(shown).toMatch(/\n\nand \d+ more: --all\n\nNot legal advice\. [^\n]*\n$/);
    const more = [...shown.matchAll(/^and (\d+) more: --all$/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
    expect(rowsIn(shown).length + more).toBe(duties.length);
    for (const row of shown.split('\n').filter((line) => line.startsWith('|'))) expect(row).toMatch(/ \|$/);
  });

  test('is whole where all is asked for', () => {
    const shown = markdownReport(report, true);
    expect(rowsIn(shown)).toHaveLength(duties.length);
    expect(shown).not.toContain('more: --all');
  });
});

test('a report that fits is not cut but where a list is long', () => {
  const shown = markdownReport(
    assessment({ duties: Array.from({ length: 25 }, (_, id) => inForce({ id: `d${id}` })) }),
    false,
  );
  expect(rowsIn(shown)).toHaveLength(20);
  expect(shown).toContain('\n\nand 5 more: --all\n');
});

test.each([
  ['as usual', {}],
  ['of long names', { name: 'Système '.repeat(300), version: null }],
  ['of names that are written out', { name: '\u202e'.repeat(5_000), version: null }],
])('two hundred systems %s fit in a comment, and those left off are counted', (_, system) => {
  const one = assessment();
  const all = Array.from({ length: 200 }, () => ({ ...one, system: { ...one.system, ...system } }));
  const errors = [
    { path: 'bad.yaml', repositoryPath: 'bad.yaml', line: 3, column: 1, code: 'syntax', message: 'Not YAML.' },
  ];
  const shown = markdownPortfolio(portfolio(all, errors), 'en');
  expect(shown.length).toBeLessThan(COMMENT);
  const more = Number(/\n\nand (\d+) more: --all\n/.exec(shown)?.[1] ?? 0);
  const rows = rowsIn(shown).length + (shown.includes('\n- bad.yaml:3:1 Not YAML.\n') ? 1 : 0);
  expect(rows + more).toBe(201);
  expect(shown).toMatch(/\n\nNot legal advice\. [^\n]*\n$/);
});

describe('the first line', () => {
  const marked = (repositoryPath: string) =>
    markdownReport(assessment({ source: { path: 'x', repositoryPath, sha256: '' } }), false).split('\n')[0];

  test('tells whose comment it is, so that a bot finds its own', () => {
    expect(marked('systems/my_retina-aid.yaml')).toBe('<!-- aiact-check: systems/my_retina-aid.yaml -->');
    expect(markdownPortfolio(portfolio([assessment()]), 'en').split('\n')[0]).toBe('<!-- aiact-check: * -->');
  });

  test.each(['a --> <img src=x>.yaml', 'a--!>b', '-->', 'a\n-->\nb', '\ud800>', '\u202e-->'])(
    'is ended by no path: %j',
    (path) => {
      expect(marked(path)).toMatch(/^<!-- aiact-check: [^<>]* -->$/);
    },
  );

  test('stands on no list for somebody else, which has no verdict', () => {
    const counterparts = [{ id: 'supplier', title: 'Supplier', opening: 'For the supplier.', asked: 'yes' as const }];
    expect(markdownReport(assessment({ counterparts }), false, 'supplier')).toMatch(/^## /);
  });
});

test.each([
  ['a heading', 'x\n## y', /^## x #&#8203;#&#8203; y 3\.2$/m],
  ['a row', 'x | y |\n| z', /^## x &#124; y &#124; &#124; z 3\.2$/m],
  ['HTML', '<script>alert(1)</script>', /^## &lt;script&gt;alert\(1\)&lt;\/script&gt; 3\.2$/m],
  ['a mention', '@team', /^## @&#8203;team 3\.2$/m],
  ['code', '`a` ```b', /^## \\`a\\` \\`\\`\\`b 3\.2$/m],
  ['an image', '![x](https://x.example/y.png)', /^## !\\\[x\\\]\(https:&#8203;\/\/x\.example\/y\.png\) 3\.2$/m],
  ['a command of a workflow', '::error::x', /^## \\\\u\{3a\}:error\\\\u\{3a\}:x 3\.2$/m],
])('a name makes no %s', (_, name, line) => {
  expect(markdownReport(assessment({ system: { name, version: '3.2' } }), false)).toMatch(line);
});
