import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type ChangeVaultKeyDeps, resetVault, useVaultKey } from '../../connections/change-vault-key.ts';
import { type RevealSecretDeps, revealSecret } from '../../connections/reveal-secret.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Presets } from '../../presets/presets.ts';
import type { Settings } from '../../settings/settings.ts';
import { licenceSchema, type Preferences } from '../../shared/contract/app.ts';
import { RequestError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import type { Vault } from '../../vault/vault.ts';
import { applyLanguage } from '../language.ts';
import type { Notices } from '../notices.ts';
import { changePreferences } from '../preferences-file.ts';
import type { Handlers, Opened } from './handlers.ts';

export interface AppHandlersDeps {
  connections: ChangeVaultKeyDeps['connections'];
  vault: Pick<Vault, 'status' | 'useKey' | 'reset' | 'read'>;
  tokens: RevealSecretDeps['tokens'];
  changedAll: ChangeVaultKeyDeps['changedAll'];
  changes: ChangeVaultKeyDeps['changes'];
}

/** What is available before the keychain responds. */
export interface AppFacts {
  platform: Pick<Platform, 'kind' | 'description' | 'region' | 'languages' | 'languageChanged' | 'openInSystemBrowser'>;
  version: string;
  dataFolder: string;
  /** Written by the build: the packages in the app. */
  licencesFile: string;
  files(): { preferences: Settings<Preferences>; presets: Presets; notices: Omit<Notices, 'add'> };
}

type AppCalls =
  | `app.${'info' | 'dismissNotice' | 'openLink' | 'licences'}`
  | `preferences.${'read' | 'save'}`
  | `vault.${'useKey' | 'reset'}`
  | 'secrets.reveal'
  | `presets.${'list' | 'read'}`;

/** A keychain that asks the user for a password must not delay the window. */
const vaultPatienceMs = 300;

export const appHandlers = (
  opened: Opened<AppHandlersDeps>,
  { platform, version, dataFolder, licencesFile, files }: AppFacts,
): Handlers<AppCalls> => ({
  'app.info': async () => {
    const vault = await Promise.race([opened().then((deps) => deps.vault.status()), later()]);
    return {
      version,
      platform: platform.kind,
      platformDescription: platform.description,
      operatingSystem: process.platform,
      region: platform.region(),
      languages: platform.languages(),
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
    // Row 7. The platform checks again.
    if (!/^https?:\/\//i.test(url)) throw new RequestError('input.invalid', message('calls.notWeb'));
    await platform.openInSystemBrowser(url);
    return {};
  },
  'app.licences': async () => z.array(licenceSchema).parse(JSON.parse(await readFile(licencesFile, 'utf8'))),
  'preferences.read': () => files().preferences.read(),
  'preferences.save': async (changed) => {
    const preferences = changePreferences(changed, files().preferences);
    if (changed.language !== undefined) await applyLanguage(preferences, platform);
    return preferences;
  },
  'vault.useKey': async ({ passphrase }) => useVaultKey(passphrase, await opened()),
  'vault.reset': async () => resetVault(await opened()),
  'secrets.reveal': async ({ owner, name }) => ({ value: revealSecret(owner, name, await opened()) }),
  'presets.list': () => [...files().presets.list()],
  'presets.read': ({ id }) => files().presets.find(id) ?? null,
});

const later = () =>
  new Promise<{ status: 'opening' }>((resolve) => setTimeout(() => resolve({ status: 'opening' }), vaultPatienceMs));
