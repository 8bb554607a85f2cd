import { errors, type Provider } from 'oidc-provider';
import { checkPassword } from '../../accounts.ts';
import { knownScopes } from '../../scopes.ts';
import type { ServiceGrant } from './service-grant.ts';

interface PasswordParameters {
  username?: string;
  password?: string;
  scope?: string;
}

/** RFC 6749 §4.3, which OAuth 2.1 and so oidc-provider omit: added through its extension point. */
export const password: ServiceGrant = { grantType: 'password', register };

function register(provider: Provider): void {
  provider.registerGrantType<PasswordParameters>(
    'password',
    async (context) => {
      const { client, params } = context.oidc;
      if (!params.username) throw new errors.InvalidRequest("missing required parameter 'username'");
      if (!params.password) throw new errors.InvalidRequest("missing required parameter 'password'");

      const account = checkPassword(params.username, params.password);
      if (!account)
        throw new errors.CustomOIDCProviderError('invalid_grant', 'The user name or the password is wrong.');
      const scope = knownScopes(params.scope).join(' ');
      if (scope === '') throw new errors.InvalidScope('none of the requested scopes exists', params.scope ?? '');

      const grant = new provider.Grant({ accountId: account.username, clientId: client.clientId });
      grant.addOIDCScope(scope);
      const facts = { accountId: account.username, client, grantId: await grant.save(), gty: 'password', scope };
      const accessToken = new provider.AccessToken({ ...facts });
      const refreshToken = new provider.RefreshToken({ ...facts, rotations: 0 });

      context.body = {
        access_token: await accessToken.save(),
        expires_in: accessToken.expiration,
        token_type: 'Bearer',
        refresh_token: await refreshToken.save(),
        scope,
      };
    },
    ['username', 'password', 'scope'],
  );
}
