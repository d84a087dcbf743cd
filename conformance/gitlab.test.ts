import { describe, expect, test } from 'vitest';
import { schemaIn, validatorOf } from './json-schema.ts';
import { written, writtenOf } from './written.ts';

interface Issue {
  readonly fingerprint: string;
}

const complaints = validatorOf(schemaIn('schemas/gitlab-code-quality.schema.json'));

describe('GitLab Code Quality, by the fields that GitLab documents', () => {
  test.each(written('gitlab'))('$name is valid', ({ text }) => {
    expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
    // A byte order mark would be no JSON.
    const issues = JSON.parse(text) as Issue[];
    expect(complaints(issues)).toEqual([]);
    // GitLab takes issues of the same fingerprint for one.
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });

  test.each([
    ['no fingerprint', /"fingerprint": "\w+",/, '', "/0 must have required property 'fingerprint'"],
    ['a severity of another tool', /"severity": "\w+"/, '"severity": "error"', '/0/severity must be equal to one of'],
    ['a path from the current folder', /"path": "/, '"path": "./', '/0/location/path must match pattern'],
    ['a path out of the repository', /"path": "/, '"path": "../', '/0/location/path must match pattern'],
    ['a line before the first', /"begin": \d+/, '"begin": 0', '/0/location/lines/begin must be >= 1'],
    ['a description of two lines', /"description": "/, '"description": "\\n', '/0/description must match pattern'],
  ])('%s is refused', (_, from, to, complaint) => {
    const good = writtenOf('gitlab', 'hostile.en');
    const text = good.replace(from, to);
    expect(text).not.toBe(good);
    expect(complaints(JSON.parse(text)).join('\n')).toContain(complaint);
  });
});
