import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../app/platform/browser/find-browser.ts';
import { launchBrowser } from '../../app/platform/browser/launch.ts';
import { trustAuthorities } from '../../app/platform/browser/trusted-authorities.ts';
import { platformsHere } from '../e2e/platforms-here.ts';
import { type CertificateFacts, type MadeCertificate, makeCertificate } from '../servers/make-certificate.ts';
import { type Site, startSecureSite } from '../servers/site.ts';

const company = makeCertificate({ subject: 'Company', authority: true, usage: [5, 6] });
const otherAuthority = makeCertificate({ subject: 'Other authority', authority: true }).certificate;
const server = (facts: Partial<CertificateFacts>) =>
  makeCertificate({ subject: 'login', names: ['127.0.0.1'], issuer: company, ...facts });
const stranger = server({ issuer: undefined });
const signed = server({});
/** A server's certificate, and what it sends along. */
const chains: Record<string, [MadeCertificate, string?]> = {
  'what the authority signed': [signed],
  'an expired certificate of the authority': [server({ validTo: new Date('2021-01-01') })],
  'one for another host': [server({ names: ['login.test'] })],
  'a stranger with the public certificate of the authority': [stranger, company.certificate],
  'a stranger who writes the name of the authority': [
    server({ issuer: { ...stranger, subject: company.subject } }),
    company.certificate,
  ],
  'one signed by another server': [server({ subject: 'lower', issuer: signed }), signed.certificate],
};

// What the browser itself makes of it, in a session as login windows have them.
describe.each(platformsHere().filter((kind) => kind === 'browser'))('the %s platform', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokenboard-authorities-'));
  const sites = new Map<string, Site>();
  beforeAll(async () => {
    for (const [name, [{ key, certificate }, sentAlong = '']] of Object.entries(chains))
      sites.set(name, await startSecureSite({ key, cert: certificate + sentAlong }, { '/': '<title>inside</title>' }));
  });
  afterAll(async () => {
    await Promise.all([...sites.values()].map((site) => site.close()));
    rmSync(folder, { recursive: true, force: true });
  });

  /** The title of each site's page, or why there is none. */
  async function visit(authorities: string[]): Promise<Record<string, string>> {
    const { browser, context } = await launchBrowser({
      executablePath: findBrowser() ?? '',
      dataFolder: folder,
      headless: true,
      sandbox: process.getuid?.() !== 0,
      environment: process.env,
      authorities,
    });
    const login = await browser.newContext();
    const found: Record<string, string> = {};
    const page = await login.newPage();
    for (const [name, { origin }] of sites) {
      found[name] = await page.goto(`${origin}/`).then(
        () => page.title(),
        (error: Error) => /ERR_\w+/.exec(error.message)?.[0] ?? error.message,
      );
    }
    await context.close();
    await browser.close();
    return found;
  }
  const refused = expect.stringMatching(/^ERR_CERT_\w+$/);
  const nothing = Object.fromEntries(Object.keys(chains).map((name) => [name, refused]));

  it('trusts no more than before for another authority [8]', async () => {
    expect(await visit([otherAuthority])).toEqual(nothing);
  });

  it('trusts an authority that the user added for what it really signed, and for nothing else [8] [41]', async () => {
    expect(await visit([company.certificate, otherAuthority])).toEqual({
      ...nothing,
      'what the authority signed': 'inside',
      'an expired certificate of the authority': 'ERR_CERT_DATE_INVALID',
      'one for another host': 'ERR_CERT_COMMON_NAME_INVALID',
    });
  });

  it('trusts it no more when it is removed [8]', async () => {
    expect(await visit([])).toEqual(nothing);
    expect([...sites.values()].flatMap(({ hits }) => hits)).toEqual(['GET /']);
  });

  it('leaves a file alone whose layout it does not know, and one that is damaged [39]', async () => {
    const profile = join(folder, 'newer');
    await trustAuthorities(profile, [company.certificate]);
    const path = join(profile, 'Default', 'ServerCertificate');
    const open = () => new DatabaseSync(path);
    const database = open();
    expect(database.prepare('SELECT count(*) AS count FROM certificates').get()).toEqual({ count: 1 });
    database.exec("UPDATE meta SET value = '2' WHERE key = 'version'");
    database.close();
    await trustAuthorities(profile, []);
    const after = open();
    expect(after.prepare('SELECT count(*) AS count FROM certificates').get()).toEqual({ count: 1 });
    after.close();
  });
});
