// Loads little: a command that prints a token begins here.
import { lstatSync, realpathSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type InstanceHolder, readHolder } from './instance-holder.ts';

/** Also the holder's own address: its folder for temporary files may differ. */
export const addressesOf = (address: string, holder: InstanceHolder | undefined): Set<string> =>
  new Set([address, holder?.hostname === hostname() ? holder.address : address]);

/** Where the instance of this folder listens, the likeliest address first. The folder need not exist. */
export function addressesOfInstance(folder: string): string[] {
  try {
    const dataFolder = realpathSync.native(folder);
    const address = instanceAddress(dataFolder, process.platform);
    if (process.platform === 'win32' || dirname(address) === dataFolder) return [address];
    // Read only here: it costs time, and only a long path needs it.
    return [...addressesOf(address, readHolder(join(dataFolder, 'instance.lock')))].filter(isOwnSocket);
  } catch {
    return [];
  }
}

/** Everyone may write to the folder for temporary files: another user could respond in the app's place. */
function isOwnSocket(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.uid === ownUid();
}

/** A socket's path has about 100 bytes (sun_path), so a deep data folder uses a socket among the temporary files. */
export function instanceAddress(dataFolder: string, platform: NodeJS.Platform): string {
  const path = join(dataFolder, 'instance.socket');
  if (platform !== 'win32' && Buffer.byteLength(path) <= 96) return path;
  // Loaded only here: it would take a tenth of the time of a command that prints a token.
  const { createHash } = process.getBuiltinModule('node:crypto');
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 24);
  if (platform === 'win32') return `\\\\.\\pipe\\tokenboard-${name}`;
  return join(tmpdir(), `tokenboard-${ownUid()}`, `${name}.socket`);
}

/** An account need not have a name: in containers it often has none. */
export const ownUid = (): number => process.getuid?.() ?? 0;
