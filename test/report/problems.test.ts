import { Chalk } from 'chalk';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayWidth } from '../../src/report/layout.ts';
import { problemToError, terminalProblems } from '../../src/report/problems.ts';
import { textOf } from '../../src/text/text.ts';
import { type Problem, problem, Source } from '../../src/yaml/source.ts';

const colour = new Chalk({ level: 0 });
const show = (problems: readonly Problem[], width = 80) => terminalProblems(problems, 'en', { width, colour });
const source = new Source('retina.yaml', 'operator:\n  county: FR\n');
const county = problem(source, { start: 12, end: 18 }, 'unknown-key', {
  key: 'operator.county',
  nearest: 'operator.country',
});

test('a problem shows its place, a caret under what is meant, and the way out', () => {
  expect(show([county])).toBe(`retina.yaml:2:3  operator.county is no known key.
  2 |   county: FR
        ^^^^^^
  Did you mean operator.country?
`);
});

test('few problems all show their line, many are listed in brief, and how many more', () => {
  expect(show([county, county, county, county]).match(/\^+/g)).toHaveLength(4);
  const report = show(Array.from({ length: 40 }, () => county));
  expect(report.match(/\^+/g)).toHaveLength(2);
  expect(report.match(/retina\.yaml/g)).toHaveLength(15);
  expect(report).toContain('and 25 more');
});

test('any number of problems fits on a screen', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 400 }), { minLength: 1, maxLength: 60 }), (values) => {
      const problems = values.map((value) =>
        problem(source, { start: 12, end: 18 }, 'invalid-value', {
          key: value,
          value,
          oneOf: 'yes, no',
          nearest: value,
        }),
      );
      expect(show(problems).trimEnd().split('\n').length).toBeLessThanOrEqual(24);
    }),
  );
});

test('a file as a whole has no frame', () => {
  expect(show([{ code: 'not-found', args: { nearest: 'retina.yaml' }, path: 'retna.yaml' }])).toBe(
    'retna.yaml  There is no such file.\n  Did you mean retina.yaml?\n',
  );
});

test('the JSON form has the words in one line', () => {
  expect(problemToError(county, 'eyes/retina.yaml', textOf('en'))).toEqual({
    path: 'retina.yaml',
    repositoryPath: 'eyes/retina.yaml',
    line: 2,
    column: 3,
    code: 'unknown-key',
    message: 'operator.county is no known key. Did you mean operator.country?',
  });
});

test('any line of any file fits', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(
    fc.property(texts, texts, texts, fc.integer({ min: 60, max: 120 }), (before, mark, after, width) => {
      const whole = new Source('x.yaml', before + mark + after);
      const span = { start: before.length, end: before.length + mark.length };
      const shown = show([problem(whole, span, 'invalid-value', { key: before, value: mark, oneOf: after })], width);
      expect(shown.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cf}/u);
      for (const line of shown.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }),
  );
});
