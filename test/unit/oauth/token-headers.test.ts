import { describe, expect, it } from 'vitest';
import { clientSecretsOf, withTokenHeaders } from '../../../app/oauth/token-headers.ts';

const header = (name: string, value: string, secret = false) => ({ name, value, secret });

describe('chosen headers of a token request', () => {
  it('go along in lower case, and take the place of all but those that the service needs to read it', () => {
    const tokenHeaders = [
      header('X-Key', 'k'),
      header('Accept', 'text/plain'),
      header('AUTHORIZATION', 'Basic other'),
      header('Content-Type', 'text/plain'),
    ];
    const own = { authorization: 'Basic ours', 'content-type': 'application/json', accept: 'application/json' };
    expect(withTokenHeaders({ tokenHeaders }, own)).toEqual({
      authorization: 'Basic ours',
      'content-type': 'application/json',
      accept: 'text/plain',
      'x-key': 'k',
    });
    // A client without a secret sends no credentials of its own.
    expect(withTokenHeaders({ tokenHeaders }, {})).toMatchObject({ authorization: 'Basic other' });
  });

  it('are hidden in messages where they are secret, as the client secret is [37]', () => {
    const tokenHeaders = [header('X-Key', 'hush', true), header('Origin', 'https://app.example')];
    expect(clientSecretsOf({ clientSecret: 'top-secret', tokenHeaders })).toEqual(['top-secret', 'hush']);
  });
});
