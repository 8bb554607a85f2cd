import type { ConnectionStore } from '../connections/store.ts';
import type { Tokens } from '../connections/tokens.ts';
import type { HttpClient } from '../http/client.ts';
import { definitionOf, isWithoutLogin, neededSecrets } from '../shared/connection/grants/definitions.ts';
import type { CallRequest, CallResponse } from '../shared/contract/contract.ts';
import { type ErrorReport, RequestError, reportError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { needsLoginForPeaka, type PeakaLink, type PeakaLinkView, type PeakaRenewal } from '../shared/peaka/link.ts';
import type { Vault } from '../vault/vault.ts';
import type { PeakaAccounts } from './accounts.ts';
import type { PeakaClient } from './client.ts';
import type { PeakaDirectory } from './directory.ts';
import { createHandOverCreate } from './hand-over-create.ts';
import type { HandOverCredential } from './hand-over-credential.ts';
import { createHandOverRequests } from './hand-over-requests.ts';
import { type HandOverTokens, nothingToHandOver } from './hand-over-tokens.ts';
import type { PeakaLinks } from './links.ts';
import type { PeakaUpdates } from './updates.ts';
import { lostResult, mayHaveArrived, newUpdate, unknownUpdate } from './updates-failures.ts';
import { knownCredential } from './values.ts';

/** Way 1: gives the values of a connection here to Peaka. Errors: RequestError `peaka.*`, `connection.*`, HttpError. */
export interface PeakaHandOver {
  /** Rejects with RequestError `peaka.nothing_to_hand_over` if the connection has no token, and no login would bring one. */
  plan(request: CallRequest<'peaka.handOverPlan'>): Promise<CallResponse<'peaka.handOverPlan'>>;
  /**
   * Runs a login first if the renewal is `second_login`. The link is stored before the request. It stays as unfinished if
   * Peaka may have created the connection. A second call for the same link waits for the first.
   */
  handOver(request: CallRequest<'peaka.handOver'>): Promise<PeakaLinkView>;
  /**
   * Changes who renews. `second_login` runs a login. If Peaka cannot be reached, the update waits in the queue. Only
   * `stop_here` ends once Peaka has other tokens: otherwise both sides would renew with one refresh token. Rejects with
   * RequestError `peaka.link_unfinished` too.
   */
  setRenewal(linkId: string, renewal: PeakaRenewal): Promise<PeakaLinkView>;
  /**
   * Sends the current values now. If Peaka renews, runs a login for Peaka first (`needsLoginForPeaka`). Of a link without a
   * login, sends the form's values.
   */
  update(linkId: string): Promise<PeakaLinkView>;
  /** Sends the new name, with the values that are still good. */
  rename(linkId: string, name: string): Promise<void>;
  /** Sends the link's newest values, for the queue of updates. Rejects with an AppError. */
  put(link: PeakaLink): Promise<void>;
  /** After the start of the app: settles what its end has interrupted. */
  recover(): void;
}

export interface PeakaHandOverDeps {
  accounts: Pick<PeakaAccounts, 'access'>;
  directory: Pick<PeakaDirectory, 'types'>;
  client: Pick<PeakaClient, 'create' | 'update'>;
  links: PeakaLinks;
  vault: Pick<Vault, 'has' | 'read' | 'write'>;
  connections: Pick<ConnectionStore, 'get' | 'find'>;
  tokens: Pick<Tokens, 'peek' | 'status'>;
  credential: HandOverCredential;
  handOverTokens: HandOverTokens;
  updates: Pick<PeakaUpdates, 'queue' | 'send' | 'alone'>;
  http: Pick<HttpClient, 'exchanges'>;
  /** Masks secrets in Peaka's words, so that the error can be stored. */
  storedError(error: ErrorReport): ErrorReport;
  view(linkId: string): PeakaLinkView;
  /** Epoch ms. */
  now(): number;
}

/** A link to a connection that Peaka has. */
type FinishedLink = PeakaLink & { source: string; renewal: PeakaRenewal };

export function createPeakaHandOver(deps: PeakaHandOverDeps): PeakaHandOver {
  const { links, vault, connections, tokens, credential, handOverTokens, updates, view, now } = deps;
  const running = new Map<string, Promise<PeakaLinkView>>();
  const requests = createHandOverRequests(deps);
  const create = createHandOverCreate({ ...deps, requests });

  const finished = (linkId: string): FinishedLink => {
    const link = links.get(linkId);
    const { source, renewal, peakaId } = link;
    if (source === null || renewal === null) throw nothingToHandOver();
    if (peakaId === '') throw unfinished();
    connections.get(source);
    return { ...link, source, renewal };
  };

  /** Returns the error of an update that now waits in the queue. Rejects if nothing was changed. */
  async function change(link: FinishedLink, renewal: PeakaRenewal): Promise<unknown> {
    const { id, source, accountId, type } = link;
    // `stop_here` has not renewed the token here, and it may have expired. Peaka must get it nevertheless.
    const isReplaced = link.renewal === 'stop_here';
    const tokenSet =
      isReplaced && renewal === 'update_peaka'
        ? await handOverTokens.last(source)
        : await handOverTokens.obtain(source, renewal);
    const { handed } = await requests.plan({ accountId, connectionId: source, type, renewal }, tokenSet);
    // The user may have removed the link during a login or a request: its secrets must not come back.
    const changed: FinishedLink = { ...link, name: links.get(id).name, renewal, handed };
    if (isReplaced) {
      await updates
        .alone(id, () => requests.update(changed, credential.of(changed, tokenSet)))
        .catch((error: unknown) => {
          if (mayHaveArrived(error)) handOverTokens.received(source);
          throw error;
        });
      links.get(id);
      credential.keepTokens(id, renewal === 'update_peaka' ? undefined : tokenSet);
      handOverTokens.received(source);
      links.change(id, { renewal, handed, updatedAt: now(), pending: null });
      return undefined;
    }
    credential.keepTokens(id, renewal === 'update_peaka' ? undefined : tokenSet);
    handOverTokens.received(source);
    // Not sent by the queue yet: the tokens may not be the last.
    links.change(id, { renewal, handed, pending: { ...newUpdate(now()), retryAt: null } });
    if (renewal === 'stop_here') {
      const last = await handOverTokens.last(source);
      links.get(id);
      credential.keepTokens(id, last);
    }
    return updates.send(id).then(
      () => undefined,
      (error: unknown) => error,
    );
  }

  /** What the app's end has left of a link, to be said. `undefined`: nothing. */
  const interrupted = (link: PeakaLink): Partial<PeakaLink> | undefined => {
    const { state, peakaId, error, source, renewal, pending } = link;
    if (state === 'unfinished' && error === undefined)
      return { error: reportError(peakaId === '' ? lostResult() : unfinished()), pending: null };
    if (pending === null) return undefined;
    if (connections.find(source ?? '') === undefined) return { pending: null };
    // It was on its way.
    const wasSent = pending.error === undefined && renewal !== 'update_peaka';
    return wasSent ? { pending: unknownUpdate(pending) } : undefined;
  };

  return {
    plan: async (request) => {
      const { connectionId, renewal } = request;
      const { handed, missing } = await requests.plan(request, handOverTokens.expected(connectionId, renewal));
      const connection = connections.get(connectionId);
      const status = tokens.status(connectionId);
      const forecast = status.status === 'authorized' ? status.forecast : undefined;
      return {
        handed,
        missing,
        rotates: tokens.peek(connectionId)?.refreshTokenRotates ?? forecast?.rotates ?? null,
        canLogInAgain:
          definitionOf(connection).hasUser &&
          !isWithoutLogin(connection) &&
          neededSecrets(connection).every(({ name }) => vault.has(connectionId, name)),
      };
    },
    handOver: (request) => {
      const { linkId } = request;
      const already = running.get(linkId);
      if (already !== undefined) return already;
      const made = create(request)
        .then(() => view(linkId))
        .finally(() => running.delete(linkId));
      running.set(linkId, made);
      return made;
    },
    setRenewal: async (linkId, renewal) => {
      const link = finished(linkId);
      if (link.renewal !== renewal) await change(link, renewal);
      return view(linkId);
    },
    update: async (linkId) => {
      if (links.get(linkId).way === 'form') {
        await updates.alone(linkId, async () => {
          const link = links.get(linkId);
          if (link.peakaId === '') throw unfinished();
          await requests.update(link, knownCredential(link, vault));
          if (links.find(linkId) !== undefined) links.change(linkId, { updatedAt: now() });
        });
        return view(linkId);
      }
      const link = finished(linkId);
      if (needsLoginForPeaka(link)) {
        const error = await change(link, 'second_login');
        if (error !== undefined) throw error;
      } else await updates.send(linkId);
      return view(linkId);
    },
    rename: async (linkId, name) => {
      await updates.alone(linkId, async () => {
        const link = links.get(linkId);
        // The connection here may be deleted. Peaka keeps the values that it has.
        const values = connections.find(link.source ?? '') === undefined ? undefined : credential.current(link);
        // Tokens that Peaka renews must not be sent twice.
        const isOnce = values !== undefined && link.renewal !== 'update_peaka';
        const changed = (changes: Partial<PeakaLink>): void => {
          if (links.find(linkId) !== undefined) links.change(linkId, changes);
        };
        try {
          await requests.update({ ...link, name }, values);
        } catch (error) {
          if (isOnce && mayHaveArrived(error)) changed({ pending: unknownUpdate(link.pending ?? newUpdate(now())) });
          throw error;
        }
        changed({ name, ...(isOnce ? { pending: null, updatedAt: now() } : {}) });
      });
    },
    put: async (link) => requests.update(link, credential.newest(link)),
    recover: () => {
      for (const link of links.list()) {
        const change = running.has(link.id) ? undefined : interrupted(link);
        if (change === undefined) continue;
        try {
          links.change(link.id, change);
        } catch {
          // A full disk must not keep the app from starting.
        }
      }
    },
  };
}

const unfinished = () => new RequestError('peaka.link_unfinished', message('peaka.linkUnfinished'));
