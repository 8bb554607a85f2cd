import type { ConnectionStore } from '../connections/store.ts';
import type { Tokens } from '../connections/tokens.ts';
import type { HttpClient } from '../http/client.ts';
import type { Platform } from '../platform/platform.ts';
import type { SettingsFolder } from '../settings/settings.ts';
import type { Preferences } from '../shared/contract/contract.ts';
import type { PeakaLinkView } from '../shared/peaka/link.ts';
import type { Vault } from '../vault/vault.ts';
import type { PeakaAccounts } from './accounts.ts';
import type { PeakaDirectory } from './directory.ts';
import type { PeakaHandOver } from './hand-over.ts';
import { createPeakaLinks, type PeakaLinks } from './links.ts';
import type { PeakaForms, PeakaLogins } from './logins.ts';
import { openPeakaLinks } from './peaka-file.ts';

/** Everything about Peaka. Each part has its own module. */
export interface Peaka {
  accounts: PeakaAccounts;
  directory: PeakaDirectory;
  links: PeakaLinks;
  handOver: PeakaHandOver;
  logins: PeakaLogins;
  forms: PeakaForms;
  view(linkId: string): PeakaLinkView;
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
}

/** Assembles the parts. */
export function createPeaka({ settings, vault, onChange }: PeakaDeps): Peaka {
  const links = createPeakaLinks(openPeakaLinks(settings), vault, onChange);
  return {
    links,
    accounts: notThere<PeakaAccounts>(),
    directory: notThere<PeakaDirectory>(),
    handOver: notThere<PeakaHandOver>(),
    logins: notThere<PeakaLogins>(),
    forms: notThere<PeakaForms>(),
    view: (linkId) => ({ link: links.get(linkId), secrets: [], login: null }),
    close: () => undefined,
  };
}

/** SPINE: replaced by the helpers. */
const notThere = <Part extends object>(): Part =>
  new Proxy({} as Part, {
    get: (_, name) => () => {
      throw new Error(`Peaka: ${String(name)} is not built yet`);
    },
  });
