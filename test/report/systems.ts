import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type AssessOptions, assess, DEFAULT_POLICY } from '../../src/assessment/assess.ts';
import type { Assessment } from '../../src/assessment/contract.ts';
import { readDescription } from '../../src/description/read.ts';
import { loadLaw } from '../../src/law/artefact.ts';
import type { SystemFindings } from '../../src/report/finding.ts';
import { findingsOf } from '../../src/report/findings.ts';
import { Source } from '../../src/yaml/source.ts';
import { ROOT } from '../law/real.ts';
import { assessment, control, duty, inForce } from './fixture.ts';

type Language = 'en' | 'fr';

const AS_OF = '2026-11-22';
const LAWS = { en: loadLaw(`${ROOT}dist/law`, 'en'), fr: loadLaw(`${ROOT}dist/law`, 'fr') };

export const EXAMPLES: readonly string[] = readdirSync(`${ROOT}examples`, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => `examples/${path}`);

/** What the library makes of a description, nothing being looked for on the disk. */
export function assessedText(
  text: string,
  language: Language = 'en',
  options: Partial<AssessOptions> = {},
): Assessment {
  const law = LAWS[language];
  const { description, problems } = readDescription(new Source('system.yaml', text), law.law);
  if (description === undefined) throw new Error(JSON.stringify(problems));
  const given = { toolVersion: '0.1.0', asOf: AS_OF, horizon: AS_OF, evidence: new Map(), policy: DEFAULT_POLICY };
  return assess(description, law, { ...given, ...options });
}

export function assessedExample(
  path: string,
  language: Language = 'en',
  options: Partial<AssessOptions> = {},
): Assessment {
  return assessedText(readFileSync(`${ROOT}${path}`, 'utf8'), language, { repositoryPath: path, ...options });
}

export function withFindings(report: Assessment): SystemFindings {
  return { report, findings: findingsOf(report) };
}

/** Strings that would do harm where a format forgot to write them out. */
export const HOSTILE: readonly string[] = [
  'a\n::error file=b::c',
  '::error::x',
  '##[error]x',
  ']]>',
  '<script>alert(1)</script>',
  '\u001b[31mred',
  '%0A::warning::x',
  '\u202eevil\u2066',
  '\ud800',
  '\u2028x\u0085y',
  '[click](https://example.org/)',
  '{0} {{1}}',
  ',title=x:y',
  '`a` $b',
  '',
];

export const words: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

/** A system whose words are anybody's, with a finding of each kind. */
export const hostileSystem: fc.Arbitrary<Assessment> = fc
  .record({ name: words, path: words, text: words, id: words, french: fc.boolean() })
  .map(({ name, path, text, id, french }) => {
    const own = { title: text, controls: [control({ id, how: text, owner: name, question: text })] };
    const contested = [{ rule: id, reading: text, source: [text], would: [] }];
    const location = { line: 2, column: 3, endColumn: 9 };
    const gap = { because: text, by: name, since: '2026-01-01', location, ending: true };
    return assessment({
      language: french ? 'fr' : 'en',
      source: { path, repositoryPath: path, sha256: 'abc' },
      system: { name, version: text },
      baseline: { path, unused: [id, text] },
      claims: [
        {
          fact: id,
          title: text,
          claimed: text,
          possible: [text],
          claimedName: name,
          possibleNames: [text],
          finding: 'below',
          location,
        },
      ],
      duties: [
        inForce({ ...own, id: 'eu-act.a', contested }),
        inForce({ ...own, id: 'eu-act.b', status: 'accepted', gap: 'missing' }),
        duty({ ...own, id: 'eu-act.c' }),
      ],
      acceptedGaps: [
        { ...gap, duty: 'eu-act.b', until: '2026-12-01', state: 'valid' },
        { ...gap, duty: id, until: '2026-02-01', state: 'expired', ending: false },
      ],
      questions: [{ fact: id, question: text, settles: ['eu-ai-act.level'] }],
    });
  });
