import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { ExportJob } from '../../../app/resources/preview/export/export-job.ts';
import { shapedSource } from '../../../app/resources/preview/export/shaped-source.ts';
import { type ExportFormat, initialExportChoices } from '../../../app/shared/export/export.ts';
import { noShape } from '../../../app/shared/shape/shape.ts';
import { receive } from '../../unit/resources/preview/read-body.ts';
import { patiently } from '../../unit/resources/preview/shape/patiently.ts';
import { amountOf, elapsedMs, inTurns, type Measurement, median, ratioOf } from '../measurement.ts';

const rowCount = 1_000_000;
const rounds = 5;
const view = { dataPath: '/data', withParents: false, shape: noShape };

function makeText(): string {
  const rows: string[] = [];
  for (let id = 0; id < rowCount; id++) rows.push(`{"id":${id},"name":"n${id % 977}","amount":${(id * 7) % 1000}.5}`);
  return `{"data":[${rows.join(',')}]}`;
}

/** Files of 1,000,000 rows, written as the preview process writes them. */
export async function measure(): Promise<Measurement[]> {
  const text = makeText();
  const { body } = receive(text);
  // The window has asked for the types already.
  patiently(() => body.tables.shapedRows(view));
  const folder = mkdtempSync(join(tmpdir(), 'tokenboard-bench-export-'));
  const path = join(folder, 'out');
  let grown = 0;
  const write = async (format: ExportFormat): Promise<number> => {
    rmSync(path, { force: true });
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    return elapsedMs(async () => {
      const job = new ExportJob(() => shapedSource(body.tables, view), {
        target: { path },
        choices: { ...initialExportChoices, format },
      });
      while (!job.step().isDone) {
        grown = Math.max(grown, process.memoryUsage().rss - before);
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
  };
  /** The same rows as objects of JavaScript, which are there already. */
  const rows = (JSON.parse(text) as { data: Record<string, unknown>[] }).data;
  const papaparse = () => elapsedMs(() => writeFileSync(path, Papa.unparse(rows)));
  try {
    const csv = await inTurns(rounds, () => write('csv'), papaparse);
    const excel: number[] = [];
    for (let round = 0; round < 3; round++) excel.push(await write('xlsx'));
    const size = (statSync(path).size / 2 ** 20).toFixed(0);
    return [
      ratioOf({
        name: 'CSV of 1,000,000 rows, against papaparse',
        unit: 'ms',
        ...csv,
        goal: 0.5,
        how: `the byte writer from the body, in steps of 20 ms; Papa.unparse of the parsed objects in turns; median of ${rounds}`,
      }),
      amountOf({
        name: 'CSV of 1,000,000 rows',
        unit: 'ms',
        value: csv.value,
        goal: 600,
        how: 'the same',
      }),
      amountOf({
        name: 'Excel of 1,000,000 rows',
        unit: 'ms',
        value: median(excel),
        goal: 6000,
        how: `${size} MiB compressed, three columns; median of 3`,
      }),
      amountOf({
        name: 'memory that an export of 1,000,000 rows adds',
        unit: 'MiB',
        value: grown / 2 ** 20,
        goal: 64,
        how: 'the resident set of the process, the most of all CSV and Excel files above',
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
