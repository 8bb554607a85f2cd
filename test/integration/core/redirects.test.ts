import { beforeEach, describe, expect, it } from 'vitest';
import { formatEnglish } from '../../../app/shared/messages/format.ts';
import { resource } from '../../servers/items.ts';
import type { StartedApp } from '../../servers/start-app.ts';
import { json, type StubResponse } from '../../servers/token-server.ts';
import { connectionTo, quickLogin, resourceAt, type Service, startAppAndServices } from './service.ts';

let tokenboard: StartedApp;
let service: Service;
let other: Service;
beforeEach(async () => {
  const started = await startAppAndServices();
  ({ service, other, tokenboard } = started);
  tokenboard.platform.login = quickLogin;
  return started.stop;
});

async function run(saved: ReturnType<typeof resource>, secrets: Record<string, string> = {}) {
  await tokenboard.get('resources.save', { resource: saved, secrets });
  return tokenboard.get('resources.run', { id: saved.id });
}
const to = (location: string, cookies: string[] = []): StubResponse => ({
  status: 302,
  headers: { location, 'set-cookie': cookies },
});

describe('a redirect to another host that the connection lists', () => {
  const authorize = (changes = {}) =>
    tokenboard.get('connections.requestToken', {
      connection: connectionTo(service, { hosts: [service.host, other.host], ...changes }),
      secrets: {},
      freshSession: false,
    });

  it('keeps the token, and nothing that was meant for the first host alone [42]', async () => {
    await authorize();
    service.routes['/away'] = () => to(`${other.origin}/rows`);
    other.routes['/rows'] = () => json([{ id: 1 }]);
    const headers = [
      { name: 'X-Api-Key', value: '', secret: true },
      { name: 'X-Own', value: '1', secret: false },
    ];
    const asked = await run(resourceAt(service, { url: `${service.origin}/away`, headers }), {
      'header:x-api-key': 'key-123',
    });
    expect(asked).toMatchObject({ status: 200, finalUrl: `${other.origin}/rows` });
    expect(asked.notes.map(formatEnglish)).toEqual([
      `The service redirected to ${other.host}. The connection lists this host, so the token was sent there.`,
    ]);
    const seen = other.asked('/rows')[0]?.headers;
    expect(seen).toMatchObject({ authorization: 'Bearer access-token-1' });
    for (const name of ['x-api-key', 'x-own']) expect(seen).not.toHaveProperty(name);
  });

  it('puts the token where the service wants it, in place of what the redirect brought [42]', async () => {
    await authorize({ tokenPlacement: { in: 'query', name: 'key', prefix: '' } });
    service.routes['/away'] = () => to(`${other.origin}/rows?key=somebody-else&x=1`);
    other.routes['/rows'] = () => json([{ id: 1 }]);
    await run(resourceAt(service, { url: `${service.origin}/away` }));
    expect(other.asked('/rows')[0]?.path).toBe('/rows?x=1&key=access-token-1');
  });

  it('does not get the token back once it led to a host that nobody lists [42]', async () => {
    await authorize({ hosts: [service.host] });
    service.routes['/away'] = () => to(`${other.origin}/back`);
    other.routes['/back'] = () => to(`${service.origin}/open`);
    service.routes['/open'] = () => json([{ id: 1 }]);
    const asked = await run(resourceAt(service, { url: `${service.origin}/away` }));
    expect(asked.notes.map(formatEnglish)[0]).toContain('The token was not sent there');
    for (const seen of [other.asked('/back')[0], service.asked('/open')[0]])
      expect(seen?.headers).not.toHaveProperty('authorization');
  });

  it('is not asked for by a connection that lists none, but for the first host [42]', async () => {
    await authorize({ hosts: [] });
    service.routes['/away'] = () => to(`${other.origin}/rows`);
    other.routes['/rows'] = () => json([{ id: 1 }]);
    await run(resourceAt(service, { url: `${service.origin}/away` }));
    expect(other.asked('/rows')[0]?.headers).not.toHaveProperty('authorization');
  });
});

