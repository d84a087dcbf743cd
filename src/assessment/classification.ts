import { STRATA } from '../law/law.ts';
import type { Truth } from '../logic/truth.ts';
import { type Classification, type Contested, type Named, REPORTED, type Settled } from './contract.ts';
import type { Derived } from './derived.ts';
import { doubtsBehind } from './doubts.ts';
import { dueFrom, dueOf } from './due.ts';

export function classify(derived: Derived): Classification {
  const level = derived.ordered(REPORTED.level);
  const isDevice = derived.truth(REPORTED.isDevice);
  const thirdParty = derived.truth(REPORTED.thirdParty);
  const deviceClass = derived.ordered(REPORTED.deviceClass);
  const routes = namedAfter(derived, REPORTED.routes, (suffix) => suffix);
  const highRiskPossible = level.possible.includes(REPORTED.highRiskLevel);
  return {
    aiAct: {
      ...level,
      titles: titlesOf(derived, REPORTED.level, level),
      names: level.possible.map((outcome) => derived.nameOf(REPORTED.level, outcome)),
      source: derived.sourceOfOutcome(REPORTED.level),
      outOfScope: level.value === REPORTED.outOfScopeLevel ? exclusion(derived) : null,
      routes,
      points: namedAfter(derived, REPORTED.points, pointName),
      exempted: derived.truth(REPORTED.exempted),
      exemptedTitle: derived.text(REPORTED.exempted),
      from: highRiskPossible
        ? dueOf(derived, REPORTED.regime, { id: REPORTED.level, outcome: REPORTED.highRiskLevel })
        : null,
      because: derived.reasons(REPORTED.level),
      contested: contestedOf(derived, [REPORTED.level, ...(highRiskPossible ? [REPORTED.regime] : [])]),
    },
    device: {
      value: isDevice,
      possible: possibleTruths(isDevice),
      regulation: derived.outcomes(REPORTED.regulation),
      class: {
        ...deviceClass,
        titles: titlesOf(derived, REPORTED.deviceClass, deviceClass),
        source: derived.sourceOfOutcome(REPORTED.deviceClass),
      },
      thirdParty: { value: thirdParty, possible: possibleTruths(thirdParty) },
      because: derived.reasons(REPORTED.deviceClass),
      contested: contestedOf(derived, [REPORTED.deviceClass]),
    },
    overlays: derived.loaded.law.concepts.filter(({ overlay }) => overlay).map(({ id }) => named(derived, id, id)),
  };
}

/** Rival readings that would change one of `scales`, and doubts about the rules that their present values rest on. */
function contestedOf(derived: Derived, scales: readonly string[]): Contested[] {
  const found = derived.rivals.flatMap(({ rival, affects, outcomes }) => {
    const would = scales
      .filter((scale) => affects.has(scale))
      .flatMap((of) => {
        const possible = outcomes(of);
        if (possible === undefined) return [];
        const isSchedule = derived.loaded.law.scales.some(({ id, schedule }) => id === of && schedule);
        if (!isSchedule) {
          const inOrder = derived.inOrder(of, possible);
          return [{ of, possible: inOrder, names: inOrder.map((outcome) => derived.nameOf(of, outcome)) }];
        }
        const days = dueFrom(possible, derived.lawModel.dayOf).possible;
        return [{ of, possible: days, names: days }];
      });
    return would.length === 0 ? [] : [derived.contested(rival.entry, rival.words, rival.source, would)];
  });
  const doubts = scales.flatMap((scale) => doubtsBehind(scale, STRATA, derived));
  // Two scales may rest on the same doubtful rule.
  return [...new Map([...found, ...doubts].map((doubt) => [`${doubt.rule} ${doubt.reading}`, doubt])).values()];
}

function exclusion(derived: Derived): string | null {
  return namedAfter(derived, REPORTED.exclusions, (suffix) => suffix).find(({ value }) => value === 'yes')?.id ?? null;
}

function namedAfter(derived: Derived, prefix: string, name: (suffix: string) => string): Named[] {
  return derived.loaded.law.concepts
    .filter(({ id }) => id.startsWith(prefix))
    .map(({ id }) => named(derived, id, name(id.slice(prefix.length))));
}

function named(derived: Derived, concept: string, id: string): Named {
  return { id, value: derived.truth(concept), title: derived.text(concept), source: derived.sourceOf(concept) };
}

/** `5-d` stands for point 5(d). */
function pointName(suffix: string): string {
  const [number = '', letter] = suffix.split('-');
  return letter === undefined ? number : `${number}(${letter})`;
}

function titlesOf(derived: Derived, scale: string, { possible }: Settled): string[] {
  return possible.map((outcome) => derived.text(scale, `outcome.${outcome}`));
}

function possibleTruths(value: Truth): Truth[] {
  return value === 'unknown' ? ['no', 'yes'] : [value];
}
