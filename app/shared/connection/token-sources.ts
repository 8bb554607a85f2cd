/**
 * How an OAuth1 connection gets its token: by the login of RFC 5849 §2, from the user, who has one already (NetSuite,
 * Magento, X), or not at all (WooCommerce: the client signs for itself, "one-legged").
 */
export const tokenSources = ['login', 'own', 'none'] as const;
export type TokenSource = (typeof tokenSources)[number];
