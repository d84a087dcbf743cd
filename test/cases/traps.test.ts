import { describe, expect, test } from 'vitest';
import {
  applying,
  articles,
  BENEFITS,
  BOUGHT,
  check,
  DEVICE,
  describeSystem,
  type Facts,
  NEUTRAL,
} from './describe.ts';

/** Seventeen cases that have each broken a tool of this kind. */
const level = (facts: Facts, ...args: string[]) => check(describeSystem(facts), ...args).classification.aiAct;
const routes = (facts: Facts) =>
  level(facts)
    .routes.filter(({ value }) => value === 'yes')
    .map(({ id }) => id);
const points = (facts: Facts) =>
  level(facts)
    .points.filter(({ value }) => value === 'yes')
    .map(({ id }) => id);

describe('T1 retinopathy screening, new, class IIb, notified body', () => {
  const report = check(describeSystem(DEVICE));

  test('is high-risk by Article 6(1) from 2 August 2028', () => {
    expect(report.classification.aiAct).toMatchObject({
      value: 'high-risk',
      possible: ['high-risk'],
      from: { value: '2028-08-02' },
    });
    expect(report.classification.device).toMatchObject({
      value: 'yes',
      class: { value: 'IIb' },
      thirdParty: { value: 'yes' },
    });
    expect(routes(DEVICE)).toEqual(['annex-i']);
    expect(report.duties.find(({ id }) => id === 'eu-ai-act.art-14.override')).toMatchObject({
      applies: 'yes',
      due: { value: '2028-08-02' },
    });
  });

  test('owes no impact assessment on rights, no notice to persons, no registration, no explanation', () => {
    expect(articles(report, 'ai-act').has('27')).toBe(false);
    expect(articles(report, 'ai-act').has('49')).toBe(false);
    expect(articles(report, 'ai-act').has('86')).toBe(false);
    expect(articles(report, 'ai-act').has('26')).toBe(false);
  });

  test('had one year less before the amendment', () => {
    const placedAfter = { ...DEVICE, 'market.planned-placing': '2029-01' };
    expect(level(placedAfter, '--as-of', '2026-07-26').from).toMatchObject({ value: '2027-08-02' });
    expect(level(placedAfter, '--as-of', '2026-07-27').from).toMatchObject({ value: '2028-08-02' });
  });
});

test('T2 words in a description decide nothing', () => {
  const words = 'Scores vulnerable elderly patients; cannot manipulate; emotion, emergency triage, insurance pricing.';
  const plain = check(describeSystem(DEVICE));
  const worded = check(describeSystem(DEVICE, {}, 'Social scoring of vulnerable people', words));
  expect(worded.classification.aiAct).toEqual(plain.classification.aiAct);
  expect(worded.duties.map(({ id, applies }) => [id, applies])).toEqual(
    plain.duties.map(({ id, applies }) => [id, applies]),
  );
});

describe('T3 class I software without a notified body', () => {
  const classI = {
    ...DEVICE,
    'purpose.used-for': 'none',
    'purpose.medical': '[conception-support]',
    'device.conformity-route': 'self-declaration',
    'device.class-i-aspects': 'none',
  };

  test('is a device, not high-risk by Article 6(1), while Articles 4 and 5 apply', () => {
    const report = check(describeSystem(classI));
    expect(report.classification.device).toMatchObject({
      value: 'yes',
      class: { value: 'I' },
      thirdParty: { value: 'no' },
    });
    expect(report.classification.aiAct.value).toBe('minimal');
    expect(applying(report)).toEqual(expect.arrayContaining(['eu-ai-act.art-4.literacy', 'eu-ai-act.art-5']));
  });

  test('is still held against Annex III and Article 50', () => {
    expect(points({ ...classI, uses: '[emotion-recognition]' })).toEqual(['1(c)']);
    expect(level({ ...classI, uses: '[emotion-recognition]' }).value).toBe('high-risk');
    expect(level({ ...classI, 'people.interacts-directly': 'yes', 'people.obviously-ai': 'no' }).value).toBe(
      'transparency',
    );
    expect(level({ ...classI, practices: '[manipulation]' }).value).toBe('prohibited');
  });
});

test('T4 a flow forecast for the whole emergency ward is neither a device nor high-risk', () => {
  const report = check(
    describeSystem({
      ...NEUTRAL,
      'data.personal': 'pseudonymised',
      'data.health': 'yes',
      'data.large-scale': 'yes',
      'data.hosted-by': 'own',
      'deployment.context': '[hospital-organisation]',
    }),
  );
  expect(report.classification.aiAct).toMatchObject({
    value: 'minimal',
    titles: ['No high-risk or Art. 50 case found; Art. 4 and 5 apply'],
  });
  expect(report.classification.device.value).toBe('no');
});

