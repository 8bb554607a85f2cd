import { type Dictionary, wordOf } from './dictionary.ts';
import { compareTexts } from './text-order.ts';

/** Where a text stands among the sorted texts: from the first that is not smaller to before the first that is larger. */
export function rankOfText(words: Dictionary, order: Uint32Array, text: string): { from: number; end: number } {
  const from = firstWhere(order.length, (rank) => compareTexts(wordOf(words, order[rank] as number), text) >= 0); // < length
  const end = firstWhere(order.length, (rank) => compareTexts(wordOf(words, order[rank] as number), text) > 0); // < length
  return { from, end };
}

/** The first index for which the test holds, as it does for all after that. */
function firstWhere(count: number, test: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
