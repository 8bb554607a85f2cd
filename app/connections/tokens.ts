import type { Redactor } from '../console/mask/redact.ts';
import { withExchangeContext } from '../http/exchanges.ts';
import type { Introspection } from '../oauth/introspect.ts';
import type { TokenSet } from '../oauth/token-set.ts';
import type { Connection, ConnectionSecrets } from '../shared/connection/connection.ts';
import { enteredSecretNames } from '../shared/connection/token-headers.ts';
import type { ConnectionStatus } from '../shared/contract/contract.ts';
import { AppError, PlatformError, RequestError, reportError } from '../shared/errors.ts';
import { readableSecrets, type TypedSecrets } from '../vault/owned-secrets.ts';
import type { Vault } from '../vault/vault.ts';
import { exchangesOf } from './exchanges-of.ts';
import { usesPractice } from './grants/complete-settings.ts';
import type { GrantDeps } from './grants/grant-runner.ts';
import {
  accountOf,
  canRenew,
  introspectGrant,
  type Revocation,
  renewGrant,
  revokeGrant,
  runGrant,
} from './grants/grants.ts';
import { createLoginCookies } from './login-cookies.ts';
import { createRefusedTokens } from './refused-tokens.ts';
import { createExpiryNotifier } from './renewal/expiry-notifier.ts';
import { createRefreshLock } from './renewal/lock.ts';
import { createLoginRequiredNotification } from './renewal/login-required-notification.ts';
import { createRenewalScheduler, type RenewalScheduler } from './renewal/renewal-scheduler.ts';
import { renewalTime } from './renewal/renewal-time.ts';
import { createRenewals } from './renewal/renewals.ts';
import { silentRun } from './renewal/silent-run.ts';
import { type RenewalForecast, renewalForecast } from './renewal-forecast.ts';
import { createRequests } from './requests.ts';
import { statusOf } from './status.ts';
import type { ConnectionStore } from './store.ts';
import { ownerOf, settingsChange } from './token-owner.ts';
import { createTokenStore, type StoredToken } from './token-store.ts';

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
  noteRefused(id: string, accessToken: string): void;
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

