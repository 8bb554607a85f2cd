import { afterAll, beforeAll, expect, it } from 'vitest';
import { allow, callbackUrl, logIn, requestToken, requestTokenCall, send, signedHeader } from './oauth1-client.ts';
import { ann, createPerson, headingOf } from './person.ts';
import { type RunningPractice, startPractice } from './start.ts';

let practice: RunningPractice;
beforeAll(async () => {
  practice = await startPractice();
});
afterAll(() => practice.stop());

it.each(['HMAC-SHA1', 'HMAC-SHA256', 'RSA-SHA1', 'PLAINTEXT'])(
  'goes through the three legs and reads data with %s',
  async (signatureMethod) => {
    const token = await logIn(practice, signatureMethod);
    expect(token.values.get('screen_name')).toBe('ann');
    const query = { from: '2000-01-01', limit: '3', 'a note': 'Müller & Søn = 1+1' };
    const response = await send(practice, { path: '/api/sales', query, signatureMethod, token });
    expect(response.status).toBe(200);
    expect(await response.json()).toHaveLength(3);
    const profile = await send(practice, { path: '/api/profile', signatureMethod, token });
    expect(await profile.json()).toMatchObject({ username: 'ann', authorizedBy: 'OAuth1' });
  },
);

it('confirms the callback and sends the verifier there', async () => {
  const temporary = await requestToken(practice);
  expect(temporary.values.get('oauth_callback_confirmed')).toBe('true');
  const callback = await allow(practice, temporary.oauth_token);
  expect(`${callback.origin}${callback.pathname}`).toBe(callbackUrl);
  expect(callback.searchParams.get('oauth_token')).toBe(temporary.oauth_token);
  expect(callback.searchParams.get('oauth_verifier')).toMatch(/.{20,}/);
});

it('takes loopback as callback and no other address', async () => {
  const ask = (oauth_callback: string) => send(practice, { ...requestTokenCall(), parameters: { oauth_callback } });
  expect((await ask('http://127.0.0.1:40123/oauth2-callback/')).status).toBe(200);
  for (const callback of ['https://evil.example/', 'http://127.0.0.1:40123/other', `${callbackUrl}x`, 'oob'])
    expect(await (await ask(callback)).text()).toContain('oauth_problem=parameter_rejected');
});

it('says permission_denied at the callback when the user denies', async () => {
  const temporary = await requestToken(practice);
  const callback = await allow(practice, temporary.oauth_token, 'deny');
  expect(callback.searchParams.get('oauth_problem')).toBe('permission_denied');
  expect(callback.searchParams.has('oauth_verifier')).toBe(false);
});

it('refuses the same request a second time', async () => {
  const token = await logIn(practice);
  const call = { path: '/api/profile', token };
  const header = signedHeader(practice, call);
  expect((await send(practice, call, header)).status).toBe(200);
  const replayed = await send(practice, call, header);
  expect(replayed.status).toBe(401);
  expect(await replayed.json()).toMatchObject({ error: 'nonce_used' });
});

it.each([-400, 400])('refuses a timestamp that is %i s off, and says which it takes', async (seconds) => {
  const oauth_timestamp = String(Math.floor(Date.now() / 1000) + seconds);
  const parameters = { ...requestTokenCall().parameters, oauth_timestamp };
  const response = await send(practice, { ...requestTokenCall(), parameters });
  expect(response.status).toBe(401);
  const problem = new URLSearchParams(await response.text());
  expect(problem.get('oauth_problem')).toBe('timestamp_refused');
  expect(problem.get('oauth_acceptable_timestamps')).toMatch(/^\d+-\d+$/);
  expect(response.headers.get('www-authenticate')).toContain('oauth_problem="timestamp_refused"');
});

it.each(['HMAC-SHA1', 'HMAC-SHA256', 'RSA-SHA1', 'PLAINTEXT'])('refuses a wrong %s signature', async (method) => {
  const response = await send(practice, { ...requestTokenCall(method), signature: 'd3Jvbmc=' });
  expect(response.status).toBe(401);
  expect(await response.text()).toContain('oauth_problem=signature_invalid');
});

it('refuses a parameter that was changed after signing, and lets the client send the right one afterwards', async () => {
  const token = await logIn(practice);
  const call = { path: '/api/sales', query: { limit: '1' }, token };
  const header = signedHeader(practice, call);
  const changed = await send(practice, { ...call, query: { limit: '2' } }, header);
  expect(await changed.json()).toMatchObject({ error: 'signature_invalid' });
  expect((await send(practice, call, header)).status).toBe(200);
});

