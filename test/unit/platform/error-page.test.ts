import { expect, it } from 'vitest';
import { errorPageError, errorPageOn } from '../../../app/platform/error-page.ts';
import { readPageText } from '../../../app/platform/page-text.ts';
import { atBorder } from '../api/at-border.ts';

const callbackUrl = 'https://www.peakboard.com/oauth2-callback/';
const page = (text: string, facts: { title?: string; hasFields?: boolean } = {}) => ({
  title: facts.title ?? '',
  text,
  hasFields: facts.hasFields ?? false,
});

it.each([
  [
    'Ory Hydra, which puts all into the URL of its fallback page',
    'https://hydra.example.com/oauth2/fallbacks/error?error=invalid_client&error_description=Client+authentication+failed+%28e.g.%2C+unknown+client%2C+no+client+authentication+included%2C+or+unsupported+authentication+method%29.+The+requested+OAuth+2.0+Client+does+not+exist.',
    200,
    page('The OAuth2 request resulted in an error.'),
    /^invalid_client: Client authentication failed .*The requested OAuth 2\.0 Client does not exist\.$/,
  ],
  [
    'Ory Hydra, with a code of its own',
    'https://login.example.com/error?error=request_forbidden&error_description=The+request+is+not+allowed.&error_hint=No+CSRF+value+available+in+the+session+cookie.',
    200,
    page('Something went wrong'),
    /^request_forbidden: The request is not allowed\. No CSRF value available/,
  ],
  [
    'WSO2 Identity Server, which has other names in its URL',
    'https://is.example.com/authenticationendpoint/oauth2_error.do?oauthErrorCode=invalid_client&oauthErrorMsg=A+valid+OAuth+client+could+not+be+found',
    200,
    page('Attention'),
    /^invalid_client: A valid OAuth client could not be found$/,
  ],
  [
    'Amazon Cognito',
    'https://acme.auth.eu-west-1.amazoncognito.com/error?error=redirect_mismatch&client_id=board',
    200,
    page('An error was encountered with the requested page.'),
    /^redirect_mismatch$/,
  ],
  [
    'Keycloak, with an unknown callback URL',
    'https://sso.example.com/realms/main/protocol/openid-connect/auth?client_id=board',
    400,
    page('MAIN\nWe are sorry...\nInvalid parameter: redirect_uri\n', { title: 'Sign in to Main' }),
    /^Invalid parameter: redirect_uri$/,
  ],
  [
    'Keycloak, with an unknown client',
    'https://sso.example.com/realms/main/protocol/openid-connect/auth?client_id=nobody',
    400,
    page('MAIN\nWe are sorry...\nClient not found.\n'),
    /^Client not found\.$/,
  ],
  [
    'Spring Authorization Server',
    'https://auth.example.com/oauth2/authorize?client_id=board',
    400,
    page(
      'Whitelabel Error Page\n\nThis application has no explicit mapping for /error, so you are seeing this as a fallback.\n\nMon Nov 30 01:00:00 UTC 2026\nThere was an unexpected error (type=Bad Request, status=400).\n[invalid_request] OAuth 2.0 Parameter: redirect_uri',
    ),
    /\[invalid_request\] OAuth 2\.0 Parameter: redirect_uri$/,
  ],
  [
    'Auth0',
    'https://acme.eu.auth0.com/authorize?client_id=board',
    403,
    page(
      'Oops!, something went wrong\nCallback URL mismatch.\nThe provided redirect_uri is not in the list of allowed callback URLs.\nPlease go to the Application Settings page and make sure you are sending a valid callback url from your application.',
    ),
    /^Callback URL mismatch\. The provided redirect_uri is not in the list/,
  ],
  [
    'Microsoft Entra ID, which sends its error with status 200',
    'https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?client_id=board',
    200,
    page(
      `Sign in\nSorry, but we’re having trouble signing you in.\nAADSTS50011: The redirect URI '${callbackUrl}' specified in the request does not match the redirect URIs configured for the application 'board'.\nTroubleshooting details`,
      { title: 'Sign in to your account' },
    ),
    /AADSTS50011: The redirect URI/,
  ],
  [
    'Google',
    'https://accounts.google.com/signin/oauth/error?authError=Cgw',
    400,
    page(
      'Sign in with Google\nAccess blocked: This app’s request is invalid\nann@example.org\nYou can’t sign in because this app sent an invalid request.\nError 400: redirect_uri_mismatch',
      { title: 'Error 400: redirect_uri_mismatch' },
    ),
    /redirect_uri_mismatch/,
  ],
] as const)('reads the error page of %s', (_service, url, status, text, serviceMessage) => {
  const found = errorPageOn({ url, status }, text);
  expect(found?.serviceMessage).toMatch(serviceMessage);
  expect(found).toMatchObject({ host: new URL(url).host, status });
});

it.each([
  ['a login form', 'https://login.example.com/', 200, page('Log in\nPassword', { hasFields: true })],
  ['a wrong password with 401', 'https://login.example.com/', 401, page('Invalid password', { hasFields: true })],
  ['a wrong password with 422', 'https://login.example.com/', 422, page('Wrong e-mail', { hasFields: true })],
  [
    'a wrong password in the URL (Spring)',
    'https://auth.example.com/login?error',
    200,
    page('Bad credentials', { hasFields: true }),
  ],
  [
    'a wrong password with a description in the URL',
    'https://login.example.com/login?error=bad_credentials&error_description=Wrong+password',
    200,
    page('Log in', { hasFields: true }),
  ],
  [
    'a service that hears from another one that a login is required',
    'https://login.example.com/silent?error=login_required&error_description=Login+required',
    200,
    page('One moment'),
  ],
  [
    'an error of something else in the URL',
    'https://login.example.com/?error=1',
    200,
    page('Log in', { hasFields: true }),
  ],
  [
    'a page that waits for a second factor',
    'https://login.example.com/push',
    200,
    page('Approve the login on your phone. This may fail'),
  ],
])('takes %s for no error page', (_what, url, status, text) => {
  expect(errorPageOn({ url, status }, text)).toBeUndefined();
});

it('takes a server error for one, whatever the page has to fill in', () => {
  expect(errorPageOn({ url: 'https://login.example.com/', status: 503 }, page('', { hasFields: true }))).toEqual({
    host: 'login.example.com',
    status: 503,
  });
});

it('says no more than a sentence or two, without what is invisible, and without a secret [36] [51]', () => {
  const text = `Invalid client board with a\u202e canary-secret\n${'error '.repeat(10_000)}`;
  const found = errorPageOn({ url: 'https://login.example.com/', status: 400 }, page(text));
  if (found === undefined) throw new Error('no error page');
  const error = atBorder('canary-secret').report(errorPageError(found));
  expect(error.serviceMessage).toContain('Invalid client board');
  expect(error.serviceMessage).not.toMatch(/canary-secret|\u202e/);
  expect(error.serviceMessage?.length).toBeLessThanOrEqual(600);
  expect(error).toMatchObject({ code: 'window.error_page', details: { host: 'login.example.com', status: 400 } });
});

it('believes nothing of what a page returns [36]', () => {
  expect(readPageText({ title: 'a'.repeat(1000), text: 'b'.repeat(9000), hasFields: true })).toEqual({
    title: 'a'.repeat(300),
    text: 'b'.repeat(4000),
    hasFields: true,
  });
  for (const value of [undefined, null, 'text', {}, { title: 1, text: '', hasFields: true }, { title: '', text: '' }])
    expect(readPageText(value)).toBeUndefined();
});
