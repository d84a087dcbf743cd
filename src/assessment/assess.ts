import type { Description } from '../description/description.ts';
import type { EvidenceFound } from '../evidence/evidence.ts';
import type { LoadedLaw } from '../law/artefact.ts';
import { addMonths, type Day } from '../law/day.ts';
import { eventHappened } from '../law/moment.ts';
import { assessClaims, assessGaps } from './claims.ts';
import { classify } from './classification.ts';
import { type Assessment, type LawUsed, type Milestone, type Policy, REPORTED } from './contract.ts';
import { controlsOf } from './controls.ts';
import { Derived } from './derived.ts';
import { plannedDay } from './due.ts';
import { assessDuties } from './duties.ts';
import { lapsesOf } from './lapses.ts';
import { openQuestions } from './questions.ts';
import { assessReadings } from './readings.ts';
import { counterpartsOf, requestsOf } from './requests.ts';
import { isMissing, verdictOf } from './verdict.ts';
import { sharedControls } from './work.ts';

export interface AssessOptions {
  readonly toolVersion: string;
  /** The day whose law and facts are looked at (ISO). */
  readonly asOf: Day;
  /** Up to when duties count: a day, a number of months from `asOf`, or what must be met before placing. */
  readonly horizon: Day | { readonly months: number } | 'release';
  readonly evidence: EvidenceFound;
  /** Where the description lies in its repository; its path as given where it lies in none. */
  readonly repositoryPath?: string;
  /** The day by which reviews, plans and acceptances are judged; `asOf`, where none is given. */
  readonly judgedOn?: Day;
  /** Gaps that were known when the gate was put up, by duty, and the file that says so. */
  readonly baseline?: { readonly path: string; readonly duties: ReadonlySet<string> } | undefined;
  readonly policy: Policy;
}

export const DEFAULT_POLICY: Policy = {
  unanswered: 'fail',
  requireEvidence: false,
  warnWithin: 90,
  level: 'law',
  strict: false,
  proposals: [],
};

/** The event that a release is. */
const RELEASE = 'placing';

/** Says what the law makes of a described system, and what is missing. Pure: the same input gives the same report. */
export function assess(description: Description, loaded: LoadedLaw, options: AssessOptions): Assessment {
  const { asOf, policy } = options;
  const derived = new Derived(loaded, description, { asOf, proposals: policy.proposals });
  const horizon = horizonOf(derived, options);
  const horizonEvent = horizonEventOf(derived, options);
  const on = options.judgedOn ?? asOf;
  const control = controlsOf(derived, options.evidence, policy, on);
  const duties = assessDuties(derived, control, { on, known: options.baseline?.duties });
  const baseline = baselineOf(duties, options);
  const acceptedGaps = assessGaps(derived, duties, on);
  const findings = {
    classification: classify(derived),
    duties,
    claims: assessClaims(derived),
    acceptedGaps,
    baseline,
    questions: openQuestions(derived, duties),
  };
  return {
    format: 'aiact-check/assessment@1',
    language: loaded.language,
    tool: { version: options.toolVersion },
    law: lawUsed(loaded),
    asOf,
    horizon,
    horizonEvent,
    policy,
    source: {
      path: description.path,
      repositoryPath: options.repositoryPath ?? description.path,
      get sha256() {
        return description.sha256;
      },
    },
    system: { name: description.name, version: description.version },
    roles: rolesOf(derived),
    ...findings,
    // What few reports tell is worked out for those that do.
    get controls() {
      return sharedControls(derived, duties, control, policy);
    },
    get readings() {
      return assessReadings(derived, duties);
    },
    counterparts: counterpartsOf(derived),
    get requests() {
      return requestsOf(derived, control);
    },
    milestones: milestonesOf(derived, duties),
    verdict: verdictOf(
      { ...findings, lapses: lapsesOf(derived, duties, acceptedGaps, on, policy) },
      asOf,
      { day: horizon, event: horizonEvent?.id ?? null },
      policy,
    ),
  };
}

function horizonOf(derived: Derived, { asOf, horizon }: AssessOptions): Day {
  if (typeof horizon === 'object') return addMonths(asOf, horizon.months);
  const day = horizon === 'release' ? (plannedDay(derived, RELEASE)?.to ?? asOf) : horizon;
  // A horizon that was written down long ago must not hide what is due today.
  return day > asOf ? day : asOf;
}

/** A release on a day that nobody gave still comes after what must precede it. */
function horizonEventOf(derived: Derived, { horizon }: AssessOptions): Assessment['horizonEvent'] {
  const isAhead = derived.truth(eventHappened(RELEASE)) !== 'yes' && plannedDay(derived, RELEASE) === undefined;
  return horizon === 'release' && isAhead ? { id: RELEASE, title: derived.text(RELEASE) } : null;
}

function baselineOf(duties: Assessment['duties'], { baseline }: AssessOptions): Assessment['baseline'] {
  if (baseline === undefined) return null;
  const known = new Set(duties.flatMap(({ id, status }) => (status === 'known' ? [id] : [])));
  return { path: baseline.path, unused: [...baseline.duties].filter((id) => !known.has(id)) };
}

export function lawUsed({ law, texts }: Pick<LoadedLaw, 'law' | 'texts'>): LawUsed {
  const words = (id: string, key: string) => texts[id]?.[key] ?? id;
  const acts = law.acts.map(({ id, url, force, area, citeAs, definitions = null }) => {
    const [title, short] = [words(id, 'title'), words(id, 'short')];
    return [id, { title, short, url, force, area, citeAs, definitions }] as const;
  });
  return { version: law.version, sha256: law.sha256, checkedOn: law.checkedOn, acts: Object.fromEntries(acts) };
}

function rolesOf(derived: Derived): Assessment['roles'] {
  return derived.loaded.law.concepts
    .filter(({ id }) => id.includes(REPORTED.roles))
    .map(({ id }) => {
      const [act = '', role = ''] = id.split(REPORTED.roles);
      return { act, role, value: derived.truth(id), title: derived.text(id) };
    });
}

/** The dates of the law on which duties of this system fall due. */
function milestonesOf(derived: Derived, duties: Assessment['duties']): Milestone[] {
  const applicable = duties.filter(({ applies, status }) => applies === 'yes' && status !== 'spared');
  const dueIn = new Map(derived.lawModel.duties.map(({ id, due }) => [id, due]));
  // Two dates of the law may fall on one day: what counts is the one that the duty or its schedule names.
  const restsOn = (duty: string) => {
    const due = dueIn.get(duty) ?? '';
    return derived.lawModel.outcomes.has(due) ? derived.outcomes(due).possible : [due];
  };
  return derived.loaded.law.dates
    .flatMap(({ id, history }) => {
      const date = derived.lawModel.dayOf(id);
      const own = applicable.filter((duty) => duty.due.value === date && restsOn(duty.id).includes(id));
      if (own.length === 0) return [];
      const source = history.find(({ on }) => on === date)?.source ?? [];
      const past = date <= derived.moment.asOf;
      return [
        { id, date, title: derived.text(id), source, past, duties: own.length, missing: own.filter(isMissing).length },
      ];
    })
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}
