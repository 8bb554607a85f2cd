import { version } from '../process/version.ts';

/**
 * RFC 9110 §10.1.5, in every request that names no other. GitHub refuses a revocation without one, Reddit a token request;
 * gateways block clients that name none.
 */
export const userAgent = `Tokenboard/${version}`;
