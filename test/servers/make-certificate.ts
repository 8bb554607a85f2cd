import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { isIPv4 } from 'node:net';

export interface MadeCertificate {
  /** PEM. */
  certificate: string;
  /** PEM, for a TLS server. */
  key: string;
  subject: string;
  publicKey: KeyObject;
  privateKey: KeyObject;
}

export interface CertificateFacts {
  subject: string;
  /** Default: itself. */
  issuer?: Pick<MadeCertificate, 'subject' | 'privateKey'> | undefined;
  /** Default: new ones. */
  keys?: { publicKey: KeyObject; privateKey: KeyObject };
  authority?: boolean;
  pathLength?: number;
  /** Bits by number (RFC 5280 §4.2.1.3): 0 digital signature, 5 certificates. */
  usage?: number[] | undefined;
  /** Object identifiers. */
  extendedUsage?: string[] | undefined;
  /** Host names and IPv4 addresses. */
  names?: string[];
  /** Host names that an authority may vouch for, or may not. */
  permitted?: string[];
  excluded?: string[];
  validFrom?: Date;
  validTo?: Date;
  hash?: 'sha256' | 'sha1';
  /** A critical extension that nobody knows. */
  unknownCritical?: boolean;
}

const ellipticKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** A certificate of X.509 (RFC 5280 §4.1), sound or as wrong as a test wants it. They protect nothing. */
export function makeCertificate(facts: CertificateFacts): MadeCertificate {
  const { subject, authority = false, hash = 'sha256' } = facts;
  const keys = facts.keys ?? ellipticKeys();
  const issuer = facts.issuer ?? { subject, privateKey: keys.privateKey };
  const isRsa = issuer.privateKey.asymmetricKeyType === 'rsa';
  const algorithm = sequence(
    oid(isRsa ? `1.2.840.113549.1.1.${hash === 'sha1' ? 5 : 11}` : `1.2.840.10045.4.${hash === 'sha1' ? '1' : '3.2'}`),
    ...(isRsa ? [der(0x05)] : []),
  );
  const general = (name: string) =>
    isIPv4(name) ? der(0x87, Buffer.from(name.split('.').map(Number))) : der(0x82, Buffer.from(name));
  const subtrees = (tag: number, names: string[] | undefined) =>
    names === undefined ? [] : [der(tag, ...names.map((name) => sequence(general(name))))];
  const extensions = [
    extension(
      '2.5.29.19',
      true,
      sequence(...(authority ? [der(0x01, Buffer.from([0xff]))] : []), ...number(facts.pathLength)),
    ),
    ...(facts.usage === undefined ? [] : [extension('2.5.29.15', true, bits(facts.usage))]),
    ...(facts.extendedUsage === undefined
      ? []
      : [extension('2.5.29.37', false, sequence(...facts.extendedUsage.map(oid)))]),
    ...(facts.names === undefined ? [] : [extension('2.5.29.17', false, sequence(...facts.names.map(general)))]),
    ...(facts.permitted === undefined && facts.excluded === undefined
      ? []
      : [
          extension('2.5.29.30', true, sequence(...subtrees(0xa0, facts.permitted), ...subtrees(0xa1, facts.excluded))),
        ]),
    ...(facts.unknownCritical ? [extension('1.2.3.4.5', true, der(0x05))] : []),
  ];
  const serial = createHash('sha256')
    .update(keys.publicKey.export({ type: 'spki', format: 'der' }))
    .digest();
  const tbs = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), serial.subarray(0, 8)])),
    algorithm,
    name(issuer.subject),
    sequence(time(facts.validFrom ?? new Date('2020-01-01')), time(facts.validTo ?? new Date('2120-01-01'))),
    name(subject),
    keys.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = sign(hash, tbs, issuer.privateKey);
  const whole = sequence(tbs, algorithm, der(0x03, Buffer.from([0]), signature));
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    key: String(keys.privateKey.export({ type: 'pkcs8', format: 'pem' })),
    subject,
    ...keys,
  };
}

function der(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const sequence = (...contents: Buffer[]) => der(0x30, ...contents);
const number = (value: number | undefined) => (value === undefined ? [] : [der(0x02, Buffer.from([value]))]);
const name = (common: string) => sequence(der(0x31, sequence(oid('2.5.4.3'), der(0x0c, Buffer.from(common)))));
const extension = (id: string, critical: boolean, value: Buffer) =>
  sequence(oid(id), ...(critical ? [der(0x01, Buffer.from([0xff]))] : []), der(0x04, value));

/** GeneralizedTime: years from 2050 on have no other form. */
const time = (date: Date) =>
  date.getUTCFullYear() < 2050
    ? der(
        0x17,
        Buffer.from(
          `${date
            .toISOString()
            .replace(/[-T:]|\..*/g, '')
            .slice(2)}Z`,
        ),
      )
    : der(0x18, Buffer.from(`${date.toISOString().replace(/[-T:]|\..*/g, '')}Z`));

function bits(set: number[]): Buffer {
  const bytes = Buffer.alloc(2);
  for (const bit of set) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  return der(0x03, Buffer.from([0]), bytes);
}

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...others] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...others].flatMap((part) => {
    const groups = [part & 0x7f];
    for (let rest = part >> 7; rest > 0; rest >>= 7) groups.unshift((rest & 0x7f) | 0x80);
    return groups;
  });
  return der(0x06, Buffer.from(bytes));
}
