import type { Cookie, Session } from 'electron';
import type { LoginCookie } from '../platform.ts';

const names = { strict: 'strict', lax: 'lax', no_restriction: 'none', unspecified: null } as const;
const chromiumNames = { strict: 'strict', lax: 'lax', none: 'no_restriction' } as const;

export async function readCookies(session: Session): Promise<LoginCookie[]> {
  return (await session.cookies.get({})).flatMap((cookie) => fromChromium(cookie) ?? []);
}

function fromChromium({ name, value, domain, path, secure, httpOnly, sameSite, expirationDate }: Cookie) {
  if (expirationDate === undefined || domain === undefined) return undefined;
  const cookie: LoginCookie = {
    name,
    value,
    domain,
    path: path ?? '/',
    secure: secure ?? false,
    httpOnly: httpOnly ?? false,
    sameSite: names[sameSite],
    expires: expirationDate,
  };
  return cookie;
}

/** Skips cookies that Chromium refuses. */
export async function putCookies(session: Session, cookies: readonly LoginCookie[]): Promise<void> {
  await Promise.allSettled(
    cookies.map(({ name, value, domain, path, secure, httpOnly, sameSite, expires }) =>
      session.cookies.set({
        url: `${secure ? 'https' : 'http'}://${domain.replace(/^\./, '')}${path}`,
        name,
        value,
        // Without a domain, the cookie belongs to the host only.
        ...(domain.startsWith('.') ? { domain } : {}),
        path,
        secure,
        httpOnly,
        ...(sameSite === null ? {} : { sameSite: chromiumNames[sameSite] }),
        expirationDate: expires,
      }),
    ),
  );
}
