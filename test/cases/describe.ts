import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect } from 'vitest';
import type { Assessment } from '../../src/assessment/contract.ts';
import { type Run, run } from '../cli/run.ts';
import { ROOT } from '../law/real.ts';

const isReport = new Ajv().compile(JSON.parse(readFileSync(`${ROOT}schema/assessment.schema.json`, 'utf8')));

export type Facts = Record<string, string>;

/** Every fact that can matter, answered for an unremarkable non-device in the hands of its maker. */
export const NEUTRAL: Facts = {
  'ai.technique': '[machine-learning]',
  'ai.learns-in-use': 'no',
  'ai.generates': 'none',
  'ai.general-purpose-model': 'none',
  'ai.third-party-parts': 'no',
  'operator.roles': '[provider]',
  'operator.changes': 'none',
  'operator.country': 'FR',
  'operator.size': 'small',
  'market.stage': 'development',
  'market.in-eu': 'yes',
  'market.output-in-eu': 'yes',
  'market.open-source': 'no',
  'market.planned-placing': '2027-03',
  'market.significant-change': 'planned',
  'deployment.by': '[private-hospital]',
  'deployment.context': '[care]',
  'deployment.in-use': 'no',
  'purpose.solely-for': 'none',
  'purpose.medical': 'none',
  'purpose.individual-patients': 'no',
  'purpose.processing': 'analysis',
  'purpose.used-for': 'none',
  'purpose.users': '[health-professional]',
  'device.relation': 'none',
  'device.mobile': 'no',
  'product.kind': 'none',
  uses: 'none',
  practices: 'none',
  'practice-exceptions': 'none',
  'people.interacts-directly': 'no',
  'people.affected': 'none',
  'people.publishes': 'none',
  'decision.task': 'none',
  'decision.material-influence': 'yes',
  'decision.profiling': 'no',
  'decision.solely-automated': 'no',
  'data.personal': 'none',
  'data.role': 'none',
  'data.processors': 'no',
  'data.features': 'none',
  'data.transfers': 'none',
  'data.studies': 'none',
  'data.processing-started': 'no',
  'data.bias-special-categories': 'no',
  'data.recordings': 'no',
};

/** Stand-alone diagnostic software of a maker, class IIb. */
export const DEVICE: Facts = {
  ...NEUTRAL,
  'purpose.medical': '[diagnosis]',
  'purpose.individual-patients': 'yes',
  'purpose.used-for': '[diagnostic-decisions]',
  'purpose.likely-harm': 'serious-deterioration',
  'device.conformity-route': 'notified-body',
  'device.legacy': 'none',
  'people.affected': '[patients]',
};

/** A hospital that uses a bought device of class IIa. */
export const BOUGHT: Facts = {
  ...DEVICE,
  'operator.roles': '[deployer]',
  'operator.size': 'large',
  'market.stage': 'on-market',
  'market.placed-on': '2025-03',
  'deployment.by': '[public-hospital]',
  'deployment.in-use': 'yes',
  'purpose.likely-harm': 'minor',
  'device.label.class': 'IIa',
};

/** Sorts files for a social security body, a preparatory task of a listed use, without profiling. */
export const BENEFITS: Facts = {
  ...NEUTRAL,
  uses: '[public-benefits]',
  'deployment.by': '[social-security]',
  'deployment.context': '[public-services]',
  'decision.task': '[preparatory]',
  'decision.material-influence': 'no',
};

export function describeSystem(facts: Facts, controls: Facts = {}, name = 'A system', description = ''): string {
  const lines = Object.entries(facts).map(([fact, value]) => `${fact}: ${value}`);
  const owned = Object.entries(controls).map(([control, value]) => `  ${control}: ${value}`);
  const about = JSON.stringify({ name, ...(description ? { description } : {}) });
  return [
    'aiact-check: "1.0"',
    `system: ${about}`,
    ...lines,
    ...(owned.length > 0 ? ['controls:', ...owned] : []),
    '',
  ].join('\n');
}

/** Checks a description with the built program on 22 November 2026, and the report against its schema. */
export function check(text: string, ...args: string[]): Assessment & { readonly exit: Run['code'] } {
  const ran = run(['-', '--format', 'json', ...(args.includes('--as-of') ? [] : ['--as-of', '2026-11-22']), ...args], {
    stdin: text,
  });
  if (ran.out === '') throw new Error(ran.err);
  expect(isReport(JSON.parse(ran.out)), JSON.stringify(isReport.errors)).toBe(true);
  return { ...(JSON.parse(ran.out) as Assessment), exit: ran.code };
}

export function applying(report: Assessment): string[] {
  return report.duties.filter(({ applies }) => applies === 'yes').map(({ id }) => id);
}

/** The articles of an act on which some duty of the given standing rests. */
export function articles(report: Assessment, act: string, standing: 'yes' | 'no' | 'unknown' = 'yes'): Set<string> {
  const cited = report.duties.filter(({ applies }) => applies === standing).flatMap(({ source }) => source);
  return new Set(
    cited.flatMap((citation) =>
      citation.startsWith(`${act}:`) ? (/^[^(]+/.exec(citation.slice(act.length + 1)) ?? []) : [],
    ),
  );
}
