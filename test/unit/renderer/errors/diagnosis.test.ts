import { afterEach, describe, expect, it } from 'vitest';
import { setTexts } from '../../../../app/shared/messages/format.ts';
import { diagnose, rules } from '../../../../renderer/errors/diagnosis.ts';
import { de } from '../../../../renderer/messages/de/index.ts';
import { en } from '../../../../renderer/messages/en/index.ts';
import { presets } from '../presets.ts';
import { recorded } from './recorded.ts';
import { custom, report } from './situations.ts';

describe('a diagnosis', () => {
  it.each(Object.entries(recorded))('knows %s', (_name, { error, connection, title, fix }) => {
    const found = diagnose(
      error,
      connection,
      presets.all.find((each) => each.id === connection.presetId),
    );
    expect(found.title).toBe(title);
    if (fix === undefined) expect(found.fix).toBeUndefined();
    else expect(found.fix).toMatchObject(fix);
  });

  it('knows more than twenty mistakes', () => {
    expect(new Set(Object.values(recorded).map(({ title }) => title)).size).toBeGreaterThan(20);
  });

  it('tells from the last page of a closed window that the callback URL is not registered', () => {
    const error = report('window.closed');
    const serviceMessage = btoa('\n\u0015redirect_uri_mismatch\u0012\u0000');
    const seen = {
      url: `https://accounts.google.com/signin/oauth/error?authError=${encodeURIComponent(serviceMessage)}`,
      status: 200,
    };
    const found = diagnose(error, custom(), undefined, seen);
    expect(found.title).toBe('The callback URL is not registered');
    expect(found.meaning).toContain('https://www.peakboard.com/oauth2-callback/');
    expect(found.fix).toMatchObject({ action: 'copy' });
    expect(diagnose(error, custom()).title).toBe('The login window was closed');
    expect(diagnose(error, custom(), undefined, { url: 'https://login.example.com/', status: 400 }).title).toBe(
      'The login page showed an error',
    );
  });

  it('offers the browser where the last page of a closed window asked for a sign-in that it cannot do [59]', () => {
    const seen = { url: 'https://adfs.example.com/adfs/ls/wia', status: 401, error: 'window.sign_in_prompt' };
    const found = diagnose(report('window.closed'), custom(), undefined, seen);
    expect(found.title).toContain('The login window does not support this login');
    expect(found.fix).toMatchObject({ change: { window: 'browser' }, retry: 'login' });
  });

  it.each(['token.server_error', 'token.rate_limited', 'token.failed'] as const)(
    'does not speak of a token that is kept where there may be none yet (%s)',
    (code) => {
      for (const details of [undefined, { status: 503, retryAfterSeconds: 30 }])
        expect(diagnose(report(code, undefined, details), custom()).meaning).not.toMatch(/kept|by itself/);
    },
  );

  it('offers no change that is there already', () => {
    const connection = custom({
      scopes: ['openid', 'offline_access'],
      extraAuthorizationParameters: { prompt: 'consent' },
    });
    expect(diagnose(report('token.no_refresh_token'), connection).fix).toBeUndefined();
    const scoped = custom({ scopes: ['read'] });
    expect(diagnose(report('resource.forbidden', undefined, { scope: 'read' }), scoped).fix).toBeUndefined();
  });

  it('follows no link but to the console of Google', () => {
    const serviceMessage =
      'API has not been used in project 1. Enable it by visiting https://console.developers.google.com.evil.example/x';
    expect(diagnose(report('resource.forbidden', serviceMessage), custom()).fix).toMatchObject({
      action: 'open_console',
    });
  });

  it('leaves an error that no rule knows to the advice of its code', () => {
    expect(diagnose(report('http.offline', undefined, { host: 'api.example.com' }))).toMatchObject({
      title: 'There is no network',
      actions: ['try_again'],
    });
  });

  it.each([
    [1, '1 second'],
    [89, '89 seconds'],
    [90, '2 minutes'],
    [5400, '2 hours'],
  ])('says how long to wait: %i s as %s', (retryAfterSeconds, time) =>
    expect(diagnose(report('resource.rate_limited', undefined, { retryAfterSeconds }), custom()).meaning).toContain(
      `Wait ${time}.`,
    ),
  );

  it('is the sentence of the error where a fact is missing', () =>
    expect(diagnose(report('http.proxy'), custom()).meaning).toBe('A sentence.'));

  it('has a rule for each of its texts', () => {
    const ids = new Set<string>(rules.map(({ id }) => id));
    const named = Object.keys(en).flatMap((id) => /^diagnosis\.(\w+)\.(?:title|meaning)$/.exec(id)?.[1] ?? []);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('says by how much the clock differs, also where the service speaks of its own rule', () => {
    const clock = 'This computer’s clock is 2 hours ahead of api.x.com’s.';
    const error = report('oauth1.timestamp_refused', '135: Timestamp out of bounds.', { clock });
    expect(diagnose(error, custom({ grant: 'oauth1' })).meaning).toBe(`${clock} Set the clock, then try again.`);
  });
});

describe('a diagnosis in another language', () => {
  afterEach(() => setTexts('en', en));

  it('names scopes and times as that language does', () => {
    setTexts('de', de);
    const missing = report('resource.forbidden', undefined, { scope: 'read write' });
    expect(diagnose(missing, custom({ scopes: [] }))).toMatchObject({
      title: 'Ein Scope fehlt',
      meaning:
        'Der Dienst verlangt für diese Anfrage „read“ und „write“. Melden Sie sich erneut an, um die Scopes zu gewähren.',
      fix: { label: '2 Scopes hinzufügen und erneut anmelden' },
    });
    const limited = report('resource.rate_limited', undefined, { retryAfterSeconds: 3601 });
    expect(diagnose(limited, custom()).meaning).toContain('Warten Sie 61 Minuten.');
  });
});

describe('an error in the login window', () => {
  const errorPage = (serviceMessage: string, status = 400) => ({
    ...report('window.error_page'),
    serviceMessage,
    details: { host: 'login.example.com', status },
  });

  it.each([
    ['Keycloak', 'Invalid parameter: redirect_uri'],
    ['Spring Authorization Server', '[invalid_request] OAuth 2.0 Parameter: redirect_uri'],
    ['Auth0', 'Callback URL mismatch. The provided redirect_uri is not in the list of allowed callback URLs.'],
    ['Microsoft Entra ID', "AADSTS50011: The redirect URI 'https://a/' specified in the request does not match"],
    ['Google', 'Error 400: redirect_uri_mismatch'],
    ['Amazon Cognito', 'redirect_mismatch'],
    [
      'Ory Hydra',
      "invalid_request: The 'redirect_uri' parameter does not match any of the OAuth 2.0 Client's pre-registered redirect urls.",
    ],
  ])('offers the callback URL where %s does not know it', (_service, serviceMessage) => {
    const found = diagnose(errorPage(serviceMessage), custom());
    expect(found.title).toBe('The callback URL is not registered');
    expect(found.fix).toMatchObject({ action: 'copy', value: custom().callbackUrl });
  });

  it.each([
    ['Keycloak', 'Client not found.'],
    ['Ory Hydra', 'invalid_client: The requested OAuth 2.0 Client does not exist.'],
    ['Google', 'Error 401: invalid_client The OAuth client was not found.'],
    ['Spring Authorization Server', '[invalid_request] OAuth 2.0 Parameter: client_id'],
  ])('asks for the client ID where %s does not know it', (_service, serviceMessage) => {
    expect(diagnose(errorPage(serviceMessage), custom())).toMatchObject({
      title: 'The service does not recognize this client ID',
      fix: { action: 'edit_connection' },
    });
  });

  it('puts "Try again" first when a server is down', () => {
    const failed = (error: string) => ({
      ...report('window.load_failed'),
      details: { host: 'login.example.com', error },
    });
    for (const error of [
      errorPage('Service Unavailable', 503),
      failed('ERR_CONNECTION_REFUSED'),
      failed('ERR_EMPTY_RESPONSE'),
      failed('ERR_TIMED_OUT'),
    ]) {
      const found = diagnose(error, custom());
      expect(found.fix).toBeUndefined();
      expect(found.actions[0]).toBe('try_again');
    }
    const seen = { url: 'https://login.example.com/', status: 502 };
    expect(diagnose(report('window.closed'), custom(), undefined, seen).actions[0]).toBe('try_again');
  });
});
