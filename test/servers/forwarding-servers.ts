import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The servers of Debian that run a forwarding rule. */
const programs = { apache: 'apache2', nginx: 'nginx', caddy: 'caddy' } as const;
export type ForwardingServer = keyof typeof programs | 'express';

// Debian puts servers where the PATH of users does not lead.
const env = { ...process.env, PATH: `${process.env.PATH}${delimiter}/usr/sbin` };
const isThere = (program: string): boolean => spawnSync(program, ['-v'], { env }).error === undefined;

/** Those that this machine has. Express is a package of npm, which `npm ci` brings. */
export const forwardingServers: ForwardingServer[] = ['express'];
for (const server of ['apache', 'nginx', 'caddy'] as const) {
  if (isThere(programs[server])) forwardingServers.push(server);
  else console.warn(`${programs[server]} is left out: \`.ci/run\` installs it as root, then its tests run.`);
}

const apacheModules = '/usr/lib/apache2/modules';
/** The rest of the configuration, around the rule. */
const configurations: Record<ForwardingServer, (rule: string, port: number, folder: string) => string> = {
  apache: (rule, port, folder) => `
LoadModule mpm_event_module ${apacheModules}/mod_mpm_event.so
LoadModule authz_core_module ${apacheModules}/mod_authz_core.so
LoadModule rewrite_module ${apacheModules}/mod_rewrite.so
ServerName localhost
User www-data
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
ErrorLog ${folder}/errors
DefaultRuntimeDir ${folder}
DocumentRoot ${folder}
<VirtualHost 127.0.0.1:${port}>
${rule}
</VirtualHost>`,
  nginx: (rule, port, folder) => `
daemon off;
pid ${folder}/pid;
error_log stderr;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port};
    root ${folder};
${rule}
  }
}`,
  caddy: (rule, port) => `
{
	admin off
	auto_https off
}
:${port} {
	bind 127.0.0.1
	respond 404
${rule}
}`,
  express: (rule, port) => `
import express from 'express';
const app = express();
${rule}
app.listen(${port}, '127.0.0.1');`,
};

const commands: Record<ForwardingServer, (file: string, configuration: string) => [string, string[]]> = {
  apache: (file) => ['apache2', ['-f', file, '-DFOREGROUND']],
  nginx: (file) => ['nginx', ['-c', file]],
  caddy: (file) => ['caddy', ['run', '--config', file, '--adapter', 'caddyfile']],
  express: (_, configuration) => [process.execPath, ['--input-type=module', '--eval', configuration]],
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** What a server answers to `GET target`, whose bytes are sent as they are: the status, and the Location's bytes. */
export async function rawGet(port: number, target: string): Promise<{ status: number; location: string | undefined }> {
  const bytes = await new Promise<string>((resolve, reject) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${target} HTTP/1.1\r\nHost: yourdomain.com\r\nConnection: close\r\n\r\n`, 'latin1'),
    );
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      received += chunk;
    });
    socket.on('error', reject).on('end', () => resolve(received));
  });
  const [head = ''] = bytes.split('\r\n\r\n');
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]), location: /^Location: (.*)$/im.exec(head)?.[1] };
}

/** Runs the server with this rule on loopback. Rejects with what it printed if it ends before it listens. */
export async function startForwardingServer(server: ForwardingServer, rule: string) {
  const folder = mkdtempSync(join(tmpdir(), 'tokenboard-forwarding-'));
  const port = await freePort();
  const file = join(folder, 'configuration');
  const configuration = configurations[server](rule, port, folder);
  writeFileSync(file, configuration);
  const [program, args] = commands[server](file, configuration);
  const home = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const child = spawn(program, args, { env: { ...env, ...home }, stdio: ['ignore', 'ignore', 'pipe'] });
  let printed = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk;
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const listens = async () => {
    while (child.exitCode === null)
      try {
        return await rawGet(port, '/');
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    await close();
    throw new Error(`${program} ended: ${printed}`);
  };
  await listens();
  return { port, close };
}
