import { expect, it } from 'vitest';
import type { ProxyChoice } from '../../../../app/http/network-settings.ts';
import { proxyOptions } from '../../../../app/platform/browser/profiles.ts';
import { proxyConfig, trustKey, verdict } from '../../../../app/platform/electron/session-network.ts';
import { caCertificate, serviceCertificate } from '../../../servers/keys.ts';

const manual: ProxyChoice = { mode: 'manual', url: 'socks5h://proxy.corp:1080', username: 'ann', password: 'canary' };

it('hands the proxy to a window’s session without its login [37] [41]', () => {
  expect(proxyConfig(manual)).toEqual({ mode: 'fixed_servers', proxyRules: 'socks5://proxy.corp:1080' });
  expect(proxyConfig({ mode: 'none' })).toEqual({ mode: 'direct' });
  expect(proxyConfig({ mode: 'system' })).toEqual({ mode: 'system' });
  expect(proxyOptions(manual)?.server).toBe('socks5://proxy.corp:1080');
  expect(JSON.stringify([proxyConfig(manual), proxyOptions(manual)])).not.toMatch(/ann|canary/);
  expect(proxyOptions({ mode: 'system' })).toBeUndefined();
});

it('leaves Chromium’s verdict alone but where only the authority was missing [8]', () => {
  // Electron's type has an issuer for every certificate, and hosts of principals that nothing here reads.
  const certificate = { data: serviceCertificate } as Electron.Certificate;
  const now = Date.UTC(2026, 10, 22);
  const ask = (errorCode: number, hostname = 'service.test', authorities = [caCertificate]) =>
    verdict({ hostname, certificate, errorCode }, authorities, now);
  expect(ask(-202)).toBe(0);
  // OK, other host, date, revoked, invalid, weak, name constraints, pinned key.
  for (const errorCode of [0, -200, -201, -206, -207, -208, -211, -212, -150]) expect(ask(errorCode)).toBe(-3);
  expect(ask(-202, 'other.test')).toBe(-3);
  expect(ask(-202, 'service.test', [])).toBe(-3);
  expect(ask(-202, 'service.test', [serviceCertificate])).toBe(-3);
});

it('names a session by the authorities that it trusts, whatever their order [8]', () => {
  const key = (...authorities: string[]) => trustKey({ proxy: { mode: 'system' }, authorities });
  expect(key()).toBe('');
  expect(key('a', 'b')).toBe(key('b', 'a'));
  expect(new Set([key('a'), key('b'), key('a', 'b')]).size).toBe(3);
});
