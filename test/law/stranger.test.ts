import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/contract.ts';
import { DEVICE, describeSystem } from '../cases/describe.ts';
import { folderWith } from '../cli/folder.ts';
import { run } from '../cli/run.ts';

/** What somebody who knows a law and no TypeScript would write: one file, with its cases, for a law that does not exist. */
const MOON = `act: moon-act
title: { en: Lunar Telemedicine Act, fr: Loi sur la télémédecine lunaire }
short: { en: Moon Act, fr: Loi lunaire }
url: https://example.org/moon-act
force: binding
area: oversight
checked-on: 2026-11-01
---
group: moon
title: { en: The Moon, fr: La Lune }
---
fact: moon.used-there
type: yes-no
title: { en: Use on the Moon, fr: Utilisation sur la Lune }
question: { en: Is it used on the Moon?, fr: Est-il utilisé sur la Lune ? }
source: [ "moon-act:1(1)" ]
---
date: moon.applies
title: { en: Moon Act applies, fr: Application de la loi lunaire }
history:
  - { law-from: 2026-01-01, on: 2026-06-01, source: [ "moon-act:9(1)" ] }
  - { law-from: 2026-10-01, on: 2027-06-01, source: [ "moon-act:9(2)" ] }
---
concept: moon.lunar-system
stratum: duties
title: { en: Lunar AI system, fr: Système d'IA lunaire }
source: [ "moon-act:1(1)" ]
when: { all: [ { moon.used-there: yes }, eu-ai-act.ai-system ] }
cases:
  - { like: imaging-device-maker, given: { moon.used-there: yes }, expect: yes }
  - { like: imaging-device-maker, given: { moon.used-there: no }, expect: no }
  - { like: imaging-device-maker, expect: unknown, ask: [ moon.used-there ] }
---
duty: moon.art-2.helmet
title: { en: Give each user a helmet, fr: Fournir un casque à chaque utilisateur }
source: [ "moon-act:2(1)" ]
binds: eu-ai-act.role.provider
when: moon.lunar-system
due: moon.applies
needs: { all: [ moon.helmets ] }
cases:
  - { like: imaging-device-maker, given: { moon.used-there: yes, moon.helmets: yes }, expect: met }
  - { like: imaging-device-maker, given: { moon.used-there: yes, moon.helmets: no }, expect: missed }
  - { like: imaging-device-maker, given: { moon.used-there: no }, expect: not-applicable }
---
control: moon.helmets
title: { en: Helmets, fr: Casques }
question: { en: Is there a helmet for each user?, fr: Y a-t-il un casque par utilisateur ? }
shows: { en: List of helmets, fr: Liste des casques }
how: { en: Order helmets., fr: Commander des casques. }
`;

/** The folder in which the stranger works, with the rules in \`own/moon.yaml\`. */
const withRules = (rules: string) => folderWith({ 'own/moon.yaml': rules, 'system.yaml': describeSystem({ ...DEVICE, 'moon.used-there': 'yes' }, { 'moon.helmets': 'no' }) });
const checkWith = (cwd: string, ...args: string[]) => run(['system.yaml', '--rules', 'own', '--as-of', '2026-11-22', ...args], { cwd });

