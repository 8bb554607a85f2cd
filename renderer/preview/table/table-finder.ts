import type { Column, TableView } from '../../../app/shared/preview/preview.ts';
import { call } from '../../api/client.ts';
import type { Finder } from '../find/finder.ts';
import type { CellPlace } from './move-cell.ts';

interface TableFinderOptions {
  view: TableView;
  /** Those that are shown, in their order. */
  columns: readonly Column[];
  /** Where the user is. */
  focus(): CellPlace;
  go(place: CellPlace): void;
}

/** Finds in all rows of a table in its shape, in the preview process. */
export const createTableFinder = ({ view, columns, focus, go }: TableFinderOptions): Finder => ({
  async find(query, step, report, signal) {
    const from = step === 'here' ? before(focus(), columns.length) : focus();
    const column = from === undefined ? undefined : columns[from.column]?.pointer;
    const request = {
      ...view,
      ...query,
      from: from === undefined || column === undefined ? null : { row: from.row, column },
      backwards: step === 'previous',
    };
    let isShown = false;
    for (;;) {
      const { place, number, matchCount, isDone } = await call('preview.findInTable', request);
      if (signal.aborted) return;
      if (place !== null && !isShown) {
        isShown = true;
        go({ row: place.row, column: columns.findIndex(({ pointer }) => pointer === place.column) });
      }
      report({ number, count: matchCount, isDone });
      if (isDone) return;
    }
  },
});

/** The cell before, so that a match at the place itself is the first. `undefined`: there is none. */
function before({ row, column }: CellPlace, columnCount: number): CellPlace | undefined {
  if (column > 0) return { row, column: column - 1 };
  return row > 0 ? { row: row - 1, column: columnCount - 1 } : undefined;
}
