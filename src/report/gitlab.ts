import type { Assessment, InputError } from '../assessment/contract.ts';
import { textOf } from '../text/text.ts';
import { sha256Of } from '../yaml/sha256.ts';
import type { Finding, SystemFindings } from './finding.ts';
import { jsonText } from './json.ts';
import { cutAtWord } from './layout.ts';
import { visible } from './safe.ts';

/** A line of the widget of a merge request, which wraps, but not for ever. */
const LONGEST = 400;

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'blocker' | 'critical' | 'major' | 'minor' | 'info';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
}

/** GitLab Code Quality: what is suppressed is left out, since there is no word for it. */
export function gitlabReport(
  systems: readonly SystemFindings[],
  errors: readonly InputError[],
  { language }: { readonly language: 'en' | 'fr' },
): string {
  const issues = [
    ...errors.map((error) => fileIssue(error, language)),
    ...systems.flatMap(({ report, findings }) =>
      findings.filter(({ suppression }) => suppression === null).map((finding) => issueOf(report, finding)),
    ),
  ];
  return jsonText(unique(issues));
}

function issueOf(report: Assessment, finding: Finding): Issue {
  const { rule, title, message, fingerprint, location } = finding;
  return {
    description: cutAtWord(textOf(report.language).findings.about(title, message), LONGEST),
    check_name: rule,
    fingerprint,
    severity: severityOf(report, finding),
    location: locationOf(report.source.repositoryPath, location?.line ?? 1),
  };
}

function fileIssue({ repositoryPath, line, code, message }: InputError, language: 'en' | 'fr'): Issue {
  const { findings } = textOf(language);
  return {
    description: cutAtWord(findings.about(findings.fileError, visible(message)), LONGEST),
    check_name: code,
    fingerprint: sha256Of([repositoryPath, code, message].join('\n')),
    severity: 'blocker',
    location: locationOf(repositoryPath, line ?? 1),
  };
}

/** What no day mends comes before what is in force, and that before what is due by the horizon or open. */
function severityOf(report: Assessment, { rule, severity, due, status }: Finding): Issue['severity'] {
  if (severity !== 'error') return severity === 'warning' ? 'minor' : 'info';
  if (rule === 'prohibited' || rule === 'claim-below') return 'blocker';
  if (report.duties.some(({ id, prohibition }) => id === rule && prohibition) && status === 'missing') return 'blocker';
  return due !== null && due <= report.asOf && status !== 'unanswered' ? 'critical' : 'major';
}

function locationOf(path: string, line: number): Issue['location'] {
  return { path, lines: { begin: line, end: line } };
}

/** GitLab takes issues with the same fingerprint for one: the same file may have been given twice. */
function unique(issues: readonly Issue[]): Issue[] {
  const seen = new Map<string, number>();
  return issues.map((issue) => {
    const earlier = seen.get(issue.fingerprint) ?? 0;
    seen.set(issue.fingerprint, earlier + 1);
    return earlier === 0 ? issue : { ...issue, fingerprint: sha256Of(`${issue.fingerprint}\n${earlier}`) };
  });
}
