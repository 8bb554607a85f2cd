import { X509Certificate } from 'node:crypto';
import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { safeText } from '../shared/safe-text.ts';
import { pemCertificates } from './pem.ts';

/** An authority's certificate, such as a company's own. */
export interface Authority {
  /** SHA-256 of the certificate, in lower-case hex. */
  id: string;
  /** Names in one line, safe to show. Empty: the certificate has none. */
  subject: string;
  issuer: string;
  /** Epoch ms. */
  validTo: number;
  pem: string;
}

/** More than any company's bundle contains. Reading blocks everything else. */
const mostBlocks = 1_000;

/**
 * Reads the authorities in a file: PEM with one or more certificates, or base64 of DER. Omits and counts those that
 * cannot be trusted. Throws RequestError `network.no_certificate`, `network.too_many`, and if none remains
 * `network.not_an_authority`, `network.certificate_expired`, `network.certificate_not_yet_valid`,
 * `network.certificate_unreadable`.
 */
export function readAuthorities(text: string, now: number): { authorities: Authority[]; leftOut: number } {
  const blocks = pemCertificates(text).map(({ content }) => content);
  if (blocks.length > mostBlocks)
    throw new RequestError('network.too_many', message('network.certificates.tooManyInFile', { limit: mostBlocks }));
  const isBareBase64 = blocks.length === 0 && /^[A-Za-z0-9+/=\s]{100,}$/.test(text);
  const contents = isBareBase64 ? [text] : blocks;
  if (contents.length === 0) throw new RequestError('network.no_certificate', message('network.certificates.none'));
  const found = new Map<string, Authority>();
  const refusals: RequestError[] = [];
  for (const content of contents) {
    const read = readAuthority(content, now);
    if (read instanceof RequestError) refusals.push(read);
    else found.set(read.id, read);
  }
  const [refusal] = refusals;
  if (found.size === 0 && refusal !== undefined) throw refusal;
  return { authorities: [...found.values()], leftOut: refusals.length };
}

function readAuthority(base64: string, now: number): Authority | RequestError {
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(Buffer.from(base64, 'base64'));
  } catch {
    return new RequestError('network.certificate_unreadable', message('network.certificates.damaged'));
  }
  const authority = describeAuthority(certificate);
  const named = { name: authority.subject || message('network.certificates.unnamed') };
  if (!certificate.ca)
    return new RequestError('network.not_an_authority', message('network.certificates.ofServer', named));
  if (authority.validTo < now)
    return new RequestError('network.certificate_expired', message('network.certificates.expired', named));
  if (Date.parse(certificate.validFrom) > now)
    return new RequestError('network.certificate_not_yet_valid', message('network.certificates.notYetValid', named));
  return authority;
}

/** Reads a stored authority. `undefined`: damaged. Dates and other facts were checked when it was added. */
export function readKeptAuthority(pem: string): Authority | undefined {
  try {
    const certificate = new X509Certificate(pem);
    return certificate.ca ? describeAuthority(certificate) : undefined;
  } catch {
    return undefined;
  }
}

const describeAuthority = (certificate: X509Certificate): Authority => ({
  id: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
  subject: nameOf(certificate.subject),
  issuer: nameOf(certificate.issuer),
  validTo: Date.parse(certificate.validTo),
  pem: certificate.toString(),
});

/** `CN=Example Root, O=Example` has one part per line. The common name is the clearest. */
export function nameOf(lines: string): string {
  const parts = lines.split('\n').filter((line) => line !== '');
  const own = parts.findLast((part) => part.startsWith('CN='));
  return safeText(own === undefined ? parts.join(', ') : own.slice('CN='.length), 200);
}
