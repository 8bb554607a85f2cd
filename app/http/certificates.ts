import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';
import { pemCertificates } from './pem.ts';

/** Where Linux distributions keep the system's authorities, for Node versions that cannot tell. */
const linuxBundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

function readBundle(path: string): string[] {
  try {
    const blocks = pemCertificates(readFileSync(path, 'utf8')).filter(({ label }) => label === 'CERTIFICATE');
    return blocks.map(({ content }) => `-----BEGIN CERTIFICATE-----${content}-----END CERTIFICATE-----`);
  } catch {
    return [];
  }
}

/**
 * The authorities that the operating system trusts, including a company's own (row 41). May read files, so call it
 * late.
 */
export function readSystemCertificates(): string[] {
  // Check for the function: Node has it since 22.15, but tests also run on an older Electron.
  if (typeof tls.getCACertificates === 'function') {
    try {
      const certificates = tls.getCACertificates('system');
      if (certificates.length > 0) return certificates;
    } catch {
      // If the system store cannot be read, only Node's authorities remain.
    }
  }
  for (const path of linuxBundles) {
    const certificates = readBundle(path);
    if (certificates.length > 0) return certificates;
  }
  return [];
}

function defaultCertificates(): readonly string[] {
  return typeof tls.getCACertificates === 'function' ? tls.getCACertificates('default') : tls.rootCertificates;
}

const isReadable = (pem: string) => {
  try {
    return new X509Certificate(pem).subject !== undefined;
  } catch {
    return false;
  }
};

/**
 * One context for all connections: authorities of the system, of Node, of NODE_EXTRA_CA_CERTS and of the user. Created
 * once, because OpenSSL takes tens of milliseconds to read a few hundred certificates.
 */
export function createTrust(
  systemCertificates: () => string[],
  environment: NodeJS.ProcessEnv,
  added: readonly string[] = [],
): tls.SecureContext {
  const extra = environment.NODE_EXTRA_CA_CERTS;
  const ca = [
    ...new Set(
      [...systemCertificates(), ...defaultCertificates(), ...(extra ? readBundle(extra) : []), ...added].map((pem) =>
        pem.trim(),
      ),
    ),
  ];
  // The user may have only the intermediate authority: a chain may end there, as in browsers.
  const options = added.some(isIntermediate) ? { allowPartialTrustChain: true } : {};
  try {
    return tls.createSecureContext({ ...options, ca });
  } catch {
    // One unreadable certificate in a system store must not block every server.
    return tls.createSecureContext({ ...options, ca: ca.filter(isReadable) });
  }
}

function isIntermediate(pem: string): boolean {
  try {
    const { subject, issuer } = new X509Certificate(pem);
    return subject !== issuer;
  } catch {
    return false;
  }
}
