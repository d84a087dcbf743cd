import { areaOf, type Fact, type Language, type Law, type Texts } from '../law/law.ts';
import { Editor, type Piece } from '../yaml/edit.ts';
import { isSameValue, type Value } from '../yaml/emit.ts';
import { isEmpty } from '../yaml/layout.ts';
import { type Entry, get, type Table } from '../yaml/node.ts';
import type { Written } from '../yaml/rewrite.ts';
import { areaComment, commentOf, controlComment, groupComment } from './comments.ts';
import { type Group, groupFor, nearestBefore, rankIn, type Seats, seatsIn } from './seats.ts';
import { CONTROL_KEYS, controlValue, factValue, isPlanned, keysOf, nodeOf, statusIn } from './values.ts';
import type { LawInWords } from './write.ts';

/** The text with the answers in it, and nothing else changed. */
export function edited(
  text: string,
  root: Table,
  answers: ReadonlyMap<string, string>,
  law: LawInWords,
  language: Language,
  isNew: boolean,
): string {
  return new DescriptionEditor(text, root, law, language, isNew).write(answers);
}

/** The same answers, by the keys that lead to them. */
export function writtenPaths(root: Table, answers: ReadonlyMap<string, string>, law: Law): Written[] {
  const seats = seatsIn(root, law);
  return [...answers].flatMap(([id, answer]): Written[] => {
    const fact = law.facts.find((known) => known.id === id);
    if (fact === undefined) {
      const old = seats.controls?.value.kind === 'table' ? get(seats.controls.value, id) : undefined;
      return [{ path: ['controls', id], value: mergedControl(old?.kind === 'table' ? old : undefined, answer) }];
    }
    const value = factValue(fact, nodeOf(answer));
    const { prefix } = groupFor(id, seats);
    const above = prefix === '' ? [] : pathOf(root, prefix);
    return [{ path: [...above, id.slice(prefix.length)], value }];
  });
}

function pathOf(table: Table, prefix: string): string[] {
  for (const { key, value } of table.entries) {
    const own = `${key.text}.`;
    if (prefix === own) return [key.text];
    if (prefix.startsWith(own) && value.kind === 'table') return [key.text, ...pathOf(value, prefix.slice(own.length))];
  }
  return [];
}

function mergedControl(old: Table | undefined, answer: string): Value {
  const node = nodeOf(answer);
  if (old === undefined) return controlValue(node);
  const before = controlValue(old);
  const now = new Map([...(before.kind === 'table' ? before.entries : []), ...keysOf(node)]);
  if (!isPlanned(now.get('status'))) now.delete('by');
  return { kind: 'table', entries: [...now] };
}

interface Placed {
  readonly rank: number;
  readonly piece: Piece;
}

class DescriptionEditor {
  readonly #editor: Editor;
  readonly #law: Law;
  readonly #words: Texts;
  readonly #otherWords: readonly Texts[];
  readonly #isNew: boolean;
  readonly #seats: Seats;
  readonly #isSpaced: boolean;

  constructor(text: string, root: Table, { law, texts }: LawInWords, language: Language, isNew: boolean) {
    this.#editor = new Editor(text, root);
    this.#law = law;
    this.#words = texts[language] ?? {};
    this.#otherWords = Object.values(texts);
    this.#isNew = isNew;
    this.#seats = seatsIn(root, law);
    this.#isSpaced = isNew || isSpaced(text, root);
  }

