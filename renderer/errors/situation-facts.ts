import type { Situation } from './rule.ts';

/** The host that an error names. `undefined`: it names none. */
export const hostOf = ({ error: { details } }: Situation): { host: string } | undefined =>
  typeof details?.host === 'string' ? { host: details.host } : undefined;

/** The callback URL to register at the service. `undefined`: the error belongs to no connection. */
export const callbackUrlOf = ({ connection }: Situation): { url: string } | undefined =>
  connection === undefined ? undefined : { url: connection.callbackUrl };
