import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { message } from '../../../app/shared/messages/message.ts';
import { newResource } from '../../../renderer/actions/new-resource.ts';
import { connection } from '../../servers/items.ts';
import { memoryKeyStore } from '../../servers/key-stores.ts';
import { caCertificate, serviceCertificate, serviceKey } from '../../servers/keys.ts';
import { startProxy } from '../../servers/proxy.ts';
import { startApp } from '../../servers/start-app.ts';
import { json, startTokenServer } from '../../servers/token-server.ts';
import { quickLogin } from './service.ts';

const canary = 'proxy-canary-4711';
async function started(options: Parameters<typeof startApp>[0] = {}) {
  const app = await startApp(options);
  onTestFinished(app.stop);
  return app;
}
const manual = (url: string, password?: string | null) => ({
  mode: 'manual' as const,
  url,
  username: 'ann',
  ...(password === undefined ? {} : { password }),
});

describe('network settings', () => {
  it('keep the password in the vault and show nobody but the proxy [35] [37]', async () => {
    const { get, fail, platform, dataFolder } = await started();
    expect(await get('network.read', {})).toEqual({
      proxy: { mode: 'system', url: '', username: '', hasPassword: false },
      certificates: [],
    });
    const saved = await get('network.saveProxy', manual('proxy.corp:8080', canary));
    expect(saved.proxy).toEqual({ mode: 'manual', url: 'proxy.corp:8080', username: 'ann', hasPassword: true });
    expect((await get('network.saveProxy', manual('proxy.corp:8080'))).proxy.hasPassword).toBe(true);
    expect(await get('network.read', {})).toEqual(saved);
    for (const owner of ['tokenboard:network', 'network'])
      expect((await fail('secrets.reveal', { owner, name: 'proxyPassword' })).code).toBe('input.no_secret');
    expect(JSON.stringify(platform.sent)).not.toContain(canary);
    for (const entry of readdirSync(dataFolder, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) expect(readFileSync(join(entry.parentPath, entry.name), 'latin1')).not.toContain(canary);
    expect((await get('network.saveProxy', manual('proxy.corp:8080', null))).proxy.hasPassword).toBe(false);
  });

  it('keep the password for the same proxy only: another scheme, host or port never gets it [37]', async () => {
    const { get } = await started();
    const hasPassword = async (url: string) => (await get('network.saveProxy', manual(url))).proxy.hasPassword;
    for (const other of ['proxy.evil:8080', 'proxy.corp:8081', 'https://proxy.corp:8080', 'socks5://proxy.corp:8080']) {
      await get('network.saveProxy', manual('proxy.corp:8080', canary));
      expect(await hasPassword('http://PROXY.corp:8080/')).toBe(true);
      expect(await hasPassword(other), other).toBe(false);
      expect(await hasPassword('proxy.corp:8080'), other).toBe(false);
    }
    await get('network.saveProxy', manual('proxy.corp:8080', canary));
    await get('network.saveProxy', { ...manual('proxy.corp:8080'), mode: 'none' });
    expect(await hasPassword('proxy.corp:8080')).toBe(true);
  });

  it('refuse what is no proxy, and a password in a URL, which would rest in plain text [37]', async () => {
    const { fail, get } = await started();
    for (const url of ['', 'ftp://proxy', 'http://', 'http://proxy/path', `http://ann:${canary}@proxy:8080`, 'a b']) {
      const error = await fail('network.saveProxy', manual(url));
      expect(error.code, url).toBe('network.proxy_url');
      expect(JSON.stringify(error)).not.toContain(canary);
    }
    expect((await get('network.read', {})).proxy.mode).toBe('system');
  });

  it('are there again after a restart, in a file for the user alone [39]', async () => {
    const keyStore = memoryKeyStore();
    const first = await started({ keyStore });
    await first.get('network.saveProxy', manual('socks5://proxy.corp:1080', canary));
    const { added, network } = await first.get('network.addCertificates', { pem: caCertificate });
    expect(added).toBe(1);
    expect(network.certificates).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{64}$/),
        subject: 'Tokenboard test authority',
        issuer: 'Tokenboard test authority',
        validTo: Date.UTC(2120, 0, 1),
      },
    ]);
    const file = join(first.dataFolder, 'network.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const second = await started({ keyStore, dataFolder: first.dataFolder });
    expect(await second.get('network.read', {})).toEqual(await first.get('network.read', {}));
  });

  it('start anew where the file is damaged, which is kept and told of [39]', async () => {
    const first = await started();
    const { dataFolder } = first;
    writeFileSync(join(dataFolder, 'network.json'), '{"version":1,"proxy":{"mo');
    const second = await started({ dataFolder });
    expect((await second.get('network.read', {})).proxy.mode).toBe('system');
    expect((await second.get('app.info', {})).notices.map(({ title }) => title)).toEqual([
      message('files.damaged', { what: message('files.of.network') }),
    ]);
    expect(readdirSync(dataFolder).some((name) => name.startsWith('network.corrupt-'))).toBe(true);
  });

  it('lose a damaged certificate alone [39]', async () => {
    const first = await started();
    await first.get('network.addCertificates', { pem: caCertificate });
    const file = join(first.dataFolder, 'network.json');
    const stored: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const certificates = [...(Reflect.get(Object(stored), 'certificates') ?? []), 'damaged', serviceCertificate];
    writeFileSync(file, JSON.stringify({ ...Object(stored), certificates }));
    const second = await started({ dataFolder: first.dataFolder });
    expect((await second.get('network.read', {})).certificates).toHaveLength(1);
    expect((await second.get('app.info', {})).notices).toHaveLength(1);
  });

  it('let a GET through from the next one on: the proxy with its password, then the authority [41]', async () => {
    const server = await startTokenServer({ tls: { key: serviceKey, cert: serviceCertificate } });
    server.respondWith(json([{ day: 'Monday' }]));
    const proxy = await startProxy(server.port, { login: `ann:${canary}` });
    onTestFinished(async () => {
      await Promise.all([server.close(), proxy.close()]);
    });
    const { get, fail } = await started();
    const resource = newResource({ url: 'https://service.test/data' });
    await get('resources.save', { resource, secrets: {} });
    const run = { id: resource.id };

    await get('network.saveProxy', manual(proxy.host, 'wrong'));
    expect(await fail('resources.run', run)).toMatchObject({ code: 'http.proxy_authentication' });
    await get('network.saveProxy', manual(proxy.host, canary));
    const refused = await fail('resources.run', run);
    expect(refused).toMatchObject({ code: 'http.certificate', details: { host: 'service.test' } });
    const { network } = await get('network.addCertificates', { pem: caCertificate });
    expect(await get('resources.run', run)).toMatchObject({ status: 200 });
    for (const { id } of network.certificates) await get('network.removeCertificate', { id });
    expect(await fail('resources.run', run)).toMatchObject({ code: 'http.certificate' });
    expect(server.requests).toHaveLength(1);
    expect(JSON.stringify([server.requests, refused])).not.toMatch(new RegExp(`${canary}|proxy-auth`, 'i'));
    expect(new Set(proxy.connects)).toEqual(new Set(['service.test:443']));
  });

  it('let a renewal that the proxy refused go on as soon as they are right [31] [41]', async () => {
    const server = await startTokenServer({ tls: { key: serviceKey, cert: serviceCertificate } });
    server.respondWith(json({ access_token: 'a', refresh_token: 'r', token_type: 'bearer', expires_in: 3600 }));
    const proxy = await startProxy(server.port, { login: `ann:${canary}` });
    onTestFinished(async () => {
      await Promise.all([server.close(), proxy.close()]);
    });
    const { get, fail, platform } = await started();
    platform.login = quickLogin;
    await get('network.saveProxy', manual(proxy.host, canary));
    const { network } = await get('network.addCertificates', { pem: caCertificate });
    const service = connection({ accessTokenUrl: 'https://service.test/token' });
    await get('connections.requestToken', { connection: service, secrets: {}, freshSession: false });
    const statusNow = async () => (await get('connections.list', {}))[0]?.status;
    const failsWith = async (code: string) => {
      expect(await fail('connections.refresh', { id: service.id })).toMatchObject({ code });
      expect(await statusNow()).toMatchObject({ status: 'failing', error: { code }, retryAt: expect.any(Number) });
    };

    await get('network.saveProxy', manual(proxy.host, 'wrong'));
    await failsWith('http.proxy_authentication');
    // The background begins its work a moment after the window is there: until then nobody waits for it.
    await expect
      .poll(async () => {
        await get('network.saveProxy', manual(proxy.host, canary));
        return statusNow();
      })
      .toMatchObject({ status: 'authorized', refreshedAt: expect.any(Number) });

    for (const { id } of network.certificates) await get('network.removeCertificate', { id });
    await failsWith('http.certificate');
    await get('network.addCertificates', { pem: caCertificate });
    await expect.poll(statusNow).toMatchObject({ status: 'authorized' });
  });
});
