import type { Connection } from '../../app/shared/connection/connection.ts';
import type { ConnectionStatus } from '../../app/shared/contract/contract.ts';
import { relativeTime } from '../common/time.ts';
import { listText } from '../messages/list.ts';
import { text } from '../messages/text.ts';

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
      return { tone: 'good', sentence: text('connection.forecast.renews') };
    case 'renews_until':
      if (forecast.extends === undefined)
        return {
          tone: 'limited',
          sentence: text('connection.forecast.renewsUntil', { end }),
        };
      return forecast.extends
        ? { tone: 'good', sentence: text('connection.forecast.extends', { end }) }
        : {
            tone: 'limited',
            sentence: text('connection.forecast.keepsEnd', { end }),
          };
    case 'lasts':
      return { tone: 'good', sentence: text('connection.forecast.lasts') };
    case 'own_token':
      return {
        tone: 'limited',
        sentence: text('connection.forecast.ownToken'),
      };
    case 'no_token':
      return {
        tone: 'good',
        sentence: text('connection.forecast.noToken'),
      };
    case 'ends':
      return {
        tone: 'warning',
        sentence: hasRefreshToken
          ? text('connection.forecast.ends', { end })
          : text('connection.forecast.endsWithoutRefreshToken', { end }),
      };
    case 'unknown':
      return {
        tone: 'warning',
        sentence: text('connection.forecast.unknown'),
      };
  }
}

/** The same while the connection cannot be used as it is. Pure; `now` is epoch ms. */
export function troubleWords(status: Trouble, now: number): ForecastWords {
  return { tone: 'warning', sentence: troubleSentence(status, now) };
}

function troubleSentence(status: Trouble, now: number): string {
  if (status.status === 'needs_login') return text('connection.forecast.needsLogin');
  const { code } = status.error;
  if (code === 'token.not_accepted') return text('connection.forecast.notAccepted');
  if (code.startsWith('vault.')) return text('connection.forecast.vault');
  return status.retryAt === undefined
    ? text('connection.forecast.failed')
    : text('connection.forecast.retries', { time: relativeTime(status.retryAt, now) });
}

/** The facts behind the sentence, in a few words each; none if the sentence says everything. */
export function refreshFacts({ hasRefreshToken, renewsByItself, forecast }: Authorized): string[] {
  if (forecast.isPublicClient) return [text('connection.forecast.publicClient')];
  if (!hasRefreshToken) return renewsByItself ? [text('connection.forecast.asksAgain')] : [];
  const has = text('connection.forecast.hasRefreshToken');
  if (forecast.rotates === undefined) return [has];
  return [has, text(forecast.rotates ? 'connection.forecast.rotates' : 'connection.forecast.stays')];
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
    ...(scope === undefined ? [] : [text('connection.forecast.fix.scope', { scope })]),
    ...(accessType === undefined ? [] : [text('connection.forecast.fix.accessType', { accessType })]),
    ...Object.entries(authorizationParameters).map(([name, value]) => `${name}=${value}`),
  ];
  return text('connection.forecast.fix', { what: listText(parts) });
}
