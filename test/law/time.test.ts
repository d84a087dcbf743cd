import { describe, expect, test } from 'vitest';
import { lint } from '../../src/law/lint.ts';
import { concept, date, duty, lawOf, scale, schedule, yesNo } from './invented.ts';

const TITLE = 'title: { en: T, fr: T }';
const ENDS = 'ends: { en: Ends with a change, fr: Finit par un changement }';
const APPLIES = date('applies', ['2024-01-01', '2026-01-01']);
const EVENT = `event: opening\n${TITLE}\nonce: { en: once open, fr: une fois ouvert }\nhappened: { opened: yes }\ndays: [ opened-on, planned-for ]`;
const DATES = ['opened-on', 'planned-for'].map(
  (id) => `fact: ${id}\ntype: date\n${TITLE}\nquestion: { en: Q, fr: Q }\nsource: [ "law:1(1)" ]`,
);

describe('a text that is law for a time', () => {
  const law = lawOf(
    concept('newer', 'text-from: 2025-06-01\nwhen: { a: yes }'),
    concept('older', 'text-until: 2025-06-01\nwhen: { a: yes }'),
    concept('between', 'text-from: 2025-01-01\ntext-until: 2025-06-01\nwhen: { a: yes }'),
    concept('without', 'when: { not: newer }'),
    scale('kind', [
      `{ is: new, ${TITLE}, when: { a: yes }, text-from: 2025-06-01 }`,
      `{ is: old, ${TITLE}, when: { a: yes }, text-until: 2025-06-01 }`,
      `{ is: other, ${TITLE}, otherwise: true }`,
    ]),
    duty('task', 'due: applies\ntext-from: 2025-01-01\ntext-until: 2025-06-01'),
    APPLIES,
  );

  test.each([
    ['2024-12-31', 'no', 'yes', 'no', 'old'],
    ['2025-01-01', 'no', 'yes', 'yes', 'old'],
    ['2025-05-31', 'no', 'yes', 'yes', 'old'],
    ['2025-06-01', 'yes', 'no', 'no', 'new'],
  ])('holds from its first day and no longer on its last: %s', (day, newer, older, between, kind) => {
    const then = law.on(day, 'a: yes');
    expect(['newer', 'older', 'between'].map((id) => then.truth(id))).toEqual([newer, older, between]);
    expect(then.outcomes('kind').value).toBe(kind);
    expect(then.truth('without')).toBe(newer === 'yes' ? 'no' : 'yes');
  });

  test('is false outside its time, not unknown, whatever is answered', () => {
    expect(law.on('2024-12-31').truth('newer')).toBe('no');
    expect(law.on('2025-06-01').truth('newer')).toBe('unknown');
    expect(law.on('2024-12-31').outcomes('kind').possible).toEqual(['old', 'other']);
  });

  test('of a duty makes it exist, and no trace of it is left outside', () => {
    expect(
      ['2024-12-31', '2025-01-01', '2025-05-31', '2025-06-01'].map((day) => law.dutyOn(day, 'task')?.applies),
    ).toEqual([undefined, 'yes', 'yes', undefined]);
  });
});

test('a duty and its later wording are no twins, two that are law at one time are', () => {
  const twins = (first: string, second: string) => {
    const later = `duty: later\n${TITLE}\nsource: [ "law:1(1)" ]\nbinds: everyone\nneeds: task.done\ndue: applies\n${second}`;
    const law = lawOf(duty('task', `due: applies\n${first}`), later, APPLIES);
    return lint(law.compiled).filter(({ args }) => `${args.message}`.includes('asks the same')).length;
  };
  expect(twins('text-until: 2025-06-01', 'text-from: 2025-06-01')).toBe(0);
  expect(twins('text-until: 2025-06-02', 'text-from: 2025-06-01')).toBe(1);
  expect(twins('text-from: 2025-06-01', 'text-until: 2025-01-01')).toBe(0);
  expect(twins('text-from: 2025-01-01', 'text-from: 2025-06-01')).toBe(1);
});

test('a reworded text is read as it was on the day, and a future day as it is newest', () => {
  const law = lawOf(
    concept(
      'worded',
      'versions:\n  - { when: { a: yes } }\n  - { text-from: 2025-06-01, when: { b: yes } }\n  - { text-from: 2026-06-01, when: { all: [ { a: yes }, { b: yes } ] } }',
    ),
  );
  const worded = (day: string, answers: string) => law.on(day, answers).truth('worded');
  expect(
    ['2020-01-01', '2025-05-31', '2025-06-01', '2026-05-31', '2026-06-01', '2090-01-01'].map((day) =>
      worded(day, 'a: yes\nb: no'),
    ),
  ).toEqual(['yes', 'yes', 'no', 'no', 'no', 'no']);
  expect(['2020-01-01', '2025-06-01', '2026-06-01'].map((day) => worded(day, 'a: no\nb: yes'))).toEqual([
    'no',
    'yes',
    'no',
  ]);
  expect(worded('2026-06-01', 'b: yes')).toBe('unknown');
});

test('a text whose first version has a day does not hold before it', () => {
  const law = lawOf(concept('worded', 'versions:\n  - { text-from: 2025-06-01, when: { not: { a: yes } } }'));
  expect(['2025-05-31', '2025-06-01'].map((day) => law.on(day, 'a: no').truth('worded'))).toEqual(['no', 'yes']);
});

