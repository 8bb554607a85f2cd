import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type InstallRequest, installService } from '../../../../app/serve/service/install-service.ts';
import { launchdService } from '../../../../app/serve/service/launchd.ts';
import type { Service, ServiceFacts } from '../../../../app/serve/service/service.ts';
import { systemdService } from '../../../../app/serve/service/systemd.ts';
import { windowsService } from '../../../../app/serve/service/windows.ts';
import type { Message } from '../../../../app/shared/messages/message.ts';

const facts: ServiceFacts = {
  program: [process.execPath, '/opt/token board/dist/app/serve.js'],
  flags: ['--port', '9000', '--host', '100%$HOME"<&>'],
  dataFolder: undefined,
  keyFile: undefined,
  home: '/home/ada',
  uid: 501,
};
const contentOf = ({ install }: Service): string =>
  install.flatMap((step) => (step.do === 'write' ? [step.content] : [])).join();
const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tokenboard-service-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

describe('a unit of systemd', () => {
  it('of the system has a user, a state folder and a key of its own, and no rights', () => {
    const service = systemdService(facts, 'system');
    expect(service.install[0]).toEqual({ do: 'create_key', path: '/etc/tokenboard/key' });
    for (const line of [
      'DynamicUser=yes',
      'NoNewPrivileges=yes',
      'ProtectSystem=strict',
      'StateDirectory=tokenboard',
      'LoadCredential=tokenboard-key:/etc/tokenboard/key',
      'CapabilityBoundingSet=',
      'RestartPreventExitStatus=2 7 8',
    ])
      expect(contentOf(service).split('\n')).toContain(line);
  });

  it('quotes what systemd would read as a specifier or a variable', () => {
    expect(contentOf(systemdService(facts, 'system'))).toContain(
      '"/opt/token board/dist/app/serve.js" "--port" "9000" "--host" "100%%$$HOME\\"<&>"\n',
    );
  });

  it.each([
    [undefined, 'tokenboard', '/var/lib/tokenboard'],
    ['/var/lib/boards', 'boards', '/var/lib/boards'],
    ['/var/lib/boards/sales.eu', 'boards/sales.eu', '/var/lib/boards/sales.eu'],
    ['/var/lib/boards/../other/', 'other', '/var/lib/boards/../other/'],
  ])('of the system with the data folder %s owns it', (dataFolder, state, data) => {
    const lines = contentOf(systemdService({ ...facts, dataFolder }, 'system')).split('\n');
    expect(lines.filter((line) => /^(?:StateDirectory|ReadWritePaths)=/.test(line))).toEqual([
      `StateDirectory=${state}`,
    ]);
    expect(lines).toContain(`Environment="TOKENBOARD_DATA=${data}"`);
  });

  it.each([
    '/srv/tokenboard',
    '/var/lib',
    '/var/lib/private',
    '/var/lib/../log/a',
    'data',
    '/var/lib/a b',
    '/var/lib/%h',
  ])('of the system refuses the data folder %s, which its user cannot own', (dataFolder) => {
    expect(() => systemdService({ ...facts, dataFolder }, 'system')).toThrow('/var/lib');
    // A unit of the user runs as the user, who owns it.
    expect(contentOf(systemdService({ ...facts, dataFolder }, 'user'))).toContain('ReadWritePaths=');
  });

  it('of the user has the user’s own data', () => {
    const service = systemdService({ ...facts, keyFile: '/home/ada/key' }, 'user');
    expect(contentOf(service)).toContain('Environment="TOKENBOARD_DATA=/home/ada/.config/Tokenboard"\n');
    expect(contentOf(service)).toContain('Environment="TOKENBOARD_KEY_FILE=/home/ada/key"\n');
    expect(service.install.at(-1)).toMatchObject({
      command: ['systemctl', '--user', 'enable', '--now', 'tokenboard.service'],
    });
  });

  it('passes the check of systemd', ({ skip }) => {
    if (spawnSync('systemd-analyze', ['--version']).status !== 0) skip('systemd-analyze is not installed');
    const path = join(temporaryFolder(), 'tokenboard.service');
    for (const [scope, dataFolder] of [
      ['system', undefined],
      ['system', '/var/lib/boards/sales'],
      ['user', undefined],
      ['user', '/srv/board data'],
    ] as const) {
      const service = systemdService({ ...facts, flags: ['--port', '9000'], keyFile: '/etc/key', dataFolder }, scope);
      // The check looks for the program.
      writeFileSync(path, contentOf(service));
      const args = [...(scope === 'user' ? ['--user'] : []), 'verify', '--man=no', path];
      const { status, stderr, stdout } = spawnSync('systemd-analyze', args, {
        encoding: 'utf8',
        // The manager of a user needs one.
        env: { ...process.env, XDG_RUNTIME_DIR: dirname(path) },
      });
      const ours = `${stdout}${stderr}`.split('\n').filter((line) => line.includes('tokenboard.service'));
      expect([scope, status, ours]).toEqual([scope, 0, []]);
    }
  });
});

