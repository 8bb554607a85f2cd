import { createPrivateKey, X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { readImported } from '../../../../app/feeds/tls/imported.ts';
import { type CertificateFacts, makeCertificate } from '../../../servers/make-certificate.ts';

const now = Date.parse('2026-11-30');
const root = makeCertificate({ subject: 'Root', authority: true });
const middle = makeCertificate({ subject: 'Middle', authority: true, issuer: root });
const leafOf = (changes: Partial<CertificateFacts> = {}) =>
  makeCertificate({ subject: 'dash', names: ['dash.lan'], issuer: middle, ...changes });
const leaf = leafOf();
const subjects = (text: string) =>
  text.split(/(?<=-----END CERTIFICATE-----\n)/).map((each) => new X509Certificate(each).subject);
const read = (certificates: string, key = leaf.key, passphrase = '') =>
  readImported({ certificates, key, passphrase }, now);

it('puts the chain in order, without the root and without strangers', () => {
  const stranger = makeCertificate({ subject: 'Stranger', authority: true });
  const text = [root, stranger, middle, leaf].map(({ certificate }) => certificate).join('some text\n');
  expect(subjects(read(text).certificate)).toEqual(['CN=dash', 'CN=Middle']);
});

it('takes one file with both, and a certificate that signed itself', () => {
  const own = makeCertificate({ subject: 'own', names: ['127.0.0.1'] });
  const issued = read(own.certificate + own.key, '');
  expect(subjects(issued.certificate)).toEqual(['CN=own']);
  expect(new X509Certificate(issued.certificate).checkPrivateKey(createPrivateKey(issued.key))).toBe(true);
});

it('opens an encrypted key with its passphrase, and keeps it without', () => {
  const encrypted = leaf.privateKey
    .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open sesame' })
    .toString();
  expect(read(leaf.certificate, encrypted, 'open sesame').key).toBe(leaf.key);
  expect(() => read(leaf.certificate, encrypted)).toThrowError(
    expect.objectContaining({ code: 'feed.key_unreadable', text: { id: 'feeds.certificate.needsPassphrase' } }),
  );
  expect(() => read(leaf.certificate, encrypted, 'wrong')).toThrowError(
    expect.objectContaining({ code: 'feed.key_unreadable', text: { id: 'feeds.certificate.wrongPassphrase' } }),
  );
});

it.each([
  ['no certificate', '', leaf.key, 'feed.certificate_unreadable'],
  ['a damaged certificate', leaf.certificate.replace(/\n.{20}/, '\nAAAA'), leaf.key, 'feed.certificate_unreadable'],
  ['too many certificates', leaf.certificate.repeat(21), leaf.key, 'feed.certificate_unreadable'],
  ['no key', leaf.certificate, '', 'feed.key_unreadable'],
  ['a damaged key', leaf.certificate, leaf.key.replace(/\n.{20}/, '\nAAAA'), 'feed.key_unreadable'],
  ['the key of another', leaf.certificate, root.key, 'feed.key_mismatch'],
])('refuses %s', (_what, certificates, key, code) => {
  expect(() => read(certificates, key)).toThrowError(expect.objectContaining({ code }));
});

it.each([
  ['expired', { validTo: new Date('2026-11-29') }, 'feed.certificate_expired'],
  ['is not valid yet', { validFrom: new Date('2026-12-01') }, 'feed.certificate_unsuitable'],
  ['is not for servers', { extendedUsage: ['1.3.6.1.5.5.7.3.2'] }, 'feed.certificate_unsuitable'],
] satisfies [string, Partial<CertificateFacts>, string][])('refuses a certificate that %s', (_what, facts, code) => {
  const made = leafOf(facts);
  expect(() => read(made.certificate, made.key)).toThrowError(expect.objectContaining({ code }));
});

it('refuses a certificate without names, and one whose issuer expired', () => {
  const { names: _, ...unnamed } = { subject: 'dash', names: [] };
  const made = makeCertificate(unnamed);
  expect(() => read(made.certificate, made.key)).toThrowError(
    expect.objectContaining({ text: { id: 'feeds.certificate.noNames' } }),
  );
  const old = makeCertificate({ subject: 'Old', authority: true, issuer: root, validTo: new Date('2026-01-01') });
  const below = leafOf({ issuer: old });
  expect(() => read(below.certificate + old.certificate, below.key)).toThrowError(
    expect.objectContaining({ code: 'feed.certificate_expired' }),
  );
});
