import type { Cell, Column, TableView } from '../../../app/shared/preview/preview.ts';
import { call } from '../../api/client.ts';
import { copyText } from '../../common/copy-text.ts';
import { formatCount } from '../../common/numbers.ts';
import { formats, numberMarks } from '../../common/region.ts';
import { text } from '../../messages/text.ts';
import { toast, toastError } from '../../notices/toast.tsx';
import { columnName } from '../shape/arrange.ts';
import { wholeText } from '../whole-text.ts';
import { cellPointer } from './cell-pointer.ts';
import type { CellRange } from './selection.ts';

export type CopyFormat = 'tsv' | 'tsvWithHeader' | 'json';

interface CopyRequest {
  view: TableView;
  /** Those that are shown, in their order. */
  columns: readonly Column[];
  range: CellRange;
}

/** Cells copied as JSON at most: each is asked for. The export has no such limit. */
const mostJsonCells = 50_000;
const rowsAtOnce = 500;
/** A copy that takes longer says when it is done, in ms. */
const worthTelling = 1000;

/** Copies the cells of a range: as a spreadsheet in the user's region reads them, or as JSON. */
export async function copyRange(request: CopyRequest, kind: CopyFormat): Promise<void> {
  const started = performance.now();
  try {
    const { copied, rowCount, isCut } = kind === 'json' ? await json(request) : await tsv(request, kind);
    await copyText(copied);
    if (isCut) toast(text('grid.copy.cut', { count: rowCount }));
    else if (performance.now() - started > worthTelling) toast(text('grid.copy.done', { count: rowCount }));
  } catch (error) {
    toastError(error);
  }
}

interface Copied {
  copied: string;
  rowCount: number;
  isCut: boolean;
}

async function tsv({ view, columns, range }: CopyRequest, kind: 'tsv' | 'tsvWithHeader'): Promise<Copied> {
  const { text: copied, ...rest } = await call('preview.copy', {
    ...view,
    columns: chosen(columns, range).map(({ pointer }) => pointer),
    start: range.firstRow,
    count: range.endRow - range.firstRow,
    withHeader: kind === 'tsvWithHeader',
    decimalMark: numberMarks(formats()).decimal === ',' ? ',' : '.',
  });
  return { copied, ...rest };
}

async function json({ view, columns, range }: CopyRequest): Promise<Copied> {
  const asked = chosen(columns, range);
  const names = uniqueNames(asked);
  const most = Math.max(1, Math.floor(mostJsonCells / asked.length));
  const endRow = Math.min(range.endRow, range.firstRow + most);
  const lines: string[] = [];
  for (let start = range.firstRow; start < endRow; ) {
    const page = await call('preview.rows', {
      ...view,
      columns: asked.map(({ pointer }) => pointer),
      start,
      count: Math.min(rowsAtOnce, endRow - start),
    });
    if (page.rows.length === 0) break;
    for (const [at, cells] of page.rows.entries()) {
      const members: string[] = [];
      for (const [index, cell] of cells.entries()) {
        if (cell.kind === 'missing') continue;
        const place = cellPointer(page.pointers[at] ?? '', asked[index]?.pointer ?? '');
        members.push(`${JSON.stringify(names[index])}: ${await jsonOf(view.previewId, place, cell)}`);
      }
      lines.push(`{ ${members.join(', ')} }`);
    }
    start += page.rows.length;
  }
  return { copied: `[\n  ${lines.join(',\n  ')}\n]`, rowCount: lines.length, isCut: endRow < range.endRow };
}

/** The value as it was sent: numbers keep their digits. */
async function jsonOf(previewId: string, pointer: string | undefined, cell: Cell): Promise<string> {
  const whole = await wholeText(previewId, pointer, cell);
  return cell.kind === 'string' ? JSON.stringify(whole) : whole;
}

/** Equal names get a number: members of an object need different ones. */
function uniqueNames(columns: readonly Column[]): string[] {
  const met = new Map<string, number>();
  return columns.map((column) => {
    const name = columnName(column);
    const count = (met.get(name) ?? 0) + 1;
    met.set(name, count);
    return count === 1 ? name : `${name} (${formatCount(count)})`;
  });
}

const chosen = (columns: readonly Column[], { firstColumn, endColumn }: CellRange): readonly Column[] =>
  columns.slice(firstColumn, endColumn);
