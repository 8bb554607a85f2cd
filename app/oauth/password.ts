import { tokenRequestParameters } from '../shared/connection/reserved-parameters.ts';
import type { RequestStep } from '../shared/contract/connections.ts';
import { message } from '../shared/messages/message.ts';
import { identify } from './account.ts';
import { requestTokenByPassword, type TokenRequestContext } from './oauth2-client.ts';
import { scopeParameters, withExtraParameters } from './parameters.ts';
import type { OAuth2Settings } from './settings.ts';
import { renameInvalidGrant } from './token-errors.ts';
import type { TokenSet } from './token-set.ts';

/**
 * The password grant (RFC 6749 §4.3). A last resort, because the app learns the password (RFC 9700 §2.4). Throws
 * OAuthError `token.wrong_password`, other `token.*`, `id_token.*`; HttpError `http.*`.
 */
export async function requestPasswordToken(
  settings: OAuth2Settings,
  login: { username: string; password: string },
  context: TokenRequestContext & { onStep?(step: RequestStep): void },
): Promise<TokenSet> {
  const { username, password } = login;
  const own = scopeParameters(settings);
  const parameters = withExtraParameters(own, settings.extraTokenParameters, tokenRequestParameters);
  const { http, signal, now } = context;
  const received = await renameInvalidGrant(
    requestTokenByPassword(settings, { username, password }, parameters, { http, signal, now }),
    'token.wrong_password',
    message('oauth.token.wrongPassword'),
  );
  const tokenSet = identify(settings, received, { now });
  context.onStep?.('token_received');
  return tokenSet;
}
