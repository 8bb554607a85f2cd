import { EnvHttpProxyAgent } from 'undici';
import { describe, expect, it } from 'vitest';
import type { ProxyChoice } from '../../../app/http/network-settings.ts';
import { proxyRules, readPacAnswer, readProxyEnvironment } from '../../../app/http/proxy-rule.ts';
import { isLoopbackHost, requireSecureUrl } from '../../../app/http/secure-url.ts';

describe('the way to a server', () => {
  it.each([
    ['DIRECT', [undefined]],
    ['PROXY proxy.corp:8080', ['http://proxy.corp:8080']],
    ['PROXY a:1; PROXY b:2; DIRECT', ['http://a:1', 'http://b:2', undefined]],
    ['PROXY a:1; PROXY a:1; SOCKS5 s:2', ['http://a:1', 'socks5://s:2']],
    ['HTTPS secure.corp:443', ['https://secure.corp:443']],
    ['SOCKS s:1080', ['socks5://s:1080']],
    ['SOCKS5 s:1080', ['socks5://s:1080']],
    ['SOCKS4 old:1080; PROXY a:1', ['http://a:1']],
    ['DIRECT; PROXY a:1', [undefined]],
    [' proxy  a:1 ', ['http://a:1']],
    ['', [undefined]],
  ])('by the system is read from %j [41]', (answer, rules) => {
    expect(readPacAnswer(answer)).toEqual(rules);
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
    expect(requireSecureUrl('http://127.1/x', 'It').hostname).toBe('127.0.0.1');
    expect(requireSecureUrl('https://a.example', 'It').hostname).toBe('a.example');
    expect(() => requireSecureUrl('http://a.example', 'The URL')).toThrow('The URL must start with https://');
  });
});
