import type { Language } from '../law/law.ts';
import type { Summary } from '../questionnaire/changes.ts';
import type { LawInWords } from '../questionnaire/write.ts';
import type { Problem } from '../yaml/source.ts';
import { commit, type Draft, isBegun, type Prepared, prepare } from './draft.ts';

/**
 * Keeps the answers of a sitting in their file. They are put into what was there at the beginning, all of them each time: an
 * answer taken back is gone from the file too, and the file is the same however often it is saved.
 */
export class Keeper {
  readonly #draft: Draft;
  readonly #inWords: LawInWords;
  readonly #language: Language;
  readonly #schemaFile: string;
  #saved: Draft;
  #isBeside = false;
  #fault: Problem | undefined;

  constructor(draft: Draft, inWords: LawInWords, language: Language, schemaFile: string) {
    this.#draft = draft;
    this.#inWords = inWords;
    this.#language = language;
    this.#schemaFile = schemaFile;
    this.#saved = draft;
  }

  /** As it was last saved. */
  get saved(): Draft {
    return this.#saved;
  }

  get hasSaved(): boolean {
    return this.#saved !== this.#draft;
  }

  /** Whether somebody else had changed the file, so that the answers are in another one. */
  get isBeside(): boolean {
    return this.#isBeside;
  }

  /** Why it could not be saved the last time. */
  get fault(): Problem | undefined {
    return this.#fault;
  }

  /** What the answers change in a file that was there. */
  summaryOf(given: ReadonlyMap<string, string>): Summary | undefined {
    return isBegun(this.#draft) && given.size > 0 ? this.#prepare(given).summary : undefined;
  }

  /** Saves all answers or none. */
  save(given: ReadonlyMap<string, string>): void {
    if (given.size === 0 && !this.hasSaved) return;
    if (!isBegun(this.#draft) && !given.has('system.name')) return;
    const saved = commit({ ...this.#prepare(given), draft: this.#saved });
    this.#fault = 'draft' in saved ? undefined : saved;
    if (!('draft' in saved)) return;
    this.#saved = saved.draft;
    this.#isBeside ||= saved.beside;
  }

  #prepare(given: ReadonlyMap<string, string>): Prepared {
    return prepare(this.#draft, given, this.#inWords, this.#language, this.#schemaFile);
  }
}
