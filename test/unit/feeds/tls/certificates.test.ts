import { execFileSync, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { type Certificates, createCertificates } from '../../../../app/feeds/tls/certificates.ts';
import type { Computer } from '../../../../app/feeds/tls/server-names.ts';
import { VaultError } from '../../../../app/shared/errors.ts';
import { type FeedServerSettings, initialFeedServer } from '../../../../app/shared/feed/feed.ts';
import { message } from '../../../../app/shared/messages/message.ts';
import { makeCertificate } from '../../../servers/make-certificate.ts';
import { temporaryFolder } from '../../vault/folders.ts';
import { sessionVault } from '../../vault/session-vault.ts';

const day = 86_400_000;
const started = Date.now();
const closing: (() => void)[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const close of closing.splice(0)) close();
});

const at = (address: string, cidr = `${address}/24`) => ({
  address,
  cidr,
  netmask: '255.255.255.0',
  family: 'IPv4' as const,
  mac: '00:00:00:00:00:00',
  internal: false,
});

async function setUp() {
  const state = {
    settings: { ...initialFeedServer, encryption: 'own' } as FeedServerSettings,
    computer: { hostname: 'Office-PC', interfaces: { eth0: [at('192.168.1.5')] } } as Computer,
    now: started,
    path: undefined as string | undefined,
  };
  const vault = await sessionVault();
  const certificates = createCertificates({
    vault,
    platform: { pickSaveFile: async () => state.path },
    settings: () => state.settings,
    computer: () => state.computer,
    now: () => state.now,
  });
  return { state, vault, certificates };
}

async function exported(
  certificates: Certificates,
  state: { path: string | undefined },
  format: 'pem' | 'der' | 'pkcs12',
) {
  state.path = join(temporaryFolder(), 'authority');
  expect(await certificates.exportAuthority(format)).toBe(state.path);
  return readFileSync(state.path);
}

/** The port of a server with the certificate that answers `ok`. */
async function serve(pair: { cert: string; key: string }): Promise<number> {
  const server = createServer({ ...pair, minVersion: 'TLSv1.2' }, (_request, response) => void response.end('ok'));
  closing.push(() => void server.close());
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** The body, or the code of the error. */
const fetchFrom = (port: number, ca: string | Buffer, host = '127.0.0.1') =>
  new Promise<string>((resolve) => {
    get({ host: '127.0.0.1', servername: host === '127.0.0.1' ? '' : host, port, ca, agent: false }, (response) => {
      response.setEncoding('utf8').once('data', resolve);
    }).once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? String(error)));
  });

const namesOf = (pem: string) =>
  new X509Certificate(pem).subjectAltName
    ?.replaceAll(/DNS:|IP Address:/g, '')
    .split(', ')
    .sort();

it('serves this computer’s names and addresses to who trusts the authority, and to nobody else', async () => {
  const { state, certificates } = await setUp();
  state.settings = { ...state.settings, hosts: ['dash.lan'] };
  const pair = await certificates.current();
  expect(namesOf(pair.cert)).toEqual(
    ['127.0.0.1', '192.168.1.5', '0:0:0:0:0:0:0:1', 'dash.lan', 'localhost', 'office-pc', 'office-pc.local'].sort(),
  );
  const port = await serve(pair);
  const ca = await exported(certificates, state, 'pem');
  expect(await fetchFrom(port, ca)).toBe('ok');
  expect(await fetchFrom(port, ca, 'dash.lan')).toBe('ok');
  expect(await fetchFrom(port, ca, 'office-pc.local')).toBe('ok');
  expect(await fetchFrom(port, ca, 'other.lan')).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
  const other = await setUp();
  expect(await fetchFrom(port, await exported(other.certificates, other.state, 'pem'))).toBe(
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  );
});

it('lasts at most 398 days, from a day ago on, and keeps its certificate until a third of its time is left', async () => {
  const { state, certificates } = await setUp();
  const first = await certificates.current();
  const { validFrom, validTo } = new X509Certificate(first.cert);
  expect(Date.parse(validTo) - Date.parse(validFrom)).toBeLessThanOrEqual(398 * day);
  expect(Date.parse(validFrom)).toBeLessThanOrEqual(started - day);
  state.now = started + 260 * day;
  expect(await certificates.current()).toBe(first);
  state.now = started + 270 * day;
  const second = await certificates.current();
  expect(second.cert).not.toBe(first.cert);
  expect(Date.parse(new X509Certificate(second.cert).validTo)).toBeGreaterThan(started + 600 * day);
});

it('names what listens for it when addresses change, and keeps the authority', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { state, certificates } = await setUp();
  const before = await certificates.current();
  const ca = await exported(certificates, state, 'pem');
  const onChange = vi.fn();
  closing.push(certificates.watch(onChange));
  vi.advanceTimersByTime(60_000);
  await certificates.current();
  expect(onChange).not.toHaveBeenCalled();
  state.computer = { hostname: 'Office-PC', interfaces: { wlan0: [at('10.1.2.3')] } };
  vi.advanceTimersByTime(60_000);
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce());
  const after = await certificates.current();
  expect(after).not.toBe(before);
  expect(namesOf(after.cert)).toContain('10.1.2.3');
  expect(namesOf(after.cert)).not.toContain('192.168.1.5');
  expect(await fetchFrom(await serve(after), ca)).toBe('ok');
});

