import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import { explain, idsOf } from '../../src/assessment/explain.ts';
import type { Explanation } from '../../src/assessment/explanation.ts';
import { modelAt } from '../../src/law/moment.ts';
import { explanationPage } from '../../src/report/explain.ts';
import { displayWidth } from '../../src/report/layout.ts';
import { markdownPage, terminalPage } from '../../src/report/page.ts';
import { DEVICE, describeSystem } from '../cases/describe.ts';
import { ROOT, realLaw } from '../law/real.ts';
import { folderWith } from './folder.ts';
import { ACTING } from './refused.ts';
import { run } from './run.ts';

const MAMMO = `${ROOT}examples/imaging/therapixel-mammoscreen.yaml`;
const ON = ['--as-of', '2026-11-22'];
const words = (...args: string[]) => run(['explain', ...args, ...ON]).out.replaceAll(/\s+/g, ' ');
const json = (...args: string[]) => JSON.parse(run(['explain', ...args, ...ON, '--format', 'json']).out) as Explanation;
const wide = (text: string) => text.split('\n').filter((line) => displayWidth(line) > 80);

/** One of each kind: what is asked, and what must be told of it in English and in French. */
const KINDS: readonly (readonly [kind: string, id: string, en: readonly string[], fr: readonly string[]])[] = [
  [
    'duty',
    'eu-ai-act.art-14.override',
    [
      'Let the overseer disregard, override or reverse an output',
      'Who is bound Provider eu-ai-act.role.provider',
      'Applies when High-risk AI system eu-ai-act.high-risk',
      '2 Dec 2027: High-risk rules for Annex III AI Act Art. 113(c)(i)',
      'never: Already on the market, design unchanged',
      'otherwise',
      'before placing on the market',
      'Shown by: ',
      'How: ',
      'Penalty Up to €15 million or 3%',
      'The lower of the two amounts where: AI Act Art. 99(6) Size: Micro-enterprise',
      'Sources AI Act Art. 14(4)(d)',
      'binding text · checked on',
      'http://data.europa.eu/eli/reg/2024/1689/oj',
    ],
    [
      'Qui est tenu Fournisseur',
      "S'applique si",
      'À partir de quand',
      '2 décembre 2027',
      'sinon',
      'texte contraignant',
    ],
  ],
  [
    'control',
    'human-oversight.override',
    ['Question Can the user', 'Shown by: ', 'duty eu-ai-act.art-14.override'],
    ['Montré par : ', 'Ce qui en dépend ('],
  ],
  [
    'fact',
    'market.stage',
    ['How far is the system?', 'one of these In development development', 'concept eu-ai-act.legacy-annex-i'],
    ['fait · market.stage', "l'un de ceux-ci En développement development"],
  ],
  [
    'concept',
    'eu-ai-act.high-risk-route.annex-i',
    ['Holds when ', 'What rests on it (', 'Sources AI Act Art. 6(1)'],
    ['Rempli si ', 'notion · eu-ai-act.high-risk-route.annex-i'],
  ],
  [
    'scale',
    'eu-ai-act.level',
    ['Outcomes: the first that holds', 'not-an-ai-system', 'otherwise'],
    ['Résultats : le premier rempli', 'sinon'],
  ],
  [
    'outcome',
    'eu-ai-act.level=high-risk',
    ['High-risk outcome · eu-ai-act.level=high-risk', 'Comes out when', 'unless one of these comes first: '],
    ['Retenu si', "sauf si l'un de ceux-ci l'emporte : "],
  ],
  [
    'date',
    'eu-ai-act.annex-iii-applies',
    ['2 Dec 2027, in 375 days', 'Was 2 Aug 2026 until 26 Jul 2026', 'What rests on it ('],
    ['2 décembre 2027, dans 375 jours', "Fixée au 2 août 2026 jusqu'au 26 juillet 2026"],
  ],
  [
    'act',
    'csp',
    ['act · csp · binding text', 'Duties (', 'checked on'],
    ['texte · csp · texte contraignant', 'Obligations ('],
  ],
  ['penalty', 'ai-act.tier-2', ['Up to €15 million or 3%', 'What rests on it ('], ["Jusqu'à 15 M€ ou 3 %"]],
  [
    'change',
    'eu-ai-act.substantial-modification',
    [
      'Applies when all of: High-risk AI system',
      'What points to it',
      'by the cited text · AI Act Art. 3(23) · AI Act Art. 3(12) takes in more: Medical purpose, ',
      'no longer in place: Automatic event logs, ',
      'now holds: Changes made to a system of someone else: ',
      'What no description shows No description shows retraining',
      'What does not count',
      'What it leads to Once Article 43 applies',
      'Contested',
    ],
    [
      'modification · eu-ai-act.substantial-modification',
      "Ce qui l'indique",
      'indice · RIA, art. 3',
      'Ce qui en découle',
    ],
  ],
  [
    'event',
    'placing',
    ['Has happened when Stage: Placed on the market', 'Planned placing market.planned-placing'],
    ['A eu lieu si'],
  ],
];

