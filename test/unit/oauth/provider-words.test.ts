import { describe, expect, it } from 'vitest';
import { providerWords, standardError } from '../../../app/oauth/provider-words.ts';
import { readServiceError } from '../../../app/oauth/service-error.ts';
import { needsLogin } from '../../../app/oauth/token-errors.ts';
import { readTokenResponse } from '../../../app/oauth/token-response.ts';
import { standardTokenMapping } from '../../../app/shared/connection/standard-mapping.ts';
import type { AppError } from '../../../app/shared/errors.ts';
import { recordedRefusals } from './recorded-refusals.ts';

function refusalOf(status: number, body: object): AppError {
  try {
    readTokenResponse(
      { status, headers: { 'content-type': 'application/json' }, text: JSON.stringify(body) },
      { host: 'login.example.com', now: 0, places: standardTokenMapping, capturedValues: {} },
    );
  } catch (error) {
    return error as AppError; // every refusal is one
  }
  throw new Error('it was no refusal');
}

describe("a provider's words", () => {
  it.each(recordedRefusals)('mean what they say, whatever the code: %s', (_what, status, body, code) => {
    expect(refusalOf(status, body).code).toBe(code);
  });

  it('are all recorded: no entry of the table is a guess', () => {
    const used = new Set(
      recordedRefusals.map(([, , body]) => {
        const { error, serviceMessage } = readServiceError(body);
        const code = (error ?? '').toLowerCase();
        return providerWords.find(
          ({ errors, says }) =>
            (errors === undefined || errors.includes(code)) && (says === undefined || says.test(serviceMessage ?? '')),
        );
      }),
    );
    const unused = providerWords.filter((words) => !used.has(words));
    // RFC 8628 §3.5's `access_denied` under Microsoft's name: `device-code.test.ts` has it.
    expect(unused.map(({ errors }) => errors)).toEqual([['authorization_declined']]);
  });

  it('never ask for a new login where the client secret is wrong [31]', () => {
    const body = { error: 'invalid_grant', error_description: 'Invalid client credentials' };
    expect(needsLogin(refusalOf(400, body))).toBe(false);
    expect(needsLogin(refusalOf(400, { error: 'invalid_grant' }))).toBe(true);
  });

  it('are shown whole, wherever in the response they stand', () => {
    expect(readServiceError({ ErrorCode: 'invalid_client', Error: 'ClientId is Invalid' }).serviceMessage).toBe(
      'invalid_client: ClientId is Invalid',
    );
    // Salesforce's APIs.
    const list = [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }];
    expect(readServiceError(list).serviceMessage).toBe('INVALID_SESSION_ID: Session expired or invalid');
  });

  it('leave a code alone that nobody uses otherwise', () => {
    expect(standardError('Invalid_Scope', 'invalid_scope: unknown client scope')).toBe('invalid_scope');
    expect(standardError(undefined, undefined)).toBe('');
  });
});
