import type { ChangeNotion } from '../law/law.ts';
import type { Entry } from './explanation.ts';
import type { Parts } from './parts.ts';
import type { Subject } from './subject.ts';

/** What a change may be in law, in full: what it needs, what points to it, what it leads to. */
export function changeEntry(change: ChangeNotion, of: Subject, parts: Parts): Entry {
  const { id, source, when, signs, contested } = change;
  return {
    ...of.common('change', id, source, change, of.doubts(id, contested)),
    kind: 'change',
    when: parts.when(when),
    signs: signs.map(({ strength, source: cited, otherwise, widened, dropped, becomes }, index) => ({
      says: of.text(id, `sign.${index}`),
      strength,
      source: cited,
      otherwise: otherwise.map((one) => parts.titled(one)),
      widened: widened.map((one) => parts.titled(one)),
      dropped: dropped.map((one) => parts.titled(one)),
      becomes: becomes === undefined ? null : parts.when(becomes),
    })),
    unseen: of.words(id, 'unseen'),
    spared: of.words(id, 'spared'),
    leadsTo: of.text(id, 'leads-to'),
  };
}