test('T5 a pricing model at a mutuelle is high-risk by point 5(c), and its deployer assesses the impact on rights though private', () => {
  const facts = {
    ...NEUTRAL,
    'operator.roles': '[deployer]',
    'device.label.class': 'not-a-device',
    'deployment.by': '[mutual-insurer]',
    'deployment.context': '[insurance]',
    'purpose.users': '[insurance-staff]',
    uses: '[insurance-risk-pricing]',
    'decision.profiling': 'yes',
    'people.affected': '[insured]',
  };
  const report = check(describeSystem(facts));
  expect(report.classification.aiAct).toMatchObject({ value: 'high-risk', from: { value: '2027-12-02' } });
  expect(points(facts)).toEqual(['5(c)']);
  const assessment = report.duties.find(({ source }) => source.includes('ai-act:27(1)'));
  expect(assessment).toMatchObject({ applies: 'yes', due: { value: '2027-12-02' }, before: 'first-use' });
});

test('T6 a wellness chatbot owes Article 50(1), in force since 2 August 2026, and is not high-risk', () => {
  const facts = {
    ...NEUTRAL,
    'people.interacts-directly': 'yes',
    'people.obviously-ai': 'no',
    'deployment.by': '[individuals]',
    'purpose.users': '[public]',
    'market.stage': 'on-market',
    'market.placed-on': '2026-01',
  };
  const report = check(describeSystem(facts));
  expect(report.classification.aiAct.value).toBe('transparency');
  const disclosure = report.duties.find(({ source }) => source.includes('ai-act:50(1)'));
  expect(disclosure).toMatchObject({ applies: 'yes', due: { value: '2026-08-02' }, inForce: 'yes' });
  expect(
    check(describeSystem(facts), '--as-of', '2026-07-26').duties.find(({ id }) => id === disclosure?.id),
  ).toMatchObject({ inForce: 'no' });
});

test('T7 a therapy chatbot of class IIa is high-risk and owes Article 50(1) as well', () => {
  const facts = {
    ...DEVICE,
    'purpose.medical': '[treatment]',
    'purpose.used-for': '[therapeutic-decisions]',
    'purpose.likely-harm': 'minor',
    'purpose.users': '[patients]',
    'device.closed-loop': 'no',
    'people.interacts-directly': 'yes',
    'people.obviously-ai': 'no',
  };
  const report = check(describeSystem(facts));
  expect(report.classification).toMatchObject({ aiAct: { value: 'high-risk' }, device: { class: { value: 'IIa' } } });
  expect(report.classification.overlays).toContainEqual(
    expect.objectContaining({ id: 'eu-ai-act.art-50-1', value: 'yes' }),
  );
  expect(report.duties.find(({ source }) => source.includes('ai-act:50(1)'))?.applies).toBe('yes');
});

describe('T8 emergency triage', () => {
  const triage = { 'decision.profiling': 'yes', uses: '[emergency-triage]', 'deployment.by': '[public-hospital]' };
  const placedLate = { 'market.planned-placing': '2029-01', 'market.significant-change': 'none' };

  test('as a device has both routes, the earlier date, and says that this is contested', () => {
    const facts = { ...DEVICE, ...triage, ...placedLate };
    const report = check(describeSystem(facts));
    expect(routes(facts)).toEqual(['annex-i', 'annex-iii']);
    expect(points(facts)).toEqual(['5(d)']);
    expect(report.classification.aiAct.from).toMatchObject({ value: '2027-12-02' });
    const rival = report.classification.aiAct.contested.find(({ source }) => source.includes('mdcg-2025-6:27'));
    expect(rival?.would).toContainEqual(
      expect.objectContaining({ of: 'eu-ai-act.high-risk-regime', possible: ['2028-08-02'] }),
    );
    const override = report.duties.find(({ id }) => id === 'eu-ai-act.art-14.override');
    expect(override?.due.value).toBe('2027-12-02');
    expect(override?.contested).toContainEqual(
      expect.objectContaining({ would: [expect.objectContaining({ of: 'due', possible: ['2028-08-02'] })] }),
    );
  });

  test('that is no device falls under point 5(d) alone', () => {
    const facts = { ...NEUTRAL, ...triage, ...placedLate };
    expect(routes(facts)).toEqual(['annex-iii']);
    expect(points(facts)).toEqual(['5(d)']);
    expect(level(facts).from).toMatchObject({ value: '2027-12-02' });
  });
});

test('T9 appointment booking is not high-risk', () => {
  expect(level({ ...NEUTRAL, 'deployment.context': '[hospital-organisation]' }).value).toBe('minimal');
});

