import { refreshTokenFix } from './refresh-token-fix.ts';
import type { Fix, Rule, Situation } from './rule.ts';

const listed = (scopes: readonly string[]): string => scopes.map((scope) => `“${scope}”`).join(', ');

/** Scopes that the API says it wants (RFC 6750 §3, GitLab's body, Slack's `needed`) and that are not asked for yet. */
function missingScopes({ error, connection }: Situation): string[] {
  const wanted = typeof error.details?.scope === 'string' ? error.details.scope.split(/[\s,]+/) : [];
  return wanted.filter((scope) => scope !== '' && connection?.scopes.includes(scope) === false);
}

/** Scopes of the connection that the service names as wrong: Google lists the right ones in the same sentence. */
function refusedScopes({ serviceMessage, connection }: Situation): string[] {
  const text = /\binvalid=\[([^\]]*)\]/.exec(serviceMessage)?.[1] ?? serviceMessage;
  const named = new Set(text.split(/[\s,;'"“”‘’`()[\]{}<>]+/).map((word) => word.replace(/[.:]+$/, '')));
  return connection?.scopes.filter((scope) => named.has(scope)) ?? [];
}

/** Those of them to leave out: `openid` last, as it is hardly the reason, and never all, as a login needs one. */
function removableScopes(situation: Situation): string[] {
  const refused = refusedScopes(situation);
  const others = refused.filter((scope) => scope !== 'openid');
  const removable = others.length > 0 ? others : refused;
  return removable.length === situation.connection?.scopes.length ? [] : removable;
}

/** A service that names all of them mostly lists what was asked for: which one is wrong it does not say. */
const refusesSome = (situation: Situation): boolean =>
  refusedScopes(situation).length < (situation.connection?.scopes.length ?? 0);

const refusalOfScope =
  /invalid[ _]?scope|scopes? .{0,40}(invalid|unknown|malformed|not (valid|allowed|supported))|AADSTS70011/i;

const withRefreshToken = ({ connection, preset }: Situation): Fix | undefined => {
  const change = connection === undefined ? undefined : refreshTokenFix(connection, preset);
  return change === undefined
    ? undefined
    : { label: 'Ask for a refresh token and log in again', change, retry: 'login' };
};

/** What the token may do, and how long it lasts. */
export const scopeRules: readonly Rule[] = [
  {
    codes: /^(resource\.(forbidden|unauthorized|refused)|introspection\.)/,
    when: (situation) => missingScopes(situation).length > 0,
    title: 'A scope is missing',
    meaning: (situation) =>
      `The service requires ${listed(missingScopes(situation))} for this. Log in again to grant it.`,
    fix: (situation) => {
      const missing = missingScopes(situation);
      const scopes = [...(situation.connection?.scopes ?? []), ...missing];
      const what = missing.length === 1 ? `“${missing[0]}”` : `${missing.length} scopes`;
      return { label: `Add ${what} and log in again`, change: { scopes }, retry: 'login' };
    },
    actions: ['edit_connection'],
  },
  {
    codes: /^resource\.(forbidden|unauthorized|refused)$/,
    says: /insufficient.{0,30}(scope|permission|privilege)|missing_scope|higher privileges|scope.{0,40}(required|missing|insufficient)|(lacks?|missing|required).{0,30}scope/i,
    title: 'A scope is missing',
    meaning: 'The token is valid but may not do this. Look up the scope that this URL needs, add it, and log in again.',
    fix: () => ({ label: 'Choose scopes', action: 'edit_connection' }),
    actions: ['request_token', 'try_again'],
  },
  {
    codes: /^(token\.invalid_scope|callback\.error|token\.(refused|invalid_request|error_in_200))$/,
    says: refusalOfScope,
    when: (situation) => removableScopes(situation).length > 0 && refusesSome(situation),
    title: 'The service does not know a scope',
    meaning: (situation) =>
      `It does not accept ${listed(removableScopes(situation))}, or this client may not ask for it. Log in without it.`,
    fix: (situation) => {
      const removed = removableScopes(situation);
      const scopes = situation.connection?.scopes.filter((scope) => !removed.includes(scope)) ?? [];
      const what = removed.length === 1 ? `“${removed[0]}”` : `${removed.length} scopes`;
      return { label: `Remove ${what} and try again`, change: { scopes }, retry: 'login' };
    },
    actions: ['edit_connection', 'open_console'],
  },
  {
    codes: /^(token\.invalid_scope|callback\.error|token\.(refused|invalid_request|error_in_200))$/,
    says: refusalOfScope,
    when: (situation) => refusedScopes(situation).length > 0 && !refusesSome(situation),
    title: 'The service accepts none of the scopes',
    meaning:
      'Compare them with its documentation. Some services expect the whole URL of a scope, or commas between scopes.',
    fix: () => ({ label: 'Edit the scopes', action: 'edit_connection' }),
    actions: ['open_console', 'try_again'],
  },
  {
    codes: /^(token\.invalid_scope|callback\.error)$/,
    says: /invalid[ _]?scope|AADSTS70011/i,
    title: 'The service does not accept the scopes',
    meaning:
      'A scope is misspelled, belongs to another API, or is not allowed for this client. Compare them with its documentation.',
    fix: () => ({ label: 'Edit the scopes', action: 'edit_connection' }),
    actions: ['open_console', 'try_again'],
  },
  {
    codes: /^token\.(no_refresh_token|expired)$/,
    when: (situation) => withRefreshToken(situation) !== undefined,
    title: 'The token has expired and cannot renew itself',
    meaning: 'Tokenboard did not ask for a refresh token. Log in once more to ask for one.',
    fix: withRefreshToken,
    actions: ['request_token', 'edit_connection'],
  },
  {
    codes: /^token\.(no_refresh_token|expired)$/,
    when: ({ preset }) => preset?.refreshTokens.issued === 'never',
    title: 'The token has expired',
    meaning: 'This service gives no refresh tokens. Log in again from time to time.',
    fix: () => ({ label: 'Log in again', action: 'request_token' }),
    actions: ['edit_connection'],
  },
  {
    codes: /^resource\.(unauthorized|forbidden|refused)$/,
    says: /invalid.{0,20}audience|audience.{0,30}(invalid|mismatch|not|failed)|IDX10214/i,
    title: 'The token is for another API',
    meaning:
      'Request scopes of this API (Microsoft: in full, such as https://graph.microsoft.com/User.Read), or add its audience as extra parameter.',
    fix: () => ({ label: 'Change the scopes', action: 'edit_connection' }),
    actions: ['request_token', 'try_again'],
  },
  {
    codes: /^resource\.(forbidden|refused|unauthorized)$/,
    says: /has not been used in project|SERVICE_DISABLED|accessNotConfigured|access not configured|api (is )?not enabled/i,
    title: 'The API is not enabled',
    meaning:
      'The project of this client has not enabled the API. Enable it in the API console, then wait a few minutes.',
    fix: ({ serviceMessage }) => {
      // Only Google's own console: what a service says is not followed anywhere else.
      const link = /https:\/\/console\.(?:developers|cloud)\.google\.com\/[\w./?=&%-]+/.exec(serviceMessage)?.[0];
      return link === undefined
        ? { label: 'Open API console', action: 'open_console' }
        : { label: 'Enable the API', action: 'open_link', value: link.replace(/\.$/, '') };
    },
    actions: ['try_again'],
  },
  {
    codes: /^resource\.unauthorized$/,
    when: ({ error }) => error.details?.renewed === true,
    title: 'The service refuses the new token too',
    meaning: 'The access may have been revoked. Log in again.',
    fix: () => ({ label: 'Log in again', action: 'request_token' }),
    actions: ['edit_connection', 'try_again'],
  },
  {
    codes: /^resource\.forbidden$/,
    when: ({ error }) => error.details?.renewed === true,
    title: 'The service does not allow this',
    meaning: 'A renewed token was refused too. The account may not see this data, or access was revoked.',
    actions: ['edit_connection', 'request_token', 'try_again'],
  },
  {
    codes: /^token\.not_accepted$/,
    when: ({ error }) => error.details?.status === 403,
    title: 'The service refuses the new token too',
    meaning: 'A renewed token was refused. Access may have been revoked, or the account may not see this data.',
    actions: ['request_token', 'edit_connection'],
  },
];
