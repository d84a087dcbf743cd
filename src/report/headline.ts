import { type ActUsed, type AssessedDuty, type Contested, REPORTED, type Reason } from '../assessment/contract.ts';
import { cite, citePlace } from './citation.ts';
import { type Context, citeFirst, contestedLine, day, whenDue, where } from './context.ts';
import type { Alert, Row } from './view.ts';

/** Above this many possible classes, naming them all says less than that the class is open. */
const CLASSES_NAMED = 4;
/** The level of what falls under no case of the law. */
const NOTHING_FOUND = 'minimal';

export function headline(context: Context): { alert: Alert | null; rows: Row[] } {
  return {
    alert: alertOf(context),
    rows: [deviceRow(context), levelRow(context), dutyRow(context, 'data'), dutyRow(context, 'oversight')],
  };
}

function alertOf(context: Context): Alert | null {
  const { report, text } = context;
  const { aiAct } = report.classification;
  if (aiAct.value !== REPORTED.prohibitedLevel) return null;
  const decisive = aiAct.because.filter(({ rule }) => rule !== REPORTED.level);
  const grounded = decisive.filter(({ facts }) => facts.length > 0).slice(0, 1);
  const reasons = (grounded.length > 0 ? grounded : decisive.slice(0, 1)).map((reason) => ({
    title: reason.title,
    aside: [citeFirst(context, reason.source), placeOf(context, reason)],
  }));
  return { word: text.prohibited, reasons };
}

function deviceRow(context: Context): Row {
  const { report, text } = context;
  const { device } = report.classification;
  const acts = report.law.acts;
  const regulations = device.regulation.possible.flatMap((id) => actOf(acts, id)?.short ?? []);
  const classes = device.class.titles.length <= CLASSES_NAMED ? text.or(device.class.titles) : text.classOpen;
  const settled = [text.or(regulations), classes, text.notifiedBody[device.thirdParty.value]];
  const statement =
    device.value === 'unknown'
      ? text.open(text.deviceOrNot)
      : device.value === 'no'
        ? text.or(device.class.titles)
        : settled.filter((words) => words !== '').join(', ');
  const open = [REPORTED.isDevice, REPORTED.regulation, REPORTED.deviceClass, REPORTED.thirdParty];
  const decisive = classReason(device.because, device.regulation.value);
  const isDevice = device.value === 'yes';
  const source = decisive?.source[0];
  const isOpen = device.value === 'unknown' || (isDevice && device.class.value === null);
  return {
    label: text.rows.device,
    statement,
    aside: isOpen
      ? [questions(context, open)]
      : [
          source === undefined ? '' : (isDevice ? citePlace : cite)(source, acts, text),
          decisive ? placeOf(context, decisive) : '',
        ],
    tone: isOpen ? 'caution' : 'plain',
    notes: whyLines(context, device.because, isDevice ? decisive : undefined),
    doubts: doubts(context, device.contested),
  };
}

function levelRow(context: Context): Row {
  const { report, text } = context;
  const { aiAct } = report.classification;
  const acts = Object.values(report.law.acts);
  const label = acts.find(({ area, force }) => area === 'ai-act' && force === 'binding')?.short ?? '';
  const routes = aiAct.routes.filter(({ value }) => value === 'yes');
  const points = aiAct.points.filter(({ value }) => value === 'yes');
  const doubted = doubts(context, aiAct.contested);
  if (aiAct.value === null) {
    const levels = aiAct.possible.map((level, index) => text.level[level] ?? aiAct.titles[index] ?? level);
    const statement = text.open(text.or(levels));
    return {
      label,
      statement,
      aside: [questions(context, [REPORTED.level])],
      tone: 'caution',
      notes: [],
      doubts: doubted,
    };
  }
  const { reason: decisive, isCause } = levelReason(context);
  const exempted = aiAct.exempted === 'yes' ? [aiAct.exemptedTitle] : [];
  const titles = [...exempted, ...aiAct.titles];
  const sources =
    routes.length > 0 ? routes.flatMap(({ source }) => source.slice(0, 1)) : (decisive?.source.slice(0, 1) ?? []);
  const from = routes.length > 0 ? fromWhen(context) : '';
  const place = decisive ? placeOf(context, decisive) : '';
  const named = points.length > 0 ? points : routes;
  const cause = isCause && named.length === 0 ? decisive : undefined;
  // What applies besides the level: a high-risk chatbot must still say that it is one.
  const besides = report.classification.overlays.filter(({ id, value }) => value === 'yes' && id !== cause?.rule);
  return {
    label,
    statement: titles[0] ?? '',
    aside: [sources.map((source) => citePlace(source, report.law.acts, text)).join(' + '), from || place],
    tone: aiAct.value === REPORTED.prohibitedLevel ? 'danger' : 'plain',
    notes: [
      ...titles.slice(1),
      ...[...named, ...besides].map(({ title }) => title),
      ...whyLines(context, aiAct.because, cause),
    ],
    doubts: doubted,
  };
}

