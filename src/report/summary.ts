import type { Language } from '../law/law.ts';
import { textOf } from '../text/text.ts';
import { type Block, line, type Page } from './page.ts';

/** One answer that became another; null for nothing. */
interface Change {
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
}

interface Written {
  readonly added: readonly Change[];
  readonly changed: readonly Change[];
  readonly removed: readonly Change[];
}

export interface Where {
  /** The file that was meant, and the one that was written. */
  readonly file: string;
  readonly saved: string;
  readonly beside: boolean;
  readonly language: Language;
}

/** Which facts and controls were added or changed, from what to what, and where they are. */
export function summaryPage({ added, changed, removed }: Written, { file, saved, beside, language }: Where): Page {
  const { handOver: words } = textOf(language);
  const block = (heading: string, changes: readonly Change[]): Block[] => {
    const lines = changes.map(({ id, from, to }) => {
      if (from !== null && to !== null) return line(0, words.fromTo(id, from, to));
      return line(0, `${id}: ${to ?? from ?? ''}`);
    });
    return lines.length === 0 ? [] : [{ heading, tone: 'plain', lines }];
  };
  const blocks = [
    ...block(words.added(added.length), added),
    ...block(words.changed(changed.length), changed),
    ...block(words.removed(removed.length), removed),
  ];
  const title =
    blocks.length === 0 ? words.nothingChanged(file) : beside ? words.savedBeside(file, saved) : words.saved(saved);
  return { title, facts: [], blocks, legal: words.nextStep(saved) };
}
