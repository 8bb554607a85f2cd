/** A page that refuses logins in the windows of apps. */
export interface LoginRefusal {
  host: string;
}

/** The top frame of an authorization window. `status`: of the response, if there was one. */
export interface ShownPage {
  url: string;
  status?: number | undefined;
}

/**
 * Whether a page refuses logins in embedded windows. Only known refusals count: a wrong guess would send users away
 * from a login that works.
 *
 * - `error=disallowed_useragent` or `restricted_useragent`, on any host (Google's names).
 * - Google's error page with that name in its Base64 parameter `authError` (`/signin/oauth/error`), and its plain 403
 *   at the authorization endpoint.
 * - Google's "This browser or app may not be secure" (`/v3/signin/rejected`, `/deniedsigninrejected`).
 */
export function refusalOn({ url: text, status }: ShownPage): LoginRefusal | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined;
  const isGoogle = url.hostname === 'accounts.google.com' && url.protocol === 'https:';
  return namesRefusal(url) || (isGoogle && refusedByGoogle(url, status)) ? { host: url.host } : undefined;
}

const refused = /^(?:disallowed|restricted)_useragent$/;
const namesRefusal = (url: URL): boolean => refused.test(url.searchParams.get('error') ?? '');

function refusedByGoogle(url: URL, status: number | undefined): boolean {
  if (/\/(?:signin\/rejected|deniedsigninrejected)(?:\/|$)/i.test(url.pathname)) return true;
  const authError = url.searchParams.get('authError');
  // A Protocol Buffers message: its first field is the name of the error.
  if (authError !== null) return /(?:disallowed|restricted)_useragent/.test(decodedBase64(authError));
  return status === 403 && /^\/o\/oauth2\//.test(url.pathname);
}

/** Base64 or base64url. A query may have turned `+` into a space. */
const decodedBase64 = (text: string): string =>
  Buffer.from(text.replaceAll(' ', '+'), 'base64').toString('latin1').slice(0, 200);

/** Reports the first refusal in a login. The window stays open, because the page may offer another way. */
export function watchForRefusal(onRefused: ((refusal: LoginRefusal) => void) | undefined): (page: ShownPage) => void {
  let told = false;
  return (page) => {
    const refusal = told ? undefined : refusalOn(page);
    if (refusal === undefined) return;
    told = true;
    onRefused?.(refusal);
  };
}
