import type { AssessedControl, Evidence } from '../assessment/contract.ts';
import type { Text } from '../text/text.ts';

/** Of the files in a folder or by a pattern that are at fault. */
const FILES_SHOWN = 3;

/** Why a control counts as missing that is said to be there: one sentence, or none. */
export function faults(
  { text }: { readonly text: Text },
  { fault, evidence }: Pick<AssessedControl, 'fault' | 'evidence'>,
): string[] {
  if (fault === null) return [];
  const status = fault.replace('evidence-', '');
  const paths = evidence.filter((cited) => cited.status === status).map((cited) => withFiles(cited, status));
  return [text.fault[fault](paths.join(', '))];
}

/** As cited, with the files at fault where others are not. */
function withFiles({ path, files }: Evidence, status: string): string {
  const faulty = files.filter((file) => file.status === status).map((file) => file.path);
  if (faulty.length === files.length) return path;
  const shown = faulty.length > FILES_SHOWN ? [...faulty.slice(0, FILES_SHOWN), '…'] : faulty;
  return `${path} (${shown.join(', ')})`;
}
