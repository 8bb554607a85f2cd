import type { Grant } from '../connection/grant-names.ts';
import type { Preset } from './preset.ts';

/** The grants that a service is known to have, its usual one first. Pure: the dialog offers no others. */
export const grantsOf = ({ grant, deviceAuthorizationUrl, otherGrants }: Preset): Grant[] => [
  // RFC 8628 §3.1: only the device code needs that endpoint.
  ...new Set([grant, ...(deviceAuthorizationUrl === '' ? [] : ['device_code' as const]), ...otherGrants]),
];
