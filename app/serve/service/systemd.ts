import { posix } from 'node:path';
import { message } from '../../shared/messages/message.ts';
import { credentialName } from '../key-source.ts';
import { exitCodes, StartProblem } from '../start-problem.ts';
import { run, type Service, type ServiceFacts, tryToRun } from './service.ts';

const unitName = 'tokenboard.service';
const systemKeyFile = '/etc/tokenboard/key';
const stateParent = '/var/lib';
const systemFolder = `${stateParent}/tokenboard`;

/**
 * A unit of the system, which runs as a user of its own, or one of the user (systemd.unit(5)). Throws StartProblem
 * `usage` for a data folder that the unit's own user could not own.
 */
export function systemdService(facts: ServiceFacts, scope: 'system' | 'user'): Service {
  const isSystem = scope === 'system';
  const folder = isSystem ? '/etc/systemd/system' : posix.join(facts.home, '.config/systemd/user');
  const path = posix.join(folder, unitName);
  const control = isSystem ? ['systemctl'] : ['systemctl', '--user'];
  const keyFile = facts.keyFile ?? (isSystem ? systemKeyFile : undefined);
  const content = unit({ ...facts, keyFile }, isSystem);
  return {
    install: [
      ...(keyFile === undefined ? [] : [{ do: 'create_key' as const, path: keyFile }]),
      { do: 'write', path, content, encoding: 'utf8' },
      run(...control, 'daemon-reload'),
      run(...control, 'enable', '--now', unitName),
    ],
    uninstall: [
      tryToRun(...control, 'disable', '--now', unitName),
      { do: 'remove', path },
      run(...control, 'daemon-reload'),
    ],
  };
}

/** Starting again would not correct these. */
const lastingCodes = [exitCodes.usage, exitCodes.key, exitCodes.folder].join(' ');

/** For both. Node compiles code while it runs, so `MemoryDenyWriteExecute` is impossible. */
const hardened = [
  'NoNewPrivileges=yes',
  'UMask=0077',
  'ProtectSystem=strict',
  'PrivateTmp=yes',
  'ProtectControlGroups=yes',
  'ProtectKernelTunables=yes',
  'RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK',
  'RestrictNamespaces=yes',
  'RestrictRealtime=yes',
  'RestrictSUIDSGID=yes',
  'LockPersonality=yes',
  'SystemCallArchitectures=native',
  'SystemCallFilter=@system-service',
];

const hardenedSystem = [
  'DynamicUser=yes',
  'StateDirectoryMode=0700',
  'CapabilityBoundingSet=',
  'PrivateDevices=yes',
  'ProtectClock=yes',
  'ProtectHostname=yes',
  'ProtectKernelLogs=yes',
  'ProtectKernelModules=yes',
  'ProtectProc=invisible',
];

function unit({ program, flags, dataFolder, keyFile, home }: ServiceFacts, isSystem: boolean): string {
  const data = dataFolder ?? (isSystem ? systemFolder : posix.join(home, '.config/Tokenboard'));
  const needsHome = program.some((part) => /^\/(?:home|root)\//.test(part));
  const key = keyFile === undefined ? [] : keyLines(keyFile, isSystem);
  return `${[
    '[Unit]',
    'Description=Tokenboard',
    'Wants=network-online.target',
    'After=network-online.target',
    '',
    '[Service]',
    'Type=exec',
    `ExecStart=${[...program, ...flags].map((part) => quoted(part)).join(' ')}`,
    `Environment=${quoted(`TOKENBOARD_DATA=${data}`, false)}`,
    ...key,
    'Restart=on-failure',
    'RestartSec=5',
    `RestartPreventExitStatus=${lastingCodes}`,
    'TimeoutStopSec=20',
    '',
    ...hardened,
    ...(isSystem
      ? [...hardenedSystem, `StateDirectory=${stateDirectory(data)}`, `ProtectHome=${needsHome ? 'read-only' : 'yes'}`]
      : ['PrivateUsers=yes', `ReadWritePaths=${quoted(data, false)}`]),
    '',
    '[Install]',
    `WantedBy=${isSystem ? 'multi-user.target' : 'default.target'}`,
  ].join('\n')}\n`;
}

/**
 * The folder for `StateDirectory=`, which systemd creates and gives to the unit's user: only below `/var/lib`
 * (systemd.exec(5)). That user exists only while the unit runs (`DynamicUser=`), so it can own no other folder.
 */
function stateDirectory(folder: string): string {
  const name = posix.relative(stateParent, folder);
  if (!/^\w[\w.-]*(?:\/\w[\w.-]*)*$/.test(name) || name === 'private')
    throw new StartProblem('usage', message('service.data', { folder }));
  return name;
}

/** Older managers of users have no credentials, and there the user owns both the file and the process. */
const keyLines = (keyFile: string, isSystem: boolean): string[] =>
  isSystem
    ? [`LoadCredential=${credentialName}:${keyFile.replaceAll('%', '%%')}`]
    : [`Environment=${quoted(`TOKENBOARD_KEY_FILE=${keyFile}`, false)}`];

/** systemd.syntax(7) and, for `$` in a command, systemd.service(5), "Command lines". */
function quoted(text: string, isCommand = true): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%');
  return `"${isCommand ? escaped.replaceAll('$', '$$$$') : escaped}"`;
}
