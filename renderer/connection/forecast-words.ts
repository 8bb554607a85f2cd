import type { Connection } from '../../app/shared/connection/connection.ts';
import type { ConnectionStatus } from '../../app/shared/contract/contract.ts';
import { relativeTime } from '../common/time.ts';

export type Authorized = Extract<ConnectionStatus, { status: 'authorized' }>;
export type Trouble = Extract<ConnectionStatus, { status: 'failing' | 'needs_login' }>;
export type RenewalForecast = Authorized['forecast'];
export type ForecastFix = NonNullable<RenewalForecast['fix']>;

export interface ForecastWords {
  /** `good`: renews without the user. `limited`: until a known day. `warning`: will end; the user must act. */
  tone: 'good' | 'limited' | 'warning';
  /** Will it keep running? One sentence. */
  sentence: string;
}

/** Will it keep running? Pure; `now` is epoch ms. */
export function forecastWords({ forecast, hasRefreshToken }: Authorized, now: number): ForecastWords {
  const end = forecast.endsAt === undefined ? '' : relativeTime(forecast.endsAt, now);
  switch (forecast.kind) {
    case 'renews':
      return { tone: 'good', sentence: 'Yes. The token renews by itself, with no known end.' };
    case 'renews_until':
      if (forecast.extends === undefined)
        return {
          tone: 'limited',
          sentence: `Probably. The refresh token ends ${end}; the first renewal shows whether renewing extends it.`,
        };
      return forecast.extends
        ? { tone: 'good', sentence: `Yes, while it is used. Each renewal extends the login; unused, it ends ${end}.` }
        : {
            tone: 'limited',
            sentence: `For now. The login ends ${end}, and renewals do not extend it. Log in again then.`,
          };
    case 'lasts':
      return { tone: 'good', sentence: 'Yes. Tokens of this service do not expire.' };
    case 'own_token':
      return {
        tone: 'limited',
        sentence:
          'Until the token is revoked or expires at the service. Tokenboard cannot renew a token that you entered.',
      };
    case 'no_token':
      return {
        tone: 'good',
        sentence: 'Yes. The client signs each request itself, so no token can expire.',
      };
    case 'ends':
      return {
        tone: 'warning',
        sentence: hasRefreshToken
          ? `No. The token ends ${end}. Then log in again.`
          : `No. The service gave no refresh token. When the token ends ${end}, log in again.`,
      };
    case 'unknown':
      return {
        tone: 'warning',
        sentence: 'Not known. The service gave no refresh token and no expiry. It may ask you to log in again.',
      };
  }
}

/** The same while the connection cannot be used as it is. Pure; `now` is epoch ms. */
export function troubleWords(status: Trouble, now: number): ForecastWords {
  return { tone: 'warning', sentence: troubleSentence(status, now) };
}

function troubleSentence(status: Trouble, now: number): string {
  if (status.status === 'needs_login') return 'No. This token cannot be renewed. Log in again.';
  const { code } = status.error;
  if (code === 'token.not_accepted') return 'No. The service refused the token at the last request.';
  if (code.startsWith('vault.')) return 'Not now. The secrets of this connection cannot be read or stored.';
  return status.retryAt === undefined
    ? 'No. The last renewal failed. Fix the cause below to renew again.'
    : `Not certain. The last renewal failed; Tokenboard tries again ${relativeTime(status.retryAt, now)}.`;
}

/** The facts behind the sentence, in a few words each; none if the sentence says everything. */
export function refreshFacts({ hasRefreshToken, renewsByItself, forecast }: Authorized): string[] {
  if (forecast.isPublicClient) return ['Many services give no refresh token to a client without a secret'];
  if (!hasRefreshToken) return renewsByItself ? ['No refresh token: a new token is requested each time'] : [];
  if (forecast.rotates === undefined) return ['Has a refresh token'];
  return ['Has a refresh token', forecast.rotates ? 'a new one with every renewal' : 'the same one every time'];
}

/** The connection with the change that brings a refresh token. Pure. */
export function withFix(connection: Connection, fix: ForecastFix): Connection {
  const { scope, accessType, authorizationParameters = {} } = fix;
  return {
    ...connection,
    ...(scope === undefined || connection.scopes.includes(scope) ? {} : { scopes: [...connection.scopes, scope] }),
    ...(accessType === undefined ? {} : { accessType }),
    extraAuthorizationParameters: { ...connection.extraAuthorizationParameters, ...authorizationParameters },
  };
}

/** The button's label, with what the login will also request: `Log in again with access type offline and prompt=consent`. */
export function fixWords({ scope, accessType, authorizationParameters = {} }: ForecastFix): string {
  const parts = [
    ...(scope === undefined ? [] : [`the scope ${scope}`]),
    ...(accessType === undefined ? [] : [`access type ${accessType}`]),
    ...Object.entries(authorizationParameters).map(([name, value]) => `${name}=${value}`),
  ];
  const last = parts.at(-1) ?? '';
  const listed = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last;
  return `Log in again with ${listed}`;
}
