/** The list of open questions in JSON, a public contract: fields may be added, never renamed. */
import type { FactType, Knower } from '../law/law.ts';
import type { LawUsed } from './contract.ts';

export interface OpenQuestions {
  readonly format: 'aiact-check/questions@1';
  readonly language: 'en' | 'fr';
  readonly tool: { readonly version: string };
  readonly law: LawUsed;
  readonly asOf: string;
  /** Null where there is no description yet. */
  readonly source: { readonly path: string; readonly sha256: string } | null;
  readonly system: { readonly name: string; readonly version: string | null } | null;
  readonly questions: readonly OpenQuestion[];
}

export interface OpenQuestion {
  /** The key to answer under. */
  readonly id: string;
  readonly kind: 'fact' | 'control';
  /** Who usually knows; null where anyone may. */
  readonly knownBy: Knower | null;
  /** The group of facts or the area of controls, in words. */
  readonly group: string;
  readonly title: string;
  readonly question: string;
  readonly help: string | null;
  /** What kind of answer is expected; a control has a status. */
  readonly type: FactType | 'status';
  readonly options: readonly { readonly id: string; readonly title: string; readonly help: string | null }[];
  /** Of a control, what shows that it is in place. */
  readonly shows: string | null;
  /** Somebody has said not to know. */
  readonly saidUnknown: boolean;
  /** The places of the law that the question comes from. */
  readonly source: readonly string[];
  /** What hangs on the answer: values of the classification, then duties. */
  readonly settles: readonly { readonly id: string; readonly title: string; readonly source: readonly string[] }[];
}
