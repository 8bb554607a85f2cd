import { headerFieldProblem, isHeaderValue } from '../header-field.ts';
import { isPointer } from '../json-pointer.ts';
import { type Message, message } from '../messages/message.ts';
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

export function tokenPlacementProblem({ in: place, name, prefix }: TokenPlacement): Message | undefined {
  if (place === 'query')
    // RFC 3986 §2.3: characters that need no encoding, so that every server reads the same name.
    return /^[A-Za-z0-9._~-]+$/.test(name) ? undefined : message('fields.placement.parameter');
  if (neverForTokens.test(name)) return message('fields.placement.header', { name });
  if (!isHeaderValue(prefix)) return message('fields.placement.prefix');
  return headerFieldProblem(name, '');
}

export function apiHeadersProblem(connection: Connection): Message | undefined {
  const ofToken = protocolOf(connection).tokenHeader(connection);
  const seen = new Set<string>();
  for (const [name, value] of Object.entries(connection.apiHeaders)) {
    const problem = headerFieldProblem(name, value);
    if (problem !== undefined) return problem;
    const lower = name.toLowerCase();
    if (lower === ofToken.toLowerCase()) return message('fields.header.carriesToken', { name });
    if (seen.has(lower)) return message('fields.twice', { name });
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

export function extraParametersProblem(field: ExtraParameterField, connection: Connection): Message | undefined {
  const reserved = reservedFor(field, connection);
  for (const [name, value] of Object.entries(connection[field])) {
    // RFC 6749 appendix A: printable ASCII, without accidental spaces.
    if (!/^[\x21-\x7e]+$/.test(name)) return message('fields.parameter.name', { name });
    if (reserved.includes(name)) return message('fields.setByTokenboard', { name });
    if (/[\r\n]/.test(value)) return message('fields.parameter.lineBreak', { name });
  }
  return undefined;
}

/** With another parameter's name, the scopes would replace that parameter. */
export function scopeParameterProblem({ scopeParameter }: Connection): Message | undefined {
  if (scopeParameter.trim() === '') return message('fields.scopeParameter.missing');
  if (!/^[\x21-\x7e]+$/.test(scopeParameter)) return message('fields.scopeParameter.name');
  const taken = [...authorizationRequestParameters, ...tokenRequestParameters, 'access_type', 'response_mode', 'nonce'];
  return taken.includes(scopeParameter) ? message('fields.setByTokenboard', { name: scopeParameter }) : undefined;
}

export function pointerProblem(pointers: readonly string[]): Message | undefined {
  const odd = pointers.find((pointer) => !isPointer(pointer));
  return odd === undefined ? undefined : message('fields.pointer', { path: odd });
}

export function capturedValuesProblem({ capturedValues, variables }: Connection): Message | undefined {
  for (const [name, source] of Object.entries(capturedValues)) {
    if (!/^[a-zA-Z][a-zA-Z0-9_]*$/.test(name)) return message('fields.captured.name', { name });
    if (name === 'practice' || Object.hasOwn(variables, name))
      return message('fields.captured.taken', { variable: `{${name}}` });
    const [, place = '', what = ''] = /^(callback|token):(.+)$/s.exec(source) ?? [];
    if (place === '' || (place === 'token' && !(what.startsWith('/') && isPointer(what))))
      return message('fields.captured.source', { variable: `{${name}}` });
  }
  return undefined;
}
