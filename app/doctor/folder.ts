import { randomUUID } from 'node:crypto';
import {
  accessSync,
  constants,
  lstatSync,
  readdirSync,
  realpathSync,
  rmSync,
  type Stats,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { instanceAddress } from '../platform/instance-address.ts';
import { unusableFolder } from '../process/data-folder.ts';
import { shellQuoted } from '../shared/feed/recipes/quote.ts';
import type { Patient } from './facts.ts';
import { type Finding, findingsOf, doctorMessage as message } from './finding.ts';

const { ok, warning, failure } = findingsOf('folder');

/** In bytes. Below the first, the next write may fail; below the second, soon. */
const leastFree = 2 ** 20;
const littleFree = 100 * 2 ** 20;

/** What was found in the folder. `isThere`: other checks can look into it. */
export interface FolderLook {
  findings: Finding[];
  isThere: boolean;
  /** Epoch ms: the time of the folder's server. `undefined`: nothing could be written. */
  writtenAt: number | undefined;
}

/** Looks at the data folder, and writes and removes a file in it. Creates no folder. */
export async function examineFolder({ dataFolder, uid, platform }: Patient): Promise<FolderLook> {
  let folder: string;
  let facts: Stats;
  try {
    folder = realpathSync.native(dataFolder);
    facts = statSync(folder);
    if (!facts.isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
    readdirSync(folder);
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const findings = isMissing ? [missingFolder(dataFolder)] : [unusable(dataFolder, error)];
    return { findings, isThere: false, writtenAt: undefined };
  }
  const probe = tryToWrite(folder);
  return {
    findings: [
      probe.error === undefined
        ? ok('writable', message('doctor.folder.writable', { folder }))
        : unusable(folder, probe.error),
      ...(platform === 'win32' ? [] : [...ownerOf(facts, folder, uid), ...modesOf(facts, folder, probe.mode)]),
      ...spaceOf(folder),
      ...(await placeOf(folder, platform)),
      ...leftoversOf(folder),
    ],
    isThere: true,
    writtenAt: probe.writtenAt,
  };
}

/** The first start creates it, if the folder above it allows that. */
function missingFolder(dataFolder: string): Finding {
  let above = dirname(dataFolder);
  while (lstatSync(above, { throwIfNoEntry: false }) === undefined && dirname(above) !== above) above = dirname(above);
  try {
    accessSync(above, constants.W_OK | constants.X_OK);
    return ok('missing', message('doctor.folder.missing', { folder: dataFolder }));
  } catch (error) {
    return unusable(dataFolder, error);
  }
}

const unusable = (folder: string, error: unknown): Finding =>
  failure('unusable', unusableFolder(folder, error).text, message('doctor.folder.unusable.advice'));

function tryToWrite(folder: string): { error?: unknown; mode?: number; writtenAt?: number } {
  const path = join(folder, `probe-${randomUUID()}.tmp`);
  try {
    // Not empty, because an empty file fits even on a full disk.
    writeFileSync(path, Buffer.alloc(4096), { flag: 'wx', mode: 0o600 });
    const { mode, mtimeMs } = statSync(path);
    return { mode, writtenAt: mtimeMs };
  } catch (error) {
    return { error };
  } finally {
    rmSync(path, { force: true });
  }
}

function ownerOf(facts: Stats, folder: string, uid: number | undefined): Finding[] {
  if (uid === undefined || facts.uid === uid) return [];
  return [warning('owner', message('doctor.folder.owner', { folder }), message('doctor.folder.owner.advice'))];
}

function modesOf(facts: Stats, folder: string, probeMode: number | undefined): Finding[] {
  if (probeMode !== undefined && (probeMode & 0o077) !== 0)
    return [warning('modes', message('doctor.folder.noModes'), message('doctor.folder.noModes.advice'))];
  const command = `chmod -R go= ${shellQuoted(folder)}`;
  if ((facts.mode & 0o022) !== 0)
    return [failure('modes', message('doctor.folder.othersWrite'), message('doctor.folder.modes.advice', { command }))];
  const open = openFiles(folder);
  if (open.length > 0)
    return [
      warning(
        'modes',
        message('doctor.folder.othersReadFiles', { count: open.length, file: open[0] ?? '' }),
        message('doctor.folder.modes.advice', { command }),
      ),
    ];
  if ((facts.mode & 0o055) !== 0)
    return [warning('modes', message('doctor.folder.othersRead'), message('doctor.folder.modes.advice', { command }))];
  return [ok('modes', message('doctor.folder.modes'))];
}

/** Files of the app that others may read, also in the vault. */
function openFiles(folder: string): string[] {
  return ['', 'vault'].flatMap((below) => {
    try {
      return readdirSync(join(folder, below), { withFileTypes: true })
        .filter((entry) => entry.isFile() && (lstatSync(join(folder, below, entry.name)).mode & 0o077) !== 0)
        .map(({ name }) => join(below, name));
    } catch {
      return [];
    }
  });
}

function spaceOf(folder: string): Finding[] {
  try {
    const { bavail, bsize } = statfsSync(folder);
    const free = bavail * bsize;
    const size = Math.floor(free / 2 ** 20);
    if (free < leastFree)
      return [failure('space', message('doctor.folder.full'), message('doctor.folder.space.advice'))];
    if (free < littleFree)
      return [warning('space', message('doctor.folder.little', { size }), message('doctor.folder.space.advice'))];
    return [ok('space', message('doctor.folder.space', { size }))];
  } catch {
    return [];
  }
}

/** File systems of a network, by their numbers in `statfs(2)` on Linux. */
const networkFileSystems: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0x01021997, '9P'],
  [0x65735546, 'FUSE'],
  [0x786f4256, 'VirtualBox'],
  [0x5346414f, 'AFS'],
  [0x00c36400, 'Ceph'],
]);

