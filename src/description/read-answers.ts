import type { Fact, Law } from '../law/law.ts';
import { inline, valueIn } from '../yaml/emit.ts';
import type { Entry, Node, Scalar } from '../yaml/node.ts';
import { parse } from '../yaml/parse.ts';
import { type Problem, problem, type Source } from '../yaml/source.ts';
import { readAnswer } from './answers.ts';
import { readControl } from './controls.ts';
import { Problems } from './problems.ts';
import { FORMAT_VERSION, VERSION_KEY } from './read.ts';

export type ReadAnswers =
  | { readonly answers: ReadonlyMap<string, string>; readonly problems: readonly [] }
  | { readonly answers?: never; readonly problems: readonly Problem[] };

/**
 * Reads answers by themselves, in YAML or JSON: facts and controls, each under its id or in groups as in a description. A
 * key without a value is not answered. Every problem is reported at once. Answers come as after `--set`.
 */
export function readAnswers(source: Source, law: Law): ReadAnswers {
  const { documents, problems } = parse(source);
  if (problems.length > 0) return { problems };
  const [root, second] = documents;
  if (root === undefined || (root.kind === 'scalar' && root.text === ''))
    return { problems: [problem(source, undefined, 'no-answers')] };
  if (second !== undefined) return { problems: [problem(source, second, 'several-documents')] };
  if (root.kind !== 'table')
    return {
      problems: [problem(source, root, 'wrong-kind', { key: source.path, expected: 'keys', found: root.kind })],
    };
  const reader = new AnswersReader(source, law);
  for (const entry of root.entries) {
    if (entry.key.text === 'controls' && entry.value.kind === 'table')
      for (const control of entry.value.entries) reader.read(control, '', true);
    else if (entry.key.text !== VERSION_KEY && entry.key.text !== 'controls') reader.read(entry, '', false);
  }
  return reader.result();
}

class AnswersReader {
  readonly #source: Source;
  readonly #facts: ReadonlyMap<string, Fact>;
  readonly #controls: ReadonlySet<string>;
  readonly #problems: Problems;
  readonly #answers = new Map<string, string>();

  constructor(source: Source, law: Law) {
    this.#source = source;
    this.#problems = new Problems(source);
    this.#facts = new Map(law.facts.map((fact) => [fact.id, fact]));
    this.#controls = new Set(law.controls.map(({ id }) => id));
  }

  read({ key, value }: Entry, prefix: string, controlsOnly: boolean): void {
    if (key.text.startsWith('x-')) return;
    const id = prefix + key.text;
    const ids = [...(controlsOnly ? [] : this.#facts.keys()), ...this.#controls];
    if (ids.includes(id)) this.#readOne(id, key, value);
    else if (!ids.some((known) => known.startsWith(`${id}.`)))
      this.#problems.unknownKey(key, id, [...groupsOf(ids), ...ids]);
    else if (value.kind === 'table') for (const entry of value.entries) this.read(entry, `${id}.`, controlsOnly);
    else if (value.kind === 'list' || value.text !== '') this.#problems.wrongKind(value, id, 'keys');
  }

  result(): ReadAnswers {
    const { all } = this.#problems;
    if (all.length === 0) return { answers: this.#answers, problems: [] };
    return { problems: [...all].sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0)) };
  }

  #readOne(id: string, key: Scalar, value: Node): void {
    if (value.kind === 'scalar' && value.text === '') return;
    if (this.#answers.has(id)) {
      this.#problems.add(key, 'duplicate-key', { key: id });
      return;
    }
    const fact = this.#facts.get(id);
    const before = this.#problems.all.length;
    if (fact === undefined) readControl(id, value, this.#source, this.#problems);
    else readAnswer(fact, value, FORMAT_VERSION, this.#source, this.#problems);
    if (this.#problems.all.length === before) this.#answers.set(id, inline(valueIn(value)));
  }
}

function groupsOf(ids: readonly string[]): Set<string> {
  return new Set(ids.flatMap((id) => (id.includes('.') ? [id.split('.')[0] ?? id] : [])));
}
