import { describe, expect, it } from 'vitest';
import { isTransient, needsLogin, refusalError, renameInvalidGrant } from '../../../app/oauth/token-errors.ts';
import { HttpError, OAuthError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { rejection } from './token-settings.ts';

const refusal = (status: number, service: { error?: string; serviceMessage?: string; link?: string } = {}) =>
  refusalError({ response: { status, headers: {}, text: '' }, host: 'as.example', now: 0, service });

describe('a refusal', () => {
  it.each([
    [200, 'token.error_in_200'],
    [299, 'token.error_in_200'],
    [300, 'token.redirected'],
    [399, 'token.redirected'],
    [400, 'token.refused'],
    [404, 'token.wrong_address'],
    [405, 'token.wrong_address'],
    [410, 'token.wrong_address'],
    [411, 'token.refused'],
    [429, 'token.rate_limited'],
    [500, 'token.server_error'],
    [101, 'token.refused'],
  ])('with status %i and no name is %s [31]', (status, code) => {
    expect(refusal(status)).toMatchObject({ code, details: { host: 'as.example', status } });
  });

  it.each(['', 'unauthorized', 'Unauthorised', 'unauthenticated'])(
    'with status 401 and %j, which says no more, is about the client',
    (error) => {
      const found = refusal(401, { error });
      expect(found).toMatchObject({
        code: 'token.invalid_client',
        message: refusal(400, { error: 'invalid_client' }).message,
      });
    },
  );

  it('with status 401 and another name is not', () => {
    for (const error of ['unauthorized_user', 'user_unauthorized'])
      expect(refusal(401, { error }).code).toBe('token.refused');
  });

  it('says where the service explains it, and nothing where it does not', () => {
    const link = 'https://as.example/why';
    expect(refusal(400, { error: 'x', link }).details).toStrictEqual({
      host: 'as.example',
      status: 400,
      errorUri: link,
    });
    expect(refusal(400).details).toStrictEqual({ host: 'as.example', status: 400 });
    expect(refusal(503).details).toStrictEqual({ host: 'as.example', status: 503 });
  });
});

describe('what to do about an error', () => {
  it('is to try again, to log in, or neither [31]', () => {
    const http = (code: ConstructorParameters<typeof HttpError>[0]) => new HttpError(code, verbatim('x'));
    const oauth = (code: ConstructorParameters<typeof OAuthError>[0]) => new OAuthError(code, verbatim('x'));
    expect([http('http.timeout'), oauth('token.rate_limited'), oauth('token.server_error')].map(isTransient)).toEqual([
      true,
      true,
      true,
    ]);
    const login = ['token.invalid_grant', 'token.no_refresh_token', 'id_token.subject_changed'] as const;
    for (const code of login) expect([isTransient(oauth(code)), needsLogin(oauth(code))]).toEqual([false, true]);
    const neither = [http('http.insecure_url'), oauth('token.invalid_client'), new Error('x'), undefined];
    for (const error of neither) expect([isTransient(error), needsLogin(error)]).toEqual([false, false]);
    // Of no layer of ours, whatever it is called.
    const alike = Object.assign(new Error('x'), { code: 'token.rate_limited' });
    expect(isTransient(alike)).toBe(false);
  });
});

describe('invalid_grant', () => {
  it('gets the name of what was handed in; every other error stays as it is', async () => {
    const facts = { serviceMessage: 'old', details: { host: 'as.example' } };
    const refused = new OAuthError('token.invalid_grant', verbatim('x'), facts);
    const renamed = await rejection(
      renameInvalidGrant(Promise.reject(refused), 'token.code_refused', verbatim('The code.')),
    );
    expect(renamed).toMatchObject({ code: 'token.code_refused', message: 'The code.', ...facts });
    for (const other of [
      new OAuthError('token.refused', verbatim('x')),
      Object.assign(new Error('x'), { code: 'token.invalid_grant' }),
    ])
      expect(
        await rejection(renameInvalidGrant(Promise.reject(other), 'token.code_refused', verbatim('The code.'))),
      ).toBe(other);
    expect(await renameInvalidGrant(Promise.resolve(7), 'token.code_refused', verbatim('The code.'))).toBe(7);
  });
});
