import type { PushFacts } from '../../shared/push/push.ts';

/** What a target's envelope needs besides the rows. */
const envelopeBytes = 120;

/** The first rows that the target has room for. */
export function fitRows(
  lines: readonly string[],
  { mostRows, mostBytes }: Pick<PushFacts, 'mostRows' | 'mostBytes'>,
): { lines: readonly string[]; leftOut: number } {
  let count = Math.min(lines.length, mostRows);
  if (mostBytes !== undefined) {
    let bytes = envelopeBytes;
    let fitting = 0;
    for (const line of lines.slice(0, count)) {
      // A comma stands between two rows.
      bytes += Buffer.byteLength(line) + 1;
      if (bytes > mostBytes) break;
      fitting += 1;
    }
    count = fitting;
  }
  return { lines: lines.slice(0, count), leftOut: lines.length - count };
}
