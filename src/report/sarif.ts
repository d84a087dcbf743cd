import type { Assessment, InputError } from '../assessment/contract.ts';
import { exitCodeOf } from '../assessment/verdict.ts';
import { textOf } from '../text/text.ts';
import { byUrgency, type Finding, type SystemFindings } from './finding.ts';
import { locationOfError } from './input-errors.ts';
import { jsonText } from './json.ts';
import { type RuleTold, ruleTold } from './rule-told.ts';
import { visible } from './safe.ts';
import { artifactLocation, physicalLocation, plainText } from './sarif-parts.ts';
import { sarifRule } from './sarif-rule.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
/** GitHub shows no more, and refuses a file with many more. */
const MOST_RESULTS = 5000;

interface Result {
  readonly finding: Finding;
  readonly report: Assessment;
}

interface Rule {
  readonly told: RuleTold;
  readonly severity: Finding['severity'];
}

/** SARIF 2.1.0 as GitHub reads it: one run for all systems, the most pressing results first. */
export function sarifReport(
  systems: readonly SystemFindings[],
  errors: readonly InputError[],
  { language, version }: { readonly language: 'en' | 'fr'; readonly version: string },
): string {
  const all = pressingFirst(systems);
  const results = all.slice(0, MOST_RESULTS);
  const rules = rulesOf(results);
  const indices = new Map([...rules.keys()].map((id, index) => [id, index]));
  const run = {
    tool: {
      driver: {
        name: 'aiact-check',
        version,
        semanticVersion: version,
        rules: [...rules.values()].map(({ told, severity }) => sarifRule(told, severity)),
      },
    },
    language,
    columnKind: 'utf16CodeUnits',
    automationDetails: { id: categoryOf(systems, errors) },
    artifacts: artifactsOf(systems),
    invocations: [invocation(systems, errors, all.length - results.length, language)],
    results: results.map((result) => sarifResult(result, indices.get(result.finding.rule) ?? 0)),
  };
  return jsonText({ $schema: SCHEMA, version: '2.1.0', runs: [run] });
}

/** Errors of all systems come before the warnings of any; what is suppressed comes last. */
function pressingFirst(systems: readonly SystemFindings[]): Result[] {
  return systems
    .flatMap(({ report, findings }) => findings.map((finding) => ({ finding, report })))
    .sort((a, b) => byUrgency(a.finding, b.finding));
}

/** The first result of a rule is its gravest. */
function rulesOf(results: readonly Result[]): ReadonlyMap<string, Rule> {
  const rules = new Map<string, Rule>();
  for (const { finding, report } of results) {
    if (rules.has(finding.rule)) continue;
    rules.set(finding.rule, { told: ruleTold(report, finding), severity: finding.severity });
  }
  return rules;
}

function sarifResult({ finding, report }: Result, ruleIndex: number): object {
  const { rule, severity, message, toDo, location, suppression, fingerprint } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    message: { text: plainText([message, ...toDo].join(' ')) },
    locations: [physicalLocation(report.source.repositoryPath, location)],
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1` },
    ...(suppression === null
      ? {}
      : { suppressions: [{ kind: 'external', status: 'accepted', justification: suppression.because }] }),
  };
}

/** GitHub closes what a later file of the same category does not report: a single system has one of its own. */
function categoryOf(systems: readonly SystemFindings[], errors: readonly InputError[]): string {
  const [only] = systems.length === 1 && errors.length === 0 ? systems : [];
  return only === undefined
    ? 'aiact-check/'
    : `aiact-check/${artifactLocation(only.report.source.repositoryPath).uri}/`;
}

function artifactsOf(systems: readonly SystemFindings[]): object[] {
  const hashes = new Map(systems.map(({ report: { source } }) => [source.repositoryPath, source.sha256]));
  return [...hashes].map(([path, hash]) => ({ location: artifactLocation(path), hashes: { 'sha-256': hash } }));
}

/** What became of the run, apart from what was found: the exit code, and the files that could not be used. */
function invocation(
  systems: readonly SystemFindings[],
  errors: readonly InputError[],
  leftOut: number,
  language: 'en' | 'fr',
): object {
  const notifications = [
    ...errors.map((error) => ({
      descriptor: { id: error.code },
      level: 'error',
      message: { text: plainText(visible(error.message)) },
      locations: [physicalLocation(error.repositoryPath, locationOfError(error))],
    })),
    ...(leftOut === 0
      ? []
      : [
          {
            descriptor: { id: 'left-out' },
            level: 'warning',
            message: { text: textOf(language).findings.leftOut(leftOut) },
          },
        ]),
  ];
  return {
    executionSuccessful: errors.length === 0,
    exitCode: exitCodeOf(
      systems.map(({ report }) => report),
      errors,
    ),
    ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
  };
}