it('an agent of launchd keeps its texts, and starts again only after a failure', () => {
  const service = launchdService({ ...facts, keyFile: '/Users/ada/key' });
  const content = contentOf(service);
  expect(XMLValidator.validate(content)).toBe(true);
  expect(content).toContain('<string>100%$HOME"&lt;&amp;&gt;</string>');
  expect(content).toMatch(/<key>SuccessfulExit<\/key>\s*<false\/>/);
  expect(content).toContain('<key>TOKENBOARD_KEY_FILE</key>');
  expect(service.install.at(-1)).toMatchObject({ command: ['launchctl', 'bootstrap', 'gui/501', expect.any(String)] });
});

it('a task of Windows has quoted arguments, no time limit and least privilege', () => {
  const service = windowsService({
    ...facts,
    program: ['C:\\Program Files\\nodejs\\node.exe', 'C:\\Token board\\serve.js'],
    flags: ['--host', 'a "b"', '--port', '9000'],
    dataFolder: 'C:\\My data\\',
    home: 'C:\\Users\\ada',
  });
  const content = contentOf(service);
  expect(content.startsWith('\uFEFF')).toBe(true);
  expect(XMLValidator.validate(content.slice(1))).toBe(true);
  expect(content).toContain(
    '<Arguments>"C:\\Token board\\serve.js" --host "a \\"b\\"" --port 9000 --data "C:\\My data\\\\"</Arguments>',
  );
  expect(content).toContain('<ExecutionTimeLimit>PT0S</ExecutionTimeLimit>');
  expect(content).toContain('<RunLevel>LeastPrivilege</RunLevel>');
});

describe('install-service', () => {
  const request = (more: Partial<InstallRequest>): InstallRequest & { told: Message[]; shown: string[] } => {
    const told: Message[] = [];
    const shown: string[] = [];
    return {
      args: [],
      program: facts.program,
      platform: 'linux',
      home: '/nowhere',
      uid: 1,
      tell: (text) => void told.push(text),
      show: (content) => void shown.push(content),
      told,
      shown,
      ...more,
    };
  };

  it('says all it would do, and does nothing with --dry-run', async () => {
    const dry = request({ args: ['--dry-run', '--key-file', '/nowhere/key', '--host', 'a', '--host', 'b'] });
    await installService(dry);
    expect(dry.told.map(({ id }) => id)).toEqual([
      'service.createKey',
      'service.write',
      'service.run',
      'service.run',
      'service.nothingDone',
    ]);
    expect(dry.shown.join()).toContain('"--host" "a" "--host" "b"');
  });

  it('refuses flags that the service would refuse', async () => {
    await expect(installService(request({ args: ['--port', '1'] }))).rejects.toThrow('--port');
    await expect(installService(request({ args: ['--prot'] }))).rejects.toThrow('--prot');
  });

  it('creates a key for the owner alone, once, and names the step that fails [39]', async () => {
    const home = temporaryFolder();
    const keyFile = join(home, 'keys', 'key');
    const failing = request({ home, platform: 'darwin', args: ['--key-file', keyFile] });
    const keys = [];
    for (let time = 0; time < 2; time += 1) {
      await expect(installService(failing)).rejects.toThrow('launchctl');
      keys.push(readFileSync(keyFile, 'utf8'));
    }
    expect(keys[0]).toMatch(/^[\w-]{43}\n$/);
    expect(keys[1]).toBe(keys[0]);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  });
});
