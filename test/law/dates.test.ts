import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/law/law.ts';
import { realLaw } from './real.ts';

/** Every day of the AI Act: as adopted in 2024, and as amended on 27 July 2026; null where the text does not name it yet. */
const DATES: Readonly<Record<string, readonly [adopted: string | null, amended: string]>> = {
  'enters-into-force': ['2024-08-01', '2024-08-01'],
  'rights-bodies-listed': ['2024-11-02', '2024-11-02'],
  'prohibitions-apply': ['2025-02-02', '2025-02-02'],
  'literacy-applies': ['2025-02-02', '2025-02-02'],
  'gpai-applies': ['2025-08-02', '2025-08-02'],
  'governance-applies': ['2025-08-02', '2025-08-02'],
  'classification-guidelines-due': ['2026-02-02', '2026-02-02'],
  'monitoring-template-due': ['2026-02-02', '2027-09-02'],
  'omnibus-in-force': [null, '2026-07-27'],
  'general-application': ['2026-08-02', '2026-08-02'],
  'transparency-applies': ['2026-08-02', '2026-08-02'],
  'gpai-enforcement': ['2026-08-02', '2026-08-02'],
  'supervision-applies': ['2026-08-02', '2026-08-02'],
  'sandboxes-due': ['2026-08-02', '2027-08-02'],
  'annex-iii-applies': ['2026-08-02', '2027-12-02'],
  'new-prohibitions-apply': [null, '2026-12-02'],
  'marking-grace-ends': [null, '2026-12-02'],
  'product-guidelines-due': [null, '2027-08-01'],
  'limiting-acts-due': [null, '2027-08-02'],
  'gpai-legacy-deadline': ['2027-08-02', '2027-08-02'],
  'annex-i-applies': ['2027-08-02', '2028-08-02'],
  'notified-bodies-apply': [null, '2028-01-28'],
  'machinery-acts-due': [null, '2028-08-02'],
  'first-review': ['2028-08-02', '2028-08-02'],
  'evaluation-report': ['2029-08-02', '2029-08-02'],
  'legacy-public-deadline': ['2030-08-02', '2030-08-02'],
  'large-scale-systems-deadline': ['2030-12-31', '2030-12-31'],
  'enforcement-report': ['2031-08-02', '2031-08-02'],
};

const { law } = realLaw();
const dates = law.dates.filter(({ id }) => id.startsWith('eu-ai-act.'));

test('each day stands in the text of the law that named it', () => {
  const found = dates.map(({ id, history }) => {
    const [adopted, amended] = ['2026-07-26', '2026-07-27'].map(
      (day) => history.findLast(({ lawFrom }) => lawFrom <= day)?.on ?? null,
    );
    return [id.replace('eu-ai-act.', ''), [adopted, amended]];
  });
  expect(Object.fromEntries(found)).toEqual(DATES);
});

test('a day on which no rule rests says whom it binds, in both languages', () => {
  const milestones = dates.filter(({ isMilestone }) => isMilestone);
  expect(milestones).toHaveLength(16);
  for (const { id } of milestones)
    for (const language of LANGUAGES) expect(realLaw(language).texts[id]?.binds, id).toMatch(/\S/);
});