it('leaves out names that the authority may not vouch for, and tells them, until a new one may', async () => {
  const { state, certificates } = await setUp();
  await certificates.current();
  state.settings = { ...state.settings, hosts: ['feeds.example.com'] };
  expect(namesOf((await certificates.current()).cert)).not.toContain('feeds.example.com');
  expect(certificates.view().uncovered).toEqual(['feeds.example.com']);
  await certificates.replaceAuthority();
  const pair = await certificates.current();
  expect(certificates.view().uncovered).toEqual([]);
  const ca = await exported(certificates, state, 'pem');
  expect(await fetchFrom(await serve(pair), ca, 'feeds.example.com')).toBe('ok');
});

it('makes one authority for many that ask at once', async () => {
  const { certificates } = await setUp();
  const pairs = await Promise.all([certificates.current(), certificates.current(), certificates.current()]);
  expect(new Set(pairs).size).toBe(1);
});

it('keeps the keys in the vault alone', async () => {
  const { state, vault, certificates } = await setUp();
  const { key } = await certificates.current();
  expect(vault.read('tokenboard:feeds', 'leaf')).toContain(JSON.stringify(key).slice(1, -1));
  expect(String(await exported(certificates, state, 'pem'))).not.toContain('PRIVATE');
  expect(JSON.stringify(certificates.view())).not.toContain('PRIVATE');
});

it('shows subject, names, end and fingerprint', async () => {
  const { certificates } = await setUp();
  expect(certificates.view()).toEqual({ authority: null, own: null, imported: null, uncovered: [] });
  const { cert } = await certificates.current();
  const { fingerprint256, validTo } = new X509Certificate(cert);
  const { authority, own } = certificates.view();
  expect(own).toMatchObject({ subject: 'Tokenboard feeds', validTo: Date.parse(validTo), fingerprint: fingerprint256 });
  expect(own?.names).toContain('::1');
  expect(authority).toMatchObject({ subject: 'Tokenboard on Office-PC', names: [] });
});

it('serves an imported certificate where the settings say so', async () => {
  const { state, certificates } = await setUp();
  state.settings = { ...state.settings, encryption: 'imported' };
  await expect(certificates.current()).rejects.toMatchObject({ code: 'feed.no_certificate' });
  const made = makeCertificate({ subject: 'dash', names: ['127.0.0.1'] });
  certificates.importCertificate({ certificates: made.certificate, key: made.key, passphrase: '' });
  expect(certificates.view().imported?.names).toEqual(['127.0.0.1']);
  expect(certificates.hasImported()).toBe(true);
  expect(await fetchFrom(await serve(await certificates.current()), made.certificate)).toBe('ok');
  certificates.removeCertificate();
  expect(certificates.hasImported()).toBe(false);
  await expect(certificates.current()).rejects.toMatchObject({ code: 'feed.no_certificate' });
});

it('says that the vault is locked, where it holds the imported certificate', async () => {
  const vault = await sessionVault();
  const locked = createCertificates({
    vault: {
      ...vault,
      has: () => true,
      read: () => {
        throw new VaultError('vault.locked', message('vault.locked'));
      },
    },
    platform: { pickSaveFile: async () => undefined },
    settings: () => ({ ...initialFeedServer, encryption: 'imported' }),
    computer: () => ({ hostname: 'pc', interfaces: {} }),
    now: Date.now,
  });
  expect(locked.view().imported).toBeNull();
  expect(locked.hasImported()).toBe(true);
  await expect(locked.current()).rejects.toMatchObject({ code: 'vault.locked' });
});

it('exports the authority as DER and as a truststore, and nothing when the user picks no file', async () => {
  const { state, certificates } = await setUp();
  expect(await certificates.exportAuthority('pem')).toBeNull();
  const pem = await exported(certificates, state, 'pem');
  const { raw } = new X509Certificate(pem);
  expect(await exported(certificates, state, 'der')).toEqual(raw);
  const truststore = await exported(certificates, state, 'pkcs12');
  expect(truststore.includes(raw)).toBe(true);
  state.path = join(temporaryFolder(), 'missing', 'authority.pem');
  await expect(certificates.exportAuthority('pem')).rejects.toMatchObject({ code: 'export.no_permission' });
});

const has = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;

it.runIf(has('openssl', 'version'))(
  'holds for OpenSSL’s strictest check, and opens there as a truststore',
  async () => {
    const { state, certificates } = await setUp();
    const { cert } = await certificates.current();
    await exported(certificates, state, 'pem');
    const ca = state.path ?? '';
    const leaf = join(temporaryFolder(), 'leaf.pem');
    writeFileSync(leaf, cert);
    const verify = ['verify', '-x509_strict', '-purpose', 'sslserver', '-CAfile', ca];
    expect(String(execFileSync('openssl', [...verify, '-verify_ip', '192.168.1.5', leaf]))).toContain('OK');
    await exported(certificates, state, 'pkcs12');
    const read = ['pkcs12', '-in', state.path ?? '', '-passin', 'pass:changeit', '-nokeys'];
    expect(String(execFileSync('openssl', read, { stdio: 'pipe' }))).toContain('friendlyName: tokenboard');
  },
);