describe('T10 a preparatory task under point 5(a)', () => {
  const facts = { ...BENEFITS, 'market.planned-placing': '2028-03' };

  test('without profiling is exempted, while documentation and registration remain', () => {
    const report = check(describeSystem(facts));
    expect(report.classification.aiAct).toMatchObject({ value: 'minimal', exempted: 'yes' });
    const remain = report.duties.filter(
      ({ applies, source }) => applies === 'yes' && source.some((cited) => /^ai-act:(6\(4\)|49\(2\))/.test(cited)),
    );
    expect(remain).toHaveLength(2);
    expect(remain.every(({ due }) => due.value === '2027-12-02')).toBe(true);
    expect(remain[0]?.contested).toContainEqual(
      expect.objectContaining({ would: [expect.objectContaining({ of: 'due', possible: ['2026-08-02'] })] }),
    );
  });

  test('with profiling is high-risk', () => {
    expect(level({ ...facts, 'decision.profiling': 'yes' })).toMatchObject({ value: 'high-risk', exempted: 'no' });
  });
});

test('T11 a hospital that deploys a class IIa device owes Article 26 and L.4001-3, no impact assessment on rights', () => {
  const report = check(describeSystem(BOUGHT));
  expect(report.classification).toMatchObject({ aiAct: { value: 'high-risk' }, device: { class: { value: 'IIa' } } });
  expect(articles(report, 'ai-act')).toContain('26');
  expect(articles(report, 'ai-act').has('27')).toBe(false);
  expect(report.duties.some(({ applies, source }) => applies === 'yes' && source.includes('ai-act:26(11)'))).toBe(
    false,
  );
  expect(report.duties.find(({ id }) => id === 'fr.csp-l4001-3.information')).toMatchObject({
    applies: 'yes',
    inForce: 'yes',
  });
  expect(articles(report, 'ai-act').has('14')).toBe(false);
});

test('T12 a private employer with a system under point 4 owes deployer duties, no impact assessment on rights', () => {
  const facts = {
    ...NEUTRAL,
    'operator.roles': '[deployer]',
    'device.label.class': 'not-a-device',
    'deployment.by': '[company]',
    'deployment.context': '[workplace]',
    'people.affected': '[workers]',
    uses: '[worker-management]',
    'decision.profiling': 'yes',
  };
  const report = check(describeSystem(facts));
  expect(report.classification.aiAct.value).toBe('high-risk');
  expect(articles(report, 'ai-act')).toContain('26');
  expect(report.duties.some(({ applies, source }) => applies === 'yes' && source.includes('ai-act:26(7)'))).toBe(true);
  expect(articles(report, 'ai-act').has('27')).toBe(false);
});

test('T13 a claim of "minimal" where high-risk is derived is a finding, and fails even with every control in place', () => {
  const facts = { ...DEVICE, 'claims.ai-act-level': 'minimal' };
  const bare = check(describeSystem(facts));
  const controls = Object.fromEntries(bare.duties.flatMap((duty) => duty.controls.map(({ id }) => [id, 'yes'])));
  const report = check(describeSystem(facts, controls));
  expect(report.verdict.counts).toMatchObject({ missingNow: 0, unansweredDuties: 0 });
  expect(report.claims).toEqual([
    expect.objectContaining({ claimed: 'minimal', possible: ['high-risk'], finding: 'below' }),
  ]);
  expect(report.verdict).toMatchObject({ value: 'not-ready', because: ['claim-below'] });
  expect(report.exit).toBe(1);
  expect(check(describeSystem({ ...facts, 'claims.ai-act-level': 'high-risk' }, controls))).toMatchObject({
    exit: 0,
    verdict: { value: 'ready' },
  });
});

test('T14 an in-house device is no Article 6(1) system; its conditions are duties, Articles 4, 5 and 50 remain', () => {
  const facts = {
    ...DEVICE,
    'operator.roles': '[provider, deployer]',
    'deployment.by': '[public-hospital]',
    'device.conformity-route': 'in-house',
    'people.interacts-directly': 'yes',
    'people.obviously-ai': 'no',
  };
  const report = check(describeSystem(facts));
  expect(report.classification.aiAct.routes).toContainEqual(expect.objectContaining({ id: 'annex-i', value: 'no' }));
  expect(report.classification.device).toMatchObject({
    value: 'yes',
    class: { value: 'IIb' },
    thirdParty: { value: 'no' },
  });
  const remaining = articles(report, 'ai-act');
  expect([...remaining].sort()).toEqual(['4', '5', '50']);
  expect(articles(report, 'mdr')).toContain('5');
  expect(applying(report).filter((id) => id.startsWith('eu-mdr.art-5')).length).toBeGreaterThanOrEqual(5);
});

