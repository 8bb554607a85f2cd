import { randomUUID } from 'node:crypto';
import { cancelledError } from '../http/errors.ts';
import type { RunSummary } from '../shared/contract/contract.ts';
import { AppError, RequestError } from '../shared/errors.ts';
import { type ExportFormat, initialExportChoices } from '../shared/export/export.ts';
import { message } from '../shared/messages/message.ts';
import type { Column } from '../shared/preview/preview.ts';
import type { Resource } from '../shared/resource/resource.ts';
import { noShape, type Shape } from '../shared/shape/shape.ts';
import type { Previews } from './preview/previews.ts';
import type { Runs } from './runs.ts';

export interface GetRowsDeps {
  runs: Pick<Runs, 'join'>;
  previews: Pick<Previews, 'columns' | 'exportTable'>;
}

export interface GetRowsRequest {
  resource: Resource;
  format: ExportFormat;
  /** Absent: the resource's own. */
  path?: string | undefined;
  /** Names of columns. Absent: those of the resource. */
  columns?: readonly string[] | undefined;
  signal: AbortSignal;
  onProgress(rows: number, rowCount: number): void;
  /** Resolves when there is room for more. */
  onBytes(bytes: Uint8Array): Promise<void>;
}

export interface GottenRows {
  summary: RunSummary;
  rows: number;
  bytes: number;
  cutTexts: number;
}

/** The rows of resources as bytes of a file, for other programs. */
export interface GetRows {
  /**
   * Joins the resource's run, or starts one, and writes its rows. Nothing reaches a disk. Rejects with an AppError, as
   * `Runs.join` and `Exports.start` do, with that of an unsuccessful response, and with RequestError `local.no_column`.
   */
  get(request: GetRowsRequest): Promise<GottenRows>;
  /** The request alone. Rejects as `get` does. */
  run(id: string, signal: AbortSignal): Promise<RunSummary>;
}

/** The first column search covers so many rows; more than this many searches would be endless. */
const mostSearches = 1_000;

export function createGetRows({ runs, previews }: GetRowsDeps): GetRows {
  const run = async (id: string, signal: AbortSignal): Promise<RunSummary> => {
    const summary = await runs.join(id, 'terminal', signal);
    if (summary.error === undefined) return summary;
    const { code, message: text, serviceMessage, details } = summary.error;
    throw new AppError(code, text, { serviceMessage, details });
  };

  const shapeOf = async (
    previewId: string,
    dataPath: string,
    { resource, columns }: GetRowsRequest,
  ): Promise<Shape> => {
    const shape = dataPath === (resource.dataPath ?? dataPath) ? resource.shape : noShape;
    if (columns === undefined) return shape;
    const view = { previewId, dataPath, withParents: resource.withParents, shape };
    let table = await previews.columns(view);
    for (let count = 0; !table.hasAllColumns && count < mostSearches; count += 1) table = await previews.columns(view);
    const wanted = columns.map((name) => columnNamed(table.columns, name).pointer);
    const choices = { ...shape.columns };
    for (const { pointer } of table.columns) {
      const { hidden: _, ...choice } = choices[pointer] ?? {};
      choices[pointer] = wanted.includes(pointer) ? choice : { ...choice, hidden: true };
    }
    return { ...shape, order: wanted, columns: choices };
  };

  return {
    run,
    get: async (request) => {
      const { resource, format, path, signal, onProgress, onBytes } = request;
      const summary = await run(resource.id, signal);
      const { previewId, dataPath } = tableOf(summary, path);
      const shape = await shapeOf(previewId, dataPath, request);
      const choices = { ...initialExportChoices, format, csv: plainCsv };
      const view = { previewId, dataPath, withParents: resource.withParents, shape };
      const written = await previews.exportTable(
        { ...view, exportId: randomUUID(), target: { limitBytes: null }, choices },
        signal,
        async ({ rows, rowCount, part }) => {
          onProgress(rows, rowCount);
          if (part !== undefined) await onBytes(part);
        },
      );
      if (written === null) throw cancelledError();
      return { summary, rows: written.rows, bytes: written.bytes, cutTexts: written.cutTexts };
    },
  };
}

/** For other programs: no byte order mark, and lines as they end on a terminal. */
const plainCsv = { ...initialExportChoices.csv, mark: false, lineEnd: 'lf' as const };

function tableOf({ previewId, body }: RunSummary, path: string | undefined): { previewId: string; dataPath: string } {
  if (previewId === null || body.status === 'empty') throw new RequestError('preview.no_table', message('local.empty'));
  if (body.status === 'too_large')
    throw new RequestError('preview.not_parsed', message('local.tooLarge', { size: body.limitBytes / 2 ** 20 }));
  if (body.status === 'unparsed') throw new RequestError('preview.not_parsed', body.message);
  const dataPath = path ?? body.dataPath ?? body.dataPaths[0]?.pointer;
  if (dataPath === undefined) throw new RequestError('preview.no_table', message('preview.noTable'));
  return { previewId, dataPath };
}

/** By its name, the name that the service gives it, or its pointer. */
function columnNamed(columns: readonly Column[], name: string): Column {
  const found =
    columns.find((column) => (column.name ?? column.label) === name) ??
    columns.find(({ label, pointer }) => label === name || pointer === name);
  if (found !== undefined) return found;
  const names = columns.map((column) => column.name ?? column.label).slice(0, 50);
  throw new RequestError('local.no_column', message('local.noColumn', { name, names: names.join(', ') }));
}
