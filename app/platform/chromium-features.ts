// Parts of Chromium whose requests bypass the interception of the callback (row 16). No login page needs them: some
// browser or network lacks each. A name that a version of Chromium does not know does nothing.

/**
 * For `--disable-features`. The network sends reports to any address that a header names; FedCM asks any provider; a
 * shared worker opens WebSockets that no platform sees.
 */
export const disabledFeatures = ['Reporting', 'NetworkErrorLogging', 'FedCm', 'SharedWorker'] as const;

/** For `--disable-blink-features`: what a page finds missing. */
export const disabledBlinkFeatures = ['FedCm', 'SharedWorker'] as const;

/** Early hints (RFC 8297) are preloaded before there is a page. Chromium heeds them over HTTP/2 and HTTP/3 alone. */
export const protocolSwitches = ['disable-http2', 'disable-quic'] as const;
