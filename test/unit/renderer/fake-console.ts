import { curlOf } from '../../../app/console/curl.ts';
import type { CallName } from '../../../app/shared/contract/contract.ts';
import type { ExchangeDetail } from '../../../app/shared/exchange.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { type Emit, FakeError, type Handlers } from './fake-bridge.ts';
import type { FakeState } from './fake-state.ts';

type ConsoleCall = Extract<CallName, `console.${string}`>;

/** The console, played: exchanges are masked as main masks them. */
export function consoleHandlers(state: FakeState, emit: Emit): Pick<Handlers, ConsoleCall> {
  const newest = () => state.newestExchange;
  const find = (id: number): ExchangeDetail => {
    const exchange = state.exchanges.find((each) => each.id === id);
    if (exchange === undefined)
      throw new FakeError({
        code: 'console.exchange_gone',
        message: verbatim('This request is no longer in the console.'),
      });
    return exchange;
  };
  return {
    'console.list': ({ after = 0, limit }) => ({
      exchanges: state.exchanges
        .filter((exchange) => exchange.id > after)
        .slice(0, limit)
        .map(({ requestHeaders, responseHeaders, requestBody, responseBody, bodyTruncated, ...summary }) => summary),
      newest: newest(),
      oldest: newest() - state.exchanges.length + 1,
      dropped: state.droppedExchanges,
    }),
    'console.exchange': ({ id }) => find(id),
    'console.clear': () => {
      state.exchanges = [];
      state.droppedExchanges = 0;
      emit('console.changed', { newest: newest() });
      return {};
    },
    'console.curl': ({ id, withToken }) => {
      const text = curlOf(find(id));
      return { text: withToken ? text.replace('Bearer ••••', 'Bearer the-real-token') : text };
    },
    'console.exportBundle': () => ({ path: state.bundlePath }),
  };
}

const mask = '••••';
const form: [string, string][] = [['content-type', 'application/x-www-form-urlencoded']];
const json: [string, string][] = [
  ['content-type', 'application/json; charset=utf-8'],
  ['cache-control', 'no-store'],
];
const accounts = 'https://accounts.google.com/o/oauth2/v2/auth';
const tokenUrl = 'https://oauth2.googleapis.com/token';
const sheet = 'https://sheets.googleapis.com/v4/spreadsheets/1Bxi/values/Sales!A1:F?majorDimension=ROWS';

const exchange = (facts: Partial<ExchangeDetail>): Omit<ExchangeDetail, 'id' | 'at'> => ({
  kind: 'get',
  method: 'GET',
  url: sheet,
  status: 200,
  durationMs: 84,
  requestHeaders: [],
  responseHeaders: [],
  bodyTruncated: false,
  ...facts,
});

/** A login, a GET, a refresh after a 401, and requests that failed. */
const aLogin: Omit<ExchangeDetail, 'id' | 'at'>[] = [
  exchange({
    kind: 'window',
    connectionId: 'google',
    url: `${accounts}?response_type=code&client_id=4711-h2k9.apps.example.com&redirect_uri=https%3A%2F%2Fwww.peakboard.com%2Foauth2-callback%2F&scope=openid%20email&state=${mask}&code_challenge=${mask}&code_challenge_method=S256&access_type=offline`,
    status: 302,
    durationMs: 210,
    requestHeaders: [
      ['user-agent', 'Mozilla/5.0'],
      ['accept', 'text/html'],
    ],
    responseHeaders: [
      ['location', 'https://accounts.google.com/signin'],
      ['set-cookie', mask],
    ],
  }),
  exchange({ kind: 'window', connectionId: 'google', url: 'https://accounts.google.com/signin', durationMs: 180 }),
  exchange({
    kind: 'window',
    connectionId: 'google',
    url: `https://www.peakboard.com/oauth2-callback/?code=${mask}&state=${mask}&scope=openid%20email`,
    status: undefined,
    durationMs: undefined,
  }),
  exchange({
    kind: 'token',
    connectionId: 'google',
    method: 'POST',
    url: tokenUrl,
    durationMs: 134,
    bytes: 412,
    requestHeaders: [...form, ['authorization', `Basic ${mask}`]],
    requestBody: `grant_type=authorization_code&code=${mask}&redirect_uri=https%3A%2F%2Fwww.peakboard.com%2Foauth2-callback%2F&code_verifier=${mask}`,
    responseHeaders: json,
    responseBody: `{"access_token":"${mask}","expires_in":3599,"refresh_token":"${mask}","scope":"openid email","token_type":"Bearer"}`,
  }),
  exchange({
    connectionId: 'google',
    resourceId: 'sales',
    status: 401,
    durationMs: 61,
    bytes: 96,
    requestHeaders: [
      ['accept', 'application/json, */*;q=0.5'],
      ['authorization', `Bearer ${mask}`],
    ],
    responseHeaders: [...json, ['www-authenticate', 'Bearer error="invalid_token"']],
    responseBody: '{"error":{"code":401,"message":"Request had invalid authentication credentials."}}',
  }),
  exchange({
    kind: 'refresh',
    connectionId: 'google',
    method: 'POST',
    url: tokenUrl,
    durationMs: 98,
    bytes: 240,
    requestHeaders: form,
    requestBody: `grant_type=refresh_token&refresh_token=${mask}&client_id=4711-h2k9.apps.example.com&client_secret=${mask}`,
    responseHeaders: json,
    responseBody: `{"access_token":"${mask}","expires_in":3599,"token_type":"Bearer"}`,
  }),
  exchange({
    connectionId: 'google',
    resourceId: 'sales',
    bytes: 48_211,
    requestHeaders: [
      ['accept', 'application/json, */*;q=0.5'],
      ['authorization', `Bearer ${mask}`],
    ],
    responseHeaders: json,
    responseBody: `{"range":"Sales!A1:F","values":[${'["2026-11-01","Munich",1204],'.repeat(20)}`,
    bodyTruncated: true,
  }),
  exchange({
    kind: 'refresh',
    connectionId: 'hubspot',
    method: 'POST',
    url: 'https://api.hubapi.com/oauth/v1/token',
    status: 400,
    bytes: 120,
    error: 'token.invalid_grant',
    requestHeaders: form,
    requestBody: `grant_type=refresh_token&refresh_token=${mask}`,
    responseHeaders: json,
    responseBody: '{"error":"invalid_grant","error_description":"Token has been expired or revoked."}',
  }),
  exchange({
    connectionId: 'spotify',
    resourceId: 'tracks',
    url: 'https://api.spotify.com/v1/me/top/tracks',
    status: undefined,
    durationMs: undefined,
    error: 'http.offline',
  }),
];

/** `count` exchanges, one second apart, the last one now. */
export function someExchanges(count = aLogin.length, firstId = 1): ExchangeDetail[] {
  const now = Date.now();
  return Array.from({ length: count }, (_, index) => {
    // The list is not empty and the index is taken modulo its length.
    const facts = aLogin[index % aLogin.length] as Omit<ExchangeDetail, 'id' | 'at'>;
    return { ...facts, id: firstId + index, at: now - (count - index) * 1000 };
  });
}
