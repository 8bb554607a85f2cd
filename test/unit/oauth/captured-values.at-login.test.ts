import { beforeEach, describe, expect, it } from 'vitest';
import { requestAuthorizationCodeToken } from '../../../app/oauth/authorization-code.ts';
import { requestClientCredentialsToken } from '../../../app/oauth/client-credentials.ts';
import { requestOAuth1Token } from '../../../app/oauth/oauth1.ts';
import { requestPasswordToken } from '../../../app/oauth/password.ts';
import { json } from '../../servers/token-server.ts';
import { tokenService } from './token-service.ts';
import { grantContext, oauth1Settings, oauth2Settings } from './token-settings.ts';

const { server, http } = await tokenService();
beforeEach(() => {
  server.requests.length = 0;
  server.respondWith(json({ access_token: 'at', instance_url: 'https://eu1.example.com', tenant: { id: 7 } }));
});

const capturedValues = {
  realmId: 'callback:realmId',
  instanceUrl: 'token:/instance_url',
  tenant: 'token:/tenant/id',
  evil: 'callback:evil',
};

describe('a login', () => {
  it('keeps the values that its callback and its token response bring', async () => {
    const context = grantContext(http, (shown, callbackUrl) => ({
      url: `${callbackUrl}?code=c&state=${shown.searchParams.get('state')}&realmId=46208&evil=a%2F..%2Fb`,
    }));
    const tokenSet = await requestAuthorizationCodeToken(oauth2Settings(server.url(), { capturedValues }), context);
    expect(tokenSet.values).toEqual({ realmId: '46208', instanceUrl: 'https://eu1.example.com', tenant: '7' });
  });

  it('without a callback keeps those of the token response', async () => {
    const settings = oauth2Settings(server.url(), { capturedValues });
    const context = { http, now: Date.now };
    const values = { instanceUrl: 'https://eu1.example.com', tenant: '7' };
    expect((await requestClientCredentialsToken(settings, context)).values).toEqual(values);
    const login = { username: 'ann', password: 'secret' };
    expect((await requestPasswordToken(settings, login, context)).values).toEqual(values);
  });

  it('by OAuth1 keeps the values of both, too', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    server.respondWith(
      { headers: form, body: 'oauth_token=temp&oauth_token_secret=s&oauth_callback_confirmed=true' },
      { headers: form, body: 'oauth_token=final&oauth_token_secret=s&user_id=7&shard=https%3A%2F%2Fs7.example.com%2F' },
    );
    const context = grantContext(http, (shown, callbackUrl) => ({
      url: `${callbackUrl}?oauth_token=${shown.searchParams.get('oauth_token')}&oauth_verifier=v&region=eu-1`,
    }));
    const wanted = { user: 'token:/user_id', shard: 'token:/shard', region: 'callback:region', gone: 'token:/gone' };
    const settings = oauth1Settings(server.origin, { capturedValues: wanted });
    expect((await requestOAuth1Token(settings, context)).values).toEqual({
      user: '7',
      shard: 'https://s7.example.com',
      region: 'eu-1',
    });
  });
});
