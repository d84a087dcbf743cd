import type { ClassificationChange, DateChange, DateSaid, OutcomeChange, TruthChange } from './comparison-contract.ts';
import { type Assessment, type Classification, type Named, REPORTED, type Settled } from './contract.ts';
import type { Derived } from './derived.ts';
import type { Titled } from './explanation.ts';
import type { System } from './timeline.ts';

/** What the law makes of the two: level, device, class and what they rest on. */
export function classificationChange(before: System, after: System): ClassificationChange {
  const [was, is] = [before.assessment.classification, after.assessment.classification];
  const { derived } = after;
  const outcome = (scale: string, of: (one: Classification) => Settled, isRanked: boolean) => {
    const named = (one: Classification) => of(one).possible.map((id) => ({ id, title: derived.nameOf(scale, id) }));
    return outcomeChange(derived.text(scale), named(was), named(is), isRanked ? orderOf(scale, derived) : []);
  };
  const plain = (id: string, of: (one: Classification) => readonly string[]) =>
    outcomeChange(derived.text(id), asTheyAre(of(was)), asTheyAre(of(is)), []);
  return {
    level: outcome(REPORTED.level, ({ aiAct }) => aiAct, true),
    device: plain(REPORTED.isDevice, ({ device }) => device.possible),
    regulation: outcome(REPORTED.regulation, ({ device }) => device.regulation, false),
    deviceClass: outcome(REPORTED.deviceClass, ({ device }) => device.class, isOneRegulation(was, is)),
    thirdParty: plain(REPORTED.thirdParty, ({ device }) => device.thirdParty.possible),
    from: plain(REPORTED.regime, ({ aiAct }) => aiAct.from?.possible ?? []),
    routes: truthChanges(was.aiAct.routes, is.aiAct.routes),
    points: truthChanges(was.aiAct.points, is.aiAct.points),
    overlays: truthChanges(was.overlays, is.overlays),
  };
}

export function roleChanges(before: Assessment, after: Assessment): TruthChange[] {
  const asNamed = ({ roles }: Assessment) =>
    roles.map(({ act, role, value, title }) => ({ id: `${act}${REPORTED.roles}${role}`, value, title, source: [] }));
  return truthChanges(asNamed(before), asNamed(after));
}

/** Dates on which duties of the system fall due that appear, vanish or move. */
export function dateChanges(before: Assessment, after: Assessment): DateChange[] {
  const find = ({ milestones }: Assessment, id: string) => milestones.find((one) => one.id === id);
  const said = (one: Assessment['milestones'][number] | undefined): DateSaid | null =>
    one === undefined ? null : { date: one.date, source: one.source, duties: one.duties };
  const all = [...before.milestones, ...after.milestones].sort((a, b) => (a.date < b.date ? -1 : 1));
  return [...new Set(all.map(({ id }) => id))].flatMap((id): DateChange[] => {
    const [was, is] = [find(before, id), find(after, id)];
    if (was?.date === is?.date) return [];
    return [{ id, title: is?.title ?? was?.title ?? id, before: said(was), after: said(is) }];
  });
}

/** Days and truths are their own names. */
function asTheyAre(outcomes: readonly string[]): Titled[] {
  return outcomes.map((id) => ({ id, title: id }));
}

function orderOf(scale: string, derived: Derived): readonly string[] {
  return derived.loaded.law.scales.find(({ id }) => id === scale)?.order ?? [];
}

/** The classes of two regulations are two scales: neither is above the other. */
function isOneRegulation(...classifications: readonly Classification[]): boolean {
  const regulations = classifications.flatMap(({ device }) => device.regulation.possible);
  return new Set(regulations.filter((id) => id !== REPORTED.noRegulation)).size < 2;
}

/** More or less severe by the most severe that is possible; what only opens or narrows below that is neither. */
function outcomeChange(
  title: string,
  before: readonly Titled[],
  after: readonly Titled[],
  order: readonly string[],
): OutcomeChange {
  const most = (outcomes: readonly Titled[]) => Math.max(...outcomes.map(({ id }) => order.indexOf(id)));
  const isSame = before.map(({ id }) => id).join() === after.map(({ id }) => id).join();
  const rises = most(after) - most(before);
  const turn = isSame ? 'same' : rises > 0 ? 'more-severe' : rises < 0 ? 'less-severe' : 'other';
  return { title, before, after, turn };
}

function truthChanges(before: readonly Named[], after: readonly Named[]): TruthChange[] {
  const was = new Map(before.map(({ id, value }) => [id, value]));
  return after.flatMap(({ id, title, source, value }) => {
    const then = was.get(id) ?? 'no';
    return then === value ? [] : [{ id, title, source, before: then, after: value }];
  });
}
