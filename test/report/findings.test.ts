import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../src/assessment/assess.ts';
import {
  type AssessedDuty,
  type AssessedGap,
  type Assessment,
  type Claim,
  type Policy,
  REPORTED,
  type VerdictReason,
} from '../../src/assessment/contract.ts';
import { effectOf, verdictOf } from '../../src/assessment/verdict.ts';
import type { Finding } from '../../src/report/finding.ts';
import { findingsOf } from '../../src/report/findings.ts';
import { assessment, control, duty, inForce, on } from './fixture.ts';
import { assessedExample, assessedText, EXAMPLES } from './systems.ts';

const LOCATION = { line: 40, column: 5, endColumn: 20 };

function gap(changes: Partial<AssessedGap> = {}): AssessedGap {
  return {
    duty: 'gdpr.art-35.impact-assessment',
    because: 'Being written',
    by: 'Board',
    since: '2026-10-01',
    until: '2027-03-01',
    state: 'valid',
    ending: false,
    location: LOCATION,
    ...changes,
  };
}

function claim(finding: Claim['finding']): Claim {
  return {
    fact: 'claims.level',
    title: 'Claimed level',
    claimed: 'minimal',
    possible: ['high-risk'],
    claimedName: 'minimal',
    possibleNames: ['high-risk'],
    finding,
    location: LOCATION,
  };
}

function level(value: string | null, possible: readonly string[]): Pick<Assessment, 'classification'> {
  const { classification } = assessment();
  return {
    classification: { ...classification, aiAct: { ...classification.aiAct, value, possible, names: possible } },
  };
}

const ruleAndSeverity = (report: Assessment) =>
  findingsOf(report).map(
    ({ rule, severity, suppression }) => `${suppression === null ? severity : 'suppressed'} ${rule}`,
  );

describe('a duty', () => {
  test('that is missing in force is an error: what, since when, by which article, which control, where', () => {
    const [found] = findingsOf(assessment({ duties: [inForce()] }));
    expect(found).toMatchObject({
      rule: 'gdpr.art-35.impact-assessment',
      severity: 'error',
      title: 'Data protection impact assessment',
      message: 'Missing, in force since 25 May 2018 (GDPR Art. 35(3)(b)). Not in place: human-oversight.override.',
      toDo: ['Give every output a way to be set aside and record it.'],
      source: 'GDPR Art. 35(3)(b)',
      url: 'https://example.org/',
      location: { line: 31, column: 3, endColumn: 27 },
      suppression: null,
      status: 'missing',
      due: '2018-05-25',
      owner: null,
      controls: ['human-oversight.override'],
    });
  });

  test('that comes later is a note, within the time to warn of a warning', () => {
    const soon = '2027-01-15';
    const duties = [duty(), duty({ id: 'a.soon', due: on(soon), window: { from: soon, to: soon } })];
    expect(ruleAndSeverity(assessment({ duties }))).toEqual(['warning a.soon', 'note eu-ai-act.art-14.override']);
    expect(findingsOf(assessment({ duties }))[0]?.message).toContain('from 15 Jan 2027');
  });

  test('that nobody has answered is an error, or a warning where that is asked for', () => {
    const open = { duties: [inForce({ status: 'unanswered', controls: [control({ status: 'unanswered' })] })] };
    expect(ruleAndSeverity(assessment(open))).toEqual(['error gdpr.art-35.impact-assessment']);
    const policy: Policy = { ...DEFAULT_POLICY, unanswered: 'warn' };
    expect(ruleAndSeverity(assessment({ ...open, policy }))).toEqual(['warning gdpr.art-35.impact-assessment']);
    const [found] = findingsOf(assessment(open));
    expect(found?.message).toContain('Not answered: human-oversight.override.');
    expect(found?.toDo).toEqual(['Can an output be set aside?']);
  });

  test.each(['in-place', 'planned', 'not-applicable', 'spared'] as const)('that is %s is no finding', (status) => {
    const applies = status === 'not-applicable' ? 'no' : 'yes';
    expect(findingsOf(assessment({ duties: [inForce({ status, applies })] }))).toEqual([]);
  });

  test('that is no law is no finding, unless its level counts', () => {
    const duties = [inForce({ level: 'soft-law' })];
    expect(findingsOf(assessment({ duties }))).toEqual([]);
    const policy: Policy = { ...DEFAULT_POLICY, level: 'soft-law' };
    expect(ruleAndSeverity(assessment({ duties, policy }))).toEqual(['error gdpr.art-35.impact-assessment']);
  });

  test('tells what is wrong with the evidence, who owns it, and the first doubt about the law', () => {
    const evidence = [{ path: 'docs/dpia.md', status: 'placeholder' as const, files: [], cut: false }];
    const controls = [control({ fault: 'evidence-placeholder', evidence, owner: 'DPO' })];
    const doubt = { rule: 'a', reading: 'Some say otherwise.', source: ['mdr:2(1)'], would: [] };
    const [found] = findingsOf(assessment({ duties: [inForce({ controls, contested: [doubt, doubt, doubt] })] }));
    expect(found?.message).toContain('Evidence says nothing yet: docs/dpia.md.');
    expect(found?.message).toContain('Contested: Some say otherwise. (MDR Art. 2(1)) 2 more doubts about the law.');
    expect(found?.owner).toBe('DPO');
  });

  test('answered on the command line stands in no line of the file', () => {
    const nowhere = { line: 0, column: 0, endColumn: 0 };
    expect(findingsOf(assessment({ duties: [inForce({ location: nowhere })] }))[0]?.location).toBeNull();
  });

  test('in French has French words', () => {
    const [found] = findingsOf(assessment({ language: 'fr', duties: [inForce()] }));
    expect(found?.message).toBe(
      'Manquant, en vigueur depuis le 25 mai 2018 (RGPD, art. 35, § 3, b)). Pas en place\u00a0: human-oversight.override.',
    );
  });
});

