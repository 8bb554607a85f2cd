import { randomBytes, webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { addressBytes, type NetworkBytes } from './addresses.ts';
import { pem } from './pem-text.ts';

// Loaded late: only a server with own certificates, and the export of the authority, need this.

/** A certificate and its key, as PEM (RFC 7468). The key is PKCS #8. */
export interface Issued {
  certificate: string;
  key: string;
}

/** What an authority may vouch for (RFC 5280 §4.2.1.10). */
export interface Permitted {
  /** Each with its subdomains. */
  hosts: readonly string[];
  networks: readonly NetworkBytes[];
}

const day = 86_400_000;
/** Clocks of readers are seldom more than a day behind. */
const earlier = day;
const authorityMs = 3652 * day;
/** Safari and others refuse more than 398 days. This includes the day before. */
const leafMs = 397 * day;

const ellipticCurve = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** An authority that signs nothing but certificates of servers within `permitted`. `now`: epoch ms. */
export async function createAuthority(name: string, permitted: Permitted, now: number): Promise<Issued> {
  const keys = await webcrypto.subtle.generateKey(ellipticCurve, true, ['sign', 'verify']);
  const certificate = await newCertificate(keys.publicKey, { name, from: now - earlier, to: now + authorityMs });
  certificate.issuer = certificate.subject;
  const identifier = await keyIdentifier(certificate);
  const constraints = new pkijs.NameConstraints({
    permittedSubtrees: [
      ...permitted.hosts.map((host) => new pkijs.GeneralName({ type: 2, value: host })),
      ...permitted.networks.map(({ bytes }) => addressName(bytes)),
    ].map((base) => new pkijs.GeneralSubtree({ base })),
  });
  certificate.extensions = [
    extension('2.5.29.19', true, new pkijs.BasicConstraints({ cA: true, pathLenConstraint: 0 }).toSchema()),
    extension('2.5.29.15', true, keyUsage(0b0000_0110)),
    extension('2.5.29.30', true, constraints.toSchema()),
    extension('2.5.29.14', false, identifier),
  ];
  await certificate.sign(keys.privateKey as CryptoKey, 'SHA-256');
  return issued(certificate, keys.privateKey);
}

/** A server's certificate with these host names and addresses, valid for at most 398 days. `now`: epoch ms. */
export async function issueLeaf(
  authority: Issued,
  name: string,
  names: readonly string[],
  now: number,
): Promise<Issued> {
  const issuer = pkijs.Certificate.fromBER(bytesOf(authority.certificate));
  const issuerKey = await webcrypto.subtle.importKey('pkcs8', bytesOf(authority.key), ellipticCurve, false, ['sign']);
  const keys = await webcrypto.subtle.generateKey(ellipticCurve, true, ['sign', 'verify']);
  const to = Math.min(now - earlier + leafMs, issuer.notAfter.value.getTime());
  const certificate = await newCertificate(keys.publicKey, { name, from: now - earlier, to });
  certificate.issuer = issuer.subject;
  const altNames = names.map((each) =>
    isIP(each) === 0 ? new pkijs.GeneralName({ type: 2, value: each }) : addressName(addressBytes(each)),
  );
  certificate.extensions = [
    extension('2.5.29.19', true, new pkijs.BasicConstraints({ cA: false }).toSchema()),
    extension('2.5.29.15', true, keyUsage(0b1000_0000)),
    extension('2.5.29.37', false, new pkijs.ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.1'] }).toSchema()),
    extension('2.5.29.17', false, new pkijs.AltName({ altNames }).toSchema()),
    extension('2.5.29.14', false, await keyIdentifier(certificate)),
    extension(
      '2.5.29.35',
      false,
      new pkijs.AuthorityKeyIdentifier({ keyIdentifier: await keyIdentifier(issuer) }).toSchema(),
    ),
  ];
  await certificate.sign(issuerKey as CryptoKey, 'SHA-256');
  return issued(certificate, keys.privateKey);
}

async function newCertificate(
  publicKey: webcrypto.CryptoKey,
  { name, from, to }: { name: string; from: number; to: number },
): Promise<pkijs.Certificate> {
  const certificate = new pkijs.Certificate();
  certificate.version = 2; // X.509 v3
  // RFC 5280 §4.1.2.2: positive, at most 20 bytes, and no other certificate has it.
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  certificate.serialNumber = new asn1js.Integer({ valueHex: new Uint8Array(serial).buffer });
  certificate.notBefore.value = wholeSecond(from);
  certificate.notAfter.value = wholeSecond(to);
  certificate.subject.typesAndValues = [
    new pkijs.AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value: name }) }),
  ];
  await certificate.subjectPublicKeyInfo.importKey(publicKey as CryptoKey);
  return certificate;
}

const wholeSecond = (time: number): Date => new Date(Math.floor(time / 1000) * 1000);

const extension = (extnID: string, critical: boolean, value: asn1js.BaseBlock): pkijs.Extension =>
  new pkijs.Extension({ extnID, critical, extnValue: value.toBER(false) });

/** RFC 5280 §4.2.1.3: a list of bits without zeros at its end. */
function keyUsage(bits: number): asn1js.BitString {
  const unusedBits = Math.log2(bits & -bits);
  return new asn1js.BitString({ valueHex: new Uint8Array([bits]).buffer, unusedBits });
}

/** RFC 5280 §4.2.1.2, method 1. */
const keyIdentifier = async (certificate: pkijs.Certificate): Promise<asn1js.OctetString> =>
  new asn1js.OctetString({ valueHex: await certificate.getKeyHash('SHA-1') });

const addressName = (bytes: Uint8Array<ArrayBuffer>): pkijs.GeneralName =>
  new pkijs.GeneralName({ type: 7, value: new asn1js.OctetString({ valueHex: bytes.buffer }) });

async function issued(certificate: pkijs.Certificate, key: webcrypto.CryptoKey): Promise<Issued> {
  return {
    certificate: pem('CERTIFICATE', Buffer.from(certificate.toSchema().toBER(false))),
    key: pem('PRIVATE KEY', Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key))),
  };
}

/** The bytes of a PEM text with one block. */
const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(text.replaceAll(/-----[^-]+-----/g, ''), 'base64'));
