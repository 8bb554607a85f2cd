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
import { message } from '../shared/messages/message.ts';
import type { ResourceMethod } from '../shared/resource/resource.ts';
import { valueSecret } from '../shared/secret-value.ts';
import { isSecureUrl } from '../shared/secure-url.ts';
import type { Vault } from '../vault/vault.ts';

export interface RequestAuthorizerDeps {
  tokens: Pick<Tokens, 'usableToken' | 'tokenInsteadOf'>;
  vault: Vault;
  practice: PracticeOrigin;
  clocks: ServiceClocks;
  /** Allows the first host that a connection without hosts is used for. */
  pinHost(connectionId: string, host: string): void;
  now(): number;
}

interface Allowed {
  practiceOrigin: string | undefined;
  values: TokenSet['values'];
  origins: Set<string>;
}

/** When a GET was signed, and with which clock skew (`ServiceClocks`). OAuth1 only. */
export interface Signature {
  sentAt: number;
  skewMs: number;
}

/** What is signed besides the URL. Absent: a GET. */
export interface SignedParts {
  method: ResourceMethod;
  /** The fields of a form (RFC 5849 §3.4.1.3.1). */
  form?: [name: string, value: string][] | undefined;
}

export interface PlacedToken {
  /** May contain the token. */
  url: URL;
  /** Headers to add, their names in lower case. */
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
  method: ResourceMethod;
}

/**
 * Authorizes a connection's GETs: with the token where the service expects it (RFC 6750 §2), or with a signature (RFC
 * 5849).
 */
export interface RequestAuthorizer {
  /** `values`: what the login brought, which host patterns may use. Throws RequestError `resource.host_not_allowed`. */
  requireHost(connection: Connection, url: URL, values?: TokenSet['values']): void;
  /**
   * Whether the user or the preset lists this host for the token, with a secure scheme. Without a list, no host is
   * listed.
   */
  isListed(connection: Connection, url: URL, values?: TokenSet['values']): boolean;
  place(connection: Connection, tokenSet: TokenSet, url: URL, parts?: SignedParts): PlacedToken;
  /** Learns a service's clock from every response. */
  learnTime(url: URL, headers: Record<string, string>, signature: Signature): void;
  /** Secrets that a service may echo, other than the token set: PLAINTEXT sends the client secret (RFC 5849 §3.4.4). */
  secrets(connection: Connection): string[];
  /**
   * What to retry once after a refusal. For OAuth1: the same token with the service's clock, if the timestamp was the
   * reason (row 34). `undefined`: the response stands.
   */
  insteadOf(connection: Connection, tokenSet: TokenSet, refused: RefusedGet): Promise<TokenSet | undefined>;
}

/** Names the host that the user may allow. */
export const hostNotAllowed = ({ id, name }: Connection, { host }: URL): RequestError =>
  new RequestError('resource.host_not_allowed', message('resource.hostNotAllowed', { name, host }), {
    details: { host, connectionId: id },
  });

export function createRequestAuthorizer({
  tokens,
  vault,
  practice,
  clocks,
  pinHost,
  now,
}: RequestAuthorizerDeps): RequestAuthorizer {
  /** Keyed by the saved connection object: an edit creates another object. */
  const signings = new WeakMap<Connection, { origin: string | undefined; settings: OAuth1Settings; hosts: string[] }>();
  /** Origins that matched, so that a GET need not check the patterns again. */
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
    // A signature needs neither the headers of token requests nor their secrets.
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
      } else throw hostNotAllowed(connection, url);
    },
    place: (connection, tokenSet, url, { method, form } = { method: 'GET' }) => {
      if (!protocolOf(connection).signsRequests)
        return placeToken(connection.tokenPlacement, tokenSet.accessToken, url);
      const { settings, hosts } = signingOf(connection);
      const signature = { sentAt: now(), skewMs: clocks.skewMs(url.host, hosts) };
      const request = { method, url, form, now: signature.sentAt, clockSkewMs: signature.skewMs };
      return { url, headers: { authorization: signOAuth1Request(settings, tokenSet, request) }, signature };
    },
    learnTime: (url, headers, { sentAt }) => clocks.learn(url.host, headers, { sentAt, receivedAt: now() }),
    secrets: (connection) => {
      const secret = protocolOf(connection).signsRequests ? signingOf(connection).settings.clientSecret : undefined;
      return secret === undefined ? [] : [secret];
    },
    insteadOf: async (connection, tokenSet, { url, status, headers, text, signature, method }) => {
      if (signature === undefined) return tokens.tokenInsteadOf(connection.id, tokenSet.accessToken);
      const used = { ...signature, receivedAt: now() };
      // A different date is enough reason for a GET, which can be repeated. A POST is repeated only if the service says
      // that its timestamp was the reason.
      const response = { status, headers, text };
      const isReason = isTimestampRefusal(response) || (method === 'GET' && readClock(headers, used).kind === 'skew');
      if (!isReason) return undefined;
      return clocks.correct(url.host, response, used) === undefined ? undefined : tokenSet;
    },
  };
}
