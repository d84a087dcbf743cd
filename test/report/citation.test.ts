import { expect, test } from 'vitest';
import { cite, citePlace } from '../../src/report/citation.ts';
import { textOf } from '../../src/text/text.ts';
import { actsIn } from './fixture.ts';

const en = (citation: string) => cite(citation, actsIn('en'), textOf('en'));
const fr = (citation: string) => cite(citation, actsIn('fr'), textOf('fr'));

test.each([
  ['ai-act:14(4)(d)', 'AI Act Art. 14(4)(d)', 'RIA, art. 14, § 4, d)'],
  ['ai-act:113', 'AI Act Art. 113', 'RIA, art. 113'],
  ['ai-act:113(c)(ii)', 'AI Act Art. 113(c)(ii)', 'RIA, art. 113, c), ii)'],
  ['ai-act:16(l)', 'AI Act Art. 16(l)', 'RIA, art. 16, l)'],
  ['ai-act:6(1a)', 'AI Act Art. 6(1a)', 'RIA, art. 6, § 1 bis'],
  ['ai-act:5(1)(ba)', 'AI Act Art. 5(1)(ba)', 'RIA, art. 5, § 1, b bis)'],
  ['ai-act:3(49)(c)', 'AI Act Art. 3(49)(c)', 'RIA, art. 3, point 49) c)'],
  ['ai-act:annex-iii(5)(d)', 'AI Act Annex III 5(d)', 'RIA, annexe III, point 5 d)'],
  ['ai-act:annex-viii(section-b)', 'AI Act Annex VIII Section B', 'RIA, annexe VIII, section B'],
  ['ai-act:recital-29', 'AI Act recital 29', 'RIA, considérant 29'],
  ['mdr:annex-viii(rule-11)(a)', 'MDR Annex VIII Rule 11(a)', 'MDR, annexe VIII, règle 11 a)'],
  ['mdr:annex-viii(3.3)', 'MDR Annex VIII 3.3', 'MDR, annexe VIII, point 3.3'],
  ['mdr:rule-11', 'MDR Rule 11', 'MDR, règle 11'],
  ['mdcg-2019-11:4.2', 'MDCG 2019-11 §4.2', 'MDCG 2019-11, § 4.2'],
  ['mdcg-2019-11:figure-1', 'MDCG 2019-11 Figure 1', 'MDCG 2019-11, figure 1'],
  ['mdcg-2025-6:table-1', 'MDCG 2025-6 Table 1', 'MDCG 2025-6, tableau 1'],
  ['mdcg-2025-6:27', 'MDCG 2025-6 Q27', 'MDCG 2025-6, question 27'],
  ['draft-guidelines:331', 'Draft guidelines ¶331', 'Draft guidelines, point 331'],
  ['csp:L4001-3(III)', 'CSP L.4001-3 III', 'CSP, art. L. 4001-3, III'],
])('%s', (citation, english, french) => {
  expect(en(citation)).toBe(english);
  expect(fr(citation)).toBe(french);
});

test('an act that is not known keeps its id', () => {
  expect(en('house-rules:3(1)')).toBe('house-rules Art. 3(1)');
  expect(en('constructor:3(1)')).toBe('constructor Art. 3(1)');
});

test('the place alone leaves out the act, and the annex of a rule', () => {
  expect(citePlace('mdr:annex-viii(rule-11)(a)', actsIn('en'), textOf('en'))).toBe('Rule 11(a)');
  expect(citePlace('mdr:annex-viii(rule-11)(a)', actsIn('fr'), textOf('fr'))).toBe('règle 11 a)');
  expect(citePlace('ai-act:6(1)', actsIn('en'), textOf('en'))).toBe('Art. 6(1)');
});