describe('a law written by a stranger', () => {
  test('passes the linter, its cases included', () => {
    const [ran, without] = [run(['rules', 'lint', 'own'], { cwd: withRules(MOON) }), run(['rules', 'lint'])];
    const counts = ({ out }: { out: string }) => out.match(/\d+/g)?.map(Number) ?? [];
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/no fault found\n$/);
    expect(counts(ran).map((count, index) => count - (counts(without)[index] ?? 0))).toEqual([7, 6]);
  });

  test('classifies, and asks for its facts', () => {
    const cwd = withRules(MOON);
    const helmet = (...args: string[]) => {
      const report = JSON.parse(checkWith(cwd, '--format', 'json', ...args).out) as Assessment;
      return { ...report.duties.find(({ id }) => id === 'moon.art-2.helmet'), asked: report.questions.some(({ fact }) => fact === 'moon.used-there') };
    };
    expect(helmet()).toMatchObject({ applies: 'yes', status: 'missing', due: { value: '2027-06-01' }, inForce: 'no', asked: false });
    expect(helmet('--as-of', '2026-09-30')).toMatchObject({ due: { value: '2026-06-01' }, inForce: 'yes' });
    expect(helmet('--set', 'moon.helmets=yes')).toMatchObject({ applies: 'yes', status: 'in-place' });
    expect(helmet('--set', 'moon.used-there=no')).toMatchObject({ applies: 'no', status: 'not-applicable', asked: false });
    expect(helmet('--set', 'moon.used-there=unknown')).toMatchObject({ applies: 'unknown', status: 'unanswered', asked: true });
    expect(helmet('--set', 'ai.technique=[fixed-rules]')).toMatchObject({ applies: 'no' });
  });

  test('is reported in English and in French', () => {
    const cwd = withRules(MOON);
    const words = (...args: string[]) => checkWith(cwd, '--all', ...args).out.replaceAll(/\s+/g, ' ');
    const [en, fr] = [words(), words('--lang', 'fr')];
    for (const part of ['Give each user a helmet', 'Order helmets.', 'Moon Act Art. 2(1)', 'By 1 Jun 2027']) expect(en).toContain(part);
    for (const part of ['Fournir un casque à chaque utilisateur', 'Commander des casques.', 'Loi lunaire, art. 2', '1er juin 2027']) expect(fr).toContain(part);
    expect(checkWith(cwd, '--horizon', '2027-06-01', '--format', 'markdown').out).toContain('Give each user a helmet');
  });

  test('is unknown without --rules, and so are its facts', () => {
    const ran = run(['system.yaml'], { cwd: withRules(MOON) });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('moon.used-there is no known key');
  });
});

/** An entry more at the end of the file. */
const more = (entry: string) => `${MOON}---\n${entry}`;
const instead = (text: string, replacement: string) => {
  expect(MOON).toContain(text);
  return MOON.replace(text, replacement);
};
const CASES = MOON.slice(MOON.indexOf('cases:', MOON.indexOf('duty:')), MOON.indexOf('---\ncontrol:'));
const TWIN = `duty: moon.art-3.helmet\ntitle: { en: The same, fr: Le même }\nsource: [ "moon-act:3(1)" ]\nbinds: eu-ai-act.role.provider\nwhen: moon.lunar-system\ndue: moon.applies\nneeds: { all: [ moon.helmets ] }\n${CASES}`;
const CONTROL = MOON.slice(MOON.indexOf('control:')).replace('moon.helmets', 'moon.gloves');
const FACT = MOON.slice(MOON.indexOf('fact:'), MOON.indexOf('---\ndate:')).replace('moon.used-there', 'moon.seen-there');
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

