import type { CallRequest } from '../shared/contract/contract.ts';
import { type ErrorReport, RequestError, reportError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { PeakaType, PeakaValues } from '../shared/peaka/connection-type.ts';
import type { PeakaLink } from '../shared/peaka/link.ts';
import type { Vault } from '../vault/vault.ts';
import type { PeakaAccounts } from './accounts.ts';
import type { HandOverCredential } from './hand-over-credential.ts';
import type { HandOverRequests } from './hand-over-requests.ts';
import type { HandOverTokens } from './hand-over-tokens.ts';
import type { HandedSource } from './handed-values.ts';
import type { PeakaLinks } from './links.ts';
import { newLink } from './new-link.ts';
import type { PeakaUpdates } from './updates.ts';
import { mayBeCreated, newUpdate } from './updates-failures.ts';
import { type FormValues, requireValues, saveSecretValues, sortValues } from './values.ts';

export interface HandOverCreateDeps {
  accounts: Pick<PeakaAccounts, 'access'>;
  links: PeakaLinks;
  vault: Pick<Vault, 'write'>;
  credential: Pick<HandOverCredential, 'newest' | 'keepTokens'>;
  handOverTokens: HandOverTokens;
  requests: HandOverRequests;
  updates: Pick<PeakaUpdates, 'queue'>;
  /** Masks secrets in Peaka's words, so that the error can be stored. */
  storedError(error: ErrorReport): ErrorReport;
  /** Epoch ms. */
  now(): number;
}

/** See `PeakaHandOver.handOver`. Does nothing for a link that Peaka has. */
export type HandOverCreate = (request: CallRequest<'peaka.handOver'>) => Promise<void>;

export function createHandOverCreate(deps: HandOverCreateDeps): HandOverCreate {
  const { accounts, links, vault, credential, handOverTokens, requests, updates, storedError, now } = deps;

  const hasNewer = (link: PeakaLink, sent: PeakaValues): boolean => {
    try {
      return !isSame(sent, credential.newest(link));
    } catch {
      // The connection here was deleted, or the vault cannot be read. Peaka has the connection nevertheless.
      return false;
    }
  };

  async function create(link: PeakaLink, keepSecrets: () => void): Promise<void> {
    const { id } = link;
    const values = credential.newest(link);
    const peakaId = await requests.create(link, values).catch((error: unknown) => {
      if (!mayBeCreated(error)) links.remove(id);
      else {
        // Another connection at Peaka must not get the same tokens.
        handOverTokens.received(link.source ?? '');
        if (links.find(id) !== undefined) links.change(id, { error: storedError(reportError(error)), pending: null });
      }
      throw error;
    });
    handOverTokens.received(link.source ?? '');
    const isForgotten = links.find(id) === undefined;
    const { error: _, ...known } = links.find(id) ?? link;
    links.put({ ...known, peakaId, state: 'ready', updatedAt: now(), pending: null });
    // The user removed the link meanwhile. What Peaka has stays known.
    if (isForgotten) keepSecrets();
    // Renewed during the request.
    if (hasNewer(link, values)) updates.queue(id);
  }

  return async (request) => {
    const { linkId, accountId, project, connectionId, renewal } = request;
    if (links.find(linkId)?.peakaId) return;
    if (project.id === '') throw new RequestError('peaka.no_project', message('peaka.noProject'));
    await accounts.access(accountId);
    const check = async (tokenSet: HandedSource['tokenSet']) => {
      const planned = await requests.plan(request, tokenSet, request.values);
      requireValues(planned.missing, request.values);
      return planned;
    };
    // Before the login, so that it is not in vain.
    await check(handOverTokens.expected(connectionId, renewal));
    const tokenSet = await handOverTokens.obtain(connectionId, renewal);
    const { type, handed } = await check(tokenSet);
    const entered = enteredFor(type, request.values, handed);
    const facts = {
      way: 'hand_over',
      updatedAt: 0,
      source: connectionId,
      renewal,
      pending: { ...newUpdate(now()), retryAt: null },
      handed,
      values: entered.plain,
      secretFields: Object.keys(entered.secret),
    } as const;
    const link = newLink(request, facts, now());
    let own = renewal === 'update_peaka' ? undefined : tokenSet;
    const keepSecrets = () => {
      saveSecretValues(vault, linkId, entered.secret);
      credential.keepTokens(linkId, own);
    };
    try {
      // Stored before it is sent. From here on `stop_here` keeps this app from renewing.
      links.put(link);
      if (renewal === 'stop_here') own = await handOverTokens.last(connectionId);
      links.get(linkId);
      keepSecrets();
    } catch (error) {
      links.remove(linkId);
      throw error;
    }
    await create(link, keepSecrets);
  };
}

/** The values that the user entered for fields that the connection does not fill. */
function enteredFor(type: PeakaType | undefined, entered: PeakaValues, handed: readonly string[]): FormValues {
  const own = Object.entries(entered).filter(([field]) => !handed.includes(field));
  const fields = (type?.fields ?? []).filter(({ name }) => !handed.includes(name));
  return sortValues(fields, Object.fromEntries(own));
}

const isSame = (one: PeakaValues, other: PeakaValues): boolean => JSON.stringify(one) === JSON.stringify(other);
