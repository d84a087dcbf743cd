import type { Compiled } from './compile.ts';

type Finding = readonly [id: string, message: string];

/** A duty or a change is shown by cases in which it applies and comes out well, in which it does not, and in which it does not apply. */
export function lackingCases({ law, cases }: Pick<Compiled, 'law' | 'cases'>): Finding[] {
  const lacking = (id: string, results: readonly string[]): Finding[] => {
    const expected = cases.filter(({ entry }) => entry.id === id).flatMap(({ expect }) => expect);
    const missing = results.filter((result) => !expected.includes(result));
    return missing.length === 0 ? [] : [[id, `needs a case that expects ${missing.join(' and one that expects ')}`]];
  };
  return [
    ...law.duties.flatMap(({ id }) => lacking(id, ['met', 'missed', 'not-applicable'])),
    ...law.changes.flatMap(({ id, signs }) => {
      const strongest = signs.some(({ strength }) => strength === 'by-text') ? 'likely' : 'possible';
      return lacking(id, [strongest, 'no-sign', 'not-applicable']);
    }),
  ];
}
