import { execFile } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openConnections } from '../../app/connections/connections-file.ts';
import { examine } from '../../app/doctor/doctor.ts';
import type { Patient } from '../../app/doctor/facts.ts';
import type { Finding } from '../../app/doctor/finding.ts';
import { openFeedsFile } from '../../app/feeds/feeds-file.ts';
import { becomeFirstInstance } from '../../app/platform/instance.ts';
import { openResources } from '../../app/resources/resources-file.ts';
import { openConfStore } from '../../app/settings/conf-store.ts';
import { initialFeedServer, newFeed } from '../../app/shared/feed/feed.ts';
import { loadDoctorLanguage } from '../../app/shared/messages/load-doctor.ts';
import { textOf } from '../../app/shared/messages/text.ts';
import { openVault } from '../../app/vault/open-vault.ts';
import { memoryKeyStore, noKeyStore } from '../servers/key-stores.ts';
import { makeCertificate } from '../servers/make-certificate.ts';
import { mayMount, useMounts } from '../servers/mounts.ts';
import { startProxy } from '../servers/proxy.ts';
import { startApp } from '../servers/start-app.ts';
import { json } from '../servers/token-server.ts';
import { connectionTo, quickLogin, resourceAt, type Service, startService } from './core/service.ts';

const entry = fileURLToPath(new URL('../../app/cli.ts', import.meta.url));
const passphrase = 'a passphrase of the tests';
let service: Service;
const folders: string[] = [];

const memoryProbe = () => ({ ...memoryKeyStore(), remove: async () => {} });
const noProbe = { ...noKeyStore, remove: () => Promise.reject(new Error('no bus')) };

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tokenboard-doctor-'));
  folders.push(folder);
  return folder;
}

/** Findings by ID, and all their sentences. */
async function findingsIn(dataFolder: string, changes: Partial<Patient> = {}) {
  const all: Finding[] = [];
  const patient: Patient = {
    dataFolder,
    environment: { DISPLAY: ':0', TOKENBOARD_BROWSER: process.execPath },
    platform: process.platform,
    home: newFolder(),
    uid: process.getuid?.(),
    keyStore: memoryKeyStore(),
    probeStore: memoryProbe(),
    mayCall: false,
    patienceMs: 2_000,
    now: Date.now,
    signal: new AbortController().signal,
    ...changes,
  };
  for await (const findings of examine(patient, String)) all.push(...findings);
  // An app that ran in this process set its own texts.
  await loadDoctorLanguage('en');
  const told = all.map(({ id, status, text, advice }) => ({
    id,
    status,
    text: `${textOf(text)} ${advice === undefined ? '' : textOf(advice)}`,
  }));
  return {
    told,
    of: (id: string) => told.filter((each) => each.id === id),
    wrong: told.filter(({ status }) => status !== 'ok'),
  };
}

const settingsIn = (folder: string) => ({ folder, openStore: openConfStore, onNotice: () => {}, now: Date.now });

beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());
afterEach(() => {
  service.routes = {};
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** As an app leaves it: a connection with a token, encrypted with the passphrase, and a resource. */
async function usedFolder() {
  const dataFolder = newFolder();
  const app = await startApp({ dataFolder, environment: { TOKENBOARD_KEY: passphrase } });
  app.platform.login = quickLogin;
  await app.get('connections.requestToken', {
    connection: connectionTo(service, { name: 'Sales service' }),
    secrets: { clientSecret: 'the-client-secret' },
    freshSession: false,
  });
  await app.get('resources.save', { resource: resourceAt(service, { name: 'Orders' }), secrets: {} });
  return { dataFolder, app };
}

describe('the doctor', () => {
  it('finds nothing wrong where nothing is, and changes nothing', async () => {
    const { dataFolder, app } = await usedFolder();
    await app.stop();
    const look = () => readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).sort();
    const before = look();
    const { wrong, of, told } = await findingsIn(dataFolder, {
      environment: { TOKENBOARD_KEY: passphrase, TOKENBOARD_BROWSER: process.execPath },
    });
    expect(wrong).toEqual([]);
    expect(of('files.read')[0]?.text).toContain('1 connection, 1 resource');
    expect(of('secrets.passphrase')).toHaveLength(1);
    expect(of('network.notAsked')[0]?.text).toContain('1 host was not asked');
    expect(look()).toEqual(before);
    expect(JSON.stringify(told)).not.toMatch(/the-client-secret|access-token|passphrase of the tests/);
  });

  it('does not create a folder, and says when one cannot be created', async () => {
    const folder = join(newFolder(), 'none');
    expect((await findingsIn(folder)).of('folder.missing')).toMatchObject([{ status: 'ok' }]);
    expect(existsSync(folder)).toBe(false);
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    expect((await findingsIn(file)).of('folder.unusable')).toMatchObject([
      { status: 'failure', text: expect.stringContaining('a file is in its place') },
    ]);
  });

  it('finds a folder and files that others can change or read, and leaves them', async () => {
    const folder = newFolder();
    chmodSync(folder, 0o777);
    expect((await findingsIn(folder)).of('folder.modes')).toMatchObject([
      { status: 'failure', text: expect.stringContaining(`chmod -R go= '${folder}'`) },
    ]);
    expect(statSync(folder).mode & 0o777).toBe(0o777);
    chmodSync(folder, 0o700);
    openResources(settingsIn(folder)).save([]);
    chmodSync(join(folder, 'resources.json'), 0o644);
    expect((await findingsIn(folder)).of('folder.modes')).toMatchObject([
      { status: 'warning', text: expect.stringContaining('the file resources.json') },
    ]);
    expect(statSync(join(folder, 'resources.json')).mode & 0o777).toBe(0o644);
  });

  it('finds damaged, unreadable and newer files, and what earlier runs left', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'resources.json'), '{ "version": 1, "resou', { mode: 0o600 });
    writeFileSync(join(folder, 'feeds.json'), '{ "version": 99 }', { mode: 0o600 });
    mkdirSync(join(folder, 'connections.json'));
    writeFileSync(join(folder, 'network.json.tmp-1'), '', { mode: 0o600 });
    writeFileSync(join(folder, 'network.corrupt-2026.json'), '', { mode: 0o600 });
    const { of, wrong } = await findingsIn(folder);
    expect(of('files.damaged')).toMatchObject([
      { status: 'failure', text: expect.stringContaining('Restore resources.json') },
    ]);
    expect(of('files.unreadable')).toMatchObject([{ status: 'failure', text: expect.stringContaining('EISDIR') }]);
    expect(of('files.newer')).toMatchObject([
      { status: 'warning', text: expect.stringContaining('Update Tokenboard') },
    ]);
    expect(of('folder.leftovers')[0]?.text).toContain('1 temporary file');
    expect(of('folder.aside')).toMatchObject([{ status: 'warning' }]);
    expect(wrong).toHaveLength(4);
    expect(readFileSync(join(folder, 'resources.json'), 'utf8')).toBe('{ "version": 1, "resou');
    expect(readdirSync(folder)).toContain('network.json.tmp-1');
  });

  it('tells a right, a wrong and a missing passphrase apart', async () => {
    const { dataFolder, app } = await usedFolder();
    await app.stop();
    const status = async (key?: string) =>
      (await findingsIn(dataFolder, { environment: key === undefined ? {} : { TOKENBOARD_KEY: key } })).of(
        'secrets.passphrase',
      );
    expect(await status(passphrase)).toMatchObject([{ status: 'ok' }]);
    expect(await status('another')).toMatchObject([{ status: 'failure' }]);
    // The passphrase came from the environment, so that nobody is asked for it.
    expect(await status()).toMatchObject([{ status: 'warning' }]);
  });

  it('tells what a missing, an emptied and a working keychain mean, and finds tampered secrets', async () => {
    const folder = newFolder();
    const keyStore = memoryKeyStore();
    const vault = await openVault({
      folder: join(folder, 'vault'),
      environment: {},
      keyStore,
      keychainTimeoutMs: 1000,
    });
    expect(
      (await findingsIn(folder, { keyStore: noKeyStore, probeStore: noProbe })).of('secrets.keychain'),
    ).toMatchObject([{ status: 'warning', text: expect.stringContaining('New secrets would be lost') }]);
    vault.write('owner', 'one', 'first');
    vault.write('owner', 'two', 'second');
    expect((await findingsIn(folder, { keyStore })).of('secrets.files')).toMatchObject([{ status: 'ok' }]);
    expect(
      (await findingsIn(folder, { keyStore: noKeyStore, probeStore: noProbe })).of('secrets.keychain'),
    ).toMatchObject([{ status: 'failure', text: expect.stringContaining('2 stored secrets cannot be read') }]);
    expect((await findingsIn(folder)).of('secrets.otherKey')).toMatchObject([{ status: 'failure' }]);
    const forgetful = { ...memoryProbe(), read: async () => null };
    expect((await findingsIn(folder, { keyStore, probeStore: forgetful })).of('secrets.keychain')).toMatchObject([
      { text: expect.stringContaining('did not store the key') },
    ]);
    const [one = '', two = ''] = readdirSync(join(folder, 'vault')).map((name) => join(folder, 'vault', name));
    copyFileSync(one, two);
    expect((await findingsIn(folder, { keyStore })).of('secrets.damaged')).toMatchObject([
      { status: 'failure', text: expect.stringContaining('1 stored secret is damaged') },
    ]);
  });

  it('finds a proxy that is dead, unusable or unused, and never shows its password', async () => {
    const folder = newFolder();
    const proxy = await startProxy(service.server.port);
    const withProxy = async (environment: NodeJS.ProcessEnv) => (await findingsIn(folder, { environment })).told;
    const good = await withProxy({ HTTPS_PROXY: proxy.url.replace('//', '//user:the-password@') });
    expect(good).toContainEqual({
      id: 'proxy.answers',
      status: 'ok',
      text: `The proxy ${proxy.host} accepts connections. `,
    });
    await proxy.close();
    const dead = await withProxy({ https_proxy: `http://user:the-password@${proxy.host}` });
    expect(dead).toContainEqual(expect.objectContaining({ id: 'proxy.silent', status: 'failure' }));
    const unusable = await withProxy({ HTTPS_PROXY: 'socks4://user:the-password@127.0.0.1:1' });
    expect(unusable).toContainEqual(expect.objectContaining({ id: 'proxy.environment', status: 'failure' }));
    expect(await withProxy({ ALL_PROXY: 'http://127.0.0.1:1' })).toContainEqual(
      expect.objectContaining({ id: 'proxy.allProxy', status: 'warning' }),
    );
    expect(JSON.stringify([good, dead, unusable])).not.toContain('the-password');
    expect(proxy.connects).toEqual([]);
  });

  it('finds authorities that have expired, or are about to', async () => {
    const folder = newFolder();
    const soon = new Date(Date.now() + 5 * 86_400_000);
    const make = (subject: string, validTo: Date) =>
      makeCertificate({ subject, authority: true, validFrom: new Date(0), validTo }).certificate;
    const old = make('Old Root', new Date(Date.now() - 86_400_000));
    const certificates = [old, make('Late Root', soon)];
    writeFileSync(
      join(folder, 'network.json'),
      JSON.stringify({ version: 1, proxy: { mode: 'none', url: '', username: '' }, certificates }),
      { mode: 0o600 },
    );
    const extra = join(folder, 'extra.pem');
    writeFileSync(extra, old, { mode: 0o600 });
    const { of } = await findingsIn(folder, { environment: { NODE_EXTRA_CA_CERTS: extra } });
    expect(of('certificates.expired').map(({ text }) => text)).toEqual([
      expect.stringMatching(/“Old Root” expired on .* Settings, Network/),
      expect.stringMatching(/“Old Root” expired on .* Correct the file/),
    ]);
    expect(of('certificates.expires')).toMatchObject([{ status: 'warning' }]);
    const gone = await findingsIn(folder, { environment: { NODE_EXTRA_CA_CERTS: '/none' } });
    expect(gone.of('certificates.extra')).toMatchObject([{ status: 'failure' }]);
  });

  it('asks hosts only if it may, without credentials, and compares the clock with theirs', async () => {
    const folder = newFolder();
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => closed.once('listening', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    openConnections(settingsIn(folder)).save([connectionTo(service)]);
    openResources(settingsIn(folder)).save([
      resourceAt(service, { id: 'a' }),
      resourceAt(service, { id: 'b', url: `http://127.0.0.1:${port}/data`, authorization: { type: 'none' } }),
    ]);
    let date = new Date();
    service.routes['/'] = () => json({}, 404, { date: date.toUTCString() });
    const before = service.asked('/').length;
    expect((await findingsIn(folder)).of('network.notAsked')).toHaveLength(1);
    expect(service.asked('/')).toHaveLength(before);

    const asked = await findingsIn(folder, { mayCall: true });
    expect(asked.told.filter(({ id }) => id === 'network.host')).toEqual([
      { id: 'network.host', status: 'ok', text: `${service.host} responds (status 404). ` },
      { id: 'network.host', status: 'failure', text: expect.stringContaining(`127.0.0.1:${port} refuses connections`) },
    ]);
    expect(asked.of('clock.server')).toMatchObject([{ status: 'ok' }]);
    expect(service.asked('/').at(-1)?.headers).not.toHaveProperty('authorization');

    date = new Date(Date.now() - 600_000);
    expect((await findingsIn(folder, { mayCall: true })).of('clock.server')).toMatchObject([
      { status: 'failure', text: expect.stringMatching(/10 minutes ahead of .* \(NTP\)/) },
    ]);
    date = new Date(Date.now() + 120_000);
    expect((await findingsIn(folder, { mayCall: true })).of('clock.server')).toMatchObject([
      { status: 'warning', text: expect.stringContaining('2 minutes behind') },
    ]);
    const later = new Date(Date.now() + 3_600_000);
    utimesSync(join(folder, 'resources.json'), later, later);
    expect((await findingsIn(folder)).of('clock.past')).toMatchObject([
      { status: 'warning', text: expect.stringContaining('60 minutes behind a file') },
    ]);
  });

  it('finds why readers would not reach the feeds', async () => {
    const folder = newFolder();
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    openResources(settingsIn(folder)).save([resourceAt(service)]);
    const feeds = openFeedsFile(settingsIn(folder));
    const feed = newFeed('f1', resourceAt(service).id, 'Orders');
    const save = (server: Partial<typeof initialFeedServer>) =>
      feeds.save({
        server: { ...initialFeedServer, port, ...server },
        feeds: [feed, { ...feed, id: 'f2', name: 'Gone', resourceId: 'x' }],
        keys: [],
      });
    save({});
    expect((await findingsIn(folder)).of('feeds.off')).toMatchObject([{ status: 'warning' }]);
    save({ isOn: true });
    const used = await findingsIn(folder);
    expect(used.of('feeds.port')).toMatchObject([
      { status: 'failure', text: expect.stringContaining(`the port ${port}`) },
    ]);
    expect(used.of('feeds.key')[0]?.text).toContain('tokenboard keys create Orders');
    expect(used.of('feeds.resource')[0]?.text).toContain('tokenboard feeds unpublish Gone');
    await new Promise((resolve) => taken.close(resolve));
    expect((await findingsIn(folder)).of('feeds.port')).toMatchObject([{ status: 'ok' }]);
    save({ isOn: true, exposure: 'network', address: '192.0.2.1', acceptsPlainNetwork: true });
    expect((await findingsIn(folder)).of('feeds.address')).toMatchObject([{ status: 'failure' }]);
    save({ isOn: true, exposure: 'network' });
    expect((await findingsIn(folder)).of('feeds.plain')).toMatchObject([{ status: 'failure' }]);

    const keyStore = memoryKeyStore();
    save({ isOn: true, encryption: 'imported' });
    expect((await findingsIn(folder, { keyStore })).of('feeds.certificate')).toMatchObject([{ status: 'failure' }]);
    const vault = await openVault({
      folder: join(folder, 'vault'),
      environment: {},
      keyStore,
      keychainTimeoutMs: 1000,
    });
    const { certificate, key } = makeCertificate({
      subject: 'feeds.test',
      names: ['feeds.test'],
      validFrom: new Date(0),
      validTo: new Date(Date.now() - 1000),
    });
    vault.write('tokenboard:feeds', 'imported', JSON.stringify({ certificate, key }));
    expect((await findingsIn(folder, { keyStore })).of('feeds.certificate')).toMatchObject([
      { status: 'failure', text: expect.stringMatching(/“feeds.test” expired on .* Import a certificate/) },
    ]);
  });

  it('finds a process that has the folder and does not respond', async () => {
    const folder = newFolder();
    const server = createServer().listen(join(folder, 'instance.socket'));
    await new Promise((resolve) => server.once('listening', resolve));
    expect((await findingsIn(folder, { patienceMs: 300 })).of('owner.silent')).toMatchObject([
      { status: 'failure', text: expect.stringContaining('End that process') },
    ]);
    server.close();
    const holder = (facts: object) =>
      writeFileSync(
        join(folder, 'instance.lock'),
        JSON.stringify({ pid: 1, hostname: 'far.example', address: 'x', ...facts }),
        { mode: 0o600 },
      );
    holder({});
    expect((await findingsIn(folder)).of('owner.elsewhere')).toMatchObject([
      { text: expect.stringContaining('far.example') },
    ]);
    const old = new Date(Date.now() - 120_000);
    utimesSync(join(folder, 'instance.lock'), old, old);
    expect((await findingsIn(folder)).of('owner.crashed')).toMatchObject([{ status: 'ok' }]);
  });

  it.runIf(process.platform === 'linux')(
    'finds a service whose program is gone, and one that does not run',
    async () => {
      const home = newFolder();
      const unit = join(home, '.config/systemd/user/tokenboard.service');
      mkdirSync(join(unit, '..'), { recursive: true });
      writeFileSync(unit, '[Service]\nExecStart="/opt/node-22/bin/node" "/opt/tokenboard/serve.js" "--port" "1"\n');
      expect((await findingsIn(newFolder(), { home })).of('service.program')).toMatchObject([
        { status: 'failure', text: expect.stringContaining('starts /opt/node-22/bin/node, which does not exist') },
      ]);
      writeFileSync(unit, `[Service]\nExecStart="${process.execPath}" "${entry}"\n`);
      expect((await findingsIn(newFolder(), { home })).of('service.stopped')).toMatchObject([
        { status: 'warning', text: expect.stringContaining('systemctl --user status tokenboard') },
      ]);
    },
  );

  it('finds a browser that is named but not there', async () => {
    const { of } = await findingsIn(newFolder(), { environment: { TOKENBOARD_BROWSER: '/opt/no-browser' } });
    expect(of('windows.browser')).toMatchObject([
      { status: 'failure', text: expect.stringContaining('/opt/no-browser') },
    ]);
  });
});

