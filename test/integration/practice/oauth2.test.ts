import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  allScopes,
  authorizationUrl,
  callbackUrl,
  getWith,
  logIn,
  passwordGrant,
  post,
  refreshGrant,
  requestTokens,
} from './oauth2-client.ts';
import { ann, createPerson, headingOf } from './person.ts';
import { type RunningPractice, startPractice } from './start.ts';

let practice: RunningPractice;
beforeAll(async () => {
  practice = await startPractice();
});
afterAll(() => practice.stop());

it('goes from login over consent to a code and a token that opens the data', async () => {
  const { callback, exchange } = await logIn(practice);
  expect(`${callback.url.origin}${callback.url.pathname}`).toBe(callbackUrl);
  expect(callback.url.searchParams.get('state')).toBe('a-state');

  const tokens = await exchange();
  expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: allScopes });
  const response = await getWith(practice, '/api/profile', tokens.access_token);
  expect(await response.json()).toMatchObject({ name: 'Ann Meyer', authorizedBy: 'OAuth2' });
});

it('lists the scopes asked for in plain words', async () => {
  const person = createPerson(practice.origin);
  const login = await person.open(authorizationUrl(practice, { scope: 'sales:read' }).url);
  const consent = await person.submit(login, ann);
  expect(consent.text).toContain('See sales');
  expect(consent.text).not.toContain('See the inventory');
  expect(consent.text).toContain('www.peakboard.com');
});

it('shows its pages in the language of the browser, and speaks English to apps', async () => {
  const person = createPerson(practice.origin, 'de-CH,de;q=0.9,en;q=0.8');
  const login = await person.open(authorizationUrl(practice).url);
  expect(login.text).toContain('<html lang="de">');
  expect(headingOf(login)).toBe('Anmelden');
  const consent = await person.submit(login, ann);
  expect(headingOf(consent)).toBe('Darf Tokenboard Ihre Daten verwenden?');
  expect(consent.text).toContain('Die Antwort geht an <code>www.peakboard.com</code>');
  const { url } = await person.submit(consent, { decision: 'deny' });
  expect(url.searchParams.get('error_description')).toBe('The user denied the access.');
});

it('says that the password is wrong and keeps the user name', async () => {
  const person = createPerson(practice.origin);
  const login = await person.open(authorizationUrl(practice).url);
  const again = await person.submit(login, { username: '"><b>ann', password: 'wrong' });
  expect(again.status).toBe(401);
  expect(again.text).toContain('role="alert"');
  expect(again.text).toContain('value="&quot;&gt;&lt;b&gt;ann"');
  expect(headingOf(await person.submit(again, ann))).toBe('Allow Tokenboard to use your data?');
});

it('responds with access_denied and the state when the user denies', async () => {
  const person = createPerson(practice.origin);
  const consent = await person.submit(await person.open(authorizationUrl(practice).url), ann);
  const { url } = await person.submit(consent, { decision: 'deny' });
  expect(url.searchParams.get('error')).toBe('access_denied');
  expect(url.searchParams.get('state')).toBe('a-state');
  expect(url.searchParams.has('code')).toBe(false);
});

it('asks for consent but not for the password a second time in the same browser', async () => {
  const person = createPerson(practice.origin);
  await logIn(practice, person);
  const page = await person.open(authorizationUrl(practice).url);
  expect(headingOf(page)).toBe('Allow Tokenboard to use your data?');
  const other = /<a class="link" href="([^"]+)">Switch/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(headingOf(await person.open(`${practice.origin}${other}`))).toBe('Log in');
});

it('takes any loopback port as callback URL and refuses other addresses on a page of its own', async () => {
  const loopback = 'http://127.0.0.1:53211/oauth2-callback/';
  const { callback, exchange } = await logIn(practice, undefined, { redirect_uri: loopback });
  expect(callback.url.href.startsWith(loopback)).toBe(true);
  expect((await exchange()).refresh_token).not.toBe('');

  for (const redirect_uri of ['https://www.peakboard.com/oauth2-callback', 'http://127.0.0.1:53211/other/']) {
    const page = await createPerson(practice.origin).open(authorizationUrl(practice, { redirect_uri }).url);
    expect(page.status).toBe(400);
    expect(headingOf(page)).toBe('This login cannot go on');
    expect(page.text).toContain('invalid_redirect_uri');
  }
});

it('wants PKCE with S256 and the right verifier', async () => {
  const person = createPerson(practice.origin);
  const plain = authorizationUrl(practice, { code_challenge_method: 'plain' });
  expect((await person.open(plain.url)).url.searchParams.get('error')).toBe('invalid_request');

  const { callback } = await logIn(practice);
  const wrong = await post(practice, '/oauth2/token', {
    grant_type: 'authorization_code',
    code: callback.url.searchParams.get('code') ?? '',
    redirect_uri: callbackUrl,
    code_verifier: 'w'.repeat(43),
  });
  expect(wrong.status).toBe(400);
  expect(await wrong.json()).toMatchObject({ error: 'invalid_grant' });
});

