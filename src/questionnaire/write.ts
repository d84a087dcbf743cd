import type { Description } from '../description/description.ts';
import { FORMAT_VERSION, readDescription } from '../description/read.ts';
import type { Language, Law, Texts } from '../law/law.ts';
import { CannotEdit } from '../yaml/layout.ts';
import type { Table } from '../yaml/node.ts';
import { parse } from '../yaml/parse.ts';
import { rewrite, withoutAliases } from '../yaml/rewrite.ts';
import { Source } from '../yaml/source.ts';
import { sameAnswer, sameControl } from './changes.ts';
import { edited, writtenPaths } from './edit-description.ts';
import { isPlanned, keysOf, nodeOf } from './values.ts';

/** The law with its words; those of another language tell comments that this program wrote before. */
export interface LawInWords {
  readonly law: Law;
  readonly texts: Readonly<Partial<Record<Language, Texts>>>;
}

export interface WriteOptions {
  /** Where a new file finds the schema, for editors: a path from its folder, or an address. */
  readonly schema?: string;
}

/**
 * A description with answers put in. `text` is null for a new file, which needs an answer to `system.name`; one that is
 * there must read without fault. Answers are as after `--set`: YAML on one line. What they do not name stays as it is,
 * to the byte: comments, order, quotes, line ends.
 */
export function writeAnswers(
  text: string | null,
  answers: ReadonlyMap<string, string>,
  law: LawInWords,
  language: Language,
  { schema }: WriteOptions = {},
): string {
  const isNew = text === null || saysNothing(text);
  const base = isNew ? beginning(text ?? '', schema) : text;
  const expected = expectedFrom(base, answers, law.law);
  if (answers.size === 0 && !isNew) return text;
  for (const attempt of attempts(base, answers, law, language, isNew)) {
    const written = attempt();
    if (written !== undefined && reads(written, expected, law.law)) return written;
  }
  throw new Error('the answers could not be written into this file');
}

/** From the way that changes least to the one that always works. */
function* attempts(
  base: string,
  answers: ReadonlyMap<string, string>,
  law: LawInWords,
  language: Language,
  isNew: boolean,
): Generator<() => string | undefined> {
  yield () => tryEdit(base, answers, law, language, isNew);
  const plain = withoutAliases(base, rootOf(base));
  if (plain !== base) yield () => tryEdit(plain, answers, law, language, isNew);
  yield () => rewrite(plain, writtenPaths(rootOf(plain), answers, law.law));
}

function tryEdit(
  base: string,
  answers: ReadonlyMap<string, string>,
  law: LawInWords,
  language: Language,
  isNew: boolean,
): string | undefined {
  try {
    return edited(base, rootOf(base), answers, law, language, isNew);
  } catch (error) {
    if (error instanceof CannotEdit) return undefined;
    throw error;
  }
}

function rootOf(text: string): Table {
  const [root] = parse(new Source('', text)).documents;
  if (root?.kind !== 'table') throw new Error('this is no description');
  return root;
}

function saysNothing(text: string): boolean {
  const { documents, problems } = parse(new Source('', text));
  return problems.length === 0 && documents.every((node) => node.kind === 'scalar' && node.text === '');
}

function beginning(comments: string, schema: string | undefined): string {
  const eol = /\r?\n/.exec(comments)?.[0] ?? '\n';
  const above = comments === '' || /\n$/.test(comments) ? comments : comments + eol;
  const head = schema === undefined || comments !== '' ? '' : `# yaml-language-server: $schema=${schema}${eol}`;
  return `${above}${head}aiact-check: "${FORMAT_VERSION}"${eol}`;
}

/** What the written text must read as. */
function expectedFrom(base: string, answers: ReadonlyMap<string, string>, law: Law): Description {
  const { description, problems } = readDescription(new Source('', base), law, answers);
  if (description === undefined) {
    const [first] = problems;
    throw new Error(`the answers do not fit: ${first?.code} ${JSON.stringify(first?.args)}`);
  }
  const before = readDescription(new Source('', base), law, new Map([['system.name', 'x']])).description;
  const controls = new Map(description.controls);
  for (const [id, answer] of answers) {
    const [old, now] = [before?.controls.get(id), controls.get(id)];
    if (old === undefined || now === undefined) continue;
    const given = keysOf(nodeOf(answer));
    const { by: oldDay, ...rest } = old;
    const status = given.get('status');
    const keepsDay = oldDay !== undefined && (status === undefined ? old.status === 'planned' : isPlanned(status));
    controls.set(id, {
      ...rest,
      ...(keepsDay ? { by: oldDay } : {}),
      ...Object.fromEntries(Object.entries(now).filter(([key]) => given.has(key))),
      place: now.place,
    });
  }
  return { ...description, controls };
}

function reads(text: string, expected: Description, law: Law): boolean {
  const { description } = readDescription(new Source('', text), law);
  if (description === undefined) return false;
  const isSame = <T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>, same: (a: T, b: T) => boolean) =>
    a.size === b.size && [...a].every(([id, value]) => b.has(id) && same(value, b.get(id) as T));
  return (
    isSame(description.answers, expected.answers, sameAnswer) &&
    isSame(description.controls, expected.controls, sameControl) &&
    description.formatVersion === expected.formatVersion &&
    description.acceptedGaps.length === expected.acceptedGaps.length
  );
}
