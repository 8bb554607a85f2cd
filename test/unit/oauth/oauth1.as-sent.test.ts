import oauthSign from 'oauth-sign';
import { expect, it } from 'vitest';
import { requestText } from '../../../app/http/request-text.ts';
import { signOAuth1Request } from '../../../app/oauth/oauth1-signature.ts';
import { tokenService } from './token-service.ts';
import { oauth1Settings } from './token-settings.ts';

const { server, http } = await tokenService();

/** What a service makes of the target that reached it (RFC 5849 §3.4.1), by code that shares nothing with ours. */
function signatureOf(target: string, protocol: Record<string, string>): string {
  const [path = '', query = ''] = target.split(/\?(.*)/s);
  const parameters: Record<string, string | string[]> = { ...protocol };
  for (const pair of query.split('&').filter((each) => each !== '')) {
    const [name = '', value = ''] = pair.split(/=(.*)/s).map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
    parameters[name] = parameters[name] === undefined ? value : [parameters[name], value].flat();
  }
  return oauthSign.sign('HMAC-SHA1', 'GET', server.origin + path, parameters, 'consumer-secret', 'token-secret');
}

it.each([
  '/items?filter={"a":[1,2]}',
  '/items?filter=%7B%22a%22%3A[1]%7d',
  '/items?q=a|b^c`d',
  '/items?filter[period]=week&filter%5Blimit%5D=5',
  '/items?q=a+b%2Bc%20d',
  '/items?q=Zürich&q=%E2%82%AC',
  "/items?q='(x)*!~",
  '/a b/%7Bid%7D/[x]|y',
  '/items;v=1,2?q=1=2&empty&=nameless',
  '/items?discount=100%',
  '/items?q=[%5B]\\x',
])('the signature fits what is really sent for %s', async (path) => {
  server.requests.length = 0;
  const url = new URL(server.origin + path);
  const token = { accessToken: 'token', tokenSecret: 'token-secret' };
  const authorization = signOAuth1Request(oauth1Settings(server.origin), token, {
    method: 'GET',
    url,
    now: Date.now(),
  });
  await requestText(http, { method: 'GET', url, headers: { authorization } });
  const [seen] = server.requests;
  const sent: Record<string, string> = {};
  for (const [, name = '', value = ''] of (seen?.headers.authorization ?? '').matchAll(/(\w+)="([^"]*)"/g))
    sent[name] = decodeURIComponent(value);
  const { oauth_signature: signature, ...protocol } = sent;
  expect(signature).toBe(signatureOf(seen?.path ?? '', protocol));
});