it('issues a refresh token and all scopes to a client that asks for no scope', async () => {
  const { exchange } = await logIn(practice, undefined, { scope: '' });
  expect(await exchange()).toMatchObject({ scope: allScopes, refresh_token: expect.any(String) });
});

it('rotates the refresh token, and a second use of the old one ends the grant', async () => {
  const first = await requestTokens(practice, passwordGrant);
  const second = await requestTokens(practice, refreshGrant(first.refresh_token));
  expect(second.refresh_token).not.toBe(first.refresh_token);
  expect((await getWith(practice, '/api/sales?limit=1', second.access_token)).status).toBe(200);

  const reused = await post(practice, '/oauth2/token', refreshGrant(first.refresh_token));
  expect(await reused.json()).toMatchObject({ error: 'invalid_grant' });
  const ended = await post(practice, '/oauth2/token', refreshGrant(second.refresh_token));
  expect(await ended.json()).toMatchObject({ error: 'invalid_grant' });
  expect((await getWith(practice, '/api/sales', second.access_token)).status).toBe(401);
});

it('revokes: neither the access token nor the refresh token works afterwards', async () => {
  const { access_token, refresh_token } = await requestTokens(practice, passwordGrant);
  const revoked = await post(practice, '/oauth2/revoke', { token: refresh_token, token_type_hint: 'refresh_token' });
  expect(revoked.status).toBe(200);
  expect(await revoked.text()).toBe('');
  expect((await getWith(practice, '/api/sales', access_token)).status).toBe(401);
  const refreshed = await post(practice, '/oauth2/token', refreshGrant(refresh_token));
  expect(await refreshed.json()).toMatchObject({ error: 'invalid_grant' });
});

it('shortens the lifetime of tokens when told to, and says that one expired', async () => {
  practice.setTokenLifetime(1);
  try {
    // The message and the request travel apart: ask until the change is seen.
    const tokens = await expect
      .poll(async () => requestTokens(practice, passwordGrant))
      .toMatchObject({ expires_in: 1 })
      .then(() => requestTokens(practice, passwordGrant));
    await expect
      .poll(async () => (await getWith(practice, '/api/sales?limit=1', tokens.access_token)).status)
      .toBe(401);
    const expired = await getWith(practice, '/api/sales', tokens.access_token);
    expect(await expired.json()).toEqual({
      error: 'invalid_token',
      error_description: 'The access token expired.',
    });
    expect(expired.headers.get('www-authenticate')).toContain('error="invalid_token"');
    expect((await requestTokens(practice, refreshGrant(tokens.refresh_token))).expires_in).toBe(1);
  } finally {
    practice.setTokenLifetime(3600);
  }
});

it('gives a token for a password, and says when it is wrong', async () => {
  expect(await requestTokens(practice, { ...passwordGrant, scope: 'sales:read nonsense' })).toMatchObject({
    scope: 'sales:read',
    refresh_token: expect.any(String),
  });
  const wrong = await post(practice, '/oauth2/token', { ...passwordGrant, password: 'wrong' });
  expect(wrong.status).toBe(400);
  expect(await wrong.json()).toEqual({
    error: 'invalid_grant',
    error_description: 'The user name or the password is wrong.',
  });
});

it('knows its client by Basic and by body, and no other', async () => {
  const { clientId, clientSecret } = practice.ready.oauth2;
  const ask = (client: Record<string, string>) =>
    fetch(`${practice.origin}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({ ...passwordGrant, ...client }),
    });
  expect((await ask({ client_id: clientId, client_secret: clientSecret })).status).toBe(200);
  const refused = await ask({ client_id: clientId, client_secret: 'wrong' });
  expect(refused.status).toBe(401);
  expect(await refused.json()).toMatchObject({ error: 'invalid_client' });
});

it('lets a single sign-on window log in for the window that opened it', async () => {
  const person = createPerson(practice.origin);
  const login = await person.open(authorizationUrl(practice).url);
  const link = /href="(\/sso\?[^"]+)" data-popup/.exec(login.text)?.[1] ?? '';
  const done = await person.submit(await person.open(`${practice.origin}${link}`), ann);
  const onward = /href="([^"]+)" data-continue/.exec(done.text)?.[1] ?? '';
  expect(headingOf(await person.open(`${practice.origin}${onward}`))).toBe('Allow Tokenboard to use your data?');

  for (const bad of ['https://evil.example/', '//evil.example/login/x?sso=1', '/api/sales'])
    expect((await person.open(`${practice.origin}/sso?${new URLSearchParams({ continue: bad })}`)).status).toBe(400);
});

it('writes nothing to the console and sends pages under a strict content security policy', async () => {
  const page = await createPerson(practice.origin).open(authorizationUrl(practice).url);
  const policy = page.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(page.text).not.toMatch(/<script(?! src="\/practice\.js" defer><\/script>)| style=| on\w+=/);
  expect(practice.console()).toBe('');
});
