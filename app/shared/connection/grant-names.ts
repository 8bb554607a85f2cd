/** The grants a connection can use. `device_code`: RFC 8628. Apart from the schemas: the window has no use for those. */
export const grants = ['authorization_code', 'password', 'oauth1', 'client_credentials', 'device_code'] as const;
export type Grant = (typeof grants)[number];
