import { OffsetList } from './json/offset-list.ts';

/** Longer lines are shown in pieces, because minified JSON is one line of many megabytes. In bytes. */
export const pieceBytes = 2000;
const step = 64;

const isContinuation = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80;

/** The start of the UTF-8 character that contains the byte at `position`. */
export function characterStart(bytes: Uint8Array, position: number): number {
  let start = position;
  while (start > 0 && position - start < 3 && isContinuation(bytes[start])) start--;
  return isContinuation(bytes[start]) ? position : start;
}

/**
 * A displayed line. `start`: of its first character. `place`: where its bytes start, within that character. `newline`:
 * at the end of the whole line.
 */
interface LinePlace {
  line: number;
  start: number;
  place: number;
  newline: number;
}

/**
 * The starts of displayed lines: lines of the text, or pieces of long ones. Stores only every 64th position. Receives
 * newlines in order, from `newline`, or from `scan`, which finds them itself.
 */
export class LineIndex {
  private readonly checkpoints = new OffsetList();
  private lineStart: number;
  private total = 0;

  constructor(start = 0) {
    this.lineStart = start;
  }

  /** `position`: of the newline. */
  newline(position: number): void {
    this.add(position);
    this.lineStart = position + 1;
  }

  scan(bytes: Uint8Array, from: number, to: number): void {
    for (let at = from; at < to; at++) if (bytes[at] === 10) this.newline(at);
  }

  /** Adds the last line, which has no newline. */
  end(length: number): void {
    if (length > this.lineStart || this.total === 0) this.add(length);
    this.lineStart = length;
  }

  get lineCount(): number {
    return this.total;
  }

  /** At most `count` lines and about `maximumBytes`. */
  read(bytes: Buffer, length: number, startLine: number, count: number, maximumBytes = 1_000_000): string[] {
    const lines: string[] = [];
    if (startLine >= this.total) return lines;
    let place = this.checkpoints.at(startLine >> 6);
    let line = startLine & ~(step - 1);
    let newline = this.nextNewline(bytes, place, length);
    let taken = 0;
    while (lines.length < count && line < this.total && taken < maximumBytes) {
      const last = newline - place <= pieceBytes;
      const next = last ? newline : place + pieceBytes;
      if (line >= startLine) {
        const from = characterStart(bytes, place);
        let to = last ? newline : characterStart(bytes, next);
        if (last && to > from && bytes[to - 1] === 13) to--;
        lines.push(bytes.toString('utf8', from, to));
        taken += to - from;
      }
      line++;
      place = last ? newline + 1 : next;
      if (last) newline = this.nextNewline(bytes, place, length);
    }
    return lines;
  }

  /** The displayed line with the character at `position`. `after`: the response for an earlier position, to start from. */
  find(bytes: Buffer, length: number, position: number, after?: LinePlace): LinePlace {
    let index = 0;
    for (let end = this.checkpoints.length; end - index > 1; ) {
      const middle = (index + end) >>> 1;
      if (this.checkpoints.at(middle) <= position) index = middle;
      else end = middle;
    }
    // A piece starts at a character, which may begin before the checkpoint.
    if (index > 0 && characterStart(bytes, this.checkpoints.at(index)) > position) index--;
    let line = index * step;
    let place = this.checkpoints.at(index);
    if (after !== undefined && after.line > line && after.start <= position) ({ line, place } = after);
    // The end of a long line is far: look for it once.
    const isKnown = after !== undefined && place >= after.place && place <= after.newline;
    let newline = isKnown ? after.newline : this.nextNewline(bytes, place, length);
    for (;;) {
      const isLast = newline - place <= pieceBytes;
      const next = isLast ? newline + 1 : place + pieceBytes;
      if (line + 1 >= this.total || position < characterStart(bytes, next))
        return { line, start: characterStart(bytes, place), place, newline };
      line++;
      place = next;
      if (isLast) newline = this.nextNewline(bytes, place, length);
    }
  }

  private nextNewline(bytes: Buffer, from: number, length: number): number {
    const found = from < length ? bytes.indexOf(10, from) : -1;
    return found === -1 || found > length ? length : found;
  }

  /** Adds the line from `lineStart` to `end`, in pieces. */
  private add(end: number): void {
    const pieces = Math.max(1, Math.ceil((end - this.lineStart) / pieceBytes));
    let next = (this.total + step - 1) & ~(step - 1);
    for (; next < this.total + pieces; next += step)
      this.checkpoints.push(this.lineStart + (next - this.total) * pieceBytes);
    this.total += pieces;
  }
}