describe.runIf(mayMount())('the doctor on a full disk', () => {
  const mount = useMounts();

  it('says that new tokens cannot be stored', async () => {
    const folder = mount('size=256k,mode=700');
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(join(folder, 'filler'), Buffer.alloc(bavail * bsize), { mode: 0o600 });
    const { of } = await findingsIn(folder);
    expect(of('folder.space')).toMatchObject([
      { status: 'failure', text: expect.stringContaining('The disk is full') },
    ]);
    expect(of('folder.unusable')).toMatchObject([{ status: 'failure', text: expect.stringContaining('ENOSPC') }]);
    expect(readdirSync(folder)).toEqual(['filler']);
  });
});

describe('the command', () => {
  /** Resolves with the exit code, too. */
  const run = (dataFolder: string, environment: NodeJS.ProcessEnv, ...args: string[]) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      const env = {
        PATH: process.env.PATH,
        HOME: newFolder(),
        LANG: 'en_US.UTF-8',
        TOKENBOARD_DATA: dataFolder,
        ...environment,
      };
      execFile(process.execPath, [entry, 'doctor', ...args], { env }, (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
      );
    });

  it('works beside the open app, and where the app cannot start', async () => {
    const { dataFolder, app } = await usedFolder();
    const instance = await becomeFirstInstance(dataFolder);
    instance?.onCall(app.app.acceptSession);
    const beside = await run(dataFolder, {}, '--json');
    const { checks } = JSON.parse(beside.stdout) as { checks: { id: string; status: string; message: string }[] };
    expect(checks).toContainEqual(
      expect.objectContaining({ id: 'owner.version', message: expect.stringContaining(`process ${process.pid}`) }),
    );
    expect(checks.filter(({ status }) => status === 'failure')).toEqual([]);
    await app.stop();
    instance?.release();

    const wrong = await run(dataFolder, { TOKENBOARD_KEY: 'wrong' });
    expect(wrong.code).toBe(12);
    expect(wrong.stdout).toMatch(
      /\nSecrets\n(?: {2,4}.*\n)* {2}✗ TOKENBOARD_KEY is not the passphrase of this folder\.\n {4}→ /,
    );
    expect(wrong.stderr).toMatch(/^1 failure, (?:\d+|no) warnings?\.\n$/);
    const warned = await run(dataFolder, { TOKENBOARD_BROWSER: process.execPath });
    expect([warned.code, warned.stderr]).toEqual([11, 'No failures, 1 warning.\n']);
    const well = await run(dataFolder, { TOKENBOARD_KEY: passphrase, TOKENBOARD_BROWSER: process.execPath });
    expect([well.code, well.stderr]).toEqual([0, 'Nothing is wrong.\n']);
    for (const { stdout, stderr } of [beside, wrong, warned, well])
      expect(stdout + stderr).not.toMatch(/the-client-secret|access-token|passphrase of the tests|refresh-token-\d/);
  }, 60_000);
});
