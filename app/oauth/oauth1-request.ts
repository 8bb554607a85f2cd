import type { HttpClient } from '../http/client.ts';
import { type HttpResponse, requestText } from '../http/request-text.ts';
import type { ExchangeKind } from '../shared/exchange-kinds.ts';
import { type ExchangeTimes, isTimestampRefusal, type ServiceClocks } from './oauth1-clock.ts';
import { signOAuth1Request } from './oauth1-signature.ts';
import type { OAuth1Settings } from './settings.ts';
import { withTokenHeaders } from './token-headers.ts';
import type { TokenSet } from './token-set.ts';

export interface SignedPost {
  url: URL;
  token?: Pick<TokenSet, 'accessToken' | 'tokenSecret'> | undefined;
  /** `oauth_callback`, `oauth_verifier`. */
  protocol?: Record<string, string> | undefined;
  form?: Record<string, string> | undefined;
  headers: Record<string, string>;
  kind: ExchangeKind;
}

export interface SignedPostContext {
  http: HttpClient;
  clocks: ServiceClocks;
  signal?: AbortSignal | undefined;
  timeoutMs?: number | undefined;
  /** Epoch ms. */
  now(): number;
}

/** The service's hosts: if one host's clock is unknown, another's is used. */
export const clockHosts = ({ requestUrl, accessTokenUrl }: Pick<OAuth1Settings, 'requestUrl' | 'accessTokenUrl'>) =>
  [requestUrl, accessTokenUrl].flatMap((url) => (URL.canParse(url) ? new URL(url).host : []));

/**
 * Signs and sends a POST with the service's time, if known. Retries once if the service refused the timestamp and a
 * better time is known (row 34). Throws as `signOAuth1Request` and `requestText`.
 */
export async function sendSignedPost(
  settings: OAuth1Settings,
  post: SignedPost,
  { http, clocks, signal, timeoutMs, now }: SignedPostContext,
): Promise<{ response: HttpResponse; times: ExchangeTimes }> {
  const { url, token, protocol, form, kind } = post;
  const { host } = url;
  const send = async (clockSkewMs: number) => {
    const sentAt = now();
    const request = { method: 'POST', url, now: sentAt, clockSkewMs, form, protocol };
    const authorization = signOAuth1Request(settings, token, request);
    const headers = withTokenHeaders(settings, { authorization, ...post.headers });
    const body = form === undefined ? {} : { body: new URLSearchParams(form).toString() };
    const response = await requestText(http, { method: 'POST', url, headers, ...body, signal, timeoutMs, kind });
    return { response, times: { sentAt, receivedAt: now() } };
  };
  const skewMs = clocks.skewMs(host, clockHosts(settings));
  let sent = await send(skewMs);
  if (isTimestampRefusal(sent.response)) {
    const corrected = clocks.correct(host, sent.response, { ...sent.times, skewMs });
    if (corrected !== undefined) sent = await send(corrected);
  }
  clocks.learn(host, sent.response.headers, sent.times);
  return sent;
}
