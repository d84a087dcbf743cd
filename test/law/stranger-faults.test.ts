import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/law/compile.ts';
import { readRuleFiles } from '../../src/law/files.ts';
import { lint } from '../../src/law/lint.ts';
import { terminalProblems } from '../../src/report/problems.ts';
import { run } from '../cli/run.ts';
import { ROOT } from './real.ts';
import { checkWith, MOON, withRules } from './stranger.ts';

const OURS = readRuleFiles(`${ROOT}rules`, ROOT);
const FILE = 'own/moon.yaml';

/** An entry more at the end of the file. */
const more = (entry: string) => `${MOON}---\n${entry}`;
const instead = (text: string, replacement: string) => {
  expect(MOON).toContain(text);
  return MOON.replace(text, replacement);
};
const CASES = MOON.slice(MOON.indexOf('cases:', MOON.indexOf('duty:')), MOON.indexOf('---\ncontrol:'));
const TWIN = `duty: moon.art-3.helmet\ntitle: { en: The same, fr: Le même }\nsource: [ "moon-act:3(1)" ]\nbinds: eu-ai-act.role.provider\nwhen: moon.lunar-system\ndue: moon.applies\nneeds: { all: [ moon.helmets ] }\n${CASES}`;
const CONTROL = MOON.slice(MOON.indexOf('control:')).replace('moon.helmets', 'moon.gloves');
const FACT = MOON.slice(MOON.indexOf('fact:'), MOON.indexOf('---\ndate:')).replace(
  'moon.used-there',
  'moon.seen-there',
);
const DATE = MOON.slice(MOON.indexOf('date:'), MOON.indexOf('---\nconcept:')).replace('moon.applies', 'moon.ends');
const ORBIT = `concept: moon.in-orbit\nstratum: duties\ntitle: { en: In orbit, fr: En orbite }\nsource: [ "moon-act:1(2)" ]\nwhen: moon.lunar-system\n`;
const PHASE = `scale: moon.phase
stratum: duties
title: { en: Phase, fr: Phase }
source: [ "moon-act:1(3)" ]
outcomes:
  - { is: full, title: { en: Full, fr: Pleine }, when: { moon.used-there: yes } }
  - { is: half, title: { en: Half, fr: Moitié }, when: moon.lunar-system }
  - { is: new, title: { en: New, fr: Nouvelle }, otherwise: true }
`;
const CHANGE = `change: moon.new-orbit
title: { en: New orbit, fr: Nouvelle orbite }
source: [ "moon-act:4(1)" ]
when: moon.lunar-system
signs:
  - widened: [ purpose.users ]
    strength: by-text
    source: [ "moon-act:4(2)" ]
    says: { en: Others fly with it., fr: D'autres volent avec. }
leads-to: { en: A new launch., fr: Un nouveau lancement. }
cases:
  - { like: imaging-device-maker, given: { moon.used-there: yes }, after: { purpose.users: [patients] }, expect: likely }
  - { like: imaging-device-maker, given: { moon.used-there: yes }, expect: no-sign }
  - { like: imaging-device-maker, given: { moon.used-there: no }, expect: not-applicable }
`;
const changing = (text: string, replacement: string) => {
  expect(CHANGE).toContain(text);
  return more(CHANGE.replace(text, replacement));
};

