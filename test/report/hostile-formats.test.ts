import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import { assess, DEFAULT_POLICY } from '../../src/assessment/assess.ts';
import type { Assessment, Portfolio } from '../../src/assessment/contract.ts';
import { readDescription } from '../../src/description/read.ts';
import { loadLaw } from '../../src/law/artefact.ts';
import { FORMATS, type Format, render } from '../../src/report/formats.ts';
import { Source } from '../../src/yaml/source.ts';
import { folderWith } from '../cli/folder.ts';
import { run } from '../cli/run.ts';
import { ROOT } from '../law/real.ts';
import { assessment, control, duty, inForce } from './fixture.ts';
import { HOSTILE, inTurn, writtenBy } from './hostile-texts.ts';
import { SKELETONS } from './skeletons.ts';

const colour = new Chalk({ level: 0 });
const LANGUAGES = ['en', 'fr'] as const;
const DAY = '2026-11-22';
const OUR_COMMANDS: readonly Format[] = ['github'];

const examples = readdirSync(`${ROOT}examples`, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.yaml'),
);
const laws = { en: loadLaw(`${ROOT}dist/law`, 'en'), fr: loadLaw(`${ROOT}dist/law`, 'fr') };

function assessed(example: string, language: 'en' | 'fr'): Assessment {
  const source = new Source(example, readFileSync(`${ROOT}examples/${example}`, 'utf8'));
  const { description, problems } = readDescription(source, laws[language].law);
  if (description === undefined) throw new Error(JSON.stringify(problems));
  const options = { toolVersion: '1.0.0', asOf: DAY, horizon: DAY, evidence: new Map(), policy: DEFAULT_POLICY };
  return assess(description, laws[language], options);
}

function shown(format: Format, report: Assessment | Portfolio, language: 'en' | 'fr', all = false): string {
  return render(format, report, { width: 80, colour, all, language });
}

/** Nothing in it acts on a terminal, on the log of a pipeline, or on whoever reads it line by line. */
function expectInert(format: Format, written: string): void {
  const text = format === 'csv' ? written.replace(/^\ufeff/, '') : written;
  const lines = format === 'csv' || format === 'jira' ? text.replaceAll('\r\n', '\n') : text;
  expect(lines.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}|\p{Noncharacter_Code_Point}/u);
  expect(lines).not.toMatch(/##[a-z]*\[/i);
  if (!OUR_COMMANDS.includes(format)) expect(lines).not.toMatch(/^\s*::/m);
}

function hasShape(format: Format): format is keyof typeof SKELETONS {
  return format in SKELETONS;
}

function expectSameShape(format: Format, hostile: string, harmless: string): void {
  if (!hasShape(format)) return;
  // As text, which is compared a hundred times as fast as what it stands for.
  const shape = (written: string) => JSON.stringify(SKELETONS[format](written), null, 1);
  expect(shape(hostile)).toBe(shape(harmless));
}

function portfolio(report: Assessment, next: () => string): Portfolio {
  const error = { path: next(), repositoryPath: next(), line: 3, column: 1, code: 'syntax', message: next() };
  const second = { ...report, source: { ...report.source, path: next(), repositoryPath: next() } };
  return {
    format: 'aiact-check/portfolio@1',
    tool: { version: '0.1.0' },
    assessments: [report, second],
    errors: [error],
  };
}

const harmless = () => 'harmless';

describe.each(examples)('%s', (example) => {
  test.each(LANGUAGES)(
    'in %s says the same in every format, whatever a user writes into it',
    (language) => {
      const report = assessed(example, language);
      const start = examples.indexOf(example) * 7;
      const hostile = writtenBy(report, inTurn(HOSTILE, start));
      const plain = writtenBy(report, harmless);
      for (const format of FORMATS) {
        const written = shown(format, hostile, language, true);
        expectInert(format, written);
        expectSameShape(format, written, shown(format, plain, language, true));
        expectInert(format, shown(format, hostile, language));
      }
    },
    60_000,
  );
});

