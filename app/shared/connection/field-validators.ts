import { headerFieldProblem, isHeaderValue } from '../header-field.ts';
import { isPointer } from '../json-pointer.ts';
import type { Connection } from './connection.ts';
import { definitionOf, protocolOf } from './grants/definitions.ts';
import { authorizationRequestParameters, tokenRequestParameters } from './reserved-parameters.ts';
import type { TokenPlacement } from './token-mapping.ts';

/**
 * Headers that must not carry a token: the request sets some itself, and sends others to hosts that the user did not
 * name (row 42). The response of a redirect could change a cookie.
 */
const neverForTokens =
  /^(?:cookie2?|set-cookie2?|accept(?:-.*)?|user-agent|referer|origin|content-.*|sec-.*|proxy-.*|via|date|if-.*|range)$/i;

export function tokenPlacementProblem({ in: place, name, prefix }: TokenPlacement): string | undefined {
  if (place === 'query')
    // RFC 3986 §2.3: characters that need no encoding, so that every server reads the same name.
    return /^[A-Za-z0-9._~-]+$/.test(name)
      ? undefined
      : 'A parameter that carries the token has letters, digits, dots, hyphens and underscores only.';
  if (neverForTokens.test(name)) return `${name} cannot carry the token.`;
  if (!isHeaderValue(prefix)) return 'The text before the token contains a character that headers must not contain.';
  return headerFieldProblem(name, '');
}

export function apiHeadersProblem(connection: Connection): string | undefined {
  const ofToken = protocolOf(connection).tokenHeader(connection);
  const seen = new Set<string>();
  for (const [name, value] of Object.entries(connection.apiHeaders)) {
    const problem = headerFieldProblem(name, value);
    if (problem !== undefined) return problem;
    const lower = name.toLowerCase();
    if (lower === ofToken.toLowerCase()) return `${name} carries the token. Tokenboard sets it.`;
    if (seen.has(lower)) return `${name} occurs twice.`;
    seen.add(lower);
  }
  return undefined;
}

/** For the first request, the token request and the refresh request. */
export const extraParameterFields = [
  'extraAuthorizationParameters',
  'extraTokenParameters',
  'extraRefreshParameters',
] as const;
type ExtraParameterField = (typeof extraParameterFields)[number];

/** Parameters that a request sets itself. A custom value would disable a protection (see `withExtraParameters`). */
function reservedFor(field: ExtraParameterField, connection: Connection): readonly string[] {
  const { protocol, reservedAuthorizationParameters } = definitionOf(connection);
  if (field !== 'extraAuthorizationParameters') return protocol.reservedTokenParameters;
  return reservedAuthorizationParameters?.(connection) ?? [];
}

export function extraParametersProblem(field: ExtraParameterField, connection: Connection): string | undefined {
  const reserved = reservedFor(field, connection);
  for (const [name, value] of Object.entries(connection[field])) {
    // RFC 6749 appendix A: printable ASCII, without accidental spaces.
    if (!/^[\x21-\x7e]+$/.test(name)) return `“${name}” is not a parameter name. Remove spaces and special characters.`;
    if (reserved.includes(name)) return `${name} is set by Tokenboard.`;
    if (/[\r\n]/.test(value)) return `The value of ${name} contains a line break.`;
  }
  return undefined;
}

/** With another parameter's name, the scopes would replace that parameter. */
export function scopeParameterProblem({ scopeParameter }: Connection): string | undefined {
  if (scopeParameter.trim() === '') return 'Enter a name. Services usually call it scope.';
  if (!/^[\x21-\x7e]+$/.test(scopeParameter))
    return 'The name contains a space or a character that parameters must not contain.';
  const taken = [...authorizationRequestParameters, ...tokenRequestParameters, 'access_type', 'response_mode', 'nonce'];
  return taken.includes(scopeParameter) ? `${scopeParameter} is set by Tokenboard.` : undefined;
}

export function pointerProblem(pointers: readonly string[]): string | undefined {
  const odd = pointers.find((pointer) => !isPointer(pointer));
  return odd === undefined ? undefined : `“${odd}” is not a path. Write it with slashes, such as /data/name.`;
}

export function capturedValuesProblem({ capturedValues, variables }: Connection): string | undefined {
  for (const [name, source] of Object.entries(capturedValues)) {
    if (!/^[a-zA-Z][a-zA-Z0-9_]*$/.test(name))
      return `“${name}” cannot be used in a URL. Use letters, digits and underscores, a letter first.`;
    if (name === 'practice' || Object.hasOwn(variables, name)) return `{${name}} is a variable already.`;
    const [, place = '', what = ''] = /^(callback|token):(.+)$/s.exec(source) ?? [];
    if (place === '' || (place === 'token' && !(what.startsWith('/') && isPointer(what))))
      return `Say where {${name}} comes from: callback:realmId, or token:/instance_url.`;
  }
  return undefined;
}