/** One defect at a time: the file, a text in the line that is to be named, what is to be said. */
const DEFECTS: readonly (readonly [what: string, rules: string, line: string, said: string])[] = [
  [
    'an unknown concept',
    instead('when: moon.lunar-system', 'when: moon.lunar-sistem'),
    'when: moon.lunar-sistem',
    'no concept is called "moon.lunar-sistem" (did you mean "moon.lunar-system"?)',
  ],
  [
    'an unknown fact',
    instead('all: [ { moon.used-there: yes }', 'all: [ { moon.used-their: yes }'),
    'moon.used-their',
    'called "moon.used-their" (did you mean "moon.used-there"?)',
  ],
  [
    'an unknown value',
    instead('all: [ { moon.used-there: yes }', 'all: [ { moon.used-there: yess }'),
    'yess',
    'no such value: "yess" (did you mean "yes"?)',
  ],
  [
    'an unknown control',
    instead('needs: { all: [ moon.helmets ] }', 'needs: { all: [ moon.helmet ] }'),
    'moon.helmet ]',
    'no control is called "moon.helmet" (did you mean "moon.helmets"?)',
  ],
  [
    'an unknown date',
    instead('due: moon.applies', 'due: moon.aplies'),
    'due: moon.aplies',
    'no date or schedule is called "moon.aplies" (did you mean "moon.applies"?)',
  ],
  [
    'an unknown role',
    instead('binds: eu-ai-act.role.provider', 'binds: eu-ai-act.role.privider'),
    'role.privider',
    '(did you mean "eu-ai-act.role.provider"?)',
  ],
  [
    'an unknown situation',
    instead('like: imaging-device-maker, expect: unknown', 'like: imaging-device-taker, expect: unknown'),
    'imaging-device-taker',
    '(did you mean "imaging-device-maker"?)',
  ],
  ['an unknown key', instead('binds:', 'bind:'), 'bind:', 'no such key here: "bind" (did you mean "binds"?)'],
  [
    'an unknown kind of entry',
    instead('duty: moon', 'dutty: moon'),
    'dutty: moon',
    '"dutty" is none (did you mean "duty"?)',
  ],
  [
    'an id that is taken',
    instead('control: moon.helmets', 'control: logging.automatic'),
    'control: logging.automatic',
    '"logging.automatic" is already defined in',
  ],
  [
    'a stratum that is too early',
    instead('stratum: duties', 'stratum: devices'),
    'concept: moon.lunar-system',
    'is of the stratum "devices" and cannot use "eu-ai-act.ai-system", which is of the later one "classification"',
  ],
  [
    'a circle',
    `${instead('eu-ai-act.ai-system ]', 'moon.in-orbit ]')}---\n${ORBIT}`,
    'concept: moon.lunar-system',
    'runs in a circle: moon.lunar-system → moon.in-orbit → moon.lunar-system',
  ],
  [
    'no French',
    instead('title: { en: Helmets, fr: Casques }', 'title: { en: Helmets }'),
    'en: Helmets }',
    '"title" lacks its text in "fr"',
  ],
  ['no English', instead('en: Order helmets., fr', 'fr'), 'how:', '"how" lacks its text in "en"'],
  [
    'a citation of an unknown act',
    instead('"moon-act:2(1)"', '"mon-act:2(1)"'),
    '"mon-act:2(1)"',
    'no act is called "mon-act" (did you mean "moon-act"?)',
  ],
  [
    'a citation without a place',
    instead('"moon-act:2(1)"', '"moon-act"'),
    '"moon-act"',
    'cite the place in moon-act: article and paragraph',
  ],
  ['a control that nothing uses', more(CONTROL), 'control: moon.gloves', 'moon.gloves: is a control that nothing uses'],
  ['a fact that nothing uses', more(FACT), 'fact: moon.seen-there', 'moon.seen-there: is a fact that nothing uses'],
  ['a date that nothing uses', more(DATE), 'date: moon.ends', 'moon.ends: is a date that nothing uses'],
  [
    'a concept that nothing uses',
    more(ORBIT),
    'concept: moon.in-orbit',
    'moon.in-orbit: is a concept that nothing uses',
  ],
  [
    'a date without a history',
    instead(MOON.slice(MOON.indexOf('history:'), MOON.indexOf('---\nconcept:')), 'history: []\n'),
    'date: moon.applies',
    'a date needs a history',
  ],
  ['an outcome that no facts reach', more(PHASE), 'scale: moon.phase', 'no facts can reach the outcome "half"'],
  [
    'a concept that never holds',
    instead('eu-ai-act.ai-system ]', '{ moon.used-there: no } ]'),
    'concept: moon.lunar-system',
    'can never hold, whatever the facts',
  ],
  [
    'a duty without its three cases',
    instead(CASES.split('\n')[2] ?? '?', ''),
    'duty: moon.art-2.helmet',
    'needs a case that expects missed',
  ],
  [
    'a duty without any case',
    instead(CASES, ''),
    'duty: moon.art-2.helmet',
    'expects met and one that expects missed and one that expects not-applicable',
  ],
  [
    'a twin of a duty',
    more(TWIN),
    'duty: moon.art-3.helmet',
    'asks the same of the same people at the same time as "moon.art-2.helmet"',
  ],
  [
    'a change without a language',
    changing(', fr: Un nouveau lancement.', ''),
    'A new launch.',
    '"leads-to" lacks its text in "fr"',
  ],
  [
    'a change that looks at an unknown fact',
    changing('[ purpose.users ]', '[ purpose.user ]'),
    '[ purpose.user ]',
    'no fact and no scale is called "purpose.user" (did you mean "purpose.users"?)',
  ],
  [
    'a change that looks at a day',
    changing('[ purpose.users ]', '[ market.placed-on ]'),
    '[ market.placed-on ]',
    '"market.placed-on" is a day or a text, which says nothing of a change',
  ],
  [
    'a change that looks at an unknown control',
    changing('widened: [ purpose.users ]', 'dropped: [ moon.helmet ]'),
    'dropped: [ moon.helmet ]',
    'no control begins with "moon.helmet" (did you mean "moon.helmets"?)',
  ],
  [
    'a change without signs',
    changing(CHANGE.slice(CHANGE.indexOf('signs:'), CHANGE.indexOf('leads-to:')), 'signs: []\n'),
    'change: moon.new-orbit',
    'a change needs signs: what would point to it',
  ],
  [
    'a sign that looks at nothing',
    changing('widened: [ purpose.users ]\n    ', ''),
    'strength: by-text',
    'a sign says what it looks at: otherwise, widened, dropped, becomes',
  ],
  [
    'a change that uses what is not derived yet',
    changing('when: moon.lunar-system', 'when: { eu-ai-act.high-risk-regime: never }'),
    'change: moon.new-orbit',
    'cannot use "eu-ai-act.high-risk-regime", which is of the later one "schedules"',
  ],
  ...(['likely', 'no-sign', 'not-applicable'] as const).map((expected) => {
    const line = CHANGE.split('\n').find((written) => written.endsWith(`expect: ${expected} }`)) ?? '?';
    const said = `needs a case that expects ${expected}`;
    return [
      `a change without a case for ${expected}`,
      changing(`${line}\n`, ''),
      'change: moon.new-orbit',
      said,
    ] as const;
  }),
  ['no YAML', instead('cases:\n', 'cases: [\n'), 'like: imaging-device-maker', 'not valid YAML'],
];

