import { type HttpResponse, requestText } from '../http/request-text.ts';
import { clientRequest } from './client-authentication.ts';
import { requestRevocation, type TokenRequestContext } from './oauth2-client.ts';
import type { OAuth2Settings, RevocationRequest } from './settings.ts';
import { withTokenHeaders } from './token-headers.ts';
import type { TokenSet } from './token-set.ts';

export type TokenKind = RevocationRequest['token'];

/**
 * The requests that revoke a token set, in order. RFC 7009 revokes each token by itself; a service's own way revokes
 * all with one request.
 */
export function revocationsOf({ revocationRequest: own }: OAuth2Settings, tokenSet: TokenSet): [TokenKind, string][] {
  const values = { refresh_token: tokenSet.refreshToken, access_token: tokenSet.accessToken };
  // The refresh token first: revoking it also ends the access tokens.
  const kinds: TokenKind[] = own === undefined ? ['refresh_token', 'access_token'] : [own.token];
  const asked = kinds.flatMap((kind): [TokenKind, string][] => {
    const value = values[kind];
    return value === undefined ? [] : [[kind, value]];
  });
  return asked.length > 0 ? asked : [['access_token', tokenSet.accessToken]];
}

/** Sends one request. Throws OAuthError `token.client_characters`; HttpError `http.*`. */
export function sendRevocation(
  settings: OAuth2Settings,
  url: URL,
  [kind, token]: [TokenKind, string],
  context: TokenRequestContext & { accessToken: string },
): Promise<HttpResponse> {
  const own = settings.revocationRequest;
  if (own === undefined) return requestRevocation(settings, url, kind, token, context);
  const { http, signal, timeoutMs, accessToken } = context;
  const { headers: needed, body } = ownRequest(settings, own, token, accessToken);
  const headers = withTokenHeaders(settings, needed);
  return requestText(http, { method: own.method, url, headers, body, signal, timeoutMs, kind: 'revoke' });
}

function ownRequest(settings: OAuth2Settings, own: RevocationRequest, token: string, accessToken: string) {
  const parameters = own.body === 'none' ? {} : { [own.tokenParameter]: token };
  if (own.authentication === 'client') {
    // Independent of the token endpoint's format: these requests carry the client in the URL or a header.
    const { headers, body } = clientRequest(
      { ...settings, clientAuthentication: 'basic', tokenRequestFormat: 'json' },
      parameters,
    );
    return { headers, body: own.body === 'none' ? undefined : body };
  }
  return {
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${accessToken}`,
      ...(own.body === 'none' ? {} : { 'content-type': 'application/json' }),
    },
    body: own.body === 'none' ? undefined : JSON.stringify(parameters),
  };
}
