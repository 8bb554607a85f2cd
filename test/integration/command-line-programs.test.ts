import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { becomeFirstInstance } from '../../app/platform/instance.ts';
import { startApp } from '../servers/start-app.ts';
import { json } from '../servers/token-server.ts';
import { connectionTo, quickLogin, resourceAt, type Service, startService } from './core/service.ts';

const entry = fileURLToPath(new URL('../../app/cli.ts', import.meta.url));
const key = 'a passphrase of the tests';

let folder: string;
let service: Service;

/** A folder with `connection-1`, whose token is valid for `seconds`. */
async function prepare(dataFolder: string, seconds: number) {
  service.tokenResponses.push(
    json({ access_token: `first-${seconds}`, refresh_token: 'r', token_type: 'bearer', expires_in: seconds }),
  );
  service.valid.add(`first-${seconds}`);
  const app = await startApp({ dataFolder, environment: { TOKENBOARD_KEY: key } });
  app.platform.login = quickLogin;
  await app.get('connections.requestToken', {
    connection: connectionTo(service, { name: 'Sales service' }),
    secrets: {},
    freshSession: false,
  });
  return app;
}

/** Runs a program with `tokenboard` in its path. */
const program = async (dataFolder: string, file: string, args: string[]) =>
  (await programOutput(dataFolder, file, args)).stdout;

function programOutput(dataFolder: string, file: string, args: string[]) {
  const environment = {
    PATH: `${folder}${delimiter}${process.env.PATH}`,
    HOME: folder,
    LANG: 'C',
    TOKENBOARD_DATA: dataFolder,
    TOKENBOARD_KEY: key,
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_NOSYSTEM: '1',
  };
  return promisify(execFile)(file, args, { env: environment, cwd: folder });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tokenboard-programs-'));
  service = await startService();
  const script = `#!/bin/sh\nexec '${process.execPath}' '${entry}' "$@"\n`;
  writeFileSync(join(folder, 'tokenboard'), script, { mode: 0o755 });
});
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a token for another program, while the app runs', () => {
  const dataFolder = () => join(folder, 'open');
  let close: () => Promise<void>;
  let sessions = 0;
  beforeAll(async () => {
    const instance = await becomeFirstInstance(dataFolder());
    const app = await prepare(dataFolder(), 3600);
    instance?.onCall((socket) => {
      sessions += 1;
      app.app.acceptSession(socket);
    });
    close = async () => {
      await app.stop();
      instance?.release();
    };
  }, 60_000);
  afterAll(() => close());

  it('reaches a service by curl, and is in no list of processes', async () => {
    const line = `tokenboard token 'Sales service' --header | curl -sS -H @- '${service.origin}/data'`;
    expect(JSON.parse(await program(dataFolder(), 'sh', ['-c', line]))).toHaveLength(2);
  });

  it('is the password of git, by a credential helper', async () => {
    const line = (text: string) => (text.length + 4).toString(16).padStart(4, '0') + text;
    const commit = 'a'.repeat(40);
    service.routes['/repository.git/info/refs'] = ({ headers }) => {
      const [, pair = ''] = /^Basic (.+)$/.exec(headers.authorization ?? '') ?? [];
      const [user, password = ''] = Buffer.from(pair, 'base64').toString().split(':');
      if (user !== 'oauth2' || !service.valid.has(password))
        return { status: 401, headers: { 'www-authenticate': 'Basic realm="git"' }, body: '' };
      return {
        status: 200,
        headers: { 'content-type': 'application/x-git-upload-pack-advertisement' },
        body: `${line('# service=git-upload-pack\n')}0000${line(`${commit} refs/heads/main\0agent=test\n`)}0000`,
      };
    };
    const helper = `!f() { test "$1" = get && printf 'username=oauth2\\npassword=%s\\n' "$(tokenboard token 'Sales service')"; }; f`;
    const listed = await program(dataFolder(), 'git', [
      '-c',
      `credential.helper=${helper}`,
      'ls-remote',
      `${service.origin}/repository.git`,
    ]);
    expect(listed).toBe(`${commit}\trefs/heads/main\n`);
  });

  it('authorizes a request of Python', async () => {
    const script = `
import json, subprocess, sys, urllib.request
found = json.loads(subprocess.check_output(["tokenboard", "token", "Sales service", "--json"]))
with urllib.request.urlopen(urllib.request.Request(sys.argv[1], headers=found["headers"])) as response:
    print(len(json.load(response)))
`;
    expect(await program(dataFolder(), 'python3', ['-c', script, `${service.origin}/data`])).toBe('2\n');
  });

  it('tells why there is none after one question to the app', async () => {
    const before = sessions;
    const failed = program(dataFolder(), 'tokenboard', ['token', 'Sales service', '--min-valid', '3d']);
    await expect(failed).rejects.toMatchObject({
      code: 9,
      stdout: '',
      stderr: expect.stringMatching(/^tokenboard: .*\n$/),
    });
    expect(sessions - before).toBe(1);
  });
});

describe('commands without a running app', () => {
  it('renew a token once, however many start at the same time', async () => {
    const dataFolder = join(folder, 'closed');
    await (await prepare(dataFolder, 1)).stop();
    const before = service.asked('/token').length;
    const tokens = await Promise.all(
      Array.from({ length: 3 }, () =>
        program(dataFolder, 'tokenboard', ['token', 'Sales service', '--min-valid', '10m']),
      ),
    );
    expect(new Set(tokens).size).toBe(1);
    expect(service.valid).toContain(tokens[0]?.trim());
    expect(service.asked('/token').length - before).toBe(1);
  }, 60_000);

  it('end with a code that says what is wrong', async () => {
    const failed = program(join(folder, 'empty'), 'tokenboard', ['token', 'nothing']);
    await expect(failed).rejects.toMatchObject({ code: 3, stdout: '' });
  });

  it('say that feeds are read only while an app or a server runs', async () => {
    const dataFolder = join(folder, 'feeds');
    const app = await prepare(dataFolder, 3600);
    await app.get('resources.save', { resource: resourceAt(service, { name: 'Orders' }), secrets: {} });
    await app.stop();
    const { stderr } = await programOutput(dataFolder, 'tokenboard', ['feeds', 'publish', 'Orders']);
    expect(stderr).toContain('“tokenboard feeds on” turns it on.');
    const on = await programOutput(dataFolder, 'tokenboard', ['feeds', 'on']);
    expect(on.stderr).toContain('only while Tokenboard or “tokenboard serve” runs');
    const off = await programOutput(dataFolder, 'tokenboard', ['feeds', 'off']);
    expect(off.stderr).not.toContain('tokenboard serve');
  }, 60_000);
});
