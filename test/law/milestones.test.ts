import { describe, expect, test } from 'vitest';
import { lawOfDates } from '../../src/assessment/dates-of-law.ts';
import { timelineOf } from '../../src/assessment/timeline.ts';
import { LANGUAGES } from '../../src/law/law.ts';
import { modelAt } from '../../src/law/moment.ts';
import { realLaw } from './real.ts';

/** Every day that a reader of the three legal timetables looks for, and the date that stands for it. */
const AI_ACT = [
  ['2024-08-01', 'eu-ai-act.enters-into-force'],
  ['2024-11-02', 'eu-ai-act.rights-bodies-listed'],
  ['2025-02-02', 'eu-ai-act.prohibitions-apply'],
  ['2025-02-02', 'eu-ai-act.literacy-applies'],
  ['2025-08-02', 'eu-ai-act.gpai-applies'],
  ['2025-08-02', 'eu-ai-act.governance-applies'],
  ['2026-02-02', 'eu-ai-act.classification-guidelines-due'],
  ['2026-07-27', 'eu-ai-act.omnibus-in-force'],
  ['2026-08-02', 'eu-ai-act.general-application'],
  ['2026-08-02', 'eu-ai-act.transparency-applies'],
  ['2026-08-02', 'eu-ai-act.gpai-enforcement'],
  ['2026-08-02', 'eu-ai-act.supervision-applies'],
  ['2026-12-02', 'eu-ai-act.new-prohibitions-apply'],
  ['2026-12-02', 'eu-ai-act.marking-grace-ends'],
  ['2027-08-01', 'eu-ai-act.product-guidelines-due'],
  ['2027-08-02', 'eu-ai-act.gpai-legacy-deadline'],
  ['2027-08-02', 'eu-ai-act.sandboxes-due'],
  ['2027-08-02', 'eu-ai-act.limiting-acts-due'],
  ['2027-09-02', 'eu-ai-act.monitoring-template-due'],
  ['2027-12-02', 'eu-ai-act.annex-iii-applies'],
  ['2028-01-28', 'eu-ai-act.notified-bodies-apply'],
  ['2028-08-02', 'eu-ai-act.annex-i-applies'],
  ['2028-08-02', 'eu-ai-act.machinery-acts-due'],
  ['2028-08-02', 'eu-ai-act.first-review'],
  ['2029-08-02', 'eu-ai-act.evaluation-report'],
  ['2030-08-02', 'eu-ai-act.legacy-public-deadline'],
  ['2030-12-31', 'eu-ai-act.large-scale-systems-deadline'],
  ['2031-08-02', 'eu-ai-act.enforcement-report'],
] as const;

const DEVICES = [
  ['2024-05-26', 'eu-mdr.transition-conditions-apply'],
  ['2024-09-26', 'eu-mdr.transition-agreement'],
  ['2025-05-26', 'eu-ivdr.transition-conditions-apply'],
  ['2025-09-26', 'eu-ivdr.agreement-class-d'],
  ['2026-05-26', 'eu-ivdr.application-class-c'],
  ['2026-09-26', 'eu-ivdr.agreement-class-c'],
  ['2026-05-28', 'eu-mdr.registration-applies'],
  ['2026-11-28', 'eu-mdr.registration-existing-applies'],
  ['2027-02-27', 'eu-mdr.summaries-uploaded'],
  ['2027-05-26', 'eu-ivdr.application-class-b'],
  ['2027-09-26', 'eu-ivdr.agreement-class-b'],
  ['2027-05-28', 'eu-mdr.certificates-registered'],
  ['2027-12-31', 'eu-mdr.transition-ends-class-iii'],
  ['2027-12-31', 'eu-ivdr.transition-ends-class-d'],
  ['2028-12-31', 'eu-mdr.transition-ends'],
  ['2028-12-31', 'eu-ivdr.transition-ends-class-c'],
  ['2029-12-31', 'eu-ivdr.transition-ends-class-b'],
  ['2030-12-31', 'eu-ivdr.in-house-justification-applies'],
  ['2021-05-26', 'eu-mdr.applies'],
  ['2022-05-26', 'eu-ivdr.applies'],
  ['2025-01-10', 'eu-mdr.supply-notice-applies'],
] as const;

