import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { certificateFacts } from '../../../app/http/certificate-facts.ts';
import { isVouchedFor } from '../../../app/http/verify-chain.ts';
import { caCertificate, expiredCertificate, serviceCertificate } from '../../servers/keys.ts';
import { type CertificateFacts, type MadeCertificate, makeCertificate } from '../../servers/make-certificate.ts';

const now = Date.UTC(2026, 10, 22);
const [root, other] = ['Company root', 'Other root'].map((subject) =>
  makeCertificate({ subject, authority: true, usage: [5, 6] }),
) as [MadeCertificate, MadeCertificate]; // two in, two out
const serverAuth = '1.3.6.1.5.5.7.3.1';

const authority = (facts: Partial<CertificateFacts> = {}, issuer: MadeCertificate = root) =>
  makeCertificate({ subject: 'Department', authority: true, usage: [5, 6], issuer, ...facts });
const server = (facts: Partial<CertificateFacts> = {}, issuer: MadeCertificate = root) =>
  makeCertificate({
    subject: 'login',
    names: ['login.corp.test', '*.apps.corp.test', '10.1.2.3'],
    usage: [0],
    extendedUsage: [serverAuth],
    issuer,
    ...facts,
  });

interface Question {
  hostname?: string;
  authorities?: string[];
  at?: number;
}
const vouched = (chain: MadeCertificate[], { hostname = 'login.corp.test', authorities, at = now }: Question = {}) =>
  isVouchedFor({
    hostname,
    certificates: chain.map(({ certificate }) => certificate),
    authorities: authorities ?? [root.certificate],
    now: at,
  });

describe('an authority that the user added vouches for', () => {
  it('a server that it signed, by name, by wildcard and by address [8]', () => {
    expect(vouched([server()])).toBe(true);
    expect(vouched([server()], { hostname: 'wiki.apps.corp.test' })).toBe(true);
    expect(vouched([server()], { hostname: '10.1.2.3' })).toBe(true);
    expect(vouched([server({ usage: undefined, extendedUsage: undefined })])).toBe(true);
  });

  it('a server signed by an authority in the middle, sent along in any order, or added itself [8]', () => {
    const middle = authority();
    const lower = authority({ subject: 'Team' }, middle);
    const leaf = server({}, lower);
    expect(vouched([leaf, middle, lower])).toBe(true);
    expect(vouched([leaf, lower, middle, root])).toBe(true);
    expect(vouched([leaf], { authorities: [lower.certificate] })).toBe(true);
    expect(vouched([leaf])).toBe(false);
  });

  it('what openssl made, and RSA [8]', () => {
    const question = { hostname: 'service.test', authorities: [caCertificate], now };
    expect(isVouchedFor({ ...question, certificates: [serviceCertificate] })).toBe(true);
    expect(isVouchedFor({ ...question, certificates: [expiredCertificate] })).toBe(false);
    const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const rsaRoot = makeCertificate({ subject: 'RSA root', authority: true, keys });
    expect(vouched([server({}, rsaRoot)], { authorities: [rsaRoot.certificate] })).toBe(true);
  });

  it('hosts within its name constraints only [8]', () => {
    const limited = (facts: Partial<CertificateFacts>) => authority({ subject: 'Limited', ...facts });
    const ask = (facts: Partial<CertificateFacts>, names: string[], hostname = names[0] ?? '') => {
      const middle = limited(facts);
      return vouched([server({ names }, middle), middle], { hostname });
    };
    expect(ask({ permitted: ['corp.test'] }, ['login.corp.test'])).toBe(true);
    expect(ask({ permitted: ['corp.test'] }, ['login.example.com'])).toBe(false);
    expect(ask({ permitted: ['corp.test'] }, ['evilcorp.test'])).toBe(false);
    expect(ask({ permitted: ['corp.test'] }, ['login.corp.test', 'bank.example'], 'login.corp.test')).toBe(false);
    expect(ask({ excluded: ['bank.test'] }, ['login.corp.test'])).toBe(true);
    expect(ask({ excluded: ['bank.test'] }, ['login.bank.test'])).toBe(false);
    expect(ask({ excluded: ['login.bank.test'] }, ['*.bank.test'], 'login.bank.test')).toBe(false);
    expect(ask({ excluded: ['login.bank.test'] }, ['*.bank.test'], 'other.bank.test')).toBe(false);
  });
});

