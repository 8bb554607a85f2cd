/** Deeper lines start no further to the right: white space must not outgrow the text. */
const deepestIndent = 40;
const lines = Array.from({ length: deepestIndent + 1 }, (_, depth) => `\n${'  '.repeat(depth)}`);

/** A line end, and the white space before what stands at this depth. */
export const newline = (depth: number): string => lines[Math.min(depth, deepestIndent)] ?? '\n';

/** A text is indented in pieces of about this length. */
export const pieceCharacters = 64 * 1024;
