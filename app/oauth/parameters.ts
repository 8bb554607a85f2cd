import { OAuthError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { safeText } from '../shared/safe-text.ts';

/**
 * Adds extra parameters of a preset or user to the protocol's. Refuses one that the protocol sets itself instead of
 * dropping it silently: an overridden `state` or `redirect_uri` would disable a protection or break the login. Throws
 * OAuthError `token.reserved_parameter`.
 */
export function withExtraParameters(
  own: Record<string, string>,
  extra: Record<string, string>,
  reserved: readonly string[] = [],
): Record<string, string> {
  for (const name of Object.keys(extra))
    if (Object.hasOwn(own, name) || reserved.includes(name))
      throw new OAuthError(
        'token.reserved_parameter',
        message('oauth.parameter.reserved', { name: safeText(name, 60) }),
        { details: { parameter: safeText(name, 60) } },
      );
  return { ...own, ...extra };
}

/** Adds parameters to a URL. Leaves the rest as written, including an existing query string. */
export function addToQuery(text: string, parameters: Record<string, string>): string {
  const [beforeFragment = ''] = text.split('#', 1);
  const added = Object.entries(parameters)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  if (added === '') return beforeFragment;
  const joint = !beforeFragment.includes('?') ? '?' : /[?&]$/.test(beforeFragment) ? '' : '&';
  return beforeFragment + joint + added;
}

/** The scopes as one parameter, or no parameter if there are none (RFC 6749 §3.3). */
export function scopeParameters(settings: {
  scopes: string[];
  scopeSeparator: string;
  scopeParameter: string;
}): Record<string, string> {
  if (settings.scopes.length === 0) return {};
  return { [settings.scopeParameter]: settings.scopes.join(settings.scopeSeparator) };
}
