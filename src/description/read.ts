import type { Fact, Law } from '../law/law.ts';
import { type Entry, get, type Node, type Table } from '../yaml/node.ts';
import { parse } from '../yaml/parse.ts';
import { sha256Of } from '../yaml/sha256.ts';
import { type Problem, problem, Source } from '../yaml/source.ts';
import { isOlder, readAnswer } from './answers.ts';
import { readAcceptedGap, readControl } from './controls.ts';
import type { AcceptedGap, Answer, ControlAnswer, Description } from './description.ts';
import { Problems } from './problems.ts';

/** The newest version of the description format that this program reads. */
export const FORMAT_VERSION = '1.0';
export const VERSION_KEY = 'aiact-check';
const OTHER_KEYS = [VERSION_KEY, 'controls', 'accepted-gaps'];

/** The place of an answer given on the command line: in no file. */
const NOWHERE = { line: 0, column: 0, endColumn: 0 };

export type ReadResult =
  | { readonly description: Description; readonly problems: readonly [] }
  | { readonly description?: never; readonly problems: readonly Problem[] };

/**
 * Reads a description. Every problem is reported at once; with any, there is no description. `overrides` are answers from
 * the command line, by fact or control, each put in the place of what the file says.
 */
export function readDescription(
  source: Source,
  law: Law,
  overrides: ReadonlyMap<string, string> = new Map(),
): ReadResult {
  const { documents, problems } = parse(source);
  if (problems.length > 0) return { problems };
  const [root, second] = documents;
  if (root === undefined || (root.kind === 'scalar' && root.text === ''))
    return { problems: [problem(source, undefined, 'empty')] };
  if (second !== undefined) return { problems: [problem(source, second, 'several-documents')] };
  if (root.kind !== 'table')
    return { problems: [problem(source, root, 'wrong-kind', { key: '', expected: 'keys', found: root.kind })] };
  return new Reader(source, law).read(root, overrides);
}

class Reader {
  readonly #source: Source;
  readonly #law: Law;
  readonly #problems: Problems;
  readonly #facts: ReadonlyMap<string, Fact>;
  readonly #answers = new Map<string, Answer>();
  #formatVersion = FORMAT_VERSION;

  constructor(source: Source, law: Law) {
    this.#source = source;
    this.#law = law;
    this.#problems = new Problems(source);
    this.#facts = new Map(law.facts.map((fact) => [fact.id, fact]));
  }