function dutyRow(context: Context, row: 'data' | 'oversight'): Row {
  const { report, text } = context;
  const own = report.duties.filter(({ headline: of, applies }) => of === row && applies !== 'no');
  const duty = own.find(({ applies }) => applies === 'yes') ?? own[0];
  const label = text.rows[row];
  if (duty === undefined) return { label, statement: text.noDuty, aside: [], tone: 'quiet', notes: [], doubts: [] };
  return {
    label,
    statement: duty.applies === 'yes' ? duty.title : text.mayApply(duty.title),
    aside: [citeFirst(context, duty.source), whenApplied(context, duty)],
    tone: duty.applies === 'yes' ? 'plain' : 'caution',
    notes: [],
    doubts: doubts(context, duty.contested),
  };
}

function whenApplied(context: Context, duty: AssessedDuty): string {
  return duty.spared === null ? whenDue(context, duty) : context.text.status.spared;
}

function fromWhen(context: Context): string {
  const { report, text } = context;
  const days = (report.classification.aiAct.from?.possible ?? []).filter((iso) => /^\d/.test(iso));
  if (days.length === 0) return report.classification.aiAct.from === null ? '' : text.status.spared;
  if (days.every((iso) => iso <= report.asOf)) return text.inForce;
  return text.from(text.or(days.map((iso) => day(context, iso))));
}

/** The rule of the annex that gives the class, else the first answer that it rests on. */
function classReason(because: readonly Reason[], regulation: string | null): Reason | undefined {
  const answered = because.filter(({ facts }) => facts.length > 0);
  return answered.find(({ source }) => source[0]?.startsWith(`${regulation}:annex-`)) ?? answered[0];
}

/**
 * The exclusion, the practice or the case that gives the level. Other levels rest on what was not found: there the first
 * answer looked at is told by its place alone, and where nothing at all was found not even that.
 */
function levelReason({ report }: Context): { reason: Reason | undefined; isCause: boolean } {
  const { aiAct, overlays } = report.classification;
  const grounded = aiAct.because.filter(({ rule, facts }) => rule !== REPORTED.level && facts.length > 0);
  const excluded = aiAct.because.find(({ rule }) => rule === REPORTED.exclusions + aiAct.outOfScope);
  const held = grounded.find(({ rule }) => overlays.some(({ id, value }) => id === rule && value === 'yes'));
  const practised = aiAct.value === REPORTED.prohibitedLevel ? grounded[0] : undefined;
  const cause = excluded ?? practised ?? held;
  if (cause !== undefined) return { reason: cause, isCause: true };
  return { reason: aiAct.value === NOTHING_FOUND ? undefined : grounded[0], isCause: false };
}

/** The deciding step or, with `--all`, every step that rests on an answer. */
function whyLines(context: Context, because: readonly Reason[], decisive: Reason | undefined): string[] {
  if (!context.all) return decisive === undefined || decisive.rule === REPORTED.deviceClass ? [] : [decisive.title];
  return because
    .filter(({ facts }) => facts.length > 0)
    .map((reason) => {
      const answers = reason.facts.map(({ fact, answer }) => `${fact}: ${answer}`).join(', ');
      return context.text.why(`${reason.title} (${answers})`, placeOf(context, reason));
    });
}

function placeOf(context: Context, { facts }: Reason): string {
  return where(context, facts[0] ?? null);
}

function questions({ report, text }: Context, settles: readonly string[]): string {
  const count = report.questions.filter((question) => question.settles.some((id) => settles.includes(id))).length;
  return count === 0 ? '' : text.questionCount(count);
}

/** Readings that would change something; doubts that would not are told with `--all`, and counted without. */
function doubts(context: Context, contested: readonly Contested[]): string[] {
  const shown = context.all ? contested : contested.filter(({ would }) => would.length > 0);
  const lines = shown.map((doubt) => contestedLine(context, doubt));
  const left = contested.length - shown.length;
  return left === 0 ? lines : [...lines, context.text.moreDoubts(left)];
}

function actOf(acts: Readonly<Record<string, ActUsed>>, id: string): ActUsed | undefined {
  return Object.hasOwn(acts, id) ? acts[id] : undefined;
}
