import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { readDescription } from '../../src/description/read.ts';
import { sameAnswer, summaryOf } from '../../src/questionnaire/changes.ts';
import { writeAnswers } from '../../src/questionnaire/write.ts';
import * as whole from '../../src/yaml/rewrite.ts';
import { Source } from '../../src/yaml/source.ts';
import { realRules } from '../law/real.ts';
import { answersTo, description, style } from './random.ts';

const { law, texts } = realRules();
const words = { law, texts };
const read = (text: string) => {
  const { description: found, problems } = readDescription(new Source('x.yaml', text), law);
  if (found === undefined) throw new Error(`${JSON.stringify(problems[0])}\n${text}`);
  return found;
};
const named = (answers: ReadonlyMap<string, string>) => new Map([['system.name', '"A system"'], ...answers]);

test('a new file reads back as what was answered, in either language', () => {
  fc.assert(
    fc.property(answersTo(law, 40), fc.constantFrom('en' as const, 'fr' as const), (answers, language) => {
      const text = writeAnswers(null, named(answers), words, language, { schema: 'schema.json' });
      const given = readDescription(new Source('', 'aiact-check: "1.0"\n'), law, named(answers)).description;
      const found = read(text);
      expect([...found.answers.keys()].sort()).toEqual([...(given?.answers.keys() ?? [])].sort());
      for (const [id, answer] of found.answers) expect(sameAnswer(answer, given?.answers.get(id) as never)).toBe(true);
      expect(writeAnswers(text, named(answers), words, language)).toBe(text);
      expect(text.split('\n').slice(0, 2)).toEqual([
        '# yaml-language-server: $schema=schema.json',
        'aiact-check: "1.0"',
      ]);
    }),
    { numRuns: 60 },
  );
});

