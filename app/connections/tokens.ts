import type { Redactor } from '../console/mask/redact.ts';
import type { Introspection } from '../oauth/introspect.ts';
import type { TokenSet } from '../oauth/token-set.ts';
import type { Connection } from '../shared/connection/connection.ts';
import type { ConnectionStatus } from '../shared/contract/contract.ts';
import type { TypedSecrets } from '../vault/owned-secrets.ts';
import type { Vault } from '../vault/vault.ts';
import { createAccountLookup } from './account-lookup.ts';
import { withExchangesOf } from './exchanges-of.ts';
import type { GrantDeps } from './grants/grant-runner.ts';
import { type Revocation, runGrant } from './grants/grants.ts';
import { createIntrospection } from './introspection.ts';
import { createLoginCookies, type LoginCookies } from './login-cookies.ts';
import { createReadStatus } from './read-status.ts';
import { createRefusedTokens } from './refused-tokens.ts';
import { createRemoval } from './removal.ts';
import { createBackgroundRenewal } from './renewal/background-renewal.ts';
import { createRefreshLock } from './renewal/lock.ts';
import { createRenewability } from './renewal/renewability.ts';
import type { RenewalScheduler } from './renewal/renewal-scheduler.ts';
import { createRenewals } from './renewal/renewals.ts';
import { createSilentRenewal } from './renewal/silent-renewal.ts';
import { createRequestToken } from './request-token.ts';
import { createRequests } from './requests.ts';
import type { ConnectionStore } from './store.ts';
import { createTokenStore } from './token-store.ts';

export interface TokensDeps extends Omit<GrantDeps, 'cookies'> {
  connections: ConnectionStore;
  vault: Vault;
  /** For what services say of tokens, before it is stored. */
  redactor: Pick<Redactor, 'serviceMessage'>;
  /** Where processes of the app tell each other which connections they renew. */
  lockFolder: string;
  loginTimeoutMs(): number;
  onChange(id: string): void;
}

/** What connections can do with their tokens: request, use, renew, remove. */
export interface Tokens {
  status(id: string): ConnectionStatus;
  /**
   * Runs the grant with the draft. Where there is a token, it and the stored settings stay until the new one is there;
   * else the draft is saved at once. Rejects with an AppError.
   */
  request(draft: Connection, typed: TypedSecrets, freshSession: boolean): Promise<void>;
  cancelRequest(id: string): void;
  showWindow(id: string): void;
  /** See Requests. */
  loginUrl(id: string): string;
  /** Opens it once more. Throws RequestError `connection.no_login`. */
  openLoginAgain(id: string): Promise<void>;
  /** Throws RequestError `input.invalid` where the URL is not the callback's. */
  pasteCallback(id: string, url: string): void;
  /** See Renewals. Throws AppError `connection.not_found`, `connection.not_authorized`, `token.*`, `vault.*`, `http.*`. */
  usableToken(id: string): TokenSet | Promise<TokenSet>;
  tokenInsteadOf(id: string, accessToken: string): Promise<TokenSet | undefined>;
  renewNow(id: string): Promise<void>;
  /** An API refused this token (401), and no renewal helped: until one accepts it, it is not called good. */
  noteRefused(id: string, accessToken: string, status: number): void;
  noteAccepted(id: string): void;
  removeAuthorization(id: string): Promise<Revocation>;
  /** Asks the service about the token as it is (RFC 7662). Rejects with an AppError. */
  introspect(id: string): Promise<Introspection>;
  /** The one value that an explicit reveal shows. */
  peek(id: string): TokenSet | undefined;
  /** After a connection was deleted or restored: what was known of its token is not true any more. */
  stop(id: string): void;
  /** Settings were saved: what they made fail may work now. */
  forgetFailure(id: string): void;
  /** From now on tokens are renewed before they end, while nobody asks for them. */
  keepFresh: Pick<RenewalScheduler, 'start' | 'woke' | 'changedAll'>;
  close(): Promise<void>;
}

/** Puts together what connections do with their tokens; each part is a module of its own. */
export function createTokens(deps: TokensDeps): Tokens {
  const { connections, vault, platform, now, loginTimeoutMs } = deps;
  const closing = new AbortController();
  const grantDeps = { ...deps, cookies: cookiesOfExisting(connections, createLoginCookies(vault, now)) };
  const closableDeps = { ...grantDeps, signal: closing.signal };
  const tokenStore = createTokenStore(vault, deps.redactor);
  const renewability = createRenewability(connections, vault);
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
    lock: createRefreshLock({ folder: deps.lockFolder }),
    onChange,
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
    // What was just typed is not in the vault yet.
    deps.http.exchanges?.learn(Object.values(run.secrets));
    return withExchangesOf('token', run.connection, () => runGrant(run, grantDeps));
  }, onChange);
  const lookUpAccount = createAccountLookup({ vault, grantDeps: closableDeps, renewals, onChange });
  /** Best effort: a platform that has gone has no session either. */
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

/** A connection that was deleted during its login leaves no cookies behind. */
const cookiesOfExisting = (connections: Pick<ConnectionStore, 'find'>, cookies: LoginCookies): LoginCookies => ({
  ...cookies,
  keep: (id, left) => {
    if (connections.find(id)) cookies.keep(id, left);
  },
});