describe('duties of which it is open whether they apply', () => {
  const mayApply = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      inForce({ id: `duty-${index}`, applies: 'unknown', status: 'unanswered' }),
    );
  const questions = Array.from({ length: 5 }, (_, index) => ({
    fact: `fact-${index}`,
    question: `Question ${index}?`,
    settles: index === 0 ? ['something else'] : ['duty-7'],
  }));

  test('are one finding, with the first questions that settle them', () => {
    const found = findingsOf(assessment({ duties: mayApply(200), questions }));
    expect(found).toHaveLength(1);
    expect(found[0]?.rule).toBe('duties-unanswered');
    expect(found[0]?.message).toBe(
      '200 duties may apply by the day asked about. 4 questions settle it, first: ' +
        'Question 1? (fact-1) · Question 2? (fact-2) · Question 3? (fact-3)',
    );
    expect(found[0]?.toDo).toEqual(['Answer the questions that settle it: run aiact-check init retina.yaml.']);
  });

  test('a description that says nothing has three findings', () => {
    expect(ruleAndSeverity(assessedText('aiact-check: "1.0"\nsystem: { name: X }\n'))).toEqual([
      'error level-open',
      'error device-open',
      'error duties-unanswered',
    ]);
  });
});

describe('an accepted or known gap', () => {
  test('is suppressed, with the weight that it would have, and the reason', () => {
    const duties = [inForce({ status: 'accepted', gap: 'missing' }), duty({ status: 'known', gap: 'partial' })];
    const baseline = { path: 'known.json', unused: [] };
    const found = findingsOf(assessment({ duties, baseline, acceptedGaps: [gap()] }));
    expect(found.map(({ severity, status }) => `${severity} ${status}`)).toEqual(['error missing', 'note partial']);
    expect(found.map(({ suppression }) => suppression)).toEqual([
      {
        by: 'acceptance',
        because: 'Being written · Gap accepted by Board until 1 Mar 2027; the duty still applies.',
      },
      { by: 'baseline', because: 'Stands in the baseline known.json: known, not new.' },
    ]);
  });

  test('is told by itself even where it is open whether the duty applies', () => {
    const duties = [inForce({ applies: 'unknown', status: 'known', gap: 'unanswered' })];
    const found = findingsOf(assessment({ duties, baseline: { path: 'known.json', unused: [] } }));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ rule: 'gdpr.art-35.impact-assessment', suppression: { by: 'baseline' } });
    expect(found[0]?.message).toContain('Whether it applies is open.');
  });

  test('whose end has passed is an error, whose end is near a warning', () => {
    const near = gap({ until: '2026-12-02', ending: true });
    const acceptedGaps = [near, gap({ duty: 'b', state: 'expired', until: '2026-11-01' })];
    const found = findingsOf(assessment({ duties: [], acceptedGaps }));
    expect(found.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
      'error acceptance-expired',
      'warning acceptance-ending',
    ]);
    expect(found[1]?.message).toContain('The acceptance by Board ends on 2 Dec 2026, in 10 days.');
    expect(found[1]?.location).toEqual(LOCATION);
  });

  test('of which nothing is left is a warning, under strictness an error; so is one of the baseline', () => {
    const unused = { acceptedGaps: [gap({ state: 'unused' })], baseline: { path: 'known.json', unused: ['a', 'b'] } };
    const rules = ['acceptance-unused', 'baseline-unused'];
    const strict: Policy = { ...DEFAULT_POLICY, strict: true };
    expect(ruleAndSeverity(assessment({ duties: [], ...unused }))).toEqual(rules.map((rule) => `warning ${rule}`));
    expect(ruleAndSeverity(assessment({ duties: [], ...unused, policy: strict }))).toEqual(
      rules.map((rule) => `error ${rule}`),
    );
    expect(findingsOf(assessment({ duties: [], ...unused }))[1]?.message).toBe(
      '2 gaps of the baseline known.json are closed: a, b.',
    );
  });
});

