import type { AssessedDuty, Assessment, InputError } from '../assessment/contract.ts';
import { effectOf } from '../assessment/verdict.ts';
import { textOf } from '../text/text.ts';
import { type Context, citeFirst, contextOf, systemName, whenDue } from './context.ts';
import { plannedBy } from './duties.ts';
import type { Finding, SystemFindings } from './finding.ts';
import { visible } from './safe.ts';
import { verdictLine } from './verdict.ts';
import { type Element, element, xmlDocument } from './xml.ts';

/** One child at most: Jenkins keeps one. */
interface Case {
  readonly name: string;
  readonly outcome: Outcome | null;
}

interface Outcome {
  readonly kind: 'failure' | 'error' | 'skipped';
  readonly type: string;
  readonly message: string;
  /** Below the message, which GitLab shows only where the body repeats it. */
  readonly more: readonly string[];
}

/**
 * Test results as Jenkins, GitLab and others read them: a suite a system, a test for its verdict and one a duty that applies or may.
 * A test fails or is in error exactly where the exit code is not 0.
 */
export function junitReport(
  systems: readonly SystemFindings[],
  errors: readonly InputError[],
  { language }: { readonly language: 'en' | 'fr' },
): string {
  const suites = [...systems.map(systemSuite), ...fileSuites(errors, language)];
  const total = (key: string) => suites.reduce((sum, { attributes }) => sum + Number(attributes[key]), 0);
  const counts = { tests: total('tests'), failures: total('failures'), errors: total('errors') };
  return xmlDocument(element('testsuites', { name: 'aiact-check', ...counts, time: 0 }, suites));
}

function systemSuite({ report, findings }: SystemFindings): Element {
  const context = contextOf(report, false);
  const properties = {
    'as-of': report.asOf,
    horizon: report.horizon,
    'law-version': report.law.version,
    'law-sha256': report.law.sha256,
    'law-checked-on': report.law.checkedOn,
    'tool-version': report.tool.version,
  };
  const cases = [verdictCase(context), ...otherCases(context, findings), ...dutyCases(context, findings)];
  return suite(systemName(report.system), report.source.repositoryPath, cases, properties);
}

function suite(name: string, file: string, cases: readonly Case[], properties: Record<string, string>): Element {
  const having = (kind: Outcome['kind']) => cases.filter(({ outcome }) => outcome?.kind === kind).length;
  const counts = { failures: having('failure'), errors: having('error'), skipped: having('skipped') };
  const told = Object.entries(properties).map(([key, value]) => element('property', { name: key, value }));
  return element('testsuite', { name, file, tests: cases.length, ...counts, time: 0 }, [
    ...(told.length === 0 ? [] : [element('properties', {}, told)]),
    ...cases.map((test) => written(test, file)),
  ]);
}

/** GitLab tells tests apart by class and name, so that the class has to name the system. */
function written({ name, outcome }: Case, file: string): Element {
  const attributes = { classname: file, name, time: 0 };
  if (outcome === null) return element('testcase', attributes);
  const { kind, type, message, more } = outcome;
  return element('testcase', attributes, [
    element(kind, { type, message }, [message, ...more].map(visible).join('\n')),
  ]);
}

function verdictCase(context: Context): Case {
  const { report, text } = context;
  const { value } = report.verdict;
  if (value === 'ready') return { name: text.lists.verdict, outcome: null };
  const { word, rest, notes } = verdictLine(context);
  const outcome: Outcome = {
    kind: 'failure',
    type: value,
    message: `${word} ${rest}`.trimEnd(),
    more: notes,
  };
  return { name: text.lists.verdict, outcome };
}

/** What was found that is no duty: claims, acceptances, what is open. The same rule may have found several things. */
function otherCases({ report }: Context, findings: readonly Finding[]): Case[] {
  const duties = new Set(report.duties.map(({ id }) => id));
  const own = findings.filter(({ rule }) => !duties.has(rule));
  return own.map((finding, index) => {
    const earlier = own.slice(0, index).filter(({ rule }) => rule === finding.rule).length;
    const id = earlier === 0 ? finding.rule : `${finding.rule} ${earlier + 1}`;
    return { name: `${finding.title} (${id})`, outcome: outcomeOf(report, finding, finding.severity === 'error') };
  });
}

function dutyCases(context: Context, findings: readonly Finding[]): Case[] {
  const { report } = context;
  const found = new Map(findings.map((finding) => [finding.rule, finding]));
  return report.duties
    .filter(({ applies }) => applies !== 'no')
    .map((duty) => {
      const name = `${duty.title} (${duty.id})`;
      if (duty.status === 'in-place') return { name, outcome: null };
      const finding = found.get(duty.id);
      if (finding === undefined) return { name, outcome: passedOver(context, duty) };
      return { name, outcome: outcomeOf(report, finding, effectOf(duty, report) === 'fails') };
    });
}

function outcomeOf(report: Assessment, finding: Finding, fails: boolean): Outcome {
  const { status, message, toDo, source, url, location, suppression } = finding;
  const place = location === null ? [] : [`${report.source.repositoryPath}:${location.line}`];
  const cited = [source, url ?? ''].filter((words) => words !== '').join(' · ');
  const reason = suppression === null ? message : suppression.because;
  const more = [...(suppression === null ? [] : [message]), ...toDo, ...(cited === '' ? [] : [cited]), ...place];
  return { kind: fails ? 'failure' : 'skipped', type: status, message: reason, more };
}

/** A duty that is no finding, nor in place: planned, spared, to be answered later, or of a kind that does not count. */
function passedOver(context: Context, duty: AssessedDuty): Outcome {
  const { text } = context;
  const stands = text.findings.stands(
    text.status[duty.status],
    whenDue(context, duty),
    citeFirst(context, duty.source),
  );
  const more = [
    ...(duty.applies === 'unknown' ? [text.findings.appliesOpen] : []),
    ...(duty.status === 'planned' ? [plannedBy(context, duty)] : []),
    ...(duty.spared === null ? [] : [text.sparedUntil(duty.spared.reason, duty.spared.ends)]),
  ];
  return { kind: 'skipped', type: duty.status, message: stands, more };
}

/** A file that could not be read is one test in error. */
function fileSuites(errors: readonly InputError[], language: 'en' | 'fr'): Element[] {
  const { lists } = textOf(language);
  const paths = [...new Set(errors.map(({ repositoryPath }) => repositoryPath))];
  return paths.map((path) => {
    const own = errors.filter((error) => error.repositoryPath === path);
    const told = own.map(({ line, column, message }) =>
      line === null ? message : `${path}:${line}:${column ?? 1} ${message}`,
    );
    const [message = '', ...more] = told;
    const outcome: Outcome = { kind: 'error', type: own[0]?.code ?? '', message, more };
    return suite(path, path, [{ name: lists.fileError, outcome }], {});
  });
}
