import type { BrowserContext } from 'playwright-core';
import type { LoginCookie } from '../platform.ts';

const names = { Strict: 'strict', Lax: 'lax', None: 'none' } as const;
const playwrightNames = { strict: 'Strict', lax: 'Lax', none: 'None' } as const;

export async function readCookies(context: BrowserContext): Promise<LoginCookie[]> {
  const found = await context.cookies();
  return found.flatMap(({ name, value, domain, path, secure, httpOnly, sameSite, expires, partitionKey }) =>
    // Omit cookies of a frame within another site: they belong to the pair of sites, and are not a login.
    expires > 0 && partitionKey === undefined
      ? [{ name, value, domain, path, secure, httpOnly, sameSite: names[sameSite], expires }]
      : [],
  );
}

/** Skips cookies that Chromium refuses. */
export async function putCookies(context: BrowserContext, cookies: readonly LoginCookie[]): Promise<void> {
  await Promise.allSettled(
    cookies.map(({ sameSite, ...cookie }) =>
      context.addCookies([{ ...cookie, ...(sameSite === null ? {} : { sameSite: playwrightNames[sameSite] }) }]),
    ),
  );
}