  write(answers: ReadonlyMap<string, string>): string {
    const added = new Map<Group, Fact[]>();
    for (const fact of this.#law.facts) {
      const answer = answers.get(fact.id);
      if (answer === undefined) continue;
      const seats = this.#seats.facts.get(fact.id) ?? [];
      for (const seat of seats) this.#setFact(fact, seat, factValue(fact, nodeOf(answer)));
      const group = groupFor(fact.id, this.#seats);
      if (seats.length === 0) added.set(group, [...(added.get(group) ?? []), fact]);
    }
    const atRoot: Placed[] = [];
    for (const [group, facts] of added) {
      const placed = this.#pieces(group, facts, answers);
      if (group.prefix === '') atRoot.push(...placed);
      else this.#insert(group, placed, (key) => rankIn(this.#law, group.prefix + key));
    }
    atRoot.push(...this.#writeControls(answers));
    const root = this.#seats.groups[0] as Group;
    this.#insert(root, atRoot, (key) => rankIn(this.#law, key));
    return this.#editor.result();
  }

  #setFact(fact: Fact, seat: Entry, value: Value): void {
    const comment = this.#editor.commentBehind(seat);
    const old = factValue(fact, seat.value);
    if (!isEmpty(seat.value) && isSameValue(old, value)) return;
    // A comment that this program wrote to the former answer would now say something else.
    const isOwn = comment !== undefined && this.#otherWords.some((words) => commentOf(fact, old, words) === comment);
    this.#editor.set(seat, value, isOwn ? (commentOf(fact, value, this.#words) ?? null) : undefined);
  }

  /** New entries of a group: those of a group within it, which is not there yet, are one. */
  #pieces(group: Group, facts: readonly Fact[], answers: ReadonlyMap<string, string>): Placed[] {
    const inner = new Map<string, Fact[]>();
    for (const fact of facts) {
      const rest = fact.id.slice(group.prefix.length);
      const [first = rest] = rest.split('.');
      const isDotted = first !== rest && this.#writesDotted(group, first);
      inner.set(isDotted ? rest : first, [...(inner.get(isDotted ? rest : first) ?? []), fact]);
    }
    return [...inner].map(([key, own]) => {
      const rank = rankIn(this.#law, own[0]?.id ?? '') ?? 0;
      const id = group.prefix + key;
      const [only] = own;
      if (only !== undefined && only.id === id) {
        const value = factValue(only, nodeOf(answers.get(id) ?? ''));
        return { rank, piece: { key, value, comment: commentOf(only, value, this.#words) } };
      }
      const pieces = this.#pieces({ prefix: `${id}.` }, own, answers).map(({ piece }) => piece);
      if (group.prefix !== '') {
        const entries = pieces.map((piece) => [piece.key, piece.value as Value] as const);
        return { rank, piece: { key, value: { kind: 'table', entries } } };
      }
      return { rank, piece: { key, value: pieces, comment: groupComment(key, this.#words) } };
    });
  }

  /** As its neighbours do: `purpose.medical:` stands by itself where others of `purpose` do or, failing those, where most do. */
  #writesDotted({ prefix, table }: Group, first: string): boolean {
    const keys = (table?.entries ?? []).map(({ key }) => key.text);
    if (keys.some((key) => key.startsWith(`${first}.`))) return true;
    if (prefix !== '') return false;
    const isFact = (key: string) => key.includes('.') && this.#seats.facts.has(key);
    const nested = this.#seats.groups.filter(
      (group) => group.table !== undefined && !['', 'system.'].includes(group.prefix),
    );
    return keys.some(isFact) && nested.length === 0;
  }

  /** Gives back the entry for the root, where there is none yet. */
  #writeControls(answers: ReadonlyMap<string, string>): Placed[] {
    const { controls } = this.#seats;
    const table = controls?.value.kind === 'table' ? controls.value : undefined;
    const rankOf = this.#controlRanks();
    const added: Placed[] = [];
    for (const { id } of this.#law.controls) {
      const answer = answers.get(id);
      if (answer === undefined) continue;
      const seat = table?.entries.find(({ key }) => key.text === id);
      if (seat !== undefined) this.#setControl(seat, answer);
      else {
        const piece = { key: id, value: controlValue(nodeOf(answer)), comment: controlComment(id, this.#words) };
        added.push({ rank: rankOf(id) ?? 0, piece });
      }
    }
    if (added.length === 0) return [];
    const headed = this.#underHeadings(
      added.sort((a, b) => a.rank - b.rank),
      table,
      rankOf,
    );
    if (controls !== undefined) {
      this.#insert({ prefix: 'controls.', entry: controls, ...(table && { table }) }, headed, rankOf);
      return [];
    }
    const rank = rankIn(this.#law, 'controls') ?? 0;
    return [{ rank, piece: { key: 'controls', value: headed.map(({ piece }) => piece) } }];
  }

  #setControl(seat: Entry, answer: string): void {
    const node = nodeOf(answer);
    const { value: old } = seat;
    if (old.kind !== 'table') {
      const before = statusIn(old);
      const keeps = node.kind === 'table' && get(node, 'status') === undefined && old.start < old.end && before;
      const value = controlValue(node);
      this.#editor.set(
        seat,
        keeps && value.kind === 'table' ? { ...value, entries: [['status', before], ...value.entries] } : value,
      );
      return;
    }
    const given = keysOf(node);
    const status = given.get('status') ?? statusIn(old);
    const gone = new Set(isPlanned(status) || given.has('by') ? [] : ['by']);
    this.#editor.merge(seat, old, given, gone, CONTROL_KEYS);
  }

  /** By area, then as in the rules. */
  #controlRanks(): (id: string) => number | undefined {
    const { controls, areas } = this.#law;
    const areaRank = (id: string) => {
      const area = areaOf(id, areas);
      return area === undefined ? areas.length : areas.indexOf(area);
    };
    const ranks = new Map(controls.map(({ id }, index) => [id, areaRank(id) * controls.length + index]));
    return (id) => ranks.get(id);
  }

  /** The first control of an area bears its title, unless it comes among others that somebody has put in order. */
  #underHeadings(
    added: readonly Placed[],
    table: Table | undefined,
    rankOf: (id: string) => number | undefined,
  ): Placed[] {
    const known = new Set((table?.entries ?? []).map(({ key }) => areaOf(key.text, this.#law.areas)?.id));
    return added.map(({ rank, piece }) => {
      const area = areaOf(piece.key, this.#law.areas);
      const before = nearestBefore(table, rankOf, rank);
      const isAmongOthers = table !== undefined && before !== table.entries.at(-1);
      if (area === undefined || known.has(area.id) || isAmongOthers) return { rank, piece };
      known.add(area.id);
      return { rank, piece: { ...piece, above: areaComment(area, this.#words) } };
    });
  }

  #insert(group: Group, placed: readonly Placed[], rankOf: (key: string) => number | undefined): void {
    const { table, entry } = group;
    const runs = new Map<Entry | undefined, Piece[]>();
    for (const { rank, piece } of [...placed].sort((a, b) => a.rank - b.rank)) {
      const before = nearestBefore(table, rankOf, rank);
      const run = runs.get(before) ?? [];
      runs.set(before, [...run, group.prefix === '' ? this.#spaced(piece, run.at(-1), before) : piece]);
    }
    for (const [before, pieces] of runs) {
      if (table !== undefined) this.#editor.insert(table, entry, before, pieces);
      else if (entry !== undefined) this.#editor.insertUnder(entry, pieces);
    }
  }

  /** A group stands apart from what comes before it; single facts stand together. */
  #spaced(piece: Piece, previous: Piece | undefined, before: Entry | undefined): Piece {
    const isGroup = !('kind' in piece.value);
    const followsGroup = previous === undefined ? before?.value.kind === 'table' : !('kind' in previous.value);
    const isFirst = previous === undefined && before?.key.text === 'aiact-check';
    return { ...piece, blankBefore: this.#isSpaced && (isGroup || followsGroup || (isFirst && this.#isNew)) };
  }
}

/** Whether most entries of the root have an empty line before them. */
function isSpaced(text: string, root: Table): boolean {
  const later = root.entries.slice(1);
  const spaced = later.filter(({ key }) => /\n[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*[ \t]*$/.test(text.slice(0, key.start)));
  return spaced.length * 2 > later.length;
}
