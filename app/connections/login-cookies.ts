import { z } from 'zod';
import type { LoginCookie } from '../platform/platform.ts';
import type { Vault } from '../vault/vault.ts';

/** The name in the vault. No view lists the cookies, and they cannot be revealed. */
export const cookiesName = 'cookies';

const cookieSchema = z.object({
  name: z.string(),
  value: z.string(),
  domain: z.string().min(1),
  path: z.string(),
  secure: z.boolean(),
  httpOnly: z.boolean(),
  sameSite: z.enum(['strict', 'lax', 'none']).nullable(),
  expires: z.number(),
}) satisfies z.ZodType<LoginCookie>;

/** Enough for the cookies of a few sites; a login needs no more. In characters of JSON. */
const mostCharacters = 512 * 1024;

/** The stored cookies, or none if they cannot be parsed. */
export function parseCookies(text: string): LoginCookie[] {
  try {
    return z.array(cookieSchema).parse(JSON.parse(text));
  } catch {
    return [];
  }
}

/** Cookies of the login windows, kept across restarts and encrypted like every secret. */
export interface LoginCookies {
  /** The cookies that have not expired, or none if they cannot be read. */
  of(connectionId: string): LoginCookie[];
  /** Replaces the stored cookies. Best effort: a login does not fail because of it. */
  keep(connectionId: string, cookies: readonly LoginCookie[]): void;
  forget(connectionId: string): void;
}

export function createLoginCookies(vault: Vault, now: () => number): LoginCookies {
  const forget = (connectionId: string): void => {
    try {
      vault.remove(connectionId, cookiesName);
    } catch {
      // The vault cannot be written: the cookies expire anyway.
    }
  };
  return {
    of: (connectionId) => {
      try {
        const text = vault.read(connectionId, cookiesName);
        return parseCookies(text ?? '').filter(({ expires }) => expires * 1000 > now());
      } catch {
        return [];
      }
    },
    keep: (connectionId, cookies) => {
      const text = JSON.stringify(cookies);
      if (cookies.length === 0 || text.length > mostCharacters) return forget(connectionId);
      try {
        if (vault.read(connectionId, cookiesName) !== text) vault.write(connectionId, cookiesName, text);
      } catch {
        // The vault is locked or cannot be written: the next login asks for the account again.
      }
    },
    forget,
  };
}
