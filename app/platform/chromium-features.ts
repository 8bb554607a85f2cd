// Chromium features whose requests bypass the interception of the callback (row 16). No login page needs them: each is
// missing in some browser or network. Chromium ignores names that it does not know.

/**
 * For `--disable-features`. Reporting sends to any address in a header, FedCM contacts any provider, and a shared
 * worker opens WebSockets that no platform sees.
 */
export const disabledFeatures = ['Reporting', 'NetworkErrorLogging', 'FedCm', 'SharedWorker'] as const;

/** For `--disable-blink-features`: pages find these missing. */
export const disabledBlinkFeatures = ['FedCm', 'SharedWorker'] as const;

/**
 * Early hints (RFC 8297) preload before a page exists; Chromium supports them only over HTTP/2 and HTTP/3. A packet
 * length of 1 disables HTTP/3. `disable-quic` would not: WebTransport would still use QUIC, and Chromium would ignore
 * this switch (components/network_session_configurator).
 */
export const protocolSwitches = { 'disable-http2': '', 'quic-max-packet-length': '1' } as const;

/** WebRTC sends UDP packets (STUN, TURN) to any server that a page names. */
export const webRtcPolicy = 'disable_non_proxied_udp';
