import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);
const user = fileURLToPath(new URL('./keychain-user.ts', import.meta.url));
const installed = (name: string) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

it('keeps the key in a real Secret Service, over processes; without it says so and deletes nothing [38]', async (context) => {
  if (process.platform !== 'linux' || !installed('dbus-run-session') || !installed('gnome-keyring-daemon'))
    context.skip('no dbus-run-session and gnome-keyring-daemon on this machine');
  const folder = mkdtempSync(join(tmpdir(), 'tokenboard-keychain-'));
  // A keyring and a bus of its own: the person's stay untouched.
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    HOME: folder,
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_RUNTIME_DIR: folder,
  };
  const vault = join(folder, 'vault');
  const node = `'${process.execPath}' '${user}' '${vault}'`;
  const script = `printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; ${node} write && ${node} read`;
  const { stdout } = await run('dbus-run-session', ['--', 'sh', '-c', script], { env: environment });
  const kept = { status: 'keychain', value: 'kept by the keychain' };
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([kept, kept]);

  const { DBUS_SESSION_BUS_ADDRESS: _, DISPLAY: __, ...busless } = environment;
  const without = await run(process.execPath, [user, vault, 'read'], { env: busless });
  expect(JSON.parse(without.stdout)).toEqual({ status: 'session', value: 'vault.no_keychain' });
  const again = await run('dbus-run-session', ['--', 'sh', '-c', script.replace(' write &&', ' read &&')], {
    env: environment,
  });
  expect(again.stdout).toContain('kept by the keychain');
  rmSync(folder, { recursive: true, force: true });
});
