import { networkOwner } from '../network/network.ts';
import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { Vault } from '../vault/vault.ts';
import { cookiesName } from './login-cookies.ts';
import type { Tokens } from './tokens.ts';

export interface RevealSecretDeps {
  vault: Pick<Vault, 'read'>;
  tokens: Pick<Tokens, 'peek'>;
}

/**
 * One secret of a connection or resource, for a user who asks to see it (row 35). The parts of a token set have their
 * own names. Throws RequestError `input.no_secret`; VaultError.
 */
export function revealSecret(owner: string, name: string, { vault, tokens }: RevealSecretDeps): string {
  const value = neverShown(owner, name) ? undefined : (tokenOf(owner, name, tokens) ?? vault.read(owner, name));
  if (value === undefined) throw new RequestError('input.no_secret', message('connection.secretNotStored'));
  return value;
}

/**
 * The proxy's password is only for the proxy (row 37). A token set is more than one value. Cookies are the login
 * itself.
 */
const neverShown = (owner: string, name: string): boolean =>
  owner === networkOwner || name === 'tokenSet' || name === cookiesName;

function tokenOf(owner: string, name: string, tokens: Pick<Tokens, 'peek'>): string | undefined {
  if (name === 'accessToken' || name === 'refreshToken' || name === 'tokenSecret') return tokens.peek(owner)?.[name];
  return undefined;
}
