import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { type NetworkSettings, type ProxyChoice, systemNetwork } from '../../app/http/network-settings.ts';
import { platformsHere } from '../e2e/platforms-here.ts';
import { caCertificate, expiredCertificate, expiredKey, serviceCertificate, serviceKey } from '../servers/keys.ts';
import { makeCertificate } from '../servers/make-certificate.ts';
import { startProxy, startSocksProxy } from '../servers/proxy.ts';
import { startSecureSite } from '../servers/site.ts';
import { platformUnderTest } from './platform/platform-under-test.ts';

const through = (url: string, login = ''): NetworkSettings => {
  const [username = '', password = ''] = login.split(' ');
  return { proxy: { mode: 'manual', url, username, password }, authorities: [] };
};
const kept = <Server extends { close(): Promise<unknown> }>(server: Server): Server => {
  onTestFinished(async () => {
    await server.close();
  });
  return server;
};
const portOf = (origin: string) => Number(new URL(origin).port);
const service = { key: serviceKey, cert: serviceCertificate };

describe.each(platformsHere())('the %s platform', (kind) => {
  const t = platformUnderTest(kind);
  const use = (network: NetworkSettings) => t.platform.drive('useNetwork', network);
  afterEach(() => use(systemNetwork));

  describe('with a proxy of the user', () => {
    /** A login at a name that only the proxy can reach, which responds with the callback. */
    const loginAt = (host: string, connectionId?: string) => {
      t.site.responses['/through'] = (_request, response) =>
        response.writeHead(302, { location: `${t.callbackUrl}?code=through` }).end();
      const options = { authorizationUrl: `http://${host}/through` };
      return t.login('', connectionId === undefined ? options : { ...options, connectionId });
    };

    it('opens the login through it, with user name and password, which no server sees [37] [41]', async () => {
      const proxy = kept(await startProxy(portOf(t.site.origin), { login: 'ann:p@ss word' }));
      const seen: string[] = [];
      t.site.responses['/through'] = (request, response) => {
        seen.push(JSON.stringify(request.headers));
        response.writeHead(302, { location: `${t.callbackUrl}?code=through` }).end();
      };
      await use({
        proxy: { mode: 'manual', url: proxy.host, username: 'ann', password: 'p@ss word' },
        authorities: [],
      });
      const opened = await t.login('', { authorizationUrl: 'http://login.test/through' });
      expect(await opened.outcome()).toEqual({
        ok: true,
        request: { url: `${t.callbackUrl}?code=through`, method: 'GET' },
      });
      expect(proxy.connects).toContain('http://login.test/through');
      expect(proxy.logins).toContain(`Basic ${Buffer.from('ann:p@ss word').toString('base64')}`);
      expect(seen).toHaveLength(1);
      expect(seen.join()).not.toMatch(/proxy-authorization|p@ss/i);
    });

    it('opens a login over TLS through it, and checks the certificate behind it [8] [41]', async () => {
      const site = kept(await startSecureSite(service, { '/': '<title>inside</title>' }));
      const proxy = kept(await startProxy(portOf(site.origin), { login: 'ann:pw' }));
      await use(through(proxy.host, 'ann pw'));
      const opened = await t.login('', { authorizationUrl: 'https://service.test/' });
      expect(await opened.outcome()).toMatchObject({
        ok: false,
        code: 'window.certificate_refused',
        details: { host: 'service.test' },
      });
      expect(proxy.connects).toEqual(expect.arrayContaining(['service.test:443']));
      expect(site.hits).toEqual([]);
    });

    it('ends the login with a reason when the proxy does not accept the password, and asks it once [37] [41]', async () => {
      const proxy = kept(await startProxy(portOf(t.site.origin), { login: 'ann:right' }));
      for (const login of ['ann canary-wrong', '']) {
        await use(through(proxy.host, login));
        const outcome = await (await loginAt('login.test')).outcome();
        expect(outcome).toMatchObject({ code: 'window.proxy_authentication', details: { proxy: proxy.host } });
        expect(JSON.stringify(outcome)).not.toContain('canary');
      }
      expect(proxy.logins.filter((login) => login !== undefined).length).toBeLessThanOrEqual(2);
      expect(t.site.hits).not.toContain('GET /through?');
    });

    it('gives the password to this proxy and no other, nor to a site that asks for one [37] [41]', async () => {
      const proxy = kept(await startProxy(portOf(t.site.origin)));
      const asked: (string | undefined)[] = [];
      t.site.responses['/asks'] = (request, response) => {
        asked.push(request.headers.authorization);
        response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end('<title>no</title>');
      };
      await use(through(proxy.host, 'ann pw'));
      const opened = await t.login('', { authorizationUrl: 'http://login.test/asks' });
      await t.popup('login.test/asks');
      await expect.poll(() => asked.length).toBeGreaterThan(0);
      expect(asked.filter((each) => each !== undefined)).toEqual([]);
      await t.cancel(opened);
    });

    it('goes through a SOCKS proxy, which resolves the name [41]', async () => {
      const proxy = kept(await startSocksProxy(portOf(t.site.origin)));
      await use(through(proxy.url));
      expect(await (await loginAt('login.test')).outcome()).toMatchObject({ ok: true });
      expect(proxy.connects).toContain('login.test:80');
    });

    it('asks it for nothing on this machine [41]', async () => {
      const proxy = kept(await startProxy(portOf(t.site.origin)));
      await use(through(proxy.host));
      expect(await (await loginAt(new URL(t.site.origin).host)).outcome()).toMatchObject({ ok: true });
      expect(proxy.connects).toEqual([]);
    });

    it('takes another choice from the next login of the same connection on [41]', async () => {
      const [first, second] = [
        kept(await startProxy(portOf(t.site.origin))),
        kept(await startProxy(portOf(t.site.origin))),
      ];
      const asks = (proxy: typeof first) => proxy.connects.filter((url) => url.includes('login.test')).length;
      for (const proxy of [first, second]) {
        await use(through(proxy.host));
        expect(await (await loginAt('login.test', 'moving')).outcome()).toMatchObject({ ok: true });
      }
      expect([asks(first) > 0, asks(second) > 0]).toEqual([true, true]);
      const before = asks(second);
      // Without a proxy nobody knows this name.
      const none: ProxyChoice = { mode: 'none' };
      await use({ proxy: none, authorities: [] });
      expect(await (await loginAt('login.test', 'moving')).outcome()).toMatchObject({ code: 'window.load_failed' });
      expect(asks(second)).toBe(before);
      expect(await (await loginAt(new URL(t.site.origin).host, 'moving')).outcome()).toMatchObject({ ok: true });
    });
  });

  describe.runIf(kind === 'electron')('with an authority that the user added', () => {
    const trusting = (...authorities: string[]): NetworkSettings => ({ ...systemNetwork, authorities });
    const page = { '/': '<title>inside</title>' };
    const refused = async (origin: string, connectionId?: string) => {
      const options = { authorizationUrl: `${origin}/` };
      const opened = await t.login('', connectionId === undefined ? options : { ...options, connectionId });
      expect(await opened.outcome()).toMatchObject({ ok: false, code: 'window.certificate_refused' });
    };

    it('opens what it signed, from the next login on, until it is removed [8] [41]', async () => {
      const site = kept(await startSecureSite(service, page));
      await refused(site.origin, 'company');
      expect(site.hits).toEqual([]);
      await use(trusting(caCertificate));
      const opened = await t.login('', { authorizationUrl: `${site.origin}/`, connectionId: 'company' });
      const inside = await t.popup(site.origin);
      await expect.poll(() => inside.title()).toBe('inside');
      await t.cancel(opened);
      await use(systemNetwork);
      await refused(site.origin, 'company');
      expect(site.hits).toEqual(['GET /']);
    });

    it('opens what it signed behind a proxy, by the name that is asked for [8] [41]', async () => {
      const site = kept(await startSecureSite(service, page));
      const proxy = kept(await startProxy(portOf(site.origin), { login: 'ann:pw' }));
      await use({ ...through(proxy.host, 'ann pw'), authorities: [caCertificate] });
      const opened = await t.login('', { authorizationUrl: 'https://service.test/' });
      const inside = await t.popup('https://service.test/');
      await expect.poll(() => inside.title()).toBe('inside');
      await t.cancel(opened);
      await refused('https://other.test');
    });

    it('refuses everything else as before [8]', async () => {
      const stranger = makeCertificate({ subject: 'stranger', names: ['127.0.0.1'] });
      const byName = makeCertificate({
        subject: 'service',
        names: ['127.0.0.1'],
        issuer: { ...stranger, subject: 'Tokenboard test authority' },
      });
      const leaf = makeCertificate({ subject: 'x', names: ['127.0.0.1'], issuer: { ...stranger, subject: 'service' } });
      const wrong = [
        { key: expiredKey, cert: expiredCertificate },
        // The authority's public certificate proves nothing.
        { key: stranger.key, cert: `${stranger.certificate}${caCertificate}` },
        { key: byName.key, cert: `${byName.certificate}${caCertificate}` },
        { key: leaf.key, cert: `${leaf.certificate}${serviceCertificate}\n${caCertificate}` },
      ];
      await use(trusting(caCertificate));
      for (const tls of wrong) {
        const site = kept(await startSecureSite(tls, page));
        await refused(site.origin);
        expect(site.hits).toEqual([]);
      }
    });
  });
});
