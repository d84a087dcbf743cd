import { type Diagram, LEAVES } from './diagram.ts';
import type { Knowledge } from './model.ts';

/** A name of its own: the tests look up an imported one at every use, and these loops are long. */
const NODES_FROM = LEAVES;

/**
 * A diagram restricted to what is known and reduced again: what it still tests below a root are the variables whose answer can
 * still change the value there. Worked out node by node when asked for, each once, however many roots are asked about.
 */
export class Restricted {
  readonly #diagram: Diagram;
  readonly #knowledge: Knowledge;
  /** For each node the one that it comes to, one more so that 0 stands for "not yet". */
  readonly #comesTo: Int32Array;
  /** The nodes that stand for themselves, found by what they test and lead to; at most half of it is taken. */
  readonly #table: Int32Array;
  /** For each node the last walk that came by. */
  readonly #seen: Int32Array;
  #walks = 0;

  constructor(diagram: Diagram, knowledge: Knowledge) {
    const size = diagram.tests.length;
    this.#diagram = diagram;
    this.#knowledge = knowledge;
    this.#comesTo = new Int32Array(size);
    this.#table = new Int32Array(2 ** Math.ceil(Math.log2(2 * size + 2)));
    this.#seen = new Int32Array(size);
  }

  /** The variables whose answer can still change the value at one of the roots. */
  relevant(roots: readonly number[]): Set<number> {
    const { tests, firstChild, children } = this.#diagram;
    const found = new Set<number>();
    const walk = ++this.#walks;
    const pending = roots.map((root) => this.#reduce(root));
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      const at = node - NODES_FROM;
      if (at < 0 || this.#seen[at] === walk) continue;
      this.#seen[at] = walk;
      found.add(tests[at] ?? 0);
      const first = firstChild[at] ?? 0;
      for (let rest = this.#knowledge[tests[at] ?? 0] ?? 0, value = 0; rest !== 0; rest >>>= 1, value++) {
        if (rest & 1) pending.push(this.#reduce(children[first + value] ?? 0));
      }
    }
    return found;
  }

  #reduce(node: number): number {
    if (node < NODES_FROM) return node;
    const at = node - NODES_FROM;
    const done = this.#comesTo[at] ?? 0;
    if (done !== 0) return done - 1;
    const { tests, firstChild, children } = this.#diagram;
    const test = tests[at] ?? 0;
    const first = firstChild[at] ?? 0;
    let only = -1;
    let differ = false;
    let hash = test;
    for (let rest = this.#knowledge[test] ?? 0, value = 0; rest !== 0; rest >>>= 1, value++) {
      if ((rest & 1) === 0) continue;
      const child = this.#reduce(children[first + value] ?? 0);
      if (only === -1) only = child;
      else if (child !== only) differ = true;
      hash = Math.imul(hash ^ child, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    const result = differ ? this.#standingFor(node, hash) : Math.max(only, 0);
    this.#comesTo[at] = result + 1;
    return result;
  }

  /** The first node that tests the same and leads to the same. */
  #standingFor(node: number, hash: number): number {
    const last = this.#table.length - 1;
    for (let place = hash & last; ; place = (place + 1) & last) {
      const other = this.#table[place] ?? 0;
      if (other === 0) {
        this.#table[place] = node;
        return node;
      }
      if (this.#areAlike(node - NODES_FROM, other - NODES_FROM)) return other;
    }
  }

  #areAlike(one: number, other: number): boolean {
    const { tests, firstChild, children } = this.#diagram;
    if (tests[one] !== tests[other]) return false;
    const [first, second] = [firstChild[one] ?? 0, firstChild[other] ?? 0];
    for (let rest = this.#knowledge[tests[one] ?? 0] ?? 0, value = 0; rest !== 0; rest >>>= 1, value++) {
      if (rest & 1 && this.#reduce(children[first + value] ?? 0) !== this.#reduce(children[second + value] ?? 0))
        return false;
    }
    return true;
  }
}
