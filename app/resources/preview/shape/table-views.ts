import { chartSchema } from '../../../shared/chart/chart.ts';
import type { ChartData } from '../../../shared/contract/chart.ts';
import type { CallRequest } from '../../../shared/contract/contract.ts';
import type { Found, Statistics } from '../../../shared/contract/table.ts';
import { RequestError } from '../../../shared/errors.ts';
import type { Cell, Column, TableView } from '../../../shared/preview/preview.ts';
import type { Condition } from '../../../shared/shape/condition.ts';
import { noShape, type Shape } from '../../../shared/shape/shape.ts';
import { chartOf } from '../chart/chart-of.ts';
import type { ColumnSearch } from '../json/columns.ts';
import { readRows } from '../json/rows.ts';
import { applyCondition } from './condition.ts';
import { type CopiedText, copyText } from './copy.ts';
import { TableFind } from './find.ts';
import { ShapedRows } from './shaped-rows.ts';
import { type Shaped, ShapedTable } from './shaped-table.ts';
import { describe } from './statistics.ts';
import type { RowList } from './steps.ts';
import type { TableSource } from './table-source.ts';
import { addValues } from './typed-cells.ts';
import { Job, type Slices, Unfinished } from './work.ts';

/** Tables of one body whose values are kept: the window shows one, and an export may read another. */
const mostTables = 3;
/** Finished work that is kept: the window asks for pages of rows again and again. */
const mostJobs = 12;

export type View = Omit<TableView, 'previewId'>;

/**
 * The tables of a body that has arrived, in their shapes. Calls throw Unfinished while their work goes on, and continue it
 * when they are repeated.
 */
export class TableViews {
  private readonly sourceOf: (view: View) => TableSource;
  /** The most recently used is last. */
  private readonly tables = new Map<string, ShapedTable>();
  private readonly jobs = new Map<string, Job<unknown>>();
  private find: { key: string; search: TableFind } | undefined;

  constructor(sourceOf: (view: View) => TableSource) {
    this.sourceOf = sourceOf;
  }

  /** Columns in their order with what is known of their types, and the rows after the steps. */
  table(view: View): { columns: Column[]; hasAllColumns: boolean } & Omit<Shaped, 'list'> {
    const table = this.tableOf(view);
    const shape = shapeOf(view);
    const { list: _list, ...counts } = this.shaped(view);
    return { ...counts, columns: table.columns(shape), hasAllColumns: table.source.isComplete(shape) };
  }

  search(view: View): ColumnSearch {
    return this.tableOf(view).source.search;
  }

  /** Searches on for columns and types, which `table` tells then. */
  lookOn(view: View): void {
    try {
      this.complete(view);
    } catch (error) {
      if (!(error instanceof Unfinished)) throw error;
    }
  }

  rows(view: View, columns: readonly string[], start: number, count: number): { rows: Cell[][]; pointers: string[] } {
    const { source, shown } = this.open(view);
    const { list } = this.shaped(view);
    const cells = readRows(source.document, source.rows, columns, start, count, list);
    const { places } = source.rows;
    return {
      rows: addValues(
        cells,
        columns.map((pointer) => shown.find((column) => column.pointer === pointer)),
      ),
      pointers: cells.map((_row, index) => places.pointer(list?.[start + index] ?? start + index)),
    };
  }

  statistics({ column: pointer, ...view }: CallRequest<'preview.statistics'>): Statistics {
    const { list } = this.shaped(view);
    const { source, shape, shown } = this.open(view);
    const column = shown.find((each) => each.pointer === pointer);
    if (column === undefined)
      return { ...nothing, count: list?.length ?? source.rowCount, empty: list?.length ?? source.rowCount };
    return this.job(`statistics ${JSON.stringify(pointer)} ${keyOf(view)}`, () =>
      describe(source, shape, list, column),
    );
  }

  chart({ chart: asked, ...view }: CallRequest<'preview.chart'>): ChartData {
    const { list } = this.shaped(view);
    // A column's type decides what its groups are: that of all values.
    this.complete(view);
    const { source, shape, shown } = this.open(view);
    const chart = chartSchema.parse(asked);
    return this.job(`chart ${JSON.stringify(chart)} ${keyOf(view)}`, () => chartOf(source, shape, list, shown, chart));
  }

