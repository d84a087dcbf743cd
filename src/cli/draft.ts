import { basename, dirname, resolve } from 'node:path';
import { type Description, nothingDescribed } from '../description/description.ts';
import { FORMAT_VERSION, readDescription } from '../description/read.ts';
import { fromRoot, isInside, realOf } from '../evidence/place.ts';
import type { LoadedLaw } from '../law/artefact.ts';
import type { Language } from '../law/law.ts';
import { type Summary, summaryOf } from '../questionnaire/changes.ts';
import { type LawInWords, writeAnswers } from '../questionnaire/write.ts';
import { sha256Of } from '../yaml/sha256.ts';
import { type Problem, Source } from '../yaml/source.ts';
import { readSource } from './read-source.ts';
import { rootOf } from './repository.ts';
import { save } from './save.ts';

/** A description that is being answered: as it was read or last saved. */
export interface Draft {
  readonly path: string;
  /** Null where there is no file yet, or an empty one. */
  readonly source: Source | null;
  readonly description: Description;
}

/** A draft with answers put in, not yet written: what will be, and what that changes. */
export interface Prepared {
  readonly draft: Draft;
  readonly text: string;
  readonly description: Description;
  readonly summary: Summary;
}

export interface SavedDraft {
  /** To go on with: the next answers are put into what was written, wherever that was. */
  readonly draft: Draft;
  /** Somebody else had changed the file: the answers went into another one, which the draft now is. */
  readonly beside: boolean;
}

/** Reads the description that answers go into. A file that is not there is one that nothing was answered in. */
export function readDraft(path: string, { law }: LoadedLaw): Draft | readonly Problem[] {
  const source = readSource(path);
  if (!(source instanceof Source)) return source.code === 'not-found' ? nothingIn(path, null) : [source];
  const { description, problems } = readDescription(source, law);
  if (description !== undefined) return { path, source, description };
  return problems.every(({ code }) => code === 'empty') ? nothingIn(path, source) : problems;
}

export function nothingIn(path: string, source: Source | null): Draft {
  return { path, source, description: nothingDescribed(path, FORMAT_VERSION) };
}

/** Whether the description has a text that can be read: one without a name has not. */
export function isBegun({ description }: Draft): boolean {
  return description.name !== '';
}

/** Puts answers into a draft. A draft without a name needs one among them. */
export function prepare(
  draft: Draft,
  answers: ReadonlyMap<string, string>,
  law: LawInWords,
  language: Language,
  schemaFile: string,
): Prepared {
  const text = writeAnswers(draft.source?.text ?? null, answers, law, language, {
    schema: schemaFor(draft.path, schemaIn(schemaFile, language)),
  });
  const { description } = readDescription(new Source(draft.path, text), law.law);
  if (description === undefined) throw new Error('what was written does not read');
  return { draft, text, description, summary: summaryOf(isBegun(draft) ? draft.description : null, description) };
}

/** Saves it whole or not at all, and never over what somebody else wrote. Nothing is written where nothing changes. */
export function commit({ draft, text, description }: Prepared): SavedDraft | Problem {
  if (text === draft.source?.text) return { draft, beside: false };
  const saved = save(draft.path, text, draft.source === null ? null : sha256Of(draft.source.text));
  if (!('beside' in saved)) return saved;
  const { path, beside } = saved;
  return { draft: { path, source: new Source(path, text), description: { ...description, path } }, beside };
}

/**
 * Where an editor finds the schema, from the file on: the one of this program if both lie in one repository or folder, else where
 * installing it there would put it. No path of this machine gets into a file that others will read.
 */
function schemaFor(path: string, schemaFile: string): string {
  const folder = realOf(dirname(resolve(path)));
  const root = rootOf(folder, undefined);
  const schema = realOf(schemaFile);
  const installed = resolve(root, 'node_modules/aiact-check/schema', basename(schemaFile));
  return fromRoot(isInside(schema, root) ? schema : installed, folder);
}

/** The schema in the words of a language. */
function schemaIn(schemaFile: string, language: Language): string {
  return language === 'en' ? schemaFile : schemaFile.replace(/(?=\.schema\.json$)/, `.${language}`);
}
