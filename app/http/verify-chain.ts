import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { type CertificateFacts, certificateFacts } from './certificate-facts.ts';
import { namesAllowed } from './name-constraints.ts';

export interface PresentedChain {
  /** The host that the window requested: a name or an address. */
  hostname: string;
  /** PEM. The server's certificate, then everything else it sent, in any order. */
  certificates: readonly string[];
  /** PEM. The authorities that the user added. Only these can vouch here. */
  authorities: readonly string[];
  /** Epoch ms. */
  now: number;
}

interface Certificate {
  x509: X509Certificate;
  facts: CertificateFacts;
}

/** No real chain is longer, and a limit keeps checks short. */
const longestChain = 6;
const mostPresented = 10;
const mostSignatures = 30;

/** SHA-2 and Ed25519 only, as in current browsers. */
const soundAlgorithms: ReadonlySet<string> = new Set([
  '1.2.840.113549.1.1.10',
  '1.2.840.113549.1.1.11',
  '1.2.840.113549.1.1.12',
  '1.2.840.113549.1.1.13',
  '1.2.840.10045.4.3.2',
  '1.2.840.10045.4.3.3',
  '1.2.840.10045.4.3.4',
  '1.3.101.112',
]);

/**
 * Whether an authority of the user vouches for a server (row 8; RFC 5280 §6.1). That requires an unbroken line of
 * signatures down to the server's certificate, each by an authority that may sign, each within its validity, for this
 * host. A chain that merely contains the authority's public certificate proves nothing. Anything unreadable is refused.
 */
export function isVouchedFor({ hostname, certificates, authorities, now }: PresentedChain): boolean {
  const [server, ...presented] = certificates.slice(0, mostPresented).map(read);
  if (server === undefined) return false;
  const host = hostname.replace(/^\[|\]$/g, '');
  if (!isFor(server, host) || !server.facts.mayServe || !isSound(server, now)) return false;
  const anchors = authorities.flatMap((pem) => read(pem) ?? []);
  const helpers = new Map(presented.flatMap((each) => (each ? [[each.x509.fingerprint256, each] as const] : [])));
  helpers.delete(server.x509.fingerprint256);
  let signaturesLeft = mostSignatures;

  /** `below`: the number of certificates below the issuer. */
  const mayVouch = ({ facts, x509 }: Certificate, below: number): boolean =>
    facts.isAuthority &&
    facts.maySign &&
    facts.isForServers &&
    (facts.pathLength === undefined || below - 1 <= facts.pathLength) &&
    facts.unknownCritical.length === 0 &&
    isInTime(x509, now) &&
    isStrong(x509) &&
    namesAllowed(facts.constraints, server.facts.names, host);
  /** Compare name and signature: anyone can write the name alone. */
  const hasSigned = (issuer: Certificate, subject: Certificate): boolean => {
    try {
      if (signaturesLeft === 0 || !subject.x509.checkIssued(issuer.x509)) return false;
      signaturesLeft -= 1;
      return subject.x509.verify(issuer.x509.publicKey);
    } catch {
      return false;
    }
  };

  // Follow all lines at once, from the server up. Each certificate counts only where it is reached first: longer lines
  // to it prove nothing more, and copies of one authority would make the search endless.
  let tops: readonly Certificate[] = [server];
  for (let below = 1; below <= longestChain && tops.length > 0; below += 1) {
    const vouches = (issuer: Certificate) => mayVouch(issuer, below) && tops.some((top) => hasSigned(issuer, top));
    if (anchors.some(vouches)) return true;
    tops = [...helpers.values()].filter((helper) => isSound(helper, now) && vouches(helper));
    for (const { x509 } of tops) helpers.delete(x509.fingerprint256);
  }
  return false;
}

function read(pem: string): Certificate | undefined {
  try {
    const x509 = new X509Certificate(pem);
    return { x509, facts: certificateFacts(x509.raw) };
  } catch {
    return undefined;
  }
}

function isFor({ x509, facts }: Certificate, host: string): boolean {
  // Ignore the subject's name (RFC 9525 §2).
  if (isIP(host) !== 0) return facts.names.length > 0 && x509.checkIP(host) !== undefined;
  return x509.checkHost(host, { subject: 'never', partialWildcards: false }) !== undefined;
}

const isSound = ({ x509, facts }: Certificate, now: number): boolean =>
  isInTime(x509, now) &&
  isStrong(x509) &&
  soundAlgorithms.has(facts.signatureAlgorithm) &&
  facts.unknownCritical.length === 0;

const isInTime = ({ validFrom, validTo }: X509Certificate, now: number): boolean =>
  Date.parse(validFrom) <= now && now <= Date.parse(validTo);

function isStrong({ publicKey }: X509Certificate): boolean {
  const { asymmetricKeyType, asymmetricKeyDetails } = publicKey;
  if (asymmetricKeyType === 'rsa' || asymmetricKeyType === 'rsa-pss')
    return (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
  return asymmetricKeyType === 'ec' || asymmetricKeyType === 'ed25519';
}
