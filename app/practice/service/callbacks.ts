/** Allowed callback URLs: Peakboard's fixed page, and loopback on any port (RFC 8252 §7.3). */
export const callbackUrls = [
  'https://www.peakboard.com/oauth2-callback/',
  'http://127.0.0.1/oauth2-callback/',
  'http://localhost/oauth2-callback/',
  // Of a user who forwards to Peaka: the path in Peaka's guide.
  'http://127.0.0.1/oauth2/mycallback',
  'http://localhost/oauth2/mycallback',
];

/** For OAuth1. The OAuth2 provider makes the same comparison itself. */
export function isAllowedCallback(callback: string): boolean {
  if (callbackUrls.includes(callback)) return true;
  const withoutPort = callback.replace(/^(http:\/\/(?:127\.0\.0\.1|localhost)):\d{1,5}(?=\/)/, '$1');
  return withoutPort !== callback && callbackUrls.includes(withoutPort);
}

/**
 * For Content-Security-Policy: Chromium applies it to redirects of a form, so the origin of the callback page must be
 * allowed.
 */
export const callbackOrigins = ['https://www.peakboard.com', 'http://127.0.0.1:*', 'http://localhost:*'];
