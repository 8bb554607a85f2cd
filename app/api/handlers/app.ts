import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { cookiesName } from '../../connections/login-cookies.ts';
import type { Core, Files } from '../../core.ts';
import { networkOwner } from '../../network/network.ts';
import type { Platform } from '../../platform/platform.ts';
import { licenceSchema } from '../../shared/contract/app.ts';
import { RequestError } from '../../shared/errors.ts';
import type { Handlers, OpenedCore } from './handlers.ts';

export interface AppHandlersDeps {
  platform: Platform;
  version: string;
  dataFolder: string;
  /** Written by the build: the packages that it holds. */
  licencesFile: string;
  files(): Files;
  opened: OpenedCore;
}

type AppCalls =
  | `app.${'info' | 'dismissNotice' | 'openLink' | 'licences'}`
  | `preferences.${'read' | 'save'}`
  | `vault.${'useKey' | 'reset'}`
  | 'secrets.reveal'
  | 'presets.list';

/** A keychain that asks the user for a password must not hold the window back. */
const vaultPatienceMs = 300;

export const appHandlers = ({
  platform,
  version,
  dataFolder,
  licencesFile,
  files,
  opened,
}: AppHandlersDeps): Handlers<AppCalls> => ({
  'app.info': async () => {
    const vault = await Promise.race([opened().then((core) => core.vault.status()), later()]);
    return {
      version,
      platform: platform.kind,
      platformDescription: platform.description,
      operatingSystem: process.platform,
      region: platform.region(),
      dataFolder,
      notices: files().notices.list(),
      vault,
    };
  },
  'app.dismissNotice': ({ id }) => {
    files().notices.dismiss(id);
    return {};
  },
  'app.openLink': async ({ url }) => {
    // Row 7. The host checks again.
    if (!/^https?:\/\//i.test(url)) throw new RequestError('input.invalid', 'Only web addresses can be opened.');
    await platform.openInSystemBrowser(url);
    return {};
  },
  'app.licences': async () => z.array(licenceSchema).parse(JSON.parse(await readFile(licencesFile, 'utf8'))),
  'preferences.read': () => files().preferences.read(),
  'preferences.save': (changed) => {
    const { preferences } = files();
    const given = Object.entries(changed).filter(([, value]) => value !== undefined);
    preferences.save({ ...preferences.read(), ...Object.fromEntries(given) });
    return preferences.read();
  },
  'vault.useKey': async ({ passphrase }) => {
    const core = await opened();
    const status = await core.vault.useKey(passphrase);
    tellAll(core);
    return status;
  },
  'vault.reset': async () => {
    const core = await opened();
    const status = await core.vault.reset();
    tellAll(core);
    return status;
  },
  'secrets.reveal': async ({ owner, name }) => {
    const core = await opened();
    // The proxy's password is for the proxy alone (row 37).
    if (owner === networkOwner) throw new RequestError('input.no_secret', 'This secret is not stored.');
    // One value at a time (row 35): the whole set of tokens is none, and whose login it is is not shown at all.
    const stored = name === 'tokenSet' || name === cookiesName ? undefined : core.vault.read(owner, name);
    const value = revealed(name, () => core.tokens.peek(owner)) ?? stored;
    if (value === undefined) throw new RequestError('input.no_secret', 'This secret is not stored.');
    return { value };
  },
  'presets.list': () => [...files().presets],
});

/** Every connection may stand otherwise now. */
function tellAll({ changes, connections, tokens }: Core): void {
  changes.connections(connections.list().map((connection) => connection.id));
  tokens.keepFresh.changedAll();
}

/** The parts of a token set have names of their own: nobody wants the whole of it. */
function revealed(
  name: string,
  tokenSet: () =>
    | { accessToken: string; refreshToken?: string | undefined; tokenSecret?: string | undefined }
    | undefined,
): string | undefined {
  if (name === 'accessToken' || name === 'refreshToken' || name === 'tokenSecret') return tokenSet()?.[name];
  return undefined;
}

const later = () =>
  new Promise<{ status: 'opening' }>((resolve) => setTimeout(() => resolve({ status: 'opening' }), vaultPatienceMs));
