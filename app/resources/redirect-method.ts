import type { ResourceMethod } from '../shared/resource/resource.ts';

/**
 * The method of the next request after a redirect (RFC 9110 §15.4; Fetch §4.4): 303 always asks for a GET, and so do 301
 * and 302 after a POST, as browsers have it. 307 and 308 repeat the request.
 */
export const methodAfterRedirect = (method: ResourceMethod, status: number): ResourceMethod =>
  status === 307 || status === 308 ? method : 'GET';
