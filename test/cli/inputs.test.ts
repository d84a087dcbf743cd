import { describe, expect, test } from 'vitest';
import type { Portfolio } from '../../src/assessment/contract.ts';
import { readDescription } from '../../src/description/read.ts';
import { Source } from '../../src/yaml/source.ts';
import { check, DEVICE, describeSystem, type Facts, NEUTRAL } from '../cases/describe.ts';
import { realLaw } from '../law/real.ts';
import { folderWith } from './folder.ts';
import { HEAD } from './refused.ts';
import { run } from './run.ts';

const NAMED = (name: string) => `aiact-check: "1.0"\nsystem: { name: ${name} }\n`;

function portfolio(args: readonly string[], cwd: string): { names: string[]; errors: number; err: string } {
  const ran = run([...args, '--format', 'json'], { cwd });
  const { format, assessments, errors } = JSON.parse(ran.out) as Portfolio;
  expect(format).toBe('aiact-check/portfolio@1');
  return { names: assessments.map(({ system }) => system.name), errors: errors.length, err: ran.err };
}

describe('what is checked', () => {
  const files = {
    'a.yaml': NAMED('A'),
    'b.yml': NAMED('B'),
    'deep/c.yaml': NAMED('C'),
    'deep/other.yaml': 'services: {}\n',
    'note.txt': NAMED('T'),
  };
  const more = { '.hidden/d.yaml': NAMED('D'), 'node_modules/x/e.yaml': NAMED('E'), 'deep/second.yml': '- a\n' };

  test('a file gives one assessment', () => {
    const ran = run(['a.yaml', '--format', 'json'], { cwd: folderWith(files) });
    expect(JSON.parse(ran.out)).toMatchObject({
      format: 'aiact-check/assessment@1',
      system: { name: 'A' },
      source: { path: 'a.yaml' },
    });
    expect(ran.err).toBe('');
  });

  test('several files give a portfolio in the order given, each file once', () => {
    expect(portfolio(['b.yml', 'a.yaml', 'b.yml'], folderWith(files)).names).toEqual(['B', 'A']);
  });

  test('a folder gives its descriptions, however deep, and tells which YAML files are none', () => {
    const { names, err } = portfolio(['.'], folderWith({ ...files, ...more }));
    expect(names).toEqual(['A', 'B', 'C']);
    expect(err).toBe('2 YAML files left aside: they are no descriptions (deep/other.yaml, deep/second.yml).\n');
  });

  test('a description that has lost its first line does not leave the gate unseen', () => {
    const lost = describeSystem(DEVICE).replace(/^aiact-check.*\n/, '');
    for (const text of [lost, `Aiact-check: "1.0"\n${lost}`]) {
      const ran = run(['.'], { cwd: folderWith({ 'a.yaml': describeSystem(DEVICE), 'b.yaml': text }) });
      expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('b.yaml')]);
    }
  });

  test('a folder with one description is a portfolio all the same', () => {
    expect(portfolio(['.'], folderWith({ 'a.yaml': NAMED('A') })).names).toEqual(['A']);
  });

  test('a description in a folder is known by its key, in JSON form, quoted and after a byte order mark too', () => {
    const forms = {
      'bom.yaml': `\ufeff${NAMED('B')}`,
      'json.yaml': '{"aiact-check": "1.0", "system": {"name": "J"}}',
      'k.yaml': '{\n  "aiact-check": "1.0", "system": {"name": "K"}}',
      'quoted.yaml': `'aiact-check': "1.0"\nsystem: { name: Q }\n`,
    };
    expect(
      portfolio(['.'], folderWith({ ...forms, 'workflow.yml': 'jobs:\n  aiact-check:\n    runs-on: x\n' })).names,
    ).toEqual(['B', 'J', 'K', 'Q']);
  });

  test('a quoted pattern is opened here, quietly, where no shell does it', () => {
    const { names, err } = portfolio(
      ['**/*.{yaml,yml}'],
      folderWith({ 'a.yaml': NAMED('A'), 'deep/c.yml': NAMED('C'), 'node_modules/e.yaml': NAMED('E') }),
    );
    expect(names).toEqual(['A', 'C']);
    expect(err).toBe('');
  });

  test('standard input is a file called -', () => {
    const ran = run(['-', '--format', 'json'], { stdin: NAMED('A') });
    expect(JSON.parse(ran.out)).toMatchObject({ source: { path: '-' }, system: { name: 'A' } });
    expect(JSON.parse(run(['check', '-', '--format', 'json'], { stdin: NAMED('A') }).out)).toMatchObject({
      system: { name: 'A' },
    });
  });
});

