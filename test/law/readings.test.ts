import { describe, expect, test } from 'vitest';
import { assess, DEFAULT_POLICY } from '../../src/assessment/assess.ts';
import { type Assessment, type Contested, REPORTED } from '../../src/assessment/contract.ts';
import { readDescription } from '../../src/description/read.ts';
import { reachedBy } from '../../src/law/rival.ts';
import { Source } from '../../src/yaml/source.ts';
import { BOUGHT, DEVICE, describeSystem, type Facts, NEUTRAL } from '../cases/describe.ts';
import { EARLIER, GENERATOR, REGISTER, REGISTERED, type Reading } from './readings.ts';
import { OF_DUTIES } from './readings-of-duties.ts';
import { OF_USES } from './readings-of-uses.ts';
import { realLaw } from './real.ts';

const READINGS = [...REGISTERED, ...OF_DUTIES, ...OF_USES];
const AS_OF = '2026-11-22';

function reportOn(system: Facts, proposal?: string): Assessment {
  const { description, problems } = readDescription(new Source('system.yaml', describeSystem(system)), realLaw().law);
  if (description === undefined) throw new Error(JSON.stringify(problems));
  const policy = { ...DEFAULT_POLICY, proposals: proposal === undefined ? [] : [proposal] };
  const evidence = new Map();
  return assess(description, realLaw(), { toolVersion: '0', asOf: AS_OF, horizon: AS_OF, evidence, policy });
}

const dutyOf = (report: Assessment, id: string) => report.duties.find((duty) => duty.id === id);
const isDay = (result: string) => result === 'never' || /^\d/.test(result);

/** Where a report says what a reading makes of it: its value, what a rival calls that value, and the doubts beside it. */
function placeOf(report: Assessment, { at, used }: Reading) {
  const { aiAct } = report.classification;
  if (at === 'level') {
    const [value, of] = isDay(used) ? [aiAct.from?.value, REPORTED.regime] : [aiAct.value, REPORTED.level];
    return { value, of, contested: aiAct.contested };
  }
  const duty = dutyOf(report, at);
  const [value, of] = isDay(used) ? [duty?.due.value, 'due'] : [duty?.applies, 'applies'];
  return { value, of, contested: duty?.contested ?? [] };
}

/** The rival in the report that makes of the value what the reading says. */
function rivalOf({ rule, source, would }: Reading, of: string, contested: readonly Contested[]): Contested | undefined {
  return contested
    .filter((found) => found.rule === rule && found.source.includes(source))
    .find(({ would: changes }) =>
      would === undefined
        ? changes.length === 0
        : changes.some((change) => change.of === of && change.possible.join() === would),
    );
}

test.each(READINGS)('$doubt: $at is $used, and would be $would in the rival reading of $rule', (reading) => {
  const { value, of, contested } = placeOf(reportOn(reading.system, reading.proposal), reading);
  expect(value).toBe(reading.used);
  expect(rivalOf(reading, of, contested), JSON.stringify(contested, null, 1)).toBeDefined();
});

/** Rows of the register on which nothing stands against the reading used, and what they come to here. */
const WITHOUT_RIVAL: Record<string, string> = {
  U7: 'the status of a document: it is cited as a draft',
  U9: 'nobody reads it otherwise: no device is listed in the database',
  U12: 'what could not be found is said where it is needed',
  U14: 'not told: no duty hangs on the day',
  U15: 'not told: no duty hangs on the number',
  U16: 'a definition that two sources agree on: the question states it',
  U18: 'a bill: no authority is named',
  U19: 'concerns other products than devices',
  U20: 'a proposal: it counts only when asked for',
  g: 'the text is clear',
};

test('every row of the register is settled by a reading, or has none against it', () => {
  const settled = [...READINGS.flatMap(({ settles }) => settles), ...Object.keys(WITHOUT_RIVAL)];
  expect([...new Set(settled)].sort()).toEqual(Object.keys(REGISTER).sort());
});

test('every contested reading that the level or its day rests on has a row', () => {
  const { law, reach, texts } = realLaw();
  const bearing = [...law.concepts, ...law.scales].filter(
    ({ id }) =>
      id.startsWith('eu-ai-act.') &&
      [REPORTED.level, REPORTED.regime].some((result) => reachedBy(id, law, reach).has(result)),
  );
  const written = bearing.flatMap(({ id }) =>
    Object.entries(texts[id] ?? {}).flatMap(([key, words]) =>
      key.startsWith('contested.') ? [`${id}: ${words}`] : [],
    ),
  );
  const walked = new Set(
    READINGS.flatMap((reading) => {
      const { of, contested } = placeOf(reportOn(reading.system, reading.proposal), reading);
      const rival = rivalOf(reading, of, contested);
      return rival ? [`${rival.rule}: ${rival.reading}`] : [];
    }),
  );
  expect(written.filter((words) => !walked.has(words))).toEqual([]);
});