describe('a prohibited practice', () => {
  const practice = {
    rule: 'eu-ai-act.practice',
    title: 'Scores people by behaviour',
    value: 'yes' as const,
    source: ['ai-act:5(1)(c)'],
    facts: [{ fact: 'practices', answer: '[scoring]', line: 9, column: 12, endColumn: 16 }],
  };
  const { classification } = level(REPORTED.prohibitedLevel, [REPORTED.prohibitedLevel]);
  const prohibited = { classification: { ...classification, aiAct: { ...classification.aiAct, because: [practice] } } };

  test('is told by the duty that prohibits it, at the answer behind it, before all else', () => {
    const ban = inForce({ id: 'ban', prohibition: true, controls: [], location: null, due: on('2025-02-02') });
    const found = findingsOf(assessment({ ...prohibited, duties: [inForce(), ban], claims: [claim('below')] }));
    expect(found.map(({ rule }) => rule)).toEqual(['ban', 'claim-below', 'gdpr.art-35.impact-assessment']);
    expect(found[0]?.location).toEqual({ line: 9, column: 12, endColumn: 16 });
  });

  test('that nobody is known to be bound by is still an error', () => {
    const ban = inForce({ id: 'ban', prohibition: true, controls: [], applies: 'unknown', status: 'unanswered' });
    const [found] = findingsOf(assessment({ ...prohibited, duties: [ban] }));
    expect(found).toMatchObject({ rule: 'prohibited', severity: 'error', location: { line: 9 } });
    expect(found?.message).toBe('Scores people by behaviour · AI Act Art. 5(1)(c)');
  });
});

test('a claim below the facts is an error where it stands; other claims are none', () => {
  const claims = (['agrees', 'open', 'above', 'other', 'below'] as const).map(claim);
  const found = findingsOf(assessment({ duties: [], claims }));
  expect(found).toHaveLength(1);
  expect(found[0]?.message).toBe('Claimed level: minimal is claimed, the facts give high-risk: the claim is too low.');
  expect(found[0]?.location).toEqual(LOCATION);
});

test('an open level names what is possible and the first questions', () => {
  const questions = [{ fact: 'uses', question: 'What is it used for?', settles: [REPORTED.level] }];
  const [found] = findingsOf(assessment({ duties: [], questions, ...level(null, ['minimal', 'high-risk']) }));
  expect(found).toMatchObject({ rule: 'level-open', severity: 'error', controls: ['uses'] });
  expect(found?.message).toBe('Open: minimal or high-risk. The question that settles it: What is it used for? (uses)');
});

test('errors come first, what has been due for longest before the rest; what is suppressed comes last', () => {
  const since = (id: string, day: string) => inForce({ id, due: on(day), window: { from: day, to: day } });
  const duties = [
    duty(),
    inForce({ id: 'known', status: 'known', gap: 'missing' }),
    since('b', '2024-01-01'),
    since('a', '2021-01-01'),
  ];
  expect(findingsOf(assessment({ duties })).map(({ rule }) => rule)).toEqual([
    'a',
    'b',
    'eu-ai-act.art-14.override',
    'known',
  ]);
});

