import type { Redactor } from '../console/mask/redact.ts';
import type { Introspection } from '../oauth/introspect.ts';
import type { TokenSet } from '../oauth/token-set.ts';
import type { Connection } from '../shared/connection/connection.ts';
import type { ConnectionStatus } from '../shared/contract/contract.ts';
import type { AppError } from '../shared/errors.ts';
import type { TypedSecrets } from '../vault/owned-secrets.ts';
import type { Vault } from '../vault/vault.ts';
import { createAccountLookup } from './account-lookup.ts';
import { withExchangesOf } from './exchanges-of.ts';
import type { GrantDeps } from './grants/grant-runner.ts';
import { type Revocation, runGrant } from './grants/grants.ts';
import { createIntrospection } from './introspection.ts';
import { createLoginCookies, type LoginCookies } from './login-cookies.ts';
import { createReadStatus } from './read-status.ts';
import { createRefusedTokens, type RefusedTokens } from './refused-tokens.ts';
import { createRemoval } from './removal.ts';
import { createBackgroundRenewal } from './renewal/background-renewal.ts';
import { createRenewability } from './renewal/renewability.ts';
import type { RenewalScheduler } from './renewal/renewal-scheduler.ts';
import { createRenewals } from './renewal/renewals.ts';
import { createSilentRenewal } from './renewal/silent-renewal.ts';
import { createTurns } from './renewal/turns.ts';
import { createRequestApart } from './request-apart.ts';
import { createRequestToken } from './request-token.ts';
import { createRequests } from './requests.ts';
import type { ConnectionStore } from './store.ts';
import { createTokenStore } from './token-store.ts';

export interface TokensDeps extends Omit<GrantDeps, 'cookies'> {
  connections: ConnectionStore;
  vault: Vault;
  /** Masks what services say about tokens before it is stored. */
  redactor: Pick<Redactor, 'serviceMessage'>;
  loginTimeoutMs(): number;
  /** Why this app does not renew the connection's tokens: they were handed over. `undefined`: it does. */
  renewedElsewhere(id: string): AppError | undefined;
  onChange(id: string): void;
  /** A login or a renewal stored a new token. Only a renewal's has `refreshedAt`. */
  onStored(id: string, tokenSet: TokenSet): void;
}

/** What connections do with tokens: request, use, renew, remove. */
export interface Tokens {
  status(id: string): ConnectionStatus;
  /**
   * Runs the grant with the draft. If a token exists, it and the stored settings stay until the new token arrives.
   * Otherwise the draft is saved at once. Rejects with an AppError.
   */
  request(draft: Connection, typed: TypedSecrets, freshSession: boolean): Promise<void>;
  /**
   * Runs the connection's grant once more for another program. The status shows the login, and `cancelRequest` ends it.
   * The connection's token stays. Rejects with an AppError, with RequestError `connection.login_running` during another
   * login of the connection.
   */
  requestApart(id: string): Promise<TokenSet>;
  cancelRequest(id: string): void;
  showWindow(id: string): void;
  /** See Requests. */
  loginUrl(id: string): string;
  /** Opens the login's URL again. Throws RequestError `connection.no_login`. */
  openLoginAgain(id: string): Promise<void>;
  /** Throws RequestError `input.invalid` if this is not the callback URL. */
  pasteCallback(id: string, url: string): void;
  /** See Renewals. Throws AppError `connection.not_found`, `connection.not_authorized`, `token.*`, `vault.*`, `http.*`. */
  usableToken(id: string): TokenSet | Promise<TokenSet>;
  tokenInsteadOf(id: string, accessToken: string): Promise<TokenSet | undefined>;
  renewNow(id: string): Promise<void>;
  /** See RefusedTokens. The status says so until an API accepts the token. */
  noteRefused: RefusedTokens['note'];
  noteAccepted(id: string): void;
  removeAuthorization(id: string): Promise<Revocation>;
  /** Asks the service about the stored token (RFC 7662). Does not renew it first. Rejects with an AppError. */
  introspect(id: string): Promise<Introspection>;
  /** The token, for an explicit reveal. */
  peek(id: string): TokenSet | undefined;
  /** The token once no renewal runs. Rejects with VaultError. */
  settledToken(id: string): Promise<TokenSet | undefined>;
  /**
   * Forgets the refresh token, because another program goes on using it. The access token works here until it expires.
   * Rejects with VaultError, or if a renewal of the connection takes too long.
   */
  dropRefreshToken(id: string): Promise<void>;
  /** Call after `renewedElsewhere` changed. */
  renewerChanged(id: string): void;
  /** Call after a connection was deleted or restored: forgets everything known about its token. */
  stop(id: string): void;
  /** Call after settings were saved: they may fix what failed. */
  forgetFailure(id: string): void;
  /** Renews tokens before they expire, even if no GET needs one. */
  keepFresh: Pick<RenewalScheduler, 'start' | 'woke' | 'changedAll'>;
  close(): Promise<void>;
}

