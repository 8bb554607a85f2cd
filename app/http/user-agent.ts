import { version } from '../process/version.ts';

/**
 * RFC 9110 §10.1.5, sent unless a request has its own. GitHub refuses a revocation without one, Reddit a token request;
 * some gateways block clients without one.
 */
export const userAgent = `Tokenboard/${version}`;
