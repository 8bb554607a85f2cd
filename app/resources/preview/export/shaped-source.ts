import type { TableView } from '../../../shared/preview/preview.ts';
import type { ShapedRows } from '../shape/shaped-rows.ts';
import type { TableViews } from '../shape/table-views.ts';
import { readerOf } from '../shape/values/read-value.ts';
import type { ExportColumn, RowSource } from './row-source.ts';

/** The rows of the preview, in their shape. */
class ShapedSource implements RowSource {
  readonly bytes: Buffer;
  readonly columns: readonly ExportColumn[];
  readonly rowCount: number;
  found: Uint32Array;
  private readonly rows: ShapedRows;

  constructor(rows: ShapedRows) {
    this.rows = rows;
    this.bytes = rows.bytes;
    this.rowCount = rows.rowCount;
    this.found = new Uint32Array(rows.columns.length);
    this.columns = rows.columns.map(({ name, label, type = 'text', pattern }) => ({
      name: name ?? label,
      type,
      pattern,
      read: readerOf(type, pattern),
      readsEmpty: pattern === 'x_empty',
    }));
  }

  read(index: number): number {
    this.found = this.rows.places(index);
    return this.rows.rowAt(index);
  }
}

type View = Omit<TableView, 'previewId'>;

/** As the preview shows them: pinned columns are first. Throws Unfinished while a sort or the like goes on. */
export function shapedSource(tables: Pick<TableViews, 'shapedRows'>, view: View): RowSource {
  const rows = tables.shapedRows(view);
  const isPinned = rows.columns.some(({ pinned }) => pinned);
  const ordered = [...rows.columns].sort((one, other) => Number(other.pinned ?? false) - Number(one.pinned ?? false));
  return new ShapedSource(
    isPinned
      ? tables.shapedRows(
          view,
          ordered.map(({ pointer }) => pointer),
        )
      : rows,
  );
}
