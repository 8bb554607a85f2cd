import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readAuthorities, readKeptAuthority } from '../../../app/http/authority.ts';
import { caCertificate, serviceCertificate } from '../../servers/keys.ts';
import { makeCertificate } from '../../servers/make-certificate.ts';

const now = Date.UTC(2026, 10, 22);
const root = makeCertificate({ subject: 'Company root', authority: true });
const middle = makeCertificate({ subject: 'Department', authority: true, issuer: root });
const old = makeCertificate({ subject: 'Old root', authority: true, validTo: new Date('2021-01-01') });
const coming = makeCertificate({ subject: 'Coming root', authority: true, validFrom: new Date('2030-01-01') });
const codeOf = (text: string) => {
  try {
    return `read ${readAuthorities(text, now).authorities.length}`;
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
};

describe('a file with certificates', () => {
  it('is read with all the authorities in it, whatever stands between them [41]', () => {
    const text = `Bag Attributes\r\n${root.certificate}\r\n# the department\n${middle.certificate}${root.certificate}`;
    const { authorities, leftOut } = readAuthorities(text, now);
    expect(authorities.map(({ subject, issuer }) => [subject, issuer])).toEqual([
      ['Company root', 'Company root'],
      ['Department', 'Company root'],
    ]);
    expect(leftOut).toBe(0);
    expect(authorities[0]).toMatchObject({
      id: new X509Certificate(root.certificate).fingerprint256.replaceAll(':', '').toLowerCase(),
      validTo: Date.UTC(2120, 0, 1),
    });
    expect(readKeptAuthority(authorities[1]?.pem ?? '')).toEqual(authorities[1]);
  });

  it('may be DER, which arrives as base64 [41]', () => {
    const { raw } = new X509Certificate(caCertificate);
    expect(readAuthorities(raw.toString('base64'), now).authorities[0]?.subject).toBe('Tokenboard test authority');
  });

  it('is taken without those that cannot be trusted, and they are counted [41]', () => {
    const text = [root, old, coming].map(({ certificate }) => certificate).join('') + serviceCertificate;
    const { authorities, leftOut } = readAuthorities(text, now);
    expect(authorities.map(({ subject }) => subject)).toEqual(['Company root']);
    expect(leftOut).toBe(3);
  });

  it.each([
    ['', 'network.no_certificate'],
    ['no certificate', 'network.no_certificate'],
    [makeCertificate({ subject: 'key only' }).key, 'network.no_certificate'],
    ['A'.repeat(400), 'network.certificate_unreadable'],
    ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', 'network.certificate_unreadable'],
    [serviceCertificate, 'network.not_an_authority'],
    [old.certificate, 'network.certificate_expired'],
    [coming.certificate, 'network.certificate_not_yet_valid'],
  ])('without a single one that can be trusted is refused with its reason (%#) [41]', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('is read in one pass, however many of its lines begin a certificate [43]', () => {
    const line = '-----BEGIN CERTIFICATE-----\n';
    const flood = line.repeat(Math.floor((3 * 2 ** 20) / line.length));
    expect(codeOf(flood)).toBe('network.no_certificate');
    expect(readAuthorities(flood + root.certificate, now).authorities.map(({ subject }) => subject)).toEqual([
      'Company root',
    ]);
    expect(codeOf(root.certificate + flood)).toBe('read 1');
  });

  it('is refused where it holds more than any bundle of authorities [43]', () => {
    expect(codeOf('-----BEGIN CERTIFICATE-----A-----END CERTIFICATE-----'.repeat(1_001))).toBe('network.too_many');
  });

  it('names an authority in one safe line, whatever its name is [36]', () => {
    const odd = makeCertificate({ subject: `Evil\u202e root\u0007${'x'.repeat(400)}`, authority: true });
    const [named] = readAuthorities(odd.certificate, now).authorities;
    expect(named?.subject).toMatch(/^Evil root/);
    expect(named?.subject.length).toBeLessThanOrEqual(200);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
    expect(named?.subject).not.toMatch(/[\u0000-\u001f\u202e]/);
  });
});