describe('a day of application', () => {
  const law = lawOf(
    duty('task', 'due: applies'),
    date('applies', ['2024-01-01', '2026-01-01'], ['2025-01-01', '2027-01-01']),
    concept('early', 'when: { opened-on: { before: applies } }'),
    ...DATES,
  );

  test('is the one that was law on the day looked at', () => {
    expect(['2024-12-31', '2025-01-01', '2090-01-01'].map((day) => law.dutyOn(day, 'task')?.due.value)).toEqual([
      '2026-01-01',
      '2027-01-01',
      '2027-01-01',
    ]);
    expect(law.dutyOn('2020-01-01', 'task')?.due.value).toBe('2026-01-01');
  });

  test('decides from when a duty is in force, its first day included', () => {
    expect(['2026-12-31', '2027-01-01'].map((day) => law.dutyOn(day, 'task')?.inForce)).toEqual(['no', 'yes']);
  });

  test('moves the conditions that are held against it', () => {
    expect(['2024-12-31', '2025-01-01'].map((day) => law.on(day, 'opened-on: 2026-06').truth('early'))).toEqual([
      'no',
      'yes',
    ]);
    expect(law.on('2025-01-01', 'opened-on: 2027-01-01').truth('early')).toBe('no');
    expect(law.on('2025-01-01', 'opened-on: 2026-12-31').truth('early')).toBe('yes');
    expect(law.on('2024-12-31', 'opened-on: 2025').truth('early')).toBe('yes');
  });
});

describe('a duty that must be met before an event', () => {
  const law = lawOf(duty('task', 'due: applies\nbefore: opening'), APPLIES, EVENT, yesNo('opened'), ...DATES);
  const window = (asOf: string, answers: string) => {
    const task = law.dutyOn(asOf, 'task', answers);
    return [task?.window.from, task?.window.to, task?.inForce];
  };

  test('is due at the later of its day and the planned event', () => {
    expect(window('2026-06-01', 'opened: no\nplanned-for: 2027-03-10')).toEqual(['2027-03-10', '2027-03-10', 'no']);
    expect(window('2025-06-01', 'opened: no\nplanned-for: 2025-09-10')).toEqual(['2026-01-01', '2026-01-01', 'no']);
  });

  test('is due some day of the month or year that is planned', () => {
    expect(window('2026-06-01', 'opened: no\nplanned-for: 2027-02')).toEqual(['2027-02-01', '2027-02-28', 'no']);
    expect(window('2026-06-01', 'opened: no\nplanned-for: 2026')).toEqual(['2026-06-02', '2026-12-31', 'no']);
  });

  test('is due on its own day once the event has happened', () => {
    expect(window('2026-06-01', 'opened: yes\nplanned-for: 2027-03')).toEqual(['2026-01-01', '2026-01-01', 'yes']);
  });

  test('has no last day while no day is planned, and tomorrow at the earliest', () => {
    expect(window('2026-06-01', 'opened: no')).toEqual(['2026-06-02', null, 'no']);
    expect(window('2026-06-01', 'opened: no\nplanned-for: 2025-01')).toEqual(['2026-06-02', '2026-06-02', 'no']);
  });

  test('may be due already where it is not known whether the event has happened', () => {
    expect(window('2026-06-01', '')).toEqual(['2026-01-01', null, 'unknown']);
    expect(window('2026-06-01', 'planned-for: 2027-03')).toEqual(['2026-01-01', '2027-03-31', 'unknown']);
  });

  test('takes the first of the facts that give the day', () => {
    expect(window('2026-06-01', 'opened: no\nopened-on: 2026-08-01\nplanned-for: 2027-03-10')).toEqual([
      '2026-08-01',
      '2026-08-01',
      'no',
    ]);
  });
});

describe('a schedule', () => {
  const rows = [
    `{ never: spared, ${ENDS}, when: spared }`,
    `{ never: excused, ${ENDS}, when: excused }`,
    '{ on: later, when: { b: no } }',
    '{ on: applies, otherwise: true }',
  ];
  const law = lawOf(
    schedule('when-due', rows),
    duty('task', 'due: when-due'),
    APPLIES,
    date('later', ['2024-01-01', '2030-01-01']),
    concept('spared', 'when: { a: yes }'),
    concept('excused', 'when: { c: yes }'),
    yesNo('c'),
  );
  const task = (answers: string) => law.dutyOn('2026-06-01', 'task', answers);

  test('that says never spares the duty, with the reason and what would end it', () => {
    expect(task('a: yes')).toMatchObject({
      applies: 'yes',
      status: 'spared',
      inForce: 'no',
      due: { value: 'never' },
      window: { from: null, to: null },
      spared: { reason: 'spared', ends: 'Ends with a change' },
    });
    expect(task('a: no\nc: yes')).toMatchObject({ status: 'spared', spared: { reason: 'excused' } });
  });

  test('gives the day of the first row that holds', () => {
    expect(task('a: no\nb: no\nc: no')).toMatchObject({
      status: 'unanswered',
      due: { value: '2030-01-01' },
      inForce: 'no',
      spared: null,
    });
    expect(task('a: no\nb: yes\nc: no')).toMatchObject({ due: { value: '2026-01-01' }, inForce: 'yes' });
  });

  test('gives every day that is still possible, never last', () => {
    expect(task('c: no')?.due).toEqual({ value: null, possible: ['2026-01-01', '2030-01-01', 'never'] });
    expect(task('a: no\nc: no')).toMatchObject({
      due: { value: null },
      window: { from: '2026-01-01', to: '2030-01-01' },
      inForce: 'unknown',
    });
    expect(task('c: no')?.window).toEqual({ from: '2026-01-01', to: null });
  });

  test('that says never for one reason or another says never', () => {
    expect(task('a: yes')?.due).toEqual({ value: 'never', possible: ['never'] });
    expect(law.on('2026-06-01', 'b: yes').outcomes('when-due').possible).toEqual([
      'never:spared',
      'never:excused',
      'applies',
    ]);
  });

  test('has outcomes that facts can reach', () => {
    expect(lint(law.compiled).filter(({ args }) => args.message?.startsWith('when-due'))).toEqual([]);
  });
});
