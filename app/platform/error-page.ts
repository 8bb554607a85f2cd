import { PlatformError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { safeText } from '../shared/safe-text.ts';
import { hostOf } from './navigation.ts';
import type { PageText } from './page-text.ts';
import type { ShownPage } from './refusal.ts';

/**
 * A page on which a service says why the login failed. The service does not redirect back, so only this page says so.
 */
export interface ErrorPage {
  host: string;
  /** In the service's words. Absent if no text was found. Safe to show; masked at the border. */
  serviceMessage?: string | undefined;
  /** The response's status. Absent if the page has changed its own URL since. */
  status?: number | undefined;
}

/** RFC 6749 §4.1.2.1 and §5.2, OpenID Connect Core §3.1.2.6, and codes that services add. */
const oauthErrors =
  /^(?:invalid_(?:request|client|scope|grant|redirect_uri|target|request_uri|request_object)|unauthorized_client|unsupported_(?:response_type|response_mode|grant_type)|access_denied|server_error|temporarily_unavailable|redirect(?:_uri)?_mismatch|org_internal|admin_policy_enforced|deleted_client|disabled_client|consent_required|interaction_required|request_(?:uri_)?not_supported|registration_not_supported|app_not_configured_for_user)$/;

/** Words that no working login page contains: codes of Microsoft Entra ID, Google's title. */
const knownWords = /\bAADSTS\d{5,7}\b|\bError 4\d\d: [a-z_]{4,}|\bOAuth 2\.0 Parameter: /;

/**
 * Which lines of a page describe the error, rather than a name, menu or footer. The first kind that matches is used.
 */
const tellingWords = [
  /redirect|callback|\bclient|\bscope|OAuth|AADSTS|\b[a-z]+_[a-z_]+\b|mismatch|\bapp(?:lication)? .{0,40}(?:not|blocked|disabled)/i,
  /error|invalid|not (?:be )?(?:found|valid|allowed|supported|authorized|permitted|available)|denied|unauthorized|forbidden|unavailable|expired|missing|wrong|fail|cannot|unable/i,
];

/**
 * Whether a page says that the login failed. A page with a form does not, unless it has an OAuth error: services show
 * the login page again with a 4xx after a wrong password.
 */
export function errorPageOn(shown: ShownPage, page: PageText): ErrorPage | undefined {
  const { status } = shown;
  const inUrl = errorInUrl(shown.url, page.hasFields);
  const isKnown = inUrl !== undefined || knownWords.test(page.title) || knownWords.test(page.text);
  const isRefusal = status !== undefined && status >= 400 && (status >= 500 || !page.hasFields);
  if (!isKnown && !isRefusal) return undefined;
  const serviceMessage = inUrl ?? saidOn(page);
  return {
    host: hostOf(shown.url),
    ...(serviceMessage === '' ? {} : { serviceMessage }),
    ...(status === undefined ? {} : { status }),
  };
}

/**
 * Ory Hydra, WSO2 and others redirect to the operator's page with all details in its URL. A non-standard code counts
 * only with a description, on a page without a form: login pages use such codes for a wrong password too, and a service
 * that asks another one is told that a login is required.
 */
function errorInUrl(text: string, hasFields: boolean): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  for (const parameters of [url.searchParams, new URLSearchParams(url.hash.slice(1))]) {
    const value = (...names: string[]) =>
      names.map((name) => parameters.get(name) ?? '').find((each) => each !== '') ?? '';
    const error = value('error', 'oauthErrorCode');
    const more = [value('error_description', 'oauthErrorMsg'), value('error_hint')].filter((each) => each !== '');
    const isOther = !hasFields && more.length > 0 && /^[a-z]+(?:_[a-z]+)+(?<!_required)$/.test(error);
    if (oauthErrors.test(error) || isOther)
      return safeText([error, more.join(' ')].filter((each) => each !== '').join(': '));
  }
  return undefined;
}

const mostLines = 3;

function saidOn({ title, text }: PageText): string {
  const lines = [...new Set(text.split('\n').map((line) => safeText(line, 300)))].filter((line) => line.length > 3);
  const telling = tellingWords.map((words) => lines.filter((line) => words.test(line))).find((some) => some.length > 0);
  // The title alone often has the code (Google: "Error 400: redirect_uri_mismatch").
  const chosen = (telling ?? lines).slice(0, mostLines);
  const heading = knownWords.test(title) && !chosen.some((line) => line.includes(title.trim())) ? [title] : [];
  return safeText([...heading, ...chosen].join(' '));
}

/** The error that the app shows while the window is open, and after it was closed. */
export function errorPageError({ host, serviceMessage, status }: ErrorPage): PlatformError {
  return new PlatformError('window.error_page', message('window.errorPage', { host }), {
    serviceMessage,
    details: { host, ...(status === undefined ? {} : { status }) },
  });
}
