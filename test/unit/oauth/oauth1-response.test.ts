import { describe, expect, it } from 'vitest';
import { readOAuth1Response, signedGetProblem } from '../../../app/oauth/oauth1-response.ts';

const times = { sentAt: 0, receivedAt: 0 };
const read = (text: string, status = 200, headers: Record<string, string> = {}) =>
  readOAuth1Response({ status, headers, text }, { host: 'o.example', what: 'requestToken', times });
const failure = (...response: Parameters<typeof read>) => {
  try {
    read(...response);
  } catch (error) {
    return error;
  }
  throw new Error('it was read');
};
const token = 'oauth_token=t&oauth_token_secret=s';

describe('the response to a leg of OAuth1', () => {
  it('is read with each status of a success, also with an empty secret', () => {
    expect(read(token, 299)).toMatchObject({ oauth_token: 't', oauth_token_secret: 's' });
    expect(read('oauth_token=t&oauth_token_secret=')).toMatchObject({ oauth_token_secret: '' });
    // What it says of a problem beside a token is no refusal.
    expect(read(`${token}&error=invalid_token`)).toMatchObject({ oauth_token: 't' });
  });

  it.each([199, 300, 400])('is a refusal with status %i, whatever it holds', (status) => {
    expect(failure(token, status)).toMatchObject({
      code: 'oauth1.refused',
      message: expect.stringContaining('a request token'),
      details: { host: 'o.example', status },
    });
  });

  it('says what the service said, and where', () => {
    expect(failure('oauth_problem=consumer_key_unknown', 401)).toMatchObject({
      code: 'oauth1.client_unknown',
      message: expect.stringContaining('client ID'),
      serviceMessage: 'consumer_key_unknown',
      details: { host: 'o.example', status: 401 },
    });
    expect(failure('Come back tomorrow', 400)).toMatchObject({ serviceMessage: 'Come back tomorrow' });
    expect(failure('Come back tomorrow')).toMatchObject({
      code: 'oauth1.no_token',
      serviceMessage: 'Come back tomorrow',
      details: { host: 'o.example', status: 200 },
    });
  });

  it.each(['null', '7', '"oauth_token=t"', '[]'])('is no token where its JSON is %s', (text) => {
    expect(failure(text)).toMatchObject({ code: 'oauth1.no_token' });
  });

  it('has its problem from the challenge, and its words from the body where it has some', () => {
    const headers = { 'www-authenticate': 'OAuth oauth_problem=token_rejected' };
    expect(failure('Sorry', 401, headers)).toMatchObject({ code: 'oauth1.token_rejected', serviceMessage: 'Sorry' });
    expect(failure('', 401, headers)).toMatchObject({
      code: 'oauth1.token_rejected',
      serviceMessage: 'token_rejected',
    });
    // Another scheme's error is none of OAuth1.
    const bearer = { 'www-authenticate': 'Bearer error="invalid_token"' };
    expect(signedGetProblem({ status: 401, headers: bearer, text: '' })).toBeUndefined();
    const netsuite = { 'www-authenticate': 'OAuth realm="1", error="token_rejected"' };
    expect(signedGetProblem({ status: 401, headers: netsuite, text: '' })).toMatchObject({
      code: 'oauth1.token_rejected',
    });
  });
});