it('says what is missing, unknown or twice there', async () => {
  const problemOf = async (parameters: Record<string, string>, more = {}) => {
    const call = { ...requestTokenCall(), ...more };
    const response = await send(practice, { ...call, parameters: { ...call.parameters, ...parameters } });
    return new URLSearchParams(await response.text()).get('oauth_problem');
  };
  expect(await problemOf({ oauth_callback: '' })).toBe('parameter_absent');
  expect(await problemOf({ oauth_nonce: '' })).toBe('parameter_absent');
  expect(await problemOf({ oauth_consumer_key: 'other' })).toBe('consumer_key_unknown');
  expect(await problemOf({ oauth_version: '2.0' })).toBe('version_rejected');
  expect(await problemOf({ oauth_signature_method: 'HMAC-MD5' })).toBe('signature_method_rejected');
  expect(await problemOf({}, { query: { oauth_nonce: 'again' } })).toBe('parameter_rejected');
  expect(await problemOf({ oauth_token: 'x' })).toBe('parameter_rejected');
});

it('checks the verifier, and takes a request token once', async () => {
  const temporary = await requestToken(practice);
  const ask = (oauth_verifier: string) =>
    send(practice, {
      method: 'POST',
      path: '/oauth1/access_token',
      token: temporary,
      parameters: { oauth_verifier },
    });
  expect(await (await ask('early')).text()).toContain('oauth_problem=permission_unknown');
  const verifier = (await allow(practice, temporary.oauth_token)).searchParams.get('oauth_verifier') ?? '';
  expect(await (await ask('wrong')).text()).toContain('oauth_parameters_rejected=oauth_verifier');
  expect((await ask(verifier)).status).toBe(200);
  expect(await (await ask(verifier)).text()).toContain('oauth_problem=token_expired');
});

it.each(['HMAC-SHA1', 'HMAC-SHA256', 'RSA-SHA1', 'PLAINTEXT'])(
  'gives data to a client that signs without a token, but none of a person, with %s',
  async (signatureMethod) => {
    const sales = await send(practice, { path: '/api/sales', query: { limit: '2' }, signatureMethod });
    expect(await sales.json()).toHaveLength(2);
    const profile = await send(practice, { path: '/api/profile', signatureMethod });
    expect(profile.status).toBe(403);
    expect(await profile.json()).toMatchObject({ error: 'access_denied' });
  },
);

it('has a token that needs no login', async () => {
  const { ownToken, ownTokenSecret } = practice.ready.oauth1;
  const token = { oauth_token: ownToken, oauth_token_secret: ownTokenSecret };
  const profile = await send(practice, { path: '/api/profile', token });
  expect(await profile.json()).toMatchObject({ username: 'ann', authorizedBy: 'OAuth1' });
  const wrong = await send(practice, { path: '/api/profile', token: { ...token, oauth_token_secret: 'wrong' } });
  expect(await wrong.json()).toMatchObject({ error: 'signature_invalid' });
});

it('refuses an access token that it never gave', async () => {
  const token = { oauth_token: 'unknown', oauth_token_secret: 'unknown' };
  const response = await send(practice, { path: '/api/profile', token });
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ error: 'token_rejected' });
});

it('reads protocol parameters from a form body too', async () => {
  const header = signedHeader(practice, requestTokenCall());
  const body = new URLSearchParams();
  for (const [, name = '', value = ''] of header.matchAll(/(oauth_\w+)="([^"]*)"/g))
    body.set(name, decodeURIComponent(value));
  const response = await fetch(`${practice.origin}/oauth1/request_token`, { method: 'POST', body });
  expect(await response.text()).toContain('oauth_callback_confirmed=true');
});

it('shows a wrong password and an unknown request token on pages', async () => {
  const person = createPerson(practice.origin);
  const { oauth_token } = await requestToken(practice);
  const login = await person.open(`${practice.origin}/oauth1/authorize?oauth_token=${oauth_token}`);
  expect((await person.submit(login, { ...ann, password: 'wrong' })).text).toContain('role="alert"');
  const unknown = await person.open(`${practice.origin}/oauth1/authorize?oauth_token=unknown`);
  expect(unknown.status).toBe(400);
  expect(headingOf(unknown)).toBe('This login has expired');
});
