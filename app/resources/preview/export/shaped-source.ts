import type { Column, TableView } from '../../../shared/preview/preview.ts';
import type { ShapedRows } from '../shape/shaped-rows.ts';
import type { TableViews } from '../shape/table-views.ts';
import { readerOf } from '../shape/values/read-value.ts';
import { columnNames } from './column-names.ts';
import type { ExportColumn, RowSource } from './row-source.ts';
import type { WriteSelection } from './write-choices.ts';

/** The rows of the preview, in their shape. */
class ShapedSource implements RowSource {
  readonly bytes: Buffer;
  readonly columns: readonly ExportColumn[];
  readonly rowCount: number;
  readonly totalCount: number;
  found: Uint32Array;
  readonly time: RowSource['time'];
  private readonly rows: ShapedRows;
  private readonly from: number;

  constructor(rows: ShapedRows, { names, range, time, known = [] }: WriteSelection) {
    this.rows = rows;
    this.bytes = rows.bytes;
    this.from = range?.from ?? 0;
    this.totalCount = rows.rowCount;
    this.rowCount = Math.max(0, Math.min(rows.rowCount - this.from, range?.count ?? rows.rowCount));
    this.found = new Uint32Array(rows.columns.length);
    const columns = rows.columns.length > 0 || rows.rowCount > 0 ? rows.columns : known.map(unseen);
    const shown = columns.map(({ name, label }) => name ?? label);
    const all = [...shown, ...(time ? [time.name] : [])];
    const written = names === undefined ? all : typeof names === 'string' ? columnNames[names](all) : names;
    this.time = time && { ...time, name: written.at(-1) ?? time.name };
    this.columns = columns.map(({ pointer, type = 'text', pattern }, index) => ({
      name: written[index] ?? '',
      pointer,
      type,
      pattern,
      read: readerOf(type, pattern),
      readsEmpty: pattern === 'x_empty',
    }));
  }

  read(index: number): number {
    const row = index + this.from;
    this.found = this.rows.places(row);
    return this.rows.rowAt(row);
  }
}

const unseen = (name: string): Column => ({ pointer: '', label: name, kind: 'null' });

type View = Omit<TableView, 'previewId'>;

/**
 * As the preview shows them: pinned columns are first, unless the selection names columns. Throws Unfinished while a sort
 * or the like goes on.
 */
export function shapedSource(
  tables: Pick<TableViews, 'shapedRows'>,
  view: View,
  selection: WriteSelection = {},
): RowSource {
  const { columns, where } = selection;
  const rows = tables.shapedRows(view, columns, where);
  if (columns !== undefined) return new ShapedSource(rows, selection);
  const isPinned = rows.columns.some(({ pinned }) => pinned);
  const ordered = [...rows.columns].sort((one, other) => Number(other.pinned ?? false) - Number(one.pinned ?? false));
  const pointers = ordered.map(({ pointer }) => pointer);
  return new ShapedSource(isPinned ? tables.shapedRows(view, pointers, where) : rows, selection);
}
