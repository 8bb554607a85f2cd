import { EnvHttpProxyAgent } from 'undici';
import { describe, expect, it, vi } from 'vitest';
import type { ProxyChoice } from '../../../app/http/network-settings.ts';
import { proxyRules, readPacResult, readProxyEnvironment } from '../../../app/http/proxy-rule.ts';
import { message } from '../../../app/shared/messages/message.ts';
import { isLoopbackHost, requireSecureUrl } from '../../../app/shared/secure-url.ts';

describe('the way to a server', () => {
  it.each([
    ['DIRECT', [undefined]],
    ['PROXY proxy.corp:8080', ['http://proxy.corp:8080']],
    ['PROXY a:1; PROXY b:2; DIRECT', ['http://a:1', 'http://b:2', undefined]],
    ['PROXY a:1; PROXY a:1; SOCKS5 s:2', ['http://a:1', 'socks5://s:2']],
    ['HTTPS secure.corp:443', ['https://secure.corp']],
    ['SOCKS s:1080', ['socks5://s:1080']],
    ['SOCKS5 s:1080', ['socks5://s:1080']],
    ['SOCKS4 old:1080; PROXY a:1', ['http://a:1']],
    ['DIRECT; PROXY a:1', [undefined]],
    [' proxy  a:1 ', ['http://a:1']],
    ['', [undefined]],
  ])('by the system is read from %j [41]', (response, rules) => {
    expect(readPacResult(response)).toEqual(rules);
  });

  it.each(['SOCKS4 old:1080', 'PROXY', 'PROXY a:b:c; SOCKS4 old:1', 'QUIC q:443', 'PROXY :8080', 'PROXY a:99999'])(
    'is none where the system names nothing that can be used (%j), and no request goes past it [41]',
    (response) => {
      expect(() => readPacResult(response)).toThrow(
        expect.objectContaining({
          code: 'http.proxy_settings',
          details: expect.objectContaining({ where: message('http.proxySettings.script') }),
        }),
      );
    },
  );

  it('leaves out the entries of a proxy script that cannot be used [41]', () => {
    expect(readPacResult('PROXY a:99999; SOCKS4 s:1; PROXY ; PROXY b:2; DIRECT')).toEqual(['http://b:2', undefined]);
  });

  it.each([
    ['HTTPS_PROXY', 'socks4://canary:secret@s:1', 'SOCKS4'],
    ['https_proxy', 'SOCKS4A://s:1', 'SOCKS4'],
    ['HTTPS_PROXY', 'http://', 'proxy.example.com'],
    ['HTTPS_PROXY', 'http://canary:se#cret@proxy:8080', 'proxy.example.com'],
    ['HTTPS_PROXY', 'http://canary:100%@proxy:8080', 'proxy.example.com'],
    ['HTTPS_PROXY', 'http://proxy:port', 'proxy.example.com'],
    ['HTTP_PROXY', 'ftp://proxy:21', 'proxy.example.com'],
    ['HTTP_PROXY', 'a b', 'proxy.example.com'],
  ])(
    'by an environment with %s=%s is told by the name of the variable, without its value [37] [41]',
    (name, value, advice) => {
      const read = () => readProxyEnvironment(new URL('https://a.example'), { [name]: value });
      expect(read).toThrow(expect.objectContaining({ code: 'http.proxy_settings' }));
      expect(read).toThrow(`The environment variable ${name}`);
      expect(read).toThrow(advice);
      expect(read).not.toThrow(/canary|se#cret/);
    },
  );

  it('by the environment may have a path, which says nothing, and spaces around it [41]', () => {
    expect(
      readProxyEnvironment(new URL('https://a.example'), { HTTPS_PROXY: ' http://ann:p%40ss@proxy:8080/x/ ' }),
    ).toBe('http://ann:p%40ss@proxy:8080');
  });

  it('fails where the system does not tell it in time, or fails itself [44]', async () => {
    vi.useFakeTimers();
    try {
      const url = new URL('https://a.example');
      const hanging = expect(proxyRules(url, { mode: 'system' }, () => new Promise(() => undefined), {})).rejects;
      const told = hanging.toMatchObject({ code: 'http.proxy', details: { host: 'a.example' } });
      await vi.advanceTimersByTimeAsync(10_000);
      await told;
      const broken = proxyRules(url, { mode: 'system' }, () => Promise.reject(new Error('no DNS')), {});
      await expect(broken).rejects.toMatchObject({ code: 'http.proxy' });
    } finally {
      vi.useRealTimers();
    }
  });

  const environment = { HTTPS_PROXY: 'http://secure:1', http_proxy: 'plain:2', NO_PROXY: '' };
  it.each([
    ['https://a.example', {}, 'http://secure:1'],
    ['http://a.example', {}, 'http://plain:2'],
    ['https://a.example', { HTTPS_PROXY: '' }, 'http://plain:2'],
    ['https://a.example', { HTTPS_PROXY: '', http_proxy: '' }, undefined],
    ['https://a.example', { HTTPS_PROXY: 'socks5h://s:3' }, 'socks5://s:3'],
    ['https://a.example', { https_proxy: 'http://small:9' }, 'http://small:9'],
  ])('by the environment for %s with %j is %s [41]', (url, changes, rule) => {
    expect(readProxyEnvironment(new URL(url), { ...environment, ...changes })).toBe(rule);
  });

  it.each([
    ['a.example', 'https://a.example', false],
    ['a.example', 'https://b.a.example', false],
    ['.a.example', 'https://a.example', false],
    ['*.a.example', 'https://a.example', true],
    ['*.a.example', 'https://b.a.example', false],
    ['a.example', 'https://evila.example', true],
    ['a.example:8443', 'https://a.example', true],
    ['a.example:8443', 'https://a.example:8443', false],
    ['a.example:443', 'https://a.example', false],
    ['x, a.example', 'https://a.example', false],
    ['x a.example.', 'https://A.example', false],
    ['*', 'https://a.example', false],
    ['[2001:db8::1]:443', 'https://[2001:db8::1]', false],
    ['2001:db8::1', 'https://[2001:db8::1]', false],
    ['10.0.0.1', 'https://10.0.0.1', false],
  ])('with NO_PROXY=%s to %s is as undici has it [41]', async (noProxy, url, proxied) => {
    expect(readProxyEnvironment(new URL(url), { ...environment, NO_PROXY: noProxy }) !== undefined).toBe(proxied);
    // undici itself as second opinion: it reaches for the proxy, whose name cannot be resolved, or not.
    const asked: string[] = [];
    const connect = (options: { hostname: string }, callback: (error: Error, socket: null) => void) => {
      asked.push(options.hostname);
      callback(new Error('not connected'), null);
    };
    const agent = new EnvHttpProxyAgent({ httpsProxy: 'http://secure:1', noProxy, connect, proxyTls: {} });
    const direct = await agent.request({ origin: new URL(url).origin, path: '/', method: 'GET' }).then(
      () => true,
      () => asked.length > 0,
    );
    expect(direct).toBe(!proxied);
    await agent.destroy();
  });

  const system = { mode: 'system' } as const;
  const manual = { mode: 'manual', url: 'proxy.corp:3128', username: 'ann', password: 'p@ss:w/rd' } as const;

  it('to this machine is never a proxy, whatever is configured [41]', async () => {
    for (const host of ['127.0.0.1', '127.1.2.3', 'localhost', '[::1]'])
      for (const choice of [system, manual])
        expect(await proxyRules(new URL(`http://${host}:9/`), choice, async () => 'PROXY a:1', environment)).toEqual([
          undefined,
        ]);
  });

  it('is the one that the user chose, whatever system and environment say [41]', async () => {
    const ask = (choice: ProxyChoice) =>
      proxyRules(new URL('https://a.example'), choice, async () => 'PROXY a:1', environment);
    expect(await ask(manual)).toEqual(['http://ann:p%40ss%3Aw%2Frd@proxy.corp:3128']);
    expect(await ask({ ...manual, url: 'socks5h://s.corp:1080', username: '' })).toEqual(['socks5://s.corp:1080']);
    expect(await ask({ mode: 'none' })).toEqual([undefined]);
    expect(await ask(system)).toEqual(['http://a:1']);
  });

  it('by the settings is told where it cannot be used [41]', async () => {
    const asked = proxyRules(
      new URL('https://a.example'),
      { ...manual, url: 'socks4://s:1' },
      async () => undefined,
      {},
    );
    await expect(asked).rejects.toMatchObject({ code: 'http.proxy_settings' });
  });

  it('is asked for by origin alone: a proxy script learns no path [41]', async () => {
    const asked: string[] = [];
    const resolveProxy = async (url: string) => {
      asked.push(url);
      return undefined;
    };
    expect(await proxyRules(new URL('https://a.example/secret?token=1'), system, resolveProxy, environment)).toEqual([
      'http://secure:1',
    ]);
    expect(asked).toEqual(['https://a.example/']);
  });
});

describe('a loopback host', () => {
  it('is told by its name alone, and only by an exact one [25]', () => {
    for (const host of ['localhost', '127.0.0.1', '127.255.0.9', '[::1]']) expect(isLoopbackHost(host)).toBe(true);
    for (const host of [
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      'evil-localhost',
      '0.0.0.0',
      '128.0.0.1',
      '[::2]',
    ])
      expect(isLoopbackHost(host)).toBe(false);
  });

  it('may be asked over http, all others only over https [25]', () => {
    const what = message('fields.url.accountUrl');
    expect(requireSecureUrl('http://127.1/x', what).hostname).toBe('127.0.0.1');
    expect(requireSecureUrl('https://a.example', what).hostname).toBe('a.example');
    expect(() => requireSecureUrl('http://a.example', what)).toThrow('The account URL must start with https://');
  });
});