describe('values', () => {
  const read = (line: string) =>
    readDescription(new Source('system.yaml', HEAD + line), realLaw().law).description?.answers;

  test.each([
    ['yes', ['Yes', 'YES', 'true', 'True', 'oui', 'Oui', '"yes"']],
    ['no', ['No', 'NO', 'false', 'non', "'no'"]],
  ])('%s may be said as %j', (plain, forms) => {
    for (const form of forms)
      expect(read(`ai: { learns-in-use: ${form} }\n`)?.get('ai.learns-in-use')).toMatchObject({
        kind: 'value',
        value: plain,
      });
  });

  test('a control in place is yes, true, oui or in-place', () => {
    const status = (given: string) =>
      check(describeSystem(DEVICE, { 'logging.automatic': given }))
        .duties.flatMap((duty) => duty.controls)
        .find(({ id }) => id === 'logging.automatic')?.status;
    expect(['yes', 'true', 'oui', 'in-place', '{ status: yes }'].map(status)).toEqual(Array(5).fill('in-place'));
    expect(['no', 'non', 'missing'].map(status)).toEqual(Array(3).fill('missing'));
    expect(['unknown', '', '{ owner: QA }'].map(status)).toEqual(Array(3).fill('unanswered'));
  });

  test.each(['3.10', '0459', '1e3', '0x1F', '2026-11-22', 'true', '~'])(
    'a version %s stays as it is written',
    (version) => {
      expect(check(`aiact-check: "1.0"\nsystem: { name: X, version: ${version} }\n`).system.version).toBe(version);
    },
  );

  test('the country NO is Norway, neither a no nor an unknown', () => {
    const holder = (country: string) =>
      check(describeSystem({ ...DEVICE, 'data.role': '[controller]', 'operator.country': country })).roles.find(
        ({ act, role }) => act === 'fr-health' && role === 'data-holder',
      )?.value;
    expect(['FR', 'fr', 'NO', 'unknown'].map(holder)).toEqual(['yes', 'yes', 'no', 'unknown']);
    expect(read('operator: { country: NO }\n')?.get('operator.country')).toMatchObject({ kind: 'value', value: 'NO' });
  });

  test('a date known to the year or month may fall on either side of a day of the law', () => {
    const placed = (day: string) => {
      const facts = {
        ...DEVICE,
        'market.stage': 'on-market',
        'market.placed-on': day,
        'market.significant-change': 'none',
        'deployment.by': '[practice]',
      };
      return check(describeSystem(facts), '--as-of', '2029-01-01').duties.find(
        ({ id }) => id === 'eu-ai-act.art-14.override',
      )?.due.possible;
    };
    expect(placed('2028')).toEqual(['2028-08-02', 'never']);
    expect(placed('2028-08')).toEqual(['2028-08-02', 'never']);
    expect(placed('2028-07')).toEqual(['never']);
    expect(placed('2028-09')).toEqual(['2028-08-02']);
    expect(placed('2028-08-01')).toEqual(['never']);
    expect(placed('2028-08-02')).toEqual(['2028-08-02']);
  });
});

describe('a list', () => {
  const uses = (given?: string) => {
    const { uses: _, ...rest }: Facts = NEUTRAL;
    const { classification, questions } = check(describeSystem(given === undefined ? rest : { ...rest, uses: given }));
    const point = (id: string) => classification.aiAct.points.find((found) => found.id === id)?.value;
    return { recruitment: point('4(a)'), triage: point('1(c)'), asked: questions.some(({ fact }) => fact === 'uses') };
  };

  test.each(['none', '[none]', '[]'])('that is %s has nothing on it', (given) => {
    expect(uses(given)).toEqual({ recruitment: 'no', triage: 'no', asked: false });
  });

  test.each(['[recruitment]', 'recruitment'])('that is given as %s is complete', (given) => {
    expect(uses(given)).toEqual({ recruitment: 'yes', triage: 'no', asked: false });
  });

  test.each(['unknown', '', '[unknown]', undefined])('that is %s leaves all open and is asked for', (given) => {
    expect(uses(given)).toEqual({ recruitment: 'unknown', triage: 'unknown', asked: true });
  });

  test('with a doubt about one item leaves that one open', () => {
    expect(uses('[recruitment?]')).toEqual({ recruitment: 'unknown', triage: 'no', asked: true });
  });

  test('with unknown beside an item leaves the others open', () => {
    expect(uses('[recruitment, unknown]')).toEqual({ recruitment: 'yes', triage: 'unknown', asked: true });
  });
});
