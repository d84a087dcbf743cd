import { describe, expect, test } from 'vitest';
import type { AssessedDuty, Assessment } from '../../src/assessment/contract.ts';
import { BOUGHT, check, DEVICE, describeSystem } from '../cases/describe.ts';

/** What is due today of the maker of a device, in place. */
const IN_PLACE = { 'ai-literacy.training': 'yes', 'explanation.for-users': 'yes' };
const duty = (report: Assessment, id: string): AssessedDuty | undefined =>
  report.duties.find((found) => found.id === id);

describe('an accepted gap', () => {
  const FR = 'fr.csp-l4001-3.explainability';
  const accepted = (since: string, until: string, control = 'no') =>
    check(
      `${describeSystem(DEVICE, { ...IN_PLACE, 'explanation.for-users': control })}accepted-gaps:\n  - { duty: ${FR}, because: New text in spring, by: Head of QA, since: ${since}, until: ${until} }\n`,
    );

  test('counts while it lasts, its first and last day included, and the duty is still said to apply', () => {
    for (const [since, until] of [
      ['2026-11-01', '2027-01-31'],
      ['2026-11-22', '2026-11-22'],
    ] as const) {
      const report = accepted(since, until);
      expect(report).toMatchObject({
        exit: 0,
        verdict: { value: 'ready', counts: { accepted: 1 } },
        acceptedGaps: [{ state: 'valid', by: 'Head of QA' }],
      });
      expect(duty(report, FR)).toMatchObject({ applies: 'yes', status: 'accepted', inForce: 'yes' });
    }
  });

  test('does not count before it begins', () => {
    expect(accepted('2026-11-23', '2027-01-31')).toMatchObject({
      exit: 1,
      verdict: { because: ['duties-missing'] },
      acceptedGaps: [{ state: 'not-yet' }],
    });
  });

  test('makes the system not ready once past its end', () => {
    expect(accepted('2026-01-01', '2026-11-21')).toMatchObject({
      exit: 1,
      verdict: { because: ['acceptance-expired', 'duties-missing'] },
      acceptedGaps: [{ state: 'expired' }],
    });
  });

  test('that ends within 30 days is warned of, in the verdict too', () => {
    const warned = (until: string) => {
      const { exit, acceptedGaps, verdict } = accepted('2026-11-01', until);
      return [exit, acceptedGaps[0]?.state, acceptedGaps[0]?.ending, verdict.warnings];
    };
    expect(warned('2027-03-01')).toEqual([0, 'valid', false, []]);
    expect(warned('2026-12-23')).toEqual([0, 'valid', false, ['lapses-soon']]);
    expect(warned('2026-12-22')).toEqual([0, 'valid', true, ['lapses-soon', 'acceptance-ending']]);
    expect(warned('2026-11-22')).toEqual([0, 'valid', true, ['lapses-soon', 'acceptance-ending']]);
  });

  test('where nothing is missing is told, and fails where strictness is asked for', () => {
    const strict = check(
      `${describeSystem(DEVICE, IN_PLACE)}accepted-gaps:\n  - { duty: ${FR}, because: New text, by: QA, since: 2026-11-01, until: 2027-01-31 }\n`,
      '--strict',
    );
    expect(strict).toMatchObject({ exit: 1, verdict: { because: ['acceptance-unused'] } });
  });

  test('where nothing is missing is told and harms nothing', () => {
    expect(accepted('2026-11-01', '2027-01-31', 'yes')).toMatchObject({ exit: 0, acceptedGaps: [{ state: 'unused' }] });
    expect(accepted('2026-01-01', '2026-11-21', 'yes')).toMatchObject({ exit: 0, acceptedGaps: [{ state: 'unused' }] });
  });
});

describe('a control', () => {
  const literacy = (control: string, ...args: string[]) => {
    const report = check(describeSystem(BOUGHT, { 'ai-literacy.training': control }), ...args);
    const found = duty(report, 'eu-ai-act.art-4.literacy');
    return [found?.status, found?.controls[0]?.status, found?.controls[0]?.fault];
  };

  test('whose review is overdue counts as missing', () => {
    expect(literacy('{ status: yes, reviewed: 2025-11-22 }')).toEqual(['in-place', 'in-place', null]);
    expect(literacy('{ status: yes, reviewed: 2025-11-21 }')).toEqual(['missing', 'missing', 'review-overdue']);
    expect(literacy('{ status: yes, reviewed: 2025-11 }')).toEqual(['in-place', 'in-place', null]);
    expect(literacy('{ status: yes, reviewed: 2025-10 }')).toEqual(['missing', 'missing', 'review-overdue']);
    expect(literacy('yes')).toEqual(['in-place', 'in-place', null]);
  });

  test('planned for a day that has passed counts as missing', () => {
    expect(literacy('{ status: planned, by: 2026-11-21 }')).toEqual(['missing', 'missing', 'plan-overdue']);
    expect(literacy('{ status: planned, by: 2026-11-22 }')).toEqual(['missing', 'planned', null]);
  });

  test('planned for after the duty is due leaves the duty missing', () => {
    expect(literacy('{ status: planned, by: 2026-12 }')).toEqual(['missing', 'planned', null]);
    const override = (by: string) =>
      duty(
        check(describeSystem(DEVICE, { 'human-oversight.override': `{ status: planned, by: ${by} }` })),
        'eu-ai-act.art-14.override',
      )?.status;
    expect([override('2028-08-02'), override('2028-08-03'), override('2028'), override('2028-07')]).toEqual([
      'planned',
      'missing',
      'missing',
      'planned',
    ]);
  });

  test('in place for one of two makes the duty partly met', () => {
    const status = (a: string, b: string) =>
      duty(
        check(describeSystem(DEVICE, { 'security.measures': a, 'security.ai-threats': b })),
        'eu-ai-act.art-15.cybersecurity',
      )?.status;
    expect([
      status('yes', 'yes'),
      status('yes', 'no'),
      status('no', 'no'),
      status('yes', 'unknown'),
      status('unknown', 'no'),
    ]).toEqual(['in-place', 'partial', 'missing', 'unanswered', 'missing']);
  });
});
