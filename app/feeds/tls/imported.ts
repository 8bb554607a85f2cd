import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { certificateFacts } from '../../http/certificate-facts.ts';
import { pemCertificates } from '../../http/pem.ts';
import { RequestError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import type { Issued } from './issue.ts';
import { pem } from './pem-text.ts';

/** More than any chain has. Reading blocks everything else. */
const mostCertificates = 20;

/**
 * Reads a server's certificate with its chain, and its key. `certificates`: PEM in any order, which may contain the key. The
 * result has the server's certificate first, each next one certifying the one before (RFC 8446 §4.4.2), without what is no
 * part of the chain; its key is not encrypted. Throws RequestError `feed.certificate_unreadable`, `feed.key_unreadable`,
 * `feed.key_mismatch`, `feed.certificate_expired`, `feed.certificate_unsuitable`. `now`: epoch ms.
 */
export function readImported(
  { certificates: text, key: keyText, passphrase }: { certificates: string; key: string; passphrase: string },
  now: number,
): Issued {
  const key = readKey(keyText.trim() === '' ? text : keyText, passphrase);
  const certificates = readCertificates(text);
  const leaf = certificates.find((each) => each.checkPrivateKey(key));
  if (leaf === undefined) throw new RequestError('feed.key_mismatch', message('feeds.certificate.keyMismatch'));
  const chain = chainOf(leaf, certificates);
  for (const each of chain) checkTime(each, now);
  if (leaf.subjectAltName === undefined) throw unsuitable('noNames');
  if (!mayServe(leaf)) throw unsuitable('notForServers');
  const issued = {
    certificate: chain.map(({ raw }) => pem('CERTIFICATE', raw)).join(''),
    key: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
  try {
    createSecureContext({ cert: issued.certificate, key: issued.key });
  } catch (error) {
    // Such as a key that is too short for OpenSSL.
    throw new RequestError('feed.certificate_unsuitable', message('feeds.certificate.refused'), { cause: error });
  }
  return issued;
}

function readKey(text: string, passphrase: string): KeyObject {
  const [block] =
    /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----[\s\S]*?-----END (?:[A-Z]+ )?PRIVATE KEY-----/.exec(text) ?? [];
  if (block === undefined) throw new RequestError('feed.key_unreadable', message('feeds.certificate.noKey'));
  const isEncrypted = /ENCRYPTED/.test(block);
  if (isEncrypted && passphrase === '')
    throw new RequestError('feed.key_unreadable', message('feeds.certificate.needsPassphrase'));
  try {
    return createPrivateKey({ key: block, passphrase });
  } catch {
    // The cause is not kept: it may quote the key.
    const id = isEncrypted ? 'feeds.certificate.wrongPassphrase' : 'feeds.certificate.damagedKey';
    throw new RequestError('feed.key_unreadable', message(id));
  }
}

function readCertificates(text: string): X509Certificate[] {
  const blocks = pemCertificates(text);
  if (blocks.length === 0)
    throw new RequestError('feed.certificate_unreadable', message('feeds.certificate.noCertificate'));
  if (blocks.length > mostCertificates)
    throw new RequestError(
      'feed.certificate_unreadable',
      message('feeds.certificate.tooMany', { limit: mostCertificates }),
    );
  return blocks.map(({ content }) => {
    try {
      return new X509Certificate(Buffer.from(content, 'base64'));
    } catch {
      throw new RequestError('feed.certificate_unreadable', message('feeds.certificate.damaged'));
    }
  });
}

/** Without the root, which readers have. */
function chainOf(leaf: X509Certificate, all: readonly X509Certificate[]): X509Certificate[] {
  const chain = [leaf];
  for (let last = leaf; !isRoot(last); ) {
    const issuer = all.find((each) => !chain.includes(each) && last.checkIssued(each) && last.verify(each.publicKey));
    if (issuer === undefined || isRoot(issuer)) break;
    chain.push(issuer);
    last = issuer;
  }
  return chain;
}

const isRoot = (certificate: X509Certificate): boolean => certificate.checkIssued(certificate);

function checkTime({ validFrom, validTo }: X509Certificate, now: number): void {
  if (Date.parse(validTo) <= now)
    throw new RequestError('feed.certificate_expired', message('feeds.certificate.expired', { date: dayOf(validTo) }));
  if (Date.parse(validFrom) > now)
    throw new RequestError(
      'feed.certificate_unsuitable',
      message('feeds.certificate.notYetValid', { date: dayOf(validFrom) }),
    );
}

const dayOf = (time: string): string => new Date(time).toISOString().slice(0, 10);

function mayServe({ raw }: X509Certificate): boolean {
  try {
    return certificateFacts(raw).mayServe;
  } catch {
    return false;
  }
}

const unsuitable = (why: 'noNames' | 'notForServers'): RequestError =>
  new RequestError('feed.certificate_unsuitable', message(`feeds.certificate.${why}`));