describe('a fingerprint', () => {
  const report = assessedExample('examples/imaging/therapixel-mammoscreen.yaml', 'en', {
    asOf: '2029-01-01',
    horizon: '2029-01-01',
  });
  const prints = (own: Assessment) => findingsOf(own).map(({ fingerprint }) => fingerprint);

  test('is of its own among those of a system', () => {
    expect(prints(report).length).toBeGreaterThan(30);
    expect(new Set(prints(report)).size).toBe(prints(report).length);
    const twice = findingsOf(
      assessment({ duties: [], acceptedGaps: [gap({ state: 'expired' }), gap({ state: 'expired' })] }),
    );
    expect(new Set(twice.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  test('does not hang on lines, columns, language or day, but on the file', () => {
    const moved = assessment({
      duties: [inForce({ location: { line: 99, column: 1, endColumn: 2 } })],
      language: 'fr',
      asOf: '2026-12-01',
    });
    expect(prints(moved)).toEqual(prints(assessment({ duties: [inForce()] })));
    const elsewhere = assessment({
      duties: [inForce()],
      source: { path: 'retina.yaml', repositoryPath: 'b/retina.yaml', sha256: '' },
    });
    expect(prints(elsewhere)).not.toEqual(prints(assessment({ duties: [inForce()] })));
  });
});

describe('errors that are not suppressed are left exactly where the verdict is not ready', () => {
  const truth = fc.constantFrom('yes', 'no', 'unknown');
  const day = fc.constantFrom('2018-05-25', '2026-11-22', '2026-12-24', '2027-06-01', '2030-01-01');
  const anyDuty: fc.Arbitrary<AssessedDuty> = fc
    .record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      applies: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
      status: fc.constantFrom('in-place', 'partial', 'planned', 'missing', 'unanswered', 'accepted', 'known', 'spared'),
      gap: fc.constantFrom('missing' as const, 'partial' as const, 'unanswered' as const),
      from: fc.option(day),
      to: fc.option(day),
      before: fc.option(fc.constant('placing')),
      level: fc.constantFrom('law', 'soft-law', 'good-practice'),
      prohibition: fc.boolean(),
      byFacts: fc.boolean(),
    })
    .map(({ applies, status, gap: open, from, to, byFacts, ...rest }) =>
      duty({
        ...rest,
        applies,
        status: applies === 'no' ? 'not-applicable' : status,
        gap: applies !== 'no' && (status === 'accepted' || status === 'known') ? open : null,
        window: { from, to },
        due: on(...[from, to].filter((iso) => iso !== null)),
        ...(byFacts ? { controls: [], location: null } : {}),
      } as Partial<AssessedDuty>),
    );
  const anyReport = fc
    .record({
      duties: fc.uniqueArray(anyDuty, { maxLength: 6, selector: ({ id }) => id }),
      level: fc.constantFrom(REPORTED.prohibitedLevel, REPORTED.highRiskLevel, 'minimal', null),
      device: truth,
      claims: fc.array(
        fc.constantFrom('agrees', 'below', 'above', 'other', 'open').map((of) => claim(of as Claim['finding'])),
        { maxLength: 2 },
      ),
      gaps: fc.array(
        fc
          .record({ state: fc.constantFrom('valid', 'expired', 'not-yet', 'unused'), ending: fc.boolean() })
          .map((own) => gap({ ...own, ending: own.ending && own.state === 'valid' } as Partial<AssessedGap>)),
        { maxLength: 2 },
      ),
      unused: fc.option(fc.subarray(['x', 'y'])),
      unanswered: fc.constantFrom('fail' as const, 'warn' as const),
      strict: fc.boolean(),
      counting: fc.constantFrom('law' as const, 'soft-law' as const),
      event: fc.option(fc.constant({ id: 'placing', title: 'before placing' })),
      horizon: fc.constantFrom('2026-11-22', '2027-11-22'),
    })
    .map(({ level: value, device, gaps, unused, unanswered, strict, counting, event, ...rest }) => {
      const policy = { ...DEFAULT_POLICY, unanswered, strict, level: counting };
      const { classification } = level(value, value === null ? ['minimal', 'high-risk'] : [value]);
      const report = assessment({
        ...rest,
        policy,
        classification: { ...classification, device: { ...classification.device, value: device as 'yes' } },
        acceptedGaps: gaps,
        baseline: unused === null ? null : { path: 'known.json', unused },
        horizonEvent: event,
      });
      const horizon = { day: report.horizon, event: event?.id ?? null };
      return { ...report, verdict: verdictOf({ ...report, lapses: [] }, report.asOf, horizon, policy) };
    });

  /** Which finding tells of a reason. */
  function tells(report: Assessment, reason: VerdictReason, { rule }: Finding): boolean {
    const own = report.duties.find(({ id }) => id === rule);
    const effect = own === undefined ? 'none' : effectOf(own, report);
    if (reason === 'prohibited') return rule === reason || own?.prohibition === true;
    if (reason === 'duties-missing') return effect === 'fails';
    if (reason === 'duties-unanswered') return rule === reason || effect === 'open';
    return rule === reason;
  }

  function holds(report: Assessment): void {
    const errors = findingsOf(report).filter(
      ({ severity, suppression }) => severity === 'error' && suppression === null,
    );
    expect(errors.length === 0).toBe(report.verdict.value === 'ready');
    for (const reason of report.verdict.because) {
      expect(
        errors.filter((found) => tells(report, reason, found)),
        reason,
      ).not.toHaveLength(0);
    }
  }

  test('in reports of any kind', () => {
    fc.assert(fc.property(anyReport, holds), { numRuns: 1000 });
  });

  test.each(['2026-11-22', '2029-01-01'])('in all examples, as of %s, under any policy', (asOf) => {
    for (const path of EXAMPLES) {
      for (const changes of [{}, { unanswered: 'warn', strict: true }, { level: 'good-practice' }] as const) {
        holds(assessedExample(path, 'en', { asOf, horizon: { months: 6 }, policy: { ...DEFAULT_POLICY, ...changes } }));
      }
    }
  });
});
