import type { TokenSet } from '../oauth/token-set.ts';
import type { Connection } from '../shared/connection/connection.ts';
import { usesField } from '../shared/connection/grants/definitions.ts';
import type { Vault } from '../vault/vault.ts';
import { readableEnteredSecrets } from './entered-secrets.ts';
import { withExchangesOf } from './exchanges-of.ts';
import type { GrantDeps } from './grants/grant-runner.ts';
import { accountOf } from './grants/grants.ts';
import type { Renewals } from './renewal/renewals.ts';

export interface AccountLookupDeps {
  vault: Pick<Vault, 'read'>;
  /** `signal` aborts when the app ends. */
  grantDeps: GrantDeps & { signal: AbortSignal };
  renewals: Pick<Renewals, 'amend'>;
  onChange(id: string): void;
}

/** Adds the account's name to the token of a login that just ended. Best effort: never rejects. */
export type AccountLookup = (connection: Connection, tokenSet: TokenSet) => Promise<void>;

export function createAccountLookup({ vault, grantDeps, renewals, onChange }: AccountLookupDeps): AccountLookup {
  return async (connection, tokenSet) => {
    if (!usesField(connection, 'accountUrl') || tokenSet.account !== undefined) return;
    const { id } = connection;
    const account = await withExchangesOf('account', connection, () =>
      accountOf(connection, readableEnteredSecrets(vault, connection), tokenSet, grantDeps),
    );
    if (account === undefined) return;
    const add = (current: TokenSet) => (isOfLogin(current, tokenSet) ? { ...current, account } : undefined);
    // A missing name is not worth an error.
    await renewals.amend(id, add).catch(() => undefined);
    onChange(id);
  };
}

/** Whether `current` comes from this login, possibly after renewals, and not from a later login. */
const isOfLogin = (current: TokenSet, login: TokenSet): boolean =>
  (current.loggedInAt ?? current.obtainedAt) === login.obtainedAt;