  findNext({ text, matchCase, from, backwards, ...view }: CallRequest<'preview.findInTable'>): Found {
    const { list } = this.shaped(view);
    this.complete(view);
    const key = JSON.stringify([text, matchCase, keyOf(view)]);
    if (this.find?.key !== key) {
      const { source, shown } = this.open(view);
      const visible = shown.filter(({ hidden }) => hidden !== true);
      this.find = { key, search: new TableFind(source, list, visible, { text, matchCase }) };
    }
    return this.find.search.lookOn({ from, backwards });
  }

  copy({ columns, start, count, withHeader, decimalMark = '.', ...view }: CallRequest<'preview.copy'>): CopiedText {
    const rows = this.shapedRows(view, columns);
    const request = { start, count, withHeader, decimalMark };
    const key = `copy ${JSON.stringify([columns, request])} ${keyOf(view)}`;
    const copied = this.job(key, () => copyText(rows, request));
    // Up to 32 MiB that nobody asks for twice.
    this.jobs.delete(key);
    return copied;
  }

  /**
   * All rows of the view in its shape, with types from all values. `columns`: absent, those that are shown. `where`: which of
   * the rows. Throws RequestError `input.invalid` if that cannot be tested.
   */
  shapedRows(view: View, columns?: readonly string[], where?: Condition): ShapedRows {
    this.complete(view);
    const { source, shape, shown } = this.open(view);
    const list = where === undefined ? this.shaped(view).list : this.narrowed(view, source, shape, where);
    const wanted =
      columns === undefined
        ? shown.filter(({ hidden }) => hidden !== true)
        : columns.flatMap((pointer) => shown.find((column) => column.pointer === pointer) ?? []);
    return new ShapedRows(source, list, wanted);
  }

  private open(view: View): { source: TableSource; shape: Shape; shown: Column[] } {
    const table = this.tableOf(view);
    const shape = shapeOf(view);
    return { source: table.source, shape, shown: table.columns(shape) };
  }

  private shaped(view: View): Shaped {
    const table = this.tableOf(view);
    const shape = shapeOf(view);
    return this.job(`steps ${keyOf(view)}`, () => table.apply(shape));
  }

  private narrowed(view: View, source: TableSource, shape: Shape, where: Condition): RowList {
    const { list } = this.shaped(view);
    const result = this.job(`where ${JSON.stringify(where)} ${keyOf(view)}`, () =>
      applyCondition(source, shape, where, list),
    );
    if ('problem' in result) throw new RequestError('input.invalid', result.problem);
    return result.list;
  }

  private complete(view: View): void {
    const { source } = this.tableOf(view);
    const shape = shapeOf(view);
    this.job(`complete ${keyOf(view)}`, () => source.complete(shape));
  }

  private tableOf(view: View): ShapedTable {
    const key = JSON.stringify([view.dataPath, view.withParents ?? false]);
    const table = this.tables.get(key) ?? new ShapedTable(this.sourceOf(view));
    this.tables.delete(key);
    this.tables.set(key, table);
    for (const each of [...this.tables.keys()].slice(0, -mostTables)) this.tables.delete(each);
    return table;
  }

  /** Continues the work with the key. Throws Unfinished. */
  private job<Result>(key: string, start: () => Slices<Result>): Result {
    const job = (this.jobs.get(key) ?? new Job<unknown>(start())) as Job<Result>; // a key names one kind of work
    this.jobs.delete(key);
    this.jobs.set(key, job);
    for (const [each, { isDone }] of [...this.jobs].slice(0, -mostJobs)) if (isDone) this.jobs.delete(each);
    return job.finish();
  }
}

/** The contract has filled in what the request left out. */
export const shapeOf = ({ shape }: Pick<View, 'shape'>): Shape => ({ ...noShape, ...(shape as Shape | undefined) });

const keyOf = ({ dataPath, withParents = false, shape }: View): string =>
  JSON.stringify([dataPath, withParents, shape]);

const nothing: Statistics = { type: 'text', count: 0, empty: 0, unfit: 0, distinct: 0, bins: [], top: [] };