describe('nobody vouches for', () => {
  it('a chain that merely has the authority’s public certificate in it [8]', () => {
    const stranger = makeCertificate({ subject: 'login', names: ['login.corp.test'] });
    expect(vouched([stranger, root])).toBe(false);
    // The issuer's name can be written by anybody; the signature cannot.
    const forged = server({}, { ...other, subject: root.subject });
    expect(vouched([forged, root])).toBe(false);
    const forgedMiddle = authority({}, { ...other, subject: root.subject });
    expect(vouched([server({}, forgedMiddle), forgedMiddle, root])).toBe(false);
  });

  it('a server that another authority signed [8]', () => {
    expect(vouched([server({}, other), other])).toBe(false);
    expect(vouched([server()], { authorities: [other.certificate] })).toBe(false);
    expect(vouched([server()], { authorities: [] })).toBe(false);
  });

  it('another host, or one that only the subject names [8]', () => {
    for (const hostname of [
      'evil.test',
      'corp.test',
      'login.corp.test.evil.test',
      'a.b.apps.corp.test',
      'apps.corp.test',
      '10.1.2.4',
      '',
    ])
      expect(vouched([server()], { hostname }), hostname).toBe(false);
    const { names: _, ...withoutNames } = { subject: 'login.corp.test', issuer: root, names: [] };
    expect(vouched([makeCertificate(withoutNames)])).toBe(false);
  });

  it('a certificate out of its time, the server’s, one in the middle, or the authority’s own [8]', () => {
    const past = { validFrom: new Date('2020-01-01'), validTo: new Date('2021-01-01') };
    const future = { validFrom: new Date('2030-01-01') };
    expect(vouched([server(past)])).toBe(false);
    expect(vouched([server(future)])).toBe(false);
    const middle = authority(past);
    expect(vouched([server({}, middle), middle])).toBe(false);
    const oldRoot = makeCertificate({ subject: 'Old root', authority: true, ...past });
    expect(vouched([server({}, oldRoot)], { authorities: [oldRoot.certificate] })).toBe(false);
    expect(vouched([server()], { at: Date.UTC(2019, 0, 1) })).toBe(false);
  });

  it('a server signed by another server, or by an authority that may not sign [8]', () => {
    const leaf = server();
    expect(vouched([server({}, leaf), leaf])).toBe(false);
    const mayNot = authority({ usage: [0] });
    expect(vouched([server({}, mayNot), mayNot])).toBe(false);
    const forMail = authority({ extendedUsage: ['1.3.6.1.5.5.7.3.4'] });
    expect(vouched([server({}, forMail), forMail])).toBe(false);
    const added = server({ subject: 'Added by mistake' });
    expect(vouched([server({}, added)], { authorities: [added.certificate] })).toBe(false);
  });

  it('a longer line than an authority allows [8]', () => {
    const last = authority({ pathLength: 0 });
    expect(vouched([server({}, last), last])).toBe(true);
    const beyond = authority({ subject: 'Beyond' }, last);
    expect(vouched([server({}, beyond), beyond, last])).toBe(false);
  });

  it('a certificate for something else than a server [8]', () => {
    expect(vouched([server({ extendedUsage: ['1.3.6.1.5.5.7.3.2'] })])).toBe(false);
    expect(vouched([server({ usage: [6] })])).toBe(false);
  });

  it('weak signatures and keys, and what nobody understands [8]', () => {
    expect(vouched([server({ hash: 'sha1' })])).toBe(false);
    const middle = authority({ hash: 'sha1' });
    expect(vouched([server({}, middle), middle])).toBe(false);
    expect(vouched([server({ keys: generateKeyPairSync('rsa', { modulusLength: 1024 }) })])).toBe(false);
    expect(vouched([server({ unknownCritical: true })])).toBe(false);
    const odd = authority({ unknownCritical: true });
    expect(vouched([server({}, odd), odd])).toBe(false);
  });

  it('what is no certificate at all, nor for a chain that goes in circles [8]', () => {
    const ask = (certificates: string[]) =>
      isVouchedFor({ hostname: 'login.corp.test', certificates, authorities: [root.certificate], now });
    expect(ask([])).toBe(false);
    expect(ask(['', root.certificate])).toBe(false);
    expect(ask([serviceCertificate.replace('MIIB', 'AAAA')])).toBe(false);
    const [a, b] = [
      makeCertificate({ subject: 'A', authority: true }),
      makeCertificate({ subject: 'B', authority: true }),
    ];
    const aByB = makeCertificate({ subject: 'A', authority: true, keys: a, issuer: b });
    const bByA = makeCertificate({ subject: 'B', authority: true, keys: b, issuer: a });
    expect(vouched([server({}, a), aByB, bByA])).toBe(false);
  });
});

