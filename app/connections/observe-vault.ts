import type { KnownSecrets } from '../console/mask/known-secrets.ts';
import type { Vault } from '../vault/vault.ts';
import { cookiesName, parseCookies } from './login-cookies.ts';

/** The parts of a token set that are secrets (`TokenSet`). */
const tokenFields = ['accessToken', 'refreshToken', 'tokenSecret', 'idToken'] as const;

/** A vault that reports every secret it reads or writes. The app sends no secret that was neither stored nor typed. */
export function observeVault(vault: Vault, known: KnownSecrets): Vault {
  const seen = new Map<string, string>();
  const note = (owner: string, name: string, value: string): void => {
    const key = `${owner}\n${name}`;
    if (seen.get(key) === value) return;
    seen.set(key, value);
    if (name === cookiesName) for (const [cookie, session] of cookiesIn(value)) known.note(owner, cookie, session);
    else if (name !== 'tokenSet') known.note(owner, name, value);
    else for (const [field, token] of tokensIn(value)) known.note(owner, field, token);
  };
  return {
    ...vault,
    read: (owner, name) => {
      const value = vault.read(owner, name);
      if (value !== undefined) note(owner, name, value);
      return value;
    },
    write: (owner, name, value) => {
      note(owner, name, value);
      vault.write(owner, name, value);
    },
  };
}

/**
 * Shorter values are words such as `en-US` or `accepted`: searching for them would mask ordinary text. Cookie headers
 * are masked whole.
 */
const shortestSession = 16;

const cookiesIn = (text: string): [string, string][] =>
  parseCookies(text).flatMap(({ name, domain, value }) =>
    value.length >= shortestSession ? [[`cookie ${domain} ${name}`, value] satisfies [string, string]] : [],
  );

function tokensIn(text: string): [string, string][] {
  try {
    const tokenSet: unknown = JSON.parse(text);
    if (typeof tokenSet !== 'object' || tokenSet === null) return [];
    return tokenFields.flatMap((field) => {
      const value: unknown = Reflect.get(tokenSet, field);
      return typeof value === 'string' ? [[field, value] satisfies [string, string]] : [];
    });
  } catch {
    return [['text', text]];
  }
}
