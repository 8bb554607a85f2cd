import { AppError, RequestError } from '../../../shared/errors.ts';
import { fitsFormat } from '../../../shared/export/export.ts';
import { message } from '../../../shared/messages/message.ts';
import { textAt } from '../shape/source-text.ts';
import { Unfinished } from '../shape/work.ts';
import { type ByteTarget, byteTarget, partBytes } from './byte-target.ts';
import { CsvWriter } from './csv-writer.ts';
import type { ExcelPackage } from './excel-package.ts';
import { ExcelWriter } from './excel-writer.ts';
import { HtmlWriter } from './html-writer.ts';
import { type JsonFrame, type JsonRow, JsonWriter } from './json-writer.ts';
import { Output } from './output.ts';
import type { RowSource, RowWriter } from './row-source.ts';
import type { TableFormat, WriteChoices, WriteTarget, WrittenColumn } from './write-choices.ts';
import { XmlWriter } from './xml-writer.ts';
import { TooLarge } from './zip-file.ts';

/** How long one step works, so that rows can be read meanwhile. */
const stepMs = 20;
const rowsAtOnce = 200;
const sampledRows = 200;
/** Of a column of Excel, in characters. */
const [narrowest, widest] = [9, 60];

export interface ExportProgress {
  rows: number;
  rowCount: number;
  bytes: number;
  isDone: boolean;
  /** Texts that Excel is too small for. */
  cutTexts: number;
  /** The next bytes, unless a file has them. */
  part?: Uint8Array | undefined;
  /** Those that were written. Set when the job is done. */
  columns?: WrittenColumn[] | undefined;
  /** Rows of the table, of which a range may be written. */
  totalCount: number;
}

export interface ExportJobOptions {
  /** A new file gets its name from main when it is whole. */
  target: WriteTarget;
  choices: WriteChoices;
}

/**
 * Writes one table, a little at each step. Fails with a RequestError `export.*` or `feed.too_large`, and leaves no file
 * then.
 */
export class ExportJob {
  private readonly target: ByteTarget;
  private readonly slices: Generator<undefined, void>;
  private rows = 0;
  private rowCount = 0;
  private totalCount = 0;
  private bytes = 0;
  private isDone = false;
  private columns: WrittenColumn[] = [];
  private excel: ExcelWriter | undefined;

  /** `prepare`: throws Unfinished while a sort or the like goes on. */
  constructor(prepare: () => RowSource, { target, choices }: ExportJobOptions) {
    this.target = byteTarget(target);
    this.slices = this.run(prepare, choices);
  }

  step(): ExportProgress {
    try {
      const end = performance.now() + stepMs;
      while (!this.isDone && this.target.waiting() < partBytes && performance.now() < end)
        this.isDone = this.slices.next().done === true;
    } catch (error) {
      this.abort();
      throw asExportError(error);
    }
    const { rows, rowCount, totalCount, bytes, target, columns } = this;
    const part = target.take();
    const isDone = this.isDone && target.waiting() === 0;
    const progress = { rows, rowCount, totalCount, bytes, isDone, cutTexts: this.excel?.cutTexts ?? 0 };
    return { ...progress, ...(part && { part }), ...(isDone ? { columns } : {}) };
  }

  /** Ends the work, and removes the file. */
  abort(): void {
    this.target.abort();
  }

  private *run(prepare: () => RowSource, choices: WriteChoices): Generator<undefined, void> {
    const source = yield* finished(prepare);
    this.rowCount = source.rowCount;
    this.totalCount = source.totalCount;
    this.columns = source.columns.map(({ name, pointer, type }) => ({ name, pointer, type }));
    if (source.time) this.columns.push({ name: source.time.name, pointer: null, type: 'datetime' });
    const writer = yield* this.writers[choices.format](source, choices);
    writer.begin();
    for (let index = 0; index < source.rowCount; index++) {
      writer.row(source.read(index));
      this.rows = index + 1;
      if (index % rowsAtOnce === rowsAtOnce - 1) yield;
    }
    writer.end();
    this.target.close();
  }

  /** A format that nothing writes does not compile. */
  private readonly writers: Record<
    TableFormat,
    (source: RowSource, choices: WriteChoices) => Generator<undefined, RowWriter>
  > = {
    csv: writerAtOnce((source, { csv }) => new CsvWriter(source, this.open(), csv)),
    xlsx: (source) => this.excelWriter(source),
    json: writerAtOnce((source, { json, root, isStrict }) =>
      this.json(source, root === 'wrapped' ? root : 'json', isStrict === true ? 'strict' : json.rows),
    ),
    ndjson: writerAtOnce((source, { json, root }) =>
      this.json(source, root === undefined ? 'ndjson' : 'lines', json.rows),
    ),
    lists: writerAtOnce((source) => this.json(source, 'json', 'list')),
    xml: writerAtOnce((source) => new XmlWriter(source, this.open())),
    html: writerAtOnce((source, { page = noPage }) => new HtmlWriter(source, this.open(), page)),
  };

  private json(source: RowSource, frame: JsonFrame, rows: JsonRow): RowWriter {
    return new JsonWriter(source, this.open(), frame, rows);
  }

  private *excelWriter(source: RowSource): Generator<undefined, RowWriter> {
    if (!fitsFormat('xlsx', source.rowCount, source.columns.length))
      throw new RequestError('export.too_large', message('export.excelRows'));
    let around: ExcelPackage | undefined;
    let failure: unknown;
    import('./excel-package.ts')
      .then(({ excelPackage }) =>
        excelPackage(
          source.columns.map(({ name }) => name),
          widthsOf(source),
        ),
      )
      .then(
        (made) => {
          around = made;
        },
        (error: unknown) => {
          failure = error ?? new Error('no reason');
        },
      );
    while (around === undefined) {
      if (failure !== undefined) throw failure;
      yield;
    }
    this.target.open();
    this.excel = new ExcelWriter(source, this.write, around);
    return this.excel;
  }

  private open(): Output {
    this.target.open();
    return new Output(this.write);
  }

  private readonly write = (bytes: Uint8Array): void => {
    this.target.write(bytes);
    this.bytes += bytes.length;
  };
}

const noPage = { language: 'en', title: '', subtitle: '', refreshSeconds: 60 };

/** Repeats what is not finished. */
function* finished<Result>(work: () => Result): Generator<undefined, Result> {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Unfinished)) throw error;
    }
    yield;
  }
}

/** As wide as the first values. */
function widthsOf(source: RowSource): number[] {
  const widths = source.columns.map(({ name }) => name.length + 2);
  for (let index = 0; index < Math.min(sampledRows, source.rowCount); index++) {
    source.read(index);
    for (const [column, at] of source.found.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, textAt(source.bytes, at).length + 1);
    }
  }
  return widths.map((width) => Math.min(widest, Math.max(narrowest, width)));
}

function asExportError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof TooLarge) return new RequestError('export.too_large', message('export.excelBytes'));
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new RequestError('export.disk_full', message('export.diskFull'), { cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new RequestError('export.no_permission', message('export.noPermission'), { cause: error });
  return new RequestError('export.failed', message('export.failed'), { cause: error });
}

/** A writer that needs nothing loaded. */
const writerAtOnce = (make: (source: RowSource, choices: WriteChoices) => RowWriter) =>
  // biome-ignore lint/correctness/useYield: the other writers wait.
  function* (source: RowSource, choices: WriteChoices): Generator<undefined, RowWriter> {
    return make(source, choices);
  };
