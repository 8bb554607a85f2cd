import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './feed-server.ts';
import { makeCertificate } from './make-certificate.ts';

export const owner = { user: 'owner', password: 'owner-password' };

/** A real PostgreSQL on a port of this computer. */
export interface PostgresServer {
  port: number;
  /** PEM. Its authority vouches for 127.0.0.1. */
  authority: string;
  /** As its owner. */
  query(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  connect(): Promise<pg.Client>;
  /** How it takes TCP connections: `host` (any), `hostssl` (encrypted alone), or no TLS at all. */
  accept(way: 'host' | 'hostssl' | 'unencrypted'): Promise<void>;
  stop(): Promise<void>;
}

const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

/** Whether the programs are there, and may run: PostgreSQL refuses root, so another user is needed. */
export const hasPostgres = (): boolean =>
  ['postgres', 'initdb', ...(isRoot ? ['setpriv'] : [])].every((name) =>
    (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, name))),
  );

const command = (name: string, args: string[]): [string, string[]] =>
  isRoot ? ['setpriv', [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', name, ...args]] : [name, args];

export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tokenboard-postgres-'));
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, owner.password);
  const authority = makeCertificate({ subject: 'Database authority', authority: true, usage: [5] });
  const own = makeCertificate({ subject: 'Database', issuer: authority, names: ['localhost', '127.0.0.1'] });
  writeFileSync(join(folder, 'server.crt'), own.certificate);
  writeFileSync(join(folder, 'server.key'), own.key);
  for (const path of [folder, passwordFile, join(folder, 'server.crt'), join(folder, 'server.key')])
    if (isRoot) chownSync(path, nobody, nobody);
  chmodSync(join(folder, 'server.key'), 0o600);
  const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8', HOME: folder };
  const [init, initArgs] = command('initdb', [
    ...['-D', data, '-U', owner.user, '-A', 'scram-sha-256', '--pwfile', passwordFile],
    ...['-E', 'UTF8', '--locale', 'C', '--no-sync'],
  ]);
  execFileSync(init, initArgs, { cwd: folder, env, stdio: 'pipe' });
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: 'off',
    ssl: 'on',
    ssl_cert_file: join(folder, 'server.crt'),
    ssl_key_file: join(folder, 'server.key'),
  };
  const [name, args] = command('postgres', [
    ...['-D', data, '-p', String(port)],
    ...Object.entries(settings).flatMap(([key, value]) => (key === 'ssl' ? [] : ['-c', `${key}=${value}`])),
  ]);
  const rights = join(data, 'pg_hba.conf');
  const configuration = join(data, 'postgresql.conf');
  const initial = readFileSync(configuration, 'utf8');
  const write = (way: string, ssl: 'on' | 'off'): void => {
    writeFileSync(rights, `local all all scram-sha-256\n${way} all all 127.0.0.1/32 scram-sha-256\n`);
    writeFileSync(configuration, `${initial}\nssl = ${ssl}\n`);
  };
  write('host', 'on');
  const server: ChildProcess = spawn(name, args, { cwd: folder, env, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ host: folder, port, database: 'postgres', ...owner });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const query = async (text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> => {
    const client = await connect();
    try {
      return (await client.query<Record<string, unknown>>(text, values)).rows;
    } finally {
      await client.end();
    }
  };
  const until = async (isDone: () => Promise<boolean>): Promise<void> => {
    for (let tries = 0; tries < 300; tries += 1) {
      if (server.exitCode !== null) throw new Error(`postgres ended with ${server.exitCode}`);
      if (await isDone().catch(() => false)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('postgres does not respond');
  };
  await until(async () => (await query('SELECT 1')).length === 1);
  return {
    port,
    authority: authority.certificate,
    query,
    connect,
    accept: async (way) => {
      const ssl = way === 'unencrypted' ? 'off' : 'on';
      const kind = way === 'hostssl' ? 'hostssl' : 'host';
      write(kind, ssl);
      await query('SELECT pg_reload_conf()');
      await until(async () => {
        const [now] = await query(
          "SELECT current_setting('ssl') AS ssl, (SELECT max(type) FROM pg_hba_file_rules WHERE address IS NOT NULL) AS kind, pg_conf_load_time() AS at",
        );
        return now?.ssl === ssl && now.kind === kind;
      });
    },
    stop: async () => {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
