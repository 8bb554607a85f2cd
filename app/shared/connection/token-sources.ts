/**
 * How an OAuth1 connection gets its token. `login`: RFC 5849 §2. `own`: the user enters an existing token (NetSuite,
 * Magento, X). `none`: the client signs for itself, "one-legged" (WooCommerce).
 */
export const tokenSources = ['login', 'own', 'none'] as const;
export type TokenSource = (typeof tokenSources)[number];