describe('a chain that is made to take for ever', () => {
  const checked = () => {
    const verify = vi.spyOn(X509Certificate.prototype, 'verify');
    onTestFinished(() => verify.mockRestore());
    return verify.mock.calls;
  };
  const hostile = makeCertificate({ subject: 'Hostile', authority: true });
  const leaf = server({}, hostile);

  it('of copies of one authority costs a check or two [8]', () => {
    const checks = checked();
    expect(vouched([leaf, ...Array.from({ length: 9 }, () => hostile)])).toBe(false);
    expect(checks.length).toBeLessThanOrEqual(2);
  });

  it('of variants that all signed each other costs thirty checks at most [8]', () => {
    const checks = checked();
    const variant = (day: number) =>
      makeCertificate({
        subject: 'Hostile',
        authority: true,
        keys: hostile,
        issuer: hostile,
        validFrom: new Date(Date.UTC(2020, 0, day)),
      });
    const variants = Array.from({ length: 9 }, (_, index) => variant(index + 1));
    expect(vouched([leaf, ...variants])).toBe(false);
    // And many authorities of one name, of which none signed it.
    const sameName = Array.from({ length: 40 }, () => makeCertificate({ subject: 'Hostile', authority: true }));
    expect(vouched([leaf], { authorities: sameName.map(({ certificate }) => certificate) })).toBe(false);
    expect(checks.length).toBeLessThanOrEqual(60);
  });

  it('does not hide the line that is sound: two ways up, of which one leads nowhere [8]', () => {
    const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const [byOther, byRoot] = [authority({ keys }, other), authority({ keys })];
    expect(vouched([server({}, byOther), byOther, other, byRoot, byRoot])).toBe(true);
  });
});

it('reads of a certificate what node:crypto reads, and refuses one that is cut anywhere [8]', () => {
  const { raw, ca } = new X509Certificate(caCertificate);
  expect(certificateFacts(raw)).toMatchObject({
    isAuthority: ca,
    maySign: true,
    signatureAlgorithm: '1.2.840.10045.4.3.2',
  });
  expect(certificateFacts(new X509Certificate(serviceCertificate).raw)).toMatchObject({
    isAuthority: false,
    mayServe: true,
    names: [
      { kind: 2, value: Buffer.from('service.test') },
      { kind: 2, value: Buffer.from('localhost') },
      { kind: 7, value: Buffer.from([127, 0, 0, 1]) },
    ],
  });
  for (let end = 0; end < raw.length; end += 1) expect(() => certificateFacts(raw.subarray(0, end))).toThrow();
});