describe('an entry of the law in plain words', () => {
  test.each(KINDS)('%s: %s', (kind, id, en, fr) => {
    const { code, err, out } = run(['explain', id, ...ON]);
    expect([code, err, wide(out)]).toEqual([0, '', []]);
    for (const told of en) expect(words(id)).toContain(told);
    const french = words(id, '--lang', 'fr').replaceAll('\u00a0', ' ');
    for (const told of fr) expect(french).toContain(told);
    expect(json(id).entry).toMatchObject({ kind, id });
  });

  test('has its text in time, its doubts with their source, and proposals marked as no law', () => {
    expect(words('eu-ai-act.annex-iii-applies')).toContain('Was');
    expect(words('eu-ai-act.high-risk-regime')).toMatch(/Contested .* MDCG 2025-6 Q27/);
    expect(words('eu-mdr.rule-11.proposed-iii')).toContain('No law yet: COM(2025) 1023 is a proposal');
    expect(words('eu-ivdr.legacy-claimed')).toContain('text from 28 Jan 2022:');
  });

  test('is that of the day asked about', () => {
    const then = run(['explain', 'eu-ai-act.annex-iii-applies', '--as-of', '2026-07-26']).out;
    expect(then).toContain('2 Aug 2026, in 7 days');
    expect(then).not.toContain('2 Dec 2027');
  });

  test('comes as Markdown, and the same every time', () => {
    const told = () => run(['explain', 'eu-ai-act.art-14.override', ...ON, '--format', 'markdown']).out;
    expect(told()).toContain('### Who is bound\n\n- Provider · eu-ai-act.role.provider\n');
    expect(told()).toBe(told());
  });
});

