import { type AssessedDuty, type Contested, REPORTED, type Reason } from '../assessment/contract.ts';
import { actOf, cite, citePlace } from './citation.ts';
import { holding, namedClasses, practices } from './classification.ts';
import { type Context, citeFirst, contestedLine, day, whenDue, where } from './context.ts';
import type { Alert, Row } from './view.ts';

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
  const reasons = practices(context)
    .slice(0, 1)
    .map((reason) => ({
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
  const classes = namedClasses(context) ?? text.classOpen;
  const settled = [text.or(regulations), classes, text.notifiedBody[device.thirdParty.value]];
  const statement =
    device.value === 'unknown'
      ? text.open(text.deviceOrNot)
      : device.value === 'no'
        ? text.or(device.class.titles)
        : settled.filter((words) => words !== '').join(', ');
  const open = [REPORTED.isDevice, REPORTED.regulation, REPORTED.deviceClass, REPORTED.thirdParty];
  const isDevice = device.value === 'yes';
  const isOpen = device.value === 'unknown' || (isDevice && device.class.value === null);
  const decisive = classReason(device.because, device.class.source);
  const [source] = device.class.source;
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
  // A system that is out of scope may still have what would make it high-risk; that is not why.
  const routes = aiAct.from === null ? [] : aiAct.routes.filter(({ value }) => value === 'yes');
  const points = aiAct.points.filter(({ value }) => value === 'yes');
  const doubted = doubts(context, aiAct.contested);
  if (aiAct.value === null) {
    return {
      label,
      statement: text.open(text.or(aiAct.names)),
      aside: [questions(context, [REPORTED.level])],
      tone: 'caution',
      notes: [],
      doubts: doubted,
    };
  }
  const cause = levelReason(context);
  const titles = [...(aiAct.exempted === 'yes' ? [aiAct.exemptedTitle] : []), ...aiAct.titles];
  // What applies besides the level: a high-risk chatbot must still say that it is one. Nothing does out of scope.
  const isOutside = aiAct.value === REPORTED.outOfScopeLevel;
  const besides = isOutside ? [] : report.classification.overlays.filter(({ value }) => value === 'yes');
  const grounds = [routes, cause === undefined ? [] : [cause], besides].find((found) => found.length > 0) ?? [aiAct];
  const sources = grounds.flatMap(({ source }) => source.slice(0, 1));
  const from = routes.length > 0 ? fromWhen(context) : '';
  const named = points.length > 0 ? points : routes;
  return {
    label,
    statement: titles[0] ?? '',
    aside: [
      sources.map((cited) => citePlace(cited, report.law.acts, text)).join(' + '),
      from || (cause ? placeOf(context, cause) : ''),
    ],
    tone: aiAct.value === REPORTED.prohibitedLevel ? 'danger' : 'plain',
    notes: [
      ...titles.slice(1),
      ...(cause === undefined ? [] : [cause.title]),
      ...[...named, ...besides].map(({ title }) => title),
      ...whyLines(context, aiAct.because, undefined),
    ],
    doubts: doubted,
  };
}

function dutyRow(context: Context, row: 'data' | 'oversight'): Row {
  const { report, text } = context;
  const own = report.duties.filter(({ headline: of, applies }) => of === row && applies !== 'no');
  const applying = own.filter(({ applies }) => applies === 'yes');
  const duty = applying.find(({ inForce }) => inForce === 'yes') ?? applying[0] ?? own[0];
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

/** The rule that gives the class, else the first answer that it rests on. */
function classReason(because: readonly Reason[], source: readonly string[]): Reason | undefined {
  const held = holding(because);
  return held.find((reason) => reason.source.some((cited) => source.includes(cited))) ?? held[0];
}

/** The exclusion or the practice that alone gives the level. */
function levelReason(context: Context): Reason | undefined {
  const { aiAct } = context.report.classification;
  if (aiAct.value === REPORTED.prohibitedLevel) return practices(context)[0];
  return aiAct.because.find(({ rule }) => rule === REPORTED.exclusions + aiAct.outOfScope);
}

/** The deciding step or, with `--all`, every step that rests on an answer. */
function whyLines(context: Context, because: readonly Reason[], decisive: Reason | undefined): string[] {
  if (!context.all) return decisive === undefined ? [] : [decisive.title];
  return because
    .filter(({ facts }) => facts.length > 0)
    .map((reason) => {
      const answers = reason.facts.map(({ fact, answer }) => `${fact}: ${answer}`).join(', ');
      return context.text.why(reason.value !== 'no', `${reason.title} (${answers})`, placeOf(context, reason));
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
