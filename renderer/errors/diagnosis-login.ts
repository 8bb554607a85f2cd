import type { Connection } from '../../app/shared/connection/connection.ts';
import { withCallback } from '../common/loopback-callback.ts';
import type { Fix, Rule, Situation } from './rule.ts';
import { isGoogle, isMicrosoft, microsoftTenant } from './services.ts';

const callbackUrl = ({ connection }: Situation): string => connection?.callbackUrl ?? '';

const copyCallback = (situation: Situation): Fix | undefined =>
  situation.connection === undefined
    ? undefined
    : { label: 'Copy callback URL', action: 'copy', value: callbackUrl(situation) };

/** Logs in with one more parameter of the authorization URL. */
const withParameter =
  (label: string, name: string, value: string) =>
  (situation: Situation): Fix | undefined => {
    const { connection } = situation;
    if (connection === undefined || connection.extraAuthorizationParameters[name] === value) return undefined;
    const extraAuthorizationParameters = { ...connection.extraAuthorizationParameters, [name]: value };
    return { label, change: { extraAuthorizationParameters }, retry: 'login' };
  };

const register = (situation: Situation): string =>
  `Register exactly ${callbackUrl(situation)} at the service, including the final slash. Then try again.`;

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
  const label = 'Log in with another account';
  if (situation.connection?.window !== 'popup')
    return withParameter(label, 'prompt', 'select_account')(situation) ?? { label, action: 'request_token' };
  return { label, change: { session: 'fresh' }, retry: 'login' };
}

const browserInstead = ({ connection }: Situation): Fix | undefined => {
  if (connection === undefined || connection.window === 'browser') return undefined;
  const { window, callbackUrl } = withCallback({ ...connection, window: 'browser' } satisfies Connection);
  return { label: 'Log in with your browser', change: { window, callbackUrl }, retry: 'login' };
};

/** The login itself: its callback URL, its account, and the consent that it needs. */
export const loginRules: readonly Rule[] = [
  {
    codes: /^(callback\.error|callback\.access_denied|token\.)/,
    says: /redirect[ _]?ur[il].{0,60}(mis-?match|match|invalid|not (valid|registered|allowed)|whitelist)|(bad|invalid)_redirect_uri|AADSTS50011|reply (url|address)|(invalid|mismatch\w*|unregistered).{0,30}(redirect|callback)[ _]ur[il]/i,
    title: 'The service does not know this callback URL',
    meaning: register,
    fix: copyCallback,
    actions: ['open_console', 'try_again', 'edit_connection'],
  },
  {
    codes: /^window\.(closed|timeout)$/,
    when: sawMismatch,
    title: 'The service does not know this callback URL',
    meaning: register,
    fix: copyCallback,
    actions: ['open_console', 'try_again'],
  },
  {
    codes: /^window\.(closed|timeout)$/,
    when: ({ seen }) => seen?.error === 'window.sign_in_prompt',
    title: 'The login window cannot do this sign-in',
    meaning: 'The page asked for this computer’s sign-in or a password prompt. Your browser can do both.',
    fix: browserInstead,
    actions: ['try_again', 'edit_connection'],
  },
  {
    codes: /^window\.(closed|timeout)$/,
    when: ({ seen }) => seen?.status !== undefined && seen.status >= 400,
    title: 'The login page showed an error',
    meaning: (situation) =>
      `Register exactly ${callbackUrl(situation)} at the service, including the final slash. If it is registered, check the client ID.`,
    fix: copyCallback,
    actions: ['open_console', 'try_again', 'edit_connection'],
  },
  {
    codes: /^(callback|window|token)\./,
    says: /disallowed_useragent|embedded (web ?view|browser|user-agent)|browser or app may not be secure/i,
    when: ({ connection }) => connection?.window === 'popup',
    title: 'The service refuses logins in app windows',
    meaning: 'It requires your usual browser. Log in there; Tokenboard then continues by itself.',
    fix: browserInstead,
    actions: ['switch_window', 'edit_connection'],
  },
  {
    codes: /^window\.load_failed$/,
    when: ({ connection }) => connection?.window === 'popup',
    title: 'The login page did not load',
    meaning: 'The authorization URL may be wrong, or the page needs your browser, for example for a company login.',
    fix: browserInstead,
    actions: ['try_again', 'show_all_fields'],
  },
  {
    codes: /^(callback|token)\./,
    says: /AADSTS90094|AADSTS90093|admin(istrator)?('s)? (consent|approval)|needs? (an )?admin/i,
    title: 'An administrator must allow this app',
    meaning:
      'Only an administrator of your organization may grant these scopes. Send them the link, then log in again.',
    fix: (situation) => {
      if (!isMicrosoft(situation)) return undefined;
      const link = new URL(
        `https://login.microsoftonline.com/${microsoftTenant(situation) ?? 'organizations'}/adminconsent`,
      );
      link.searchParams.set('client_id', situation.connection?.clientId ?? '');
      return { label: 'Copy the link for the administrator', action: 'copy', value: link.href };
    },
    actions: ['try_again', 'open_console', 'edit_connection'],
  },
  {
    codes: /^(callback|token)\./,
    says: /AADSTS65001|consent_required|has not consented|interaction_required.{0,40}consent/i,
    title: 'These scopes need your consent',
    meaning: 'Log in again and give consent. An administrator may have to do this.',
    fix: withParameter('Ask for consent and log in again', 'prompt', 'consent'),
    actions: ['try_again', 'edit_connection'],
  },
  {
    codes: /^(callback|token)\./,
    says: /AADSTS50020|AADSTS500200|AADSTS50034|not enabled for consumers|personal (microsoft )?account|account type/i,
    title: 'This account cannot be used',
    meaning: 'The app accepts only accounts of one organization, or only work accounts. Log in with such an account.',
    fix: anotherAccount,
    actions: ['edit_connection', 'open_console'],
  },
  {
    codes: /^(callback|token)\./,
    says: /AADSTS(700016|90002|900023|50194|50059|70001)\b|tenant .{0,60}not found|wrong tenant/i,
    title: 'The tenant is wrong',
    meaning: 'This tenant does not exist or does not know the client ID. Enter the Directory ID from the API console.',
    fix: () => ({ label: 'Change the tenant', action: 'edit_connection' }),
    actions: ['open_console', 'try_again'],
  },
  {
    codes: /^token\.(invalid_grant|code_refused)$/,
    says: /token has been expired or revoked/i,
    when: isGoogle,
    title: 'Google has ended the access',
    meaning:
      'Access was revoked, or the app is in testing, where tokens end after 7 days. Publish it under OAuth consent screen, then log in again.',
    fix: () => ({ label: 'Log in again', action: 'request_token' }),
    actions: ['open_console'],
  },
  {
    codes: /^(callback\.(error|access_denied))$/,
    says: /access_denied|verification process|test(ing)? (user|mode)/i,
    when: isGoogle,
    title: 'Access was not granted',
    meaning:
      'The login was cancelled, or the account is not a test user of the app. Add it under OAuth consent screen, Audience.',
    actions: ['try_again', 'open_console', 'edit_connection'],
  },
  {
    // A refused signature has its own advice about the clock (`oauth1.timestamp_refused`).
    codes: /^(callback|token|id_token)\./,
    says: /timestamp (is )?(out of bounds|refused|invalid|too old|expired)|used too (early|late)|not yet valid|issued in the future|before the token was issued|AADSTS(700024|50013)\b|clock/i,
    title: 'The clock of this computer is wrong',
    meaning: 'It differs from the service’s clock. Let the system set the clock, then try again.',
    actions: ['try_again'],
  },
];
