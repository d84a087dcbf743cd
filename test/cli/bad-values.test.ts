import { describe, expect, test } from 'vitest';
import { readDescription } from '../../src/description/read.ts';
import { Source } from '../../src/yaml/source.ts';
import { realLaw } from '../law/real.ts';
import { type Case, expectRefusal, HEAD, refusedText } from './refused.ts';

const FR = 'fr.csp-l4001-3.explainability';
const gap = (keys: string) => `${HEAD}accepted-gaps:\n  - { ${keys} }\n`;

const CASES: readonly Case[] = [
  [
    'an unknown group',
    `${HEAD}operater: { country: FR }\n`,
    'unknown-key',
    '3:1',
    'Did you mean operator?',
    'Vouliez-vous dire operator ?',
  ],
  [
    'an unknown fact',
    `${HEAD}operator: { county: FR }\n`,
    'unknown-key',
    '3:13',
    'Did you mean operator.country?',
    'Vouliez-vous dire operator.country ?',
  ],
  [
    'a key like no other',
    `${HEAD}zzzzzzzz: 1\n`,
    'unknown-key',
    '3:1',
    'a name that begins with x-',
    'un nom commençant par x-',
  ],
  [
    'an unknown control',
    `${HEAD}controls: { human-oversight.overide: yes }\n`,
    'unknown-key',
    '3:13',
    'Did you mean human-oversight.override?',
    'Vouliez-vous dire human-oversight.override ?',
  ],
  [
    'an unknown key of a control',
    `${HEAD}controls: { logging.automatic: { statut: yes } }\n`,
    'unknown-key',
    '3:34',
    'Did you mean status?',
    'Vouliez-vous dire status ?',
  ],
  [
    'an unknown option',
    `${HEAD}purpose: { significance: drive }\n`,
    'invalid-value',
    '3:26',
    'Did you mean drives?',
    'Vouliez-vous dire drives ?',
  ],
  [
    'an unknown item of a list',
    `${HEAD}purpose: { medical: [diagnossis] }\n`,
    'invalid-value',
    '3:22',
    'Did you mean diagnosis?',
    'Vouliez-vous dire diagnosis ?',
  ],
  ['none beside others', `${HEAD}uses: [none, recruitment]\n`, 'invalid-value', '3:8', '`none` alone', '`none` seul'],
  [
    'an item twice',
    `${HEAD}uses: [recruitment, recruitment]\n`,
    'repeated-value',
    '3:21',
    'Keep one',
    "N'en garder qu'une",
  ],
  [
    'a list for a value',
    `${HEAD}operator: { country: [FR] }\n`,
    'wrong-kind',
    '3:22',
    'takes one value, but a list stands here',
    'attend une seule valeur ; une liste se trouve ici',
  ],
  [
    'keys for a list',
    `${HEAD}uses: { recruitment: yes }\n`,
    'wrong-kind',
    '3:7',
    'takes a list, but keys with values stand here',
    'attend une liste ; des clés et leurs valeurs se trouvent ici',
  ],
  [
    'a value for a group',
    `${HEAD}operator: FR\n`,
    'wrong-kind',
    '3:11',
    'takes keys with values',
    'attend des clés et leurs valeurs',
  ],
  [
    'no such country',
    `${HEAD}operator: { country: FX }\n`,
    'invalid-value',
    '3:22',
    'two letters, such as FR',
    'deux lettres, par exemple FR',
  ],
  [
    'no such day',
    `${HEAD}market: { placed-on: 2026-02-30 }\n`,
    'invalid-value',
    '3:22',
    'a date of the calendar',
    'une date du calendrier',
  ],
  [
    'a plan without a day',
    `${HEAD}controls: { logging.automatic: planned }\n`,
    'missing-key',
    '3:32',
    'Add by.',
    'Ajouter by.',
  ],
  [
    'a newer format',
    'aiact-check: "1.1"\nsystem: { name: X }\n',
    'newer-format',
    '1:14',
    'Update aiact-check',
    'Mettre aiact-check à jour',
  ],
  [
    'no format version at all',
    'aiact-check: latest\nsystem: { name: X }\n',
    'invalid-value',
    '1:14',
    'such as "1.0"',
    'par exemple "1.0"',
  ],
  [
    'a gap of more than a year',
    gap(`duty: ${FR}, because: x, by: y, since: 2026-01-01, until: 2027-01-02`),
    'invalid-value',
    '4:89',
    'at most twelve months',
    'douze mois au plus',
  ],
  [
    'a gap that ends before it begins',
    gap(`duty: ${FR}, because: x, by: y, since: 2026-01-02, until: 2026-01-01`),
    'invalid-value',
    '4:89',
    'a day after `since`',
    'postérieur à `since`',
  ],
  [
    'a gap without a reason',
    gap(`duty: ${FR}, by: y, since: 2026-01-01, until: 2026-12-31`),
    'missing-key',
    '4:7',
    'Add because.',
    'Ajouter because.',
  ],
  [
    'a gap with an empty reason',
    gap(`duty: ${FR}, because: " ", by: y, since: 2026-01-01, until: 2026-12-31`),
    'missing-key',
    '4:7',
    'Add because.',
    'Ajouter because.',
  ],
  [
    'a gap on a day that is none',
    gap(`duty: ${FR}, because: x, by: y, since: 2026-01, until: 2026-12-31`),
    'invalid-value',
    '4:70',
    'YYYY-MM-DD',
    'AAAA-MM-JJ',
  ],
  [
    'a gap for a prohibition',
    gap('duty: eu-ai-act.art-5, because: x, by: y, since: 2026-01-01, until: 2026-12-31'),
    'invalid-value',
    '4:13',
    'cannot be set aside',
    "ne s'écarte pas",
  ],
];

test.each(CASES)('%s is refused with its place and a way out', (_, ...expected) => {
  expectRefusal(...expected);
});

test('a misspelt duty is never likened to a prohibition, which no gap may cover', () => {
  const { en } = refusedText(gap('duty: eu-ai-act.art-55, because: x, by: y, since: 2026-01-01, until: 2026-12-31'));
  expect(en).not.toContain('Did you mean eu-ai-act.art-5?');
});

describe('names that objects inherit', () => {
  const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

  test('are unknown keys like others, wherever they stand', () => {
    const keys = inherited.map((name) => `${name}: { polluted: yes }\n`).join('');
    const inner = inherited.map((name) => `  ${name}: yes\n`).join('');
    const { errors } = refusedText(`${HEAD}${keys}operator:\n${inner}controls:\n${inner}`);
    expect(errors.map(({ code }) => code)).toEqual(Array(12).fill('unknown-key'));
  });

  test('are no answers either', () => {
    for (const name of inherited)
      expect(refusedText(`${HEAD}purpose: { significance: ${name}, medical: [${name}] }\n`).errors).toHaveLength(2);
  });

  test('pollute nothing', () => {
    const text = `${HEAD}x-notes: { __proto__: { polluted: yes } }\n__proto__: { polluted: yes }\nconstructor: { prototype: { polluted: yes } }\n`;
    readDescription(new Source('system.yaml', text), realLaw().law, new Map([['__proto__', 'yes']]));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