describe('T15 on the market before the cut-off, no significant change planned', () => {
  const facts = {
    ...DEVICE,
    'market.stage': 'on-market',
    'market.placed-on': '2026-03',
    'market.significant-change': 'none',
  };
  const override = (given: Facts) =>
    check(describeSystem(given)).duties.find(({ id }) => id === 'eu-ai-act.art-14.override');

  test('is spared for private users, and listed with what would end it', () => {
    expect(override({ ...facts, 'deployment.by': '[practice]' })).toMatchObject({
      applies: 'yes',
      status: 'spared',
      due: { value: 'never' },
    });
    expect(override({ ...facts, 'deployment.by': '[practice]' })?.spared?.ends).toMatch(/significant change/);
  });

  test('falls due on 2 August 2030 for a public authority', () => {
    expect(override({ ...facts, 'deployment.by': '[public-hospital]' })).toMatchObject({
      applies: 'yes',
      due: { value: '2030-08-02' },
    });
  });

  test('may be spared or not while the change is unknown: nothing is missing yet, nothing is settled', () => {
    const given = { ...facts, 'deployment.by': '[practice]', 'market.significant-change': 'unknown' };
    const open = check(describeSystem(given, { 'human-oversight.override': 'no' }), '--horizon', '2028-12-31');
    const duty = open.duties.find(({ id }) => id === 'eu-ai-act.art-14.override');
    expect(duty).toMatchObject({
      due: { value: null, possible: ['2028-08-02', 'never'] },
      window: { from: '2028-08-02', to: null },
    });
    expect(open.questions.map(({ fact }) => fact)).toContain('market.significant-change');
    expect(open.verdict.value).toBe('undetermined');
  });

  test('is no legacy once a significant change is planned', () => {
    expect(
      override({ ...facts, 'deployment.by': '[practice]', 'market.significant-change': 'planned' })?.due.value,
    ).toBe('2028-08-02');
  });
});

test('T16 a hospital that gives a bought system a new purpose which makes it high-risk becomes its provider', () => {
  const chatbot = {
    ...BOUGHT,
    'device.label.class': 'not-a-device',
    'purpose.medical': 'none',
    'purpose.used-for': 'none',
    uses: '[emergency-triage]',
    'decision.profiling': 'yes',
  };
  const provider = (facts: Facts) =>
    check(describeSystem(facts)).roles.find(({ act, role }) => act === 'eu-ai-act' && role === 'provider')?.value;
  expect(provider(chatbot)).toBe('no');
  expect(provider({ ...chatbot, 'operator.changes': '[new-purpose]' })).toBe('yes');
  expect(provider({ ...chatbot, uses: 'none', 'operator.changes': '[new-purpose]' })).toBe('no');
});

test('a day is told only where it can come about: a system that may not be high-risk at all has no day of another route', () => {
  const { 'decision.profiling': _, ...open }: Facts = {
    ...NEUTRAL,
    uses: '[emergency-dispatch]',
    'decision.task': '[preparatory]',
    'decision.material-influence': 'no',
    'deployment.by': '[public-hospital]',
  };
  const report = check(describeSystem(open));
  expect(report.classification.aiAct.possible).toEqual(['minimal', 'high-risk']);
  expect(report.classification.aiAct.from?.possible).toEqual(['2027-12-02']);
  expect(report.duties.find(({ id }) => id === 'eu-ai-act.art-14.override')?.due.possible).toEqual(['2027-12-02']);
});

describe('T17 a decisive fact that is absent', () => {
  const decisive = [
    'ai.technique',
    'market.in-eu',
    'purpose.solely-for',
    'purpose.medical',
    'purpose.individual-patients',
    'purpose.processing',
    'device.conformity-route',
    'practices',
  ];

  test.each(decisive)('%s leaves the level open, is asked for, and is never ready', (fact) => {
    const { [fact]: _, ...rest }: Facts = { ...DEVICE, 'market.output-in-eu': 'no' };
    const report = check(describeSystem(rest));
    expect(report.classification.aiAct.value).toBeNull();
    expect(report.classification.aiAct.possible).toContain('high-risk');
    expect(report.questions.map((question) => question.fact)).toContain(fact);
    expect(report.verdict.value).not.toBe('ready');
    expect(report.exit).toBe(1);
  });

  test('all of them: a name alone leaves at least five levels possible', () => {
    const report = check('aiact-check: "1.0"\nsystem: { name: Something }\n');
    expect(report.classification.aiAct.possible.length).toBeGreaterThanOrEqual(5);
    expect(report.classification.device.value).toBe('unknown');
    expect(report.exit).toBe(1);
  });
});
