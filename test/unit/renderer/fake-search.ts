import type { Handlers } from './fake-bridge.ts';
import type { FakeState } from './fake-state.ts';

type SearchCall = 'preview.findLines' | 'preview.findNodes';

/** Where the product is in a line of the played text. */
const lineStart = '  {"product":"'.length;

/** Finds in the products of the played rows. `productOf`: of a row. */
export function searchHandlers(state: FakeState, productOf: (row: number) => string): Pick<Handlers, SearchCall> {
  const rowsWith = (query: string): number[] =>
    Array.from({ length: Math.min(state.rows, 10_000) }, (_none, row) => row).filter((row) =>
      productOf(row).toLowerCase().includes(query.toLowerCase()),
    );
  return {
    'preview.findLines': ({ query }) => ({
      matches: rowsWith(query).map((row) => ({
        line: row + 1,
        column: lineStart + productOf(row).toLowerCase().indexOf(query.toLowerCase()),
        length: query.length,
      })),
      next: null,
    }),
    'preview.findNodes': ({ query }) => ({
      matches: rowsWith(query).map((row) => ({ path: [row, 2], isKey: false })),
      next: null,
    }),
  };
}
