import type { TokenSet } from '../oauth/token-set.ts';
import type { Connection } from '../shared/connection/connection.ts';
import { PlatformError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { TypedSecrets } from '../vault/owned-secrets.ts';
import type { Vault } from '../vault/vault.ts';
import type { AccountLookup } from './account-lookup.ts';
import { enteredSecrets } from './entered-secrets.ts';
import type { Renewals } from './renewal/renewals.ts';
import type { Requests } from './requests.ts';
import type { ConnectionStore } from './store.ts';
import { ownerOf } from './token-owner.ts';
import type { TokenStore } from './token-store.ts';

export interface RequestTokenDeps {
  connections: Pick<ConnectionStore, 'find' | 'requireStorable' | 'save'>;
  vault: Pick<Vault, 'read'>;
  tokenStore: Pick<TokenStore, 'has'>;
  requests: Pick<Requests, 'request' | 'state'>;
  renewals: Pick<Renewals, 'replace' | 'store'>;
  lookUpAccount: AccountLookup;
  loginTimeoutMs(): number;
  onChange(id: string): void;
}

/** Requests a token with the draft, and saves both. See `Tokens.request`. */
export type RequestToken = (draft: Connection, typed: TypedSecrets, freshSession: boolean) => Promise<void>;

export function createRequestToken(deps: RequestTokenDeps): RequestToken {
  const { connections, vault, tokenStore, requests, renewals, lookUpAccount, onChange } = deps;

  /** `unsaved`: the typed secrets if a token existed before, which means that the draft is not saved yet. */
  const saveReceived = (draft: Connection, tokenSet: TokenSet, unsaved: TypedSecrets | undefined) =>
    renewals.replace(draft.id, () => {
      if (!connections.find(draft.id)) throw new PlatformError('window.cancelled', message('connection.deleted'));
      // Save the token first: if one save fails, settings without a token would look like a lost login.
      renewals.store(draft.id, { ...tokenSet, owner: ownerOf(draft) });
      if (unsaved) connections.save(draft, unsaved);
    });

  return async (draft, typed, freshSession) => {
    const { id } = draft;
    if (requests.state(id)) {
      // The running request saves the result. This caller only waits for it.
      await requests.request({ connection: draft, secrets: {}, freshSession, timeoutMs: 0 });
      return;
    }
    connections.requireStorable(draft);
    const hadToken = tokenStore.has(id);
    if (!hadToken) connections.save(draft, typed);
    const secrets = enteredSecrets(vault, draft, typed);
    try {
      const timeoutMs = deps.loginTimeoutMs();
      const tokenSet = await requests.request({ connection: draft, secrets, freshSession, timeoutMs });
      await saveReceived(draft, tokenSet, hadToken ? typed : undefined);
      // Not awaited: the token is stored, and a slow account URL must not delay the login.
      void lookUpAccount(draft, tokenSet);
    } finally {
      onChange(id);
    }
  };
}