/** The name of a file system whose locks other computers may not see. `undefined`: a local one. */
export function networkFileSystem(folder: string, type: number, platform: NodeJS.Platform): string | undefined {
  if (platform === 'win32') return folder.startsWith('\\\\') ? 'SMB' : undefined;
  return platform === 'linux' ? networkFileSystems.get(type >>> 0) : undefined;
}

/** Whether other starts can find the app, and whether other computers can reach the folder. */
async function placeOf(folder: string, platform: NodeJS.Platform): Promise<Finding[]> {
  const findings: Finding[] = [];
  const name = networkFileSystem(folder, statfsSync(folder).type, platform);
  if (name !== undefined)
    findings.push(
      warning('place', message('doctor.folder.network', { name }), message('doctor.folder.network.advice')),
    );
  const address = instanceAddress(folder, platform);
  if (platform !== 'win32' && dirname(address) === folder) {
    const error = await tryToListen(join(folder, `probe-${randomUUID().slice(0, 8)}.tmp`));
    if (error !== undefined)
      findings.push(
        failure('socket', message('doctor.folder.socket', { code: error }), message('doctor.folder.socket.advice')),
      );
  }
  return findings;
}

/** The system's code if no socket can be there: shared folders of virtual machines and some FUSE systems have none. */
const tryToListen = (path: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(ignored.has(error.code ?? '') ? undefined : (error.code ?? '')),
    );
    server.listen(path, () => server.close(() => resolve(undefined)));
  });
/** Told by other checks. */
const ignored: ReadonlySet<string> = new Set(['EACCES', 'EROFS', 'ENOSPC', 'EDQUOT', 'EPERM']);

/** What killed writes left, and what earlier starts put aside. */
function leftoversOf(folder: string): Finding[] {
  const names = ['', 'vault'].flatMap((below) => {
    try {
      return readdirSync(join(folder, below)).map((name) => join(below, name));
    } catch {
      return [];
    }
  });
  const temporary = names.filter((name) => /\.tmp-|\.next\.json|(?:^|[\\/])probe-[^\\/]*\.tmp$/.test(name));
  const aside = names.filter((name) => /\.corrupt-|set-aside-|key\.replaced-/.test(name));
  const count = temporary.length;
  return [
    ...(count === 0 ? [] : [ok('leftovers', message('doctor.folder.leftovers', { count }))]),
    ...(aside.length === 0
      ? []
      : [
          warning(
            'aside',
            message('doctor.folder.aside', { count: aside.length, file: aside[0] ?? '' }),
            message('doctor.folder.aside.advice'),
          ),
        ]),
  ];
}
