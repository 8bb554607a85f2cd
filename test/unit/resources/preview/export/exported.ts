import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Body } from '../../../../../app/resources/preview/body.ts';
import { ExportJob, type ExportProgress } from '../../../../../app/resources/preview/export/export-job.ts';
import { shapedSource } from '../../../../../app/resources/preview/export/shaped-source.ts';
import type { WriteChoices, WriteSelection } from '../../../../../app/resources/preview/export/write-choices.ts';
import type { ShapedCell } from '../../../../../app/resources/preview/shape/shaped-rows.ts';
import { initialExportChoices } from '../../../../../app/shared/export/export.ts';
import type { DataFormat } from '../../../../../app/shared/resource/resource.ts';
import { noShape, type Shape } from '../../../../../app/shared/shape/shape.ts';
import { receive } from '../read-body.ts';
import { patiently } from '../shape/patiently.ts';

/** A body that has arrived. The first row of a table without names has them. */
export const bodyOf = (text: string, format: DataFormat = 'json'): Body =>
  receive(text, { format, firstRow: 'names' }).body;

/** Writes the table at `dataPath` into memory, as for a feed. */
export function written(
  body: Body,
  choices: Partial<WriteChoices>,
  selection: WriteSelection,
  { dataPath = '', shape = noShape }: { dataPath?: string; shape?: Shape } = {},
  limitBytes = 2 ** 26,
) {
  const view = { dataPath, withParents: false, shape };
  const job = new ExportJob(() => shapedSource(body.tables, view, selection), {
    target: { limitBytes },
    choices: {
      ...initialExportChoices,
      ...choices,
      csv: { ...initialExportChoices.csv, mark: false, keepsFormulas: true },
    },
  });
  const parts: Uint8Array[] = [];
  let progress: ExportProgress;
  do {
    progress = job.step();
    if (progress.part) parts.push(progress.part);
  } while (!progress.isDone);
  const shown = patiently(() => body.tables.shapedRows(view));
  return {
    text: Buffer.concat(parts).toString('utf8'),
    partLengths: parts.map(({ length }) => length),
    progress,
    columns: progress.columns ?? [],
    /** As the preview has them. */
    rows: shown.read(0, shown.rowCount),
  };
}

interface Exported {
  bytes: Buffer;
  text: string;
  progress: ExportProgress;
  /** The columns and rows of the preview in the same shape. */
  names: string[];
  rows: ShapedCell[][];
}

/** Writes the table at `dataPath` and reads the file. */
export async function exported(
  body: Body,
  choices: Partial<WriteChoices>,
  { dataPath = '', shape = noShape }: { dataPath?: string; shape?: Shape } = {},
): Promise<Exported> {
  const folder = mkdtempSync(join(tmpdir(), 'tokenboard-export-'));
  try {
    const path = join(folder, 'out');
    const view = { dataPath, withParents: false, shape };
    const job = new ExportJob(() => shapedSource(body.tables, view), {
      target: { path },
      choices: { ...initialExportChoices, ...choices },
    });
    let progress = job.step();
    // Excel's parts are written meanwhile.
    while (!progress.isDone) {
      await new Promise((resolve) => setImmediate(resolve));
      progress = job.step();
    }
    const bytes = readFileSync(path);
    const shown = patiently(() => body.tables.shapedRows(view));
    return {
      bytes,
      text: bytes.toString('utf8'),
      progress,
      names: shown.columns.map(({ name, label }) => name ?? label),
      rows: shown.read(0, shown.rowCount),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
