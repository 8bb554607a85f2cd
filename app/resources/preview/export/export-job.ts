import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { AppError, RequestError } from '../../../shared/errors.ts';
import { type ExportChoices, type ExportFormat, fitsFormat } from '../../../shared/export/export.ts';
import { message } from '../../../shared/messages/message.ts';
import { textAt } from '../shape/source-text.ts';
import { Unfinished } from '../shape/work.ts';
import { CsvWriter } from './csv-writer.ts';
import type { ExcelPackage } from './excel-package.ts';
import { ExcelWriter } from './excel-writer.ts';
import { JsonWriter } from './json-writer.ts';
import { Output } from './output.ts';
import type { RowSource, RowWriter } from './row-source.ts';
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
}

export interface ExportJobOptions {
  /** A new file. Main gives it its name when it is whole. */
  path: string;
  choices: ExportChoices;
}

/** Writes one table into a file, a little at each step. Fails with a RequestError `export.*`, and leaves no file then. */
export class ExportJob {
  private readonly path: string;
  private readonly slices: Generator<undefined, void>;
  private fd: number | undefined;
  private rows = 0;
  private rowCount = 0;
  private bytes = 0;
  private isDone = false;
  private excel: ExcelWriter | undefined;

  /** `prepare`: throws Unfinished while a sort or the like goes on. */
  constructor(prepare: () => RowSource, { path, choices }: ExportJobOptions) {
    this.path = path;
    this.slices = this.run(prepare, choices);
  }

  step(): ExportProgress {
    try {
      const end = performance.now() + stepMs;
      do this.isDone = this.slices.next().done === true;
      while (!this.isDone && performance.now() < end);
    } catch (error) {
      this.abort();
      throw asExportError(error);
    }
    const { rows, rowCount, bytes, isDone } = this;
    return { rows, rowCount, bytes, isDone, cutTexts: this.excel?.cutTexts ?? 0 };
  }

  /** Ends the work, and removes the file. */
  abort(): void {
    this.close();
    rmSync(this.path, { force: true });
  }

  private *run(prepare: () => RowSource, choices: ExportChoices): Generator<undefined, void> {
    const source = yield* finished(prepare);
    this.rowCount = source.rowCount;
    const writer = yield* this.writerOf(source, choices);
    writer.begin();
    for (let index = 0; index < source.rowCount; index++) {
      writer.row(source.read(index));
      this.rows = index + 1;
      if (index % rowsAtOnce === rowsAtOnce - 1) yield;
    }
    writer.end();
    this.close();
  }

  private *writerOf(source: RowSource, choices: ExportChoices): Generator<undefined, RowWriter> {
    if (!fitsFormat(choices.format, source.rowCount, source.columns.length))
      throw new RequestError('export.too_large', message('export.excelRows'));
    return yield* this.writers[choices.format](source, choices);
  }

  /** A format that nothing writes does not compile. */
  private readonly writers: Record<
    ExportFormat,
    (source: RowSource, choices: ExportChoices) => Generator<undefined, RowWriter>
  > = {
    csv: writerAtOnce((source, { csv }) => new CsvWriter(source, this.open(), csv)),
    xlsx: (source) => this.excelWriter(source),
    json: writerAtOnce((source, { json }) => new JsonWriter(source, this.open(), 'json', json)),
    ndjson: writerAtOnce((source, { json }) => new JsonWriter(source, this.open(), 'ndjson', json)),
  };

  private *excelWriter(source: RowSource): Generator<undefined, RowWriter> {
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
    this.openFile();
    this.excel = new ExcelWriter(source, this.write, around);
    return this.excel;
  }

  private open(): Output {
    this.openFile();
    return new Output(this.write);
  }

  private openFile(): void {
    this.fd = openSync(this.path, 'wx', 0o600);
  }

  private readonly write = (bytes: Uint8Array): void => {
    if (this.fd === undefined) return;
    for (let from = 0; from < bytes.length; ) from += writeSync(this.fd, bytes, from);
    this.bytes += bytes.length;
  };

  private close(): void {
    if (this.fd !== undefined) closeSync(this.fd);
    this.fd = undefined;
  }
}

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
const writerAtOnce = (make: (source: RowSource, choices: ExportChoices) => RowWriter) =>
  // biome-ignore lint/correctness/useYield: the other writers wait.
  function* (source: RowSource, choices: ExportChoices): Generator<undefined, RowWriter> {
    return make(source, choices);
  };
