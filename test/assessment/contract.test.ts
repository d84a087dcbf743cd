import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Ajv, type AnySchema } from 'ajv';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Assessment, Portfolio } from '../../src/assessment/contract.ts';
import { describeSystem } from '../cases/describe.ts';
import { folderWith } from '../cli/folder.ts';
import { run } from '../cli/run.ts';
import { ROOT, realRules } from '../law/real.ts';

const EXAMPLES = globSync('examples/*/*.yaml', { cwd: ROOT }).sort();

/** What an editor does with a schema: nothing but draft 7, and hover texts that it may know. */
function validatorOf(name: string) {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  ajv.addVocabulary(['markdownDescription', 'markdownEnumDescriptions', 'errorMessage', 'patternErrorMessage']);
  const validate = ajv.compile(JSON.parse(readFileSync(`${ROOT}schema/${name}.schema.json`, 'utf8')) as AnySchema);
  return (value: unknown) =>
    validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Every situation of the rules as a description in a file of its own. */
function situations(): Record<string, string> {
  const { situations: all, entries } = realRules();
  return Object.fromEntries(
    [...all].map(([id, given]) => {
      const text = entries.get(id)?.source.text ?? '';
      const facts = Object.fromEntries(
        given.entries.map(({ key, value }) => [key.text, text.slice(value.start, value.end)]),
      );
      return [`${id}.yaml`, describeSystem(facts, {}, id)];
    }),
  );
}

describe('the JSON report', () => {
  const faults = validatorOf('assessment');
  const report = (language: string, files: readonly string[], cwd = ROOT) =>
    JSON.parse(run([...files, '--format', 'json', '--lang', language], { cwd }).out) as unknown;

  describe.each(['en', 'fr'])('in %s', (language) => {
    test.each(EXAMPLES)('of %s is as its schema says', (path) => {
      const single = report(language, [path]) as Assessment;
      expect(faults(single)).toEqual([]);
      expect(single).toMatchObject({ format: 'aiact-check/assessment@1', language });
    });

    test('of all examples together is as its schema says', () => {
      const several = report(language, ['examples']) as Portfolio;
      expect(faults(several)).toEqual([]);
      expect(several.assessments).toHaveLength(EXAMPLES.length);
    });

    test('of every situation of the rules, and of what goes wrong beside them, is as its schema says', () => {
      const files = situations();
      const several = report(
        language,
        ['.'],
        folderWith({ ...files, 'bad.yaml': 'aiact-check: "1.0"\nzzz: 1\n' }),
      ) as Portfolio;
      expect(faults(several)).toEqual([]);
      expect(several.assessments.map(({ system }) => system.name)).toEqual(
        Object.keys(files)
          .sort()
          .map((file) => basename(file, '.yaml')),
      );
      expect(several.errors.length).toBeGreaterThan(0);
    });
  });

  test('of an almost empty description, of accepted gaps and of a day long past is as its schema says', () => {
    const gap =
      'accepted-gaps: [{ duty: fr.csp-l4001-3.explainability, because: x, by: y, since: 2026-01-01, until: 2026-12-31 }]';
    const claims = 'claims: { ai-act-level: minimal, device-class: IIa }';
    const cwd = folderWith({
      'a.yaml': 'aiact-check: "1.0"\nsystem: { name: X }\n',
      'b.yaml': `aiact-check: "1.0"\nsystem: { name: X }\n${gap}\n${claims}\n`,
    });
    for (const args of [
      ['a.yaml'],
      ['b.yaml'],
      ['a.yaml', '--as-of', '2024-08-01'],
      ['b.yaml', '--as-of', '2031-01-01', '--horizon', 'release', '--require-evidence'],
    ]) {
      expect(faults(report('en', args, cwd))).toEqual([]);
    }
  });

  test('has nothing that may be left out and nothing more: one key less or more, anywhere, and the schema refuses it', () => {
    const whole = report('en', [EXAMPLES[0] ?? '']) as object;
    const paths = [...keysOf(whole)].filter((path) => !/^law\.acts\.[^.]+$/.test(path.join('.')));
    expect(paths.length).toBeGreaterThan(500);
    fc.assert(
      fc.property(fc.constantFrom(...paths), (path) => {
        const less = structuredClone(whole);
        const [holder, key] = find(less, path);
        delete holder[key];
        expect(faults(less)).not.toEqual([]);
        const more = structuredClone(whole);
        find(more, path)[0].another = 'x';
        expect(faults(more)).not.toEqual([]);
        const other = structuredClone(whole);
        const [place, name] = find(other, path);
        place[name] = { wrong: 'kind' };
        expect(faults(other)).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('has only days that are days, and words that are its words', () => {
    const whole = report('en', [EXAMPLES[0] ?? '']) as Assessment;
    const broken: [(draft: Assessment) => object, string][] = [
      [(draft) => ({ ...draft, asOf: 'today' }), '/asOf'],
      [(draft) => ({ ...draft, format: 'aiact-check/assessment@2' }), '/format'],
      [(draft) => ({ ...draft, verdict: { ...draft.verdict, value: 'compliant' } }), '/verdict/value'],
      [(draft) => ({ ...draft, duties: [{ ...draft.duties[0], status: 'done' }] }), '/duties/0/status'],
      [(draft) => ({ ...draft, duties: [{ ...draft.duties[0], applies: true }] }), '/duties/0/applies'],
    ];
    for (const [breakIt, where] of broken) expect(faults(breakIt(whole)).join('\n')).toContain(where);
  });
});

describe('the schema of descriptions', () => {
  let faults: (value: unknown) => string[];
  beforeAll(() => {
    faults = validatorOf('system-description');
  });
  // As a YAML 1.2 editor reads it.
  const read = (text: string) => parse(text, { schema: 'core' }) as unknown;

  test.each(EXAMPLES)('accepts %s', (path) => {
    expect(faults(read(readFileSync(ROOT + path, 'utf8')))).toEqual([]);
  });

  const head = 'aiact-check: "1.0"\nsystem: { name: X }\n';

  test.each([
    'uses: [recruitment, unknown]',
    'uses: [recruitment?]',
    'uses: none',
    'uses: recruitment',
    'ai: { learns-in-use: true }',
    'ai: { learns-in-use: non }',
    'market: { placed-on: 2026 }',
    'market: { placed-on: 2026-09 }',
    'market: { placed-on: unknown }',
    'market: { placed-on: }',
    'operator:',
    'operator: { country: , roles: , size: }',
    'controls:',
    'controls: { logging.automatic: }',
    'accepted-gaps:',
    'controls: { logging.automatic: { status: planned, by: 2027-01, evidence: [a, b] } }',
    'x-notes: { anything: [1] }',
  ])('accepts %s, as the program does', (line) => {
    expect(faults(read(`${head}${line}\n`))).toEqual([]);
    expect(run(['-'], { stdin: `${head}${line}\n` }).code).toBe(1);
  });

  test.each([
    'operater: { country: FR }',
    'operator: { county: FR }',
    'operator: { country: FX }',
    'operator: { country: [FR] }',
    'uses: [recruiting]',
    'purpose: { significance: drive }',
    'market: { placed-on: soon }',
    'controls: { logging.automatic: planned }',
    'controls: { logging.automatic: { statut: yes } }',
    'controls: { loging.automatic: yes }',
    'accepted-gaps: [{ duty: fr.csp-l4001-3.explainability, by: y, since: 2026-01-01, until: 2026-12-31 }]',
    'accepted-gaps: [{ duty: eu-ai-act.art-5, because: x, by: y, since: 2026-01-01, until: 2026-12-31 }]',
  ])('refuses %s, as the program does', (line) => {
    expect(faults(read(`${head}${line}\n`))).not.toEqual([]);
    expect(run(['-'], { stdin: `${head}${line}\n` }).code).toBe(2);
  });

  test('asks for the version of the format and for a name', () => {
    expect(faults({ system: { name: 'X' } })).not.toEqual([]);
    expect(faults({ 'aiact-check': '1.0', system: {} })).not.toEqual([]);
    expect(faults({ 'aiact-check': '1.0' })).not.toEqual([]);
  });
});

/** The path of every key of every object inside a value. */
function* keysOf(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) yield [...path, key];
    yield* keysOf(inner, [...path, key]);
  }
}

/** The object that a path leads to, and the last key. */
function find(value: object, path: readonly string[]): [Record<string, unknown>, string] {
  const holder = path
    .slice(0, -1)
    .reduce((at, key) => at[key] as Record<string, unknown>, value as Record<string, unknown>);
  return [holder, path.at(-1) ?? ''];
}
