import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRenewalScheduler, type RenewalScheduler } from '../../../app/connections/renewal/renewal-scheduler.ts';
import { renewalTime } from '../../../app/connections/renewal/renewal-time.ts';
import { createRenewals, type Renewals } from '../../../app/connections/renewal/renewals.ts';
import type { StoredToken } from '../../../app/connections/token-store.ts';
import { createHttpClient, type HttpClient } from '../../../app/http/client.ts';
import { refreshToken } from '../../../app/oauth/refresh.ts';
import { json, startTokenServer, type TokenServer } from '../../servers/token-server.ts';
import { oauth2Settings } from '../../unit/oauth/token-settings.ts';

// A real service and a real client; only the clocks are ours.
const start = Date.UTC(2026, 0, 1);
let server: TokenServer;
let http: HttpClient;
let held: Map<string, StoredToken>;
let renewals: Renewals;
let scheduler: RenewalScheduler;

const tokens = (number: number) =>
  json({
    access_token: `access-${number}`,
    refresh_token: `refresh-${number}`,
    token_type: 'Bearer',
    expires_in: 3600,
  });
const accessToken = (id = 'c') => held.get(id)?.tokenSet.accessToken;
/** Waits for what the service and the client do; no clock of the app moves. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await setImmediate();
}
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);
/** Expired, so that it is due now. */
const add = (id: string): void => {
  const tokenSet = { accessToken: 'access-0', refreshToken: 'refresh-0', tokenType: 'Bearer' };
  held.set(id, { tokenSet: { ...tokenSet, obtainedAt: start - 7_200_000, expiresAt: start - 3_600_000 } });
};

beforeEach(async () => {
  vi.useFakeTimers({ now: start, toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] });
  server = await startTokenServer();
  http = createHttpClient({ resolveProxy: async () => undefined, environment: {} });
  held = new Map();
  const settings = oauth2Settings(server.url(), { clientAuthentication: 'none' });
  renewals = createRenewals({
    tokens: {
      read: (id) => held.get(id),
      readAgain: (id) => held.get(id),
      has: (id) => held.has(id),
      write: (id, token) => void held.set(id, token),
      hold: () => undefined,
      remove: () => undefined,
      forget: () => undefined,
    },
    canRenew: () => true,
    renewalBlocker: () => undefined,
    renew: (_id, tokenSet, signal) => refreshToken(settings, tokenSet, { http, signal, now: Date.now }),
    turns: { hold: (_id, _signal, work) => work() },
    onChange: (id) => scheduler.changed(id),
    onStored: () => undefined,
    now: Date.now,
    random: () => 0,
  });
  scheduler = createRenewalScheduler({
    ids: () => [...held.keys()],
    renewalAt: (id) => {
      const token = held.get(id);
      if (!token || token.rejected) return undefined;
      const { tokenSet } = token;
      return renewalTime({ tokenSet, failure: renewals.failureOf(id), spread: 0, now: Date.now() });
    },
    hostOf: () => server.origin,
    renew: renewals.renewDue,
    failureOf: renewals.failureOf,
    forgetWait: renewals.forgetWait,
    now: Date.now,
    monotonic: () => performance.now(),
  });
});
afterEach(async () => {
  scheduler.close();
  await server.close();
  await http.close();
  vi.useRealTimers();
});

it('renews in the background for days, each time with the newest refresh token [29]', async () => {
  let number = 0;
  server.respondWith((seen) => {
    if (seen.form.get('refresh_token') !== `refresh-${number}`) return json({ error: 'invalid_grant' }, 400);
    number += 1;
    return tokens(number);
  });
  add('c');
  scheduler.start();
  for (let renewal = 1; renewal <= 48; renewal += 1) {
    await until(() => accessToken() === `access-${renewal}`);
    await seconds(3540);
  }
  expect(server.requests.length).toBeGreaterThanOrEqual(48);
  expect(held.get('c')?.rejected).toBeUndefined();
});

it.each([
  ['as seconds', 429, '120'],
  ['as a date', 429, new Date(start + 120_000).toUTCString()],
  ['as seconds', 503, '120'],
  ['as a date', 503, new Date(start + 120_000).toUTCString()],
])('waits as long as a service asks for %s (status %i), then goes on [31]', async (_form, status, retryAfter) => {
  server.respondWith(json({ error: 'slow' }, status, { 'retry-after': retryAfter }), tokens(1));
  add('c');
  scheduler.start();
  await until(() => renewals.failureOf('c') !== undefined);
  await seconds(119);
  expect(server.requests).toHaveLength(1);
  await seconds(1);
  await until(() => accessToken() === 'access-1');
  expect(server.requests).toHaveLength(2);
  expect(renewals.failureOf('c')).toBeUndefined();
});

it('tries a broken service again after 5, 10 and 20 seconds, keeps the token, and recovers by itself [31]', async () => {
  const broken = { status: 503, body: 'maintenance' };
  server.respondWith(broken, broken, broken, tokens(1));
  add('c');
  scheduler.start();
  for (const [attempts, wait] of [5, 10, 20].entries()) {
    await until(() => renewals.failureOf('c')?.kind === 'transient' && server.requests.length === attempts + 1);
    await setImmediate();
    expect(renewals.failureOf('c')).toMatchObject({ attempts: attempts + 1, error: { code: 'token.server_error' } });
    expect(held.get('c')?.tokenSet.refreshToken).toBe('refresh-0');
    await seconds(wait);
  }
  await until(() => accessToken() === 'access-1');
});

it('recovers by itself from a service that nobody could reach [31]', async () => {
  const { port } = server;
  await server.close();
  add('c');
  scheduler.start();
  await until(() => renewals.failureOf('c') !== undefined);
  expect(renewals.failureOf('c')).toMatchObject({ kind: 'transient', error: { code: 'http.refused' } });
  server = await startTokenServer({ port });
  server.respondWith(tokens(1));
  await seconds(1);
  await until(() => accessToken() === 'access-1');
});

it('stops at a refusal for good, says so and keeps what it has; another connection goes on [31]', async () => {
  server.respondWith((seen) =>
    seen.form.get('refresh_token') === 'refresh-0' ? json({ error: 'invalid_grant' }, 400) : tokens(2),
  );
  add('c');
  add('other');
  held.set('other', { tokenSet: { ...(held.get('other')?.tokenSet ?? never()), refreshToken: 'refresh-1' } });
  scheduler.start();
  await until(() => held.get('c')?.rejected !== undefined && accessToken('other') === 'access-2');
  expect(held.get('c')).toMatchObject({
    rejected: { code: 'token.invalid_grant' },
    tokenSet: { refreshToken: 'refresh-0' },
  });
  await seconds(3000);
  expect(server.requests).toHaveLength(2);
});

it('renews 200 that ended together with four requests at a time [30]', async () => {
  let [inside, most] = [0, 0];
  server.respondWith((_seen, response) => {
    inside += 1;
    most = Math.max(most, inside);
    // Sent when nothing else is on its way.
    setImmediate().then(() => {
      inside -= 1;
      const { headers, body } = tokens(1);
      response.writeHead(200, headers).end(body);
    });
    return undefined;
  });
  for (let index = 0; index < 200; index += 1) add(`c${index}`);
  scheduler.start();
  await until(() => [...held.keys()].every((id) => accessToken(id) === 'access-1'));
  expect(server.requests).toHaveLength(200);
  expect(most).toBeLessThanOrEqual(4);
});

function never(): never {
  throw new Error('it was added just before');
}
