import { afterEach, describe, expect, it } from 'vitest';
import type { Connection } from '../../../../app/shared/connection/connection.ts';
import { attemptOf, forgetAttempts, noteAttempt, undoOf } from '../../../../renderer/errors/attempts.ts';
import { namedMethod } from '../../../../renderer/errors/client-methods.ts';
import { diagnose } from '../../../../renderer/errors/diagnosis.ts';
import { custom, report } from './situations.ts';

afterEach(() => forgetAttempts(custom().id));

const refused = (serviceMessage = 'invalid_client', details = {}) =>
  report('token.invalid_client', serviceMessage, details);
const found = (connection: Connection, error = refused()) =>
  diagnose(error, connection, undefined, undefined, attemptOf(connection));

describe('the client authentication that a service names', () => {
  const hydra = (wanted: string, sent: string) =>
    `invalid_client: Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method). The OAuth 2.0 Client supports client authentication method '${wanted}', but method '${sent}' was requested. You must configure the OAuth 2.0 client's 'token_endpoint_auth_method' value to accept '${sent}'.`;
  it.each([
    ['Ory Hydra', hydra('client_secret_post', 'client_secret_basic'), 'body'],
    ['Ory Hydra', hydra('client_secret_basic', 'client_secret_post'), 'basic'],
    ['Ory Hydra', hydra('none', 'client_secret_basic'), 'none'],
    [
      'Ory Hydra 1.0 (ruby-oauth/oauth2#445)',
      'The OAuth 2.0 Client supports client authentication method "client_secret_basic", but method "client_secret_post" was requested.',
      'basic',
    ],
    ['oidc-provider', 'client authentication must use the authorization header', 'basic'],
    ['a list', 'Unsupported method. Allowed methods: client_secret_post', 'body'],
    ['what was expected', "Client authentication method mismatch, expected 'client_secret_basic'", 'basic'],
    ['the only one', 'invalid_client: only client_secret_post is available for this client', 'body'],
    ['Reddit', 'Please use the Authorization header with HTTP Basic', 'basic'],
    ['none named', 'Client authentication failed', undefined],
    ['one that is refused', 'This client does not support client_secret_basic', undefined],
    ['one that is not allowed', 'client_secret_post is not allowed for this client', undefined],
    ['another that is refused', 'The client is not allowed to use client_secret_post', undefined],
    ['the word none in a sentence', 'The client supports none of the requested grants', undefined],
  ])('is read from its words: %s', (_who, serviceMessage, method) => {
    expect(namedMethod(serviceMessage)).toBe(method);
  });

  it('is the one that is offered', () => {
    const connection = custom({ clientAuthentication: 'basic' });
    expect(found(connection, refused(hydra('none', 'client_secret_basic'))).fix).toMatchObject({
      label: 'Send no secret',
      change: { clientAuthentication: 'none' },
    });
    expect(found(connection, refused(hydra('client_secret_post', 'client_secret_basic'))).fix).toMatchObject({
      change: { clientAuthentication: 'body' },
    });
  });
});

describe('the other ways to send a secret', () => {
  it('come in turn by renewals: Basic, the body, unencoded; none twice', () => {
    let connection = custom({ clientAuthentication: 'basic' });
    const error = refused('invalid_client', { specialCharacters: true });
    const offered: unknown[] = [];
    for (
      let fix = found(connection, error).fix;
      fix !== undefined && 'change' in fix;
      fix = found(connection, error).fix
    ) {
      offered.push(fix.change.clientAuthentication);
      noteAttempt(connection, fix.change, false);
      connection = { ...connection, ...fix.change };
    }
    expect(offered).toEqual(['body', 'basic_raw']);
    expect(found(connection, error)).toMatchObject({
      title: 'The client ID or the client secret is wrong',
      fix: { action: 'edit_connection' },
    });
  });

  it('leave "unencoded" out where there is nothing to encode', () => {
    const connection = custom({ clientAuthentication: 'basic' });
    noteAttempt(connection, { clientAuthentication: 'body' }, false);
    expect(found({ ...connection, clientAuthentication: 'body' }).fix).toMatchObject({ action: 'edit_connection' });
  });

  it('cost one extra login at most, and what did not help is undone', () => {
    const before = custom({ clientAuthentication: 'basic' });
    expect(found(before).fix).toMatchObject({ change: { clientAuthentication: 'body' } });
    noteAttempt(before, { clientAuthentication: 'body' }, true);
    const after: Connection = { ...before, clientAuthentication: 'body' };
    const error = refused('invalid_client', { specialCharacters: true });
    expect(undoOf(after, error)).toEqual({ clientAuthentication: 'basic' });
    const restored = { ...after, ...undoOf(after, error) };
    expect(undoOf(restored, error)).toBeUndefined();
    expect(found(restored, error)).toMatchObject({
      title: 'The client ID or the client secret is wrong',
      fix: { action: 'edit_connection' },
    });
  });

  it('stay where the service took them and refused something else', () => {
    const before = custom({ clientAuthentication: 'basic' });
    noteAttempt(before, { clientAuthentication: 'body' }, true);
    expect(undoOf({ ...before, clientAuthentication: 'body' }, report('token.invalid_scope'))).toBeUndefined();
  });

  it('are open again for another client ID, or once the client is typed anew', () => {
    const connection = custom({ clientAuthentication: 'basic' });
    noteAttempt(connection, { clientAuthentication: 'body' }, true);
    expect(found({ ...connection, clientId: 'another' }).fix).toMatchObject({
      change: { clientAuthentication: 'body' },
    });
    forgetAttempts(connection.id);
    expect(found(connection).fix).toMatchObject({ change: { clientAuthentication: 'body' } });
  });
});

describe('scopes that the service refuses', () => {
  const scopes = ['openid', 'sales.read', 'sales.write'];
  const refusal = (named: string) => report('callback.error', `invalid_scope: Invalid scopes: ${named}`);
  it('are edited where it names all of them: without any, nothing would work', () => {
    expect(diagnose(refusal('openid sales.read sales.write'), custom({ scopes }))).toMatchObject({
      title: 'The service accepts none of the scopes',
      fix: { action: 'edit_connection' },
    });
    expect(diagnose(refusal('sales.read'), custom({ scopes: ['sales.read'] })).fix).toMatchObject({
      action: 'edit_connection',
    });
  });

  it('are removed where it names some of them, "openid" last', () => {
    expect(diagnose(refusal('openid sales.read'), custom({ scopes })).fix).toMatchObject({
      change: { scopes: ['openid', 'sales.write'] },
    });
    expect(diagnose(refusal('openid'), custom({ scopes })).fix).toMatchObject({
      change: { scopes: ['sales.read', 'sales.write'] },
    });
  });
});
