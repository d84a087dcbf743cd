import type { Assessment, Location } from '../assessment/contract.ts';
import { sha256Of } from '../yaml/sha256.ts';
import { contextOf } from './context.ts';
import { byUrgency, type Finding } from './finding.ts';
import { dutyFindings, type FoundDuty, unsettledDuties } from './findings-of-duties.ts';
import { agedGaps, claimsBelow, openClassification, practised } from './findings-of-records.ts';
import { mapStrings, visible } from './safe.ts';

/**
 * What a pipeline is told, the most pressing first and what is suppressed last. Pure. A report is ready exactly where no
 * error is left that is not suppressed.
 */
export function findingsOf(report: Assessment): readonly Finding[] {
  const context = contextOf(report, false);
  const duties = dutyFindings(context);
  const those = (chosen: (duty: FoundDuty) => boolean) => duties.filter(chosen).map(({ found }) => found);
  const found = [
    ...practised(context, duties),
    ...those(({ effect, duty }) => effect === 'fails' && duty.prohibition),
    ...claimsBelow(context),
    ...those(({ effect, duty }) => effect === 'fails' && !duty.prohibition),
    ...agedGaps(context),
    ...openClassification(context),
    ...those(({ effect }) => effect !== 'fails'),
    ...unsettledDuties(context),
  ].sort(byUrgency);
  const seen = new Map<string, number>();
  return found.map(({ of = '', ...finding }) => {
    const key = [report.source.repositoryPath, finding.rule, of].join('\n');
    const earlier = seen.get(key) ?? 0;
    seen.set(key, earlier + 1);
    const fingerprint = sha256Of(earlier === 0 ? key : `${key}\n${earlier}`);
    return { ...mapStrings(finding, visible), location: inFile(finding.location), fingerprint };
  });
}

/** What was given on the command line stands in no file. */
function inFile(location: Location | null): Location | null {
  return location === null || location.line === 0 ? null : location;
}
