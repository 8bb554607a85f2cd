/** Domains that no public authority certifies (RFC 6762, RFC 8375, ICANN's `internal`), and the usual one of routers. */
export const nearbyDomains = ['local', 'internal', 'home.arpa', 'lan'];

/** Addresses of the user's own network: RFC 1918, 3927, 4193, 4291. */
export const nearbyNetworks = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  'fc00::/7',
  'fe80::/10',
];
