import type { CookieJar } from 'tough-cookie';

/**
 * The cookies that the redirects of one GET set (RFC 6265). Some services send a cookie and a redirect to the same URL,
 * which would loop without it. One jar per origin: no cookie goes to another origin, not even within the same domain.
 */
export interface RedirectCookies {
  /** `lines`: the `Set-Cookie` fields of a redirect from `from`. */
  keep(from: URL, lines: readonly string[]): Promise<void>;
  /** Adds the cookies for this URL after those of the user. */
  addTo(headers: Readonly<Record<string, string>>, url: URL): Readonly<Record<string, string>>;
}

export function createRedirectCookies(): RedirectCookies {
  const jars = new Map<string, CookieJar>();
  return {
    keep: async (from, lines) => {
      // Loaded with the first such redirect: most GETs have none.
      const { CookieJar } = await import('tough-cookie');
      // A jar for one origin needs no list of public suffixes. `loose`: accept cookies without a name, as browsers do.
      const jar = jars.get(from.origin) ?? new CookieJar(undefined, { rejectPublicSuffixes: false, looseMode: true });
      jars.set(from.origin, jar);
      for (const line of lines) jar.setCookieSync(line, from.href, { ignoreError: true });
    },
    addTo: (headers, url) => {
      const cookies = jars.get(url.origin)?.getCookieStringSync(url.href) ?? '';
      if (cookies === '') return headers;
      return { ...headers, cookie: headers.cookie === undefined ? cookies : `${headers.cookie}; ${cookies}` };
    },
  };
}