const DATA_AND_FRANCE = [
  ['2018-05-25', 'gdpr.applies'],
  ['2021-08-04', 'fr-health.l4001-3-applies'],
  ['2025-09-01', 'fr-health.has-certification-cycle'],
  ['2025-09-12', 'data-act.applies'],
  ['2026-05-16', 'fr-health.hds-v2-applies'],
  ['2026-05-24', 'fr-health.mr-2026-applies'],
  ['2026-09-11', 'cra.reporting-applies'],
  ['2026-09-12', 'data-act.access-by-design-applies'],
  ['2026-09-26', 'fr-health.hds-storage-applies'],
  ['2026-12-09', 'product-liability.applies'],
  ['2026-12-31', 'fr-sren.health-data-hub-moves'],
  ['2027-01-12', 'data-act.switching-charges-end'],
  ['2027-03-26', 'ehds.applies'],
  ['2027-12-11', 'cra.applies'],
  ['2029-03-26', 'ehds.first-categories-apply'],
  ['2031-03-26', 'ehds.second-categories-apply'],
  ['2025-03-26', 'ehds.enters-into-force'],
  ['2035-03-26', 'ehds.third-countries-take-part'],
] as const;

const ADJACENT = [
  ['2024-10-17', 'nis2.transposition-due'],
  ['2025-01-12', 'hta.applies'],
  ['2025-01-17', 'dora.applies'],
  ['2025-06-28', 'accessibility-act.applies'],
  ['2027-01-20', 'machinery.applies'],
] as const;

const ALL = [...AI_ACT, ...DEVICES, ...DATA_AND_FRANCE, ...ADJACENT];
const ON = '2026-11-22';

const at = (asOf: string, language: 'en' | 'fr' = 'en') => {
  const loaded = realLaw(language);
  return { loaded, asOf, model: modelAt(loaded.law, { asOf, proposals: [] }, loaded.variables) };
};
const dates = lawOfDates(at(ON));

describe('every day of the timetables', () => {
  test.each(ALL)('%s is told once, as %s, with its source', (day, id) => {
    const found = dates.filter((date) => date.id === id);
    expect(found.map(({ date }) => date)).toEqual([day]);
    const acts = new Set(realLaw().law.acts.map((act) => act.id));
    expect(found[0]?.source.length).toBeGreaterThan(0);
    for (const citation of found[0]?.source ?? []) expect(acts.has(citation.split(':')[0] ?? '')).toBe(true);
  });

  test('stands in the table once, and no two dates say the same of one day', () => {
    expect(new Set(ALL.map(([, id]) => id)).size).toBe(ALL.length);
    for (const language of LANGUAGES) {
      const told = lawOfDates(at(ON, language)).map(({ date, title }) => `${date} ${title}`);
      expect(new Set(told).size).toBe(told.length);
    }
  });

  test('is shown in order, and says whom it binds where no duty rests on it', () => {
    const { days } = timelineOf(at(ON), ON, '');
    const shown = days.flatMap(({ date, dates: own }) => own.map(({ id }) => `${date} ${id}`));
    expect(shown.filter((one) => ALL.some(([day, id]) => one === `${day} ${id}`))).toHaveLength(ALL.length);
    const order = days.map(({ date }) => date);
    expect(order).toEqual([...new Set(order)].sort());
    for (const { binds, duties, id } of dates.filter(({ duties: own }) => own.length === 0))
      expect([id, binds !== null || usedInConditions(id), duties]).toEqual([id, true, []]);
  });
});

/** A date that conditions are held against needs nobody to bind. */
function usedInConditions(id: string): boolean {
  return JSON.stringify(realLaw().law).includes(`"day":"${id}"`);
}

describe('the law as it stood', () => {
  test.each([
    ['2024-07-31', 'eu-ai-act.annex-iii-applies', undefined],
    ['2026-07-26', 'eu-ai-act.annex-iii-applies', '2026-08-02'],
    ['2026-07-27', 'eu-ai-act.annex-iii-applies', '2027-12-02'],
    ['2026-07-26', 'eu-ai-act.new-prohibitions-apply', undefined],
    ['2026-07-27', 'eu-ai-act.new-prohibitions-apply', '2026-12-02'],
    ['2023-03-19', 'eu-mdr.transition-ends', '2024-05-26'],
    ['2023-03-20', 'eu-mdr.transition-ends', '2028-12-31'],
  ])('on %s gives %s the day %s', (asOf, id, day) => {
    expect(lawOfDates(at(asOf)).find((date) => date.id === id)?.date).toBe(day);
  });

  test('tells what a day was before, and up to which day of the law', () => {
    const annexI = dates.find(({ id }) => id === 'eu-ai-act.annex-i-applies');
    expect(annexI?.history).toEqual([{ date: '2027-08-02', until: '2026-07-26', source: ['ai-act:113(c)'] }]);
    expect(lawOfDates(at('2026-07-26')).find(({ id }) => id === annexI?.id)?.history).toEqual([]);
  });
});
