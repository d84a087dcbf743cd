import { expect, test } from 'vitest';
import type { Evidence } from '../../src/assessment/contract.ts';
import { faults } from '../../src/report/faults.ts';
import { textOf } from '../../src/text/text.ts';

type Status = Exclude<Evidence['status'], 'not-looked-for'>;

function cited(path: string, status: Status, ...files: readonly (readonly [string, Status])[]): Evidence {
  return {
    path,
    status,
    files: files.map(([of, is]) => ({ path: of, status: is, size: null, sha256: null })),
    cut: false,
  };
}

const said = (fault: Parameters<typeof faults>[1]['fault'], ...evidence: Evidence[]) =>
  faults({ text: textOf('en') }, { fault, evidence });

test('only what is at fault is named, with the files that are where others are not', () => {
  const good = cited('docs/a.md', 'found', ['docs/a.md', 'found']);
  expect(said('evidence-empty', good, cited('docs/b.md', 'empty', ['docs/b.md', 'empty']))).toEqual([
    'Evidence is empty: docs/b.md.',
  ]);
  const mixed = cited('docs/*', 'placeholder', ['docs/a.md', 'found'], ['docs/b.md', 'placeholder']);
  expect(said('evidence-placeholder', mixed)).toEqual(['Evidence says nothing yet: docs/* (docs/b.md).']);
  const outside = cited('docs/*', 'outside', ['docs/a.md', 'found'], ['docs/link', 'outside']);
  expect(said('evidence-outside', outside, cited('/etc/x', 'outside'))).toEqual([
    'Evidence lies outside the root and was not read: docs/* (docs/link), /etc/x.',
  ]);
});

test('what is at fault as a whole is named alone, and of many files a few', () => {
  const folder = cited('docs', 'empty', ['docs/a.md', 'empty'], ['docs/b.md', 'empty']);
  expect(said('evidence-empty', folder)).toEqual(['Evidence is empty: docs.']);
  const many = ['b', 'c', 'd', 'e'].map((name) => [`docs/${name}.md`, 'unreadable'] as const);
  expect(said('evidence-unreadable', cited('docs/*', 'unreadable', ['docs/a.md', 'found'], ...many))).toEqual([
    'Evidence cannot be read: docs/* (docs/b.md, docs/c.md, docs/d.md, …).',
  ]);
});

test('a control without a fault has none to tell, and one that cites nothing says so', () => {
  expect(said(null)).toEqual([]);
  expect(said('no-evidence')).toEqual(['Said to be in place, but no evidence is cited.']);
});
