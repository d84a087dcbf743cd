import { REPORTED, type Reason } from '../assessment/contract.ts';
import type { Context } from './context.ts';

/** Above this many possible classes, naming them says less than that the class is open. */
const CLASSES_NAMED = 4;

/** The classes that are possible, in words; null where there are many. */
export function namedClasses({ report, text }: Context): string | null {
  const { titles } = report.classification.device.class;
  return titles.length <= CLASSES_NAMED ? text.or(titles) : null;
}

/** The rules of the reasoning that hold and rest on answers of their own. */
export function holding(because: readonly Reason[]): Reason[] {
  return because.filter(({ value, facts }) => value === 'yes' && facts.length > 0);
}

/** The rules that make the practice a prohibited one. */
export function practices({ report }: Context): Reason[] {
  const { aiAct } = report.classification;
  return aiAct.value === REPORTED.prohibitedLevel ? holding(aiAct.because) : [];
}