describe.each(FORMATS)('as %s', (format) => {
  const duties = [inForce(), inForce({ id: 'a', status: 'partial' }), duty({ controls: [control(), control()] })];
  const one = assessment({ duties, policy: { ...DEFAULT_POLICY, strict: true } });

  test.each(HOSTILE)('%j is text wherever it stands', (text) => {
    const report = writtenBy(one, () => text);
    const plain = writtenBy(one, harmless);
    for (const language of LANGUAGES) {
      const written = shown(format, { ...report, language }, language);
      expectInert(format, written);
      expectSameShape(format, written, shown(format, { ...plain, language }, language));
      const several = shown(
        format,
        portfolio(report, () => text),
        language,
      );
      expectInert(format, several);
      expectSameShape(format, several, shown(format, portfolio(plain, harmless), language));
    }
  });

  test.each(HOSTILE)('%j is text even as the words of rules of one’s own', (text) => {
    const rules = (words: string) => {
      const own = { title: words };
      const contested = [{ rule: words, reading: words, source: [words], would: [] }];
      const controls = [control({ ...own, how: words, question: words })];
      return assessment({ duties: [inForce({ ...own, contested, controls, source: [words] })] });
    };
    const written = shown(format, rules(text), 'en');
    expectInert(format, written);
    expectSameShape(format, written, shown(format, rules('harmless'), 'en'));
  });
});

test('JSON reads back what was written, character by character', () => {
  const hostile = writtenBy(assessment(), inTurn(HOSTILE, 0));
  expect(JSON.parse(shown('json', hostile, 'en'))).toEqual(hostile);
});

describe('a file that is hostile by its name and by what is in it', () => {
  const quoted = (text: string) => JSON.stringify(text).replaceAll('\u0085', '\\u0085').replaceAll('\ufeff', '\\ufeff');
  const [lines, command = '', , , , script = '', , ansi = '', percent, bidi = '', , formula = ''] = HOSTILE;
  const description = [
    'aiact-check: "1.0"',
    `system: { name: ${quoted(command)}, version: ${quoted(formula)} }`,
    'ai: { technique: machine-learning }',
    'controls:',
    `  ai-literacy.training: { status: in-place, evidence: ${quoted(`${script} ${bidi}`)}, owner: ${quoted(ansi)} }`,
    `  risk-management.process: { status: in-place, evidence: [${quoted(percent ?? '')}], owner: ${quoted(lines ?? '')} }`,
    'accepted-gaps:',
    `  - { duty: eu-ai-act.art-4.literacy, because: ${quoted(command)}, by: ${quoted(bidi)}, since: 2026-11-01, until: 2026-12-01 }`,
    '',
  ].join('\n');
  const name = 'a\n::error file=x::y %0A \u202e]]> =1+1 `b` <script>.yaml';

  test.each(FORMATS)('is told on standard output as %s, and gives nobody an order', (format) => {
    const folder = folderWith({ [name]: description, 'plain.yaml': description });
    const hostile = run([join(folder, name), '--format', format, '--as-of', DAY], { cwd: folder });
    const plain = run([join(folder, 'plain.yaml'), '--format', format, '--as-of', DAY], { cwd: folder });
    expect(hostile.err).toBe('');
    expect([hostile.code, plain.code]).toEqual([1, 1]);
    expectInert(format, hostile.out);
    expectSameShape(format, hostile.out, plain.out);
  });

  test('that cannot be read is told so on both outputs, in every format', () => {
    const folder = folderWith({ [name]: `system: { name: ${quoted(command)}, ${quoted(ansi)}: 1 }\n` });
    for (const format of FORMATS) {
      const ran = run([join(folder, name), '--format', format, '--lang', 'fr'], { cwd: folder });
      expect(ran.code).toBe(2);
      expectInert('terminal', ran.err);
      expectInert(format, ran.out);
    }
  });
});
