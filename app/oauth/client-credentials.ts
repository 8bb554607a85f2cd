import { tokenRequestParameters } from '../shared/connection/reserved-parameters.ts';
import type { RequestStep } from '../shared/contract/connections.ts';
import { requestTokenByClientCredentials, type TokenRequestContext } from './oauth2-client.ts';
import { scopeParameters, withExtraParameters } from './parameters.ts';
import type { OAuth2Settings } from './settings.ts';
import type { TokenSet } from './token-set.ts';

/**
 * The client credentials grant (RFC 6749 §4.4): the app authenticates as itself. There is no refresh token (§4.4.3):
 * renewal repeats the request. Throws OAuthError `token.*`; HttpError `http.*`.
 */
export async function requestClientCredentialsToken(
  settings: OAuth2Settings,
  context: TokenRequestContext & { onStep?(step: RequestStep): void },
): Promise<TokenSet> {
  const own = scopeParameters(settings);
  const parameters = withExtraParameters(own, settings.extraTokenParameters, tokenRequestParameters);
  const { http, signal, now } = context;
  const { tokenSet } = await requestTokenByClientCredentials(settings, parameters, { http, signal, now });
  context.onStep?.('token_received');
  return tokenSet;
}
