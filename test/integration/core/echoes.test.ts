import { beforeEach, expect, it } from 'vitest';
import { type StartedApp, startApp } from '../../servers/start-app.ts';
import { json } from '../../servers/token-server.ts';
import { connectionTo, quickLogin, type Service, startAppAndServices } from './service.ts';

const clientSecret = 'Zr8kQ2-vT0xLm95n';
/** As services say back what they were sent. */
const echoes = `${clientSecret} ${Buffer.from(`id:${clientSecret}`).toString('base64')} ${[...clientSecret].join('\u200b')}`;
const telling = [
  clientSecret.slice(0, 6),
  clientSecret.slice(-6),
  Buffer.from(`id:${clientSecret}`).toString('base64').slice(8, 20),
];

let tokenboard: StartedApp;
let service: Service;
beforeEach(async () => {
  const started = await startAppAndServices();
  ({ service, tokenboard } = started);
  return started.stop;
});

const shownSoFar = (...results: unknown[]) =>
  JSON.stringify([results, tokenboard.platform.sent.map(({ payload }) => payload)]).replaceAll('\u200b', '');
const request = () => ({ connection: connectionTo(service), secrets: { clientSecret }, freshSession: false });

it('a callback that says a secret back shows none of it, nor of its state [35] [51]', async () => {
  const { ask, platform } = tokenboard;
  let state = '';
  platform.login = async ({ authorizationUrl, callbackUrl }) => {
    state = new URL(authorizationUrl).searchParams.get('state') ?? '';
    const parameters = new URLSearchParams({ error: 'server_error', error_description: `${echoes} ${state}`, state });
    return { url: `${callbackUrl}?${parameters}`, method: 'GET' };
  };
  const result = await ask('connections.requestToken', request());
  expect(result).toMatchObject({
    ok: false,
    error: { code: 'callback.error', serviceMessage: expect.stringContaining('••••') },
  });
  for (const piece of [...telling, state.slice(0, 8)]) expect(shownSoFar(result)).not.toContain(piece);
});

it('a token whose scope, type and account have a secret shows none of it, also after a restart [35] [51]', async () => {
  const { ask, get, platform, dataFolder, keyStore } = tokenboard;
  platform.login = quickLogin;
  const echoed = echoes.replaceAll(' ', '/');
  service.tokenResponses.push(
    json({
      access_token: 'a-token',
      token_type: echoed,
      scope: `read ${echoes}`,
      owner: echoed,
      expires_in: 3600,
    }),
  );
  const connection = connectionTo(service, { accountPointer: '/owner' });
  const result = await ask('connections.requestToken', { ...request(), connection });
  expect(result).toMatchObject({ ok: true, value: { status: { status: 'authorized' } } });
  const list = await get('connections.list', {});
  expect(list[0]?.status).toMatchObject({ scopes: expect.arrayContaining(['read', '••••']) });
  for (const piece of telling) expect(shownSoFar(result, list)).not.toContain(piece);

  await tokenboard.app.close();
  // It has read nothing but the token: the client's secret is not known to it.
  const again = await startApp({ dataFolder, keyStore });
  const listed = JSON.stringify(await again.get('connections.list', {})).replaceAll('\u200b', '');
  await again.stop();
  expect(listed).toContain('••••');
  for (const piece of telling) expect(listed).not.toContain(piece);
});
