import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assess, DEFAULT_POLICY } from '../src/assessment/assess.ts';
import type { Assessment } from '../src/assessment/contract.ts';
import type { Description } from '../src/description/description.ts';
import { readDescription } from '../src/description/read.ts';
import { lookForEvidence } from '../src/evidence/evidence.ts';
import { Source } from '../src/yaml/source.ts';
import { ROOT, realLaw } from './law/real.ts';

const examples = readdirSync(`${ROOT}examples`, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => join(ROOT, 'examples', path));

/** What a careful reviewer accepts for a system of that kind: level and route, and the range of classes. */
const ACCEPTABLE: Record<string, { kinds: string[]; classes: string[] }> = {
  'therapixel-mammoscreen': { kinds: ['high-risk annex-i'], classes: ['IIb', 'III'] },
  'valenciennes-saniia-er-flow': { kinds: ['minimal'], classes: ['not-a-device'] },
  'mutuelle-health-pricing': { kinds: ['high-risk annex-iii'], classes: ['not-a-device'] },
  'wysa-chatbot': { kinds: ['high-risk annex-i'], classes: ['IIa', 'IIb', 'III'] },
  'medical-scribe-report-drafting': { kinds: ['transparency'], classes: ['not-a-device'] },
  'virtual-mouse-brain': { kinds: ['out-of-scope research'], classes: ['not-a-device'] },
  'fundus-128k-diabetic-retinopathy': { kinds: ['high-risk annex-i'], classes: ['IIa', 'IIb', 'III'] },
  'cardiologs-ecg': { kinds: ['high-risk annex-i'], classes: ['IIa', 'IIb'] },
  'trousseau-suog-fetal-ultrasound': { kinds: ['high-risk annex-i', 'open'], classes: ['IIb', 'III'] },
  'icm-alzheimer-mri': { kinds: ['out-of-scope research'], classes: ['not-a-device'] },
  'owkin-portrait-pathology': { kinds: ['high-risk annex-i'], classes: ['C'] },
  'remote-monitoring-ai': { kinds: ['high-risk annex-i'], classes: ['IIa', 'IIb'] },
  'aphp-eds-warehouse': { kinds: ['not-an-ai-system'], classes: ['not-a-device'] },
  'aphp-18-comorbidity-algorithms': { kinds: ['out-of-scope research'], classes: ['not-a-device'] },
  'partages-medical-llm': {
    kinds: ['out-of-scope research', 'minimal', 'transparency', 'open'],
    classes: ['not-a-device', 'IIa', 'IIb', 'III'],
  },
  'posos-drug-interactions': { kinds: ['high-risk annex-i'], classes: ['IIa', 'IIb'] },
  'dose-optimisation': { kinds: ['high-risk annex-i'], classes: ['IIb', 'III'] },
  'rentosertib-insilico': { kinds: ['out-of-scope research', 'out-of-scope territorial'], classes: ['not-a-device'] },
  'owlie-chatbot': {
    kinds: ['not-an-ai-system', 'transparency', 'high-risk annex-i', 'open'],
    classes: ['not-a-device', 'I', 'IIa', 'IIb'],
  },
  'aldebaran-robot': { kinds: ['transparency', 'open'], classes: ['not-a-device'] },
  'mutuelle-member-services-claims': { kinds: ['transparency'], classes: ['not-a-device'] },
  'ethik-ia-platform': { kinds: ['not-an-ai-system', 'open'], classes: ['not-a-device'] },
  'hospital-cyberattack-detection': { kinds: ['minimal'], classes: ['not-a-device'] },
  'non-medical-ai-in-hospital': { kinds: ['minimal'], classes: ['not-a-device'] },
};

function read(path: string): Description {
  const { description, problems } = readDescription(new Source(path, readFileSync(path, 'utf8')), realLaw().law);
  if (description === undefined) throw new Error(JSON.stringify(problems));
  return description;
}

function check(description: Description): Assessment {
  const cited = [...description.controls.values()].flatMap(({ evidence }) => evidence);
  const evidence = lookForEvidence(cited, dirname(description.path), ROOT);
  const asOf = '2026-11-22';
  return assess(description, realLaw(), { toolVersion: '0', asOf, horizon: asOf, evidence, policy: DEFAULT_POLICY });
}

const holding = (named: readonly { id: string; value: string }[]) =>
  named.filter(({ value }) => value === 'yes').map(({ id }) => id);

/** What an example's expected file states, taken from a report. */
function outcome({ asOf, classification: { aiAct, device, overlays }, verdict }: Assessment) {
  const { missingNow, missingLater, unansweredDuties, unansweredFacts } = verdict.counts;
  return {
    asOf,
    level: aiAct.value,
    possible: aiAct.possible,
    outOfScope: aiAct.outOfScope,
    routes: holding(aiAct.routes),
    points: holding(aiAct.points),
    overlays: holding(overlays),
    device: device.value,
    regulation: device.regulation.value,
    class: device.class.value,
    thirdParty: device.thirdParty.value,
    from: aiAct.from?.value ?? null,
    verdict: verdict.value,
    missingNow,
    missingLater,
    unansweredDuties,
    unansweredFacts,
  };
}

describe.each(examples)('%s', (path) => {
  const id = basename(path, '.yaml');
  const { decisive, ...expected } = JSON.parse(readFileSync(path.replace(/yaml$/, 'expected.json'), 'utf8'));
  const description = read(path);
  const report = check(description);

  test('comes out as the file beside it says', () => {
    expect(outcome(report)).toEqual(expected);
  });

  test('lies within what a careful reviewer accepts', () => {
    const { aiAct, device } = report.classification;
    const kind = [
      aiAct.value ?? 'open',
      ...holding(aiAct.routes),
      ...(aiAct.outOfScope ? [aiAct.outOfScope] : []),
    ].join(' ');
    expect(ACCEPTABLE[id]?.kinds).toContain(kind);
    expect(ACCEPTABLE[id]?.classes).toEqual(expect.arrayContaining([...device.class.possible]));
  });

  test('cites only evidence that is there', () => {
    const faults = report.duties
      .flatMap(({ controls }) => controls)
      .filter(({ fault }) => fault?.startsWith('evidence'));
    expect(faults).toEqual([]);
  });

  test('without a decisive fact more levels are possible, the fact is asked for, and the verdict is never ready', () => {
    const opens = [...description.answers.keys()].filter((fact) => {
      const answers = new Map([...description.answers].filter(([known]) => known !== fact));
      const without = check({ ...description, answers });
      const { possible } = without.classification.aiAct;
      const before = report.classification.aiAct.possible;
      if (possible.length === before.length) return false;
      expect(possible).toEqual(expect.arrayContaining([...before]));
      expect(without.questions.map((question) => question.fact)).toContain(fact);
      expect(without.verdict.value).not.toBe('ready');
      return true;
    });
    expect(opens.sort()).toEqual([...decisive].sort());
  });
});

test('every example is held against what a reviewer accepts', () => {
  expect(examples.map((path) => basename(path, '.yaml')).sort()).toEqual(Object.keys(ACCEPTABLE).sort());
});
