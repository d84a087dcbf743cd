import type {
  Condition,
  ControlInWords,
  Explanation,
  Needed,
  PenaltyInWords,
  Row,
  SignInWords,
  Titled,
  Used,
} from '../assessment/explanation.ts';
import type { Truth } from '../logic/truth.ts';
import { formatDay } from '../text/dates.ts';
import { type Text, textOf } from '../text/text.ts';
import { cite } from './citation.ts';
import { type Told, whereIn } from './context.ts';
import { type Block, type Line, line } from './page.ts';

/** Lines of a list that are shown before the others are only counted. */
const SHOWN = 12;
const MARKS: Readonly<Record<Truth, string>> = { yes: '✔ ', no: '✖ ', unknown: '? ' };

/** An explanation with the words to tell it. */
export class Teller {
  readonly explanation: Explanation;
  readonly text: Text;
  readonly all: boolean;

  constructor(explanation: Explanation, all: boolean) {
    this.explanation = explanation;
    this.text = textOf(explanation.language);
    this.all = all;
  }

  get told(): Told {
    return { report: this.explanation, text: this.text };
  }

  day(iso: string): string {
    return formatDay(iso, this.explanation.language);
  }

  cite(source: string): string {
    return cite(source, this.explanation.law.acts, this.text);
  }

  where(location: { readonly line: number } | null): string {
    return location === null ? '' : whereIn(this.explanation.source?.path ?? '', location);
  }

  mark(value: Truth | null): string {
    return value === null ? '' : MARKS[value];
  }

  or(values: readonly Titled[]): string {
    const { truth } = this.text.explain;
    const words = values.map(({ id, title }) => (id === title && (id === 'yes' || id === 'no') ? truth[id] : title));
    return this.text.or([...new Set(words)]);
  }

  /** What something derived comes to: whether it holds, or its outcomes. */
  result(values: readonly Titled[], holds: Readonly<Record<Truth, string>> = this.text.explain.holds): string {
    const { neverBecause } = this.text.explain;
    const words = values.map(({ id, title }) => {
      if (id === 'yes' || id === 'no' || id === 'unknown') return holds[id];
      return id.startsWith('never:') ? neverBecause(title) : title;
    });
    return this.text.or([...new Set(words)]);
  }

