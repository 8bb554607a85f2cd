import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '../../../app/shared/connection/connection.ts';
import { says } from '../../servers/english.ts';
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

const inUrl = 'canary+url/51f9=';
const inForm = 'canary-form-8c2e61';
const inHeader = 'canary-header-90b7aa';
const secrets = { 'value:key': inUrl, 'value:form': inForm, 'value:header': inHeader };
const draft = (changes: Partial<Connection> = {}) =>
  connectionTo(service, {
    accessTokenUrl: `${service.origin}/token?api_key={key}`,
    accountUrl: `${service.origin}/me?api_key={key}`,
    extraTokenParameters: { partner_token: '{form}' },
    apiHeaders: { 'X-Api-Key': '{header}' },
    secretValues: ['key', 'form', 'header'],
    ...changes,
  });
const authorize = (changes: Partial<Connection> = {}, typed: Record<string, string> = secrets) =>
  tokenboard.get('connections.requestToken', { connection: draft(changes), secrets: typed, freshSession: false });
const onDisk = (): string =>
  readdirSync(tokenboard.dataFolder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(tokenboard.dataFolder, name))
    .flatMap((file) => (statSync(file).isFile() ? [readFileSync(file, 'latin1')] : []))
    .join('\n');
const forms = [inUrl, encodeURIComponent(inUrl), '51f9', inForm, '8c2e61', inHeader, '90b7aa'];

describe('secret values of a connection', () => {
  it('go with the requests that name them, rest in the vault, and show nowhere [35] [56]', async () => {
    service.routes['/me'] = () => json({ name: 'ann' });
    const responses: unknown[] = [await authorize()];
    await expect.poll(() => service.asked('/me').length).toBe(1);
    responses.push(await tokenboard.get('connections.refresh', { id: 'connection-1' }));
    await tokenboard.get('resources.save', { resource: resourceAt(service), secrets: {} });
    responses.push(await tokenboard.get('resources.run', { id: 'resource-1' }));

    const [login, renewal] = service.asked('/token');
    for (const seen of [login, renewal])
      expect(new URL(seen?.path ?? '', service.origin).searchParams.get('api_key')).toBe(inUrl);
    expect(new URLSearchParams(login?.body).get('partner_token')).toBe(inForm);
    expect(new URL(service.asked('/me')[0]?.path ?? '', service.origin).searchParams.get('api_key')).toBe(inUrl);
    for (const seen of [...service.asked('/data'), ...service.asked('/me')])
      expect(seen.headers).toMatchObject({ 'x-api-key': inHeader });
    expect(service.asked('/data')).toHaveLength(1);

    const { exchanges } = await tokenboard.get('console.list', { limit: 100 });
    for (const { id } of exchanges) responses.push(await tokenboard.get('console.exchange', { id }));
    responses.push(exchanges, await tokenboard.get('connections.list', {}), tokenboard.platform.sent);
    const shown = JSON.stringify(responses);
    const files = onDisk();
    for (const form of forms) {
      expect(shown).not.toContain(form);
      expect(files).not.toContain(form);
    }
    expect((await tokenboard.get('connections.list', {}))[0]?.secrets).toEqual(
      expect.arrayContaining(['value:key', 'value:form', 'value:header']),
    );
  });

  it('go along with a copy, and go when nothing names them any more', async () => {
    await authorize();
    const copy = await tokenboard.get('connections.duplicate', { id: 'connection-1' });
    expect(copy.secrets).toEqual(expect.arrayContaining(['value:key', 'value:form', 'value:header']));
    const without = draft({ extraTokenParameters: {}, secretValues: ['key', 'header'] });
    await tokenboard.get('connections.save', { connection: without, secrets: {} });
    const again = await tokenboard.get('connections.save', { connection: draft(), secrets: {} });
    expect(again.secrets).not.toContain('value:form');
    expect(again.secrets).toContain('value:key');
  });

  it('are asked for before anybody logs in', async () => {
    const error = await tokenboard.fail('connections.requestToken', {
      connection: draft(),
      secrets: { 'value:key': inUrl, 'value:header': inHeader },
      freshSession: false,
    });
    expect(error).toMatchObject({ code: 'connection.invalid', message: says('{form}') });
    expect(tokenboard.platform.windows).toEqual([]);
  });

  it('sign the GETs of an OAuth1 connection, whose token requests have headers of their own', async () => {
    const connection = draft({
      grant: 'oauth1',
      tokenSource: 'none',
      requestUrl: '',
      tokenHeaders: [{ name: 'X-Partner', value: '', secret: true }],
      extraTokenParameters: {},
    });
    const typed = { 'value:key': inUrl, 'value:header': inHeader, clientSecret: 'consumer', 'header:x-partner': 'p' };
    await tokenboard.get('connections.requestToken', {
      connection,
      secrets: { ...typed, 'value:form': inForm },
      freshSession: false,
    });
    service.routes['/signed'] = (seen) => json([{ sent: seen.headers['x-api-key'] === inHeader }]);
    await tokenboard.get('resources.save', {
      resource: resourceAt(service, { url: `${service.origin}/signed` }),
      secrets: {},
    });
    expect(await tokenboard.get('resources.run', { id: 'resource-1' })).toMatchObject({ status: 200 });
    expect(service.asked('/signed')[0]?.headers.authorization).toMatch(/^OAuth /);
  });
});

describe('the main process', () => {
  it.each<Partial<Connection>>([
    { accessTokenUrl: 'https://auth.example.com/token?api_key=canary-4711' },
    { extraTokenParameters: { api_key: 'canary-4711' } },
    { apiHeaders: { Authorization2: 'Bearer canary-4711' } },
  ])('refuses to store %j of a connection, before a login as well [56]', async (changes) => {
    const connection = draft(changes);
    for (const error of [
      await tokenboard.fail('connections.save', { connection, secrets: {} }),
      await tokenboard.fail('connections.requestToken', { connection, secrets: {}, freshSession: false }),
    ]) {
      expect(error.code).toBe('connection.open_credential');
      expect(JSON.stringify(error)).not.toContain('canary-4711');
    }
    expect(tokenboard.platform.windows).toEqual([]);
    expect(onDisk()).not.toContain('canary-4711');
  });

  it('sends a secret user name of Basic, and stores none in clear [56]', async () => {
    const key = '1971800d4d82861d8f2c1651fea4d212';
    service.routes['/basic'] = () => json([]);
    const basic = (authorization: { username: string; secretUsername?: true }) =>
      resourceAt(service, { url: `${service.origin}/basic`, authorization: { type: 'basic', ...authorization } });
    const refused = await tokenboard.fail('resources.save', { resource: basic({ username: key }), secrets: {} });
    expect(refused.code).toBe('resource.open_credential');
    const kept = {
      resource: basic({ username: '', secretUsername: true }),
      secrets: { basicUsername: key, basicPassword: 'api_token' },
    };
    expect((await tokenboard.get('resources.save', kept)).secrets).toEqual(['basicUsername', 'basicPassword']);
    await tokenboard.get('resources.run', { id: 'resource-1' });
    const sent = (service.asked('/basic')[0]?.headers.authorization ?? '').replace('Basic ', '');
    expect(Buffer.from(sent, 'base64').toString()).toBe(`${key}:api_token`);
    expect(onDisk()).not.toContain(key);
  });
});