test('a file that is there changes where it was answered, and nowhere else', () => {
  const spy = vi.spyOn(whole, 'rewrite');
  let rewritten = 0;
  fc.assert(
    fc.property(answersTo(law), answersTo(law), style, (before, answers, how) => {
      const start = description(named(before), how, law);
      const was = read(start);
      spy.mockClear();
      const text = writeAnswers(start, answers, words, 'en');
      rewritten += spy.mock.calls.length;
      const now = read(text);
      for (const [id, answer] of was.answers)
        if (!answers.has(id)) expect(sameAnswer(now.answers.get(id) as never, answer), id).toBe(true);
      for (const id of answers.keys()) expect(now.answers.has(id) || now.controls.has(id), id).toBe(true);
      expect(writeAnswers(text, answers, words, 'en')).toBe(text);
      // Each line that holds nothing that was answered is there still, to the byte and in the same order.
      const keys = [...answers.keys()].flatMap((id) => [
        id,
        id.split('.').slice(1).join('.'),
        id.split('.').at(-1) ?? '',
      ]);
      const isAnswered = (line: string) => keys.some((key) => key !== '' && line.trimStart().startsWith(`${key}:`));
      if (!how.json && !how.blockLists && !how.groups.includes('flow')) {
        const after = text.split('\n').map((line) => line.trimEnd());
        let at = 0;
        for (const line of start.split('\n').map((one) => one.trimEnd())) {
          if (isAnswered(line)) continue;
          at = after.indexOf(line, at) + 1;
          expect(at, line).toBeGreaterThan(0);
        }
      }
      for (const comment of start.match(/# (?:A description|About|The end|More of them)[^\r\n]*/g) ?? [])
        expect(text).toContain(comment);
      expect(text.includes('\r\n') && /[^\r]\n/.test(text)).toBe(false);
      expect(/\n$/.test(text)).toBe(/\n$/.test(start));
    }),
    { numRuns: 200 },
  );
  // Nothing that people write has to be written anew as a whole.
  expect(rewritten).toBe(0);
}, 300_000);

const put = (text: string | null, answers: Record<string, string>, language: 'en' | 'fr' = 'en') =>
  writeAnswers(text, new Map(Object.entries(answers)), words, language);
const HEAD = 'aiact-check: "1.0"\nsystem: { name: x }\n';

describe('a file that is there', () => {
  test.each<[what: string, start: string, answers: Record<string, string>, end: string]>([
    ['nothing answered', 'aiact-check: "1.0"\nsystem: {name: x}', {}, 'aiact-check: "1.0"\nsystem: {name: x}'],
    [
      'the same in other words',
      `${HEAD}data: { health: true }\n`,
      { 'data.health': 'yes' },
      `${HEAD}data: { health: true }\n`,
    ],
    ['a key without a value', `${HEAD}uses:   # later\n`, { uses: 'none' }, `${HEAD}uses: none   # later\n`],
    [
      'a key in braces without one',
      `${HEAD}data: { health }\n`,
      { 'data.health': 'no' },
      `${HEAD}data: { health: no }\n`,
    ],
    [
      'a group without anything, one in braces',
      `${HEAD}data:  # ours\nmarket: {}\n`,
      { 'data.health': 'no', 'market.in-eu': 'no' },
      `${HEAD}data:  # ours\n  health: no\nmarket:\n  in-eu: no\n`,
    ],
    [
      'a list below its key: items go with their comments, the others stay',
      `${HEAD}purpose:\n  medical: # all\n    - diagnosis # one\n    # two\n    - treatment # two\n  users:\n  - patients\n`,
      { 'purpose.medical': '[treatment, monitoring]', 'purpose.users': 'none' },
      `${HEAD}purpose:\n  medical: # all\n    # two\n    - treatment # two\n    - monitoring\n  users: none\n`,
    ],
    [
      'a list in brackets over several lines',
      `${HEAD}purpose.medical: [\n  diagnosis, # one\n  treatment  # two\n]\n`,
      { 'purpose.medical': '[diagnosis]' },
      `${HEAD}purpose.medical: [\n  diagnosis # one\n]\n`,
    ],
    [
      'a block of text',
      `${HEAD.replace('{ name: x }', '\n  name: x\n  description: |\n    One.\n    Two.\n  version: "1"')}`,
      { 'system.description': '"Three."' },
      `${HEAD.replace('{ name: x }', '\n  name: x\n  description: Three.\n  version: "1"')}`,
    ],
    [
      'comments that go on below a value stay with it',
      `${HEAD}market:\n  stage: development       # for\n                           # now\n`,
      { 'market.in-eu': 'yes' },
      `${HEAD}market:\n  stage: development       # for\n                           # now\n  in-eu: yes\n`,
    ],
    [
      'JSON stays JSON',
      '{"aiact-check":"1.0","system":{"name":"x"},"purpose":{"medical":["diagnosis"]}}',
      { 'purpose.medical': '[treatment]', 'purpose.users': 'none', 'logging.automatic': 'yes' },
      '{"aiact-check":"1.0","system":{"name":"x"},"purpose":{"medical":["treatment"], "users": "none"}, "controls": { "logging.automatic": "yes" }}',
    ],
    [
      'a status in braces: what else is said of the control stays, but for the day of a plan',
      `${HEAD}controls:\n  logging.automatic: { status: planned, by: 2027-06, owner: 'R & D' } # soon\n`,
      { 'logging.automatic': 'yes' },
      `${HEAD}controls:\n  logging.automatic: { status: in-place, owner: 'R & D' } # soon\n`,
    ],
    [
      'a control set out below its key',
      `${HEAD}controls:\n  logging.automatic:\n    status: planned # soon\n    by: 2027-06\n    owner: QA\n`,
      { 'logging.automatic': '{ status: in-place, evidence: "logs, all.md" }' },
      `${HEAD}controls:\n  logging.automatic:\n    status: in-place # soon\n    evidence: "logs, all.md"\n    owner: QA\n`,
    ],
    [
      'an alias is an answer of its own',
      `${HEAD}controls:\n  risk-management.process: &c {status: in-place, owner: QA}\n  logging.automatic: *c # same\n`,
      { 'risk-management.process': 'no' },
      `${HEAD}controls:\n  risk-management.process: &c {status: missing, owner: QA}\n  logging.automatic: { status: in-place, owner: QA } # same\n`,
    ],
    ['a document between its marks', `---\n${HEAD}...\n`, { uses: 'none' }, `---\n${HEAD}uses: none\n...\n`],
  ])('%s', (_, start, answers, end) => {
    expect(put(start, answers)).toBe(end);
  });

  test('of a shape that nobody writes is written anew, with its comments and what it says', () => {
    const text = put('# odd\n? aiact-check\n: "1.0"\n? system\n: {name: x}\n', { uses: 'none' });
    expect(text).toContain('# odd');
    expect(read(text).answers.get('uses')?.kind).toBe('list');
  });

  test('that says nothing yet is begun below its comments', () => {
    expect(put('# Mine\r\n', { 'system.name': 'x' })).toBe(
      '# Mine\r\naiact-check: "1.0"\r\n\r\nsystem:\r\n  name: x\r\n',
    );
  });

  test('takes no answer that is none', () => {
    expect(() => put(HEAD, { 'purpose.medical': '[nonsense]' })).toThrow('do not fit');
    expect(() => put(null, { uses: 'none' })).toThrow('system.name');
  });
});

describe('a new file', () => {
  test('has its groups and areas in the order of the law, with titles where they help', () => {
    const answers = {
      'risk-management.process': '{ status: in-place, evidence: docs/risk.md, owner: QA }',
      uses: 'none',
      'market.stage': 'on-market',
      'device.label.notified-body': '"0459"',
      'operator.country': 'NO',
      'human-oversight.override': 'no',
      'system.version': '"3.20"',
      'system.name': '"Aide : lecture"',
    };
    expect(put(null, answers, 'fr')).toBe(`aiact-check: "1.0"

system:                                 # Le système
  name: "Aide : lecture"
  version: "3.20"

operator:                               # Qui le décrit
  country: "NO"                         # Pays

market:                                 # Marché et dates
  stage: on-market                      # Mis sur le marché ou en service

device:                                 # Dispositif médical
  label: { notified-body: "0459" }

uses: none                              # Usages sensibles

controls:
  # Gestion des risques
  risk-management.process: { status: in-place, evidence: docs/risk.md, owner: QA } # Processus de gestion des risques
  # Contrôle humain et usage dans les soins
  human-oversight.override: no          # Résultat pouvant être ignoré, remplacé ou inversé
`);
  });
});

describe('the summary', () => {
  const between = (before: string | null, after: string) =>
    summaryOf(before === null ? null : read(before), read(after));

  test('tells what was added, what became what, and nothing that is only written otherwise', () => {
    const before = `${HEAD}data: { health: true, role: [controller] }\nmarket: { placed-on: 2025-03 }\ncontrols: { logging.automatic: yes }\n`;
    const after = put(before, {
      'data.health': 'yes',
      'data.role': '[controller, processor]',
      uses: 'none',
      'logging.automatic': '{ status: planned, by: 2027-06, owner: QA }',
    });
    expect(between(before, after)).toEqual({
      added: [{ id: 'uses', kind: 'fact', from: null, to: 'none' }],
      changed: [
        { id: 'data.role', kind: 'fact', from: '[controller]', to: '[controller, processor]' },
        { id: 'logging.automatic', kind: 'control', from: 'in-place', to: 'planned, by: 2027-06, owner: QA' },
      ],
      removed: [],
    });
    expect(between(after, before).removed).toEqual([{ id: 'uses', kind: 'fact', from: 'none', to: null }]);
    expect(between(null, HEAD).added).toEqual([{ id: 'system.name', kind: 'fact', from: null, to: 'x' }]);
    expect(between(after, after)).toEqual({ added: [], changed: [], removed: [] });
  });
});
