import { Agent, request } from 'undici';
import { newPages } from '../../../app/shared/resource/pages.ts';
import { resource } from '../../servers/items.ts';
import { elapsedMs, inTurns, type Measurement, ratioOf } from '../measurement.ts';
import { startCore } from '../start-core.ts';
import { startService } from '../start-service.ts';

const pages = 100;
const rows = 50_000;
const rounds = 9;

/** All pages of a resource, and the first one of them, against the same requests by undici, parsed and joined. */
export async function measure(): Promise<Measurement[]> {
  const service = await startService();
  const url = `${service.origin}/pages`;
  const one = resource({ id: 'one', url: `${url}?page=1`, dataPath: '/rows' });
  const all = resource({ ...one, id: 'all', pages: newPages('page') });
  const { core, stop } = await startCore({ resources: [one, all] });
  const dispatcher = new Agent();

  const run = async (id: string, expected: number) => {
    const { body } = await core.runs.run(id);
    if (body.status !== 'parsed' || body.rowCount !== expected) throw new Error(`Not ${expected} rows.`);
  };
  const plainPage = async (page: number): Promise<unknown[]> => {
    const response = await request(`${url}?page=${page}`, { dispatcher });
    const { rows } = JSON.parse(await response.body.text()) as { rows: unknown[] }; // from our own service
    return rows;
  };
  const plainPages = async () => {
    const joined: unknown[] = [];
    for (let page = 1; page <= pages; page++) joined.push(...(await plainPage(page)));
    if (joined.length !== rows) throw new Error(`Not ${rows} rows.`);
  };
  const whole = await inTurns(
    rounds,
    () => elapsedMs(() => run('all', rows)),
    () => elapsedMs(plainPages),
  );
  const first = await inTurns(
    rounds,
    () => elapsedMs(() => run('one', rows / pages)),
    () => elapsedMs(() => plainPage(1)),
  );
  await stop();
  await dispatcher.close();
  service.stop();
  return [
    ratioOf({
      name: '100 pages until all their rows are there, against undici, JSON.parse and a joined list',
      unit: 'ms',
      ...whole,
      goal: 3,
      how: `${rows} rows; one page after the other; median of ${rounds} each, in turns; the service is another process`,
    }),
    ratioOf({
      name: 'one page of 100, with the offer of the rest, against undici and JSON.parse',
      unit: 'ms',
      ...first,
      goal: 6,
      how: `${rows / pages} rows; the preview process reads them; median of ${rounds} each, in turns`,
    }),
  ];
}
