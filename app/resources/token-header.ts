import type { Connection } from '../connections/connection.ts';
import type { PracticeOrigin } from '../connections/grants.ts';
import { isHostAllowed } from '../connections/hosts.ts';
import { hostsOf, oauth1SettingsOf } from '../connections/settings-of.ts';
import type { Tokens } from '../connections/tokens.ts';
import { RequestError } from '../errors.ts';
import { clockSkewMs } from '../oauth/oauth1-clock.ts';
import { signOAuth1Request } from '../oauth/oauth1-signature.ts';
import type { OAuth1Settings } from '../oauth/settings.ts';
import type { TokenSet } from '../oauth/token-set.ts';
import type { Vault } from '../vault/vault.ts';
import { placeToken } from './token-place.ts';

export interface TokenHeaderNeeds {
  tokens: Pick<Tokens, 'usableToken' | 'tokenInsteadOf'>;
  vault: Vault;
  practice: PracticeOrigin;
  /** A connection without hosts gets the first one that it is used for. */
  pinHost(connectionId: string, host: string): void;
  now(): number;
}

interface Allowed {
  practiceOrigin: string | undefined;
  values: TokenSet['values'];
  origins: Set<string>;
}

/** A skew that was corrected already, less the time that answers take. */
const toleratedSkewMs = 5_000;

/** How one connection authorizes GETs: by the token where the service wants it (RFC 6750 §2) or by a signature (RFC 5849). */
export interface TokenHeader {
  /** `values`: what the login brought; host patterns may name it. Throws RequestError `resource.host_not_allowed`. */
  requireHost(connection: Connection, url: URL, values?: TokenSet['values']): void;
  /** The URL to ask, which may hold the token, and the headers to add, their names in lower case. */
  place(connection: Connection, tokenSet: TokenSet, url: URL): { url: URL; headers: Record<string, string> };
  /** What a service may say back of it beside the token set: PLAINTEXT sends the client secret (RFC 5849 §3.4.4). */
  secrets(connection: Connection): string[];
  /**
   * After a refusal of the token: what to try once instead. For OAuth1 the same token with the service's clock, when a
   * 401 says that the clock was wrong (row 34). `undefined`: the response stands.
   */
  insteadOf(
    connection: Connection,
    tokenSet: TokenSet,
    refusal: { status: number; headers: Record<string, string> },
  ): Promise<TokenSet | undefined>;
}

export function createTokenHeader({ tokens, vault, practice, pinHost, now }: TokenHeaderNeeds): TokenHeader {
  /** By connection as saved: an edit makes another object. */
  const settings = new WeakMap<Connection, { origin: string | undefined; settings: OAuth1Settings }>();
  /** Origins that matched, so that a GET need not read the patterns again. */
  const allowed = new WeakMap<Connection, Allowed>();
  const skews = new Map<string, number>();

  const oauth1Settings = (connection: Connection): OAuth1Settings => {
    const origin = practice.current();
    const known = settings.get(connection);
    if (known && known.origin === origin) return known.settings;
    const secrets: { clientSecret?: string; privateKey?: string } = {};
    for (const name of ['clientSecret', 'privateKey'] as const) {
      const value = vault.read(connection.id, name);
      if (value !== undefined) secrets[name] = value;
    }
    const made = oauth1SettingsOf(connection, { preset: undefined, secrets, practiceOrigin: origin });
    settings.set(connection, { origin, settings: made });
    return made;
  };

  return {
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
      if (connection.grant !== 'oauth1') return placeToken(connection.tokenPlacement, tokenSet.accessToken, url);
      const skew = skews.get(connection.id);
      const request = { method: 'GET', url, now: now(), ...(skew === undefined ? {} : { clockSkewMs: skew }) };
      return { url, headers: { authorization: signOAuth1Request(oauth1Settings(connection), tokenSet, request) } };
    },
    secrets: (connection) => {
      const secret = connection.grant === 'oauth1' ? oauth1Settings(connection).clientSecret : undefined;
      return secret === undefined ? [] : [secret];
    },
    insteadOf: async (connection, tokenSet, { status, headers }) => {
      if (connection.grant !== 'oauth1') return tokens.tokenInsteadOf(connection.id, tokenSet.accessToken);
      if (status !== 401) return undefined;
      const skew = clockSkewMs(headers, now()) ?? 0;
      if (headers.date === undefined || Math.abs(skew - (skews.get(connection.id) ?? 0)) < toleratedSkewMs)
        return undefined;
      skews.set(connection.id, skew);
      return tokenSet;
    },
  };
}
