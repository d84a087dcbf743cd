/** The law as compiled from `rules/`: what the rest of the program reads. Texts of one language are kept apart. */
export interface Law {
  readonly version: string;
  /** SHA-256 of all rule files. */
  readonly sha256: string;
  /** The earliest day on which one of the acts was last checked (ISO). */
  readonly checkedOn: string;
  /** Facts, or the beginnings of their ids, that many rules share: for the size of the diagram only. */
  readonly testedFirst: readonly string[];
  readonly acts: readonly Act[];
  readonly groups: readonly string[];
  readonly areas: readonly ControlArea[];
  readonly facts: readonly Fact[];
  readonly events: readonly Event[];
  readonly dates: readonly LawDate[];
  readonly concepts: readonly Concept[];
  readonly scales: readonly Scale[];
  readonly duties: readonly Duty[];
  readonly controls: readonly Control[];
  readonly penalties: readonly Penalty[];
  readonly readings: readonly Reading[];
  readonly counterparts: readonly Counterpart[];
  readonly changes: readonly ChangeNotion[];
  /** In the order in which the questionnaire asks. */
  readonly screens: readonly QuestionScreen[];
}

/** Words of one language: entry id → key (title, question, option.x, outcome.y …) → text. */
export type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

export type Force = 'binding' | 'guidance' | 'draft' | 'standard';
export type Area = 'ai-act' | 'devices' | 'oversight' | 'data';
export type DutyLevel = 'law' | 'soft-law' | 'good-practice';
export type FactType = 'yes-no' | 'choice' | 'ordered' | 'list' | 'date' | 'country' | 'text';

/** In the order in which they are derived. Facts come before all. */
export const STRATA = ['devices', 'classification', 'scope', 'roles', 'duties', 'schedules'] as const;
export type Stratum = (typeof STRATA)[number];

/** `act-id:place` */
export type Citation = string;

export interface Act {
  readonly id: string;
  readonly url: string;
  readonly force: Force;
  readonly area: Area;
  readonly citeAs: 'article' | 'section' | 'question' | 'paragraph';
  /** The article of definitions, whose numbers are points rather than paragraphs. */
  readonly definitions?: string;
  readonly checkedOn: string;
}

/** Who usually knows a fact: to whom it is given when the one who answers does not. */
export const KNOWERS = ['regulatory', 'quality', 'data-protection', 'it', 'clinical'] as const;
export type Knower = (typeof KNOWERS)[number];

export interface Fact {
  readonly id: string;
  readonly type: FactType;
  readonly source: readonly Citation[];
  /** Absent for texts. */
  readonly knownBy?: Knower;
  /** For `choice`, `ordered` and `list`; `yes-no` has `no` and `yes`. */
  readonly options: readonly Option[];
  /** The areas that more options than a screen holds are shown by; empty for others. */
  readonly areas: readonly string[];
  /** The scale this fact is a claim about. */
  readonly claims?: string;
}

export interface Option {
  readonly id: string;
  readonly area?: string;
  /** The format version that brought it; absent for 1.0. */
  readonly since?: string;
  readonly source: readonly Citation[];
}

/** Facts that the questionnaire asks for together, as boxes to tick. One fact alone only has its place in the order. */
export interface QuestionScreen {
  readonly id: string;
  readonly facts: readonly string[];
  /** Offered only where this holds for certain. Steers the questionnaire, never the logic. */
  readonly when?: LawCondition;
  /** What it means that none of a fact's boxes is ticked, where that is not plain; `unknown` leaves it open. */
  readonly unticked: Readonly<Record<string, string>>;
}

/** A moment that a duty may have to precede. */
export interface Event {
  readonly id: string;
  readonly happened: LawCondition;
  /** Date facts that give its day: when it happened first, when it is planned last. The first one known wins. */
  readonly days: readonly string[];
}

export interface LawDate {
  readonly id: string;
  /** Binds others than those who describe a system; no rule rests on it. */
  readonly isMilestone: boolean;
  readonly history: readonly { readonly lawFrom: string; readonly on: string; readonly source: readonly Citation[] }[];
}

/** The law's text in time: outside the period the entry does not exist. ISO days, `until` exclusive. */
export interface InTime {
  readonly textFrom?: string;
  readonly textUntil?: string;
  /** The act whose adoption would make this law. */
  readonly proposal?: string;
}

export interface Contested<Instead> extends InTime {
  readonly source: readonly Citation[];
  readonly instead: Instead;
}

/** No facts can tell what the other reading would give. */
export function isOnlyTold({ instead }: Contested<object>): boolean {
  return Object.keys(instead).length === 0;
}

export interface Concept extends InTime {
  readonly id: string;
  readonly stratum: Stratum;
  readonly source: readonly Citation[];
  /** Newest last; one without `textFrom` holds from the beginning. */
  readonly versions: readonly { readonly textFrom?: string; readonly when: LawCondition }[];
  readonly contested: readonly Contested<{ readonly when?: LawCondition }>[];
  readonly overlay: boolean;
}

export interface Scale {
  readonly id: string;
  readonly stratum: Stratum;
  readonly source: readonly Citation[];
  /** From the least to the most severe; empty where severity has no meaning. */
  readonly order: readonly string[];
  /** Its outcomes are days. */
  readonly schedule: boolean;
  readonly rows: readonly ScaleRow[];
}

export interface ScaleRow extends InTime {
  /** For a schedule the id of a `date`, or `never`. */
  readonly outcome: string;
  readonly when: LawCondition;
  readonly source: readonly Citation[];
  /** The concept that is the reason for `never`. */
  readonly reason?: string;
  /** `due` puts another date in the place of a schedule's. */
  readonly contested: readonly Contested<{ readonly when?: LawCondition; readonly due?: string }>[];
}

