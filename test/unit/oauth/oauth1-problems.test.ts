import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../app/http/client.ts';
import { requestOAuth1Token } from '../../../app/oauth/oauth1.ts';
import { isTransient } from '../../../app/oauth/token-errors.ts';
import { refusalOf } from '../../../app/resources/refusal.ts';
import { type StubResponse, startTokenServer, type TokenServer } from '../../servers/token-server.ts';
import { directClient, grantContext, oauth1Settings, rejection } from './token-settings.ts';

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const json = { 'content-type': 'application/json' };
const netsuite = (detail: string, code: string) =>
  JSON.stringify({ title: 'Unauthorized', status: 401, 'o:errorDetails': [{ detail, 'o:errorCode': code }] });

/** What services send, as their documentation, source or issue trackers show it. */
const recorded: [service: string, status: number, headers: Record<string, string>, body: string, code: string][] = [
  ['Authlib', 401, form, 'error=invalid_signature', 'oauth1.signature_invalid'],
  ['Authlib', 401, form, 'error=invalid_client', 'oauth1.client_unknown'],
  ['Authlib', 400, form, 'error=unsupported_signature_method', 'oauth1.signature_method'],
  ['Authlib', 401, form, 'error=invalid_nonce', 'oauth1.nonce_refused'],
  [
    'Authlib',
    401,
    form,
    'error=invalid_token&error_description=Invalid+or+expired+%22oauth_token%22+in+parameters',
    'oauth1.token_rejected',
  ],
  [
    'Authlib',
    400,
    form,
    'error=missing_required_parameter&error_description=missing+%22oauth_callback%22+in+parameters',
    'oauth1.parameter_missing',
  ],
  ['oauthlib', 400, form, 'error=invalid_signature_method', 'oauth1.signature_method'],
  ['Magento 1, E*TRADE, Yahoo', 401, {}, 'oauth_problem=consumer_key_rejected', 'oauth1.client_unknown'],
  ['Twitter', 401, {}, 'Failed to validate oauth signature and token', 'oauth1.signature_invalid'],
  ['Problem Reporting', 401, {}, 'oauth_problem=signature_invalid', 'oauth1.signature_invalid'],
  ['Problem Reporting', 401, {}, 'oauth_problem=consumer_key_unknown', 'oauth1.client_unknown'],
  ['Problem Reporting', 403, {}, 'oauth_problem=consumer_key_refused', 'oauth1.client_throttled'],
  ['Problem Reporting', 400, {}, 'oauth_problem=signature_method_rejected', 'oauth1.signature_method'],
  ['Problem Reporting', 401, {}, 'oauth_problem=token_revoked', 'oauth1.token_rejected'],
  ['Problem Reporting', 401, {}, 'oauth_problem=token_expired', 'oauth1.token_rejected'],
  ['Problem Reporting', 401, {}, 'oauth_problem=token_used', 'oauth1.token_rejected'],
  ['Problem Reporting', 401, {}, 'oauth_problem=nonce_used', 'oauth1.nonce_refused'],
  ['Problem Reporting', 401, {}, 'oauth_problem=permission_unknown', 'oauth1.permission_unknown'],
  ['Problem Reporting', 401, {}, 'oauth_problem=additional_authorization_required', 'oauth1.more_authorization'],
  ['Problem Reporting', 400, {}, 'oauth_problem=version_rejected', 'oauth1.version_rejected'],
  [
    'Problem Reporting',
    400,
    {},
    'oauth_problem=parameter_absent&oauth_parameters_absent=oauth_callback',
    'oauth1.parameter_missing',
  ],
  [
    'Problem Reporting in a header',
    401,
    { 'www-authenticate': 'OAuth realm="https://sp.example/",oauth_problem="token_rejected"' },
    '',
    'oauth1.token_rejected',
  ],
  ['X', 401, json, '{"errors":[{"code":32,"message":"Could not authenticate you."}]}', 'oauth1.signature_invalid'],
  ['X', 401, json, '{"errors":[{"code":89,"message":"Invalid or expired token."}]}', 'oauth1.token_rejected'],
  [
    'X',
    403,
    json,
    '{"errors":[{"code":415,"message":"Callback URL not approved for this client application. Approved callback URLs can be adjusted in your application settings"}]}',
    'oauth1.callback_refused',
  ],
  [
    'WooCommerce',
    401,
    json,
    '{"code":"woocommerce_rest_authentication_error","message":"Invalid signature - provided signature does not match.","data":{"status":401}}',
    'oauth1.signature_invalid',
  ],
  [
    'WooCommerce',
    401,
    json,
    '{"code":"woocommerce_rest_authentication_error","message":"Consumer key is invalid.","data":{"status":401}}',
    'oauth1.client_unknown',
  ],
  [
    'WooCommerce',
    401,
    json,
    '{"code":"woocommerce_rest_authentication_error","message":"Invalid signature - signature method is invalid.","data":{"status":401}}',
    'oauth1.signature_method',
  ],
  ['Magento 2', 401, json, '{"message":"The signature is invalid. Verify and try again."}', 'oauth1.signature_invalid'],
  [
    'NetSuite REST',
    401,
    json,
    netsuite('Invalid login attempt. For more details, see the Login Audit Trail.', 'INVALID_LOGIN'),
    'oauth1.signature_invalid',
  ],
];

describe('a refused login', () => {
  let server: TokenServer;
  let http: HttpClient;
  beforeAll(async () => {
    server = await startTokenServer();
    http = directClient();
  });
  afterAll(async () => {
    await http.close();
    await server.close();
  });
  const refuse = (response: StubResponse) => {
    server.respondWith(response);
    return rejection(
      requestOAuth1Token(
        oauth1Settings(server.origin),
        grantContext(http, () => new Error('no window')),
      ),
    );
  };

  it.each(recorded)('by %s (%i) means what it says: %#', async (_, status, headers, body, code) => {
    const error = await refuse({ status, headers, body });
    expect(error).toMatchObject({ code });
    expect(String(error.serviceMessage).length).toBeGreaterThan(5);
  });

  it('in words that nobody knows stays a refusal, with the words', async () => {
    expect(await refuse({ status: 401, body: 'No.' })).toMatchObject({ code: 'oauth1.refused', serviceMessage: 'No.' });
  });

  it('is transient at 429 and 5xx [31]', async () => {
    for (const status of [429, 500, 503]) expect(isTransient(await refuse({ status }))).toBe(true);
  });
});

describe('a refused GET that was signed', () => {
  const refusal = (status: number, headers: Record<string, string>, text: string, isSigned = true) =>
    refusalOf({
      status,
      statusText: '',
      headers,
      text,
      authorization: 'oauth',
      isSigned,
      renewedInVain: false,
      now: 0,
    });

  it.each(recorded)('by %s (%i) means the same: %#', (_, status, headers, body, code) => {
    expect(refusal(status, headers, body).code).toBe(code);
  });

  it('is read so for signed requests alone', () => {
    expect(refusal(401, json, '{"error":"invalid_token"}', false).code).toBe('resource.unauthorized');
    expect(refusal(401, json, '{"message":"Something else"}').code).toBe('resource.unauthorized');
    expect(refusal(404, json, '{"message":"token does not exist"}').code).toBe('resource.not_there');
  });
});
