import type { TokenSet } from '../oauth/token-set.ts';
import type { ConnectionStatus } from '../shared/contract/contract.ts';
import { AppError, reportError } from '../shared/errors.ts';
import type { Preset } from '../shared/preset/preset.ts';
import type { RefusedTokens } from './refused-tokens.ts';
import type { Renewability } from './renewal/renewability.ts';
import type { Renewals } from './renewal/renewals.ts';
import { forecastOfHandedOver, renewalForecast } from './renewal-forecast.ts';
import type { Requests } from './requests.ts';
import { statusOf } from './status.ts';
import type { ConnectionStore } from './store.ts';
import { readOrError, type TokenStore } from './token-store.ts';

export interface StatusDeps {
  connections: Pick<ConnectionStore, 'find'>;
  tokenStore: Pick<TokenStore, 'read'>;
  requests: Pick<Requests, 'state'>;
  renewals: Pick<Renewals, 'isRenewing' | 'failureOf'>;
  renewability: Renewability;
  refused: Pick<RefusedTokens, 'of'>;
  findPreset(id: string | null): Preset | undefined;
  now(): number;
}

/** Reads the facts from which `statusOf` decides. */
export function createReadStatus(deps: StatusDeps): (id: string) => ConnectionStatus {
  const { connections, tokenStore, requests, renewals, renewability, refused, findPreset, now } = deps;
  return (id) => {
    const token = readOrError(tokenStore, id);
    const tokenSet = token === undefined || token instanceof AppError ? undefined : token.tokenSet;
    const isHandedOver = renewability.isHandedOver(id);
    // A token that was handed over works until it expires. Settings that changed end a token at once.
    const stillWorks = isHandedOver && tokenSet !== undefined && (tokenSet.expiresAt ?? Infinity) > now();
    const blocker = tokenSet && !stillWorks ? renewability.blocker(id, tokenSet) : undefined;
    const connection = connections.find(id);
    const forecast = (of: TokenSet) => {
      if (isHandedOver) return forecastOfHandedOver(of);
      return connection && renewalForecast(connection, of, findPreset(connection.presetId), now());
    };
    return statusOf({
      request: requests.state(id),
      renewing: renewals.isRenewing(id),
      failure: renewals.failureOf(id),
      refused: tokenSet && refused.of(id, tokenSet.accessToken),
      token: tokenSet && blocker ? { tokenSet, rejected: reportError(blocker) } : token,
      renewable: tokenSet !== undefined && renewability.canRenew(id, tokenSet),
      forecast: tokenSet && forecast(tokenSet),
      now: now(),
    });
  };
}
