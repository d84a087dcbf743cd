import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/contract.ts';
import { terminalReport } from '../../src/report/terminal.ts';
import { assessment, control, duty, inForce, on } from './fixture.ts';

const colour = new Chalk({ level: 0 });
const show = (report: Assessment, all = false) => terminalReport(report, { width: 80, colour, all });

describe('the terminal report', () => {
  test('a ready system reads as in the design', () => {
    expect(show(assessment())).toBe(`Retina reading aid 3.2 · Provider · as of 22 Nov 2026
law checked to 6 Oct 2026

  Device     MDR, class IIa, notified body needed  Rule 11(a) · retina.yaml:15
             Rule 11(a): information for decisions
  AI Act     High-risk                             Art. 6(1) · from 2 Aug 2028
             Device that needs a notified body
  Data       No duty found
  Oversight  No duty found

◷ By 2 Aug 2028, in 619 days (1 of 1 missing)
  Let the overseer override an output                             retina.yaml:31
      Give every output a way to be set aside and record it.
      AI Act Art. 14(4)(d) · eu-ai-act.art-14.override

READY by 22 Nov 2026: none of the 21 duties checked is missing (2 gaps accepted,
                      9 claimed without evidence).
Next: 2 Aug 2028, 31 duties.

Not legal advice. Law as checked on 6 Oct 2026.
`);
  });

  test('what is missing in force stands apart from what comes later', () => {
    const report = show(assessment({ duties: [duty(), inForce()] }));
    const today = report.indexOf('✖ Missing today (1)');
    expect(report.slice(today)).toContain('Data protection impact assessment');
    expect(report.indexOf('◷ By 2 Aug 2028')).toBeGreaterThan(today);
  });

  test('a prohibited practice comes first', () => {
    const { classification } = assessment();
    const because = [
      { rule: 'eu-ai-act.level', title: 'Level', value: null, source: [], facts: [] },
      {
        rule: 'eu-ai-act.art-5.f',
        title: 'Inferring emotions at work',
        value: 'yes' as const,
        source: ['ai-act:5(1)(f)'],
        facts: [{ fact: 'uses', answer: '[emotion-recognition]', line: 6, column: 7, endColumn: 11 }],
      },
    ];
    const aiAct = { ...classification.aiAct, value: 'prohibited', titles: ['Prohibited'], routes: [], because };
    const blocks = show(assessment({ classification: { ...classification, aiAct } })).split('\n\n');
    expect(blocks[1]).toBe('✖ PROHIBITED PRACTICE\n  Inferring emotions at work · AI Act Art. 5(1)(f) · retina.yaml:6');
  });

  test('several possible days and an event are all told', () => {
    const open = duty({ due: on('2027-12-02', '2028-08-02'), window: { from: '2027-12-02', to: '2028-08-02' } });
    expect(show(assessment({ duties: [open] }))).toContain('from 2 Dec 2027 or 2 Aug 2028');
    const waiting = inForce({
      inForce: 'no',
      window: { from: '2026-11-23', to: null },
      before: 'placing',
      beforeTitle: 'before placing on the market',
    });
    const report = show(assessment({ duties: [waiting] }));
    expect(report).toContain('◷ Before placing on the market (1 of 1 missing)');
    expect(report).not.toContain('Missing today');
  });

  test('ten items a section, then how many more', () => {
    const duties = Array.from({ length: 24 }, (_, index) => duty({ id: `d.${index}`, title: `Title ${index}.` }));
    expect(show(assessment({ duties }))).toContain('and 14 more: --all');
    expect(show(assessment({ duties }), true)).toContain('Title 23.');
  });

  test('soft law is never mixed with law', () => {
    const soft = inForce({ title: 'Have a panel review cases', level: 'good-practice', headline: null });
    const report = show(assessment({ duties: [soft] }));
    expect(report).not.toContain('Missing today');
    expect(report).toContain('Good practice and soft law (1 not in place)');
  });

  test('open questions are told, and where to answer them', () => {
    const questions = [{ fact: 'uses', question: 'Which sensitive uses?', settles: ['eu-ai-act.level'] }];
    const { classification } = assessment();
    const possible = ['minimal', 'transparency', 'high-risk'];
    const aiAct = { ...classification.aiAct, value: null, possible, names: possible };
    const report = show(assessment({ questions, classification: { ...classification, aiAct } }));
    expect(report).toMatch(/Open: minimal, transparency or high-risk +1 question/);
    expect(report).toContain('? Open questions (1)   run aiact-check init retina.yaml');
  });

  test('a claim below the facts and the state of a gap are told', () => {
    const location = { line: 9, column: 3, endColumn: 9 };
    const claim = {
      fact: 'claims.device-class',
      title: 'Claimed class',
      claimed: 'I',
      possible: ['IIa'],
      claimedName: 'I',
      possibleNames: ['IIa'],
      location,
    };
    const gap = { duty: duty().id, because: 'Budget', by: 'QA', since: '2026-11-01', until: '2027-01-31', location };
    const report = show(
      assessment({
        claims: [{ ...claim, finding: 'below' }],
        acceptedGaps: [{ ...gap, state: 'valid', ending: false }],
      }),
    );
    expect(report).toContain('I is claimed, the facts give IIa: the claim is too low.');
    expect(report).toContain('Gap accepted by QA until 31 Jan 2027; the duty still applies.');
  });

  test('a rival reading stands beside what it would change', () => {
    const { classification } = assessment();
    const would = [{ of: 'eu-ai-act.level', possible: ['minimal'], names: ['minimal'] }];
    const contested = [{ rule: 'r', reading: 'Read narrowly.', source: ['draft-guidelines:81'], would }];
    const aiAct = { ...classification.aiAct, contested };
    const report = show(assessment({ classification: { ...classification, aiAct } })).replaceAll(/\s+/g, ' ');
    expect(report).toContain('Contested: Read narrowly. (Draft guidelines ¶81) That reading gives: minimal.');
  });

  test('evidence that is not there is named', () => {
    const controls = [
      control({
        fault: 'evidence-not-found',
        evidence: [{ path: 'docs/x.md', status: 'not-found', files: [], cut: false }],
      }),
    ];
    expect(show(assessment({ duties: [inForce({ controls })] }))).toContain('Evidence not found: docs/x.md.');
  });

  test('French', () => {
    const counts = { ...assessment().verdict.counts, missingNow: 2, missingLater: 0, unansweredDuties: 4 };
    const verdict = { ...assessment().verdict, value: 'not-ready', because: ['duties-missing'], counts } as const;
    const report = show(assessment({ language: 'fr', duties: [inForce()], verdict }));
    expect(report).toContain("✖ Manquant aujourd'hui (1)");
    expect(report).toContain('RGPD, art. 35, § 3, b)');
    expect(report).toContain("PAS PRÊT   2 manquantes aujourd'hui · 4 sans réponse");
    expect(report).toContain('Ne constitue pas un conseil juridique.');
  });
});
