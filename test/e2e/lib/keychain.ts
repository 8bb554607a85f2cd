// A Secret Service of the test's own: the person's keychain stays untouched.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect } from 'vitest';

const installed = (name: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

export const keychainHere = (): boolean =>
  process.platform === 'linux' && installed('dbus-daemon') && installed('gnome-keyring-daemon');

export interface Keychain {
  environment: Record<string, string>;
  stop(): void;
}

/** No Secret Service is to be found, also where one runs. */
export const noKeychain: Record<string, string> = {
  DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere',
  XDG_RUNTIME_DIR: '/nowhere',
};

const nameHasOwner = ['org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'];

export async function startKeychain(): Promise<Keychain> {
  const home = mkdtempSync(join(tmpdir(), 'tokenboard-keyring-'));
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await firstLine(bus);
  const environment = { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: home };
  const keyring = spawn('gnome-keyring-daemon', ['--unlock', '--components=secrets', '--foreground'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, ...environment, HOME: home, XDG_DATA_HOME: join(home, 'data') },
  });
  keyring.stdin.end('password of the test');
  const replies = () =>
    spawnSync('dbus-send', [...['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/'], ...nameHasOwner], {
      env: { ...process.env, ...environment },
      encoding: 'utf8',
    }).stdout;
  await expect.poll(replies).toContain('boolean true');
  return {
    environment,
    stop: () => {
      keyring.kill();
      bus.kill();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.split('\n')[0] ?? '');
    });
  });
}

/** The browser platform runs in this very process: what it reads by itself of the environment has to be set here. */
export function setEnvironment(environment: Record<string, string>): () => void {
  const before = Object.keys(environment).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, environment);
  return () => {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  };
}