describe('where nothing stands against the reading used', () => {
  const words = (['en', 'fr'] as const).flatMap((language) =>
    Object.entries(realLaw(language).texts).flatMap(([id, texts]) =>
      Object.values(texts).map((text) => ({ language, id, text })),
    ),
  );
  const saying = (pattern: RegExp, under = '') =>
    words.filter(({ id, text }) => id.startsWith(under) && pattern.test(text)).map(({ id, text }) => `${id}: ${text}`);

  test('U7 the guidelines on Article 6 are told as a draft', () => {
    expect(reportOn(DEVICE).law.acts['art6-draft-guidelines']).toMatchObject({ force: 'draft' });
  });

  test('U9 a device that is no listed use is not looked up in the database', () => {
    expect(dutyOf(reportOn(BOUGHT), 'eu-ai-act.art-26.registered-only')).toMatchObject({
      applies: 'no',
      contested: [],
    });
  });

  test.each([
    ['fundamental-rights.notification', /whether the template has been published/, /que le modèle est publié/],
    ['registration.provider', /that the database is open/, /que la base est ouverte/],
    ['technical-documentation.file', /once it is published/, /une fois publié/],
  ])('U12 %s does not take for granted what was not found', (control, english, french) => {
    expect(realLaw('en').texts[control]?.how).toMatch(english);
    expect(realLaw('fr').texts[control]?.how).toMatch(french);
  });

  test('U14, U15 the code on marking is given neither a day nor a number of signatories', () => {
    expect(saying(/\b[89] (July|juillet) 2026/)).toEqual([]);
    expect(saying(/\d (signator|signataire)/i)).toEqual([]);
  });

  test('U16 the question on size states the thresholds of a small mid-cap', () => {
    const help = ({ language }: { language: 'en' | 'fr' }) => realLaw(language).texts['operator.size']?.help;
    expect(help({ language: 'en' })).toMatch(/fewer than 750 staff .*€150 million turnover or €129 million/);
    expect(help({ language: 'fr' })).toMatch(/moins de 750 personnes .*150 M€ .*129 M€/);
    expect(saying(/1[,.\s]?500 (staff|person)/)).toEqual([]);
  });

  test('U18 no French authority is named for the AI Act', () => {
    expect(saying(/\b(ACPR|DGCCRF|Arcom|ANSSI)\b/)).toEqual([]);
    expect(saying(/\b(ANSM|CNIL)\b/, 'eu-ai-act.')).toEqual([]);
  });

  test('U19 the draft on modules is cited for other products, and never for a device', () => {
    const modules = /^art6-draft-guidelines:5[78]$/;
    const cited = (system: Facts) =>
      JSON.stringify(reportOn(system).classification.aiAct).includes('art6-draft-guidelines:57');
    const lift = { ...NEUTRAL, 'product.kind': 'section-a', 'product.assessment': 'third-party' };
    expect(cited(lift)).toBe(true);
    expect(cited(DEVICE)).toBe(false);
    expect(
      realLaw().law.concepts.filter(
        ({ id, source }) => id.startsWith('devices.') && source.some((at) => modules.test(at)),
      ),
    ).toEqual([]);
  });

  test('U20 the proposal changes nothing before it is asked for', () => {
    const device = { ...DEVICE, 'purpose.significance': 'drives', 'purpose.situation': 'critical' };
    expect(reportOn(device).law.acts['com-2025-1023']).toMatchObject({ force: 'draft' });
    expect(reportOn(device).classification.aiAct.value).toBe('high-risk');
    expect(reportOn(device, 'com-2025-1023').classification.aiAct.value).toBe('out-of-scope');
  });

  test('trap (d) an earlier system of a public authority has until 2 August 2030', () => {
    const ofHospital = { ...DEVICE, ...EARLIER, 'deployment.by': '[public-hospital]' };
    expect(reportOn(ofHospital).classification.aiAct.from?.value).toBe('2030-08-02');
  });

  test('trap (f) the extra time is for marking alone, and for what was on the market before 2 August 2026', () => {
    const talking = { ...GENERATOR, ...EARLIER, 'people.interacts-directly': 'yes', 'people.obviously-ai': 'no' };
    const due = (placed: string, duty: string) =>
      dutyOf(reportOn({ ...talking, 'market.placed-on': placed }), `eu-ai-act.art-50.${duty}`)?.due.value;
    expect(due('2026-08-01', 'marking')).toBe('2026-12-02');
    expect(due('2026-08-02', 'marking')).toBe('2026-08-02');
    expect(due('2026-08-01', 'ai-disclosure')).toBe('2026-08-02');
  });

  test('trap (g) a model placed before 2 August 2025 has until 2 August 2027, a later one none', () => {
    const model = { ...NEUTRAL, ...EARLIER, 'ai.general-purpose-model': 'provides', 'ai.systemic-risk': 'no' };
    const due = (placed: string) =>
      dutyOf(reportOn({ ...model, 'market.placed-on': placed }), 'eu-ai-act.art-53.documentation')?.due.value;
    expect(due('2025-08-01')).toBe('2027-08-02');
    expect(due('2025-08-02')).toBe('2025-08-02');
  });
});