/** One defect at a time: the file, a text in the line that is to be named, what is to be said. */
const DEFECTS: readonly [what: string, rules: string, line: string, said: string][] = [
  ['an unknown concept', instead('when: moon.lunar-system', 'when: moon.lunar-sistem'), 'when: moon.lunar-sistem', 'no concept is called "moon.lunar-sistem" (did you mean "moon.lunar-system"?)'],
  ['an unknown fact', instead('all: [ { moon.used-there: yes }', 'all: [ { moon.used-their: yes }'), 'moon.used-their', 'called "moon.used-their" (did you mean "moon.used-there"?)'],
  ['an unknown value', instead('all: [ { moon.used-there: yes }', 'all: [ { moon.used-there: yess }'), 'yess', 'no such value: "yess" (did you mean "yes"?)'],
  ['an unknown control', instead('needs: { all: [ moon.helmets ] }', 'needs: { all: [ moon.helmet ] }'), 'moon.helmet ]', 'no control is called "moon.helmet" (did you mean "moon.helmets"?)'],
  ['an unknown date', instead('due: moon.applies', 'due: moon.aplies'), 'due: moon.aplies', 'no date or schedule is called "moon.aplies" (did you mean "moon.applies"?)'],
  ['an unknown role', instead('binds: eu-ai-act.role.provider', 'binds: eu-ai-act.role.privider'), 'role.privider', '(did you mean "eu-ai-act.role.provider"?)'],
  ['an unknown situation', instead('like: imaging-device-maker, expect: unknown', 'like: imaging-device-taker, expect: unknown'), 'imaging-device-taker', '(did you mean "imaging-device-maker"?)'],
  ['an unknown key', instead('binds:', 'bind:'), 'bind:', 'no such key here: "bind" (did you mean "binds"?)'],
  ['an unknown kind of entry', instead('duty: moon', 'dutty: moon'), 'dutty: moon', '"dutty" is none (did you mean "duty"?)'],
  ['an id that is taken', instead('control: moon.helmets', 'control: logging.automatic'), 'control: logging.automatic', '"logging.automatic" is already defined in'],
  ['a stratum that is too early', instead('stratum: duties', 'stratum: devices'), 'concept: moon.lunar-system', 'is of the stratum "devices" and cannot use "eu-ai-act.ai-system", which is of the later one "classification"'],
  ['a circle', `${instead('eu-ai-act.ai-system ]', 'moon.in-orbit ]')}---\n${ORBIT}`, 'concept: moon.lunar-system', 'runs in a circle: moon.lunar-system → moon.in-orbit → moon.lunar-system'],
  ['no French', instead('title: { en: Helmets, fr: Casques }', 'title: { en: Helmets }'), 'en: Helmets }', '"title" lacks its text in "fr"'],
  ['no English', instead('en: Order helmets., fr', 'fr'), 'how:', '"how" lacks its text in "en"'],
  ['a citation of an unknown act', instead('"moon-act:2(1)"', '"mon-act:2(1)"'), '"mon-act:2(1)"', 'no act is called "mon-act" (did you mean "moon-act"?)'],
  ['a citation without a place', instead('"moon-act:2(1)"', '"moon-act"'), '"moon-act"', 'cite the place in moon-act: article and paragraph'],
  ['a control that nothing uses', more(CONTROL), 'control: moon.gloves', 'moon.gloves: is a control that nothing uses'],
  ['a fact that nothing uses', more(FACT), 'fact: moon.seen-there', 'moon.seen-there: is a fact that nothing uses'],
  ['a date that nothing uses', more(DATE), 'date: moon.ends', 'moon.ends: is a date that nothing uses'],
  ['a concept that nothing uses', more(ORBIT), 'concept: moon.in-orbit', 'moon.in-orbit: is a concept that nothing uses'],
  ['a date without a history', instead(MOON.slice(MOON.indexOf('history:'), MOON.indexOf('---\nconcept:')), 'history: []\n'), 'date: moon.applies', 'a date needs a history'],
  ['an outcome that no facts reach', more(PHASE), 'scale: moon.phase', 'no facts can reach the outcome "half"'],
  ['a concept that never holds', instead('eu-ai-act.ai-system ]', '{ moon.used-there: no } ]'), 'concept: moon.lunar-system', 'can never hold, whatever the facts'],
  ['a duty without its three cases', instead(CASES.split('\n')[2] ?? '?', ''), 'duty: moon.art-2.helmet', 'needs a case that expects missed'],
  ['a duty without any case', instead(CASES, ''), 'duty: moon.art-2.helmet', 'expects met and one that expects missed and one that expects not-applicable'],
  ['a twin of a duty', more(TWIN), 'duty: moon.art-3.helmet', 'asks the same of the same people at the same time as "moon.art-2.helmet"'],
  ['no YAML', instead('cases:\n', 'cases: [\n'), 'like: imaging-device-maker', 'not valid YAML'],
];

describe('the linter refuses, with the line and a way out,', () => {
  test.each(DEFECTS)('%s', (_, rules, line, said) => {
    const cwd = withRules(rules);
    const number = rules.split('\n').findIndex((found) => found.includes(line)) + 1;
    expect(number).toBeGreaterThan(0);
    const ran = checkWith(cwd);
    expect([ran.code, ran.out]).toEqual([2, '']);
    const words = ran.err.replaceAll(/\s+/g, ' ');
    expect(words).toContain(`${join('own', 'moon.yaml')}:${number}:`);
    expect(words).toContain(said);
    expect(words).not.toMatch(/\.yaml:\d+:\d+ .*rules\//);
  });

  test('a case that does not come out', () => {
    const rules = instead('moon.helmets: yes }, expect: met', 'moon.helmets: yes }, expect: missed').replace('moon.helmets: no }, expect: missed', 'moon.helmets: no }, expect: met');
    const ran = run(['rules', 'lint', 'own'], { cwd: withRules(rules) });
    expect(ran).toMatchObject({ code: 2, out: '' });
    const line = rules.split('\n').findIndex((found) => found.includes('moon.helmets: yes }')) + 1;
    expect(ran.err.replaceAll(/\s+/g, ' ')).toContain(`own/moon.yaml:${line}:5 case of moon.art-2.helmet: expected missed, came out as met`);
    expect(ran.err.replaceAll(/\s+/g, ' ')).toContain(`own/moon.yaml:${line + 1}:5 case of moon.art-2.helmet: expected met, came out as missed`);
  });
});