export interface Duty extends InTime {
  readonly id: string;
  readonly source: readonly Citation[];
  /** A concept of the stratum `roles`. */
  readonly binds: string;
  readonly when: LawCondition;
  /** A date or a schedule. */
  readonly due: string;
  /** The event that it must precede, or from which on it binds. */
  readonly before?: string;
  readonly once?: string;
  /** Months after `once`. */
  readonly within?: number;
  readonly needs: Needs;
  readonly penalty?: string;
  readonly level: DutyLevel;
  readonly headline?: 'oversight' | 'data';
  readonly prohibition: boolean;
  readonly contested: readonly Contested<{
    readonly when?: LawCondition;
    readonly due?: string;
    readonly binds?: string;
  }>[];
}

export type Needs =
  | { readonly all: readonly Needs[] }
  | { readonly any: readonly Needs[] }
  | { readonly control: string }
  | { readonly holds: LawCondition };

export interface Control {
  readonly id: string;
  /** Months between reviews. */
  readonly reviewEvery?: number;
}

/** Controls that are asked about together. */
export interface ControlArea {
  readonly id: string;
  /** Ids of controls, or their beginnings; the longest that fits decides. */
  readonly controls: readonly string[];
  readonly knownBy?: Knower;
}

/** The area of a control; undefined for one that an organisation's own rules bring and put in none. */
export function areaOf(control: string, areas: readonly ControlArea[]): ControlArea | undefined {
  const fits = (beginning: string) => control === beginning || control.startsWith(`${beginning}.`);
  const longest = (area: ControlArea) => Math.max(0, ...area.controls.filter(fits).map(({ length }) => length));
  const best = Math.max(0, ...areas.map(longest));
  return best === 0 ? undefined : areas.find((area) => longest(area) === best);
}

/** A list of questions with the duties that answer them: one subject across the acts. */
export interface Reading {
  readonly id: string;
  readonly questions: readonly { readonly id: string; readonly duties: readonly string[] }[];
}

/** Somebody else whose duties leave evidence that one has to ask for. */
export interface Counterpart {
  readonly id: string;
  /** When there is somebody to ask. */
  readonly asked: LawCondition;
  /** The roles that the other one has, each where its condition holds. */
  readonly roles: readonly { readonly role: string; readonly when: LawCondition }[];
}

/** What a change of a system may be in law, and what in its descriptions before and after points to that. */
export interface ChangeNotion extends InTime {
  readonly id: string;
  readonly source: readonly Citation[];
  /** What the notion needs, of the system before the change. */
  readonly when: LawCondition;
  /** The first sign that a fact, scale or control is named by and that points to it is the one that counts for it. */
  readonly signs: readonly ChangeSign[];
  readonly contested: readonly Contested<object>[];
}

export const SIGN_STRENGTHS = ['by-text', 'indication'] as const;

export interface ChangeSign {
  readonly strength: (typeof SIGN_STRENGTHS)[number];
  readonly source: readonly Citation[];
  /** Facts and scales that come out otherwise. */
  readonly otherwise: readonly string[];
  /** Facts and scales that take in what they did not: an option more, a yes, a higher value or, without an order, another one. */
  readonly widened: readonly string[];
  /** Controls, or their beginnings, that are no longer in place. */
  readonly dropped: readonly string[];
  /** What did not hold and now does. */
  readonly becomes?: LawCondition;
}

export interface Penalty {
  readonly id: string;
  readonly source: readonly Citation[];
  /** Euros; 0 with turnover 0 where national law sets the ceiling. */
  readonly amount: number;
  /** Percent of worldwide annual turnover; the higher of the two is the ceiling. */
  readonly turnover: number;
  /** Where one holds, the lower of the two is the ceiling. */
  readonly caps: readonly (InTime & { readonly when: LawCondition; readonly source: readonly Citation[] })[];
}

export type LawCondition =
  | { readonly op: 'fact'; readonly fact: string; readonly values: readonly string[] }
  | { readonly op: 'has'; readonly fact: string; readonly option: string }
  /** Strictly before or after `day`, an ISO day or the id of a date. */
  | { readonly op: 'before' | 'after'; readonly fact: string; readonly day: string }
  | { readonly op: 'at-least'; readonly threshold: number; readonly of: readonly LawCondition[] }
  | { readonly op: 'not'; readonly of: LawCondition }
  | { readonly op: 'concept'; readonly id: string }
  | { readonly op: 'scale'; readonly id: string; readonly outcomes: readonly string[] };

export const TRUE: LawCondition = { op: 'at-least', threshold: 0, of: [] };

export const NEVER = 'never';

/** Every condition inside `condition`, itself first. */
export function* parts(condition: LawCondition): Generator<LawCondition> {
  yield condition;
  if (condition.op === 'not') yield* parts(condition.of);
  if (condition.op === 'at-least') for (const part of condition.of) yield* parts(part);
}

/** The concepts and scales that a condition names. */
export function namesIn(condition: LawCondition): string[] {
  return [...parts(condition)].flatMap((part) => (part.op === 'concept' || part.op === 'scale' ? [part.id] : []));
}

/** The facts that a condition names. */
export function factsIn(condition: LawCondition): string[] {
  return [...parts(condition)].flatMap((part) => ('fact' in part ? [part.fact] : []));
}

export function* leaves(needs: Needs): Generator<{ control: string } | { holds: LawCondition }> {
  if ('all' in needs) for (const part of needs.all) yield* leaves(part);
  else if ('any' in needs) for (const part of needs.any) yield* leaves(part);
  else yield needs;
}