  read(root: Table, overrides: ReadonlyMap<string, string>): ReadResult {
    this.#readVersion(root);
    for (const entry of root.entries) {
      if (!OTHER_KEYS.includes(entry.key.text)) this.#readFacts(entry, '');
    }
    const controls = this.#readControls(get(root, 'controls'));
    const acceptedGaps = this.#readAcceptedGaps(get(root, 'accepted-gaps'));
    for (const [id, text] of overrides) this.#override(id, text, controls);
    const name = this.#text('system.name')?.trim() ?? '';
    if (name === '' && !this.#problems.all.some(({ args }) => args.key === 'system.name')) {
      this.#problems.add(get(root, 'system') ?? root.entries[0]?.key ?? root, 'missing-key', {
        key: 'system.name',
        of: '',
      });
    }
    if (this.#problems.all.length > 0) {
      const line = (found: Problem) => found.place?.line ?? 0;
      return { problems: this.#problems.all.sort((a, b) => line(a) - line(b)) };
    }
    const { path, text } = this.#source;
    const description: Description = {
      path,
      // Worked out when asked for: most reports do not show it.
      get sha256() {
        return sha256Of(text);
      },
      formatVersion: this.#formatVersion,
      name,
      version: this.#text('system.version') ?? null,
      answers: this.#answers,
      controls,
      acceptedGaps,
    };
    return { description, problems: [] };
  }

  #readVersion(root: Table): void {
    const node = get(root, VERSION_KEY);
    const first = root.entries[0]?.key ?? root;
    if (node === undefined) this.#problems.add(first, 'missing-key', { key: VERSION_KEY, of: '' });
    else if (node.kind !== 'scalar' || !/^\d+\.\d+$/.test(node.text))
      this.#problems.invalidValue(node, VERSION_KEY, { form: 'format-version' });
    else if (isOlder(FORMAT_VERSION, node.text))
      this.#problems.add(node, 'newer-format', { version: node.text, known: FORMAT_VERSION });
    else this.#formatVersion = node.text;
  }

  #readFacts({ key, value }: Entry, prefix: string): void {
    if (key.text.startsWith('x-')) return;
    const id = prefix + key.text;
    const fact = this.#facts.get(id);
    if (fact !== undefined) {
      const answer = readAnswer(fact, value, this.#formatVersion, this.#source, this.#problems);
      if (answer !== undefined) this.#answers.set(id, answer);
      return;
    }
    const inside = [...this.#facts.keys()].filter((known) => known.startsWith(`${id}.`));
    if (inside.length === 0) {
      this.#problems.unknownKey(key, id, this.#keysBeside(prefix));
    } else if (value.kind === 'table') for (const entry of value.entries) this.#readFacts(entry, `${id}.`);
    else if (value.kind === 'list' || value.text !== '') this.#problems.wrongKind(value, id, 'keys');
  }

  /** What could stand where an unknown key stands: its neighbours, and facts of any group, lest one was put in the wrong one. */
  #keysBeside(prefix: string): string[] {
    const next = [...this.#facts.keys()]
      .filter((known) => known.startsWith(prefix))
      .map((known) => prefix + (known.slice(prefix.length).split('.')[0] ?? ''));
    return [...new Set([...next, ...(prefix === '' ? OTHER_KEYS : []), ...this.#facts.keys()])];
  }

  #readControls(node: Node | undefined): Map<string, ControlAnswer> {
    const controls = new Map<string, ControlAnswer>();
    for (const { key, value } of this.#entries(node, 'controls')) {
      if (key.text.startsWith('x-')) continue;
      const known = this.#law.controls.some(({ id }) => id === key.text);
      if (!known) {
        this.#problems.unknownKey(
          key,
          key.text,
          this.#law.controls.map(({ id }) => id),
        );
        continue;
      }
      const answer = readControl(key.text, value, this.#source, this.#problems);
      if (answer !== undefined) controls.set(key.text, { ...answer, place: this.#source.region(key) });
    }
    return controls;
  }

  #readAcceptedGaps(node: Node | undefined): AcceptedGap[] {
    if (node === undefined || (node.kind === 'scalar' && ['', 'none'].includes(node.text))) return [];
    if (node.kind !== 'list') {
      this.#problems.wrongKind(node, 'accepted-gaps', 'list');
      return [];
    }
    return node.items.flatMap((item) => readAcceptedGap(item, this.#law, this.#source, this.#problems) ?? []);
  }

  #override(id: string, text: string, controls: Map<string, ControlAnswer>): void {
    const source = new Source('--set', `${id}=${text}`);
    const problems = new Problems(source);
    const value = parse(new Source('--set', text));
    const [node = { kind: 'scalar', text: '', start: 0, end: 0 } as const] = value.documents;
    const shifted = shift(node, id.length + 1);
    const fact = this.#facts.get(id);
    if (value.problems.length > 0)
      problems.add({ start: id.length + 1, end: source.text.length }, 'syntax', value.problems[0]?.args ?? {});
    else if (fact !== undefined) {
      const answer = readAnswer(fact, shifted, this.#formatVersion, source, problems);
      if (answer !== undefined) this.#answers.set(id, { ...answer, place: NOWHERE });
    } else if (this.#law.controls.some((control) => control.id === id)) {
      const answer = readControl(id, shifted, source, problems);
      if (answer !== undefined) controls.set(id, { ...answer, place: NOWHERE });
    } else
      problems.unknownKey({ start: 0, end: id.length }, id, [
        ...this.#facts.keys(),
        ...this.#law.controls.map((control) => control.id),
      ]);
    this.#problems.all.push(...problems.all);
  }

  #entries(node: Node | undefined, key: string): readonly Entry[] {
    if (node === undefined || (node.kind === 'scalar' && ['', 'none'].includes(node.text))) return [];
    if (node.kind === 'table') return node.entries;
    this.#problems.wrongKind(node, key, 'keys');
    return [];
  }

  #text(id: string): string | undefined {
    const answer = this.#answers.get(id);
    return answer?.kind === 'value' ? answer.value : undefined;
  }
}

function shift(node: Node, by: number): Node {
  const span = { start: node.start + by, end: node.end + by };
  if (node.kind === 'scalar') return { ...node, ...span };
  if (node.kind === 'list') return { ...node, ...span, items: node.items.map((item) => shift(item, by)) };
  const entries = node.entries.map(({ key, value }) => ({
    key: { ...key, start: key.start + by, end: key.end + by },
    value: shift(value, by),
  }));
  return { ...node, ...span, entries };
}