describe('the linter refuses, with the line and a way out,', () => {
  test.each(DEFECTS)('%s', (_, rules, line, said) => {
    const number = rules.split('\n').findIndex((found) => found.includes(line)) + 1;
    expect(number).toBeGreaterThan(0);
    const faults = lint(compile([...OURS, { path: FILE, text: rules }]));
    const told = terminalProblems(faults, 'en', { width: 80, colour: new Chalk({ level: 0 }) });
    const words = told.replaceAll(/\s+/g, ' ');
    expect(words).toContain(`${FILE}:${number}:`);
    expect(words).toContain(said);
    expect(new Set(faults.map(({ path }) => path))).toEqual(new Set([FILE]));
  });

  test('and a check with such rules says so, and checks nothing', () => {
    const [, rules, , said] = DEFECTS[0] ?? ['', '', '', ''];
    const ran = checkWith(withRules(rules));
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err.replaceAll(/\s+/g, ' ')).toContain(said);
  });

  test('but not a change that is whole, whose cases it runs', () => {
    const lintOf = (rules: string) => run(['rules', 'lint', 'own'], { cwd: withRules(rules) });
    expect(lintOf(more(CHANGE))).toMatchObject({ code: 0, err: '' });
    const wrong = lintOf(
      changing(
        'given: { moon.used-there: yes }, expect: no-sign',
        'given: { moon.used-there: yes }, after: { purpose.users: none }, expect: likely',
      ),
    );
    expect(wrong.err.replaceAll(/\s+/g, ' ')).toContain('case of moon.new-orbit: expected likely, came out as no-sign');
  });

  test('a case that does not come out', () => {
    const rules = instead('moon.helmets: yes }, expect: met', 'moon.helmets: yes }, expect: missed').replace(
      'moon.helmets: no }, expect: missed',
      'moon.helmets: no }, expect: met',
    );
    const ran = run(['rules', 'lint', 'own'], { cwd: withRules(rules) });
    expect(ran).toMatchObject({ code: 2, out: '' });
    const line = rules.split('\n').findIndex((found) => found.includes('moon.helmets: yes }')) + 1;
    expect(ran.err.replaceAll(/\s+/g, ' ')).toContain(
      `own/moon.yaml:${line}:5 case of moon.art-2.helmet: expected missed, came out as met`,
    );
    expect(ran.err.replaceAll(/\s+/g, ' ')).toContain(
      `own/moon.yaml:${line + 1}:5 case of moon.art-2.helmet: expected met, came out as missed`,
    );
  });
});