describe('every entry of the law', () => {
  const asOf = '2026-11-22';

  test.each(['en', 'fr'] as const)(
    'can be explained in %s, in 80 columns',
    (language) => {
      const loaded = realLaw(language);
      const at = { loaded, asOf, model: modelAt(loaded.law, { asOf, proposals: [] }, loaded.variables) };
      const ids = idsOf(loaded);
      expect(ids.length).toBeGreaterThan(600);
      for (const id of ids) {
        const explanation = explain(id, at, '');
        if (explanation === undefined) throw new Error(`${id} is not explained`);
        const page = explanationPage(explanation, true);
        const shown = terminalPage(page, { width: 80, colour: new Chalk({ level: 0 }) });
        expect([id, wide(shown)]).toEqual([id, []]);
        expect([id, /undefined|\[object|\n\n\n/.exec(shown + markdownPage(page))]).toEqual([id, null]);
      }
    },
    120_000,
  );
});

describe('a place of an act', () => {
  test('gives all that rests on it or below it', () => {
    const { cited, entry } = json('ai-act:14');
    expect(entry).toBeNull();
    expect(cited?.entries.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['eu-ai-act.art-14.override', 'eu-ai-act.art-14.stop']),
    );
    expect(cited?.entries.flatMap(({ source }) => source).every((one) => /^ai-act:14(\(|$)/.test(one))).toBe(true);
    expect(words('csp:L4001-3')).toContain('CSP L.4001-3 III · duty fr.csp-l4001-3.explainability');
    expect(words('csp:L4001-3', '--lang', 'fr')).toContain('Ce qui repose sur CSP, art. L. 4001-3');
  });

  test('on which one entry rests explains that one', () => {
    const found = json('ai-act:14(4)(e)');
    expect(found.cited?.entries).toHaveLength(1);
    expect(found.entry?.id).toBe(found.cited?.entries[0]?.id);
  });

  test('on which nothing rests gives what rests on the place above, and says so', () => {
    expect(words('ai-act:14(4)(z)')).toContain(
      'nothing rests on AI Act Art. 14(4)(z) itself; this rests on AI Act Art. 14(4)',
    );
  });
});

describe('for a system', () => {
  test('a duty: whether it applies, from when, its controls, why, and what would change it', () => {
    const told = words('eu-ai-act.art-14.override', MAMMO);
    expect(told).toContain('For Mammography reading aid 4.2 applies · from 2 Aug 2028 (in 619 days) · in place');
    expect(told).toMatch(/Its controls .*: in place human-oversight\.override · therapixel-mammoscreen\.yaml:\d+/);
    expect(told).toMatch(/Because ✔ Provider .* operator\.roles: \[provider\] therapixel-mammoscreen\.yaml:\d+/);
    expect(told).toMatch(/What would change it .*For individual patients: no → does not apply/);
    expect(told).toContain('Applies when ✔ High-risk AI system');
    expect(words('eu-ai-act.art-26.use-as-instructed', MAMMO, '--lang', 'fr')).not.toContain('undefined');
  });

  test('a duty that does not apply: why not', () => {
    const told = words('eu-ivdr.art-110.transition-conditions', MAMMO);
    expect(told).toMatch(/does not apply .*Why not/);
    expect(told).not.toContain('Its controls');
  });

  test('what is open: the questions, and the answers that would settle it', () => {
    const cwd = folderWith({ 'open.yaml': describeSystem({ ...DEVICE, 'purpose.likely-harm': 'unknown' }) });
    const { out } = run(['explain', 'devices.class', 'open.yaml', ...ON], { cwd });
    const told = out.replaceAll(/\s+/g, ' ');
    expect(told).toMatch(/Possible: class .* or class/);
    expect(told).toMatch(/Open questions \(\d+\) .*purpose\.likely-harm/);
    expect(told).toMatch(/What would settle it .*Likely harm.* → class/);
    expect(told).not.toContain('Because');
  });

  test('answers are changed one at a time, and each change is true', () => {
    const entry = json('devices.class', MAMMO).entry;
    const changes = entry?.kind === 'scale' ? (entry.standing?.changes ?? []) : [];
    expect(changes.length).toBeGreaterThan(5);
    for (const { fact, answer, list, gives } of changes.filter((change) => change.list === null)) {
      const changed = json('devices.class', MAMMO, '--set', `${fact.id}=${answer.id}`).entry;
      const found = changed?.kind === 'scale' ? changed.standing?.possible.map(({ id }) => id) : [];
      expect([fact.id, answer.id, list, [...(found ?? [])].sort()]).toEqual([
        fact.id,
        answer.id,
        null,
        gives.map(({ id }) => id).sort(),
      ]);
    }
  }, 120_000);

  test('a fact: the answer with its place, and whether another could still matter', () => {
    expect(words('market.stage', MAMMO)).toMatch(/Answered: on-market therapixel-mammoscreen\.yaml:\d+ Another answer/);
  });

  test('cannot act on a terminal', () => {
    const text = describeSystem(DEVICE).replace(/"name":".*?"/, '"name":"Evil\\u001b[31m\\u202e"');
    const cwd = folderWith({ 'evil.yaml': text });
    for (const format of ['terminal', 'markdown', 'json'])
      expect(run(['explain', 'devices.class', 'evil.yaml', ...ON, '--format', format], { cwd }).out).not.toMatch(
        ACTING,
      );
  });

  test('of a bad file is refused as a check refuses it', () => {
    const cwd = folderWith({ 'bad.yaml': 'aiact-check: "1.0"\nsystem: { name: X }\nmarket: { stge: development }\n' });
    const explained = run(['explain', 'devices.class', 'bad.yaml'], { cwd });
    expect(explained).toEqual({ code: 2, out: '', err: run(['bad.yaml'], { cwd }).err });
  });
});

describe('an unknown name', () => {
  test.each([
    ['eu-ai-act.art-14.overide', 'Did you mean eu-ai-act.art-14.override?'],
    ['eu-ai-act.level=hi-risk', 'Did you mean eu-ai-act.level=high-risk?'],
    ['override', 'human-oversight.override'],
    ['ai-act:200', 'nothing in the law rests on ai-act:200.'],
    ['xyzzyqq', 'aiact-check rules list names all ids.'],
  ])('%s exits 2 and names the nearest', (id, remedy) => {
    const ran = run(['explain', id]);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(remedy);
  });

  test('is refused in French, and echoed without acting on the terminal', () => {
    expect(run(['explain', 'overide', '--lang', 'fr']).err).toContain('rien dans le droit ne porte le nom overide');
    const ran = run(['explain', '\u001b[31mx\u202e']);
    expect(ran.code).toBe(2);
    expect(ran.err).not.toMatch(ACTING);
    expect(run(['explain'])).toMatchObject({ code: 2, out: '' });
  });
});
