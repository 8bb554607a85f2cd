import { Agent, request } from 'undici';
import { fetchResource } from '../../../app/resources/fetch.ts';
import { resource } from '../../servers/items.ts';
import { elapsedMs, inTurns, type Measurement, ratioOf } from '../measurement.ts';
import { startCore } from '../start-core.ts';
import { startService } from '../start-service.ts';

const gets = 400;
const atOnce = 1_000;
const rounds = 41;
const connectionsPerOrigin = 128;

export async function measure(): Promise<Measurement[]> {
  const service = await startService();
  const { core, addConnection, stop } = await startCore();
  const url = `${service.origin}/data`;
  const hosts = [new URL(url).host];
  addConnection(
    { id: 'c', accessTokenUrl: `${service.origin}/token`, authorizationUrl: `${service.origin}/authorize`, hosts },
    { accessToken: 'token-0', refreshToken: 'refresh-0', tokenType: 'Bearer', obtainedAt: Date.now() },
  );
  const measured = resource({ url, authorization: { type: 'oauth', connectionId: 'c' } });
  const { signal } = new AbortController();
  const get = async () => {
    const response = await fetchResource(measured, core.fetch, signal);
    if (response.status !== 200) throw new Error(`The service responded with ${response.status}.`);
    let bytes = 0;
    for await (const chunk of response.body) bytes += chunk.length;
    return bytes;
  };
  const dispatcher = new Agent({ connections: connectionsPerOrigin });
  const plainGet = (token: string) => async () => {
    const response = await request(url, { dispatcher, headers: { authorization: `Bearer ${token}` } });
    let bytes = 0;
    for await (const chunk of response.body) bytes += chunk.length;
    return bytes;
  };
  const oneByOne = (work: () => Promise<number>) => async () => {
    for (let index = 0; index < gets; index++) await work();
  };
  const allAtOnce = (work: () => Promise<number>) => () => Promise.all(Array.from({ length: atOnce }, work));

  const single = await inTurns(
    rounds,
    () => elapsedMs(oneByOne(get)),
    () => elapsedMs(oneByOne(plainGet('token-0'))),
  );

  const expire = async () => {
    const accessToken = String(await service.ask('current'));
    const refreshToken = `refresh-${await service.ask('refreshes')}`;
    const token = { accessToken, refreshToken, tokenType: 'Bearer', obtainedAt: 0, expiresAt: Date.now() - 1_000 };
    core.tokens.stop('c');
    core.vault.write('c', 'tokenSet', JSON.stringify(token));
  };
  const refreshesOf: number[] = [];
  const burst = await inTurns(
    rounds,
    async () => {
      await expire();
      const before = Number(await service.ask('refreshes'));
      const ms = await elapsedMs(allAtOnce(get));
      refreshesOf.push(Number(await service.ask('refreshes')) - before);
      return ms;
    },
    () => elapsedMs(allAtOnce(get)),
  );
  await stop();
  service.stop();
  const refreshes = Math.max(...refreshesOf);
  return [
    ratioOf({
      name: 'authorized GET with a valid token, against undici.request with a fixed header',
      unit: 'ms',
      value: single.value / gets,
      baseline: single.baseline / gets,
      goal: 1.15,
      how: `one after the other, body read; median of ${rounds} × ${gets} each, in turns; the service is another process`,
    }),
    {
      name: `refresh requests of ${atOnce} GETs at once on an expired token`,
      unit: 'requests',
      value: refreshes,
      baseline: null,
      ratio: null,
      goal: 1,
      met: refreshes === 1 && Math.min(...refreshesOf) === 1,
      how: `counted by the service; the most of ${refreshesOf.length} rounds`,
    },
    ratioOf({
      name: `${atOnce} GETs at once on an expired token, against the same with a valid token`,
      unit: 'ms',
      ...burst,
      goal: 1.2,
      how: `median of ${rounds} each, in turns; the refresh is part of the time`,
    }),
  ];
}
