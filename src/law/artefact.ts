import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDiagram, type Diagram, NodeBudgetExceeded } from '../logic/diagram.ts';
import type { Compiled } from './compile.ts';
import { LANGUAGES, type Language, type Law, type Texts } from './law.ts';
import { type LawModel, type Moment, modelAt, textChanges } from './moment.ts';
import { type Reach, reachOfContested } from './rival.ts';
import { type Variables, variablesOf } from './variables.ts';

/** The law with its words in one language and what was worked out beforehand: what the program runs on. */
export interface LoadedLaw extends Prepared {
  readonly language: Language;
  readonly texts: Texts;
  /** Holds for any day from `newestText` on, without proposals. Absent where it grew too large. */
  readonly diagram: Diagram | undefined;
}

interface Prepared {
  readonly law: Law;
  readonly variables: Variables;
  readonly newestText: string;
  /** For each contested entry the scales and duties that draw on it. */
  readonly reach: Reach;
}

/** The first day of the newest text of the law. */
export function newestText(law: Law): string {
  return textChanges(law).at(-1) ?? '';
}

/** The diagram of everything derived, or undefined where it grows beyond the budget: Kleene's tables serve then. */
export function diagramOf({ model, forDiagram }: LawModel, budget?: number): Diagram | undefined {
  const { derived, testedFirst } = forDiagram();
  try {
    return buildDiagram(model, derived, testedFirst, budget);
  } catch (error) {
    if (error instanceof NodeBudgetExceeded) return undefined;
    throw error;
  }
}

const models = new WeakMap<Law, Map<string, LawModel>>();

/** The law at a moment as a model, made once a run: what it is asked about is worked out but once. */
export function lawModelAt({ law, variables }: LoadedLaw, moment: Moment): LawModel {
  const known = models.get(law) ?? new Map<string, LawModel>();
  models.set(law, known);
  const key = [moment.asOf, ...moment.proposals].join(' ');
  const model = known.get(key) ?? modelAt(law, moment, variables);
  known.set(key, model);
  return model;
}

const earlier = new WeakMap<Law, Map<string, Diagram | undefined>>();

/** The diagram for a moment: the compiled one serves the newest text, others are built once a run. */
export function diagramAt(loaded: LoadedLaw, { asOf, proposals }: Moment, lawModel: LawModel): Diagram | undefined {
  if (asOf >= loaded.newestText && proposals.length === 0) return loaded.diagram;
  const known = earlier.get(loaded.law) ?? new Map<string, Diagram | undefined>();
  earlier.set(loaded.law, known);
  const moment = [asOf, ...proposals].join(' ');
  if (!known.has(moment)) known.set(moment, diagramOf(lawModel));
  return known.get(moment);
}

/** A law compiled a moment ago, ready to use. */
export function fromCompiled({ law, texts }: Compiled, language: Language): LoadedLaw {
  const prepared = { law, variables: variablesOf(law), newestText: newestText(law), reach: reachOfContested(law) };
  const model = modelAt(law, { asOf: prepared.newestText, proposals: [] }, prepared.variables);
  return { ...prepared, language, texts: texts[language], diagram: diagramOf(model) };
}

/** The files of the compiled law, by name. Logic, words and diagram lie apart: a run reads the words of one language. */
export function artefactFiles(compiled: Compiled): Map<string, string | Uint8Array> {
  const { diagram, language: _, texts: __, ...prepared } = fromCompiled(compiled, 'en');
  const files = new Map<string, string | Uint8Array>([
    [
      'law.json',
      JSON.stringify({
        ...prepared,
        roots: [...(diagram?.roots ?? [])],
        order: diagram?.order ?? [],
        nodes: diagram?.tests.length ?? 0,
      }),
    ],
    ...LANGUAGES.map((language) => [`${language}.json`, JSON.stringify(compiled.texts[language])] as const),
  ]);
  if (diagram) {
    const numbers = Int32Array.from(
      [diagram.tests, diagram.firstChild, diagram.children].flatMap((part) => Array.from(part)),
    );
    files.set('diagram.bin', new Uint8Array(numbers.buffer));
  }
  return files;
}

/** What is kept of the diagram beside its numbers. */
interface Stored {
  readonly roots: [string, number][];
  readonly order: number[];
  readonly nodes: number;
}

/** Reads what `artefactFiles` made. */
export function loadLaw(folder: string, language: Language): LoadedLaw {
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const { roots, order, nodes, ...prepared } = read('law.json') as Prepared & Stored;
  const loaded = { ...prepared, language, texts: read(`${language}.json`) as Texts };
  if (nodes === 0) return { ...loaded, diagram: undefined };
  const bytes = readFileSync(join(folder, 'diagram.bin'));
  // A file of this size has a buffer of its own, which begins where a number may.
  const numbers = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / Int32Array.BYTES_PER_ELEMENT);
  const diagram = {
    tests: numbers.subarray(0, nodes),
    firstChild: numbers.subarray(nodes, 2 * nodes),
    children: numbers.subarray(2 * nodes),
    roots: new Map(roots),
    order,
  };
  return { ...loaded, diagram };
}
