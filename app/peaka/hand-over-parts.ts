import type { ConnectionStore } from '../connections/store.ts';
import type { Tokens } from '../connections/tokens.ts';
import type { HttpClient } from '../http/client.ts';
import type { TokenSet } from '../oauth/token-set.ts';
import { type ErrorReport, RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { PeakaLink, PeakaLinkView } from '../shared/peaka/link.ts';
import type { Vault } from '../vault/vault.ts';
import type { PeakaAccounts } from './accounts.ts';
import type { PeakaClient } from './client.ts';
import type { PeakaDirectory } from './directory.ts';
import { createPeakaHandOver, type PeakaHandOver } from './hand-over.ts';
import { createHandOverCredential } from './hand-over-credential.ts';
import { createHandOverTokens } from './hand-over-tokens.ts';
import type { PeakaLinks } from './links.ts';
import { createPeakaUpdates, type PeakaUpdates } from './updates.ts';

/** Hand-over, the queue of its updates, and what they mean for the renewal of the connections here. */
export interface HandOverParts {
  handOver: PeakaHandOver;
  updates: Pick<PeakaUpdates, 'alone' | 'changedAll' | 'accountChanged' | 'woke' | 'close'>;
  /** Settles what the app's end has interrupted, and starts the queue. */
  start(): void;
  /** See `TokensDeps`. */
  renewedElsewhere(connectionId: string): RequestError | undefined;
  onStored(connectionId: string, tokenSet: TokenSet): void;
  /**
   * Removes the link, and changes nothing at Peaka. If Peaka renews the connection's tokens, the refresh token here goes
   * too: its use would end the authorization (RFC 9700 §4.14.2). Rejects with VaultError, SettingsError.
   */
  forget(linkId: string): Promise<void>;
  /** Call after links changed: connections may be renewed here again, or no more. */
  linksChanged(): void;
}

export interface HandOverPartsDeps {
  accounts: Pick<PeakaAccounts, 'access' | 'list'>;
  directory: Pick<PeakaDirectory, 'types'>;
  client: Pick<PeakaClient, 'create' | 'update'>;
  links: PeakaLinks;
  vault: Pick<Vault, 'has' | 'read' | 'write' | 'remove'>;
  connections: Pick<ConnectionStore, 'get' | 'find'>;
  tokens: Pick<
    Tokens,
    'peek' | 'status' | 'usableToken' | 'requestApart' | 'settledToken' | 'dropRefreshToken' | 'renewerChanged'
  >;
  practice: { current(): string | undefined };
  http: Pick<HttpClient, 'exchanges'>;
  /** Masks secrets in Peaka's words, so that the error can be stored. */
  storedError(error: ErrorReport): ErrorReport;
  view(linkId: string): PeakaLinkView;
  /** Epoch ms. */
  now(): number;
  /** 0 to 1. */
  random(): number;
}

export function createHandOverParts(deps: HandOverPartsDeps): HandOverParts {
  const { accounts, links, connections, tokens, practice } = deps;
  /** Nothing to send, or only by starting the practice service, which the user has not asked for. */
  const isAsleep = ({ peakaId, source, accountId }: PeakaLink): boolean => {
    if (peakaId === '' || source === null || connections.find(source) === undefined) return true;
    const account = accounts.list().find(({ peakaAccount }) => peakaAccount.id === accountId);
    return account?.peakaAccount.zone === 'practice' && practice.current() === undefined;
  };
  const updates: PeakaUpdates = createPeakaUpdates({ ...deps, put: (link) => handOver.put(link), isAsleep });
  const handOver = createPeakaHandOver({
    ...deps,
    credential: createHandOverCredential(deps),
    handOverTokens: createHandOverTokens(deps),
    updates,
  });
  const endRenewalThere = (linkId: string): void => {
    try {
      links.change(linkId, { renewal: 'second_login' });
    } catch {
      // A full disk must not make a login fail. The next one tries again.
    }
  };
  const renewedThere = () => new Set(links.list().flatMap((link) => (isRenewedThere(link) ? [link.source] : [])));
  let known = renewedThere();

  return {
    handOver,
    updates,
    start: () => {
      try {
        handOver.recover();
      } catch {
        // A full disk must not stop the queue.
      }
      updates.start();
    },
    renewedElsewhere: (id) =>
      links.ofConnection(id).some(isRenewedThere)
        ? new RequestError('peaka.renews_there', message('peaka.renewsThere'))
        : undefined,
    onStored: (connectionId, { refreshedAt }) => {
      for (const { id, renewal, peakaId } of links.ofConnection(connectionId)) {
        if (renewal === 'update_peaka' && peakaId !== '') updates.queue(id);
        // After a new login, each side has its own tokens.
        if (renewal === 'stop_here' && refreshedAt === undefined) endRenewalThere(id);
      }
    },
    forget: async (linkId) => {
      const link = links.find(linkId);
      if (link?.source && link.peakaId !== '' && isRenewedThere(link) && connections.find(link.source) !== undefined)
        await tokens.dropRefreshToken(link.source);
      links.remove(linkId);
    },
    linksChanged: () => {
      const before = known;
      known = renewedThere();
      for (const id of new Set([...known, ...before]))
        if (id !== null && known.has(id) !== before.has(id)) tokens.renewerChanged(id);
    },
  };
}

const isRenewedThere = ({ renewal }: PeakaLink): boolean => renewal === 'stop_here';
