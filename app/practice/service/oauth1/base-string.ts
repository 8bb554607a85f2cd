import type { Parameter } from './parameters.ts';
import { encode } from './percent-encoding.ts';

/** RFC 5849 §3.4.1.1: the text to sign. `baseUri` excludes the query; `parameters` are decoded. */
export function signatureBaseString(method: string, baseUri: string, parameters: readonly Parameter[]): string {
  return [method.toUpperCase(), baseUri, normalizeParameters(parameters)].map(encode).join('&');
}

/** RFC 5849 §3.4.1.2: scheme and host in lower case, without a default port. */
export function baseStringUri(scheme: 'http' | 'https', host: string, path: string): string {
  const defaultPort = scheme === 'http' ? ':80' : ':443';
  const authority = host.toLowerCase();
  return `${scheme}://${authority.endsWith(defaultPort) ? authority.slice(0, -defaultPort.length) : authority}${path || '/'}`;
}

/** RFC 5849 §3.4.1.3.2: sorted as bytes by encoded name, then by encoded value, without the signature itself. */
function normalizeParameters(parameters: readonly Parameter[]): string {
  return parameters
    .filter(([name]) => name !== 'oauth_signature')
    .map(([name, value]) => ({ name: encode(name), value: encode(value) }))
    .sort((a, b) => compare(a.name, b.name) || compare(a.value, b.value))
    .map(({ name, value }) => `${name}=${value}`)
    .join('&');
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
