/** Rows under a head. `hidden` are those that are left off already. */
export interface Part {
  readonly head: string;
  readonly rows: readonly string[];
  readonly hidden: number;
}

/** For the line that says how many rows are left off. */
const ROOM_FOR_MORE = 100;
const GAP = '\n\n';

/** Parts in `room` characters, a block each. Where they do not fit, they are cut at the end of a row, and the rows left off are counted. */
export function fitting(parts: readonly Part[], room: number, more: (count: number) => string): string[] {
  const blocks: string[] = [];
  let left = room - ROOM_FOR_MORE;
  for (const [index, part] of parts.entries()) {
    const block = written(part, more);
    if (block.length + GAP.length > left) return [...blocks, cut(parts.slice(index), left, more)];
    blocks.push(block);
    left -= block.length + GAP.length;
  }
  return blocks;
}

/** The first of the parts as far as it fits; of the others, the number of their rows. */
function cut([first, ...others]: readonly Part[], room: number, more: (count: number) => string): string {
  const { head, rows, hidden } = first ?? { head: '', rows: [], hidden: 0 };
  let left = room - head.length;
  const shown = rows.filter((row) => {
    left -= row.length + 1;
    return left >= 0;
  });
  const rest = others.reduce((sum, part) => sum + part.rows.length + part.hidden, 0);
  const part = { head, rows: shown, hidden: hidden + rows.length - shown.length + rest };
  return shown.length === 0 ? more(part.hidden) : written(part, more);
}

function written({ head, rows, hidden }: Part, more: (count: number) => string): string {
  const lines = head === '' ? rows : [head, ...rows];
  return [lines.join('\n').trimEnd(), ...(hidden === 0 ? [] : [more(hidden)])].join(GAP);
}
