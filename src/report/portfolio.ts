import type { Assessment, Portfolio } from '../assessment/contract.ts';
import type { Text } from '../text/text.ts';
import { contextOf, systemName } from './context.ts';
import { verdictLine } from './verdict.ts';
import type { Tone } from './view.ts';

/** A line of a portfolio, in words. */
export interface SystemLine {
  readonly path: string;
  readonly name: string;
  readonly level: string;
  readonly deviceClass: string;
  readonly verdict: string;
  readonly tone: Tone;
  readonly missingNow: number;
  /** What stands behind the verdict. */
  readonly told: string;
}

const TONES = { ready: 'good', 'not-ready': 'danger', undetermined: 'caution' } as const;

export function systemLine(assessment: Assessment, text: Text): SystemLine {
  const { classification, verdict, source, system } = assessment;
  const { aiAct, device } = classification;
  const level = aiAct.value === null ? text.truth.unknown : (aiAct.names[0] ?? aiAct.value);
  const deviceClass = device.value === 'no' ? '–' : (device.class.value ?? text.truth.unknown);
  return {
    path: source.path,
    name: systemName(system),
    level,
    deviceClass,
    verdict: text.verdict[verdict.value],
    tone: TONES[verdict.value],
    missingNow: verdict.counts.missingNow,
    told: toldOf(assessment),
  };
}

/** A report by a later day says by which; one of today need not. */
function toldOf(assessment: Assessment): string {
  const { word, rest, notes } = verdictLine(contextOf(assessment, false));
  return [assessment.horizon === assessment.asOf ? '' : word, rest, ...notes].filter((part) => part !== '').join(' · ');
}

export function summary({ assessments, errors }: Pick<Portfolio, 'assessments' | 'errors'>, text: Text): string {
  const having = (value: Assessment['verdict']['value']) =>
    assessments.filter(({ verdict }) => verdict.value === value).length;
  const systems = text.systems(assessments.length, having('ready'), having('not-ready'), having('undetermined'));
  return errors.length === 0 ? systems : `${systems} · ${text.fileErrors(errors.length)}`;
}
