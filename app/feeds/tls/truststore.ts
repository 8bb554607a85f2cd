import { X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

// Loaded late: only the export for Java needs this.

/** Java's own convention. The file has nothing secret, and Java opens none without a password. */
const truststorePassword = 'changeit';

/** Trusts the certificate for everything: by this attribute, Java tells authorities from other certificates (JDK-8008296). */
const trustedKeyUsage = { id: '2.16.840.1.113894.746875.1.1', anyUsage: '2.5.29.37.0' };
const friendlyName = '1.2.840.113549.1.9.20';
const certBag = '1.2.840.113549.1.12.10.1.3';

/** A truststore for Java (PKCS #12, RFC 7292) with one authority. `certificate`: PEM. `alias`: ASCII. */
export async function javaTruststore(certificate: string, alias: string): Promise<Buffer> {
  const attribute = (type: string, value: asn1js.BaseBlock) => new pkijs.Attribute({ type, values: [value] });
  const bag = new pkijs.SafeBag({
    bagId: certBag,
    bagValue: new pkijs.CertBag({
      parsedValue: pkijs.Certificate.fromBER(new Uint8Array(new X509Certificate(certificate).raw)),
    }),
    bagAttributes: [
      attribute(friendlyName, new asn1js.BmpString({ value: alias })),
      attribute(trustedKeyUsage.id, new asn1js.ObjectIdentifier({ value: trustedKeyUsage.anyUsage })),
    ],
  });
  const safe = new pkijs.AuthenticatedSafe({
    parsedValue: {
      safeContents: [{ privacyMode: 0, value: new pkijs.SafeContents({ safeBags: [bag] }) }],
    },
  });
  await safe.makeInternalValues({ safeContents: [{}] });
  const pfx = new pkijs.PFX({ parsedValue: { integrityMode: 0, authenticatedSafe: safe } });
  await pfx.makeInternalValues({
    password: new TextEncoder().encode(truststorePassword).buffer,
    iterations: 10_000,
    pbkdf2HashAlgorithm: { name: 'SHA-256' },
    hmacHashAlgorithm: 'SHA-256',
  });
  return Buffer.from(pfx.toSchema().toBER(false));
}
