import type { Connection } from '../../app/shared/connection/connection.ts';
import { withCallback } from '../common/loopback-callback.ts';
import { text } from '../messages/text.ts';
import type { Fix, Rule, Situation } from './rule.ts';
import { isGoogle, isMicrosoft, microsoftTenant } from './services.ts';
import { callbackUrlOf } from './situation-facts.ts';

const copyCallback = ({ connection }: Situation): Fix | undefined =>
  connection === undefined
    ? undefined
    : { label: text('diagnosis.fix.copyCallbackUrl'), action: 'copy', value: connection.callbackUrl };

/** Logs in with one more parameter of the authorization URL. */
const withParameter =
  (label: 'askConsent' | 'anotherAccount', name: string, value: string) =>
  (situation: Situation): Fix | undefined => {
    const { connection } = situation;
    if (connection === undefined || connection.extraAuthorizationParameters[name] === value) return undefined;
    const extraAuthorizationParameters = { ...connection.extraAuthorizationParameters, [name]: value };
    return { label: text(`diagnosis.fix.${label}`), change: { extraAuthorizationParameters }, retry: 'login' };
  };

/** The page of an abandoned login mentioned the redirect URI in its URL. Only the page's URL is kept. */
const sawMismatch = ({ seen }: Situation): boolean =>
  seen !== undefined && /redirect_uri_mismatch|AADSTS50011/i.test(readable(seen.url));

/** Google puts the error into `authError`, as Base64. */
function readable(url: string): string {
  const encoded = /[?&]authError=([^&#]+)/.exec(url)?.[1];
  if (encoded === undefined) return url;
  try {
    return `${url} ${atob(decodeURIComponent(encoded).replaceAll('-', '+').replaceAll('_', '/'))}`;
  } catch {
    return url;
  }
}

/** Another account: Tokenboard’s own window starts without cookies; the user's browser has to be asked for it (OpenID Connect §3.1.2.1). */
function anotherAccount(situation: Situation): Fix | undefined {
  const label = text('diagnosis.fix.anotherAccount');
  if (situation.connection?.window !== 'popup')
    return withParameter('anotherAccount', 'prompt', 'select_account')(situation) ?? { label, action: 'request_token' };
  return { label, change: { session: 'fresh' }, retry: 'login' };
}

const browserInstead = ({ connection }: Situation): Fix | undefined => {
  if (connection === undefined || connection.window === 'browser') return undefined;
  const { window, callbackUrl } = withCallback({ ...connection, window: 'browser' } satisfies Connection);
  return { label: text('diagnosis.fix.useBrowser'), change: { window, callbackUrl }, retry: 'login' };
};

/** The login itself: its callback URL, its account, and the consent that it needs. */
export const loginRules: readonly Rule[] = [
  {
    id: 'callbackUrlUnknown',
    codes: /^(callback\.error|callback\.access_denied|token\.)/,
    says: /redirect[ _]?ur[il].{0,60}(mis-?match|match|invalid|not (valid|registered|allowed)|whitelist)|(bad|invalid)_redirect_uri|AADSTS50011|reply (url|address)|(invalid|mismatch\w*|unregistered).{0,30}(redirect|callback)[ _]ur[il]/i,
    values: callbackUrlOf,
    fix: copyCallback,
    actions: ['open_console', 'try_again', 'edit_connection'],
  },
  {
    id: 'callbackUrlUnknown',
    codes: /^window\.(closed|timeout)$/,
    when: sawMismatch,
    values: callbackUrlOf,
    fix: copyCallback,
    actions: ['open_console', 'try_again'],
  },
  {
    id: 'signInPrompt',
    codes: /^window\.(closed|timeout)$/,
    when: ({ seen }) => seen?.error === 'window.sign_in_prompt',
    fix: browserInstead,
    actions: ['try_again', 'edit_connection'],
  },
  {
    id: 'loginPageError',
    codes: /^window\.(closed|timeout)$/,
    when: ({ seen }) => seen?.status !== undefined && seen.status >= 400,
    values: callbackUrlOf,
    fix: copyCallback,
    actions: ['open_console', 'try_again', 'edit_connection'],
  },
  {
    id: 'appWindowRefused',
    codes: /^(callback|window|token)\./,
    says: /disallowed_useragent|embedded (web ?view|browser|user-agent)|browser or app may not be secure/i,
    when: ({ connection }) => connection?.window === 'popup',
    fix: browserInstead,
    actions: ['switch_window', 'edit_connection'],
  },
  {
    id: 'loginPageNotLoaded',
    codes: /^window\.load_failed$/,
    when: ({ connection }) => connection?.window === 'popup',
    fix: browserInstead,
    actions: ['try_again', 'show_all_fields'],
  },
  {
    id: 'adminConsent',
    codes: /^(callback|token)\./,
    says: /AADSTS90094|AADSTS90093|admin(istrator)?('s)? (consent|approval)|needs? (an )?admin/i,
    fix: (situation) => {
      if (!isMicrosoft(situation)) return undefined;
      const link = new URL(
        `https://login.microsoftonline.com/${microsoftTenant(situation) ?? 'organizations'}/adminconsent`,
      );
      link.searchParams.set('client_id', situation.connection?.clientId ?? '');
      return { label: text('diagnosis.fix.copyAdminLink'), action: 'copy', value: link.href };
    },
    actions: ['try_again', 'open_console', 'edit_connection'],
  },
  {
    id: 'consent',
    codes: /^(callback|token)\./,
    says: /AADSTS65001|consent_required|has not consented|interaction_required.{0,40}consent/i,
    fix: withParameter('askConsent', 'prompt', 'consent'),
    actions: ['try_again', 'edit_connection'],
  },
  {
    id: 'accountUnusable',
    codes: /^(callback|token)\./,
    says: /AADSTS50020|AADSTS500200|AADSTS50034|not enabled for consumers|personal (microsoft )?account|account type/i,
    fix: anotherAccount,
    actions: ['edit_connection', 'open_console'],
  },
  {
    id: 'tenantWrong',
    codes: /^(callback|token)\./,
    says: /AADSTS(700016|90002|900023|50194|50059|70001)\b|tenant .{0,60}not found|wrong tenant/i,
    fix: () => ({ label: text('diagnosis.fix.changeTenant'), action: 'edit_connection' }),
    actions: ['open_console', 'try_again'],
  },
  {
    id: 'googleEnded',
    codes: /^token\.(invalid_grant|code_refused)$/,
    says: /token has been expired or revoked/i,
    when: isGoogle,
    fix: () => ({ label: text('diagnosis.fix.logInAgain'), action: 'request_token' }),
    actions: ['open_console'],
  },
  {
    id: 'googleDenied',
    codes: /^(callback\.(error|access_denied))$/,
    says: /access_denied|verification process|test(ing)? (user|mode)/i,
    when: isGoogle,
    actions: ['try_again', 'open_console', 'edit_connection'],
  },
  {
    id: 'clockWrong',
    // A refused signature has its own advice about the clock (`oauth1.timestamp_refused`).
    codes: /^(callback|token|id_token)\./,
    says: /timestamp (is )?(out of bounds|refused|invalid|too old|expired)|used too (early|late)|not yet valid|issued in the future|before the token was issued|AADSTS(700024|50013)\b|clock/i,
    actions: ['try_again'],
  },
];
