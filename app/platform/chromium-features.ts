// Parts of Chromium whose requests bypass the interception of the callback (row 16). No login page needs them: some
// browser or network lacks each. A name that a version of Chromium does not know does nothing.

/**
 * For `--disable-features`. The network sends reports to any address that a header names; FedCM asks any provider; a
 * shared worker opens WebSockets that no platform sees.
 */
export const disabledFeatures = ['Reporting', 'NetworkErrorLogging', 'FedCm', 'SharedWorker'] as const;

/** For `--disable-blink-features`: what a page finds missing. */
export const disabledBlinkFeatures = ['FedCm', 'SharedWorker'] as const;

/**
 * Early hints (RFC 8297) are preloaded before there is a page: Chromium heeds them over HTTP/2 and HTTP/3 alone. HTTP/3 is
 * left no room for a packet: with `disable-quic`, WebTransport would use QUIC all the same, and that switch makes Chromium
 * ignore this one (components/network_session_configurator).
 */
export const protocolSwitches = { 'disable-http2': '', 'quic-max-packet-length': '1' } as const;

/** STUN and TURN of WebRTC send UDP packets to any server that a page names. */
export const webRtcPolicy = 'disable_non_proxied_udp';
