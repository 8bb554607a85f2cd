import { randomBytes } from 'node:crypto';
import { sameText } from '../same-text.ts';
import type { StateStore } from '../state.ts';
import { OAuth1Problem } from './problem.ts';

/** RFC 5849 §2.1. Valid for a few minutes, during the login. */
export interface TemporaryCredentials {
  token: string;
  secret: string;
  callback: string;
  expiresAt: number;
  /** Set when the user has granted access. */
  permission?: { verifier: string; username: string };
}

export interface Credentials {
  begin(callback: string): TemporaryCredentials;
  /** `undefined` when unknown, used or expired. */
  temporary(token: string): TemporaryCredentials | undefined;
  allow(token: string, username: string): string;
  deny(token: string): void;
  /** Exchanges temporary credentials for token credentials, once. Throws OAuth1Problem. */
  exchange(token: string, verifier: string): Promise<{ token: string; secret: string }>;
  /** Throws OAuth1Problem for an unknown token. */
  temporarySecret(token: string): string;
  tokenSecret(token: string): string;
  usernameOf(token: string): string | undefined;
}

const loginMs = 10 * 60_000;
const randomText = () => randomBytes(24).toString('base64url');

export function createCredentials(store: StateStore, now: () => number = Date.now): Credentials {
  const pending = new Map<string, TemporaryCredentials>();
  const tokens = store.state.oauth1Tokens;
  const temporary = (token: string) => {
    for (const [key, { expiresAt }] of pending) if (expiresAt <= now()) pending.delete(key);
    return pending.get(token);
  };
  const known = (token: string) => {
    const credentials = temporary(token);
    if (!credentials) throw new OAuth1Problem('token_expired', 'This request token is unknown, used or too old.');
    return credentials;
  };
  const granted = (token: string) => (Object.hasOwn(tokens, token) ? tokens[token] : undefined);
  return {
    begin(callback) {
      const credentials = { token: randomText(), secret: randomText(), callback, expiresAt: now() + loginMs };
      pending.set(credentials.token, credentials);
      return credentials;
    },
    temporary,
    allow(token, username) {
      const verifier = randomText();
      known(token).permission = { verifier, username };
      return verifier;
    },
    deny(token) {
      pending.delete(token);
    },
    async exchange(token, verifier) {
      const { permission } = known(token);
      if (!permission) throw new OAuth1Problem('permission_unknown', 'The user has not decided yet.');
      if (!sameText(permission.verifier, verifier))
        throw new OAuth1Problem('parameter_rejected', 'The verifier is wrong.', {
          oauth_parameters_rejected: 'oauth_verifier',
        });
      pending.delete(token);
      const credentials = { token: randomText(), secret: randomText() };
      tokens[credentials.token] = { secret: credentials.secret, username: permission.username };
      await store.save();
      return credentials;
    },
    temporarySecret: (token) => known(token).secret,
    tokenSecret(token) {
      const credentials = granted(token);
      if (!credentials) throw new OAuth1Problem('token_rejected', 'This access token is unknown.');
      return credentials.secret;
    },
    usernameOf: (token) => granted(token)?.username,
  };
}
