import { describe, expect, test } from 'vitest';
import { realRules } from './real.ts';

/** What the acts ask, row by row. Each row is a duty or stands, with its reason, among what is left out. */
const ROWS: Record<string, readonly string[]> = {
  'ai-act': [
    // Whatever the level.
    ...['4', '4a(1)', '5(1)', '50(1)', '50(2)', '50(3)', '50(4)', '50(5)', '50(6)'],
    // Requirements on a high-risk system.
    ...['8(1)', '8(2)', '9', '10', '11(1)', '11(2)', 'annex-iv', '12(1)', '12(3)', '13(1)', '13(3)'],
    ...['14(4)(a)', '14(4)(b)', '14(4)(c)', '14(4)(d)', '14(4)(e)', '14(5)', '15(1)', '15(3)', '15(4)', '15(5)'],
    // Providers.
    ...['16(b)', '16(k)', '16(l)', '17(1)', '17(3)', '17(4)', '18', '19', '20(1)', '20(2)', '21', '22(1)', '22(3)'],
    ...['43(1)', '43(2)', '43(3)', '43(4)', '44', '46', '47', '48', '49(1)', '49(2)', '6(4)', '72', '73'],
    // Others in the chain.
    ...[
      '23(1)',
      '23(2)',
      '23(3)',
      '23(4)',
      '23(5)',
      '24(1)',
      '24(2)',
      '24(3)',
      '24(4)',
      '25(1)',
      '25(2)',
      '25(3)',
      '25(4)',
    ],
    // Deployers.
    ...['26(1)', '26(2)', '26(3)', '26(4)', '26(5)', '26(6)', '26(7)', '26(8)', '26(9)', '26(10)', '26(11)', '26(12)'],
    ...['27(1)', '27(2)', '27(3)', '27(4)', '49(3)', '86(1)'],
    // Incidents, testing, supervision.
    ...[
      '73(1)',
      '73(2)',
      '73(3)',
      '73(4)',
      '73(5)',
      '73(9)',
      '73(10)',
      '60(7)',
      '60',
      '61',
      '57',
      '59',
      '74(3)',
      '75',
      '77',
    ],
    ...['80', '85', '99(5)', '99(8)'],
  ],
  gdpr: [
    ...['4(1)', '4(5)', '5', '6', '9(2)', '9(2)(a)', '9(2)(g)', '9(4)', '10', '12', '13', '14', '15(1)(h)', '16', '17'],
    ...['20', '21', '22(1)', '22(4)', '24', '25', '26', '28(3)', '30(1)', '30(2)', '32', '33(1)', '33(2)', '34'],
    ...['35(1)', '35(3)(b)', '35(4)', '36', '37', '38', '39', '44', '45', '46', '89'],
  ],
  csp: ['L4001-3(I)', 'L4001-3(II)', 'L4001-3(III)', 'L4001-3(IV)', 'L1111-8(I)', 'L1111-8(II)', 'L1111-8(IV)'],
  mdr: [
    ...[
      'annex-i(3)',
      'annex-i(14.2)',
      'annex-i(14.5)',
      'annex-i(17.1)',
      'annex-i(17.2)',
      'annex-i(17.3)',
      'annex-i(17.4)',
    ],
    ...[
      'annex-i(18.4)',
      'annex-i(18.8)',
      'annex-i(22',
      'annex-i(23.4)',
      '10(4)',
      '10(8)',
      '10(9)',
      '10(16)',
      '10a',
      '15',
    ],
    ...['5(5)(a)', '5(5)(b)', '5(5)(c)', '5(5)(d)', '5(5)(e)', '5(5)(f)', '5(5)(g)', '5(5)(h)', '27', '29', '31', '32'],
    ...['61', 'annex-xiv', '83', '84', '85', '86', '87(1)', '87(3)', '88'],
  ],
  ivdr: [
    ...['annex-i(16.1)', 'annex-i(16.2)', 'annex-i(16.3)', 'annex-i(16.4)', '5(5)(a)', '5(5)(c)', '5(5)(d)', '5(5)(i)'],
    ...['10', '10a', '15', '24', '26', '28', '29', '56', '78', '79', '80', '81', '82', '83'],
  ],
};

const { law, entries } = realRules();
const inDuties = law.duties.flatMap(({ source }) => source);
const leftOut = [...entries.values()].filter(({ kind }) => kind === 'left-out').map(({ id }) => id);
const cited = [...inDuties, ...leftOut];

/** Below it or at it: `9` covers `9(1)`, not `90`. */
function covers(row: string, place: string): boolean {
  return place.startsWith(row) && !/^[0-9a-z]/.test(place.slice(row.length));
}

describe.each(Object.entries(ROWS))('every row of %s', (act, rows) => {
  test('is a duty, or is left out with a reason', () => {
    const lacking = rows.filter((row) => !cited.some((citation) => covers(`${act}:${row}`, citation)));
    expect(lacking).toEqual([]);
  });
});

describe('human oversight', () => {
  const reading = law.readings.find(({ id }) => id === 'human-oversight');

  test('asks its twenty-two questions in order', () => {
    const numbers = Array.from({ length: 22 }, (_, index) => `GH-${String(index + 1).padStart(2, '0')}`);
    expect(reading?.questions.map(({ id }) => id)).toEqual(numbers);
  });

  test('names a duty for each of them', () => {
    expect(reading?.questions.filter(({ duties }) => duties.length === 0)).toEqual([]);
  });
});
