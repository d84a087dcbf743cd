import type { ActUsed, AssessedControl, AssessedDuty, Assessment, Due } from '../../src/assessment/contract.ts';

function act(short: string, citeAs: ActUsed['citeAs'] = 'article', area: ActUsed['area'] = 'devices'): ActUsed {
  return {
    title: `Full title of ${short}`,
    short,
    url: 'https://example.org/',
    force: 'binding',
    area,
    citeAs,
    definitions: '3',
  };
}

export function actsIn(language: 'en' | 'fr'): Record<string, ActUsed> {
  const french = language === 'fr';
  return {
    'ai-act': act(french ? 'RIA' : 'AI Act', 'article', 'ai-act'),
    mdr: act('MDR'),
    gdpr: act(french ? 'RGPD' : 'GDPR', 'article', 'data'),
    csp: act('CSP', 'article', 'oversight'),
    'mdcg-2019-11': { ...act('MDCG 2019-11', 'section'), force: 'guidance' },
    'mdcg-2025-6': { ...act('MDCG 2025-6', 'question'), force: 'guidance' },
    'draft-guidelines': { ...act('Draft guidelines', 'paragraph'), force: 'draft' },
  };
}

export function on(...days: string[]): Due {
  return { value: days.length === 1 ? (days[0] ?? null) : null, possible: days };
}

export function control(changes: Partial<AssessedControl> = {}): AssessedControl {
  return {
    id: 'human-oversight.override',
    title: 'Override',
    status: 'missing',
    fault: null,
    evidence: [],
    reviewed: null,
    owner: null,
    by: null,
    question: 'Can an output be set aside?',
    shows: 'Test record',
    how: 'Give every output a way to be set aside and record it.',
    location: { line: 31, column: 3, endColumn: 27 },
    ...changes,
  };
}

export function duty(changes: Partial<AssessedDuty> = {}): AssessedDuty {
  return {
    id: 'eu-ai-act.art-14.override',
    source: ['ai-act:14(4)(d)'],
    title: 'Let the overseer override an output',
    binds: 'eu-ai-act.role.provider',
    applies: 'yes',
    status: 'missing',
    gap: null,
    due: on('2028-08-02'),
    window: { from: '2028-08-02', to: '2028-08-02' },
    before: null,
    beforeTitle: null,
    once: null,
    within: null,
    onceTitle: null,
    inForce: 'no',
    level: 'law',
    prohibition: false,
    headline: null,
    spared: null,
    penalty: null,
    contested: [],
    controls: [control()],
    location: { line: 31, column: 3, endColumn: 27 },
    ...changes,
  };
}

export function inForce(changes: Partial<AssessedDuty> = {}): AssessedDuty {
  const since = '2018-05-25';
  return duty({
    id: 'gdpr.art-35.impact-assessment',
    source: ['gdpr:35(3)(b)'],
    title: 'Data protection impact assessment',
    due: on(since),
    window: { from: since, to: since },
    inForce: 'yes',
    headline: 'data',
    ...changes,
  });
}

export function assessment(changes: Partial<Assessment> = {}): Assessment {
  return {
    format: 'aiact-check/assessment@1',
    language: 'en',
    tool: { version: '0.1.0' },
    law: { version: '2026.11', sha256: 'abc', checkedOn: '2026-10-06', acts: actsIn(changes.language ?? 'en') },
    asOf: '2026-11-22',
    horizon: '2026-11-22',
    horizonEvent: null,
    policy: { unanswered: 'fail', requireEvidence: false, warnWithin: 90, level: 'law', strict: false, proposals: [] },
    source: { path: 'retina.yaml', repositoryPath: 'retina.yaml', sha256: 'def' },
    baseline: null,
    system: { name: 'Retina reading aid', version: '3.2' },
    roles: [{ act: 'eu-ai-act', role: 'provider', value: 'yes', title: 'Provider' }],
    classification: {
      aiAct: {
        value: 'high-risk',
        possible: ['high-risk'],
        titles: ['High-risk'],
        names: ['high-risk'],
        source: ['ai-act:6(1)'],
        outOfScope: null,
        routes: [{ id: 'annex-i', value: 'yes', title: 'Device that needs a notified body', source: ['ai-act:6(1)'] }],
        points: [],
        exempted: 'no',
        exemptedTitle: 'Exempted',
        from: on('2028-08-02'),
        because: [],
        contested: [],
      },
      device: {
        value: 'yes',
        possible: ['yes'],
        regulation: { value: 'mdr', possible: ['mdr'] },
        class: { value: 'IIa', possible: ['IIa'], titles: ['class IIa'], source: ['mdr:annex-viii(rule-11)(a)'] },
        thirdParty: { value: 'yes', possible: ['yes'] },
        because: [
          {
            rule: 'eu-mdr.rule-11.a',
            title: 'Rule 11(a): information for decisions',
            value: 'yes',
            source: ['mdr:annex-viii(rule-11)(a)'],
            facts: [{ fact: 'purpose.used-for', answer: '[diagnostic-decisions]', line: 15, column: 3, endColumn: 7 }],
          },
        ],
        contested: [],
      },
      overlays: [],
    },
    duties: [duty()],
    controls: [],
    claims: [],
    acceptedGaps: [],
    milestones: [],
    questions: [],
    readings: [],
    counterparts: [],
    requests: [],
    verdict: {
      value: 'ready',
      because: [],
      warnings: [],
      next: '2028-08-02',
      nextDuties: 31,
      soon: null,
      lapses: [],
      checked: 21,
      counts: {
        missingNow: 0,
        missingLater: 1,
        unansweredDuties: 0,
        unansweredFacts: 0,
        accepted: 2,
        known: 0,
        claimedWithoutEvidence: 9,
      },
    },
    ...changes,
  };
}