export function createTokens(deps: TokensDeps): Tokens {
  const { connections, vault, now } = deps;
  const cookies = createLoginCookies(vault, now);
  const grantDeps: GrantDeps = {
    ...deps,
    cookies: {
      ...cookies,
      // A connection that was deleted meanwhile leaves nothing behind.
      keep: (id, left) => {
        if (connections.find(id)) cookies.keep(id, left);
      },
    },
  };
  /** Best effort: a platform that has gone has no session either. */
  const forgetSession = (id: string): Promise<void> => deps.platform.forgetSession(id).catch(() => undefined);
  const tokenStore = createTokenStore(vault, deps.redactor);
  const closing = new AbortController();

  /** A typed value wins; what is not needed is not read, so that a damaged secret can be typed anew. */
  const secretsOf = (connection: Connection, typed: TypedSecrets = {}): ConnectionSecrets => {
    const secrets: ConnectionSecrets = {};
    for (const name of enteredSecretNames(connection)) {
      const value = Object.hasOwn(typed, name) ? typed[name] : vault.read(connection.id, name);
      if (value) secrets[name] = value;
    }
    return secrets;
  };
  const hasMeans = (id: string, tokenSet: TokenSet) => {
    const connection = connections.find(id);
    return connection !== undefined && canRenew(connection, tokenSet, vault.has(id, 'password'));
  };
  /** Of a token that would be renewed but for this. */
  const renewalBlocker = (id: string, tokenSet: TokenSet): AppError | undefined =>
    hasMeans(id, tokenSet) ? settingsChange(connections.get(id), tokenSet) : undefined;
  const mayRenew = (id: string, tokenSet: TokenSet) =>
    hasMeans(id, tokenSet) && renewalBlocker(id, tokenSet) === undefined;
  const onChange = (id: string): void => {
    scheduler.changed(id);
    deps.onChange(id);
  };
  const renewals = createRenewals({
    tokens: tokenStore,
    canRenew: mayRenew,
    renewalBlocker,
    renew: async (id, tokenSet, signal) => {
      const connection = connections.get(id);
      const owner = tokenSet.owner ?? ownerOf(connection);
      const fresh = await withExchangeContext(exchangesOf('refresh', connection), () =>
        renewGrant(silentRun(connection, secretsOf(connection), signal, deps.loginTimeoutMs()), tokenSet, grantDeps),
      );
      return { ...fresh, owner };
    },
    lock: createRefreshLock({ folder: deps.lockFolder }),
    onChange,
    now,
    random: Math.random,
  });
  const requests = createRequests((run) => {
    // What was just typed is not in the vault yet.
    deps.http.exchanges?.learn(Object.values(run.secrets));
    return withExchangeContext(exchangesOf('token', run.connection), () => runGrant(run, grantDeps));
  }, onChange);

  const readToken = (id: string): StoredToken | undefined | AppError => {
    try {
      return tokenStore.read(id);
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
  };
  /** The same as long as the connection is: when it is renewed must not move each time that somebody asks. */
  const spreads = new Map<string, number>();
  const spreadOf = (id: string): number => {
    const spread = spreads.get(id) ?? Math.random();
    spreads.set(id, spread);
    return spread;
  };
  const refused = createRefusedTokens(deps.onChange);
  const ends = createExpiryNotifier(now);
  const loginRequired = createLoginRequiredNotification(deps.platform.notify);
  const tellLoginNeeded = (id: string): void => loginRequired.needed(connections.find(id)?.name ?? id);
  const scheduler = createRenewalScheduler({
    ids: () => connections.list().map(({ id }) => id),
    renewalAt: (id) => {
      const connection = connections.find(id);
      const token = readToken(id);
      if (!connection || token === undefined || token instanceof AppError || token.rejected) return undefined;
      const { tokenSet } = token;
      if (!hasMeans(id, tokenSet)) return ends.toTell(id, tokenSet);
      // A login brought means to renew: the end of the token before it is nothing to tell any more.
      ends.forget(id);
      // The practice service is not started for this alone.
      const asleep = usesPractice(connection) && deps.practice.current() === undefined;
      if (asleep || !mayRenew(id, tokenSet)) return undefined;
      return renewalTime({ tokenSet, failure: renewals.failureOf(id), spread: spreadOf(id), now: now() });
    },
    hostOf: (id) => {
      const connection = connections.find(id);
      return connection === undefined ? '' : tokenHostOf(connection);
    },
    renew: async (id) => {
      if (ends.forget(id)) {
        deps.onChange(id);
        tellLoginNeeded(id);
        return;
      }
      try {
        await renewals.renewDue(id);
      } finally {
        if (renewals.failureOf(id)?.kind === 'needs_login') tellLoginNeeded(id);
      }
    },
    failureOf: renewals.failureOf,
    forgetWait: renewals.forgetWait,
    now,
    monotonic: () => performance.now(),
  });
  const stop = (id: string): void => {
    requests.cancel(id);
    renewals.supersede(id);
    tokenStore.forget(id);
    scheduler.changed(id);
    void forgetSession(id);
  };
  const forecast = (id: string, tokenSet: TokenSet): RenewalForecast | undefined => {
    const connection = connections.find(id);
    return connection && renewalForecast(connection, tokenSet, deps.findPreset(connection.presetId), now());
  };
  const known = (id: string): string => connections.get(id).id;

  async function request(draft: Connection, typed: TypedSecrets, freshSession: boolean): Promise<void> {
    const { id } = draft;
    if (requests.state(id)) {
      await requests.request({ connection: draft, secrets: {}, freshSession, timeoutMs: 0 });
      return;
    }
    connections.requireStorable(draft);
    const hadToken = tokenStore.has(id);
    if (!hadToken) connections.save(draft, typed);
    const secrets = secretsOf(draft, typed);
    try {
      const tokenSet = await requests.request({
        connection: draft,
        secrets,
        freshSession,
        timeoutMs: deps.loginTimeoutMs(),
      });
      await renewals.replace(id, () => {
        if (!connections.find(id)) throw new PlatformError('window.cancelled', 'The connection was deleted.');
        // The token first: should one of the two fail, the settings without a token would look like a lost login.
        renewals.store(id, { ...tokenSet, owner: ownerOf(draft) });
        if (hadToken) connections.save(draft, typed);
      });
      void nameAccount(draft, tokenSet);
    } finally {
      onChange(id);
    }
  }

  /** Beside everything else: the token is there, and a slow who-am-I address must not hold it up. */
  async function nameAccount(connection: Connection, tokenSet: TokenSet): Promise<void> {
    if (connection.grant === 'oauth1' || tokenSet.account !== undefined) return;
    const { id } = connection;
    const account = await withExchangeContext(exchangesOf('account', connection), () =>
      accountOf(connection, readableOwn(vault, connection), tokenSet, { ...grantDeps, signal: closing.signal }),
    );
    if (account === undefined) return;
    const add = (current: TokenSet) =>
      // Another login has the last word.
      (current.loggedInAt ?? current.obtainedAt) === tokenSet.obtainedAt ? { ...current, account } : undefined;
    // A name is not worth an error.
    await renewals.amend(id, add).catch(() => undefined);
    onChange(id);
  }

  return {
    status: (id) => {
      const token = readToken(id);
      const readable = token === undefined || token instanceof AppError ? undefined : token.tokenSet;
      const inTheWay = readable && renewalBlocker(id, readable);
      return statusOf({
        request: requests.state(id),
        renewing: renewals.isRenewing(id),
        failure: renewals.failureOf(id),
        refused: readable && refused.of(id, readable.accessToken),
        token: readable && inTheWay ? { tokenSet: readable, rejected: reportError(inTheWay) } : token,
        renewable: readable !== undefined && mayRenew(id, readable),
        forecast: readable && forecast(id, readable),
        now: now(),
      });
    },
    request,
    cancelRequest: requests.cancel,
    showWindow: requests.showWindow,
    loginUrl: requests.loginUrl,
    openLoginAgain: async (id) => deps.platform.openInSystemBrowser(requests.loginUrl(id)),
    pasteCallback: requests.paste,
    usableToken: (id) => renewals.usableToken(known(id)),
    tokenInsteadOf: (id, accessToken) => renewals.tokenInsteadOf(known(id), accessToken),
    renewNow: async (id) => {
      await renewals.renewNow(known(id));
    },
    noteRefused: refused.note,
    noteAccepted: refused.accepted,
    removeAuthorization: async (id) => {
      const connection = connections.get(id);
      requests.cancel(id);
      const revoke = async (token: StoredToken | undefined): Promise<Revocation> => {
        if (token === undefined) return { revoked: 'not_supported' };
        return withExchangeContext(exchangesOf('revoke', connection), () =>
          revokeGrant(connection, readableOwn(vault, connection), token.tokenSet, {
            ...grantDeps,
            signal: closing.signal,
          }),
        );
      };
      try {
        return await renewals.end(id, revoke);
      } finally {
        // Whose access ends is not to be logged in by themselves next time.
        await forgetSession(id);
        cookies.forget(id);
        connections.forgetOwnToken(id);
        onChange(id);
      }
    },
    introspect: async (id) => {
      const connection = connections.get(id);
      const tokenSet = tokenStore.read(id)?.tokenSet;
      if (tokenSet === undefined)
        throw new RequestError('connection.not_authorized', 'This connection has no token yet. Request one.');
      return withExchangeContext(exchangesOf('introspect', connection), () =>
        introspectGrant(connection, secretsOf(connection), tokenSet, { ...grantDeps, signal: closing.signal }),
      );
    },
    peek: (id) => tokenStore.read(id)?.tokenSet,
    stop,
    forgetFailure: (id) => {
      renewals.forgetFailure(id);
      scheduler.changed(id);
    },
    keepFresh: scheduler,
    close: async () => {
      scheduler.close();
      loginRequired.close();
      closing.abort();
      requests.close();
      await renewals.close();
    },
  };
}

/** Of the token endpoint as it is written: a `{name}` in it is one host for all that have it. */
const tokenHostOf = ({ refreshUrl, accessTokenUrl }: Connection): string =>
  /^\s*https?:\/\/([^/?#]*)/i.exec(refreshUrl.trim() === '' ? accessTokenUrl : refreshUrl)?.[1] ?? '';

const readableOwn = (vault: Vault, connection: Connection): ConnectionSecrets =>
  readableSecrets(vault, connection.id, enteredSecretNames(connection));
