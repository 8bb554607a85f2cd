import { describe, expect, it } from 'vitest';
import {
  type NetworkSettings,
  parseProxyUrl,
  proxyAddress,
  proxyLogin,
  systemNetwork,
} from '../../../app/http/network-settings.ts';

describe('the URL of a proxy', () => {
  it.each([
    ['proxy.corp:8080', 'proxy.corp:8080'],
    ['http://proxy.corp', 'proxy.corp:80'],
    ['https://Proxy.corp', 'proxy.corp:443'],
    ['socks5h://proxy.corp', 'proxy.corp:1080'],
    ['socks://proxy.corp:9', 'proxy.corp:9'],
    ['http://[2001:db8::1]:8080/', '2001:db8::1:8080'],
  ])('%s names %s [41]', (text, address) => {
    const url = parseProxyUrl(text);
    expect(url && proxyAddress(url)).toBe(address);
  });

  it.each([
    '',
    'http://',
    'ftp://proxy',
    'http://proxy/path',
    'http://proxy?x',
    'http://proxy#x',
    'a b',
    'file:///etc',
  ])('%j is none [41]', (text) => {
    expect(parseProxyUrl(text)).toBeUndefined();
  });
});

describe('a login for a proxy', () => {
  const manual: NetworkSettings = {
    proxy: { mode: 'manual', url: 'proxy.corp:8080', username: 'änn', password: 'p@ss:w/rd' },
    authorities: [],
  };
  const environment = { HTTPS_PROXY: 'http://bob:p%40ss@env.corp:3128', HTTP_PROXY: 'http://plain.corp:80' };

  it('is given to the proxy that the user chose, and to no other one [37]', () => {
    const login = { username: 'änn', password: 'p@ss:w/rd' };
    expect(proxyLogin('proxy.corp:8080', manual, environment)).toEqual(login);
    expect(proxyLogin('PROXY.corp:8080', manual, environment)).toEqual(login);
    for (const other of ['proxy.corp:80', 'proxy.corp', 'evil.test:8080', 'proxy.corp.evil.test:8080', 'env.corp:3128'])
      expect(proxyLogin(other, manual, environment), other).toBeUndefined();
  });

  it('is that of the environment where the system’s proxy is used, and only there [37] [41]', () => {
    expect(proxyLogin('env.corp:3128', systemNetwork, environment)).toEqual({ username: 'bob', password: 'p@ss' });
    expect(proxyLogin('plain.corp:80', systemNetwork, environment)).toBeUndefined();
    const none: NetworkSettings = { proxy: { mode: 'none' }, authorities: [] };
    expect(proxyLogin('env.corp:3128', none, environment)).toBeUndefined();
    expect(proxyLogin('env.corp:3128', systemNetwork, { https_proxy: 'http://b%ZZ:x@env.corp:3128' })).toBeUndefined();
  });
});
