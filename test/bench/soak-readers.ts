import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { feedFormats } from '../../app/shared/feed/feed.ts';

export interface SoakTarget {
  port: number;
  keys: Record<'Steady' | 'Failing' | 'Large', string>;
  /** Keys of feeds that are read in the beginning only, by their names. */
  filling: Record<string, string>;
  /** Then the feeds of `filling` are left alone. */
  filledAt: number;
  /** Makes a key by the command line, and revokes it. */
  changeKeys(): Promise<void>;
  /** Reads end then (`performance.now()`). */
  end: number;
}
/** Responses by reader and status, and those that the reader must not get. */
export interface SoakCounts {
  statuses: Map<string, number>;
  wrong: string[];
}

const encodings = ['gzip', 'br', 'identity'];
/** The key in each of the ways that a tool may send it. */
const credentials: ((key: string) => { headers: Record<string, string>; query: string })[] = [
  (key) => ({ headers: { authorization: `Bearer ${key}` }, query: '' }),
  (key) => ({ headers: { 'x-api-key': key }, query: '' }),
  (key) => ({ headers: { authorization: `Basic ${Buffer.from(`any:${key}`).toString('base64')}` }, query: '' }),
  (key) => ({ headers: {}, query: `?key=${key}` }),
];
const at = <Item>(items: readonly Item[], turn: number): Item => {
  const item = items[turn % items.length];
  if (item === undefined) throw new Error('Nothing to choose from.');
  return item;
};

/** Reads in every way until the end. */
export async function readAll({ port, keys, filling, filledAt, changeKeys, end }: SoakTarget): Promise<SoakCounts> {
  const origin = `http://127.0.0.1:${port}`;
  const dispatcher = new Agent();
  const counts: SoakCounts = { statuses: new Map(), wrong: [] };
  const bearer = { authorization: `Bearer ${keys.Steady}` };

  const ask = async (
    reader: string,
    expected: readonly number[],
    path: string,
    headers: Record<string, string>,
    how: { method?: 'GET' | 'HEAD' | 'POST'; body?: string } = {},
  ) => {
    const response = await request(origin + path, { dispatcher, headers, ...how });
    const bytes = Buffer.from(await response.body.arrayBuffer());
    const { statusCode: status } = response;
    const name = `${reader} ${status}`;
    counts.statuses.set(name, (counts.statuses.get(name) ?? 0) + 1);
    if (!expected.includes(status)) counts.wrong.push(`${name} ${path.split('?')[0]}`);
    if (status === 200 && bytes.length === 0 && how.method !== 'HEAD') counts.wrong.push(`${name} ${path} is empty`);
    return { status, bytes, headers: response.headers };
  };
  const repeat = async (pauseMs: number, work: (turn: number) => Promise<unknown>): Promise<void> => {
    for (let turn = 0; performance.now() < end; turn++) {
      await work(turn);
      await wait(pauseMs);
    }
  };

  const plain = (first: number) =>
    repeat(100, (turn) => {
      const { headers, query } = at(credentials, turn + first)(keys.Steady);
      const path = `/feeds/Steady.${at(feedFormats, turn)}${query}`;
      return ask('plain', [200], path, { ...headers, 'accept-encoding': at(encodings, turn + first) });
    });
  const etags = new Map<string, string>();
  const unchanged = () =>
    repeat(100, async (turn) => {
      const path = `/feeds/Steady.${at(feedFormats, turn)}`;
      const { headers } = await ask('ETag', [200, 304], path, {
        ...bearer,
        'if-none-match': etags.get(path) ?? '"none"',
      });
      etags.set(path, String(headers.etag));
    });
  const odata = () =>
    repeat(300, async () => {
      const get = (path: string) => ask('OData', [200], path, { ...bearer, prefer: 'odata.maxpagesize=700' });
      await get('/odata/');
      await get('/odata/$metadata');
      await get(
        "/odata/Steady?$filter=contains(name,'K%C3%B6ln')%20and%20amount%20gt%2010&$orderby=amount%20desc&$top=50",
      );
      await get('/odata/Steady/$count');
      let next: string | undefined = '/odata/Steady?$filter=id%20lt%202000&$count=true';
      while (next !== undefined) {
        const link: unknown = JSON.parse((await get(next)).bytes.toString())['@odata.nextLink'];
        next = typeof link === 'string' ? link.slice(origin.length) : undefined;
      }
    });
  const wrong = () =>
    repeat(500, async (turn) => {
      await ask('wrong key', [401, 429], '/feeds/Steady.json', { authorization: `Bearer tbk_guess_${turn}` });
      await ask('key of another feed', [403], '/feeds/Steady.json', { 'x-api-key': keys.Failing });
      await ask('another name', [403], `/feeds/Missing${turn}.json`, bearer);
      await ask('path', [404], '/feeds/..%2f..%2fetc/passwd', bearer);
      await ask('no filter', [501], '/odata/Steady?$filter=year(at)%20eq%202026', bearer);
      await ask('POST', [405], '/feeds/Steady.json', bearer, { method: 'POST', body: 'rows' });
      await ask('HEAD', [200], '/feeds/Steady.csv', bearer, { method: 'HEAD' });
      await ask('health', [200], '/health', {});
    });
  const failing = () =>
    repeat(250, (turn) =>
      ask('failing', [200, 503], `/feeds/Failing.${at(feedFormats, turn)}`, {
        authorization: `Bearer ${keys.Failing}`,
      }),
    );
  /** Each leaves in another way: at once, within the body, within its own header, or when the server cuts it off. */
  const slow = () =>
    repeat(1_000, async (turn) => {
      const socket = connect({ port, host: '127.0.0.1' }).on('error', () => undefined);
      await once(socket, 'connect');
      const head = `GET /feeds/Large.xml HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${keys.Large}\r\n`;
      const isHalf = turn % 4 === 2;
      socket.write(isHalf ? head : `${head}\r\n`);
      if (turn % 4 === 0) socket.destroy();
      else if (turn % 4 === 1) {
        await once(socket, 'data');
        socket.pause();
        await wait(500);
        socket.destroy();
      } else {
        // A reader that takes nothing, or says no more, ends by the server's hand or with the soak.
        if (isHalf) socket.resume();
        else socket.once('data', () => socket.pause());
        setTimeout(() => socket.destroy(), Math.max(0, Math.min(45_000, end - performance.now())));
      }
      counts.statuses.set('slow', turn + 1);
    });
  const user = () => repeat(20_000, changeKeys);
  const fill = () =>
    repeat(1_000, async () => {
      if (performance.now() > filledAt) return;
      await Promise.all(
        Object.entries(filling).map(([name, key]) =>
          ask('filling', [200], `/feeds/${name}.json`, { authorization: `Bearer ${key}` }),
        ),
      );
    });

  await Promise.all([plain(0), plain(1), plain(2), unchanged(), odata(), wrong(), failing(), slow(), user(), fill()]);
  await dispatcher.close();
  return counts;
}