describe('cookies that a redirect sets', () => {
  const open = (path: string, changes = {}) =>
    resource({ url: service.origin + path, authorization: { type: 'none' }, ...changes });

  it('go along to the same origin, as RFC 6265 has it, so that the GET does not go in circles', async () => {
    service.routes['/gate'] = (seen) =>
      seen.headers.cookie === undefined
        ? to('/gate', [
            'session=abc; Path=/; HttpOnly; SameSite=Lax',
            'elsewhere=1; Path=/admin',
            'gone=1; Max-Age=0',
            'other=1; Domain=example.com',
          ])
        : json([{ id: 1 }]);
    expect(await run(open('/gate'))).toMatchObject({ status: 200 });
    expect(service.asked('/gate').map(({ headers }) => headers.cookie)).toEqual([undefined, 'session=abc']);
  });

  it('stand behind those that the user gave, and end when the service deletes them', async () => {
    service.routes['/one'] = () => to('/two', ['a=1', 'b=2']);
    service.routes['/two'] = () => to('/three', ['a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT']);
    service.routes['/three'] = () => json([{ id: 1 }]);
    const headers = [{ name: 'Cookie', value: 'own=1', secret: false }];
    await run(open('/one', { headers, inTheOpen: ['header:cookie'] }));
    expect(service.asked('/two')[0]?.headers.cookie).toBe('own=1; a=1; b=2');
    expect(service.asked('/three')[0]?.headers.cookie).toBe('own=1; b=2');
  });

  it('go to no other origin, and come back with the one that set them [42]', async () => {
    service.routes['/start'] = () => to(`${other.origin}/login`, ['session=abc']);
    other.routes['/login'] = () => to(`${service.origin}/end`, ['session=xyz']);
    service.routes['/end'] = () => json([{ id: 1 }]);
    await run(open('/start'));
    expect(other.asked('/login')[0]?.headers).not.toHaveProperty('cookie');
    expect(service.asked('/end')[0]?.headers.cookie).toBe('session=abc');
  });

  it('end with the GET, and are masked in the console [37]', async () => {
    service.routes['/gate'] = (seen) =>
      seen.headers.cookie === undefined ? to('/gate', ['session=canary-cookie-1']) : json([{ id: 1 }]);
    await run(open('/gate'));
    await run(open('/gate'));
    expect(service.asked('/gate').map(({ headers }) => headers.cookie !== undefined)).toEqual([
      ...[false, true],
      ...[false, true],
    ]);
    const { exchanges } = await tokenboard.get('console.list', { limit: 100 });
    expect(exchanges).toHaveLength(4);
    const details = await Promise.all(exchanges.map(({ id }) => tokenboard.get('console.exchange', { id })));
    expect(JSON.stringify(details)).not.toContain('canary-cookie-1');
  });
});

describe('a redirect to another host with a secret of the request in its URL', () => {
  const notSent = (what: string) => `The service redirected to ${other.host}. ${what} was not sent there.`;
  const removed = ' A secret in the URL of the redirect was removed.';
  const header = { name: 'X-Api-Key', value: '', secret: true };
  const basic = Buffer.from('ann:Zr8#kQ2v-long').toString('base64');

  it.each<[string, Parameters<typeof resource>[0], Record<string, string>, string]>([
    ['bearer', { authorization: { type: 'bearer' } }, { bearerToken: 'bearer-Zr8kQ2v' }, 'bearer-Zr8kQ2v'],
    [
      'basic',
      { authorization: { type: 'basic', username: 'ann' } },
      { basicPassword: 'Zr8#kQ2v-long' },
      'Zr8#kQ2v-long',
    ],
    ['basic', { authorization: { type: 'basic', username: 'ann' } }, { basicPassword: 'Zr8#kQ2v-long' }, basic],
    [
      'secret header',
      { authorization: { type: 'none' }, headers: [header] },
      { 'header:x-api-key': 'key-Zr8kQ2v' },
      'key-Zr8kQ2v',
    ],
  ])('loses the secret of a %s resource, and the note says so [42] [52]', async (_, changes, secrets, secret) => {
    const hidden = Buffer.from(encodeURIComponent(secret)).toString('base64url');
    service.routes['/away'] = () => to(`${other.origin}/rows?a=1&t=${encodeURIComponent(secret)}&state=${hidden}`);
    service.routes['/path'] = () => to(`${other.origin}/rows/${hidden}`);
    other.routes['/rows'] = () => json([{ id: 1 }]);
    const asked = await run(resourceAt(service, { ...changes, url: `${service.origin}/away` }), secrets);
    expect(asked.notes.map(formatEnglish)).toEqual([notSent('The authorization') + removed]);
    expect(asked.finalUrl).toBe(`${other.origin}/rows?a=1`);
    await expect(run(resourceAt(service, { ...changes, url: `${service.origin}/path` }), secrets)).rejects.toThrow(
      'with a secret in the URL',
    );
    expect(other.server.requests.map((seen) => seen.path)).toEqual(['/rows?a=1']);
  });

  it('loses the former token, too, where the GET renewed it [42] [52]', async () => {
    await tokenboard.get('connections.requestToken', {
      connection: connectionTo(service),
      secrets: {},
      freshSession: false,
    });
    service.routes['/away'] = ({ headers }) =>
      headers.authorization === 'Bearer access-token-1' ? json({}, 401) : to(`${other.origin}/rows?t=access-token-1`);
    other.routes['/rows'] = () => json([{ id: 1 }]);
    const asked = await run(resourceAt(service, { url: `${service.origin}/away` }));
    expect(asked).toMatchObject({ status: 200, finalUrl: `${other.origin}/rows` });
    expect(asked.notes.map(formatEnglish)[0]).toContain('A secret in the URL of the redirect was removed.');
  });
});

describe('a redirect to an address that no person would read', () => {
  it('is shown cut, and is not followed where its host is no host [55]', async () => {
    service.routes['/away'] = () => to(`/rows?${'x'.repeat(10_000)}`);
    service.routes['/nowhere'] = () => to(`http://${'h'.repeat(60_000)}/`);
    service.routes['/rows'] = () => json([{ id: 1 }]);
    const at = (path: string) => resourceAt(service, { url: service.origin + path, authorization: { type: 'none' } });
    const asked = await run(at('/away'));
    expect(asked.status).toBe(200);
    expect(asked.finalUrl.length).toBeLessThanOrEqual(2_000);
    await expect(run(at('/nowhere'))).rejects.toThrow('a host whose name is too long');
  });
});
