import { currentLanguage } from '../../app/shared/messages/format.ts';
import { text } from '../messages/text.ts';
import { refreshTokenFix } from './refresh-token-fix.ts';
import type { Fix, Rule, Situation } from './rule.ts';

/** Scopes in a sentence: `“read” and “write”`. */
const listed = (scopes: readonly string[]): { scopes: string; count: number } => ({
  scopes: new Intl.ListFormat(currentLanguage()).format(scopes.map((scope) => text('diagnosis.scope', { scope }))),
  count: scopes.length,
});

/** For a button: the scope if there is one, else their number. */
const counted = ([scope = '', ...others]: readonly string[]): { scope: string; count: number } => ({
  scope,
  count: 1 + others.length,
});

/** Scopes that the API says it wants (RFC 6750 §3, GitLab's body, Slack's `needed`) and that are not asked for yet. */
function missingScopes({ error, connection }: Situation): string[] {
  const wanted = typeof error.details?.scope === 'string' ? error.details.scope.split(/[\s,]+/) : [];
  return wanted.filter((scope) => scope !== '' && connection?.scopes.includes(scope) === false);
}

/** Scopes of the connection that the service names as wrong: Google lists the right ones in the same sentence. */
function refusedScopes({ serviceMessage, connection }: Situation): string[] {
  const words = /\binvalid=\[([^\]]*)\]/.exec(serviceMessage)?.[1] ?? serviceMessage;
  const named = new Set(words.split(/[\s,;'"“”‘’`()[\]{}<>]+/).map((word) => word.replace(/[.:]+$/, '')));
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
  return change === undefined ? undefined : { label: text('diagnosis.fix.askRefreshToken'), change, retry: 'login' };
};

/** What the token may do, and how long it lasts. */
export const scopeRules: readonly Rule[] = [
  {
    id: 'scopeMissing',
    codes: /^(resource\.(forbidden|unauthorized|refused)|introspection\.)/,
    when: (situation) => missingScopes(situation).length > 0,
    values: (situation) => listed(missingScopes(situation)),
    fix: (situation) => {
      const missing = missingScopes(situation);
      const scopes = [...(situation.connection?.scopes ?? []), ...missing];
      return { label: text('diagnosis.fix.addScopes', counted(missing)), change: { scopes }, retry: 'login' };
    },
    actions: ['edit_connection'],
  },
  {
    id: 'scopeMissingUnnamed',
    codes: /^resource\.(forbidden|unauthorized|refused)$/,
    says: /insufficient.{0,30}(scope|permission|privilege)|missing_scope|higher privileges|scope.{0,40}(required|missing|insufficient)|(lacks?|missing|required).{0,30}scope/i,
    fix: () => ({ label: text('diagnosis.fix.chooseScopes'), action: 'edit_connection' }),
    actions: ['request_token', 'try_again'],
  },
  {
    id: 'scopeRejected',
    codes: /^(token\.invalid_scope|callback\.error|token\.(refused|invalid_request|error_in_200))$/,
    says: refusalOfScope,
    when: (situation) => removableScopes(situation).length > 0 && refusesSome(situation),
    values: (situation) => listed(removableScopes(situation)),
    fix: (situation) => {
      const removed = removableScopes(situation);
      const scopes = situation.connection?.scopes.filter((scope) => !removed.includes(scope)) ?? [];
      return { label: text('diagnosis.fix.removeScopes', counted(removed)), change: { scopes }, retry: 'login' };
    },
    actions: ['edit_connection', 'open_console'],
  },
  {
    id: 'scopesAllRejected',
    codes: /^(token\.invalid_scope|callback\.error|token\.(refused|invalid_request|error_in_200))$/,
    says: refusalOfScope,
    when: (situation) => refusedScopes(situation).length > 0 && !refusesSome(situation),
    fix: () => ({ label: text('diagnosis.fix.editScopes'), action: 'edit_connection' }),
    actions: ['open_console', 'try_again'],
  },
  {
    id: 'scopesRejected',
    codes: /^(token\.invalid_scope|callback\.error)$/,
    says: /invalid[ _]?scope|AADSTS70011/i,
    fix: () => ({ label: text('diagnosis.fix.editScopes'), action: 'edit_connection' }),
    actions: ['open_console', 'try_again'],
  },
  {
    id: 'refreshTokenNotRequested',
    codes: /^token\.(no_refresh_token|expired)$/,
    when: (situation) => withRefreshToken(situation) !== undefined,
    fix: withRefreshToken,
    actions: ['request_token', 'edit_connection'],
  },
  {
    id: 'refreshTokenNever',
    codes: /^token\.(no_refresh_token|expired)$/,
    when: ({ preset }) => preset?.refreshTokens.issued === 'never',
    fix: () => ({ label: text('diagnosis.fix.logInAgain'), action: 'request_token' }),
    actions: ['edit_connection'],
  },
  {
    id: 'audience',
    codes: /^resource\.(unauthorized|forbidden|refused)$/,
    says: /invalid.{0,20}audience|audience.{0,30}(invalid|mismatch|not|failed)|IDX10214/i,
    fix: () => ({ label: text('diagnosis.fix.editScopes'), action: 'edit_connection' }),
    actions: ['request_token', 'try_again'],
  },
  {
    id: 'apiDisabled',
    codes: /^resource\.(forbidden|refused|unauthorized)$/,
    says: /has not been used in project|SERVICE_DISABLED|accessNotConfigured|access not configured|api (is )?not enabled/i,
    fix: ({ serviceMessage }) => {
      // Only Google's own console: what a service says is not followed anywhere else.
      const link = /https:\/\/console\.(?:developers|cloud)\.google\.com\/[\w./?=&%-]+/.exec(serviceMessage)?.[0];
      return link === undefined
        ? { label: text('errorPanel.action.open_console'), action: 'open_console' }
        : { label: text('diagnosis.fix.enableApi'), action: 'open_link', value: link.replace(/\.$/, '') };
    },
    actions: ['try_again'],
  },
  {
    id: 'newTokenRefused',
    codes: /^resource\.unauthorized$/,
    when: ({ error }) => error.details?.renewed === true,
    fix: () => ({ label: text('diagnosis.fix.logInAgain'), action: 'request_token' }),
    actions: ['edit_connection', 'try_again'],
  },
  {
    id: 'newTokenForbidden',
    codes: /^resource\.forbidden$/,
    when: ({ error }) => error.details?.renewed === true,
    actions: ['edit_connection', 'request_token', 'try_again'],
  },
  {
    id: 'renewedTokenRefused',
    codes: /^token\.not_accepted$/,
    when: ({ error }) => error.details?.status === 403,
    actions: ['request_token', 'edit_connection'],
  },
];
