import { type ChangeNotion, factsIn, type ChangeSign as LawSign, namesIn } from '../law/law.ts';
import type { Truth } from '../logic/truth.ts';
import type { Derived } from './derived.ts';
import { doubtsOf } from './doubts.ts';
import { type Compared, compareById, compareCondition, compareControl } from './signs.ts';

/**
 * What a change of description may be in law; never what it is, since descriptions show little of a change.
 * `likely`: by the cited text, what was changed makes it one. `possible`: an indication only. `open`: something points to it, but it is not
 * known whether it applies at all. `no-sign`: nothing in the two descriptions points to it.
 */
export interface AssessedChange {
  readonly id: string;
  readonly title: string;
  readonly source: readonly string[];
  readonly value: 'likely' | 'possible' | 'no-sign' | 'not-applicable' | 'open';
  readonly because: readonly ChangeSign[];
  /** What no description shows; null where nothing is to be added. */
  readonly unseen: string | null;
  /** What does not count. */
  readonly spared: string | null;
  readonly leadsTo: string;
  readonly contested: readonly { readonly reading: string; readonly source: readonly string[] }[];
}

export interface ChangeSign {
  readonly says: string;
  readonly source: readonly string[];
  readonly strength: LawSign['strength'];
  /** Ids of the facts, scales, concepts or controls that come out otherwise. */
  readonly facts: readonly string[];
  /** False where these are not known of both descriptions: an indication at most. */
  readonly certain: boolean;
}

/** In the order of the law, whatever they come to. */
export function assessChanges(before: Derived, after: Derived): AssessedChange[] {
  const { loaded, lawModel } = after;
  return loaded.law.changes.filter(lawModel.exists).map((change): AssessedChange => {
    const { id, source, when } = change;
    const applies = before.holds(when);
    const because = applies === 'no' ? [] : signsOf(change, before, after);
    const words = (key: string) => loaded.texts[id]?.[key] ?? null;
    return {
      id,
      title: after.text(id),
      source,
      value: resultOf(applies, because),
      because,
      unseen: words('unseen'),
      spared: words('spared'),
      leadsTo: after.text(id, 'leads-to'),
      contested: doubtsOf(change, after).map((doubt) => ({ reading: doubt.reading, source: doubt.source })),
    };
  });
}

function resultOf(applies: Truth, because: readonly ChangeSign[]): AssessedChange['value'] {
  if (applies === 'no') return 'not-applicable';
  if (because.length === 0) return 'no-sign';
  if (applies === 'unknown') return 'open';
  return because.some(({ strength }) => strength === 'by-text') ? 'likely' : 'possible';
}

/** Each fact, scale or control counts for the first sign that it gives. */
function signsOf({ id, signs }: ChangeNotion, before: Derived, after: Derived): ChangeSign[] {
  const told = new Set<string>();
  return signs.flatMap((sign, index) => {
    const found = lookedAt(sign, before, after).filter(([named]) => !told.has(named));
    const named = (wanted: Compared) => found.flatMap(([one, compared]) => (compared === wanted ? [one] : []));
    const [certain, halfKnown] = [named('otherwise'), named('half-known')];
    for (const one of [...certain, ...halfKnown]) told.add(one);
    const { strength, source } = sign;
    const says = after.text(id, `sign.${index}`);
    return [
      ...(certain.length === 0 ? [] : [{ says, source, strength, facts: certain, certain: true }]),
      ...(halfKnown.length === 0
        ? []
        : [{ says, source, strength: 'indication' as const, facts: halfKnown, certain: false }]),
    ];
  });
}

function lookedAt(sign: LawSign, before: Derived, after: Derived): [named: string, compared: Compared][] {
  const { otherwise, widened, dropped, becomes } = sign;
  const compared = new Map<string, Compared>();
  if (becomes) {
    const result = compareCondition(becomes, before, after);
    for (const named of [...factsIn(becomes), ...namesIn(becomes)]) compared.set(named, result);
  }
  for (const named of otherwise) compared.set(named, compareById(named, 'otherwise', before, after));
  for (const named of widened) compared.set(named, compareById(named, 'widened', before, after));
  for (const { id } of after.loaded.law.controls)
    if (dropped.some((beginning) => id === beginning || id.startsWith(`${beginning}.`)))
      compared.set(id, compareControl(id, before, after));
  return [...compared];
}
