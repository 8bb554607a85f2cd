import type { ConnectionStore } from '../connections/store.ts';
import type { Tokens } from '../connections/tokens.ts';
import type { Redactor } from '../console/mask/redact.ts';
import type { HttpClient } from '../http/client.ts';
import type { Platform } from '../platform/platform.ts';
import type { SettingsFolder } from '../settings/settings.ts';
import type { Preferences } from '../shared/contract/contract.ts';
import type { ErrorReport } from '../shared/errors.ts';
import type { PeakaLink, PeakaLinkView } from '../shared/peaka/link.ts';
import type { Vault } from '../vault/vault.ts';
import { createPeakaAccounts, type PeakaAccounts } from './accounts.ts';
import { createPeakaClient } from './client.ts';
import { createPeakaDirectory, type PeakaDirectory } from './directory.ts';
import { createPeakaForms, type PeakaForms } from './forms.ts';
import type { PeakaHandOver } from './hand-over.ts';
import { createHandOverParts, type HandOverParts } from './hand-over-parts.ts';
import { createPeakaLinks, type PeakaLinks } from './links.ts';
import { createPeakaLogins, type PeakaLogins } from './logins.ts';
import { openPeakaAccounts, openPeakaLinks } from './peaka-file.ts';
import { knownCredential, linkSecretNames } from './values.ts';

/** Everything about Peaka. Each part has its own module. */
export interface Peaka {
  accounts: PeakaAccounts;
  directory: PeakaDirectory;
  links: PeakaLinks;
  handOver: PeakaHandOver;
  logins: PeakaLogins;
  forms: PeakaForms;
  view(linkId: string): PeakaLinkView;
  forget: HandOverParts['forget'];
  /** See `TokensDeps`. */
  renewedElsewhere: HandOverParts['renewedElsewhere'];
  onStored: HandOverParts['onStored'];
  /** Sends the updates that Peaka has not received yet. */
  start(): void;
  /** The computer woke up, or the network is back. */
  woke(): void;
  /** The vault was unlocked, or the practice service runs. */
  changedAll(): void;
  close(): void;
}

export interface PeakaDeps {
  settings: SettingsFolder;
  vault: Vault;
  http: HttpClient;
  platform: Platform;
  practice: {
    current(): string | undefined;
    ensure(): Promise<string>;
    /** `peaka`: the keys of its practice Peaka. */
    start(): Promise<{ origin: string; peaka: { partnerKey: string; projectKey: string } }>;
  };
  connections: ConnectionStore;
  tokens: Tokens;
  preferences(): Preferences;
  /** Accounts, links or a login changed. */
  onChange(): void;
  now(): number;
  /** Masks secrets in a service's words before they are stored. */
  redactor: Pick<Redactor, 'serviceMessage'>;
}

/** Assembles the parts. */
export function createPeaka(deps: PeakaDeps): Peaka {
  const { settings, vault, http, platform, practice, preferences, redactor, onChange, now } = deps;
  const client = createPeakaClient({ http, now });
  const accounts = createPeakaAccounts({
    settings: openPeakaAccounts(settings),
    vault,
    client,
    practice,
    onChange,
    now,
  });
  const links = createPeakaLinks(openPeakaLinks(settings), vault, () => {
    onChange();
    parts.linksChanged();
    logins.linksChanged();
  });
  // What a PUT with a client does to a login through Peaka is not documented, so a rename does not send one.
  const credentialOf = (link: PeakaLink) => (link.way === 'form' ? knownCredential(link, vault) : undefined);
  const directory = createPeakaDirectory({ client, accounts, links, credentialOf, now });
  const view = (linkId: string): PeakaLinkView => {
    const link = links.get(linkId);
    return { link, secrets: linkSecretNames(link, vault), login: logins.state(linkId) };
  };
  const storedError = ({ serviceMessage, ...error }: ErrorReport): ErrorReport =>
    serviceMessage === undefined ? error : { ...error, serviceMessage: redactor.serviceMessage(serviceMessage) };
  const forms = createPeakaForms({
    client,
    accounts,
    directory,
    links,
    vault,
    alone: (linkId, work) => updates.alone(linkId, work),
    storedError,
    view,
    now,
  });
  const logins = createPeakaLogins({
    client,
    accounts,
    directory,
    links,
    vault,
    http,
    platform,
    loginTimeoutMs: () => preferences().loginTimeoutSeconds * 1000,
    storedError,
    view,
    onChange,
    now,
  });
  const parts = createHandOverParts({
    ...deps,
    accounts,
    directory,
    client,
    links,
    storedError,
    view,
    random: Math.random,
  });
  const { handOver, updates } = parts;
  return {
    links,
    accounts: {
      ...accounts,
      save: (account, apiKey) => {
        const saved = accounts.save(account, apiKey);
        updates.accountChanged(account.id);
        return saved;
      },
    },
    directory: {
      ...directory,
      // In turn with the updates: an older value must not overwrite a newer one.
      rename: async (accountId, projectId, connectionId, name) => {
        const link = links.list().find((each) => each.accountId === accountId && each.peakaId === connectionId);
        const rename = () => directory.rename(accountId, projectId, connectionId, name);
        if (link === undefined) await rename();
        else if (link.way === 'hand_over') await handOver.rename(link.id, name);
        else await updates.alone(link.id, rename);
      },
    },
    handOver,
    logins,
    forms,
    view,
    forget: parts.forget,
    renewedElsewhere: parts.renewedElsewhere,
    onStored: parts.onStored,
    start: parts.start,
    woke: updates.woke,
    changedAll: updates.changedAll,
    close: () => {
      updates.close();
      logins.close();
    },
  };
}
