import { isBetter } from './compared-duties.ts';
import type { Comparison, OutcomeChange, Turn } from './comparison-contract.ts';
import type { Assessment } from './contract.ts';

type Found = Pick<Comparison, 'classification' | 'duties' | 'changes'>;

/**
 * Why it is worse. A level or class is not for being settled among what was possible, nor a duty or the verdict for being missing
 * or not ready where nobody had answered: silence is no merit.
 */
export function worseBy(before: Assessment, after: Assessment, { classification, duties, changes }: Found): Turn[] {
  const { level, deviceClass } = classification;
  const own = [...duties.begin, ...duties.worse, ...duties.other, ...duties.due];
  const mayBe = changes.filter(({ value }) => value !== 'no-sign' && value !== 'not-applicable');
  return turns([
    ['verdict', isReady(before) && !isReady(after) ? [after.verdict.value] : []],
    ['level', level.turn === 'more-severe' ? idsOf(level) : []],
    ['level-open', opens(level) ? idsOf(level) : []],
    ['device-class', deviceClass.turn === 'more-severe' ? idsOf(deviceClass) : []],
    ['device-open', opens(classification.device) ? idsOf(classification.device) : []],
    ['claim-below', newlyBelow(before, after)],
    ['duties', own.filter(({ worse }) => worse).map(({ id }) => id)],
    ['change', mayBe.map(({ id }) => id)],
  ]);
}

/** Why it is better: what was open is settled, or put in place. To be asked for less is no merit, nor is to say less. */
export function betterBy(before: Assessment, after: Assessment, { classification, duties }: Found): Turn[] {
  const { level, device } = classification;
  const settles = ({ before: was, after: is }: OutcomeChange) => was.length > 1 && is.length === 1;
  return turns([
    ['verdict', isReady(after) && !isReady(before) ? [after.verdict.value] : []],
    ['level-open', settles(level) ? idsOf(level) : []],
    ['device-open', settles(device) ? idsOf(device) : []],
    ['claim-below', newlyBelow(after, before).filter((fact) => agrees(fact, after))],
    ['duties', duties.better.filter((duty) => isBetter(duty, after.policy)).map(({ id }) => id)],
  ]);
}

function turns(found: readonly (readonly [Turn['code'], readonly string[]])[]): Turn[] {
  return found.flatMap(([code, ids]) => (ids.length === 0 ? [] : [{ code, ids: [...new Set(ids)] }]));
}

function isReady({ verdict }: Assessment): boolean {
  return verdict.value === 'ready';
}

function opens({ before, after }: OutcomeChange): boolean {
  return before.length === 1 && after.length > 1;
}

function idsOf({ after }: OutcomeChange): string[] {
  return after.map(({ id }) => id);
}

function newlyBelow(before: Assessment, after: Assessment): string[] {
  const below = ({ claims }: Assessment) => claims.filter(({ finding }) => finding === 'below').map(({ fact }) => fact);
  const already = below(before);
  return below(after).filter((fact) => !already.includes(fact));
}

function agrees(claim: string, { claims }: Assessment): boolean {
  return claims.some(({ fact, finding }) => fact === claim && finding === 'agrees');
}