  condition(depth: number, node: Condition, mark = this.mark(node.value)): Line[] {
    const { explain: words } = this.text;
    const { op, of, subject, values, threshold } = node;
    const group = (heading: string) => [
      line(depth, `${mark}${heading}`),
      ...of.flatMap((part) => this.condition(depth + 1, part)),
    ];
    switch (op) {
      case 'always':
        return [line(depth, `${mark}${words.always}`)];
      case 'all':
        return group(words.all);
      case 'any':
        return group(words.any);
      case 'at-least':
        return group(words.atLeast(threshold));
      case 'not': {
        const [inner] = of;
        if (inner === undefined || inner.subject === null) return group(words.notGroup);
        return [line(depth, `${mark}${words.not(this.#leaf(inner))}`, [inner.subject.id])];
      }
      default:
        return [line(depth, mark + this.#leaf({ ...node, values }), [subject?.id ?? ''])];
    }
  }

  #leaf({ subject, test, values }: Condition): string {
    const { explain: words } = this.text;
    const title = subject?.title ?? '';
    if (test === 'before' || test === 'after') return words[test](title, this.day(values[0]?.id ?? ''));
    return values.length === 0 ? title : words.is(title, this.or(values));
  }

  row(depth: number, { outcome, on, never, when, source, from, until, possible }: Row): Line[] {
    const { explain: words } = this.text;
    const mark = possible === null ? '' : this.mark(possible ? 'yes' : 'no');
    const name =
      never !== null
        ? words.neverBecause(never.reason.title)
        : on === null
          ? outcome.title
          : words.is(this.day(on), outcome.title);
    const id = never?.reason.id ?? outcome.id;
    const aside = [...source.map((one) => this.cite(one)), id];
    return [
      line(depth, mark + name, aside),
      ...(never === null ? [] : [line(depth + 1, never.ends)]),
      ...this.time(depth + 1, from, until),
      ...(when === null ? [line(depth + 1, words.otherwise)] : this.condition(depth + 1, when)),
    ];
  }

  time(depth: number, from: string | null, until: string | null): Line[] {
    const { explain: words } = this.text;
    return [
      ...(from === null ? [] : [line(depth, words.textFrom(this.day(from)))]),
      ...(until === null ? [] : [line(depth, words.textUntil(this.day(until)))]),
    ];
  }

  control(depth: number, { id, title, question, shows, how, ask, reviewEvery }: ControlInWords): Line[] {
    return [line(depth, title, [id]), ...this.controlBody(depth + 1, { question, shows, how, ask, reviewEvery })];
  }

  controlBody(depth: number, { question, shows, how, ask, reviewEvery }: Omit<ControlInWords, keyof Titled>): Line[] {
    const { explain: words } = this.text;
    return [
      line(depth, question),
      line(depth, words.shows(shows)),
      line(depth, words.how(how)),
      ...(ask === null ? [] : [line(depth, words.ask(ask))]),
      ...(reviewEvery === null ? [] : [line(depth, words.review(reviewEvery))]),
    ];
  }

  needs(depth: number, needed: Needed): Line[] {
    const { explain: words } = this.text;
    if (needed.op === 'control') return this.control(depth, needed.control);
    if (needed.op === 'holds') return this.condition(depth, needed.when);
    const [only, second] = needed.of;
    if (only !== undefined && second === undefined) return this.needs(depth, only);
    const heading = needed.op === 'all' ? words.all : words.any;
    return [line(depth, heading), ...needed.of.flatMap((part) => this.needs(depth + 1, part))];
  }

  penalty({ title, id, source, lower }: PenaltyInWords): Line[] {
    const { explain: words } = this.text;
    return [
      line(0, title, [...source.map((one) => this.cite(one)), id]),
      ...lower.flatMap((cap) => [
        line(
          1,
          words.lower,
          cap.source.map((one) => this.cite(one)),
        ),
        ...this.condition(2, cap.when),
      ]),
    ];
  }

  sign(depth: number, { says, strength, source, otherwise, widened, dropped, becomes }: SignInWords): Line[] {
    const { sign: words } = this.text.explain;
    const titles = (named: readonly Titled[]) => named.map(({ title }) => title).join(', ');
    return [
      line(depth, says, [words.strength[strength], ...source.map((one) => this.cite(one))]),
      ...(otherwise.length === 0 ? [] : [line(depth + 1, words.otherwise(titles(otherwise)))]),
      ...(widened.length === 0 ? [] : [line(depth + 1, words.widened(titles(widened)))]),
      ...(dropped.length === 0 ? [] : [line(depth + 1, words.dropped(titles(dropped)))]),
      ...(becomes === null ? [] : [line(depth + 1, words.becomes), ...this.condition(depth + 2, becomes)]),
    ];
  }

  used(depth: number, entries: readonly (Used & { readonly source?: readonly string[] })[]): Line[] {
    const lines = appliesFirst(entries).map(({ title, kind, id, applies, source = [] }) =>
      line(depth, this.mark(applies) + title, [
        ...source.slice(0, 1).map((one) => this.cite(one)),
        `${this.text.explain.kind[kind]} ${id}`,
      ]),
    );
    return this.some(depth, lines);
  }

  /** The first of many lines, and how many more there are. */
  some(depth: number, lines: readonly Line[]): Line[] {
    if (this.all || lines.length <= SHOWN) return [...lines];
    return [...lines.slice(0, SHOWN - 1), line(depth, this.text.andMore(lines.length - SHOWN + 1))];
  }

  block(heading: string, lines: readonly Line[]): Block[] {
    return lines.length === 0 ? [] : [{ heading, tone: 'plain', lines }];
  }

  /** Each act once, with the places that are cited. */
  sources(source: readonly string[]): Block[] {
    const { explain: words } = this.text;
    const { law, checkedOn } = this.explanation;
    const acts = [...new Set(source.map((one) => one.split(':')[0] ?? ''))];
    const lines = acts.flatMap((id) => {
      const act = law.acts[id];
      const places = source.filter((one) => one.startsWith(`${id}:`)).map((one) => this.cite(one));
      return [
        line(0, places.join(' · '), [id]),
        line(1, act?.title ?? id),
        line(1, `${words.force[act?.force ?? 'binding']} · ${words.checked(this.day(checkedOn[id] ?? ''))}`),
        line(1, act?.url ?? ''),
      ];
    });
    return this.block(words.heading.sources, lines);
  }
}

/** What applies to the system before what may, and that before what does not. */
function appliesFirst<T extends Pick<Used, 'applies'>>(entries: readonly T[]): T[] {
  const order: readonly (Truth | null)[] = ['yes', 'unknown', 'no'];
  return [...entries].sort((a, b) => order.indexOf(a.applies) - order.indexOf(b.applies));
}
