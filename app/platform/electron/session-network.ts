import { createHash } from 'node:crypto';
import type { Certificate, ProxyConfig, Request, Session } from 'electron';
import { type NetworkSettings, type ProxyChoice, parseProxyUrl } from '../../http/network-settings.ts';
import { isVouchedFor } from '../../http/verify-chain.ts';

/** Applies the user's proxy to a login's session. Called before each login, because the choice may have changed. */
export const applyProxy = (session: Session, { proxy }: NetworkSettings): Promise<void> =>
  session.setProxy(proxyConfig(proxy));

/** Requests to this machine never use a proxy: that is Chromium's default. */
export function proxyConfig(choice: ProxyChoice): ProxyConfig {
  if (choice.mode === 'system') return { mode: 'system' };
  if (choice.mode === 'none') return { mode: 'direct' };
  const proxy = parseProxyUrl(choice.url);
  return proxy === undefined
    ? { mode: 'system' }
    : { mode: 'fixed_servers', proxyRules: `${proxy.protocol}//${proxy.host}` };
}

/**
 * The authorities that a session trusts, as part of its name. Chromium caches every certificate verdict for a session's
 * lifetime, so other authorities need another session.
 */
export function trustKey({ authorities }: NetworkSettings): string {
  if (authorities.length === 0) return '';
  return createHash('sha256')
    .update([...authorities].sort().join('\n'))
    .digest('hex')
    .slice(0, 16);
}

/** Call once per session, before its first request. Changes nothing if the user added no authorities (row 8). */
export function trustAuthorities(session: Session, { authorities }: NetworkSettings): void {
  if (authorities.length === 0) return;
  session.setCertificateVerifyProc((request, response) => response(verdict(request, authorities, Date.now())));
}

/** net/base/net_error_list.h: the only failure that an authority of the user can fix. */
const authorityInvalid = -202;
const accept = 0;
const asChromiumSays = -3;

/** Row 8: Chromium's verdict stands, unless its only objection is an authority that the user added. */
export function verdict(
  { hostname, certificate, errorCode }: Pick<Request, 'hostname' | 'certificate' | 'errorCode'>,
  authorities: readonly string[],
  now: number,
): typeof accept | typeof asChromiumSays {
  if (errorCode !== authorityInvalid) return asChromiumSays;
  const certificates = chainOf(certificate);
  return isVouchedFor({ hostname, certificates, authorities, now }) ? accept : asChromiumSays;
}

function chainOf(certificate: Certificate): string[] {
  const chain: string[] = [];
  // The types claim that it always exists, but the last certificate has none.
  for (let next: Certificate | undefined = certificate; next !== undefined && chain.length < 10; next = next.issuerCert)
    chain.push(next.data);
  return chain;
}
