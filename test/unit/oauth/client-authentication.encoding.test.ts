import { expect, it } from 'vitest';
import { tellEncoding } from '../../../app/oauth/client-authentication.ts';
import { OAuthError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';

const refusal = new OAuthError('token.invalid_client', verbatim('No.'), {
  serviceMessage: 'invalid_client',
  details: { status: 401 },
});
const thrown = (client: Partial<Parameters<typeof tellEncoding>[0]>, error: Error = refusal): unknown => {
  try {
    return tellEncoding(
      {
        clientId: 'app',
        clientSecret: 'plain',
        clientAuthentication: 'basic',
        tokenRequestFormat: 'form',
        ...client,
      },
      () => {
        throw error;
      },
    );
  } catch (caught) {
    return caught;
  }
};

it('tells of a refused client whether Basic changes its characters, and not what they are', () => {
  const told = thrown({ clientSecret: 'a+b/c=' });
  expect(told).toMatchObject({
    code: 'token.invalid_client',
    serviceMessage: 'invalid_client',
    details: { status: 401, specialCharacters: true },
  });
  expect(JSON.stringify(told)).not.toContain('a+b');
});

it('tells it however the secret was sent: it decides which way is worth a try', () => {
  for (const clientAuthentication of ['basic', 'basic_raw', 'body'] as const)
    expect(thrown({ clientSecret: 'a+b', clientAuthentication })).toMatchObject({
      details: { specialCharacters: true },
    });
});

it('says nothing of it where Basic changes nothing, or something else failed', () => {
  const other = new OAuthError('token.invalid_scope', verbatim('No.'));
  expect(thrown({})).toBe(refusal);
  expect(thrown({ clientSecret: 'a+b' }, other)).toBe(other);
});
