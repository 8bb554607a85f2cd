/** The grants of a connection. `device_code`: RFC 8628. Separate from the schemas, which the window does not need. */
export const grants = ['authorization_code', 'password', 'oauth1', 'client_credentials', 'device_code'] as const;
export type Grant = (typeof grants)[number];