/** Assembles what connections do with tokens. Each part has its own module. */
export function createTokens(deps: TokensDeps): Tokens {
  const { connections, vault, platform, now, loginTimeoutMs } = deps;
  const closing = new AbortController();
  const grantDeps = { ...deps, cookies: cookiesOfExisting(connections, createLoginCookies(vault, now)) };
  const closableDeps = { ...grantDeps, signal: closing.signal };
  const tokenStore = createTokenStore(vault, deps.redactor);
  const renewability = createRenewability(connections, vault, deps.renewedElsewhere);
  const refused = createRefusedTokens(deps.onChange);
  const onChange = (id: string): void => {
    background.changed(id);
    deps.onChange(id);
  };
  const renewals = createRenewals({
    tokens: tokenStore,
    canRenew: renewability.canRenew,
    renewalBlocker: renewability.blocker,
    renew: createSilentRenewal({ connections, vault, grantDeps, loginTimeoutMs }),
    turns: createTurns(),
    onChange,
    onStored: deps.onStored,
    now,
    random: Math.random,
  });
  const background = createBackgroundRenewal({
    ...deps,
    tokenStore,
    renewability,
    renewals,
    notify: platform.notify,
  });
  const requests = createRequests((run) => {
    // Typed secrets are not in the vault yet, so the console must learn them here.
    deps.http.exchanges?.learn(Object.values(run.secrets));
    return withExchangesOf('token', run.connection, () => runGrant(run, grantDeps));
  }, onChange);
  const lookUpAccount = createAccountLookup({ vault, grantDeps: closableDeps, renewals, onChange });
  /** Best effort: a closed platform has no session to forget. */
  const forgetSession = (id: string): Promise<void> => platform.forgetSession(id).catch(() => undefined);
  const known = (id: string): string => connections.get(id).id;

  return {
    status: createReadStatus({ ...deps, tokenStore, requests, renewals, renewability, refused }),
    request: createRequestToken({
      connections,
      vault,
      tokenStore,
      requests,
      renewals,
      lookUpAccount,
      loginTimeoutMs,
      onChange,
    }),
    requestApart: createRequestApart({ connections, vault, requests, loginTimeoutMs, onChange }),
    cancelRequest: requests.cancel,
    showWindow: requests.showWindow,
    loginUrl: requests.loginUrl,
    openLoginAgain: async (id) => platform.openInSystemBrowser(requests.loginUrl(id)),
    pasteCallback: requests.paste,
    usableToken: (id) => renewals.usableToken(known(id)),
    tokenInsteadOf: (id, accessToken) => renewals.tokenInsteadOf(known(id), accessToken),
    renewNow: async (id) => {
      await renewals.renewNow(known(id));
    },
    noteRefused: refused.note,
    noteAccepted: refused.accepted,
    removeAuthorization: createRemoval({
      connections,
      vault,
      grantDeps: closableDeps,
      requests,
      renewals,
      forgetSession,
      onChange,
    }),
    introspect: createIntrospection({ connections, tokenStore, vault, grantDeps: closableDeps }),
    peek: (id) => tokenStore.read(id)?.tokenSet,
    settledToken: async (id) => {
      await renewals.settled(id);
      return tokenStore.read(id)?.tokenSet;
    },
    dropRefreshToken: async (id) => {
      await renewals.amend(id, ({ refreshToken: _, ...others }) => others);
      onChange(id);
    },
    renewerChanged: onChange,
    stop: (id) => {
      requests.cancel(id);
      renewals.supersede(id);
      tokenStore.forget(id);
      background.changed(id);
      void forgetSession(id);
    },
    forgetFailure: (id) => {
      renewals.forgetFailure(id);
      background.changed(id);
    },
    keepFresh: background,
    close: async () => {
      background.close();
      closing.abort();
      requests.close();
      await renewals.close();
    },
  };
}

/** Keeps no cookies for a connection that was deleted during its login. */
const cookiesOfExisting = (connections: Pick<ConnectionStore, 'find'>, cookies: LoginCookies): LoginCookies => ({
  ...cookies,
  keep: (id, left) => {
    if (connections.find(id)) cookies.keep(id, left);
  },
});
