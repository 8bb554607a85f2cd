export interface LoginRefusal {
  host: string;
  reason: string;
}

/** What the top frame of an authorization window shows. `status`: of the response, where there was one. */
export interface ShownPage {
  url: string;
  status?: number | undefined;
}

/**
 * Whether a page is one on which a service refuses logins in windows of apps. Only what is known of a service counts:
 * a wrong guess would send people away from a login that works.
 *
 * - `error=disallowed_useragent` or `restricted_useragent`, at any host (Google's names for it).
 * - Google's error page, which has the name in its Base64 parameter `authError` (`/signin/oauth/error`), and its plain
 *   403 at the authorization endpoint.
 * - Google's "This browser or app may not be secure" (`/v3/signin/rejected`, `/deniedsigninrejected`).
 */
export function refusalOn({ url: text, status }: ShownPage): LoginRefusal | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined;
  const isGoogle = url.hostname === 'accounts.google.com' && url.protocol === 'https:';
  if (namesRefusal(url) || (isGoogle && refusedByGoogle(url, status)))
    return {
      host: url.host,
      reason: isGoogle
        ? 'Google does not allow logins in app windows.'
        : `${url.host} does not allow logins in app windows.`,
    };
  return undefined;
}

const refused = /^(?:disallowed|restricted)_useragent$/;
const namesRefusal = (url: URL): boolean => refused.test(url.searchParams.get('error') ?? '');

function refusedByGoogle(url: URL, status: number | undefined): boolean {
  if (/\/(?:signin\/rejected|deniedsigninrejected)(?:\/|$)/i.test(url.pathname)) return true;
  const authError = url.searchParams.get('authError');
  // A message in Protocol Buffers: its first field is the name of the error.
  if (authError !== null) return /(?:disallowed|restricted)_useragent/.test(decodedBase64(authError));
  return status === 403 && /^\/o\/oauth2\//.test(url.pathname);
}

/** Base64 or base64url; `+` may have become a space on its way through a query. */
const decodedBase64 = (text: string): string =>
  Buffer.from(text.replaceAll(' ', '+'), 'base64').toString('latin1').slice(0, 200);

/** Tells of the first refusal that a login meets; the window stays, as another way may be offered on the same page. */
export function watchForRefusal(onRefused: ((refusal: LoginRefusal) => void) | undefined): (page: ShownPage) => void {
  let told = false;
  return (page) => {
    const refusal = told ? undefined : refusalOn(page);
    if (refusal === undefined) return;
    told = true;
    onRefused?.(refusal);
  };
}
