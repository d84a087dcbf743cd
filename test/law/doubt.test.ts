import { describe, expect, test } from 'vitest';
import { concept, date, duty, lawOf, scale, schedule } from './invented.ts';

const TITLE = 'title: { en: T, fr: T }';
const APPLIES = date('applies', ['2024-01-01', '2026-01-01']);

test('a proposal counts with --with-proposal only', () => {
  const law = lawOf(
    concept('proposed', 'proposal: bill\nwhen: { a: yes }'),
    scale('kind', [
      `{ is: new, ${TITLE}, when: { a: yes }, proposal: bill }`,
      `{ is: other, ${TITLE}, otherwise: true }`,
    ]),
    duty('task', 'due: applies\nproposal: bill'),
    APPLIES,
  );
  const then = (...proposals: string[]) => {
    const derived = law.on('2026-01-01', 'a: yes', proposals);
    return [
      derived.truth('proposed'),
      derived.outcomes('kind').value,
      law.dutyOn('2026-01-01', 'task', 'a: yes', proposals)?.applies,
    ];
  };
  expect(then()).toEqual(['no', 'other', undefined]);
  expect(then('law')).toEqual(['no', 'other', undefined]);
  expect(then('bill')).toEqual(['yes', 'new', 'yes']);
});

describe('a contested reading', () => {
  const rival = (instead: string) =>
    `contested: [ { reading: { en: Another reading, fr: Autre lecture }, source: [ "law:2(1)" ], instead: ${instead} } ]`;
  const later = date('later', ['2024-01-01', '2030-01-01']);

  test('of a condition is not used, and is shown where it would make a difference', () => {
    const law = lawOf(
      concept('doubtful', `when: { a: yes }\n${rival('{ when: { b: yes } }')}`),
      duty('task', 'due: applies\nwhen: doubtful'),
      APPLIES,
    );
    const found = (answers: string) => {
      const task = law.dutyOn('2026-01-01', 'task', answers);
      return [
        task?.applies,
        task?.contested.flatMap(({ reading, would }) => [
          reading,
          ...would.map(({ of, possible }) => `${of} ${possible}`),
        ]),
      ];
    };
    expect(found('a: yes\nb: no')).toEqual(['yes', ['Another reading', 'applies no']]);
    expect(found('a: no\nb: yes')).toEqual(['no', ['Another reading', 'applies yes']]);
    expect(found('a: yes\nb: yes')).toEqual(['yes', []]);
    expect(found('a: no\nb: no')).toEqual(['no', []]);
  });

  test('of a duty’s day is not used, and is shown', () => {
    const law = lawOf(duty('task', `due: applies\n${rival('{ due: later }')}`), APPLIES, later);
    expect(law.dutyOn('2026-01-01', 'task')).toMatchObject({
      due: { value: '2026-01-01' },
      contested: [{ rule: 'task', source: ['law:2(1)'], would: [{ of: 'due', possible: ['2030-01-01'] }] }],
    });
  });

  test('of a row of a schedule is not used, and is shown where that row decides', () => {
    const rows = [`{ on: applies, when: { a: yes }, ${rival('{ due: later }')} }`, '{ on: later, otherwise: true }'];
    const law = lawOf(schedule('when-due', rows), duty('task', 'due: when-due'), APPLIES, later);
    expect(law.dutyOn('2026-01-01', 'task', 'a: yes')).toMatchObject({
      due: { value: '2026-01-01' },
      contested: [{ would: [{ of: 'due', possible: ['2030-01-01'] }] }],
    });
    expect(law.dutyOn('2026-01-01', 'task', 'a: no')).toMatchObject({ due: { value: '2030-01-01' }, contested: [] });
  });

  test('that would change nothing is told as a doubt', () => {
    const law = lawOf(duty('task', `due: applies\nwhen: { a: yes }\n${rival('{}')}`), APPLIES);
    expect(law.dutyOn('2026-01-01', 'task', 'a: yes')?.contested).toMatchObject([
      { reading: 'Another reading', would: [] },
    ]);
    expect(law.dutyOn('2026-01-01', 'task', 'a: no')?.contested).toEqual([]);
  });
});

describe('a doubt about the text of one time', () => {
  const rival = (instead: string, time: string) =>
    `contested: [ { reading: { en: Another reading, fr: Autre lecture }, source: [ "law:2(1)" ], ${time}, instead: ${instead} } ]`;
  const contestedOn = (law: ReturnType<typeof lawOf>, day: string) =>
    law.dutyOn(day, 'task', 'a: yes\nb: no')?.contested.map(({ reading }) => reading);
  const days = ['2025-05-31', '2025-06-01'];

  test('is told in that time only, with a rival or without', () => {
    const evaluated = lawOf(
      concept('doubtful', `when: { a: yes }\n${rival('{ when: { b: yes } }', 'text-from: 2025-06-01')}`),
      duty('task', 'due: applies\nwhen: doubtful'),
      APPLIES,
    );
    const told = lawOf(duty('task', `due: applies\n${rival('{}', 'text-until: 2025-06-01')}`), APPLIES);
    expect(days.map((day) => contestedOn(evaluated, day))).toEqual([[], ['Another reading']]);
    expect(days.map((day) => contestedOn(told, day))).toEqual([['Another reading'], []]);
  });

  test('is not told of a rule that is not law yet', () => {
    const law = lawOf(
      concept(
        'newer',
        `text-from: 2025-06-01\nwhen: { b: yes }\n${rival('{ when: { a: yes } }', 'text-from: 2020-01-01')}`,
      ),
      duty('task', 'due: applies\nwhen: newer'),
      APPLIES,
    );
    expect(days.map((day) => contestedOn(law, day))).toEqual([[], ['Another reading']]);
  });
});

describe('an option that came with a newer version of the format', () => {
  const options = `options:\n  - { is: red, ${TITLE} }\n  - { is: blue, ${TITLE}, since: "0.9" }`;
  const law = lawOf(
    `fact: colours\ntype: list\n${TITLE}\nquestion: { en: Q, fr: Q }\nsource: [ "law:1(1)" ]\n${options}`,
    ...['red', 'blue'].map((id) => concept(id, `when: { colours: { has: ${id} } }`)),
  );
  const colours = (version: string, list: string) => {
    const derived = law.on('2026-01-01', `aiact-check: "${version}"\ncolours: ${list}\n`);
    return [derived.truth('red'), derived.truth('blue')];
  };

  test('is unknown in a file of an older one, and no in a file of its own', () => {
    expect(colours('0.8', '[red]')).toEqual(['yes', 'unknown']);
    expect(colours('0.8', 'none')).toEqual(['no', 'unknown']);
    expect(colours('0.9', '[red]')).toEqual(['yes', 'no']);
    expect(colours('1.0', 'none')).toEqual(['no', 'no']);
  });

  test('may be given all the same', () => {
    expect(colours('0.8', '[blue]')).toEqual(['no', 'yes']);
    expect(colours('0.8', '[blue?]')).toEqual(['no', 'unknown']);
  });
});
