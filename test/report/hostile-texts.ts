import type { AssessedControl, AssessedDuty, Assessment } from '../../src/assessment/contract.ts';

/** What somebody might write to be more than text. */
export const HOSTILE: readonly string[] = [
  'two\nlines\r\nand three',
  '\n::error file=x::y',
  '::error file=x::y',
  'a ::stop-commands::z ##[error]boo ##vso[task.complete]',
  ']]>]]&gt;<!-- --><?x?>',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '"><testcase name="injected"/><x y="',
  '\u001b[31mred\u001b[0m\u001b]0;title\u0007\u009b1m',
  '100%0A::error::%25 %2C %3A',
  'evil\u202egnp.exe\u2066\u200b\u2028\u2029\u0085\ufeff',
  'lone \ud800 and \udc00 and \ufffe',
  '=HYPERLINK("http://x.example?"&A1,"y")',
  '+1;=1+1\t=2\r\n=3',
  '"\r\n"=1+1","-2","@SUM(A1)',
  "\uff1dcmd|' /c calc'!A1",
  '@user @org/team #12 a!1 https://x.example www.x.example',
  'a | b || c | `d` ```e *f* _g_ [h](i) ![j](k) $l$ ~~m~~',
  '# h\n## i\n- [ ] j\n> k\n---\n| l |\n| --- |',
  '{code}{html}[~user]!x.png!{{y}}\\\\',
  '../../etc/passwd',
];

/** The texts one after the other, from a given one on, for ever. */
export function inTurn(texts: readonly string[], start: number): () => string {
  let at = start;
  return () => texts[at++ % texts.length] ?? '';
}

/** A report in which a user wrote `next()` wherever users write; a gap of each kind is put in if there is a duty for it. */
export function writtenBy(report: Assessment, next: () => string): Assessment {
  const { classification, duties, source } = report;
  const [accepted, known, expired] = duties.filter(({ applies, prohibition }) => applies === 'yes' && !prohibition);
  const because = (reasons: Assessment['classification']['aiAct']['because']) =>
    reasons.map((reason) => ({ ...reason, facts: reason.facts.map((fact) => ({ ...fact, answer: next() })) }));
  const gap = (duty: AssessedDuty, state: 'valid' | 'expired') => ({
    duty: duty.id,
    because: next(),
    by: next(),
    since: '2026-11-01',
    until: '2026-12-01',
    state,
    ending: state === 'valid',
    location: { line: 3, column: 5, endColumn: 9 },
  });
  return {
    ...report,
    source: { ...source, path: next(), repositoryPath: next() },
    system: { name: next(), version: next() },
    baseline: { path: next(), unused: [next(), next()] },
    classification: {
      ...classification,
      aiAct: { ...classification.aiAct, because: because(classification.aiAct.because) },
      device: { ...classification.device, because: because(classification.device.because) },
    },
    duties: duties.map((duty) => ({
      ...duty,
      ...(duty === accepted ? ({ status: 'accepted', gap: 'missing' } as const) : {}),
      ...(duty === known ? ({ status: 'known', gap: 'missing' } as const) : {}),
      controls: duty.controls.map((control) => controlOf(control, next)),
    })),
    controls: report.controls.map((control) => ({ ...control, ...controlOf(control, next) })),
    acceptedGaps: [
      ...(accepted === undefined ? [] : [gap(accepted, 'valid')]),
      ...(expired === undefined ? [] : [gap(expired, 'expired')]),
    ],
  };
}

function controlOf(control: AssessedControl, next: () => string): AssessedControl {
  const files = [
    { path: next(), status: 'found' as const, size: 1, sha256: 'ab' },
    { path: next(), status: 'not-found' as const, size: null, sha256: null },
  ];
  const evidence = { path: next(), status: 'not-found' as const, files, cut: false };
  const fault = control.status === 'missing' ? ('evidence-not-found' as const) : control.fault;
  return { ...control, owner: next(), evidence: [evidence], fault };
}
