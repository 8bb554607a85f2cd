import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '../../../app/shared/connection/connection.ts';
import { formatEnglish } from '../../../app/shared/messages/format.ts';
import type { StartedApp } from '../../servers/start-app.ts';
import { json } from '../../servers/token-server.ts';
import { connectionTo, quickLogin, resourceAt, type Service, startAppAndServices } from './service.ts';

let tokenboard: StartedApp;
let service: Service;
beforeEach(async () => {
  const started = await startAppAndServices();
  ({ service, tokenboard } = started);
  tokenboard.platform.login = quickLogin;
  return started.stop;
});

const key = 'canary4f1d9c7752b84e0d';
const keyHeader = 'Ocp-Apim-Subscription-Key';
const headers = [
  { name: 'Origin', value: 'https://board.example.com', secret: false },
  { name: keyHeader, value: '', secret: true },
];
const draft = (changes: Partial<Connection> = {}) =>
  connectionTo(service, {
    revocationUrl: `${service.origin}/revoke`,
    introspectionUrl: `${service.origin}/introspect`,
    tokenHeaders: headers,
    ...changes,
  });
const authorize = (changes: Partial<Connection> = {}, secrets = { [`header:${keyHeader.toLowerCase()}`]: key }) =>
  tokenboard.get('connections.requestToken', { connection: draft(changes), secrets, freshSession: false });
const stored = () => readFileSync(join(tokenboard.dataFolder, 'connections.json'), 'utf8');

describe('headers for token requests', () => {
  it('go with the login, the renewal, the introspection and the revocation, and not with the data', async () => {
    service.routes['/introspect'] = () => json({ active: true });
    service.routes['/revoke'] = () => ({ status: 200 });
    await authorize();
    await tokenboard.get('connections.refresh', { id: 'connection-1' });
    await tokenboard.get('connections.introspect', { id: 'connection-1' });
    await tokenboard.get('resources.save', { resource: resourceAt(service), secrets: {} });
    await tokenboard.get('resources.run', { id: 'resource-1' });
    await tokenboard.get('connections.removeAuthorization', { id: 'connection-1' });
    const chosen = { origin: 'https://board.example.com', [keyHeader.toLowerCase()]: key };
    expect(service.asked('/token')).toHaveLength(2);
    for (const path of ['/token', '/introspect', '/revoke'])
      for (const seen of service.asked(path)) expect(seen.headers).toMatchObject(chosen);
    expect(service.asked('/revoke')).not.toHaveLength(0);
    expect(service.asked('/data')[0]?.headers).not.toHaveProperty(keyHeader.toLowerCase());
    expect(service.asked('/data')[0]?.headers).not.toHaveProperty('origin');
  });

  it('keep a secret value in the vault, and lose it with the header [56]', async () => {
    const view = await authorize();
    expect(view.secrets).toContain('header:ocp-apim-subscription-key');
    expect(stored()).toContain(keyHeader);
    expect(stored()).not.toContain(key);
    const without = draft({ tokenHeaders: headers.slice(0, 1) });
    await tokenboard.get('connections.save', { connection: without, secrets: {} });
    const again = await tokenboard.get('connections.save', { connection: draft(), secrets: {} });
    expect(again.secrets).not.toContain('header:ocp-apim-subscription-key');
  });

  it('put a key into the vault also where nobody called it secret [56]', async () => {
    const tokenHeaders = [{ name: 'X-Api-Key', value: key, secret: false }];
    const view = await tokenboard.get('connections.save', { connection: draft({ tokenHeaders }), secrets: {} });
    expect(view.connection.tokenHeaders).toEqual([{ name: 'X-Api-Key', value: '', secret: true }]);
    expect(stored()).not.toContain(key);
    await tokenboard.get('connections.requestToken', { connection: view.connection, secrets: {}, freshSession: false });
    expect(service.asked('/token')[0]?.headers).toMatchObject({ 'x-api-key': key });
  });

  it('tell which value is missing before anybody logs in', async () => {
    const error = await tokenboard.fail('connections.requestToken', {
      connection: draft(),
      secrets: {},
      freshSession: false,
    });
    expect(error).toMatchObject({ code: 'connection.invalid', details: { field: 'tokenHeaders' } });
    expect(formatEnglish(error.message)).toContain(keyHeader);
    expect(service.asked('/token')).toEqual([]);
  });

  it('are not in what a service says back of them [51]', async () => {
    service.tokenResponses = [json({ error: 'invalid_client', error_description: `Key ${key} is not known` }, 401)];
    const { code } = await tokenboard
      .fail('connections.requestToken', {
        connection: draft(),
        secrets: { 'header:ocp-apim-subscription-key': key },
        freshSession: false,
      })
      .then((error) => {
        expect(JSON.stringify(error)).not.toContain(key);
        return error;
      });
    expect(code).toBe('token.invalid_client');
  });

  it('go along when the connection is copied', async () => {
    await authorize();
    const copy = await tokenboard.get('connections.duplicate', { id: 'connection-1' });
    expect(copy.secrets).toContain('header:ocp-apim-subscription-key');
  });
});
