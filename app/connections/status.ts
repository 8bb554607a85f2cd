import { describeTokenType } from '../oauth/token-response.ts';
import type { IdTokenProblem } from '../oauth/token-set.ts';
import type { ConnectionStatus } from '../shared/contract/contract.ts';
import { AppError, type ErrorReport, reportError } from '../shared/errors.ts';
import { type Message, message } from '../shared/messages/message.ts';
import { type RenewalFailure, retryTime } from './renewal/failures.ts';
import type { RenewalForecast } from './renewal-forecast.ts';
import type { RequestState } from './requests.ts';
import type { StoredToken } from './token-store.ts';

export interface StatusFacts {
  request: RequestState | undefined;
  renewing: boolean;
  failure: RenewalFailure | undefined;
  /** Set if the service refused the token when it was last used. */
  refused: ErrorReport | undefined;
  /** The stored token, `undefined`, or the reason why it could not be read. */
  token: StoredToken | undefined | AppError;
  /** There is a refresh token, or a password that may be used again. */
  renewable: boolean;
  /** Set if there is a token. */
  forecast: RenewalForecast | undefined;
  now: number;
}

/** The status of a connection: one at a time, the most urgent first. */
export function statusOf({
  request,
  renewing,
  failure,
  refused,
  token,
  renewable,
  forecast,
  now,
}: StatusFacts): ConnectionStatus {
  if (request) {
    const { device, refused, errorPage, signInPrompt, ...rest } = request;
    return {
      status: 'authorizing',
      ...rest,
      ...(device === undefined ? {} : { device }),
      ...(refused === undefined ? {} : { refused }),
      ...(errorPage === undefined ? {} : { errorPage: reportError(errorPage) }),
      ...(signInPrompt === undefined ? {} : { signInPrompt }),
    };
  }
  if (token instanceof AppError) {
    const error = reportError(token);
    // The user can still enter a passphrase, but nobody can fix a damaged file.
    const transient =
      token.code === 'vault.locked' || token.code === 'vault.no_keychain' || token.code === 'vault.unreadable';
    return transient ? { status: 'failing', error } : { status: 'needs_login', error };
  }
  if (token === undefined) return { status: 'unauthorized' };
  const { tokenSet } = token;
  const { expiresAt, obtainedAt, scopes } = tokenSet;
  // Set even while the connection fails: the user must be able to tell two connections to one service apart.
  const account = tokenSet.account === undefined ? {} : { account: tokenSet.account };
  if (token.rejected) return { status: 'needs_login', error: token.rejected, ...account };
  if (renewing) return { status: 'renewing', ...account };
  const { refreshToken, refreshedAt, refreshTokenExpiresAt, refreshTokenRotates } = tokenSet;
  const tokenTypeNote = describeTokenType(tokenSet);
  const idTokenNote = tokenSet.idTokenProblem && idTokenNotes[tokenSet.idTokenProblem];
  if (!renewable && expiresAt !== undefined && expiresAt <= now)
    return { status: 'needs_login', error: expiredReport, ...account };
  if (failure) {
    const error = reportError(failure.error);
    const retryAt = retryTime(failure);
    return { status: 'failing', error, ...(retryAt === undefined ? {} : { retryAt }), ...account };
  }
  if (refused) return { status: 'failing', error: refused, ...account };
  return {
    status: 'authorized',
    obtainedAt,
    renewsByItself: renewable,
    hasRefreshToken: refreshToken !== undefined,
    ...(refreshedAt === undefined ? {} : { refreshedAt }),
    ...(refreshTokenExpiresAt === undefined ? {} : { refreshTokenExpiresAt }),
    ...(refreshTokenRotates === undefined ? {} : { refreshTokenRotates }),
    forecast: forecast ?? { kind: 'unknown' },
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(scopes === undefined ? {} : { scopes }),
    ...(tokenTypeNote === undefined ? {} : { tokenTypeNote }),
    ...(idTokenNote === undefined ? {} : { idTokenNote }),
    ...account,
  };
}

const idTokenNotes: Record<IdTokenProblem, Message> = {
  missing: message('connection.idToken.missing'),
  unreadable: message('connection.idToken.unreadable'),
  several_audiences: message('connection.idToken.severalAudiences'),
};

export const expiredReport = {
  code: 'token.expired',
  message: message('connection.expired'),
} as const satisfies ErrorReport;
