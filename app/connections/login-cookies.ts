import { z } from 'zod';
import type { LoginCookie } from '../platform/platform.ts';
import type { Vault } from '../vault/vault.ts';

/** Of the vault. Nobody gets to see it: no view names it, and it cannot be revealed. */
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

/** As many as a few sites set; what is larger is no login. In characters of JSON. */
const mostCharacters = 512 * 1024;

/** What was kept; none where it cannot be understood. */
export function parseCookies(text: string): LoginCookie[] {
  try {
    return z.array(cookieSchema).parse(JSON.parse(text));
  } catch {
    return [];
  }
}

/** Who is logged in in the login windows of connections, kept over the end of the app: encrypted, like every secret. */
export interface LoginCookies {
  /** Those that have not ended; none where they cannot be read. */
  of(connectionId: string): LoginCookie[];
  /** Instead of those of before. Best effort: a login does not fail for it. */
  keep(connectionId: string, cookies: readonly LoginCookie[]): void;
  forget(connectionId: string): void;
}

export function createLoginCookies(vault: Vault, now: () => number): LoginCookies {
  const forget = (connectionId: string): void => {
    try {
      vault.remove(connectionId, cookiesName);
    } catch {
      // The vault cannot be written: they end by themselves.
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
        // Locked, or it cannot be written: the next login asks who one is.
      }
    },
    forget,
  };
}
