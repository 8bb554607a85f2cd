import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What the script knows: one client, one person. */
export const oauthlibClient = { clientId: 'board', clientSecret: 'a-secret-of-the-board-0123456789' };
export const oauthlibPerson = { username: 'ann', password: 'practice' };

export interface OauthlibServer {
  origin: string;
  close(): Promise<void>;
}

const script = fileURLToPath(new URL('./oauthlib_provider.py', import.meta.url));

/** The Python that has oauthlib: Debian's package (python3-oauthlib) is for the system's own. */
function findPython(): string | undefined {
  for (const python of ['/usr/bin/python3', 'python3', 'python'])
    if (spawnSync(python, ['-c', 'import oauthlib']).status === 0) return python;
  return undefined;
}

const aptInstall = ['install', '-y', '-qq', '--no-install-recommends', 'python3-oauthlib'];

/** Root may install what is missing, as with the browser; everybody else is told. */
function findOrInstallPython(): string | undefined {
  const found = findPython();
  if (found !== undefined || process.getuid?.() !== 0) return found;
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  if (spawnSync('apt-get', aptInstall, options).status !== 0) {
    spawnSync('apt-get', ['update', '-qq'], options);
    spawnSync('apt-get', aptInstall, options);
  }
  return findPython();
}

const python = findOrInstallPython();
if (python === undefined)
  console.warn('oauthlib is left out: `apt-get install python3-oauthlib` brings it, then its tests run.');
/** Tests of it are skipped where it is not. */
export const hasOauthlib = python !== undefined;

/** Python's oauthlib as OAuth1 and OAuth2 provider on loopback. */
export async function startOauthlibServer(): Promise<OauthlibServer> {
  if (python === undefined) throw new Error('there is no Python with oauthlib');
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const origin = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', (line) => {
      const message: unknown = JSON.parse(line);
      if (typeof message === 'object' && message !== null && 'origin' in message) resolve(String(message.origin));
    });
    void exited.then(() => reject(new Error('the oauthlib provider ended')));
  });
  return {
    origin,
    close: () => {
      child.stdin.end();
      return exited;
    },
  };
}
