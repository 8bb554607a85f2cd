import type { PracticeOrigin } from '../connections/grants/grant-runner.ts';
import { hostsOf, resolveOAuth1Settings } from '../connections/grants/resolve-settings.ts';
import type { Tokens } from '../connections/tokens.ts';
import { isTimestampRefusal, readClock, type ServiceClocks } from '../oauth/oauth1-clock.ts';
import { clockHosts } from '../oauth/oauth1-request.ts';
import { signOAuth1Request } from '../oauth/oauth1-signature.ts';
import { placeToken } from '../oauth/place-token.ts';
import type { OAuth1Settings } from '../oauth/settings.ts';
import type { TokenSet } from '../oauth/token-set.ts';
import { isHostAllowed } from '../shared/connection/allowed-hosts.ts';
import type { Connection, ConnectionSecrets } from '../shared/connection/connection.ts';
import { protocolOf } from '../shared/connection/grants/definitions.ts';
import { RequestError } from '../shared/errors.ts';
import { valueSecret } from '../shared/secret-value.ts';
import { isSecureUrl } from '../shared/secure-url.ts';
import type { Vault } from '../vault/vault.ts';

export interface RequestAuthorizerDeps {
  tokens: Pick<Tokens, 'usableToken' | 'tokenInsteadOf'>;
  vault: Vault;
  practice: PracticeOrigin;
  clocks: ServiceClocks;
  /** A connection without hosts gets the first one that it is used for. */
  pinHost(connectionId: string, host: string): void;
  now(): number;
}

interface Allowed {
  practiceOrigin: string | undefined;
  values: TokenSet['values'];
  origins: Set<string>;
}

/** When a GET was signed, and by which clock (`ServiceClocks`). OAuth1 alone. */
export interface Signature {
  sentAt: number;
  skewMs: number;
}

export interface PlacedToken {
  /** It may hold the token. */
  url: URL;
  /** To be added, their names in lower case. */
  headers: Record<string, string>;
  signature?: Signature;
}

export interface RefusedGet {
  url: URL;
  status: number;
  headers: Record<string, string>;
  /** The start of the body. */
  text: string;
  signature: Signature | undefined;
}

/** How one connection authorizes GETs: by the token where the service wants it (RFC 6750 §2) or by a signature (RFC 5849). */
export interface RequestAuthorizer {
  /** `values`: what the login brought; host patterns may name it. Throws RequestError `resource.host_not_allowed`. */
  requireHost(connection: Connection, url: URL, values?: TokenSet['values']): void;
  /** Whether the user or the preset named this host as one that gets the token, safely. Where none is named, none is. */
  isListed(connection: Connection, url: URL, values?: TokenSet['values']): boolean;
  place(connection: Connection, tokenSet: TokenSet, url: URL): PlacedToken;
  /** Every response tells the time of a service that wants it right. */
  learnTime(url: URL, headers: Record<string, string>, signature: Signature): void;
  /** What a service may say back of it beside the token set: PLAINTEXT sends the client secret (RFC 5849 §3.4.4). */
  secrets(connection: Connection): string[];
  /**
   * After a refusal: what to try once instead. For OAuth1 the same token with the service's clock, when that was the
   * reason (row 34). `undefined`: the response stands.
   */
  insteadOf(connection: Connection, tokenSet: TokenSet, refused: RefusedGet): Promise<TokenSet | undefined>;
}

export function createRequestAuthorizer({
  tokens,
  vault,
  practice,
  clocks,
  pinHost,
  now,
}: RequestAuthorizerDeps): RequestAuthorizer {
  /** By connection as saved: an edit makes another object. */
  const signings = new WeakMap<Connection, { origin: string | undefined; settings: OAuth1Settings; hosts: string[] }>();
  /** Origins that matched, so that a GET need not read the patterns again. */
  const allowed = new WeakMap<Connection, Allowed>();

  const signingOf = (connection: Connection): { settings: OAuth1Settings; hosts: string[] } => {
    const origin = practice.current();
    const known = signings.get(connection);
    if (known && known.origin === origin) return known;
    const secrets: ConnectionSecrets = {};
    const names = ['clientSecret', 'privateKey', ...connection.secretValues.map(valueSecret)] as const;
    for (const name of names) {
      const value = vault.read(connection.id, name);
      if (value !== undefined) secrets[name] = value;
    }
    // A signature needs no header of token requests, nor the secrets in them.
    const signed = { ...connection, tokenHeaders: [] };
    const made = resolveOAuth1Settings(signed, { preset: undefined, secrets, practiceOrigin: origin });
    const signing = { origin, settings: made, hosts: clockHosts(made) };
    signings.set(connection, signing);
    return signing;
  };

  return {
    isListed: (connection, url, values) =>
      isSecureUrl(url) && isHostAllowed(hostsOf(connection, practice.current(), values), url),
    requireHost: (connection, url, values) => {
      const practiceOrigin = practice.current();
      const seen = allowed.get(connection);
      const known = seen && seen.practiceOrigin === practiceOrigin && seen.values === values ? seen : undefined;
      if (known?.origins.has(url.origin)) return;
      if (connection.hosts.length === 0) pinHost(connection.id, url.host);
      else if (isHostAllowed(hostsOf(connection, practiceOrigin, values), url)) {
        if (known) known.origins.add(url.origin);
        else allowed.set(connection, { practiceOrigin, values, origins: new Set([url.origin]) });
      } else
        throw new RequestError(
          'resource.host_not_allowed',
          `The token of “${connection.name}” is not for ${url.host}. Allow the host if you trust it with the token.`,
          { details: { host: url.host, connectionId: connection.id } },
        );
    },
    place: (connection, tokenSet, url) => {
      if (!protocolOf(connection).signsRequests)
        return placeToken(connection.tokenPlacement, tokenSet.accessToken, url);
      const { settings, hosts } = signingOf(connection);
      const signature = { sentAt: now(), skewMs: clocks.skewMs(url.host, hosts) };
      const request = { method: 'GET', url, now: signature.sentAt, clockSkewMs: signature.skewMs };
      return { url, headers: { authorization: signOAuth1Request(settings, tokenSet, request) }, signature };
    },
    learnTime: (url, headers, { sentAt }) => clocks.learn(url.host, headers, { sentAt, receivedAt: now() }),
    secrets: (connection) => {
      const secret = protocolOf(connection).signsRequests ? signingOf(connection).settings.clientSecret : undefined;
      return secret === undefined ? [] : [secret];
    },
    insteadOf: async (connection, tokenSet, { url, status, headers, text, signature }) => {
      if (signature === undefined) return tokens.tokenInsteadOf(connection.id, tokenSet.accessToken);
      const used = { ...signature, receivedAt: now() };
      // A date that differs says enough: a GET can be asked once more.
      const response = { status, headers, text };
      if (readClock(headers, used).kind !== 'skew' && !isTimestampRefusal(response)) return undefined;
      return clocks.correct(url.host, response, used) === undefined ? undefined : tokenSet;
    },
  };
}
