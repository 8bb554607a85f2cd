import { createHash } from 'node:crypto';
import type { Certificate, ProxyConfig, Request, Session } from 'electron';
import { type NetworkSettings, type ProxyChoice, parseProxyUrl } from '../../http/network-settings.ts';
import { isVouchedFor } from '../../http/verify-chain.ts';

/** The user's proxy for a login's session. Called before each login: the choice may be another since the last. */
export const applyProxy = (session: Session, { proxy }: NetworkSettings): Promise<void> =>
  session.setProxy(proxyConfig(proxy));

/** This machine itself is never asked for through a proxy: that is Chromium's own rule, and stays. */
export function proxyConfig(choice: ProxyChoice): ProxyConfig {
  if (choice.mode === 'system') return { mode: 'system' };
  if (choice.mode === 'none') return { mode: 'direct' };
  const proxy = parseProxyUrl(choice.url);
  return proxy === undefined
    ? { mode: 'system' }
    : { mode: 'fixed_servers', proxyRules: `${proxy.protocol}//${proxy.host}` };
}

/**
 * Which authorities a session trusts, as a part of its name. Chromium keeps every verdict on a certificate for the life
 * of a session, so that other authorities need another one.
 */
export function trustKey({ authorities }: NetworkSettings): string {
  if (authorities.length === 0) return '';
  return createHash('sha256')
    .update([...authorities].sort().join('\n'))
    .digest('hex')
    .slice(0, 16);
}

/** Once per session, before its first request. Without authorities of the user nothing is changed (row 8). */
export function trustAuthorities(session: Session, { authorities }: NetworkSettings): void {
  if (authorities.length === 0) return;
  session.setCertificateVerifyProc((request, response) => response(verdict(request, authorities, Date.now())));
}

/** net/base/net_error_list.h: the one failure that an authority added by the user can fix. */
const authorityInvalid = -202;
const accept = 0;
const asChromiumSays = -3;

/** Row 8: Chromium's verdict stands, but where all that it lacks is an authority that the user added. */
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
  // Typed as always there; the last one has none.
  for (let next: Certificate | undefined = certificate; next !== undefined && chain.length < 10; next = next.issuerCert)
    chain.push(next.data);
  return chain;
}
