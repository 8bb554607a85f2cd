import type { CallbackRequest } from '../platform/platform.ts';
import { rawQuery } from '../shared/connection/callback-url.ts';
import { OAuthError, RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { safeText } from '../shared/safe-text.ts';

/**
 * The parameters of Peaka's redirect at the end of a login. Peaka's guide writes `?connectionId=<id>?status=<s>`, so a
 * second question mark separates too. Throws OAuthError `callback.duplicate_parameter`.
 */
function readParameters({ url }: Pick<CallbackRequest, 'url'>): Map<string, string> {
  const found = new Map<string, string>();
  for (const pair of rawQuery(url).split(/[&?]/)) {
    for (const [name, value] of new URLSearchParams(pair)) {
      if (found.has(name))
        throw new OAuthError('callback.duplicate_parameter', message('oauth.callback.duplicate'), {
          details: { parameter: safeText(name, 60) },
        });
      found.set(name, value);
    }
  }
  return found;
}

/**
 * Checks Peaka's redirect: it must name the connection of this login and report success. Throws RequestError
 * `peaka.wrong_connection`, `peaka.login_failed`; OAuthError `callback.duplicate_parameter`.
 */
export function requireSuccess(callback: Pick<CallbackRequest, 'url'>, expectedId: string): void {
  const parameters = readParameters(callback);
  const status = parameters.get('status') ?? '';
  const connectionId = parameters.get('connectionId');
  // A failure may come before Peaka knows whose login it was.
  const isNamelessFailure = connectionId === undefined && status === 'fail';
  if (connectionId !== expectedId && !isNamelessFailure)
    throw new RequestError('peaka.wrong_connection', message('peaka.login.wrongConnection'));
  if (status === 'success') return;
  if (status !== 'fail')
    throw new RequestError('peaka.login_failed', message('peaka.login.unknownStatus'), {
      ...(status === '' ? {} : { serviceMessage: safeText(status, 200) }),
    });
  const words = ['error', 'error_description', 'message', 'reason'].flatMap((name) => parameters.get(name) ?? []);
  throw new RequestError('peaka.login_failed', message('peaka.login.failed'), {
    ...(words.length === 0 ? {} : { serviceMessage: safeText(words.join(': ')) }),
  });
}

/** The service refused, and redirected to the user's own callback URL. */
export class ServiceRefusal extends Error {
  /** The callback's parameters as they came. */
  readonly queryParameters: string;
  readonly serviceMessage: string;

  constructor(queryParameters: string, serviceMessage: string) {
    super();
    this.queryParameters = queryParameters;
    this.serviceMessage = serviceMessage;
  }
}

/**
 * All parameters of the service's callback as one string, byte for byte as they came: Peaka checks its own state. A
 * fragment and a form_post body have the same format as a query. Throws ServiceRefusal; OAuthError `callback.no_code`.
 */
export function queryParametersOf({ url, body = '' }: CallbackRequest): string {
  const fragment = url.includes('#') ? url.slice(url.indexOf('#') + 1) : '';
  const whole = [rawQuery(url), fragment, body].filter((part) => part !== '').join('&');
  if (whole === '') throw new OAuthError('callback.no_code', message('oauth.callback.noCode'));
  const parameters = new URLSearchParams(whole);
  const error = parameters.get('error');
  if (error === null) return whole;
  const description = parameters.get('error_description');
  throw new ServiceRefusal(whole, safeText(description === null ? error : `${error}: ${description}`));
}
