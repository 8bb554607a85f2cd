import { createPreviews } from '../../../app/resources/preview/previews.ts';
import type { Step } from '../../../app/shared/shape/shape.ts';
import { createFakePlatform } from '../../servers/fake-platform.ts';
import { elapsedMs, type Measurement, median, ratioOf } from '../measurement.ts';

const rowCount = 1_000_000;
const rounds = 5;
const chunkBytes = 64 * 1024;
const columns = ['/id', '/name', '/amount'];

function makeText(): string {
  const rows: string[] = [];
  for (let id = 0; id < rowCount; id++)
    rows.push(`{"id":${id},"name":"n${(id * 7919) % 977}","amount":${(id * 7) % 1000}.5}`);
  return `{"data":[${rows.join(',')}]}`;
}

const sortBy = (column: string): Step => ({ kind: 'sort', id: column, keys: [{ column, descending: true }] });
const filterBy = (value: string): Step => ({
  ...{ kind: 'filter', id: 'filter', column: '/amount', test: 'more', value, to: '', values: [] },
});

type Previews = ReturnType<typeof createPreviews>;

async function openBody(previews: Previews, bytes: Buffer): Promise<string> {
  const sink = previews.open({
    ...{ format: 'json', dataPath: '/data', contentType: 'application/json', limitBytes: 256 * 1024 * 1024 },
  });
  for (let at = 0; at < bytes.length; at += chunkBytes) await sink.write(bytes.subarray(at, at + chunkBytes));
  await sink.end();
  // Not kept: that starts a process for the next body, which would compete for the processor.
  return sink.previewId;
}

/** Ms until the first 100 rows after the steps are there, as the window reads them. */
async function shownMs(previews: Previews, previewId: string, steps: Step[]): Promise<number> {
  const view = { previewId, dataPath: '/data', shape: { order: [], columns: {}, steps } };
  return elapsedMs(async () => {
    await previews.table(view);
    await previews.rows({ ...view, columns, start: 0, count: 100 });
  });
}

/** Ms until all matches are counted. The types of the columns are known, as when a person looks at the table. */
async function findMs(previews: Previews, previewId: string): Promise<number> {
  const view = { previewId, dataPath: '/data' };
  while (!(await previews.columns(view)).hasAllColumns);
  const request = { ...view, text: 'n976', matchCase: false, from: null, backwards: false };
  return elapsedMs(async () => {
    while (!(await previews.find(request)).isDone);
  });
}

/** In a preview process, with a body whose columns nobody has read. */
export async function measure(): Promise<Measurement[]> {
  const text = makeText();
  const bytes = Buffer.from(text);
  const times = {
    number: [] as number[],
    text: [] as number[],
    filter: [] as number[],
    next: [] as number[],
    find: [] as number[],
  };
  const parses: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const previews = createPreviews({ start: (id) => createFakePlatform().startProcess('preview', [id]) });
    const previewId = await openBody(previews, bytes);
    const found = {
      number: await shownMs(previews, previewId, [sortBy('/id')]),
      text: await shownMs(previews, previewId, [sortBy('/name')]),
      filter: await shownMs(previews, previewId, [filterBy('900')]),
      next: await shownMs(previews, previewId, [filterBy('901')]),
      find: await findMs(previews, previewId),
    };
    await previews.close();
    const parse = await elapsedMs(() => JSON.parse(text));
    // The first round is not counted: nothing is compiled.
    if (round === 0) continue;
    parses.push(parse);
    for (const name of ['number', 'text', 'filter', 'next', 'find'] as const) times[name].push(found[name]);
  }
  const size = `${(bytes.length / 1024 / 1024).toFixed(0)} MiB, 1,000,000 rows`;
  const row = (name: string, values: number[], goal: number, how: string) =>
    ratioOf({
      name: `${name}, against JSON.parse`,
      unit: 'ms',
      value: median(values),
      baseline: median(parses),
      goal,
      how: `${size}; in a preview process, ${how}; JSON.parse of the same text in turns; median of ${rounds}`,
    });
  return [
    row('first sort by a number to its first rows', times.number, 1, 'from the body to 100 rows'),
    row('first sort by a text to its first rows', times.text, 1, 'from the body to 100 rows'),
    row('first filter to its first rows', times.filter, 1, 'from the body to 100 rows'),
    row('another filter of the same column', times.next, 0.3, 'the column is known'),
    row('find in all cells', times.find, 1.5, 'three columns whose types are known, until all matches are counted'),
  ];
}
