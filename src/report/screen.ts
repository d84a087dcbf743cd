/** Lines that a person takes in at once. */
export const SCREEN_LINES = 24;

/** The first blocks of lines that fit into `room`, with `gap` lines after each; one at least. */
export function fittingBlocks(blocks: readonly string[][], room: number, gap: number): readonly string[][] {
  return blocks.filter((_, index) => index === 0 || linesOf(blocks.slice(0, index + 1), gap) <= room);
}

export function linesOf(blocks: readonly string[][], gap: number): number {
  return blocks.reduce((lines, block) => lines + block.length + gap, 0);
}
